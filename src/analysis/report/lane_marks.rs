//! Findings in the picture: which accounts and which movements a rule saw, and how grave the gravest of it is.
//!
//! Of others' money in somebody's hands the deposits are marked. What still lies at a licensed channel is a claim,
//! and drawing it as a risk would say of the channel what was found of its merchant.

use crate::analysis::holding::is_cash;
use crate::analysis::view::{Finding, LaneModel, RuleId};
use crate::base::id::{AccountId, PartyId};
use crate::domain::posting::Meaning;
use crate::scenario::plan::Plan;

/// Marks what the findings are about.
pub(super) fn mark(model: &mut LaneModel, plan: &Plan, findings: &[Finding]) {
    for finding in findings {
        let accounts = marked(plan, finding);
        let ends: Vec<Option<AccountId>> = model.nodes.iter().map(|node| node.account).collect();
        for node in &mut model.nodes {
            if node
                .account
                .is_some_and(|account| accounts.contains(&account))
            {
                node.mark = node.mark.max(Some(finding.severity));
            }
        }
        let account = |place: u32| {
            let end = ends.get(crate::base::id::to_index(place));
            end.copied().flatten()
        };
        for edge in model.edges.iter_mut().filter(|edge| !edge.back) {
            let way = (account(edge.from), account(edge.to));
            // What is spent goes to nobody who takes part, so no path of the finding names its end.
            let spent = finding.rule == RuleId::PoolSpent
                && edge.meaning == Some(Meaning::Spent)
                && way.0.is_some_and(|from| accounts.contains(&from));
            if spent || edge.meaning.is_some() && goes(plan, finding, &accounts, way) {
                edge.mark = edge.mark.max(Some(finding.severity));
            }
        }
    }
}

/// The accounts that are marked: deposits, where the finding names any.
pub(super) fn marked(plan: &Plan, finding: &Finding) -> Vec<AccountId> {
    let holds_cash = |id: &AccountId| {
        let account = plan.accounts().get(*id);
        account.is_some_and(|account| is_cash(account.kind))
    };
    let all = finding.accounts.iter().copied();
    let cash: Vec<AccountId> = all.clone().filter(holds_cash).collect();
    if cash.is_empty() { all.collect() } else { cash }
}

/// Whether a movement is one of those that the finding lists, out of or into an account that is marked.
fn goes(
    plan: &Plan,
    finding: &Finding,
    accounts: &[AccountId],
    (from, to): (Option<AccountId>, Option<AccountId>),
) -> bool {
    let touches = [from, to]
        .into_iter()
        .flatten()
        .any(|id| accounts.contains(&id));
    // A finding without deposits of its own is about every movement that it lists.
    let has_cash = accounts.iter().any(|id| {
        let account = plan.accounts().get(*id);
        account.is_some_and(|account| is_cash(account.kind))
    });
    if has_cash && !touches {
        return false;
    }
    let owner = |id: Option<AccountId>| plan.accounts().get(id?).map(|account| account.owner);
    let keeper = |id: Option<AccountId>| -> Option<PartyId> {
        let account = plan.accounts().get(id?)?;
        Some(plan.books().get(account.book)?.keeper)
    };
    finding.path.iter().any(|step| {
        // Money that a channel pays out leaves an account of the payee that the channel keeps.
        let leaves = match step.from {
            None => from.is_none(),
            Some(party) => owner(from) == Some(party) || keeper(from) == Some(party),
        };
        leaves && owner(to) == Some(step.to)
    })
}
