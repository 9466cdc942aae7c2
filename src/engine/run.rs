//! A finished run: every event, and the state of all books at any moment. It cannot change.

use std::any::Any;
use std::sync::Arc;

use crate::base::date::WallClock;
use crate::domain::leg::JournalEntry;
use crate::scenario::plan::Plan;

use super::checkpoint::Checkpoints;
use super::desk::Desk;
use super::event::Event;
use super::event_log::EventLog;
use super::fault::{Fault, FaultKind};
use super::invariants::Checks;
use super::ledger::Ledger;
use super::reading::Readings;
use super::state::State;

/// A plan and everything that happened.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    plan: Plan,
    events: EventLog,
    checkpoints: Checkpoints,
    end: State,
    checks: Checks,
    readings: Readings,
}

impl Run {
    pub(super) fn finished(
        plan: Plan,
        end: State,
        events: EventLog,
        checkpoints: Checkpoints,
        checks: Checks,
    ) -> Run {
        Run {
            plan,
            events,
            checkpoints,
            end,
            checks,
            readings: Readings::default(),
        }
    }

    /// The plan that was played.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// All events.
    pub(crate) fn events(&self) -> &EventLog {
        &self.events
    }

    /// Number of events; moments count from 0 (nothing yet) to this number.
    pub fn event_count(&self) -> u32 {
        self.events.len()
    }

    /// Open items at the end.
    pub(crate) fn desk(&self) -> &Desk {
        &self.end.desk
    }

    /// All books at the end.
    pub(crate) fn end(&self) -> &Ledger {
        &self.end.ledger
    }

    /// How many checks of invariants held.
    pub fn checks(&self) -> u64 {
        self.checks.count()
    }

    /// What a reader works out of this run, the first time it is asked for; kept by the type of the answer.
    pub(crate) fn reading<T, E>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<Arc<T>, E>
    where
        T: Any + Send + Sync,
    {
        self.readings.kept(|| work(self))
    }

    /// The last moment at which something happened.
    pub fn ends(&self) -> WallClock {
        self.events
            .moments()
            .last()
            .copied()
            .unwrap_or(self.plan.starts())
    }

    /// How many events had happened at the end of a moment.
    pub fn moment_after(&self, at: WallClock) -> u32 {
        self.events.until(at)
    }

    /// The event at a place, counted from 0.
    pub(crate) fn event(&self, place: u32) -> Result<Event, Fault> {
        self.events.get(place).map_err(|kind| kind.after(place))
    }

    /// All books after so many events: nearest checkpoint, then the rest.
    pub fn at(&self, events: u32) -> Result<Ledger, Fault> {
        let events = events.min(self.events.len());
        let (mut ledger, from) = self.checkpoints.nearest(&self.plan, events);
        for place in from..events {
            let event = self.event(place)?;
            ledger
                .apply(&self.plan, &event)
                .map_err(|kind| kind.after(place))?;
        }
        Ok(ledger)
    }

    /// Journal entries of one event: its legs grouped by book.
    pub(crate) fn entries(&self, place: u32) -> Result<Vec<JournalEntry>, Fault> {
        let event = self.event(place)?;
        let mut entries: Vec<JournalEntry> = Vec::new();
        let books = self.plan.books();
        super::ledger::legs_of(&self.plan, &event.what, |book, leg| {
            match entries.iter_mut().find(|entry| entry.book == book) {
                Some(entry) => entry.legs.push(leg),
                None => {
                    let row = books.get(book).ok_or(super::fault::Missing::Book)?;
                    let date = row.cut_off.accounting_date(event.at);
                    entries.push(JournalEntry {
                        event: place,
                        book,
                        date,
                        legs: vec![leg],
                    });
                }
            }
            Ok::<(), FaultKind>(())
        })
        .map_err(|kind| kind.after(place))?;
        Ok(entries)
    }
}
