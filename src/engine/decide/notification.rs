//! Notification: the platform, or a collector with a book of its own, learns of a payment.
//!
//! Its book dates the entry by the moment of learning, by its own cut.

use crate::base::date::WallClock;
use crate::base::id::LineId;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::FaultKind;
use crate::scenario::plan::Plan;

use super::capture::charged;

pub(super) fn decide(plan: &Plan, at: WallClock, id: LineId) -> Result<Event, FaultKind> {
    let (line, fee) = charged(plan, id)?;
    Ok(Event {
        at,
        what: Happening::Notified {
            line: id,
            amount: line.amount,
            fee,
        },
    })
}
