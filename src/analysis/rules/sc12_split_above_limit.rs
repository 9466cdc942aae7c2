//! SC-12: more is split off than the channel allows.
//!
//! ## What it looks for
//! Shares agreed for the receivers of a payment that add up to more than 30% of it, or that leave the collector nothing.
//!
//! ## Why it matters
//! The channel limits what may be split away from whoever collects, unless it approved more. If nothing is left,
//! the collector is perhaps not the seller.
//!
//! ## Evidence
//! The splits under that contract and what went to the receivers.
//!
//! ## How to clear it
//! Collect in the name of the real seller; ask the channel to approve a higher share.
//!
//! ## Source
//! - 微信支付分账文档 chapter=26_4 (page of 2026-01-30): the channel's page, read.

use crate::analysis::view::{Finding, FlowStep, RuleId, Severity};
use crate::base::id::ContractId;
use crate::domain::contract::Contract;
use crate::engine::fault::FaultKind;

use super::case::{Case, Splits};
use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::SplitAboveLimit,
    sources: &[Source::of(Paper::WechatSplitting)],
    judge,
};

/// What all receivers may get of a payment, in parts per million.
pub(super) const LIMIT_PPM: u32 = 300_000;

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let plan = case.run.plan();
    let mut found = Vec::new();
    for (id, splits) in &case.splits {
        let Some(contract) = plan.contracts().get(*id) else {
            continue;
        };
        let rates = contract.shares.iter().map(|share| share.rate.ppm());
        if rates.fold(0, u32::saturating_add) > LIMIT_PPM {
            found.push(finding(case, *id, contract, splits));
        }
    }
    Ok(Verdict::Judged(found))
}

fn finding(case: &Case<'_>, id: ContractId, contract: &Contract, splits: &Splits) -> Finding {
    let plan = case.run.plan();
    let receivers = contract
        .receivers
        .iter()
        .filter_map(|id| plan.payees().get(*id));
    let mut others: Vec<_> = receivers.map(|payee| payee.owner).collect();
    others.sort_unstable();
    others.dedup();
    let payee = plan.payees().get(contract.payee);
    let key = plan.contracts().get(id).map(|row| row.key.as_str());
    Finding {
        rule: RULE.id,
        severity: match splits.left.is_positive() {
            true => Severity::Attention,
            false => Severity::Warning,
        },
        subject: contract.collector,
        accounts: payee.map(|payee| payee.pending).into_iter().collect(),
        path: match others.as_slice() {
            [only] => vec![FlowStep {
                from: Some(contract.collector),
                to: *only,
                amount: splits.shares.amount,
            }],
            _ => Vec::new(),
        },
        others,
        amount: splits.shares.amount,
        held: None,
        days: None,
        evidence: splits.shares.evidence.clone(),
        paths: key
            .and_then(|key| plan.origins().contract(key))
            .into_iter()
            .collect(),
    }
}
