//! SC-21: settlement takes more than 30 natural days.
//!
//! ## What it looks for
//! A channel's payout that brings a merchant money more than 30 natural days after the payer paid.
//!
//! ## Why it matters
//! Money kept back for longer than a month has to have a reason.
//!
//! ## Evidence
//! The payouts, and the greatest number of days.
//!
//! ## How to clear it
//! Shorten the cycle or lower the least payout; otherwise document the risk for which money is held.
//!
//! ## Source
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{Finding, FlowStep, RuleId, Severity};
use crate::engine::fault::{FaultKind, Missing};

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::Sum;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SettledTooLate,
    sources: &[Source::of(Paper::Acquiring9)],
    judge,
};

/// Natural days after the payment by which it should be settled.
const DAYS_MAX: u32 = 30;

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let plan = case.run.plan();
    let mut found = Vec::new();
    for (id, settlements) in &case.settlements {
        let (mut late, mut days) = (Sum::default(), 0);
        for one in settlements.iter().filter(|one| one.days > DAYS_MAX) {
            late.note(one.place, one.at, one.amount)?;
            days = days.max(one.days);
        }
        if late.evidence.count == 0 {
            continue;
        }
        let payee = plan.payees().get(*id).ok_or(Missing::Payee)?;
        found.push(Finding {
            rule: RULE.id,
            severity: Severity::Attention,
            subject: payee.channel,
            others: vec![payee.owner],
            accounts: vec![payee.pending],
            path: vec![FlowStep {
                from: Some(payee.channel),
                to: payee.owner,
                amount: late.amount,
            }],
            amount: late.amount,
            held: None,
            days: Some(days),
            evidence: late.evidence,
            paths: plan
                .origins()
                .settlement_rule(&payee.rule)
                .into_iter()
                .collect(),
        });
    }
    Ok(Verdict::Judged(found))
}
