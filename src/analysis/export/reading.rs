//! Reads a run from its first event to its last, with all books as they stand after each event.

use crate::engine::event::Event;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;

/// One event and the books after it.
pub(super) struct Step<'a> {
    /// Its place, counted from 0.
    pub(super) place: u32,
    /// The event.
    pub(super) event: &'a Event,
    /// All books after it; its legs are the last ones posted.
    pub(super) ledger: &'a Ledger,
}

/// Takes every event in order.
pub(super) fn each_step(
    run: &Run,
    mut take: impl FnMut(&Step<'_>) -> Result<(), FaultKind>,
) -> Result<(), Fault> {
    let plan = run.plan();
    let mut ledger = Ledger::opened(plan);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        ledger
            .apply(plan, &event)
            .and_then(|()| {
                take(&Step {
                    place,
                    event: &event,
                    ledger: &ledger,
                })
            })
            .map_err(|kind| kind.after(place))?;
    }
    Ok(())
}
