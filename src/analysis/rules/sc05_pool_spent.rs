//! SC-05: the pool is spent on the holder's own ends.
//!
//! ## What it looks for
//! A payment out of a pool of others' money for the holder's own ends: costs, loans, investments.
//!
//! ## Why it matters
//! What the pool holds is owed to the sellers; once it is spent they may not be paid. The ban on using a reserve
//! (article 27 of 国务院令第768号) binds payment institutions; a party without a licence should not hold such money.
//!
//! ## Evidence
//! The payments and what they were for.
//!
//! ## How to clear it
//! Keep others' money apart, restore what was used, report it.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::{RuleId, Severity};
use crate::domain::outflow::Purpose;

use super::paper::{Paper, Source};
use super::{Rule, Verdict, outgone};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PoolSpent,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge: |case| {
        let which = (RuleId::PoolSpent, Severity::High);
        let own_ends = |purpose: Purpose| !purpose.pays_somebody();
        Ok(Verdict::Judged(outgone::taken(case, which, own_ends)?))
    },
};
