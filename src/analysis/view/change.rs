//! Rows about two runs side by side: which findings a change of the model takes away and which it brings.

use serde::{Deserialize, Serialize};

use super::{RuleId, Severity};
use crate::base::amount_time::AmountTime;
use crate::base::money::Money;
use crate::domain::party::Words;

/// What two runs' findings have in common and in what they differ.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FindingsChange {
    /// Every finding of either run, those of the run before first.
    pub findings: Vec<FindingChange>,
    /// What every party without a licence held of others' money, before and after.
    pub held: Vec<HeldChange>,
    /// Expectations that fail, before and after.
    pub failing: (u32, u32),
}

/// A finding in two runs.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FindingChange {
    /// The rule.
    pub rule: RuleId,
    /// Id of the party that it is about.
    pub subject: String,
    /// The party's name.
    pub name: Words,
    /// As it was; absent where the change brings it.
    pub before: Option<FindingFigure>,
    /// As it is; absent where the change takes it away.
    pub after: Option<FindingFigure>,
}

/// How grave a finding is, and what its rule measures.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FindingFigure {
    /// How grave.
    pub severity: Severity,
    /// How much.
    pub amount: Money,
}

/// Others' money in the hands of a party without a licence, in two runs.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HeldChange {
    /// Id of the party.
    pub holder: String,
    /// Its name.
    pub name: Words,
    /// Before.
    pub before: HeldFigure,
    /// After.
    pub after: HeldFigure,
}

/// What a party held over a whole run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HeldFigure {
    /// The most at any moment.
    pub maximum: Money,
    /// Milliseconds during which anything was held.
    pub held_ms: u64,
    /// Amount × time.
    pub held: AmountTime,
}
