//! SC-24: money runs in a circle.
//!
//! ## What it looks for
//! Money that comes back to its payer, or to somebody close to the payer, within days and almost whole.
//!
//! ## Why it matters
//! It is the mark of fictitious trade used for cashing out.
//!
//! ## Evidence
//! The movements of the circle.
//!
//! ## How to clear it
//! Stop, examine, report.
//!
//! ## Source
//! - 法释〔2019〕1号, article 1 (in force since 2019-02-01): read in full.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::MoneyInCircle,
    sources: &[Source::article(Paper::Interpretation1, 1)],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::PayerIdentity])),
};
