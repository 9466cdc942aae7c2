//! The state of the world played: all books and the settlement desk. `apply` is the only writer.

use crate::scenario::plan::Plan;

use super::desk::Desk;
use super::event::Event;
use super::fault::FaultKind;
use super::ledger::Ledger;

/// Books and open items after a number of events.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// All books.
    pub ledger: Ledger,
    /// Open items.
    pub desk: Desk,
    /// How many events have been applied.
    pub events: u32,
}

impl State {
    /// Before anything happened.
    pub(crate) fn opened(plan: &Plan) -> State {
        State {
            ledger: Ledger::opened(plan),
            desk: Desk::opened(plan),
            events: 0,
        }
    }

    /// Applies one event.
    pub(crate) fn apply(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        self.ledger.apply(plan, event)?;
        self.desk
            .apply(plan, self.events, event, self.ledger.last_legs())?;
        self.events = self.events.checked_add(1).ok_or(FaultKind::TooManyEvents)?;
        Ok(())
    }
}
