//! Findings in the picture: which accounts and which movements a rule saw, and how grave the gravest of it is.
//!
//! Of others' money in somebody's hands the deposits are marked. What still lies at a licensed channel is a claim,
//! and drawing it as a risk would say of the channel what was found of its merchant.

use std::collections::BTreeSet;

use crate::analysis::holding::is_cash;
use crate::analysis::view::{Finding, LaneModel, RuleId};
use crate::base::id::{AccountId, PartyId};
use crate::domain::posting::Meaning;
use crate::scenario::plan::Plan;

use super::lane_picture::{Along, Picture};
use super::lane_ways::Place;

/// Marks what the findings are about.
pub(super) fn mark(model: &mut LaneModel, picture: &Picture, plan: &Plan, findings: &[Finding]) {
    for finding in findings {
        let accounts: BTreeSet<AccountId> = marked(plan, finding).into_iter().collect();
        for (node, end) in model.nodes.iter_mut().zip(&picture.ends) {
            let stands_for = picture.fold.accounts(end);
            if stands_for.iter().any(|account| accounts.contains(account)) {
                node.mark = node.mark.max(Some(finding.severity));
            }
        }
        let about = About::of(plan, finding, accounts);
        let edges = model.edges.iter_mut().zip(&picture.edges);
        for (edge, drawn) in edges.filter(|(edge, _)| !edge.back && edge.meaning.is_some()) {
            let spends = finding.rule == RuleId::PoolSpent && edge.meaning == Some(Meaning::Spent);
            let is_meant = |along: &Along| {
                // What is spent goes to nobody who takes part, so no path of the finding names its end.
                let from_it = along
                    .from
                    .is_some_and(|from| about.accounts.contains(&from));
                spends && from_it || about.goes(plan, along.from, along.to)
            };
            if drawn.flows.iter().any(is_meant) {
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

/// What a finding is about: its accounts, and its path by who takes and who gives.
struct About {
    accounts: BTreeSet<AccountId>,
    has_cash: bool,
    steps: BTreeSet<(PartyId, Option<PartyId>)>,
}

impl About {
    fn of(plan: &Plan, finding: &Finding, accounts: BTreeSet<AccountId>) -> About {
        let has_cash = accounts.iter().any(|id| {
            let account = plan.accounts().get(*id);
            account.is_some_and(|account| is_cash(account.kind))
        });
        About {
            accounts,
            has_cash,
            steps: finding
                .path
                .iter()
                .map(|step| (step.to, step.from))
                .collect(),
        }
    }

    /// Whether a movement is one of those that the finding lists, out of or into an account that is marked.
    fn goes(&self, plan: &Plan, from: Place, to: Place) -> bool {
        let mut ends = [from, to].into_iter().flatten();
        // A finding without deposits of its own is about every movement that it lists.
        if self.has_cash && !ends.any(|id| self.accounts.contains(&id)) {
            return false;
        }
        let Some(taker) = to.and_then(|id| plan.accounts().get(id)) else {
            return false;
        };
        let lists = |giver: Option<PartyId>| self.steps.contains(&(taker.owner, giver));
        match from.and_then(|id| plan.accounts().get(id)) {
            None => lists(None),
            // Money that a channel pays out leaves an account of the payee that the channel keeps.
            Some(giver) => {
                let keeper = plan.books().get(giver.book).map(|book| book.keeper);
                lists(Some(giver.owner)) || keeper.is_some() && lists(keeper)
            }
        }
    }
}
