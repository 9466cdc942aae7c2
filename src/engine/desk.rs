//! The settlement desk: what is still open. Batches of each payee, payouts, and what refunds have given
//! back so far. Changed only by events, never by decisions.

use std::collections::BTreeMap;

use crate::base::date::{AccountingDate, CivilDate, WallClock};
use crate::base::id::{AccountId, BatchId, PayeeId, PayoutId, RefundId};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::domain::posting::Meaning;
use crate::scenario::plan::{Plan, RefundedPayment};

use super::event::{DeferReason, Event, Happening};
use super::fault::{FaultKind, Missing};
use super::ledger::PostedLeg;

/// Everything a payee is owed for one accounting date of the channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// To whom.
    pub payee: PayeeId,
    /// Accounting date in the channel's book.
    pub date: AccountingDate,
    /// Natural day on which it is due.
    pub due: CivilDate,
    /// Sum of its legs on the pending account.
    pub amount: Money,
    /// Number of happenings in it.
    pub items: u32,
    /// What of it is still to be paid (or netted).
    pub unpaid: Money,
    /// How it was closed.
    pub closed: Option<Closed>,
    /// The payout run that will look at it.
    pub run_at: WallClock,
    last_event: u32,
}

/// How a batch was closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closed {
    /// By a payout.
    Paid,
    /// By netting with other batches.
    Offset,
}

/// One payout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaidOut {
    /// To whom.
    pub payee: PayeeId,
    /// When it was settled.
    pub at: WallClock,
    /// How much.
    pub amount: Money,
    /// Place of the event at which it arrived.
    pub arrived: Option<u32>,
}

/// What the refunds of one payment have given back so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GivenBack {
    /// To the payer.
    pub amount: Money,
    /// Fee, by the channel.
    pub fee: Money,
    /// Shares, by each receiver.
    pub shares: Vec<Money>,
}

/// Open items and totals.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Desk {
    batches: Table<BatchId, Batch>,
    by_date: BTreeMap<(PayeeId, AccountingDate), BatchId>,
    latest: Vec<Option<BatchId>>,
    open: Vec<Vec<BatchId>>,
    payouts: Table<PayoutId, PaidOut>,
    given_back: BTreeMap<RefundedPayment, GivenBack>,
    /// Payout runs that the last event made necessary.
    runs_wanted: Vec<(WallClock, PayeeId)>,
    /// Refunds refused.
    pub refused: u32,
}

impl Desk {
    pub(crate) fn opened(plan: &Plan) -> Desk {
        let payees = plan.payees().len();
        Desk {
            latest: vec![None; payees],
            open: vec![Vec::new(); payees],
            ..Desk::default()
        }
    }

    /// Batches in the order in which they arose.
    pub(crate) fn batches(&self) -> &Table<BatchId, Batch> {
        &self.batches
    }

    /// Payouts in time order.
    pub(crate) fn payouts(&self) -> &Table<PayoutId, PaidOut> {
        &self.payouts
    }

    /// The payout that the next settlement makes.
    pub(crate) fn next_payout(&self) -> PayoutId {
        PayoutId::of(self.payouts.len())
    }

    /// Payout runs that the last event made necessary.
    pub(crate) fn runs_wanted(&self) -> &[(WallClock, PayeeId)] {
        &self.runs_wanted
    }

    /// What refunds of this payment have given back so far.
    pub(crate) fn given_back(&self, of: &RefundedPayment) -> GivenBack {
        self.given_back.get(of).cloned().unwrap_or_default()
    }

    /// Sum of a payee's open batches that are due by this day, and whether there are any.
    pub(crate) fn due(&self, payee: PayeeId, day: CivilDate) -> Result<(Money, bool), FaultKind> {
        let mut sum = Money::ZERO;
        let mut any = false;
        for batch in self.due_batches(payee, day) {
            let batch = self.batches.get(batch).ok_or(Missing::Batch)?;
            sum = sum.plus(batch.unpaid)?;
            any = true;
        }
        Ok((sum, any))
    }

    fn due_batches(&self, payee: PayeeId, day: CivilDate) -> Vec<BatchId> {
        let open = self
            .open
            .get(payee.index())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let is_due = |id: &BatchId| self.batches.get(*id).is_some_and(|batch| batch.due <= day);
        open.iter().copied().filter(is_due).collect()
    }

    /// Takes note of an event: the only writer of the desk.
    pub(crate) fn apply(
        &mut self,
        plan: &Plan,
        place: u32,
        event: &Event,
        legs: &[PostedLeg],
    ) -> Result<(), FaultKind> {
        self.runs_wanted.clear();
        for posted in legs {
            if posted.leg.meaning != Meaning::Cleared {
                let (debit, credit) = (posted.leg.debit, posted.leg.credit);
                self.item(
                    plan,
                    place,
                    event.at,
                    posted,
                    debit,
                    posted.leg.amount.negated(),
                )?;
                self.item(plan, place, event.at, posted, credit, posted.leg.amount)?;
            }
        }
        match event.what {
            Happening::Settled { payee, amount, .. } => {
                self.payouts.push(PaidOut {
                    payee,
                    at: event.at,
                    amount,
                    arrived: None,
                });
                self.pay(payee, event.at.day(), amount)?;
            }
            Happening::PayoutSucceeded { payout, .. } => {
                let payout = self.payouts.get_mut(payout).ok_or(Missing::Payout)?;
                payout.arrived = Some(place);
            }
            Happening::PayoutDeferred {
                payee,
                reason: DeferReason::Offset,
                ..
            } => {
                for id in self.due_batches(payee, event.at.day()) {
                    self.close(id, Closed::Offset)?;
                }
            }
            Happening::ShareReturned {
                refund,
                place,
                amount,
            } => {
                let place = crate::base::id::to_index(place);
                let given = self.given(plan, refund)?;
                if given.shares.len() <= place {
                    given.shares.resize(place.saturating_add(1), Money::ZERO);
                }
                if let Some(share) = given.shares.get_mut(place) {
                    *share = share.plus(amount)?;
                }
            }
            Happening::Refunded {
                refund,
                amount,
                fee,
            } => {
                let given = self.given(plan, refund)?;
                given.amount = given.amount.plus(amount)?;
                given.fee = given.fee.plus(fee)?;
            }
            Happening::RefundRefused { .. } => self.refused = self.refused.saturating_add(1),
            Happening::Opened { .. }
            | Happening::DayCut { .. }
            | Happening::Captured { .. }
            | Happening::Notified { .. }
            | Happening::Split { .. }
            | Happening::ToppedUp { .. }
            | Happening::PayoutSent { .. }
            | Happening::PayoutDeferred { .. } => {}
        }
        Ok(())
    }

    fn given(&mut self, plan: &Plan, refund: RefundId) -> Result<&mut GivenBack, FaultKind> {
        let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
        Ok(self.given_back.entry(refund.of.clone()).or_default())
    }

    /// A leg on a pending account belongs to the batch of its date. `signed` is credit positive.
    fn item(
        &mut self,
        plan: &Plan,
        place: u32,
        at: WallClock,
        posted: &PostedLeg,
        account: AccountId,
        signed: Money,
    ) -> Result<(), FaultKind> {
        let Some(payee) = plan.payee_of(account) else {
            return Ok(());
        };
        let id = self.batch(plan, payee, posted.date)?;
        let batch = self.batches.get_mut(id).ok_or(Missing::Batch)?;
        batch.amount = batch.amount.plus(signed)?;
        batch.unpaid = batch.unpaid.plus(signed)?;
        if batch.last_event != place {
            batch.items = batch.items.saturating_add(1);
            batch.last_event = place;
        }
        let reopened = batch.closed.take().is_some();
        if batch.run_at <= at {
            let payee_row = plan.payees().get(payee).ok_or(Missing::Payee)?;
            // The first payout time on or after the due day that still lies ahead.
            let mut run_at = batch.due.at(payee_row.pays_at);
            if run_at <= at {
                run_at = at.day().at(payee_row.pays_at);
            }
            if run_at <= at {
                run_at = at.day().plus_days(1).at(payee_row.pays_at);
            }
            batch.run_at = run_at;
            self.runs_wanted.push((run_at, payee));
        }
        if reopened && let Some(open) = self.open.get_mut(payee.index()) {
            open.push(id);
        }
        Ok(())
    }

    /// The batch of a payee and date; a new one when it is the first leg.
    fn batch(
        &mut self,
        plan: &Plan,
        payee: PayeeId,
        date: AccountingDate,
    ) -> Result<BatchId, FaultKind> {
        let latest = self.latest.get(payee.index()).copied().flatten();
        if let Some(id) = latest
            && self.batches.get(id).is_some_and(|batch| batch.date == date)
        {
            return Ok(id);
        }
        let known = self.by_date.get(&(payee, date)).copied();
        let id = match known {
            Some(id) => id,
            None => {
                let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
                let due = row.due(date).ok_or(Missing::DueDate)?;
                let id = self.batches.push(Batch {
                    payee,
                    date,
                    due,
                    amount: Money::ZERO,
                    items: 0,
                    unpaid: Money::ZERO,
                    closed: None,
                    run_at: WallClock::of_millis(i64::MIN),
                    last_event: u32::MAX,
                });
                self.by_date.insert((payee, date), id);
                self.open
                    .get_mut(payee.index())
                    .ok_or(Missing::Payee)?
                    .push(id);
                id
            }
        };
        if let Some(latest) = self.latest.get_mut(payee.index()) {
            *latest = Some(id);
        }
        Ok(id)
    }

    /// Gives a payout to the batches due: all of them when it pays the whole sum, else the oldest first.
    fn pay(&mut self, payee: PayeeId, day: CivilDate, amount: Money) -> Result<(), FaultKind> {
        let (sum, _) = self.due(payee, day)?;
        let due = self.due_batches(payee, day);
        if sum == amount {
            return due
                .into_iter()
                .try_for_each(|id| self.close(id, Closed::Paid));
        }
        let mut left = amount;
        for id in due {
            let batch = self.batches.get_mut(id).ok_or(Missing::Batch)?;
            let part = batch.unpaid.min(left).max(Money::ZERO);
            batch.unpaid = batch.unpaid.minus(part)?;
            left = left.minus(part)?;
            if batch.unpaid.is_zero() {
                self.close(id, Closed::Paid)?;
            }
        }
        Ok(())
    }

    fn close(&mut self, id: BatchId, how: Closed) -> Result<(), FaultKind> {
        let batch = self.batches.get_mut(id).ok_or(Missing::Batch)?;
        batch.unpaid = Money::ZERO;
        batch.closed = Some(how);
        let payee = batch.payee.index();
        if let Some(open) = self.open.get_mut(payee) {
            open.retain(|other| *other != id);
        }
        Ok(())
    }
}
