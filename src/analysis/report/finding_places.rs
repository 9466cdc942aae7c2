//! Where a finding is to be seen: along which edges of the picture each step of its path went and when, which
//! events bear it out, and how much lay in the subject's hands for how long.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::view::{
    EventRow, Finding, FindingPlaces, FlowStep, HeldSince, LaneView, StepDrawn,
};
use crate::base::amount_time::AmountTime;
use crate::base::id::{FlowId, PartyId};
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::lane_marks;
use super::lane_picture::{Along, Drawn, picture};
use super::lane_ways::Place;
use super::lanes;
use super::{event_at, event_row, held_throughout};

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
    let held = held_throughout(run, HeldSince::default())?;
    let ways = [
        Leads::along(run, &picture(run, LaneView::Holder)?.edges),
        Leads::along(run, &picture(run, LaneView::Keeper)?.edges),
    ];
    let mut places = Vec::new();
    for finding in findings {
        let first = first_by_flow(run, &finding.evidence.events)?;
        let steps = finding.path.iter().map(|step| drawn(&ways, step, &first));
        let told = finding.evidence.events.iter().take(EVENTS_TOLD);
        let events: Result<Vec<EventRow>, Fault> =
            told.map(|event| event_row(run, *event)).collect();
        let of_subject = held.iter().find(|row| row.holder == finding.subject);
        places.push(FindingPlaces {
            steps: steps.collect(),
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

/// Of one picture: which edges lead from whom to whom, and which of their flows move money there.
#[derive(Default)]
struct Leads {
    edges: BTreeMap<Step, BTreeSet<u32>>,
    flows: BTreeMap<Step, Vec<FlowId>>,
}

/// From whom, or from the payers, to whom.
type Step = (Option<PartyId>, PartyId);

impl Leads {
    fn along(run: &Run, edges: &[Drawn]) -> Leads {
        let mut leads = Leads::default();
        for (place, edge) in (0_u32..).zip(edges) {
            if edge.meaning.is_none_or(lanes::runs_back) {
                continue;
            }
            for along in &edge.flows {
                for step in steps(run, along).into_iter().flatten() {
                    leads.edges.entry(step).or_default().insert(place);
                    if !edge.earmark {
                        leads.flows.entry(step).or_default().push(along.flow);
                    }
                }
            }
        }
        leads
    }

    fn edges(&self, step: Step) -> Vec<u32> {
        let edges = self.edges.get(&step).into_iter().flatten();
        edges.copied().collect()
    }
}

/// The steps that a movement takes: from the payers, from an account of the giver, or out of the giver's book;
/// always into an account of the taker.
fn steps(run: &Run, along: &Along) -> [Option<Step>; 2] {
    let Some(to) = standing(run, along.to) else {
        return [None; 2];
    };
    match standing(run, along.from) {
        None => [Some((None, to.owner)), None],
        Some(from) => {
            let of_owner = (from.owner != to.owner).then_some((Some(from.owner), to.owner));
            let out_of_book = from.keeper != to.keeper;
            let of_keeper = out_of_book.then_some((Some(from.keeper), to.owner));
            [of_owner, of_keeper]
        }
    }
}

/// A step on both pictures, and the first of the events that moved money along it.
fn drawn(
    [holder, keeper]: &[Leads; 2],
    step: &FlowStep,
    first: &BTreeMap<FlowId, u32>,
) -> StepDrawn {
    let step: Step = (step.from, step.to);
    let flows = holder.flows.get(&step).into_iter().flatten();
    StepDrawn {
        by_holder: holder.edges(step),
        by_keeper: keeper.edges(step),
        event: flows.filter_map(|flow| first.get(flow)).min().copied(),
    }
}

/// The first of the events, which stand in the order of time, that moved money along each flow.
fn first_by_flow(run: &Run, events: &[u32]) -> Result<BTreeMap<FlowId, u32>, Fault> {
    let mut first = BTreeMap::new();
    for event in events {
        for entry in run.entries(event.saturating_sub(1))? {
            for leg in &entry.legs {
                first.entry(leg.flow).or_insert(*event);
            }
        }
    }
    Ok(first)
}

/// Whose an account is, and in whose book it stands.
struct Standing {
    owner: PartyId,
    keeper: PartyId,
}

fn standing(run: &Run, end: Place) -> Option<Standing> {
    let account = run.plan().accounts().get(end?)?;
    let book = run.plan().books().get(account.book)?;
    Some(Standing {
        owner: account.owner,
        keeper: book.keeper,
    })
}
