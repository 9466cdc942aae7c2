//! SC-25: the commission is not kept apart from sellers' money.
//!
//! ## What it looks for
//! A commission that stays in the same account in which a party without a licence holds the sellers' money.
//!
//! ## Why it matters
//! When own revenue lies mixed with others' money nobody can see from the account which is which.
//!
//! ## Evidence
//! The sales with a commission, and its sum.
//!
//! ## How to clear it
//! Let the commission be a share of its own that the channel splits off.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::{RuleId, Severity};
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::CommissionNotSeparated,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        let commission = &pool.commission;
        if commission.evidence.count == 0 || pool.held.maximum.is_zero() {
            continue;
        }
        let which = (RULE.id, Severity::Attention);
        let evidence = commission.evidence.clone();
        found.push(pool.finding(which, pool.sellers(), commission.amount, evidence)?);
    }
    Ok(Verdict::Judged(found))
}
