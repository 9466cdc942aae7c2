//! What does not fit the picture is folded: parties of one kind into one lane that says how many they are, and
//! their accounts of one kind into one node whose figures are the sums of the books.
//!
//! Who collects for others stays, and then those through whose accounts the most money went. Nobody is left out
//! of a sum; only what passes between two accounts that are folded together is not drawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::view::LaneView;
use crate::base::id::{AccountId, PartyId};
use crate::base::order::InOrder;
use crate::domain::account::AccountKind;
use crate::domain::party::PartyKind;
use crate::scenario::plan::Plan;

use super::lane_phase::Phases;

/// Parties and nodes up to which a picture is drawn whole. Every published scenario stays far below.
const WHOLE_PARTIES: usize = 16;
const WHOLE_NODES: usize = 64;
/// Parties that stay when there are more, and fewer when their accounts are too many.
const STAY: [usize; 5] = [10, 8, 6, 4, 2];
/// Nodes of a folded picture, as far as fewer parties make fewer of them.
const FOLDED_NODES: usize = 40;

/// An end of an edge, and a node.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum End {
    /// The payers, who keep no book.
    Payers,
    /// One account.
    Account(AccountId),
    /// Several that stand together, by their place in the fold.
    Folded(usize),
}

/// A lane: the payers, one party, or several of a kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Lane {
    Payers,
    Party(PartyId),
    Folded(PartyKind),
}

/// Accounts that stand together.
pub(super) struct Together {
    pub(super) lane: Lane,
    pub(super) kind: AccountKind,
    pub(super) accounts: Vec<AccountId>,
}

/// What makes accounts stand together: the lane, the column, whose and in whose book, and the kind.
type Alike = (Lane, u32, Lane, Lane, AccountKind);

/// Which parties and accounts of a picture stand together.
pub(super) struct Fold {
    /// The folded parties.
    parties: BTreeSet<PartyId>,
    pub(super) nodes: Vec<Together>,
    /// By account.
    ends: BTreeMap<AccountId, End>,
}

impl Fold {
    /// For a picture of these accounts; `weight` says what matters, the greatest first.
    pub(super) fn of(
        plan: &Plan,
        view: LaneView,
        drawn: &BTreeSet<AccountId>,
        weight: impl Fn(PartyId) -> i128,
    ) -> Fold {
        let whole = Fold {
            parties: BTreeSet::new(),
            nodes: Vec::new(),
            ends: BTreeMap::new(),
        };
        let phases = Phases::of(plan, view, drawn);
        let mut parties = concerned(plan, drawn);
        if parties.len() <= WHOLE_PARTIES && drawn.len() <= WHOLE_NODES {
            return whole;
        }
        let collects = collectors(plan);
        parties.order_by_key(|party| {
            let greatest_first = std::cmp::Reverse((collects.contains(party), weight(*party)));
            (greatest_first, *party)
        });
        let mut fold = whole;
        for stay in STAY {
            fold.parties = beyond(plan, &parties, stay);
            fold.together(plan, view, drawn, &phases);
            let nodes: BTreeSet<End> = fold.ends.values().copied().collect();
            if nodes.len() <= FOLDED_NODES {
                break;
            }
        }
        fold
    }

    /// Accounts that are alike stand together; one alone stands for itself.
    fn together(
        &mut self,
        plan: &Plan,
        view: LaneView,
        drawn: &BTreeSet<AccountId>,
        phases: &Phases,
    ) {
        let mut alike: BTreeMap<Alike, Vec<AccountId>> = BTreeMap::new();
        for id in drawn {
            let Some(account) = plan.accounts().get(*id) else {
                continue;
            };
            let keeper = plan.books().get(account.book).map(|book| book.keeper);
            let lane = |party: Option<PartyId>| match party {
                Some(party) => self.lane(plan, party),
                None => Lane::Payers,
            };
            let (owner, keeper) = (lane(Some(account.owner)), lane(keeper));
            let stands = match view {
                LaneView::Holder => owner,
                LaneView::Keeper => keeper,
            };
            let key = (
                stands,
                phases.of_account(plan, *id),
                owner,
                keeper,
                account.kind,
            );
            alike.entry(key).or_default().push(*id);
        }
        self.nodes.clear();
        self.ends.clear();
        for ((lane, _, _, _, kind), accounts) in alike {
            let end = match accounts.as_slice() {
                [only] => End::Account(*only),
                _ => End::Folded(self.nodes.len()),
            };
            self.ends.extend(accounts.iter().map(|id| (*id, end)));
            if let End::Folded(_) = end {
                self.nodes.push(Together {
                    lane,
                    kind,
                    accounts,
                });
            }
        }
    }

    /// Where an account, or the payers, stand.
    pub(super) fn end(&self, account: Option<AccountId>) -> End {
        match account {
            None => End::Payers,
            Some(id) => self.ends.get(&id).copied().unwrap_or(End::Account(id)),
        }
    }

    /// In which lane a party stands.
    pub(super) fn lane(&self, plan: &Plan, party: PartyId) -> Lane {
        let kind = plan.parties().get(party).map(|party| party.kind);
        match kind.filter(|_| self.parties.contains(&party)) {
            Some(kind) => Lane::Folded(kind),
            None => Lane::Party(party),
        }
    }

    /// The accounts of a node.
    pub(super) fn accounts<'f>(&'f self, end: &'f End) -> &'f [AccountId] {
        match end {
            End::Payers => &[],
            End::Account(id) => std::slice::from_ref(id),
            End::Folded(place) => self.nodes.get(*place).map_or(&[], |node| &node.accounts),
        }
    }

    /// The folded parties of a kind, in the order of the parties.
    pub(super) fn folded(&self, plan: &Plan, kind: PartyKind) -> Vec<PartyId> {
        let is = |party: &PartyId| plan.parties().get(*party).map(|party| party.kind) == Some(kind);
        self.parties.iter().copied().filter(is).collect()
    }
}

/// Everybody to whom an account of the picture belongs, or in whose book it stands.
fn concerned(plan: &Plan, drawn: &BTreeSet<AccountId>) -> Vec<PartyId> {
    let mut parties = BTreeSet::new();
    for account in drawn.iter().filter_map(|id| plan.accounts().get(*id)) {
        parties.insert(account.owner);
        parties.extend(plan.books().get(account.book).map(|book| book.keeper));
    }
    parties.into_iter().collect()
}

/// Who collects for others.
fn collectors(plan: &Plan) -> BTreeSet<PartyId> {
    let contracts = plan.contracts().rows().iter();
    let for_others = contracts.filter(|contract| contract.seller.is_some());
    for_others.map(|contract| contract.collector).collect()
}

/// Those beyond the first `stay`; one alone of its kind would make no more room, so it stays too.
fn beyond(plan: &Plan, parties: &[PartyId], stay: usize) -> BTreeSet<PartyId> {
    let mut of: BTreeMap<PartyKind, Vec<PartyId>> = BTreeMap::new();
    for party in parties.iter().skip(stay) {
        if let Some(row) = plan.parties().get(*party) {
            of.entry(row.kind).or_default().push(*party);
        }
    }
    let several = of.into_values().filter(|parties| parties.len() > 1);
    several.flatten().collect()
}
