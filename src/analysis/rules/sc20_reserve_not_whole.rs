//! SC-20: the reserve is not whole.
//!
//! ## What it looks for
//! A channel's reserve that is smaller than what it owes its clients, or that was used for something else.
//!
//! ## Why it matters
//! The reserve is what a payment institution received for its users; it moves at their instruction only and must not
//! be used, occupied, lent, or given as security.
//!
//! ## Evidence
//! The reserve against the clients' balances, day by day.
//!
//! ## How to clear it
//! Restore the reserve and keep own revenue apart from it.
//!
//! ## Source
//! - 国务院令第768号, article 27 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 29 (in force since 2024-05-01): read in full.
//! - 中国人民银行令〔2021〕第1号 (2021): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ReserveNotWhole,
    sources: &[
        Source::article(Paper::Order768, 27),
        Source::article(Paper::Order768, 29),
        Source::of(Paper::Custody1),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::ReserveUse])),
};
