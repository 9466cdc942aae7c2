//! The loop: takes what is due, decides what happens, appends it. No clock, no dice, no user errors.

use crate::scenario::plan::Plan;

use super::agenda::Agenda;
use super::checkpoint::{Checkpoints, EVERY};
use super::decide::decide;
use super::event::{Event, Happening};
use super::event_log::EventLog;
use super::fault::{Fault, FaultKind};
use super::invariants::Checks;
use super::run::Run;
use super::state::State;

/// How far a run has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Events so far.
    pub events: u32,
    /// Events expected in all, roughly.
    pub expected: u32,
}

/// Plays a plan to its end.
///
/// # Errors
/// Only a [`Fault`]: a bug of ours.
pub fn simulate(plan: Plan, progress: &mut dyn FnMut(Progress)) -> Result<Run, Fault> {
    let expected = expected_events(&plan);
    let mut log = Log {
        state: State::opened(&plan),
        events: EventLog::with_room(crate::base::id::to_index(expected)),
        checkpoints: Checkpoints::of(&plan),
        checks: Checks::of(&plan),
    };
    log.open_books(&plan)?;
    let mut agenda = Agenda::of(&plan);
    let mut happened = Vec::new();
    let mut report_at = 0;
    loop {
        let events = log.events.len();
        let due = agenda.next().map_err(|kind| kind.after(events))?;
        let Some(due) = due else { break };
        decide(&plan, &log.state, due, &mut happened).map_err(|kind| kind.after(events))?;
        for event in happened.drain(..) {
            log.append(&plan, &event)?;
            for wanted in log.state.desk.wanted() {
                agenda.schedule(*wanted);
            }
        }
        if events >= report_at {
            report_at = events.saturating_add(EVERY);
            progress(Progress {
                events,
                expected: expected.max(events),
            });
        }
    }
    Ok(Run::finished(
        plan,
        log.state,
        log.events,
        log.checkpoints,
        log.checks,
    ))
}

/// Room for the events of every payment; control work is small beside them.
fn expected_events(plan: &Plan) -> u32 {
    let lines = plan.line_count();
    let all = lines
        .saturating_add(plan.notified().len())
        .saturating_add(plan.split().len());
    u32::try_from(all.saturating_add(1024)).unwrap_or(u32::MAX)
}

struct Log {
    state: State,
    events: EventLog,
    checkpoints: Checkpoints,
    checks: Checks,
}

impl Log {
    fn open_books(&mut self, plan: &Plan) -> Result<(), Fault> {
        for (place, opening) in (0_u32..).zip(plan.openings()) {
            let what = Happening::Opened {
                opening: place,
                amount: opening.amount,
            };
            self.append(
                plan,
                &Event {
                    at: plan.opens(),
                    what,
                },
            )?;
        }
        Ok(())
    }

    fn append(&mut self, plan: &Plan, event: &Event) -> Result<(), Fault> {
        let place = self.events.len();
        self.try_append(plan, event)
            .map_err(|kind| kind.after(place))
    }

    fn try_append(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        self.state.apply(plan, event)?;
        self.events.push(event);
        let ledger = &self.state.ledger;
        let cut = match event.what {
            Happening::DayCut { book, closes } => {
                self.checks.at_cut(plan, ledger, book, closes)?;
                Some(book)
            }
            _ => None,
        };
        self.checks.after_event(plan, ledger)?;
        self.checkpoints.note(ledger, cut);
        let events = self.events.len();
        if events.checked_rem(EVERY) == Some(0) {
            self.checkpoints.write(plan, events, ledger)?;
        }
        Ok(())
    }
}
