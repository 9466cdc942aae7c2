//! The lane diagram's content: who holds whose money, and every movement between them, at any moment.
//!
//! By holder, an account stands in its owner's lane: who can move the money, and for whom it lies there. By
//! keeper, every book is a lane and mirrors are joined.

use std::collections::BTreeMap;

use crate::analysis::rules;
use crate::analysis::view::{BalanceRow, LaneAmounts, LaneEdge, LaneModel, LaneNode, LaneView};
use crate::base::id::{AccountId, FlowId, PartyId};
use crate::base::money::Money;
use crate::domain::account::{AccountKind, Side};
use crate::domain::leg::Flow;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;
use crate::scenario::limits;
use crate::scenario::plan::Plan;

use super::after_all;
use super::lane_marks;
use super::lane_phase::phase;
use super::lane_ways::{End, Way, by_holder, by_keeper};
use super::moments::balance_row;

/// A drawn edge and the flows that it sums.
pub(super) struct Drawn {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) meaning: Option<Meaning>,
    pub(super) earmark: bool,
    pub(super) flows: Vec<FlowId>,
    note: String,
}

/// The lane diagram of a run, before any pixel. What the rules saw is marked, unless the run is too long to be
/// read once more for a picture.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn lanes(run: &Run, view: LaneView) -> Result<LaneModel, Fault> {
    let mut model = model(run, view).map_err(after_all(run))?;
    if run.event_count() <= limits::MARKED_EVENTS_MAX {
        lane_marks::mark(&mut model, run.plan(), &rules::judged(run)?.findings);
    }
    Ok(model)
}

/// Amounts of the lane diagram after `events` events.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn lane_amounts(run: &Run, view: LaneView, events: u32) -> Result<LaneAmounts, Fault> {
    let events = events.min(run.event_count());
    let ledger = run.at(events)?;
    let last = match events.checked_sub(1) {
        Some(place) => run.entries(place)?,
        None => Vec::new(),
    };
    let moved: Vec<FlowId> = last
        .iter()
        .flat_map(|entry| entry.legs.iter().map(|leg| leg.flow))
        .collect();
    let amounts = || -> Result<LaneAmounts, FaultKind> {
        let drawn = edges(run, view)?;
        let nodes = ends(run.plan(), view, &drawn);
        let mut amounts = LaneAmounts {
            event: events,
            nodes: Vec::new(),
            edges: Vec::new(),
            active: Vec::new(),
        };
        for (place, edge) in (0_u32..).zip(&drawn) {
            let mut sum = Money::ZERO;
            for flow in &edge.flows {
                sum = sum.plus(ledger.flow(*flow)?)?;
            }
            amounts.edges.push(sum);
            if edge.flows.iter().any(|flow| moved.contains(flow)) {
                amounts.active.push(place);
            }
        }
        for node in &nodes {
            amounts.nodes.push(match node {
                Some(account) => {
                    let balance = ledger.balance(*account)?;
                    balance_row(run.plan(), &ledger, *account, balance)?
                }
                None => payers(&drawn, &amounts.edges)?,
            });
        }
        Ok(amounts)
    };
    amounts().map_err(|kind| kind.after(events))
}

/// What payers have paid net of refunds, as a negative amount: it left them.
fn payers(drawn: &[Drawn], amounts: &[Money]) -> Result<BalanceRow, FaultKind> {
    let mut sum = Money::ZERO;
    for (edge, amount) in drawn.iter().zip(amounts) {
        if edge.from.is_none() {
            sum = sum.minus(*amount)?;
        } else if edge.to.is_none() {
            sum = sum.plus(*amount)?;
        }
    }
    Ok(BalanceRow {
        current: sum,
        previous_day: sum,
    })
}

fn model(run: &Run, view: LaneView) -> Result<LaneModel, FaultKind> {
    let plan = run.plan();
    let drawn = edges(run, view)?;
    let ends = ends(plan, view, &drawn);
    let lanes = lanes_of(plan, view, &ends);
    let frozen = ends
        .iter()
        .flatten()
        .any(|id| kind(plan, *id) == Some(AccountKind::Frozen));
    let mut nodes = Vec::new();
    for end in &ends {
        let party = end.and_then(|id| lane_party(plan, view, id));
        let lane = lanes.iter().position(|lane| *lane == party).unwrap_or(0);
        nodes.push(LaneNode {
            lane: number(lane),
            phase: end.map_or(0, |id| phase(plan, view, id, frozen)),
            account: *end,
            widest: widest(run, *end, &drawn)?,
            mark: None,
        });
    }
    let place: BTreeMap<End, u32> = (0_u32..).zip(&ends).map(|(at, end)| (*end, at)).collect();
    let steps = steps(&drawn);
    let mut edges = Vec::new();
    for edge in &drawn {
        let mut amount = Money::ZERO;
        for flow in &edge.flows {
            amount = amount.plus(run.end().flow(*flow)?)?;
        }
        let at = |end: &End| place.get(end).copied().unwrap_or_default();
        edges.push(LaneEdge {
            from: at(&edge.from),
            to: at(&edge.to),
            meaning: edge.meaning,
            step: edge
                .meaning
                .and_then(|one| steps.get(&(one, edge.earmark)).copied())
                .unwrap_or(0),
            note: edge.note.clone(),
            back: edge.meaning.is_none_or(runs_back),
            earmark: edge.earmark,
            widest: amount,
            mark: None,
        });
    }
    Ok(LaneModel {
        view,
        lanes,
        nodes,
        edges,
    })
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn kind(plan: &Plan, id: AccountId) -> Option<AccountKind> {
    plan.accounts().get(id).map(|account| account.kind)
}

/// Whether a movement runs against the story: refunds and what they pull back.
pub(super) const fn runs_back(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Refund | Meaning::TopUp | Meaning::FeeReturned | Meaning::ShareReturned
    )
}

/// The forward meanings that occur, each with whether it only says for whom, numbered in the order of the story.
fn steps(drawn: &[Drawn]) -> BTreeMap<(Meaning, bool), u32> {
    let (moves, earmarks) = (false, true);
    let story = [
        (Meaning::Opening, moves),
        (Meaning::Payment, moves),
        (Meaning::ChannelFee, moves),
        (Meaning::Sale, moves),
        (Meaning::Share, moves),
        (Meaning::Commission, moves),
        (Meaning::Unfreeze, moves),
        (Meaning::Cleared, moves),
        (Meaning::PayoutSent, moves),
        (Meaning::PaidOut, moves),
        (Meaning::Commission, earmarks),
        (Meaning::Cleared, earmarks),
        (Meaning::Transferred, moves),
        (Meaning::Spent, moves),
        (Meaning::Advanced, moves),
        (Meaning::PaidOnward, moves),
    ];
    let occurs = |(meaning, earmark): &(Meaning, bool)| {
        let mut edges = drawn.iter();
        edges.any(|edge| edge.meaning == Some(*meaning) && edge.earmark == *earmark)
    };
    story.into_iter().filter(occurs).zip(1_u32..).collect()
}

/// In whose lane an account stands.
fn lane_party(plan: &Plan, view: LaneView, id: AccountId) -> Option<PartyId> {
    let account = plan.accounts().get(id)?;
    match view {
        LaneView::Holder => Some(account.owner),
        LaneView::Keeper => plan.books().get(account.book).map(|book| book.keeper),
    }
}

/// All nodes: payers first, then accounts in book order.
fn ends(plan: &Plan, view: LaneView, drawn: &[Drawn]) -> Vec<End> {
    let mut ends: Vec<End> = drawn.iter().flat_map(|edge| [edge.from, edge.to]).collect();
    if view == LaneView::Holder {
        // A deposit with money of its own is drawn even when nothing moves.
        ends.extend(plan.openings().iter().map(|opening| Some(opening.account)));
    }
    ends.sort();
    ends.dedup();
    ends
}

/// Lanes from top to bottom: payers, channels, platforms, merchants, banks.
fn lanes_of(plan: &Plan, view: LaneView, ends: &[End]) -> Vec<Option<PartyId>> {
    let mut lanes: Vec<(u8, Option<PartyId>)> = ends
        .iter()
        .map(|end| {
            let party = end.and_then(|id| lane_party(plan, view, id));
            let kind = party
                .and_then(|id| plan.parties().get(id))
                .map(|party| party.kind);
            let rank = match kind {
                None => 0,
                Some(PartyKind::Channel) => 1,
                Some(PartyKind::Platform) => 2,
                Some(PartyKind::Merchant) => 3,
                Some(PartyKind::Bank) => 4,
            };
            (rank, party)
        })
        .collect();
    lanes.sort();
    lanes.dedup();
    lanes.into_iter().map(|(_, party)| party).collect()
}

/// An upper bound of what a node ever shows: everything that ever came in.
fn widest(run: &Run, end: End, drawn: &[Drawn]) -> Result<Money, FaultKind> {
    let plan = run.plan();
    let mut sum = Money::ZERO;
    match end {
        Some(id) => {
            let normal = plan.accounts().get(id).map(|account| account.kind.normal());
            for (flow, row) in plan.flows().iter() {
                let comes_in = match normal {
                    Some(Side::Debit) => row.debit == id,
                    Some(Side::Credit) | None => row.credit == id,
                };
                if comes_in {
                    sum = sum.plus(run.end().flow(flow)?)?;
                }
            }
            Ok(sum)
        }
        None => {
            for edge in drawn.iter().filter(|edge| edge.from.is_none()) {
                for flow in &edge.flows {
                    sum = sum.minus(run.end().flow(*flow)?)?;
                }
            }
            Ok(sum)
        }
    }
}

/// All edges that ever carry money in this run.
pub(super) fn edges(run: &Run, view: LaneView) -> Result<Vec<Drawn>, FaultKind> {
    let plan = run.plan();
    let mut drawn: BTreeMap<(Option<Meaning>, End, End), Drawn> = BTreeMap::new();
    for (id, flow) in plan.flows().iter() {
        if run.end().flow(id)?.is_zero() {
            continue;
        }
        let way = match view {
            LaneView::Holder => by_holder(plan, flow),
            LaneView::Keeper => Some(by_keeper(plan, flow)?),
        };
        let Some(Way { from, to, earmark }) = way else {
            continue;
        };
        let key = (Some(flow.meaning), from, to);
        let edge = drawn.entry(key).or_insert_with(|| Drawn {
            from,
            to,
            meaning: Some(flow.meaning),
            earmark,
            flows: Vec::new(),
            note: note(plan, id, flow),
        });
        edge.flows.push(id);
    }
    let mut drawn: Vec<Drawn> = drawn.into_values().collect();
    if view == LaneView::Keeper {
        drawn.extend(mirrors(plan, &drawn));
    }
    Ok(drawn)
}

/// Accounts of two books that stand for the same money, as far as both are drawn.
fn mirrors(plan: &Plan, drawn: &[Drawn]) -> Vec<Drawn> {
    let shown: Vec<AccountId> = drawn
        .iter()
        .flat_map(|edge| [edge.from, edge.to])
        .flatten()
        .collect();
    let mut pairs = Vec::new();
    for (ours, account) in plan.accounts().iter() {
        for (theirs, other) in plan.accounts().iter() {
            let joined = match account.kind {
                AccountKind::Reserve => other.kind == AccountKind::ReserveDeposit,
                AccountKind::OwnBank => matches!(
                    other.kind,
                    AccountKind::CorporateDeposit | AccountKind::PersonalDeposit
                ),
                AccountKind::ChannelReceivable => other.kind == AccountKind::Pending,
                _ => false,
            };
            if joined
                && other.owner == account.owner
                && shown.contains(&ours)
                && shown.contains(&theirs)
            {
                pairs.push(Drawn {
                    from: Some(theirs),
                    to: Some(ours),
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

/// Rate of a fee or share, cycle of a payout: what the label says besides the amount.
fn note(plan: &Plan, id: FlowId, flow: &Flow) -> String {
    let mut notes: Vec<String> = Vec::new();
    match flow.meaning {
        Meaning::ChannelFee => {
            for contract in plan.contracts().rows() {
                if contract.rules.captured.iter().any(|rule| rule.flow == id) {
                    notes.push(contract.fee.rate.percent());
                }
            }
        }
        Meaning::Share => {
            for contract in plan.contracts().rows() {
                let rules = contract.rules.split.iter().filter(|rule| rule.flow == id);
                for rule in rules {
                    if let crate::domain::posting::Term::Share(place) = rule.term
                        && let Some(share) = contract.shares.get(place)
                    {
                        notes.push(share.rate.percent());
                    }
                }
            }
        }
        Meaning::PaidOut => {
            for payee in plan.payees().rows() {
                if payee
                    .rules
                    .payout_succeeded
                    .iter()
                    .any(|rule| rule.flow == id)
                {
                    notes.push(payee.cycle.to_string());
                }
            }
        }
        _ => {}
    }
    notes.dedup();
    if let [only] = notes.as_slice() {
        only.clone()
    } else {
        String::new()
    }
}
