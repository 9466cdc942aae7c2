//! Small integers that name things of a plan: one type each, so that a book is never taken for an account.

use serde::{Deserialize, Serialize};

use super::table::Key;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The name of place `index`; tables are limited far below `u32::MAX`.
            pub(crate) fn of(index: usize) -> $name {
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl Key for $name {
            fn place(self) -> usize {
                to_index(self.0)
            }

            fn at(place: usize) -> $name {
                $name::of(place)
            }
        }
    )*};
}

ids! {
    /// A party of the plan.
    PartyId,
    /// A book, named by the place of its keeper among the keepers.
    BookId,
    /// An account in some book.
    AccountId,
    /// A contract of the plan.
    ContractId,
    /// A line of a payment: one seller's part of it.
    LineId,
    /// A refund of the plan.
    RefundId,
    /// A payee: an owner at a channel, to whom batches are settled.
    PayeeId,
    /// A batch: one payee and one accounting date of the channel.
    BatchId,
    /// A payout to a payee.
    PayoutId,
    /// An outflow of the plan: a payment that no settlement asks for.
    OutflowId,
    /// A flow: one kind of movement from one account to another.
    FlowId,
}

macro_rules! indexed {
    ($($name:ident),* $(,)?) => {$(
        impl $name {
            /// Its place in the table of its kind.
            pub const fn index(self) -> usize {
                to_index(self.0)
            }
        }
    )*};
}

// Ids by which lists other than their own table are looked up.
indexed! { PartyId, BookId, AccountId, ContractId, PayeeId, BatchId, FlowId }

/// `u32` to `usize`, lossless on every supported target (32 and 64 bits).
#[expect(
    clippy::as_conversions,
    reason = "usize has at least 32 bits on every target we build"
)]
pub(crate) const fn to_index(number: u32) -> usize {
    number as usize
}
