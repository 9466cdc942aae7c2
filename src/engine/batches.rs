//! Batches: everything a payee is owed for one accounting date of the channel, until it is paid or netted.

use std::collections::BTreeMap;

use crate::base::date::{AccountingDate, CivilDate, WallClock};
use crate::base::id::{BatchId, PayeeId};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::scenario::plan::Plan;

use super::fault::{FaultKind, Missing};

/// Everything a payee is owed for one accounting date of the channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// To whom.
    pub payee: PayeeId,
    /// With whose batches it falls due: its own payee's, or those of the platform that collects for it.
    pub via: PayeeId,
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
    /// Whether some of it was in a payout. A later refund may open the batch again, but cannot undo that.
    was_paid: bool,
    /// The payout run that will look at it.
    run_at: WallClock,
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

/// A leg on a pending account, as it enters a batch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Item {
    pub(super) payee: PayeeId,
    pub(super) via: PayeeId,
    pub(super) date: AccountingDate,
    /// Place of the event.
    pub(super) place: u32,
    pub(super) at: WallClock,
    /// Credit positive: what the payee is owed more.
    pub(super) signed: Money,
}

/// All batches, and which of them are open.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Batches {
    rows: Table<BatchId, Batch>,
    by_date: BTreeMap<(PayeeId, PayeeId, AccountingDate), BatchId>,
    latest: Vec<Option<BatchId>>,
    open: Vec<Vec<BatchId>>,
}

impl Batches {
    pub(super) fn of(plan: &Plan) -> Batches {
        let payees = plan.payees().len();
        Batches {
            latest: vec![None; payees],
            open: vec![Vec::new(); payees],
            ..Batches::default()
        }
    }

    /// Batches in the order in which they arose.
    pub(crate) fn rows(&self) -> &Table<BatchId, Batch> {
        &self.rows
    }

    /// Batches of a payee that are open.
    pub(crate) fn open(&self, payee: PayeeId) -> impl Iterator<Item = &Batch> {
        let open = self.open.get(payee.index());
        let ids = open.map(Vec::as_slice).unwrap_or_default().iter();
        ids.filter_map(|id| self.rows.get(*id))
    }

    /// Adds an item; answers the payout run that it makes necessary, if that is not known yet.
    pub(super) fn add(&mut self, plan: &Plan, item: Item) -> Result<Option<WallClock>, FaultKind> {
        let id = self.batch(plan, &item)?;
        let batch = self.rows.get_mut(id).ok_or(Missing::Batch)?;
        batch.amount = batch.amount.plus(item.signed)?;
        batch.unpaid = batch.unpaid.plus(item.signed)?;
        if batch.last_event != item.place {
            batch.items = batch.items.saturating_add(1);
            batch.last_event = item.place;
        }
        let mut wanted = None;
        // What a platform owes is looked at when the channel's payout arrives, not by a run of its own.
        if batch.via == item.payee && batch.run_at <= item.at {
            let payee = plan.payees().get(item.payee).ok_or(Missing::Payee)?;
            let today = item.at.day();
            // The first payout time on or after the due day that is not past. The moment itself is not: whatever
            // reaches a pending account at a moment does so before the payout runs of that moment.
            let days = [
                batch.due,
                batch.due.max(today),
                batch.due.max(today.plus_days(1)),
            ];
            let times = days.map(|day| payee.payout_day(day).at(payee.pays_at));
            batch.run_at = times
                .into_iter()
                .find(|at| *at >= item.at)
                .unwrap_or(item.at);
            wanted = Some(batch.run_at);
        }
        if batch.closed.take().is_some()
            && let Some(open) = self.open.get_mut(item.payee.index())
        {
            open.push(id);
        }
        Ok(wanted)
    }

    /// The batch of an item; a new one when it is the first.
    fn batch(&mut self, plan: &Plan, item: &Item) -> Result<BatchId, FaultKind> {
        let latest = self.latest.get(item.payee.index()).copied().flatten();
        // Almost every item falls into the batch of the one before it.
        if let Some(id) = latest
            && self
                .rows
                .get(id)
                .is_some_and(|row| row.date == item.date && row.via == item.via)
        {
            return Ok(id);
        }
        let key = (item.payee, item.via, item.date);
        let id = match self.by_date.get(&key).copied() {
            Some(id) => id,
            None => {
                let via = plan.payees().get(item.via).ok_or(Missing::Payee)?;
                let id = self.rows.push(Batch {
                    payee: item.payee,
                    via: item.via,
                    date: item.date,
                    due: via.due(item.date).ok_or(Missing::DueDate)?,
                    amount: Money::ZERO,
                    items: 0,
                    unpaid: Money::ZERO,
                    closed: None,
                    was_paid: false,
                    run_at: WallClock::of_millis(i64::MIN),
                    last_event: u32::MAX,
                });
                self.by_date.insert(key, id);
                self.open
                    .get_mut(item.payee.index())
                    .ok_or(Missing::Payee)?
                    .push(id);
                id
            }
        };
        if let Some(latest) = self.latest.get_mut(item.payee.index()) {
            *latest = Some(id);
        }
        Ok(id)
    }

    /// Sum of a payee's open batches that are due by this day via `via`, and whether there are any.
    pub(super) fn due(
        &self,
        payee: PayeeId,
        via: PayeeId,
        day: CivilDate,
    ) -> Result<(Money, bool), FaultKind> {
        let mut sum = Money::ZERO;
        let mut any = false;
        for id in self.due_batches(payee, via, day) {
            let batch = self.rows.get(id).ok_or(Missing::Batch)?;
            sum = sum.plus(batch.unpaid)?;
            any = true;
        }
        Ok((sum, any))
    }

    fn due_batches(&self, payee: PayeeId, via: PayeeId, day: CivilDate) -> Vec<BatchId> {
        let open = self
            .open
            .get(payee.index())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let is_due = |id: &BatchId| {
            self.rows
                .get(*id)
                .is_some_and(|batch| batch.due <= day && batch.via == via)
        };
        open.iter().copied().filter(is_due).collect()
    }

    /// Gives a payment to the batches due: all of them when it pays the whole sum, else the oldest first.
    pub(super) fn pay(
        &mut self,
        payee: PayeeId,
        via: PayeeId,
        day: CivilDate,
        amount: Money,
    ) -> Result<(), FaultKind> {
        let (sum, _) = self.due(payee, via, day)?;
        let due = self.due_batches(payee, via, day);
        if sum == amount {
            return due
                .into_iter()
                .try_for_each(|id| self.close(id, Closed::Paid));
        }
        let mut left = amount;
        for id in due {
            let batch = self.rows.get_mut(id).ok_or(Missing::Batch)?;
            let part = batch.unpaid.min(left).max(Money::ZERO);
            batch.unpaid = batch.unpaid.minus(part)?;
            left = left.minus(part)?;
            batch.was_paid |= part.is_positive();
            if batch.unpaid.is_zero() {
                self.close(id, Closed::Offset)?;
            }
        }
        Ok(())
    }

    /// Closes the batches due that cancel each other out.
    pub(super) fn offset(
        &mut self,
        payee: PayeeId,
        via: PayeeId,
        day: CivilDate,
    ) -> Result<(), FaultKind> {
        let due = self.due_batches(payee, via, day);
        due.into_iter()
            .try_for_each(|id| self.close(id, Closed::Offset))
    }

    fn close(&mut self, id: BatchId, how: Closed) -> Result<(), FaultKind> {
        let batch = self.rows.get_mut(id).ok_or(Missing::Batch)?;
        batch.unpaid = Money::ZERO;
        batch.was_paid |= how == Closed::Paid;
        batch.closed = Some(if batch.was_paid { Closed::Paid } else { how });
        let payee = batch.payee.index();
        if let Some(open) = self.open.get_mut(payee) {
            open.retain(|other| *other != id);
        }
        Ok(())
    }
}
