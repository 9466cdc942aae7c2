//! SC-14: the sub-merchant is a shell in front of the platform.
//!
//! ## What it looks for
//! A sub-merchant that keeps next to nothing of its sales, while the platform that gets the rest pays other merchants with it.
//!
//! ## Why it matters
//! The sub-merchant is then a shell in front of a platform that collects.
//!
//! ## Evidence
//! The splits and what the platform pays onward.
//!
//! ## How to clear it
//! Make the real sellers sub-merchants.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ShellSubMerchant,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::OnwardPayments])),
};
