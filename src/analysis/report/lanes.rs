//! The lane diagram's content: who holds whose money, and every movement between them, at any moment.
//!
//! By holder, an account stands in its owner's lane: who can move the money, and for whom it lies there. By
//! keeper, every book is a lane and mirrors are joined.

use std::collections::BTreeMap;

use crate::analysis::rules;
use crate::analysis::view::{
    BalanceRow, FoldedLane, FoldedNode, LaneAmounts, LaneEdge, LaneModel, LaneNode, LaneView,
};
use crate::base::id::{AccountId, FlowId, PartyId};
use crate::base::money::Money;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::limits;
use crate::scenario::plan::Plan;

use super::after_all;
use super::lane_fold::{End, Lane};
use super::lane_marks;
use super::lane_picture::{Drawn, Picture, picture};
use super::moments::balance_row;

/// The lane diagram of a run, before any pixel. What the rules saw is marked, unless the run is too long to be
/// read once more for a picture.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn lanes(run: &Run, view: LaneView) -> Result<LaneModel, Fault> {
    let picture = picture(run, view)?;
    let mut model = model(run, &picture).map_err(after_all(run))?;
    if run.event_count() <= limits::MARKED_EVENTS_MAX {
        let findings = &rules::judged(run)?.findings;
        lane_marks::mark(&mut model, &picture, run.plan(), findings);
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
    let picture = picture(run, view)?;
    amounts(run, &picture, &ledger, (events, &moved)).map_err(|kind| kind.after(events))
}

fn amounts(
    run: &Run,
    picture: &Picture,
    ledger: &Ledger,
    (event, moved): (u32, &[FlowId]),
) -> Result<LaneAmounts, FaultKind> {
    let mut amounts = LaneAmounts {
        event,
        nodes: Vec::new(),
        edges: Vec::new(),
        active: Vec::new(),
    };
    for (place, edge) in (0_u32..).zip(&picture.edges) {
        amounts.edges.push(sum(ledger, edge)?);
        if edge.flows.iter().any(|along| moved.contains(&along.flow)) {
            amounts.active.push(place);
        }
    }
    for end in &picture.ends {
        amounts.nodes.push(match end {
            End::Payers => payers(&picture.edges, &amounts.edges)?,
            End::Account(_) | End::Folded(_) => {
                let mut row = BalanceRow::default();
                for id in picture.fold.accounts(end) {
                    let one = balance_row(run.plan(), ledger, *id, ledger.balance(*id)?)?;
                    row.current = row.current.plus(one.current)?;
                    row.previous_day = row.previous_day.plus(one.previous_day)?;
                }
                row
            }
        });
    }
    Ok(amounts)
}

fn sum(ledger: &Ledger, edge: &Drawn) -> Result<Money, FaultKind> {
    let mut sum = Money::ZERO;
    for along in &edge.flows {
        sum = sum.plus(ledger.flow(along.flow)?)?;
    }
    Ok(sum)
}

/// What payers have paid net of refunds, as a negative amount: it left them.
fn payers(drawn: &[Drawn], amounts: &[Money]) -> Result<BalanceRow, FaultKind> {
    let mut sum = Money::ZERO;
    for (edge, amount) in drawn.iter().zip(amounts) {
        if edge.from == End::Payers {
            sum = sum.minus(*amount)?;
        } else if edge.to == End::Payers {
            sum = sum.plus(*amount)?;
        }
    }
    Ok(BalanceRow {
        current: sum,
        previous_day: sum,
    })
}

fn model(run: &Run, picture: &Picture) -> Result<LaneModel, FaultKind> {
    let plan = run.plan();
    let lanes = lanes_of(plan, picture);
    let mut nodes = Vec::new();
    for end in &picture.ends {
        let lane = lane(plan, picture, end);
        let lane = lanes.iter().position(|one| *one == lane).unwrap_or(0);
        nodes.push(node(run, picture, end, number(lane))?);
    }
    let place: BTreeMap<End, u32> = picture.ends.iter().copied().zip(0_u32..).collect();
    let steps = steps(&picture.edges);
    let mut edges = Vec::new();
    for edge in &picture.edges {
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
            widest: sum(run.end(), edge)?,
            mark: None,
        });
    }
    let folded = (0_u32..)
        .zip(&lanes)
        .filter_map(|(place, lane)| match lane {
            Lane::Folded(kind) => Some(FoldedLane {
                lane: place,
                kind: *kind,
                parties: picture.fold.folded(plan, *kind),
            }),
            Lane::Payers | Lane::Party(_) => None,
        });
    Ok(LaneModel {
        view: picture.view,
        folded: folded.collect(),
        lanes: lanes
            .into_iter()
            .map(|lane| match lane {
                Lane::Party(party) => Some(party),
                Lane::Payers | Lane::Folded(_) => None,
            })
            .collect(),
        nodes,
        edges,
    })
}

fn node(run: &Run, picture: &Picture, end: &End, lane: u32) -> Result<LaneNode, FaultKind> {
    let plan = run.plan();
    let accounts = picture.fold.accounts(end);
    let first = accounts.first().copied();
    Ok(LaneNode {
        lane,
        phase: first.map_or(0, |id| picture.phases.of_account(plan, id)),
        account: match end {
            End::Account(id) => Some(*id),
            End::Payers | End::Folded(_) => None,
        },
        widest: picture.widest(run, end)?,
        mark: None,
        folded: match end {
            End::Folded(place) => picture.fold.nodes.get(*place).map(|node| FoldedNode {
                kind: node.kind,
                accounts: accounts.to_vec(),
            }),
            End::Payers | End::Account(_) => None,
        },
    })
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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

/// In whose lane a node stands.
fn lane(plan: &Plan, picture: &Picture, end: &End) -> Lane {
    let party = |id: AccountId| -> Option<PartyId> {
        let account = plan.accounts().get(id)?;
        match picture.view {
            LaneView::Holder => Some(account.owner),
            LaneView::Keeper => plan.books().get(account.book).map(|book| book.keeper),
        }
    };
    match end {
        End::Payers => Lane::Payers,
        End::Account(id) => party(*id).map_or(Lane::Payers, |party| picture.fold.lane(plan, party)),
        End::Folded(place) => {
            let node = picture.fold.nodes.get(*place);
            node.map_or(Lane::Payers, |node| node.lane)
        }
    }
}

/// Lanes from top to bottom: payers, channels, platforms, merchants, banks; of a kind those folded come last.
fn lanes_of(plan: &Plan, picture: &Picture) -> Vec<Lane> {
    let rank = |kind: Option<PartyKind>| match kind {
        None => 0_u8,
        Some(PartyKind::Channel) => 1,
        Some(PartyKind::Platform) => 2,
        Some(PartyKind::Merchant) => 3,
        Some(PartyKind::Bank) => 4,
    };
    let ends = picture.ends.iter();
    let mut lanes: Vec<(u8, Lane)> = ends
        .map(|end| {
            let lane = lane(plan, picture, end);
            let kind = match lane {
                Lane::Payers => None,
                Lane::Party(party) => plan.parties().get(party).map(|party| party.kind),
                Lane::Folded(kind) => Some(kind),
            };
            (rank(kind), lane)
        })
        .collect();
    lanes.sort_unstable();
    lanes.dedup();
    lanes.into_iter().map(|(_, lane)| lane).collect()
}
