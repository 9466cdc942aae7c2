//! SC-16: a refund is paid with another seller's money.
//!
//! ## What it looks for
//! A refund of one seller's sale that takes money which is owed to another seller, because both lie in one pool.
//!
//! ## Why it matters
//! The channel sees one owner and finds enough; the other seller has lent money without knowing.
//!
//! ## Evidence
//! The refund, and how much of the others' money it took.
//!
//! ## How to clear it
//! A number for each seller, so that a refund finds only that seller's money; or a refund reserve for each.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{RuleId, Severity};
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RefundFromAnothersMoney,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
        Source::of(Paper::Acquiring9),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        for (seller, taken) in &pool.borrowed {
            let others = pool.sellers().into_iter().filter(|other| other != seller);
            let which = (RULE.id, Severity::Warning);
            let evidence = taken.evidence.clone();
            let mut finding = pool.finding(which, others.collect(), taken.amount, evidence)?;
            let refunds = pool.refund_paths.get(seller).into_iter().flatten();
            finding.paths.extend(refunds.cloned());
            found.push(finding);
        }
    }
    Ok(Verdict::Judged(found))
}
