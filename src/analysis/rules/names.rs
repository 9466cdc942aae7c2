//! Whose name an account bears, against whose money is paid to it: what SC-08 and SC-09 have in common.

use crate::analysis::view::{FactNeeded, Finding, FlowStep, RuleId, Severity};
use crate::base::id::PayeeId;
use crate::domain::account::{Account, AccountKind};
use crate::engine::fault::{FaultKind, Missing};

use super::Verdict;
use super::case::Case;
use super::pool::Sum;

/// Deposits of one class that bear a name other than their owner's.
pub(super) struct OtherName {
    pub(super) rule: RuleId,
    /// Of companies, or of persons.
    pub(super) class: AccountKind,
    /// Whether a documented authority to manage the funds explains it.
    pub(super) authority_explains: bool,
}

/// What is known of an account's name.
enum Known {
    Nothing,
    Same,
    Other,
}

impl OtherName {
    pub(super) fn judge(&self, case: &Case<'_>) -> Result<Verdict, FaultKind> {
        let plan = case.run.plan();
        let mut found = Vec::new();
        let mut is_unknown = false;
        for (id, paid) in &case.paid {
            let payee = plan.payees().get(*id).ok_or(Missing::Payee)?;
            let account = plan.accounts().get(payee.deposit).ok_or(Missing::Account)?;
            if account.kind != self.class {
                continue;
            }
            let owner = plan.parties().get(payee.owner).ok_or(Missing::Party)?;
            match self.known(account, owner.legal_name.as_deref()) {
                Known::Nothing => is_unknown = true,
                Known::Same => {}
                Known::Other => found.push(self.finding(case, *id, account, paid)?),
            }
        }
        if found.is_empty() && is_unknown {
            return Ok(Verdict::NotJudged(&[FactNeeded::NameOnAccount]));
        }
        Ok(Verdict::Judged(found))
    }

    fn known(&self, account: &Account, legal_name: Option<&str>) -> Known {
        match (&account.bears, legal_name) {
            (Some(bears), Some(name)) if bears.name == name => Known::Same,
            (Some(bears), Some(_)) if self.authority_explains && bears.has_authority => Known::Same,
            (Some(_), Some(_)) => Known::Other,
            _ => Known::Nothing,
        }
    }

    fn finding(
        &self,
        case: &Case<'_>,
        id: PayeeId,
        account: &Account,
        paid: &Sum,
    ) -> Result<Finding, FaultKind> {
        let plan = case.run.plan();
        let payee = plan.payees().get(id).ok_or(Missing::Payee)?;
        let owner = plan.parties().get(payee.owner).ok_or(Missing::Party)?;
        let origins = plan.origins();
        let named = account.alias.as_deref();
        let paths = [
            named.and_then(|alias| origins.account(alias)),
            origins.party(&owner.key),
        ];
        Ok(Finding {
            rule: self.rule,
            severity: Severity::Warning,
            subject: payee.owner,
            others: vec![payee.channel],
            accounts: vec![account.id],
            path: vec![FlowStep {
                from: Some(payee.channel),
                to: payee.owner,
                amount: paid.amount,
            }],
            amount: paid.amount,
            held: None,
            days: None,
            evidence: paid.evidence.clone(),
            paths: paths.into_iter().flatten().collect(),
        })
    }
}
