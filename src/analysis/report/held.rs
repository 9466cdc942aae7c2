//! Others' money: what each party holds of it at a moment, and over the whole run to the fen and the second.

use std::sync::Arc;

use crate::analysis::holding::{Hands, pockets, unlearnt};
use crate::analysis::view::{HeldNow, HeldOverRun, HeldSince};
use crate::base::date::WallClock;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::after_all;
use super::held_tally::Tally;

/// What every party that owes others something holds of their money after `events` events.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn held(run: &Run, events: u32, since: HeldSince) -> Result<Vec<HeldNow>, Fault> {
    let events = events.min(run.event_count());
    let ledger = run.at(events)?;
    let sales = match since {
        HeldSince::EventTime => Some(unlearnt(run, events)?),
        HeldSince::KnowledgeTime => None,
    };
    pockets(run.plan())
        .iter()
        .map(|pocket| pocket.held(&ledger, sales.as_ref()))
        .collect::<Result<_, _>>()
        .map_err(|kind| kind.after(events))
}

/// Maximum, time and amount × time of others' money in every party's hands, over the whole run.
///
/// What happens in one second is looked at when that second is over.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn held_over_run(run: &Run, since: HeldSince) -> Result<Vec<HeldOverRun>, Fault> {
    Ok(held_throughout(run, since)?.to_vec())
}

/// The same, worked out once for a run, whoever asks.
pub(in crate::analysis) fn held_throughout(
    run: &Run,
    since: HeldSince,
) -> Result<Arc<[HeldOverRun]>, Fault> {
    struct ByEvent(Arc<[HeldOverRun]>);
    struct ByKnowledge(Arc<[HeldOverRun]>);
    let told = || -> Result<Arc<[HeldOverRun]>, Fault> { Ok(watched(run, since)?.into()) };
    Ok(match since {
        HeldSince::EventTime => run.reading(|_| told().map(ByEvent))?.0.clone(),
        HeldSince::KnowledgeTime => run.reading(|_| told().map(ByKnowledge))?.0.clone(),
    })
}

fn watched(run: &Run, since: HeldSince) -> Result<Vec<HeldOverRun>, Fault> {
    let plan = run.plan();
    let mut watch = Watch::opened(plan, since);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        watch
            .passes(plan, &event)
            .map_err(|kind| kind.after(place))?;
    }
    watch.over().map_err(after_all(run))
}

/// The books as time passes, with a tally for every holder.
struct Watch {
    ledger: Ledger,
    since: HeldSince,
    now: WallClock,
    hands: Hands,
    tallies: Vec<Tally>,
}

impl Watch {
    fn opened(plan: &Plan, since: HeldSince) -> Watch {
        let hands = Hands::opened(plan);
        Watch {
            ledger: Ledger::opened(plan),
            since,
            now: plan.opens(),
            tallies: hands.all().iter().map(Tally::opened).collect(),
            hands,
        }
    }

    fn passes(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        if event.at > self.now {
            self.looks()?;
            self.now = event.at;
        }
        self.ledger.apply(plan, event)?;
        if let Happening::DayCut { book, closes } = event.what {
            // Cuts come first in their second: what is held here is what was held as the day ended.
            let keeper = plan.books().get(book).ok_or(Missing::Book)?.keeper;
            let place = self.hands.place(keeper);
            if let Some(tally) = place.and_then(|place| self.tallies.get_mut(place)) {
                tally.day_ends(closes, event.at);
            }
        }
        if self.since == HeldSince::EventTime {
            self.hands.learns(plan, &event.what)?;
        }
        Ok(self.hands.posted(self.ledger.last_legs())?)
    }

    /// Everything of the second that ends is known: what changed in it holds from it on.
    fn looks(&mut self) -> Result<(), FaultKind> {
        for place in self.hands.changed() {
            let touched = self.hands.touched(place);
            let hand = self.hands.all().get(place);
            if let (Some(hand), Some(tally)) = (hand, self.tallies.get_mut(place)) {
                tally.looks(self.now, hand, &touched)?;
            }
        }
        Ok(())
    }

    /// What was held when the last second began is held until it begins.
    fn over(self) -> Result<Vec<HeldOverRun>, FaultKind> {
        let (now, tallies) = (self.now, self.tallies.into_iter());
        let told = tallies.map(|tally| Ok(tally.over(now)?));
        told.collect()
    }
}
