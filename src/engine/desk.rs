//! The settlement desk: what is still open. Batches of each payee, payouts, and what refunds have given
//! back so far. Changed only by events, never by decisions.

use std::collections::BTreeMap;

use crate::base::date::{AccountingDate, CivilDate, WallClock};
use crate::base::id::{AccountId, PartyId, PayeeId, PayoutId, RefundId};
use crate::base::money::{Money, MoneyRange};
use crate::base::table::Table;
use crate::domain::contract::RefundedFrom;
use crate::domain::posting::Meaning;
use crate::scenario::plan::{Plan, RefundedPayment};

use super::batches::{Batches, Item};
use super::event::{DeferReason, Event, Happening};
use super::fault::{FaultKind, Missing};
use super::ledger::PostedLeg;

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
    /// What of `amount` went back before the order was split, out of its frozen money.
    pub amount_frozen: Money,
    /// The part of `fee` that went with it.
    pub fee_frozen: Money,
    /// Whether a refund finished the order before its split, so that no share was ever taken.
    pub is_finished: bool,
}

impl GivenBack {
    fn refunded(
        &mut self,
        from: RefundedFrom,
        amount: Money,
        fee: Money,
    ) -> Result<(), MoneyRange> {
        self.amount = self.amount.plus(amount)?;
        self.fee = self.fee.plus(fee)?;
        if from == RefundedFrom::Frozen {
            self.amount_frozen = self.amount;
            self.fee_frozen = self.fee;
        }
        Ok(())
    }
}

/// What a platform has settled to a seller and not paid yet, out of one of its deposits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// When it is to be paid.
    pub due: WallClock,
    /// All of it.
    pub amount: Money,
}

/// Work that the last event made necessary, at a later moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// A payout run for a payee of a channel.
    Settlement(WallClock, PayeeId),
    /// A platform pays sellers.
    Transfer(WallClock, PartyId),
}

/// Open items and totals.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Desk {
    batches: Batches,
    payouts: Table<PayoutId, PaidOut>,
    given_back: BTreeMap<RefundedPayment, GivenBack>,
    /// What platforms have settled to sellers and not paid yet.
    transfers: BTreeMap<PayeeId, Waiting>,
    wanted: Vec<Wanted>,
    /// Refunds refused.
    pub refused: u32,
}

impl Desk {
    pub(crate) fn opened(plan: &Plan) -> Desk {
        Desk {
            batches: Batches::of(plan),
            ..Desk::default()
        }
    }

    /// All batches.
    pub(crate) fn batches(&self) -> &Batches {
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

    /// Work that the last event made necessary.
    pub(crate) fn wanted(&self) -> &[Wanted] {
        &self.wanted
    }

    /// What a seller is to be paid by its platform, if anything was settled to it.
    pub(crate) fn waiting(&self, seller: PayeeId) -> Option<Waiting> {
        self.transfers.get(&seller).copied()
    }

    /// What refunds of this payment have given back so far.
    pub(crate) fn given_back(&self, of: &RefundedPayment) -> GivenBack {
        self.given_back.get(of).cloned().unwrap_or_default()
    }

    /// The same, if it was refunded at all.
    pub(crate) fn refunds_of(&self, of: &RefundedPayment) -> Option<&GivenBack> {
        self.given_back.get(of)
    }

    /// Sum of a payee's open batches that are due by this day via `via`, and whether there are any.
    pub(crate) fn due(
        &self,
        payee: PayeeId,
        via: PayeeId,
        day: CivilDate,
    ) -> Result<(Money, bool), FaultKind> {
        self.batches.due(payee, via, day)
    }

    /// Takes note of an event: the only writer of the desk.
    pub(crate) fn apply(
        &mut self,
        plan: &Plan,
        place: u32,
        event: &Event,
        legs: &[PostedLeg],
    ) -> Result<(), FaultKind> {
        self.wanted.clear();
        for posted in legs {
            if posted.leg.meaning != Meaning::Cleared {
                let amount = posted.leg.amount;
                self.item(
                    plan,
                    (place, event),
                    posted,
                    posted.leg.debit,
                    amount.negated(),
                )?;
                self.item(plan, (place, event), posted, posted.leg.credit, amount)?;
            }
        }
        let day = event.at.day();
        match event.what {
            Happening::Settled { payee, amount, .. } => {
                self.payouts.push(PaidOut {
                    payee,
                    at: event.at,
                    amount,
                    arrived: None,
                });
                self.batches.pay(payee, payee, day, amount)?;
            }
            Happening::PayoutSucceeded { payout, .. } => {
                self.payouts.get_mut(payout).ok_or(Missing::Payout)?.arrived = Some(place);
            }
            Happening::PayoutDeferred {
                payee,
                reason: DeferReason::Offset,
                ..
            } => {
                self.batches.offset(payee, payee, day)?;
            }
            Happening::SettledByPlatform {
                payout,
                payee,
                amount,
            } => {
                let via = self.payouts.get(payout).ok_or(Missing::Payout)?.payee;
                self.batches.pay(payee, via, day, amount)?;
                self.settled_by_platform(plan, event.at, payee, amount)?;
            }
            Happening::TransferDeferred { payee, .. } => {
                // The transfers of this moment are over.
                let due = self.want_transfer(plan, event.at.plus_millis(1), payee)?;
                if let Some(waiting) = self.transfers.get_mut(&payee) {
                    waiting.due = due;
                }
            }
            Happening::Transferred { payee, .. } => {
                self.transfers.remove(&payee);
            }
            Happening::ShareReturned {
                refund,
                place,
                amount,
            } => {
                self.share_returned(plan, refund, crate::base::id::to_index(place), amount)?;
            }
            Happening::Refunded {
                refund,
                from,
                amount,
                fee,
            } => self.given(plan, refund)?.refunded(from, amount, fee)?,
            Happening::Unfrozen { refund, .. } => self.given(plan, refund)?.is_finished = true,
            Happening::RefundRefused { .. } => self.refused = self.refused.saturating_add(1),
            Happening::Opened { .. }
            | Happening::DayCut { .. }
            | Happening::Captured { .. }
            | Happening::Notified { .. }
            | Happening::Split { .. }
            | Happening::ToppedUp { .. }
            | Happening::PayoutSent { .. }
            | Happening::PayoutDeferred { .. }
            | Happening::OutflowPaid { .. }
            | Happening::OutflowRefused { .. } => {}
        }
        Ok(())
    }

    fn given(&mut self, plan: &Plan, refund: RefundId) -> Result<&mut GivenBack, FaultKind> {
        let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
        Ok(self.given_back.entry(refund.of.clone()).or_default())
    }

    fn share_returned(
        &mut self,
        plan: &Plan,
        refund: RefundId,
        place: usize,
        amount: Money,
    ) -> Result<(), FaultKind> {
        let given = self.given(plan, refund)?;
        if given.shares.len() <= place {
            given.shares.resize(place.saturating_add(1), Money::ZERO);
        }
        if let Some(share) = given.shares.get_mut(place) {
            *share = share.plus(amount)?;
        }
        Ok(())
    }

    /// A seller waits for what was settled to it. What is settled at a moment can be paid at that moment: transfers
    /// come after payout runs.
    fn settled_by_platform(
        &mut self,
        plan: &Plan,
        at: WallClock,
        payee: PayeeId,
        amount: Money,
    ) -> Result<(), FaultKind> {
        let due = self.want_transfer(plan, at, payee)?;
        let nothing = Waiting {
            due,
            amount: Money::ZERO,
        };
        // Who waits already is paid when it was to be paid, with what was settled since.
        let waiting = self.transfers.entry(payee).or_insert(nothing);
        waiting.amount = waiting.amount.plus(amount)?;
        Ok(())
    }

    /// The platform's first payment time from this moment on, itself included.
    fn want_transfer(
        &mut self,
        plan: &Plan,
        from: WallClock,
        payee: PayeeId,
    ) -> Result<WallClock, FaultKind> {
        let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
        let today = from.day().at(row.pays_at);
        let next = if today >= from {
            today
        } else {
            from.day().plus_days(1).at(row.pays_at)
        };
        self.wanted.push(Wanted::Transfer(next, row.channel));
        Ok(next)
    }

    /// A leg on a pending account belongs to a batch. `signed` is credit positive.
    fn item(
        &mut self,
        plan: &Plan,
        (place, event): (u32, &Event),
        posted: &PostedLeg,
        account: AccountId,
        signed: Money,
    ) -> Result<(), FaultKind> {
        let Some(payee) = plan.payee_of(account) else {
            return Ok(());
        };
        let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
        let (payee, via, date) = match row.platform {
            None => (payee, payee, posted.date),
            Some(_) => channel_batch(plan, event)?,
        };
        let item = Item {
            payee,
            via,
            date,
            place,
            at: event.at,
            signed,
        };
        if let Some(at) = self.batches.add(plan, item)? {
            self.wanted.push(Wanted::Settlement(at, payee));
        }
        Ok(())
    }
}

/// The seller, and the platform's own batch at the channel into which a sale or refund for it falls: the notice of
/// an order carries its channel date, whenever the platform learns of it. One account says what a seller is owed,
/// whatever channels it came from; the contract says by which it came, and so out of which deposit it is paid.
fn channel_batch(
    plan: &Plan,
    event: &Event,
) -> Result<(PayeeId, PayeeId, AccountingDate), FaultKind> {
    let (contract, at) = match event.what {
        Happening::Notified { line, .. } => {
            let line = plan.lines().get(line).ok_or(Missing::Line)?;
            (line.contract, line.at)
        }
        Happening::Refunded { refund, .. } | Happening::ShareReturned { refund, .. } => (
            plan.refunds().get(refund).ok_or(Missing::Refund)?.contract,
            event.at,
        ),
        Happening::OutflowPaid { outflow, .. } => {
            let outflow = plan.outflows().get(outflow).ok_or(Missing::Outflow)?;
            (outflow.advance.ok_or(Missing::Contract)?.0, event.at)
        }
        _ => return Err(Missing::Contract.into()),
    };
    let contract = plan.contracts().get(contract).ok_or(Missing::Contract)?;
    let book = plan
        .parties()
        .get(contract.channel)
        .and_then(|party| party.book);
    let book = book
        .and_then(|book| plan.books().get(book))
        .ok_or(Missing::Book)?;
    let seller = *contract.receivers.first().ok_or(Missing::Payee)?;
    Ok((seller, contract.payee, book.cut_off.accounting_date(at)))
}
