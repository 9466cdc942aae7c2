//! SC-13: shares go to strangers to the deal.
//!
//! ## What it looks for
//! Shares for persons or companies that have no part in the deal, in round sums, cashed out on the same day.
//!
//! ## Why it matters
//! Institutions must know whom they pay and watch for laundering.
//!
//! ## Evidence
//! The splits and who received them.
//!
//! ## How to clear it
//! Examine the receivers and keep the contracts that give them their share.
//!
//! ## Source
//! - 国务院令第768号, article 5 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 21 paragraph 1 (in force since 2024-05-01): read in full.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SplitToStranger,
    sources: &[
        Source::article(Paper::Order768, 5),
        Source::paragraph(Paper::Order768, 21, 1),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::ReceiverRole])),
};
