//! SC-15: sellers are paid in batches out of the collecting account.
//!
//! ## What it looks for
//! Payments to two or more sellers on one day, out of the account into which a party without a licence has collected.
//!
//! ## Why it matters
//! Collecting into one's own account and then paying out in batches (代付) resembles clearing.
//!
//! ## Evidence
//! The payments of those days.
//!
//! ## How to clear it
//! Let the channel split the payments and settle to each seller.
//!
//! ## Source
//! - 国务院令第768号, article 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::RuleId;
use crate::base::money::Money;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::{Sum, together};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::BatchPayoutToSellers,
    sources: &[
        Source::article(Paper::Order768, 2),
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

/// Payments to so many on one day are a batch.
const PAID_ON_A_DAY_MIN: usize = 2;

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        let days = pool
            .days
            .values()
            .filter(|paid| paid.len() >= PAID_ON_A_DAY_MIN);
        let paid: Vec<(_, &Sum)> = days.flatten().collect();
        if paid.is_empty() {
            continue;
        }
        let amount = paid
            .iter()
            .try_fold(Money::ZERO, |all, (_, one)| all.plus(one.amount))?;
        let mut others: Vec<_> = paid.iter().map(|(seller, _)| **seller).collect();
        others.sort_unstable();
        others.dedup();
        let evidence = together(paid.iter().map(|(_, one)| *one));
        found.push(pool.finding((RULE.id, pool.severity()), others, amount, evidence)?);
    }
    Ok(Verdict::Judged(found))
}
