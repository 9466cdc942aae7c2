//! What was agreed: fee plans, settlement rules, contracts, and the payees that follow from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::calendar::Calendar;
use crate::base::id::{ContractId, PartyId, PayeeId};
use crate::base::rate::{Rate, plain_sum};
use crate::base::table::Table;
use crate::domain::contract::Mode;
use crate::domain::fee::{FeePlan, Share, SplitRemainder};
use crate::domain::party::PartyKind;
use crate::scenario::limits;
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{self, Agreement, Contract, OnRefund, Scenario, SettlementRule, Split};

use super::calendars;
use super::parties::Cast;
use super::payees::{Claim, PayeeDeal, Payees};
use super::problems::{Names, Problems};

/// Everything agreed, before accounts exist.
pub(super) struct Deals {
    /// One a contract of the scenario, in its order; `None` where it is wrong.
    pub(super) contracts: Vec<Option<Deal>>,
    pub(super) payees: Table<PayeeId, PayeeDeal>,
    pub(super) contract_names: Names,
    /// Whether every agreement could be read; if not, one that seems to be missing may be there.
    pub(super) agreements_are_whole: bool,
    /// Contract of each seller for whom a pooled contract (by its place) collects.
    pub(super) pooled: BTreeMap<(usize, PartyId), ContractId>,
    pub(super) calendars: BTreeMap<String, Arc<Calendar>>,
    pub(super) first_calendar: Option<Calendar>,
}

/// A contract with its names resolved. A pooled one stands once for itself and once for each seller.
#[derive(Clone)]
pub(super) struct Deal {
    pub(super) key: String,
    pub(super) mode: Mode,
    pub(super) channel: PartyId,
    pub(super) provider: Option<PartyId>,
    pub(super) collector: PartyId,
    pub(super) seller: Option<PartyId>,
    /// Whether some route leads the collector's own sales here.
    pub(super) sells_itself: bool,
    pub(super) payee: PayeeId,
    pub(super) fee: FeePlan,
    pub(super) shares: Vec<Share>,
    pub(super) remainder: SplitRemainder,
    pub(super) receivers: Vec<PayeeId>,
    pub(super) notifies: bool,
    pub(super) notification_delay_ms: u32,
    pub(super) split_delay_ms: u32,
    pub(super) shown_name: Option<String>,
}

struct Reader<'a> {
    scenario: &'a Scenario,
    cast: &'a Cast,
    fee_names: Names,
    rule_names: Names,
    payees: Payees<'a>,
}

pub(super) fn deals(scenario: &Scenario, cast: &Cast, problems: &mut Problems) -> Deals {
    let many = |list: usize| u64::try_from(list).unwrap_or(u64::MAX);
    for (list, found, max) in [
        ("fee_plans", scenario.fee_plans.len(), limits::RULES_MAX),
        (
            "settlement_rules",
            scenario.settlement_rules.len(),
            limits::RULES_MAX,
        ),
        ("contracts", scenario.contracts.len(), limits::CONTRACTS_MAX),
    ] {
        problems.limit(list, many(found), many(max));
    }
    let calendars = calendars::named(scenario, problems);
    let contract_ids = scenario
        .contracts
        .iter()
        .map(|contract| contract.id.as_str());
    let contract_names = Names::read("contracts", Noun::Contract, contract_ids, problems);
    let fee_ids = scenario.fee_plans.iter().map(|plan| plan.id.as_str());
    let rule_ids = scenario
        .settlement_rules
        .iter()
        .map(|rule| rule.id.as_str());
    let mut reader = Reader {
        scenario,
        cast,
        fee_names: Names::read("fee_plans", Noun::FeePlan, fee_ids, problems),
        rule_names: Names::read("settlement_rules", Noun::SettlementRule, rule_ids, problems),
        payees: Payees::of(scenario, cast),
    };
    let mut contracts: Vec<Option<Deal>> = scenario
        .contracts
        .iter()
        .enumerate()
        .map(|(place, contract)| reader.deal(place, contract, problems))
        .collect();
    reader.payees.order_collectors(&mut contracts);
    let (pooled, agreements_are_whole) = reader.sellers(&mut contracts, problems);
    let first = scenario.settlement_rules.first();
    let first_calendar = first.and_then(|rule| calendars.get(&rule.calendar));
    let first_calendar = first_calendar.map(|calendar| Calendar::clone(calendar));
    Deals {
        contracts,
        payees: reader.payees.finish(),
        contract_names,
        agreements_are_whole,
        pooled,
        calendars,
        first_calendar,
    }
}

impl Reader<'_> {
    fn deal(&mut self, place: usize, contract: &Contract, problems: &mut Problems) -> Option<Deal> {
        let path = format!("contracts[{place}]");
        let sellers = &[PartyKind::Merchant, PartyKind::Platform];
        let at = |field: &str| format!("{path}.{field}");
        let channel = self.cast.resolve(
            &at("channel"),
            &contract.channel,
            &[PartyKind::Channel],
            Noun::Channel,
            problems,
        );
        let collector = self.cast.resolve(
            &at("collector"),
            &contract.collector,
            sellers,
            Noun::Seller,
            problems,
        );
        let provider = contract.provider.as_ref().and_then(|name| {
            let wanted = &[PartyKind::Platform];
            self.cast
                .resolve(&at("provider"), name, wanted, Noun::Platform, problems)
        });
        self.fits_mode(&path, contract, problems);
        let fee = problems.resolve(at("fee_plan"), &self.fee_names, &contract.fee_plan);
        let fee = fee
            .and_then(|place| self.scenario.fee_plans.get(place))
            .map(fee_plan);
        let named = &contract.settlement_rule;
        let rule = problems.resolve(at("settlement_rule"), &self.rule_names, named);
        let rule = rule
            .and_then(|place| self.scenario.settlement_rules.get(place))
            .cloned();
        self.names_accounts(&path, contract, problems);
        let (channel, collector, fee, rule) = (channel?, collector?, fee?, rule?);

        let claim = Claim {
            path: &path,
            channel,
            owner: collector,
            paid_from: None,
            payout_to: contract.payout_to.as_deref(),
        };
        let payee = self.payees.claimed(&claim, &rule, problems);
        let receivers = self.receivers(&path, contract, channel, problems);
        let rates = contract.splits.iter().map(|split| split.rate);
        shares_fit(at("splits"), rates, &fee, problems);
        let own_book = self.cast.book(collector).is_some();
        Some(Deal {
            key: contract.id.clone(),
            mode: contract.mode,
            channel,
            provider,
            collector,
            seller: None,
            sells_itself: contract.mode != Mode::Pooled || self.sells_by(contract),
            payee: payee?,
            fee,
            shares: contract.splits.iter().map(share).collect(),
            remainder: contract.split_remainder,
            receivers: receivers?,
            notifies: own_book || provider.is_some() || contract.mode == Mode::Pooled,
            notification_delay_ms: contract.notification_delay_seconds.saturating_mul(1000),
            split_delay_ms: contract.split_delay_seconds.saturating_mul(1000),
            shown_name: contract.shown_name.clone(),
        })
    }

    /// Accounts that the contract names exist, whatever else is wrong with it.
    fn names_accounts(&self, path: &str, contract: &Contract, problems: &mut Problems) {
        let own = contract
            .payout_to
            .iter()
            .map(|name| (path.to_owned(), name));
        let splits = contract.splits.iter().enumerate();
        let theirs = splits.filter_map(|(place, split)| {
            let name = split.payout_to.as_ref()?;
            Some((format!("{path}.splits[{place}]"), name))
        });
        for (path, name) in own.chain(theirs) {
            let path = format!("{path}.payout_to");
            problems.resolve(path, &self.cast.deposit_names, name);
        }
    }

    fn fits_mode(&self, path: &str, contract: &Contract, problems: &mut Problems) {
        let mut misfit = |mode: &str, field: &str, missing: bool| {
            let kind = ProblemKind::NotInThisMode {
                mode: mode.to_owned(),
                field: field.to_owned(),
                missing,
            };
            problems.at(format!("{path}.{field}"), kind);
        };
        let mut nothing_but_collects = |mode: &str| {
            if contract.provider.is_some() {
                misfit(mode, "provider", false);
            }
            if !contract.splits.is_empty() {
                misfit(mode, "splits", false);
            }
        };
        match contract.mode {
            Mode::Direct => nothing_but_collects("direct"),
            Mode::Pooled => nothing_but_collects("pooled"),
            Mode::SubMerchant => {
                if contract.provider.is_none() {
                    misfit("sub_merchant", "provider", true);
                }
            }
        }
    }

    fn receivers(
        &mut self,
        path: &str,
        contract: &Contract,
        channel: PartyId,
        problems: &mut Problems,
    ) -> Option<Vec<PayeeId>> {
        let found = u64::try_from(contract.splits.len()).unwrap_or(u64::MAX);
        let max = u64::try_from(limits::SPLITS_MAX).unwrap_or(u64::MAX);
        problems.limit(&format!("{path}.splits"), found, max);
        let mut receivers = Vec::new();
        for (place, split) in contract.splits.iter().enumerate() {
            let path = format!("{path}.splits[{place}]");
            let sellers = &[PartyKind::Merchant, PartyKind::Platform];
            let to = self.cast.resolve(
                &format!("{path}.to"),
                &split.to,
                sellers,
                Noun::Seller,
                problems,
            );
            let payee = to.and_then(|owner| {
                let rule = self.payees.rule_of_receiver(channel, owner)?;
                let claim = Claim {
                    path: &path,
                    channel,
                    owner,
                    paid_from: None,
                    payout_to: split.payout_to.as_deref(),
                };
                self.payees.claimed(&claim, rule, problems)
            });
            receivers.push(payee);
        }
        receivers.into_iter().collect()
    }

    /// For each pooled contract and each seller with an agreement: a contract of its own, and the seller
    /// as a payee of the platform.
    fn sellers(
        &mut self,
        contracts: &mut Vec<Option<Deal>>,
        problems: &mut Problems,
    ) -> (BTreeMap<(usize, PartyId), ContractId>, bool) {
        let mut pooled = BTreeMap::new();
        let mut all_are_read = true;
        let authored: Vec<(usize, Deal)> = contracts
            .iter()
            .enumerate()
            .filter_map(|(place, deal)| Some((place, deal.clone()?)))
            .filter(|(_, deal)| deal.mode == Mode::Pooled)
            .collect();
        for (place, deal) in &authored {
            if self.cast.book(deal.collector).is_none() {
                let party = self.key(deal.collector);
                problems.at(
                    format!("contracts[{place}].collector"),
                    ProblemKind::NeedsBook { party },
                );
            }
        }
        let agreements = &self.scenario.agreements;
        for (at, agreement) in agreements.iter().enumerate() {
            let Some((platform, merchant)) = self.agreed(at, agreement, problems) else {
                all_are_read = false;
                continue;
            };
            for (place, deal) in authored
                .iter()
                .filter(|(_, deal)| deal.collector == platform)
            {
                // A second agreement of the same two is a contradiction, told as such; the first one stands.
                if pooled.contains_key(&(*place, merchant)) {
                    continue;
                }
                let path = format!("agreements[{at}]");
                let seller = self.seller(&path, deal, agreement, merchant, problems);
                let Some(seller) = seller else {
                    all_are_read = false;
                    continue;
                };
                pooled.insert((*place, merchant), ContractId::of(contracts.len()));
                contracts.push(Some(seller));
            }
        }
        (pooled, all_are_read)
    }

    /// Whether a route leads the collector's own sales to its contract.
    fn sells_by(&self, contract: &Contract) -> bool {
        let mut routes = self.scenario.routes.iter();
        routes.any(|route| route.contract == contract.id && route.seller == contract.collector)
    }

    fn key(&self, party: PartyId) -> String {
        self.cast
            .party(party)
            .map(|party| party.key.clone())
            .unwrap_or_default()
    }

    /// The parties of an agreement.
    fn agreed(
        &self,
        at: usize,
        agreement: &Agreement,
        problems: &mut Problems,
    ) -> Option<(PartyId, PartyId)> {
        let path = format!("agreements[{at}].platform");
        let sellers = &[PartyKind::Merchant, PartyKind::Platform];
        let name = &agreement.platform;
        let platform = self
            .cast
            .resolve(&path, name, sellers, Noun::Platform, problems);
        let path = format!("agreements[{at}].merchant");
        let name = &agreement.merchant;
        let merchant = self
            .cast
            .resolve(&path, name, sellers, Noun::Seller, problems);
        if let (Some(merchant), Some(payout_to)) = (merchant, &agreement.payout_to) {
            // Also where the platform collects nothing, so that the account is never asked for.
            let path = format!("agreements[{at}]");
            self.payees
                .deposit(&path, merchant, Some(payout_to), problems);
        }
        // Nobody agrees with itself: a contradiction, told as such.
        platform
            .zip(merchant)
            .filter(|(platform, merchant)| platform != merchant)
    }

    /// The pooled contract as it stands for one seller.
    fn seller(
        &mut self,
        path: &str,
        deal: &Deal,
        agreement: &Agreement,
        merchant: PartyId,
        problems: &mut Problems,
    ) -> Option<Deal> {
        let rates = std::iter::once(agreement.rate);
        shares_fit(format!("{path}.rate"), rates, &deal.fee, problems);
        let paid_from = self.payees.get(deal.payee)?.deposit;
        // The platform settles on the day on which the channel does; only its time of day is its own.
        let rule = SettlementRule {
            pays_at: agreement.pays_at,
            ..self.payees.get(deal.payee)?.rule.clone()
        };
        let claim = Claim {
            path,
            channel: deal.collector,
            owner: merchant,
            paid_from: Some(paid_from),
            payout_to: agreement.payout_to.as_deref(),
        };
        let payee = self.payees.claimed(&claim, &rule, problems)?;
        Some(Deal {
            key: format!("{}/{}", deal.key, self.key(merchant)),
            seller: Some(merchant),
            shares: vec![Share {
                rate: agreement.rate,
                rounding: agreement.rounding,
                returned_on_refund: agreement.on_refund == OnRefund::Return,
            }],
            receivers: vec![payee],
            ..deal.clone()
        })
    }
}

fn fee_plan(plan: &v1::FeePlan) -> FeePlan {
    FeePlan {
        rate: plan.rate,
        rounding: plan.rounding,
        floor: plan.floor,
        cap: plan.cap,
        returned_on_refund: plan.on_refund == OnRefund::Return,
    }
}

fn share(split: &Split) -> Share {
    Share {
        rate: split.rate,
        rounding: split.rounding,
        returned_on_refund: split.on_refund == OnRefund::Return,
    }
}

/// Shares and fee together never exceed a payment.
fn shares_fit(
    path: String,
    rates: impl Iterator<Item = Rate>,
    fee: &FeePlan,
    problems: &mut Problems,
) {
    let rates = rates.chain([fee.rate]);
    let sum: u64 = rates.map(|rate| u64::from(rate.ppm())).sum();
    if sum > 1_000_000 {
        let found = plain_sum(sum);
        problems.at(path, ProblemKind::SplitsExceedPayment { found });
    }
}
