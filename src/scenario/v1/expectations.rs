//! What an author expects to come out: of accounts, of parties, of the rules.

use crate::base::date::{CivilDate, WallClock};
use crate::base::money::Money;
use crate::domain::severity::Severity;

/// `expectations[]`: what the author expects, evaluated by the engine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// `kind: balance`: an account's balance at a moment, on its normal side.
    Balance {
        /// Account: an authored id, or `keeper:code.owner`.
        account: String,
        /// `at`: after everything that happens at or before this moment.
        at: WallClock,
        /// `which` of the two balances, default `current`.
        which: Which,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: arrival`: the sum that payouts brought to an account up to the end of a day.
    Arrival {
        /// A deposit account.
        account: String,
        /// `by`: end of this natural day.
        by: CivilDate,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: total_fee`: all fees of a channel less fees returned, over the whole run.
    TotalFee {
        /// `channel`.
        channel: String,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: refused`: how many refunds were refused.
    Refused {
        /// `op`.
        op: Op,
        /// `count`.
        count: u32,
    },
    /// `kind: inflow`: what payouts and platforms brought to all deposits of a party, from a day to a day.
    Inflow {
        /// `party`.
        party: String,
        /// `from`: beginning of this natural day. Optional.
        from: Option<CivilDate>,
        /// `by`: end of this natural day.
        by: CivilDate,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: commission`: the commission that a party with a book earned over the whole run.
    Commission {
        /// `party`.
        party: String,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: held`: the most of others' money that a party held at any moment.
    Held {
        /// `party`.
        party: String,
        /// `op`.
        op: Op,
        /// `value`.
        value: Money,
    },
    /// `kind: findings`: how many findings are at least so grave.
    Findings {
        /// `at_least`.
        at_least: Severity,
        /// `op`.
        op: Op,
        /// `count`.
        count: u32,
    },
}

/// Which of the two balances.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// 当前余额.
    #[default]
    Current,
    /// 上日余额.
    PreviousDay,
}

/// A comparison.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Op {
    /// `=`.
    #[serde(rename = "=")]
    Equal,
    /// `!=`.
    #[serde(rename = "!=")]
    NotEqual,
    /// `<`.
    #[serde(rename = "<")]
    Less,
    /// `<=`.
    #[serde(rename = "<=")]
    AtMost,
    /// `>`.
    #[serde(rename = ">")]
    More,
    /// `>=`.
    #[serde(rename = ">=")]
    AtLeast,
}
