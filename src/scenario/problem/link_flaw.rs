//! What can be wrong with a share link, whatever it carries.

use serde::{Deserialize, Serialize};

/// What can be wrong with a share link.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkFlaw {
    /// No known prefix.
    NotALink,
    /// A newer kind of link.
    Newer,
    /// Longer than a link may be.
    TooLong,
    /// Cut off or changed on the way: the checksum differs.
    Damaged,
    /// Unpacks to more than a link may hold.
    TooLarge,
    /// Holds two scenarios where one was wanted.
    TwoScenarios,
    /// Holds one scenario where two were wanted.
    OneScenario,
    /// Stands beside another link, and nobody can know which is meant.
    SeveralLinks,
}
