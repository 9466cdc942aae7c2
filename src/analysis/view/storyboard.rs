//! Rows about the storyboard: the moments at which one stops when showing a run.

use serde::{Deserialize, Serialize};

use super::{BalanceRow, EventRow};
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::scenario::v1::Words;

/// A moment of the storyboard.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct StoryMoment {
    /// So many events have happened.
    pub event: u32,
    /// When it is.
    pub at: WallClock,
    /// The author's name for it; what happened says it where there is none.
    pub title: Option<Words>,
    /// The last thing that happened.
    pub happened: Option<EventRow>,
    /// The account that it is about.
    pub account: Option<AccountId>,
    /// Its balances one event before.
    pub before: Option<BalanceRow>,
    /// Its balances.
    pub after: Option<BalanceRow>,
}
