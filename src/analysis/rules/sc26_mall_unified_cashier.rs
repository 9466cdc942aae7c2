//! SC-26: a physical mall's unified cashier (contested).
//!
//! ## What it looks for
//! A physical mall that collects for its shops at one cashier.
//!
//! ## Why it matters
//! Views differ on whether that is tolerated; it is shown as contested, never as allowed.
//!
//! ## Evidence
//! The same as for SC-01.
//!
//! ## How to clear it
//! The same as for SC-01.
//!
//! ## Source
//! - 业内分享《电商二清解决方案》 (2018-10-05): an opinion, not a rule.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::MallUnifiedCashier,
    sources: &[Source::of(Paper::Talk2018)],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::PhysicalMall])),
};
