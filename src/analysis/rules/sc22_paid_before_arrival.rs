//! SC-22: sellers are paid before the money arrives.
//!
//! ## What it looks for
//! Payments to sellers before the channel's money has arrived, made out of a pool.
//!
//! ## Why it matters
//! Whoever pays one seller early out of a pool pays with the money of the others.
//!
//! ## Evidence
//! The payments and the channel's later payouts.
//!
//! ## How to clear it
//! Advance own funds only, and say so.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.

use crate::analysis::view::{RuleId, Severity};
use crate::domain::outflow::Purpose;

use super::paper::{Paper, Source};
use super::{Rule, Verdict, outgone};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PaidBeforeArrival,
    sources: &[Source::paragraph(Paper::Order768, 6, 2)],
    judge: |case| {
        let which = (RuleId::PaidBeforeArrival, Severity::Attention);
        let advances = |purpose: Purpose| purpose == Purpose::Advance;
        Ok(Verdict::Judged(outgone::taken(case, which, advances)?))
    },
};
