//! What the author expects of a run, with every name resolved: a figure, a comparison, and where or when it is read.

use crate::base::date::{CivilDate, WallClock};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::scenario::v1::{Op, Severity, Which};

/// An expectation with its names resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlannedExpectation {
    /// A balance at a moment.
    Balance {
        /// The account.
        account: AccountId,
        /// After everything at or before.
        at: WallClock,
        /// Which balance.
        which: Which,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// What payouts brought by the end of a day.
    Arrival {
        /// The deposit.
        account: AccountId,
        /// End of this day.
        by: CivilDate,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// Fees of a channel.
    TotalFee {
        /// The channel.
        channel: PartyId,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// What reached the deposits of a party.
    Inflow {
        /// Whose.
        party: PartyId,
        /// Beginning of this day; the start when absent.
        from: Option<CivilDate>,
        /// End of this day.
        by: CivilDate,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// Commission of a party.
    Commission {
        /// Whose.
        party: PartyId,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// The most of others' money in a party's hands.
    Held {
        /// Whose hands.
        party: PartyId,
        /// Comparison.
        op: Op,
        /// Value.
        value: Money,
    },
    /// Findings of at least a severity.
    Findings {
        /// How grave.
        at_least: Severity,
        /// Comparison.
        op: Op,
        /// How many.
        count: u32,
    },
    /// Refunds refused.
    Refused {
        /// Comparison.
        op: Op,
        /// Value.
        count: u32,
    },
}
