//! SC-04: a pool of several sellers' money is left at the end of the day.
//!
//! ## What it looks for
//! The money of two or more sellers that is still mixed in the hands of a party without a licence when its
//! book cuts the day.
//!
//! ## Why it matters
//! A pool that does not empty by the end of the day is where others' money can be used for something else
//! without anybody noticing.
//!
//! ## Evidence
//! Every cut of its book that finds a pool, and the greatest pool found.
//!
//! ## How to clear it
//! Nothing of others' money in own accounts at the end of a day: let the channel split and settle.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::RuleId;
use crate::base::money::Money;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::Sum;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PoolLeftAtDayEnd,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

/// A pool is the money of several.
const BENEFICIARIES_MIN: u32 = 2;

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        let ends = pool.held.day_ends.iter();
        let pooled = ends.filter(|end| end.beneficiaries >= BENEFICIARIES_MIN);
        let (mut greatest, mut cuts) = (Money::ZERO, Sum::default());
        for end in pooled {
            greatest = greatest.max(end.total);
            if let Some(place) = pool.cuts.get(&end.at) {
                cuts.note(*place, end.at, end.total)?;
            }
        }
        if greatest.is_zero() {
            continue;
        }
        let others = pool.held.of.iter().map(|one| one.beneficiary).collect();
        let which = (RULE.id, pool.severity());
        found.push(pool.finding(which, others, greatest, cuts.evidence)?);
    }
    Ok(Verdict::Judged(found))
}
