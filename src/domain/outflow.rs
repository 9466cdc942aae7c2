//! Payments out of a deposit that no settlement asks for, and what they are for.

use serde::{Deserialize, Serialize};

/// What a payment is for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The payer's own costs.
    Costs,
    /// A loan to somebody.
    Loan,
    /// An investment.
    Investment,
    /// A seller is paid before the channel's money for its sales has arrived (垫付).
    Advance,
    /// Somebody is paid onward out of what the payer received.
    Onward,
}

impl Purpose {
    /// Whether somebody who takes part in the scenario is paid; otherwise the money leaves it.
    pub const fn pays_somebody(self) -> bool {
        matches!(self, Purpose::Advance | Purpose::Onward)
    }
}
