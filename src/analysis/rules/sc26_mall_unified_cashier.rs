//! SC-26: a physical mall's unified cashier (contested).
//!
//! ## What it looks for
//! A physical mall that collects for its shops at one cashier.
//!
//! ## Why it matters
//! Views differ on whether that is tolerated; it is shown as contested, never as allowed. What SC-01, SC-02, SC-03,
//! SC-04 and SC-15 see is then the same cashier from five sides, and a warning instead of a high risk.
//!
//! ## Evidence
//! The same as for SC-01.
//!
//! ## How to clear it
//! The same as for SC-01.
//!
//! ## Source
//! - 业内分享《电商二清解决方案》 (2018-10-05): an opinion, not a rule.

use crate::analysis::view::{FactNeeded, RuleId, Severity};
use crate::base::money::Money;
use crate::domain::party::Premises;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::together;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::MallUnifiedCashier,
    sources: &[Source::of(Paper::Talk2018)],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    let mut unknown = false;
    for pool in case.pools.values() {
        if pool.passed_on.is_empty() {
            continue;
        }
        match case.premises(pool.holder) {
            None => unknown = true,
            Some(Premises::Online) => {}
            Some(Premises::PhysicalMall) => {
                let paid = pool.passed_on.values();
                let amount = paid
                    .clone()
                    .try_fold(Money::ZERO, |all, one| all.plus(one.amount))?;
                let others = pool.passed_on.keys().copied().collect();
                let which = (RULE.id, Severity::Note);
                found.push(pool.finding(which, others, amount, together(paid))?);
            }
        }
    }
    if found.is_empty() && unknown {
        return Ok(Verdict::NotJudged(&[FactNeeded::PhysicalMall]));
    }
    Ok(Verdict::Judged(found))
}
