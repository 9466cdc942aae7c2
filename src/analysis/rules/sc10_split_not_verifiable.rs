//! SC-10: nobody can verify whom the platform splits to.
//!
//! ## What it looks for
//! Splits for which the platform alone says who gets how much, with nothing that the licensed institution could compare with orders.
//!
//! ## Why it matters
//! Instructions must carry payer and payee, complete, consistent and traceable.
//!
//! ## Evidence
//! The splits without order data.
//!
//! ## How to clear it
//! Split with order-level data, show the payer the real seller, confirm before splitting.
//!
//! ## Source
//! - 国务院令第768号, article 25 paragraph 1 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SplitNotVerifiable,
    sources: &[
        Source::paragraph(Paper::Order768, 25, 1),
        Source::of(Paper::Notice217),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::SplitEvidence])),
};
