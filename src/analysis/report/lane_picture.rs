//! Everything of a picture that does not change with the moment: its ways, what they are labelled with, and what
//! of it is folded. It is worked out once for a run and a view.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::view::LaneView;
use crate::base::id::{AccountId, FlowId, PartyId};
use crate::base::money::Money;
use crate::domain::account::{AccountKind, Side};
use crate::domain::posting::{Meaning, Term};
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::after_all;
use super::lane_fold::{End, Fold};
use super::lane_phase::Phases;
use super::lane_ways::{Place, Way, Ways, by_keeper};

/// A drawn edge and the flows that it sums.
pub(super) struct Drawn {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) meaning: Option<Meaning>,
    pub(super) earmark: bool,
    pub(super) flows: Vec<Along>,
    /// Rate or cycle, where all its flows have the same.
    pub(super) note: String,
}

/// A flow of an edge, from which account to which.
#[derive(Clone, Copy)]
pub(super) struct Along {
    pub(super) flow: FlowId,
    pub(super) from: Place,
    pub(super) to: Place,
}

/// A picture of a run.
pub(super) struct Picture {
    pub(super) view: LaneView,
    pub(super) edges: Vec<Drawn>,
    /// All nodes: payers first, then accounts in book order, then what is folded.
    pub(super) ends: Vec<End>,
    pub(super) fold: Fold,
    pub(super) phases: Phases,
    /// By account: everything that ever came in.
    incoming: Vec<Money>,
}

/// The picture of a run.
pub(super) fn picture(run: &Run, view: LaneView) -> Result<Arc<Picture>, Fault> {
    struct ByHolder(Arc<Picture>);
    struct ByKeeper(Arc<Picture>);
    let drawn = || Picture::of(run, view).map(Arc::new).map_err(after_all(run));
    Ok(match view {
        LaneView::Holder => run.reading(|_| drawn().map(ByHolder))?.0.clone(),
        LaneView::Keeper => run.reading(|_| drawn().map(ByKeeper))?.0.clone(),
    })
}

/// Edges by what makes several flows one.
type Edges = BTreeMap<(Option<Meaning>, End, End), Drawn>;

impl Picture {
    fn of(run: &Run, view: LaneView) -> Result<Picture, FaultKind> {
        let plan = run.plan();
        let ways = moved(run, view)?;
        let mut drawn: BTreeSet<AccountId> = BTreeSet::new();
        for (_, way) in &ways {
            drawn.extend([way.from, way.to].into_iter().flatten());
        }
        if view == LaneView::Holder {
            // A deposit with money of its own is drawn even when nothing moves.
            drawn.extend(plan.openings().iter().map(|opening| opening.account));
        }
        let weights = weights(run)?;
        let weight = |party: PartyId| weights.get(party.index()).copied().unwrap_or_default();
        let fold = Fold::of(plan, view, &drawn, weight);
        let mut edges = edges(plan, &fold, &ways);
        if view == LaneView::Keeper {
            edges.extend(mirrors(plan, &fold, &drawn));
        }
        let mut ends: BTreeSet<End> = drawn.iter().map(|id| fold.end(Some(*id))).collect();
        let payers = [End::Payers];
        if edges
            .iter()
            .any(|edge| [edge.from, edge.to].contains(&End::Payers))
        {
            ends.extend(payers);
        }
        Ok(Picture {
            view,
            edges,
            ends: ends.into_iter().collect(),
            phases: Phases::of(plan, view, &drawn),
            fold,
            incoming: incoming(run)?,
        })
    }

    /// An upper bound of what a node ever shows: everything that ever came in.
    pub(super) fn widest(&self, run: &Run, end: &End) -> Result<Money, FaultKind> {
        let mut sum = Money::ZERO;
        if *end == End::Payers {
            for edge in self.edges.iter().filter(|edge| edge.from == End::Payers) {
                for along in &edge.flows {
                    sum = sum.minus(run.end().flow(along.flow)?)?;
                }
            }
        }
        for id in self.fold.accounts(end) {
            sum = sum.plus(self.incoming.get(id.index()).copied().unwrap_or_default())?;
        }
        Ok(sum)
    }
}

/// The ways of all flows that ever carry money in this run.
fn moved(run: &Run, view: LaneView) -> Result<Vec<(FlowId, Way)>, FaultKind> {
    let plan = run.plan();
    let known = Ways::of(plan);
    let mut ways = Vec::new();
    for (id, flow) in plan.flows().iter() {
        if run.end().flow(id)?.is_zero() {
            continue;
        }
        let way = match view {
            LaneView::Holder => known.by_holder(flow),
            LaneView::Keeper => Some(by_keeper(plan, flow)?),
        };
        ways.extend(way.map(|way| (id, way)));
    }
    Ok(ways)
}

fn edges(plan: &Plan, fold: &Fold, ways: &[(FlowId, Way)]) -> Vec<Drawn> {
    let notes = notes(plan);
    let mut edges = Edges::new();
    for (flow, way) in ways {
        let Some(row) = plan.flows().get(*flow) else {
            continue;
        };
        let (from, to) = (fold.end(way.from), fold.end(way.to));
        let note = notes.get(flow).map(String::as_str).unwrap_or_default();
        if let End::Folded(_) = from
            && from == to
        {
            continue;
        }
        let edge = edges
            .entry((Some(row.meaning), from, to))
            .or_insert_with(|| Drawn {
                from,
                to,
                meaning: Some(row.meaning),
                earmark: way.earmark,
                flows: Vec::new(),
                note: note.to_owned(),
            });
        // A rate is said of an edge only where it is that of all it stands for.
        let is_folded = matches!(from, End::Folded(_)) || matches!(to, End::Folded(_));
        if is_folded && edge.note != note {
            edge.note.clear();
        }
        edge.flows.push(Along {
            flow: *flow,
            from: way.from,
            to: way.to,
        });
    }
    edges.into_values().collect()
}

/// Accounts of two books that stand for the same money, as far as both are drawn.
fn mirrors(plan: &Plan, fold: &Fold, drawn: &BTreeSet<AccountId>) -> Vec<Drawn> {
    let mut of: BTreeMap<PartyId, Vec<AccountId>> = BTreeMap::new();
    let kind = |id: AccountId| plan.accounts().get(id).map(|account| account.kind);
    for id in drawn {
        if let Some(account) = plan.accounts().get(*id) {
            of.entry(account.owner).or_default().push(*id);
        }
    }
    let (mut pairs, mut known) = (Vec::new(), BTreeSet::new());
    for ours in drawn {
        let Some(account) = plan.accounts().get(*ours) else {
            continue;
        };
        let is_joined = |other: AccountKind| match account.kind {
            AccountKind::Reserve => other == AccountKind::ReserveDeposit,
            AccountKind::OwnBank => matches!(
                other,
                AccountKind::CorporateDeposit | AccountKind::PersonalDeposit
            ),
            AccountKind::ChannelReceivable => other == AccountKind::Pending,
            _ => false,
        };
        for theirs in of.get(&account.owner).into_iter().flatten() {
            let (from, to) = (fold.end(Some(*theirs)), fold.end(Some(*ours)));
            if kind(*theirs).is_some_and(is_joined) && known.insert((from, to)) {
                pairs.push(Drawn {
                    from,
                    to,
                    meaning: None,
                    earmark: false,
                    flows: Vec::new(),
                    note: String::new(),
                });
            }
        }
    }
    pairs
}

/// By party: what moved through accounts that are its own or stand in its book.
fn weights(run: &Run) -> Result<Vec<i128>, FaultKind> {
    let plan = run.plan();
    let mut weights = vec![0_i128; plan.parties().len()];
    for (id, flow) in plan.flows().iter() {
        let moved = i128::from(run.end().flow(id)?.minor());
        for account in [flow.debit, flow.credit] {
            let owner = plan.accounts().get(account).map(|account| account.owner);
            if let Some(weight) = owner.and_then(|owner| weights.get_mut(owner.index())) {
                *weight = weight.saturating_add(moved);
            }
        }
        let keeper = plan.books().get(flow.book).map(|book| book.keeper);
        if let Some(weight) = keeper.and_then(|keeper| weights.get_mut(keeper.index())) {
            *weight = weight.saturating_add(moved);
        }
    }
    Ok(weights)
}

/// By account: everything that ever came in.
fn incoming(run: &Run) -> Result<Vec<Money>, FaultKind> {
    let plan = run.plan();
    let mut sums = vec![Money::ZERO; plan.accounts().len()];
    for (id, flow) in plan.flows().iter() {
        let moved = run.end().flow(id)?;
        for (account, side) in [(flow.debit, Side::Debit), (flow.credit, Side::Credit)] {
            let row = plan.accounts().get(account);
            let comes_in = row.is_some_and(|account| account.kind.normal() == side);
            if let Some(sum) = sums.get_mut(account.index()).filter(|_| comes_in) {
                *sum = sum.plus(moved)?;
            }
        }
    }
    Ok(sums)
}

/// Rate of a fee or share, cycle of a payout: what the label says besides the amount, where a flow has just one.
fn notes(plan: &Plan) -> BTreeMap<FlowId, String> {
    let mut notes: BTreeMap<FlowId, Vec<String>> = BTreeMap::new();
    let meaning = |flow: FlowId| plan.flows().get(flow).map(|row| row.meaning);
    let mut add = |flow: FlowId, of: Meaning, note: &dyn Fn() -> String| {
        if meaning(flow) == Some(of) {
            let known = notes.entry(flow).or_default();
            let note = note();
            if !known.contains(&note) {
                known.push(note);
            }
        }
    };
    for contract in plan.contracts().rows() {
        let rate = || contract.fee.rate.percent();
        for rule in &contract.rules.captured {
            add(rule.flow, Meaning::ChannelFee, &rate);
        }
        for rule in &contract.rules.split {
            if let Term::Share(place) = rule.term
                && let Some(share) = contract.shares.get(place)
            {
                add(rule.flow, Meaning::Share, &|| share.rate.percent());
            }
        }
    }
    for payee in plan.payees().rows() {
        for rule in &payee.rules.payout_succeeded {
            add(rule.flow, Meaning::PaidOut, &|| payee.cycle.to_string());
        }
    }
    let only = |(flow, notes): (FlowId, Vec<String>)| match notes.as_slice() {
        [only] => Some((flow, only.clone())),
        _ => None,
    };
    notes.into_iter().filter_map(only).collect()
}
