//! SC-11: the payer sees another name than the seller's.
//!
//! ## What it looks for
//! A payer who is shown the name of somebody who is not the seller.
//!
//! ## Why it matters
//! Payment institutions carry the information of the payee in their instructions and must not alter them; what they
//! report to the clearing institution is true, exact and whole.
//!
//! ## Evidence
//! The payments and both names.
//!
//! ## How to clear it
//! Show the sub-merchant's name.
//!
//! ## Source
//! - 国务院令第768号, article 25 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 30 paragraph 2 (in force since 2024-05-01): read in full.
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::{FactNeeded, Finding, FlowStep, RuleId, Severity};
use crate::base::id::ContractId;
use crate::domain::contract::Contract;
use crate::domain::party::Party;
use crate::engine::fault::{FaultKind, Missing};

use super::case::Case;
use super::paper::{Paper, Source};
use super::pool::Sum;
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PayerSeesAnotherName,
    sources: &[
        Source::article(Paper::Order768, 25),
        Source::paragraph(Paper::Order768, 30, 2),
        Source::of(Paper::Acquiring9),
    ],
    judge,
};

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let plan = case.run.plan();
    let mut found = Vec::new();
    let mut is_unknown = false;
    for (id, sales) in &case.sales {
        let contract = plan.contracts().get(*id).ok_or(Missing::Contract)?;
        let seller = contract.seller.unwrap_or(contract.collector);
        let party = plan.parties().get(seller).ok_or(Missing::Party)?;
        match contract.shown_name.as_deref() {
            None => is_unknown = true,
            Some(shown) if bears(party, shown) => {}
            Some(_) => found.push(finding(case, *id, contract, sales)),
        }
    }
    if found.is_empty() && is_unknown {
        return Ok(Verdict::NotJudged(&[FactNeeded::ShownName]));
    }
    Ok(Verdict::Judged(found))
}

/// Whether somebody goes by a name: in the register, or among people.
fn bears(party: &Party, shown: &str) -> bool {
    party.legal_name.as_deref() == Some(shown) || party.name.zh == shown || party.name.en == shown
}

fn finding(case: &Case<'_>, id: ContractId, contract: &Contract, sales: &Sum) -> Finding {
    let plan = case.run.plan();
    let seller = contract.seller.unwrap_or(contract.collector);
    let pending = plan.payees().get(contract.payee).map(|payee| payee.pending);
    Finding {
        rule: RULE.id,
        severity: Severity::Warning,
        subject: contract.collector,
        others: contract.seller.into_iter().collect(),
        accounts: pending.into_iter().collect(),
        path: vec![FlowStep {
            from: None,
            to: seller,
            amount: sales.amount,
        }],
        amount: sales.amount,
        held: None,
        days: None,
        evidence: sales.evidence.clone(),
        paths: case.contract_path(id).into_iter().collect(),
    }
}
