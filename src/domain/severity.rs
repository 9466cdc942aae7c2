//! How grave a suspected risk is: the four words in which rules speak and authors expect.

use serde::{Deserialize, Serialize};

/// How grave a finding is, from a note up.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 提示.
    Note,
    /// 关注.
    Attention,
    /// 警告.
    Warning,
    /// 高危.
    High,
}
