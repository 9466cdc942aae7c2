//! The lane diagram's content: who holds whose money, and every movement between them, at any moment.
//!
//! By holder, an account stands in its owner's lane and only real money is drawn: claims on a channel,
//! deposits, and what the channel has earned. By keeper, every book is a lane and mirrors are joined.

use std::collections::BTreeMap;

use crate::analysis::holding::is_cash;
use crate::analysis::rules;
use crate::analysis::view::{BalanceRow, LaneAmounts, LaneEdge, LaneModel, LaneNode, LaneView};
use crate::base::id::{AccountId, FlowId, PartyId};
use crate::base::money::Money;
use crate::domain::account::{Account, AccountKind, Side};
use crate::domain::leg::Flow;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::limits;
use crate::scenario::plan::Plan;

use super::after_all;
use super::lane_marks;
use super::lane_phase::phase;
use super::moments::balance_row;

/// An end of an edge: an account, or the payers.
pub(super) type End = Option<AccountId>;

/// A drawn edge and the flows that it sums.
pub(super) struct Drawn {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) meaning: Option<Meaning>,
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
            phase: end.map_or(0, |id| phase(plan, id, frozen)),
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
                .and_then(|one| steps.get(&one).copied())
                .unwrap_or(0),
            note: edge.note.clone(),
            back: edge.meaning.is_none_or(runs_back),
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

/// The forward meanings that occur, numbered in the order of the story.
fn steps(drawn: &[Drawn]) -> BTreeMap<Meaning, u32> {
    let story = [
        Meaning::Opening,
        Meaning::Payment,
        Meaning::ChannelFee,
        Meaning::Sale,
        Meaning::Share,
        Meaning::Commission,
        Meaning::Unfreeze,
        Meaning::Cleared,
        Meaning::PayoutSent,
        Meaning::PaidOut,
        Meaning::Transferred,
        Meaning::Spent,
        Meaning::Advanced,
        Meaning::PaidOnward,
    ];
    let occurs = |meaning: &Meaning| drawn.iter().any(|edge| edge.meaning == Some(*meaning));
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
        let ends = match view {
            LaneView::Holder => held(plan, flow),
            LaneView::Keeper => kept(plan, flow)?,
        };
        let Some((from, to)) = ends else { continue };
        let key = (Some(flow.meaning), from, to);
        let edge = drawn.entry(key).or_insert_with(|| Drawn {
            from,
            to,
            meaning: Some(flow.meaning),
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

/// Ends of a flow among those who hold money; `None` where it moves nothing between them.
fn held(plan: &Plan, flow: &Flow) -> Option<(End, End)> {
    let kind = |id| kind(plan, id);
    let deposit_of = |id| {
        let account: &Account = plan.accounts().get(id)?;
        let channel = plan.books().get(account.book)?.keeper;
        let payees = plan.payees().rows().iter();
        let mut own =
            payees.filter(|payee| payee.owner == account.owner && payee.channel == channel);
        own.next().map(|payee| payee.deposit)
    };
    let (debit, credit) = (kind(flow.debit)?, kind(flow.credit)?);
    match (flow.meaning, debit, credit) {
        (Meaning::Payment, AccountKind::Reserve, _) => Some((None, Some(flow.credit))),
        (Meaning::Refund, _, AccountKind::Reserve) => Some((Some(flow.debit), None)),
        (Meaning::TopUp, AccountKind::Reserve, _) => {
            Some((Some(deposit_of(flow.credit)?), Some(flow.credit)))
        }
        (Meaning::PaidOut, AccountKind::PayoutInTransit, _) => {
            let account = plan.accounts().get(flow.debit)?;
            let pending = plan.accounts().iter().find(|(_, other)| {
                other.book == account.book
                    && other.owner == account.owner
                    && other.kind == AccountKind::Pending
            });
            Some((Some(pending?.0), Some(deposit_of(flow.debit)?)))
        }
        (Meaning::Transferred, AccountKind::Available, _) => {
            let account = plan.accounts().get(flow.debit)?;
            let platform = plan.books().get(account.book)?.keeper;
            let payees = plan.payees().rows().iter();
            let mut own =
                payees.filter(|payee| payee.owner == account.owner && payee.channel == platform);
            let payee = own.next()?;
            Some((Some(payee.platform?.from), Some(payee.deposit)))
        }
        // The bank's book alone sees both ends of these, or the one that takes part.
        (Meaning::Advanced | Meaning::PaidOnward, debit, credit)
            if is_cash(debit) && is_cash(credit) =>
        {
            Some((Some(flow.debit), Some(flow.credit)))
        }
        (
            Meaning::ChannelFee
            | Meaning::Share
            | Meaning::Unfreeze
            | Meaning::FeeReturned
            | Meaning::ShareReturned,
            AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
            AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
        ) => Some((Some(flow.debit), Some(flow.credit))),
        _ => None,
    }
}

/// Ends of a flow inside its book. Claims pass from the debited to the credited account, assets the
/// other way round; money that comes in or goes out passes between its asset and its claim.
fn kept(plan: &Plan, flow: &Flow) -> Result<Option<(End, End)>, FaultKind> {
    let normal = |id| {
        let account = plan.accounts().get(id).ok_or(Missing::Account)?;
        Ok::<_, Missing>(account.kind.normal())
    };
    let (debit, credit) = (Some(flow.debit), Some(flow.credit));
    Ok(Some(match (normal(flow.debit)?, normal(flow.credit)?) {
        (Side::Debit, Side::Debit) => (credit, debit),
        (Side::Credit, Side::Credit)
        | (Side::Debit, Side::Credit)
        | (Side::Credit, Side::Debit) => (debit, credit),
    }))
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
