//! SC-01: a party without a licence collects others' money and passes it on.
//!
//! ## What it looks for
//! A party without a licence in whose name a channel collects other people's sales, and which then pays
//! the sellers itself.
//!
//! ## Why it matters
//! Moving money for others on their instructions is payment business and needs a licence; to collect first
//! and pay later may be the same thing in disguise.
//!
//! ## Evidence
//! The payments collected, the channel's payouts to the party, its own payments to the sellers; the most
//! that it held, for how long in all and for how long without a break.
//!
//! ## How to clear it
//! Give every seller a merchant number of its own under a service provider and let the channel split each
//! payment; or let a licensed institution or a bank hold and pay the money.
//!
//! ## Source
//! - 国务院令第768号, article 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 47 (in force since 2024-05-01): read in full.
//! - 中国人民银行令〔2024〕第4号, article 68 (2024): to be confirmed.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use crate::analysis::view::RuleId;
use crate::base::money::Money;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::together;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PassesOnOthersMoney,
    sources: &[
        Source::article(Paper::Order768, 2),
        Source::paragraph(Paper::Order768, 6, 2),
        Source::article(Paper::Order768, 47),
        Source::article(Paper::Order4, 68),
        Source::of(Paper::Notice217),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for pool in case.pools.values() {
        if pool.passed_on.is_empty() {
            continue;
        }
        let paid = pool.passed_on.values();
        let amount = paid
            .clone()
            .try_fold(Money::ZERO, |all, one| all.plus(one.amount))?;
        let evidence = together(pool.sales().chain(pool.paid_out.values()).chain(paid));
        let others = pool.passed_on.keys().copied().collect();
        found.push(pool.finding((RULE.id, pool.severity()), others, amount, evidence)?);
    }
    Ok(Verdict::Judged(found))
}
