//! Where a finding is to be seen: along which edges of the picture each step of its path went and when, which
//! events bear it out, and how much lay in the subject's hands for how long.

use crate::analysis::view::{
    EventRow, Finding, FindingPlaces, FlowStep, HeldSince, LaneView, StepDrawn,
};
use crate::base::amount_time::AmountTime;
use crate::base::id::{FlowId, PartyId};
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::after_all;
use super::lane_marks;
use super::lane_ways::End;
use super::lanes::{self, Drawn};
use super::{event_at, event_row, held_over_run};

/// Events of a finding that are told one by one; the others are counted.
const EVENTS_TOLD: usize = 40;

/// Where each finding is to be seen, in the order of the findings.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn finding_places(run: &Run, findings: &[Finding]) -> Result<Vec<FindingPlaces>, Fault> {
    if findings.is_empty() {
        return Ok(Vec::new());
    }
    let held = held_over_run(run, HeldSince::default())?;
    let pictures = [
        lanes::edges(run, LaneView::Holder).map_err(after_all(run))?,
        lanes::edges(run, LaneView::Keeper).map_err(after_all(run))?,
    ];
    let mut places = Vec::new();
    for finding in findings {
        let mut steps = Vec::new();
        for step in &finding.path {
            steps.push(drawn(run, &pictures, step, &finding.evidence.events)?);
        }
        let told = finding.evidence.events.iter().take(EVENTS_TOLD);
        let events: Result<Vec<EventRow>, Fault> =
            told.map(|event| event_row(run, *event)).collect();
        let of_subject = held.iter().find(|row| row.holder == finding.subject);
        places.push(FindingPlaces {
            steps,
            events: events?,
            held: of_subject.map_or(AmountTime::ZERO, |row| row.held),
            marked: lane_marks::marked(run.plan(), finding),
            seen: seen(run, finding),
        });
    }
    Ok(places)
}

fn seen(run: &Run, finding: &Finding) -> u32 {
    let last = finding.evidence.events.last().copied().unwrap_or(0);
    let at_most = finding.held.map(|most| event_at(run, most.maximum_at));
    at_most.unwrap_or(last)
}

/// A step on both pictures, and the first of the events that moved money along it.
fn drawn(
    run: &Run,
    pictures: &[Vec<Drawn>; 2],
    step: &FlowStep,
    events: &[u32],
) -> Result<StepDrawn, Fault> {
    let [holder, keeper] = pictures;
    let along = |edges: &[Drawn]| -> Vec<u32> {
        let places = (0_u32..).zip(edges);
        let places = places.filter(|(_, edge)| goes_along(run, edge, step));
        places.map(|(place, _)| place).collect()
    };
    let flows: Vec<FlowId> = holder
        .iter()
        .filter(|edge| !edge.earmark && goes_along(run, edge, step))
        .flat_map(|edge| edge.flows.iter().copied())
        .collect();
    Ok(StepDrawn {
        by_holder: along(holder),
        by_keeper: along(keeper),
        event: first_along(run, events, &flows)?,
    })
}

fn first_along(run: &Run, events: &[u32], flows: &[FlowId]) -> Result<Option<u32>, Fault> {
    for event in events {
        let entries = run.entries(event.saturating_sub(1))?;
        let mut legs = entries.iter().flat_map(|entry| &entry.legs);
        if legs.any(|leg| flows.contains(&leg.flow)) {
            return Ok(Some(*event));
        }
    }
    Ok(None)
}

/// Whether an edge leads where the step leads: from the payers, from an account of the giver, or out of the
/// giver's book; always into an account of the taker.
fn goes_along(run: &Run, edge: &Drawn, step: &FlowStep) -> bool {
    let Some(to) = standing(run, edge.to) else {
        return false;
    };
    if edge.meaning.is_none_or(lanes::runs_back) || to.owner != step.to {
        return false;
    }
    match (standing(run, edge.from), step.from) {
        (None, giver) => giver.is_none(),
        (Some(_), None) => false,
        (Some(from), Some(giver)) => {
            let out_of_its_book = from.keeper == giver && to.keeper != giver;
            from.owner != to.owner && from.owner == giver || out_of_its_book
        }
    }
}

/// Whose an account is, and in whose book it stands.
struct Standing {
    owner: PartyId,
    keeper: PartyId,
}

fn standing(run: &Run, end: End) -> Option<Standing> {
    let account = run.plan().accounts().get(end?)?;
    let book = run.plan().books().get(account.book)?;
    Some(Standing {
        owner: account.owner,
        keeper: book.keeper,
    })
}
