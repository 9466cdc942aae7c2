//! SC-23: an aggregator does the acquirer's work.
//!
//! ## What it looks for
//! An aggregator that examines merchants, signs, settles or handles disputes in place of the acquirer.
//!
//! ## Why it matters
//! The core of the business must not be entrusted to others.
//!
//! ## Evidence
//! Who does what.
//!
//! ## How to clear it
//! Provide technical services only.
//!
//! ## Source
//! - 国务院令第768号, article 21 paragraph 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 22 (in force since 2024-05-01): read in full.
//! - 银发〔2017〕45号 (2017): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AggregatorAcquires,
    sources: &[
        Source::paragraph(Paper::Order768, 21, 2),
        Source::article(Paper::Order768, 22),
        Source::of(Paper::Notice45),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::AcquiringDuties])),
};
