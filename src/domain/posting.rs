//! Posting rules: for every happening, which book debits and credits what. Each table reads like an
//! accountant's list; `compile` resolves the roles to accounts once for each contract and payee.
//!
//! Letters follow the worked example: A payment amount, F fee, C share of a receiver, B refund,
//! f fee returned, c share returned, N net paid out, S gap topped up.

use serde::{Deserialize, Serialize};

/// What one leg means for the people who own the accounts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Opening balance.
    Opening,
    /// A payer pays.
    Payment,
    /// The channel takes its fee.
    ChannelFee,
    /// A receiver's share leaves the frozen money (分账).
    Share,
    /// The rest is unfrozen to the collector.
    Unfreeze,
    /// A share becomes the receiver's income.
    Commission,
    /// A collector's own sale.
    Sale,
    /// The collector tops up its pending money for a refund.
    TopUp,
    /// Money goes back to the payer.
    Refund,
    /// The channel gives back its fee.
    FeeReturned,
    /// A receiver gives back its share.
    ShareReturned,
    /// Pending money becomes available.
    Cleared,
    /// A payout is sent to the bank.
    PayoutSent,
    /// A payout arrived.
    PaidOut,
}

/// What happened, in the past tense.
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
}
