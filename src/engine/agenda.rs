//! What is due next, in one order: time, then phase, then place. Payments, notifications, splits and
//! refunds come from sorted lists of the plan; only cuts and payout runs are kept in a small ordered set.

use std::collections::BTreeSet;

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{BookId, LineId, OutflowId, PartyId, PayeeId, RefundId};
use crate::scenario::limits;
use crate::scenario::plan::Plan;

use super::desk::Wanted;
use super::fault::{FaultKind, Missing};

/// The order of things that fall on the same moment; the order of the variants is the specification.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    /// Books turn first: by default the instant of the cut belongs to the new day.
    DayCut,
    /// Then payers pay.
    Payment,
    /// Refunds, each with the top-up it needs.
    Refund,
    /// Platforms learn.
    Notification,
    /// Orders are split.
    Split,
    /// Payout runs.
    Settle,
    /// Platforms pay sellers.
    Transfer,
    /// Deposits pay what no settlement asks for.
    Outflow,
}

/// Something due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Work {
    /// A book turns from this date to the next.
    Cut(BookId, AccountingDate),
    /// A payer pays.
    Pay(LineId),
    /// A refund is asked for.
    Refund(RefundId),
    /// Somebody learns of a payment.
    Notify(LineId),
    /// A payment is split.
    Split(LineId),
    /// A payee's due batches are paid out.
    Settle(PayeeId),
    /// A platform pays the sellers whose turn it is what it has settled to them.
    Transfer(PartyId),
    /// A deposit pays what no settlement asks for.
    Outflow(OutflowId),
}

/// Work and when it is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Due {
    /// When.
    pub at: WallClock,
    /// What.
    pub work: Work,
}

/// A line of the agenda; the smallest is due next.
type Entry = (WallClock, Phase, Work);

/// Everything that is still due.
pub struct Agenda<'a> {
    plan: &'a Plan,
    paid: usize,
    refunded: usize,
    notified: usize,
    split: usize,
    flowed_out: usize,
    /// The next entry of each sorted list.
    payment: Option<Entry>,
    refund: Option<Entry>,
    notice: Option<Entry>,
    splitting: Option<Entry>,
    outflow: Option<Entry>,
    control: BTreeSet<Entry>,
    /// The last moment at which anything but a cut is known to be due.
    last_activity: WallClock,
    /// No payout run is scheduled at or after this moment.
    closes: WallClock,
}

impl<'a> Agenda<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Agenda<'a> {
        let mut agenda = Agenda {
            plan,
            paid: 0,
            refunded: 0,
            notified: 0,
            split: 0,
            flowed_out: 0,
            payment: None,
            refund: None,
            notice: None,
            splitting: None,
            outflow: None,
            control: BTreeSet::new(),
            last_activity: plan.starts(),
            closes: plan
                .traffic_ends()
                .plus_days(i64::from(limits::DAYS_AFTER_MAX)),
        };
        agenda.payment = agenda.next_payment();
        agenda.refund = agenda.next_refund();
        agenda.notice = agenda.next_notice();
        agenda.splitting = agenda.next_split();
        agenda.outflow = agenda.next_outflow();
        let known = plan.notified().last().and_then(|line| plan.known_at(*line));
        let split = plan.split().last().and_then(|line| plan.split_at(*line));
        let outflow = plan.outflows().rows().last().map(|outflow| outflow.at);
        agenda.last_activity = [known, split, outflow]
            .into_iter()
            .flatten()
            .fold(agenda.last_activity, WallClock::max);
        for (book, row) in plan.books().iter() {
            agenda.schedule_cut(book, row.cut_off.accounting_date(plan.opens()));
        }
        agenda
    }

    fn schedule_cut(&mut self, book: BookId, closing: AccountingDate) {
        if let Some(row) = self.plan.books().get(book) {
            let at = row.cut_off.cut_after(closing);
            self.control
                .insert((at, Phase::DayCut, Work::Cut(book, closing)));
        }
    }

    /// Later work; asking twice for the same moment is asking once.
    pub(crate) fn schedule(&mut self, wanted: Wanted) {
        let (at, phase, work) = match wanted {
            Wanted::Settlement(at, payee) => (at, Phase::Settle, Work::Settle(payee)),
            Wanted::Transfer(at, platform) => (at, Phase::Transfer, Work::Transfer(platform)),
        };
        if at < self.closes {
            self.last_activity = self.last_activity.max(at);
            self.control.insert((at, phase, work));
        }
    }

    /// What is due next; nothing when every book has closed the date of the last activity.
    pub(crate) fn next(&mut self) -> Result<Option<Due>, FaultKind> {
        loop {
            let control = self.control.first().copied();
            let known = [
                self.payment,
                self.refund,
                self.notice,
                self.splitting,
                self.outflow,
                control,
            ];
            let Some((at, _, work)) = known.into_iter().flatten().min() else {
                return Ok(None);
            };
            match work {
                Work::Pay(_) => {
                    self.paid = self.paid.saturating_add(1);
                    self.payment = self.next_payment();
                }
                Work::Refund(_) => {
                    self.refunded = self.refunded.saturating_add(1);
                    self.refund = self.next_refund();
                }
                Work::Notify(_) => {
                    self.notified = self.notified.saturating_add(1);
                    self.notice = self.next_notice();
                }
                Work::Split(_) => {
                    self.split = self.split.saturating_add(1);
                    self.splitting = self.next_split();
                }
                Work::Outflow(_) => {
                    self.flowed_out = self.flowed_out.saturating_add(1);
                    self.outflow = self.next_outflow();
                }
                Work::Settle(_) | Work::Transfer(_) => {
                    self.control.pop_first();
                }
                Work::Cut(book, closing) => {
                    self.control.pop_first();
                    if self.is_idle(book, closing, at)? {
                        continue;
                    }
                    self.schedule_cut(book, closing.next());
                }
            }
            return Ok(Some(Due { at, work }));
        }
    }

    /// Whatever could still come is already known: after the days of traffic, a cut that closes nothing
    /// more is the end of this book.
    fn is_idle(
        &self,
        book: BookId,
        closing: AccountingDate,
        at: WallClock,
    ) -> Result<bool, FaultKind> {
        let row = self.plan.books().get(book).ok_or(Missing::Book)?;
        let idle = closing > row.cut_off.accounting_date(self.last_activity);
        Ok(idle && at > self.plan.traffic_ends())
    }

    fn next_payment(&self) -> Option<Entry> {
        let id = LineId::of(self.paid);
        let line = self.plan.lines().get(id)?;
        Some((line.at, Phase::Payment, Work::Pay(id)))
    }

    fn next_refund(&self) -> Option<Entry> {
        let id = RefundId::of(self.refunded);
        let refund = self.plan.refunds().get(id)?;
        Some((refund.at, Phase::Refund, Work::Refund(id)))
    }

    fn next_notice(&self) -> Option<Entry> {
        let line = *self.plan.notified().get(self.notified)?;
        Some((
            self.plan.known_at(line)?,
            Phase::Notification,
            Work::Notify(line),
        ))
    }

    fn next_outflow(&self) -> Option<Entry> {
        let id = OutflowId::of(self.flowed_out);
        let outflow = self.plan.outflows().get(id)?;
        Some((outflow.at, Phase::Outflow, Work::Outflow(id)))
    }

    fn next_split(&self) -> Option<Entry> {
        let line = *self.plan.split().get(self.split)?;
        Some((self.plan.split_at(line)?, Phase::Split, Work::Split(line)))
    }
}
