//! SC-02: one merchant number collects for several sellers.
//!
//! ## What it looks for
//! One merchant number, owned by a party without a licence, under which at least two other sellers' goods are paid.
//!
//! ## Why it matters
//! The channel knows one merchant and settles to it alone; the real sellers have no agreement with anybody who
//! is licensed to settle to them.
//!
//! ## Evidence
//! The payments under that number, by seller, and its contract.
//!
//! ## How to clear it
//! One sub-merchant number for each seller.
//!
//! ## Source
//! - 国务院令第768号, article 12 paragraph 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::RuleId;
use crate::base::money::Money;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::together;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::OneNumberForManySellers,
    sources: &[
        Source::paragraph(Paper::Order768, 12, 2),
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

/// One other seller is perhaps a partner; several are a market.
const SELLERS_MIN: usize = 2;

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        for sellers in pool.collected.values() {
            if sellers.len() < SELLERS_MIN {
                continue;
            }
            let sales = sellers.values();
            let amount = sales
                .clone()
                .try_fold(Money::ZERO, |all, one| all.plus(one.amount))?;
            let others = sellers.keys().copied().collect();
            let evidence = together(sales);
            found.push(pool.finding((RULE.id, pool.severity()), others, amount, evidence)?);
        }
    }
    Ok(Verdict::Judged(found))
}
