//! SC-18: the platform can transfer freely out of custody.
//!
//! ## What it looks for
//! A custody account from which the platform can transfer as it likes.
//!
//! ## Why it matters
//! Custody protects only when the custodian alone pays.
//!
//! ## Evidence
//! The platform's transfers out of custody.
//!
//! ## How to clear it
//! Read-only rights for the platform; the bank pays.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::CustodyTransfersFreely,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::CustodyRights])),
};
