//! SC-19: a payment institution is linked to banks directly.
//!
//! ## What it looks for
//! A payment institution that moves money between banks without a clearing institution.
//!
//! ## Why it matters
//! Business with banks goes through the designated clearing institutions.
//!
//! ## Evidence
//! The movements over direct links.
//!
//! ## How to clear it
//! Go through NetsUnion or UnionPay.
//!
//! ## Source
//! - 国务院令第768号, article 30 paragraph 1 (in force since 2024-05-01): read in full.
//! - 银支付〔2017〕209号 (2017): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DirectLinkToBanks,
    sources: &[
        Source::paragraph(Paper::Order768, 30, 1),
        Source::of(Paper::Notice209),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::ClearingLinks])),
};
