//! SC-07: a seller is not onboarded.
//!
//! ## What it looks for
//! A seller with receipts who has no finished agreement with the institution that collects.
//!
//! ## Why it matters
//! The institution itself must examine its merchants, sign with them and watch them.
//!
//! ## Evidence
//! The seller's payments, and the state of its onboarding.
//!
//! ## How to clear it
//! Finish the onboarding (进件) before the first payment.
//!
//! ## Source
//! - 国务院令第768号, article 12 paragraph 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 20 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 22 (in force since 2024-05-01): read in full.
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SellerNotOnboarded,
    sources: &[
        Source::paragraph(Paper::Order768, 12, 2),
        Source::article(Paper::Order768, 20),
        Source::article(Paper::Order768, 22),
        Source::of(Paper::Acquiring9),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::Onboarding])),
};
