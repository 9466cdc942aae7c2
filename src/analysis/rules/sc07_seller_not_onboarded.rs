//! SC-07: a seller is not onboarded.
//!
//! ## What it looks for
//! A seller with receipts who has no finished agreement with the institution that collects.
//!
//! ## Why it matters
//! The institution itself must examine its merchants, sign with them and watch them.
//!
//! ## Evidence
//! The seller's payments, and the state of its onboarding.
//!
//! ## How to clear it
//! Finish the onboarding (进件) before the first payment.
//!
//! ## Source
//! - 国务院令第768号, article 12 paragraph 2 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 20 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 22 (in force since 2024-05-01): read in full.
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{FactNeeded, Finding, FlowStep, RuleId, Severity};
use crate::domain::party::Onboarding;
use crate::engine::fault::{FaultKind, Missing};

use super::case::Case;
use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SellerNotOnboarded,
    sources: &[
        Source::paragraph(Paper::Order768, 12, 2),
        Source::article(Paper::Order768, 20),
        Source::article(Paper::Order768, 22),
        Source::of(Paper::Acquiring9),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let plan = case.run.plan();
    let mut found = Vec::new();
    let mut unknown = false;
    for (seller, sold) in &case.sold {
        let party = plan.parties().get(*seller).ok_or(Missing::Party)?;
        match party.onboarding {
            None => unknown = true,
            Some(Onboarding::Finished) => {}
            Some(Onboarding::Unfinished) => found.push(Finding {
                rule: RULE.id,
                severity: Severity::Warning,
                subject: *seller,
                others: Vec::new(),
                accounts: Vec::new(),
                path: vec![FlowStep {
                    from: None,
                    to: *seller,
                    amount: sold.amount,
                }],
                amount: sold.amount,
                held: None,
                days: None,
                evidence: sold.evidence.clone(),
                paths: plan.origins().party(&party.key).into_iter().collect(),
            }),
        }
    }
    if found.is_empty() && unknown {
        return Ok(Verdict::NotJudged(&[FactNeeded::Onboarding]));
    }
    Ok(Verdict::Judged(found))
}
