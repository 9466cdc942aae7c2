//! The kinds of things that happen, each with a number that never changes.

use serde::{Deserialize, Serialize};

/// What happened, in the past tense.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// An opening balance was entered.
    Opened,
    /// A book turned to its next accounting date.
    DayCut,
    /// The channel captured a payment line.
    Captured,
    /// A collector topped up its pending money for a refund.
    ToppedUp,
    /// The channel refunded.
    Refunded,
    /// A receiver gave back its share of a refunded payment.
    ShareReturned,
    /// The channel refused a refund.
    RefundRefused,
    /// The platform (or a collector with its own book) learnt of a payment.
    Notified,
    /// A payment was split among its receivers and the rest unfrozen.
    Split,
    /// A batch became available.
    Settled,
    /// A payout was sent to the bank.
    PayoutSent,
    /// The bank credited a payout.
    PayoutSucceeded,
    /// A due payout was put off.
    PayoutDeferred,
    /// A platform settled to a seller what the channel had settled to it.
    SettledByPlatform,
    /// The platform paid the seller.
    Transferred,
    /// The platform had too little money to pay the seller.
    TransferDeferred,
    /// A deposit paid what no settlement asked for.
    OutflowPaid,
    /// The deposit was too small for it, or less was owed than was to be advanced.
    OutflowRefused,
    /// An order was finished before its split, because a refund needs more than its frozen money.
    Unfrozen,
}

/// The number of a kind of event in fingerprints; never changed once published.
pub const fn event_code(kind: EventKind) -> u8 {
    match kind {
        EventKind::Opened => 1,
        EventKind::DayCut => 2,
        EventKind::Captured => 3,
        EventKind::ToppedUp => 4,
        EventKind::Refunded => 5,
        EventKind::ShareReturned => 6,
        EventKind::RefundRefused => 7,
        EventKind::Notified => 8,
        EventKind::Split => 9,
        EventKind::Settled => 10,
        EventKind::PayoutSent => 11,
        EventKind::PayoutSucceeded => 12,
        EventKind::PayoutDeferred => 13,
        EventKind::SettledByPlatform => 14,
        EventKind::Transferred => 15,
        EventKind::TransferDeferred => 16,
        EventKind::OutflowPaid => 17,
        EventKind::OutflowRefused => 18,
        EventKind::Unfrozen => 19,
    }
}
