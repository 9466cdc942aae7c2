//! Events: the only record of what happened, in the past tense and append-only.
//!
//! An event stores ids and amounts, which with the plan are enough to derive its journal entries.

use serde::{Deserialize, Serialize};

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{BookId, LineId, OutflowId, PayeeId, PayoutId, RefundId};
use crate::base::money::Money;
use crate::domain::contract::RefundedFrom;
use crate::domain::posting::EventKind;

/// Something that happened at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// When.
    pub at: WallClock,
    /// What.
    pub what: Happening,
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happening {
    /// The opening at this place of the plan was entered.
    Opened {
        /// Place among the openings.
        opening: u32,
        /// Its amount.
        amount: Money,
    },
    /// A book turned to the day after `closes`.
    DayCut {
        /// The book.
        book: BookId,
        /// The date that ended.
        closes: AccountingDate,
    },
    /// A payment line was captured.
    Captured {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// Its platform (or its collector's own books) learnt of it.
    Notified {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// It was split and the rest unfrozen.
    Split {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// A payee filled the gap that a refund found.
    ToppedUp {
        /// The refund.
        refund: RefundId,
        /// Who filled it.
        payee: PayeeId,
        /// The gap.
        amount: Money,
    },
    /// A receiver gave back its share.
    ShareReturned {
        /// The refund.
        refund: RefundId,
        /// Place among the contract's receivers.
        place: u32,
        /// What it gave back.
        amount: Money,
    },
    /// A payment was refunded, wholly or in part.
    Refunded {
        /// The refund.
        refund: RefundId,
        /// Out of which money.
        from: RefundedFrom,
        /// What went back.
        amount: Money,
        /// The fee given back.
        fee: Money,
    },
    /// The refunded order was finished before its split and all of its frozen money unfrozen.
    Unfrozen {
        /// The refund that needs more than the frozen money.
        refund: RefundId,
        /// What was unfrozen.
        amount: Money,
    },
    /// The refund found too little money.
    RefundRefused {
        /// The refund.
        refund: RefundId,
        /// What was missing.
        short: Money,
    },
    /// A payee's due batches became available.
    Settled {
        /// The payout that follows.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The payout was sent to the bank.
    PayoutSent {
        /// The payout.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The bank credited it.
    PayoutSucceeded {
        /// The payout.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// Batches were due but nothing was paid.
    PayoutDeferred {
        /// To whom.
        payee: PayeeId,
        /// Why.
        reason: DeferReason,
        /// Sum of the batches due, may be negative.
        due: Money,
    },
    /// A platform settled to a seller what a channel's payout to it covered.
    SettledByPlatform {
        /// The channel's payout.
        payout: PayoutId,
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The platform paid the seller out of its own deposit.
    Transferred {
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The platform's deposit was too small.
    TransferDeferred {
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// What was missing.
        short: Money,
    },
    /// A deposit paid what no settlement asked for.
    OutflowPaid {
        /// The outflow.
        outflow: OutflowId,
        /// How much.
        amount: Money,
    },
    /// The deposit was too small for it, or less was owed than was to be advanced.
    OutflowRefused {
        /// The outflow.
        outflow: OutflowId,
        /// What was missing.
        short: Money,
    },
}

/// Why a due payout was put off.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeferReason {
    /// Sales and refunds cancel out exactly; the batches are closed.
    Offset,
    /// Refunds prevail; netted with later batches.
    Negative,
    /// Below the settlement rule's minimum; carried to the next due day.
    BelowMinimum,
    /// A refund dated later has already used the money; carried.
    NothingPending,
}

impl Happening {
    /// Its kind.
    pub fn kind(&self) -> EventKind {
        match self {
            Happening::Opened { .. } => EventKind::Opened,
            Happening::DayCut { .. } => EventKind::DayCut,
            Happening::Captured { .. } => EventKind::Captured,
            Happening::Notified { .. } => EventKind::Notified,
            Happening::Split { .. } => EventKind::Split,
            Happening::ToppedUp { .. } => EventKind::ToppedUp,
            Happening::ShareReturned { .. } => EventKind::ShareReturned,
            Happening::Refunded { .. } => EventKind::Refunded,
            Happening::RefundRefused { .. } => EventKind::RefundRefused,
            Happening::Settled { .. } => EventKind::Settled,
            Happening::PayoutSent { .. } => EventKind::PayoutSent,
            Happening::PayoutSucceeded { .. } => EventKind::PayoutSucceeded,
            Happening::PayoutDeferred { .. } => EventKind::PayoutDeferred,
            Happening::SettledByPlatform { .. } => EventKind::SettledByPlatform,
            Happening::Transferred { .. } => EventKind::Transferred,
            Happening::TransferDeferred { .. } => EventKind::TransferDeferred,
            Happening::OutflowPaid { .. } => EventKind::OutflowPaid,
            Happening::OutflowRefused { .. } => EventKind::OutflowRefused,
            Happening::Unfrozen { .. } => EventKind::Unfrozen,
        }
    }

    /// Its main amount, where it has one.
    pub fn amount(&self) -> Option<Money> {
        match *self {
            Happening::DayCut { .. } => None,
            Happening::Opened { amount, .. }
            | Happening::Captured { amount, .. }
            | Happening::Notified { amount, .. }
            | Happening::Split { amount, .. }
            | Happening::ToppedUp { amount, .. }
            | Happening::ShareReturned { amount, .. }
            | Happening::Refunded { amount, .. }
            | Happening::Unfrozen { amount, .. }
            | Happening::RefundRefused { short: amount, .. }
            | Happening::Settled { amount, .. }
            | Happening::PayoutSent { amount, .. }
            | Happening::PayoutSucceeded { amount, .. }
            | Happening::PayoutDeferred { due: amount, .. }
            | Happening::SettledByPlatform { amount, .. }
            | Happening::Transferred { amount, .. }
            | Happening::TransferDeferred { short: amount, .. }
            | Happening::OutflowPaid { amount, .. }
            | Happening::OutflowRefused { short: amount, .. } => Some(amount),
        }
    }
}
