//! Others' sales in the hands of a party without a licence: what it collected in its own name, what the channel
//! paid it, what it passed on to whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::view::{
    EVENTS_MAX, Evidence, Finding, FlowStep, HeldMost, HeldOverRun, RuleId, Severity,
};
use crate::base::date::{CivilDate, WallClock};
use crate::base::id::{AccountId, PartyId, PayeeId};
use crate::base::money::{Money, MoneyRange};

use super::refunding::Taken;

/// Events with the sum of their amounts.
#[derive(Clone, Default)]
pub(super) struct Sum {
    pub(super) amount: Money,
    pub(super) evidence: Evidence,
}

impl Sum {
    /// Takes note of the event at a place.
    pub(super) fn note(
        &mut self,
        place: u32,
        at: WallClock,
        amount: Money,
    ) -> Result<(), MoneyRange> {
        self.amount = self.amount.plus(amount)?;
        let evidence = &mut self.evidence;
        evidence.count = evidence.count.saturating_add(1);
        if evidence.events.len() < EVENTS_MAX {
            evidence.events.push(place.saturating_add(1));
        }
        evidence.first.get_or_insert(at);
        evidence.last = Some(at);
        Ok(())
    }
}

/// The evidence of several sums together, in the order of time.
pub(super) fn together<'s>(sums: impl IntoIterator<Item = &'s Sum>) -> Evidence {
    let mut all = Evidence::default();
    for sum in sums {
        let one = &sum.evidence;
        all.events.extend(&one.events);
        all.count = all.count.saturating_add(one.count);
        all.first = all.first.into_iter().chain(one.first).min();
        all.last = all.last.max(one.last);
    }
    all.events.sort_unstable();
    all.events.truncate(EVENTS_MAX);
    all
}

/// Everything about one party without a licence that collects for others.
#[derive(Default)]
pub(super) struct Pool {
    pub(super) holder: PartyId,
    /// Whether it is the one cashier of a building's shops, on which views differ (SC-26).
    pub(super) contested: bool,
    /// Where the money lay: claims at channels, and own deposits.
    pub(super) accounts: BTreeSet<AccountId>,
    /// Others' sales, by merchant number and seller.
    pub(super) collected: BTreeMap<PayeeId, BTreeMap<PartyId, Sum>>,
    /// What channels paid out to it.
    pub(super) paid_out: BTreeMap<PartyId, Sum>,
    /// What it paid to each seller.
    pub(super) passed_on: BTreeMap<PartyId, Sum>,
    /// What it paid on each day, and to whom.
    pub(super) days: BTreeMap<CivilDate, BTreeMap<PartyId, Sum>>,
    /// Its commission on others' sales.
    pub(super) commission: Sum,
    /// What a refund of one seller took of others' money.
    pub(super) borrowed: BTreeMap<PartyId, Sum>,
    /// Day cuts of its book: when, and the place of the event.
    pub(super) cuts: BTreeMap<WallClock, u32>,
    /// Contracts, agreements and refunds, as paths of the document.
    pub(super) paths: BTreeSet<String>,
    /// The refunds among them, by seller.
    pub(super) refund_paths: BTreeMap<PartyId, BTreeSet<String>>,
    /// Others' money over the whole run.
    pub(super) held: HeldOverRun,
}

impl Pool {
    /// How grave it is that a party without a licence collects, keeps and passes on at all. Views differ on a
    /// mall's cashier, so that it is warned of and not cleared.
    pub(super) const fn severity(&self) -> Severity {
        if self.contested {
            Severity::Warning
        } else {
            Severity::High
        }
    }

    /// All sellers for whom something was collected.
    pub(super) fn sellers(&self) -> Vec<PartyId> {
        let sellers = self.collected.values().flat_map(BTreeMap::keys);
        let sellers: BTreeSet<PartyId> = sellers.copied().collect();
        sellers.into_iter().collect()
    }

    /// All sums collected.
    pub(super) fn sales(&self) -> impl Iterator<Item = &Sum> {
        self.collected.values().flat_map(BTreeMap::values)
    }

    /// Refunds of one seller took others' money.
    pub(super) fn borrows(&mut self, taken: Taken) -> Result<(), MoneyRange> {
        let sum = self.borrowed.entry(taken.seller).or_default();
        // The amount is that of all of them together.
        let mut amount = taken.amount;
        for place in taken.events {
            sum.note(place, taken.at, amount)?;
            amount = Money::ZERO;
        }
        let paths = self.refund_paths.entry(taken.seller).or_default();
        paths.extend(taken.paths);
        Ok(())
    }

    /// Payers, channels, the holder, sellers: how the money went.
    pub(super) fn path(&self) -> Result<Vec<FlowStep>, MoneyRange> {
        let step = |from, to, amount| FlowStep { from, to, amount };
        let collected = self
            .sales()
            .try_fold(Money::ZERO, |all, one| all.plus(one.amount))?;
        let mut path = vec![step(None, self.holder, collected)];
        for (channel, sum) in &self.paid_out {
            path.push(step(Some(*channel), self.holder, sum.amount));
        }
        for (seller, sum) in &self.passed_on {
            path.push(step(Some(self.holder), *seller, sum.amount));
        }
        Ok(path)
    }

    /// The most that it held, where it held any.
    pub(super) fn most(&self) -> Option<HeldMost> {
        Some(HeldMost {
            maximum: self.held.maximum,
            maximum_at: self.held.maximum_at?,
            held_ms: self.held.held_ms,
            longest: self.held.longest?,
        })
    }

    /// A finding about the pool.
    pub(super) fn finding(
        &self,
        (rule, severity): (RuleId, Severity),
        others: Vec<PartyId>,
        amount: Money,
        evidence: Evidence,
    ) -> Result<Finding, MoneyRange> {
        Ok(Finding {
            rule,
            severity,
            subject: self.holder,
            others,
            accounts: self.accounts.iter().copied().collect(),
            path: self.path()?,
            amount,
            held: self.most(),
            days: None,
            evidence,
            paths: self.paths.iter().cloned().collect(),
        })
    }
}
