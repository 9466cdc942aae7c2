//! SC-11: the payer sees another name than the seller's.
//!
//! ## What it looks for
//! A payer who is shown the name of somebody who is not the seller.
//!
//! ## Why it matters
//! The information of a transaction must not be altered.
//!
//! ## Evidence
//! The payments and both names.
//!
//! ## How to clear it
//! Show the sub-merchant's name.
//!
//! ## Source
//! - 国务院令第768号, article 25 (in force since 2024-05-01): read in full.
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PayerSeesAnotherName,
    sources: &[
        Source::article(Paper::Order768, 25),
        Source::of(Paper::Acquiring9),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::ShownName])),
};
