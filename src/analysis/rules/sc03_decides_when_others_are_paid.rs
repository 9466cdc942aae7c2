//! SC-03: a party without a licence decides when others are paid.
//!
//! ## What it looks for
//! A party without a licence that holds sellers' money for any time in accounts of its own and pays it out at
//! an hour of its own choosing.
//!
//! ## Why it matters
//! Whoever can decide when others get their money can also keep it. An instruction about money that is frozen
//! at a licensed institution is something else and does not count.
//!
//! ## Evidence
//! Its payments to sellers; the most held, since when, for how long in all, and the longest time without a break.
//!
//! ## How to clear it
//! Let the channel keep the money frozen until the split, and settle to the sellers directly.
//!
//! ## Source
//! - 国务院令第768号, article 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::RuleId;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::together;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::DecidesWhenOthersArePaid,
    sources: &[
        Source::article(Paper::Order768, 2),
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        let Some(most) = pool.most() else { continue };
        // Where nothing was paid yet the payments themselves show that it could have been.
        let evidence = match pool.passed_on.is_empty() {
            true => together(pool.sales()),
            false => together(pool.passed_on.values()),
        };
        let others = pool.held.of.iter().map(|one| one.beneficiary).collect();
        let finding = pool.finding((RULE.id, pool.severity()), others, most.maximum, evidence)?;
        found.push(finding);
    }
    Ok(Verdict::Judged(found))
}
