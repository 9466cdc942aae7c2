//! SC-05: the pool is spent on the holder's own ends.
//!
//! ## What it looks for
//! A payment out of a pool of others' money for the holder's own ends: costs, loans, investments.
//!
//! ## Why it matters
//! Others' money must not be used, occupied, lent or pledged.
//!
//! ## Evidence
//! The payments and what they were for.
//!
//! ## How to clear it
//! Keep others' money apart, restore what was used, report it.
//!
//! ## Source
//! - 国务院令第768号, article 27 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.

use crate::analysis::view::{RuleId, Severity};
use crate::domain::outflow::Purpose;

use super::paper::{Paper, Source};
use super::{Rule, Verdict, outgone};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PoolSpent,
    sources: &[
        Source::article(Paper::Order768, 27),
        Source::paragraph(Paper::Order768, 6, 2),
    ],
    judge: |case| {
        let which = (RuleId::PoolSpent, Severity::High);
        let own_ends = |purpose: Purpose| !purpose.pays_somebody();
        Ok(Verdict::Judged(outgone::taken(case, which, own_ends)?))
    },
};
