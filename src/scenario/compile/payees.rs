//! Who is paid: this file decides what makes a payee, by whose rule it is paid, and to which account.
//!
//! At a channel a payee is a merchant number, and a party has one there: all its contracts with the channel, whatever
//! they charge, bring money to one pending account that is settled by one rule to one deposit. At another channel it
//! has another number, another rule, and perhaps another deposit.
//! At a platform that collects, a payee is a seller and the deposit out of which the platform pays it: what arrived
//! from a channel on a deposit is paid out of that deposit.
//! Nothing here depends on the order in which somebody listed contracts.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::{PartyId, PayeeId};
use crate::base::table::Table;
use crate::domain::contract::Mode;
use crate::domain::cycle::SettlementCycle;
use crate::scenario::problem::ProblemKind;
use crate::scenario::v1::{Scenario, SettlementRule};

use super::agreements::Deal;
use super::parties::Cast;
use super::problems::Problems;

/// A payee with its names resolved.
#[derive(Clone)]
pub(super) struct PayeeDeal {
    pub(super) channel: PartyId,
    pub(super) owner: PartyId,
    pub(super) rule: SettlementRule,
    /// Place among the deposits.
    pub(super) deposit: usize,
    /// The deposit out of which a platform pays; `None` for a payee of a channel.
    pub(super) paid_from: Option<usize>,
    path: String,
}

/// Who owes, who is owed, and the deposit out of which a platform pays.
type Identity = (PartyId, PartyId, Option<usize>);

/// Ids of a channel and of a party that it pays.
type Ends<'a> = (&'a str, &'a str);

/// What decides who a payee is, where it stands in the document, and which deposit was named for it.
pub(super) struct Claim<'c> {
    pub(super) path: &'c str,
    /// Who owes: a channel, or a platform.
    pub(super) channel: PartyId,
    pub(super) owner: PartyId,
    pub(super) paid_from: Option<usize>,
    pub(super) payout_to: Option<&'c str>,
}

/// All payees found so far, and what the whole document says of them.
pub(super) struct Payees<'a> {
    cast: &'a Cast,
    rows: Table<PayeeId, PayeeDeal>,
    ids: BTreeMap<Identity, PayeeId>,
    /// Rule of who collects at a channel.
    own: BTreeMap<Ends<'a>, &'a SettlementRule>,
    /// Slowest rule of the contracts that split to somebody.
    splitting: BTreeMap<Ends<'a>, &'a SettlementRule>,
    /// Deposit that some contract or split names.
    named: BTreeMap<Ends<'a>, &'a str>,
}

/// Later is greater: more days, working days before natural ones, a later time of day, a greater minimum.
fn slowness(rule: &SettlementRule) -> impl Ord + '_ {
    let counts_working_days = matches!(rule.cycle, SettlementCycle::T(_));
    let days = (rule.cycle.days(), counts_working_days, rule.pays_at);
    (days, rule.minimum, rule.id.as_str())
}

impl<'a> Payees<'a> {
    pub(super) fn of(scenario: &'a Scenario, cast: &'a Cast) -> Payees<'a> {
        let rules = scenario.settlement_rules.iter();
        let rules: BTreeMap<&str, &SettlementRule> =
            rules.rev().map(|rule| (rule.id.as_str(), rule)).collect();
        let mut payees = Payees {
            cast,
            rows: Table::default(),
            ids: BTreeMap::new(),
            own: BTreeMap::new(),
            splitting: BTreeMap::new(),
            named: BTreeMap::new(),
        };
        for contract in &scenario.contracts {
            let channel = contract.channel.as_str();
            let collector = (channel, contract.collector.as_str());
            if let Some(named) = &contract.payout_to {
                payees.named.entry(collector).or_insert(named);
            }
            for split in &contract.splits {
                if let Some(named) = &split.payout_to {
                    let receiver = (channel, split.to.as_str());
                    payees.named.entry(receiver).or_insert(named);
                }
            }
            let Some(rule) = rules.get(contract.settlement_rule.as_str()).copied() else {
                continue;
            };
            payees.own.entry(collector).or_insert(rule);
            for split in &contract.splits {
                let slowest = payees.splitting.entry((channel, &split.to)).or_insert(rule);
                if slowness(rule) > slowness(slowest) {
                    *slowest = rule;
                }
            }
        }
        payees
    }

    pub(super) fn get(&self, id: PayeeId) -> Option<&PayeeDeal> {
        self.rows.get(id)
    }

    pub(super) fn finish(self) -> Table<PayeeId, PayeeDeal> {
        self.rows
    }

    fn key(&self, party: PartyId) -> &'a str {
        let party = self.cast.party(party);
        party.map(|party| party.key.as_str()).unwrap_or_default()
    }

    /// The rule by which a receiver of splits is paid: its own, if it collects at the channel, else the slowest of the
    /// contracts that split to it, so that nobody's order makes another's share come earlier than its contract says.
    pub(super) fn rule_of_receiver(
        &self,
        channel: PartyId,
        receiver: PartyId,
    ) -> Option<&'a SettlementRule> {
        let ends = (self.key(channel), self.key(receiver));
        let own = self.own.get(&ends).or_else(|| self.splitting.get(&ends));
        own.copied()
    }

    /// The payee that a contract, a split or an agreement claims; rule and deposit must be the same wherever it is
    /// claimed.
    pub(super) fn claimed(
        &mut self,
        claim: &Claim<'_>,
        rule: &SettlementRule,
        problems: &mut Problems,
    ) -> Option<PayeeId> {
        let &Claim {
            path,
            channel,
            owner,
            paid_from,
            ..
        } = claim;
        let identity = (channel, owner, paid_from);
        let known = self.ids.get(&identity).copied();
        // A platform pays what channels have paid it, by their rules; its own is only a time of day.
        let same_rule = |deal: &PayeeDeal| paid_from.is_some() || deal.rule == *rule;
        if let (Some(known), None) = (known, claim.payout_to)
            && self.rows.get(known).is_some_and(same_rule)
        {
            return Some(known);
        }
        let named = self.named.get(&(self.key(channel), self.key(owner)));
        let payout_to = claim.payout_to.or(named.copied());
        let deposit = self.deposit(path, owner, payout_to, problems)?;
        let Some(known) = known else {
            let id = self.rows.push(PayeeDeal {
                channel,
                owner,
                rule: rule.clone(),
                deposit,
                paid_from,
                path: path.to_owned(),
            });
            self.ids.insert(identity, id);
            return Some(id);
        };
        let deal = self.rows.get(known)?;
        if !same_rule(deal) || deal.deposit != deposit {
            let payee = self.key(owner).to_owned();
            let first = deal.path.clone();
            problems.at(path, ProblemKind::PayeeConflict { payee, first });
        }
        Some(known)
    }

    /// A platform that collects at several channels is paid by them at one moment in the order of their ids: with too
    /// little for a seller the ids decide, and not the list of contracts.
    pub(super) fn order_collectors(&mut self, contracts: &mut [Option<Deal>]) {
        let mut collecting: BTreeMap<PartyId, BTreeSet<PayeeId>> = BTreeMap::new();
        let pooled = contracts.iter().flatten();
        for deal in pooled.filter(|deal| deal.mode == Mode::Pooled) {
            let numbers = collecting.entry(deal.collector).or_default();
            numbers.insert(deal.payee);
        }
        let mut moved: BTreeMap<PayeeId, PayeeId> = BTreeMap::new();
        for ids in collecting.into_values() {
            let channel = |id: &PayeeId| self.rows.get(*id).map(|row| self.key(row.channel));
            let mut by_channel: Vec<PayeeId> = ids.iter().copied().collect();
            by_channel.sort_by_key(channel);
            moved.extend(by_channel.into_iter().zip(ids));
        }
        let place_of = |id: PayeeId| moved.get(&id).copied().unwrap_or(id);
        let mut rows: Vec<(PayeeId, PayeeDeal)> = self
            .rows
            .iter()
            .map(|(id, row)| (place_of(id), row.clone()))
            .collect();
        rows.sort_by_key(|(id, _)| *id);
        self.rows = rows.into_iter().map(|(_, row)| row).collect();
        for id in self.ids.values_mut() {
            *id = place_of(*id);
        }
        for deal in contracts.iter_mut().flatten() {
            deal.payee = place_of(deal.payee);
            for receiver in &mut deal.receivers {
                *receiver = place_of(*receiver);
            }
        }
    }

    /// The deposit that payouts credit: the one named, or the owner's only one.
    pub(super) fn deposit(
        &self,
        path: &str,
        owner: PartyId,
        payout_to: Option<&str>,
        problems: &mut Problems,
    ) -> Option<usize> {
        let path = format!("{path}.payout_to");
        let owner_key = self.key(owner).to_owned();
        if let Some(name) = payout_to {
            let place = problems.resolve(&path, &self.cast.deposit_names, name)?;
            let deposit = self.cast.deposits.get(place)?;
            if !deposit.is_owned {
                return None;
            }
            if deposit.owner != owner {
                let account = name.to_owned();
                problems.at(
                    path,
                    ProblemKind::WrongOwner {
                        account,
                        owner: owner_key,
                    },
                );
                return None;
            }
            return Some(place);
        }
        let deposits = self.cast.deposits.iter().enumerate();
        let own: Vec<_> = deposits
            .filter(|(_, deposit)| deposit.is_owned && deposit.owner == owner)
            .collect();
        if let [(only, _)] = own.as_slice() {
            return Some(*only);
        }
        // An account of nobody, told where it stands, may be the one that is missing.
        if own.is_empty() && self.cast.deposits.iter().any(|deposit| !deposit.is_owned) {
            return None;
        }
        let accounts = own
            .iter()
            .map(|(_, deposit)| deposit.alias.clone())
            .collect();
        let kind = ProblemKind::PayoutAccountUnclear {
            party: owner_key,
            accounts,
        };
        problems.at(path, kind);
        None
    }
}
