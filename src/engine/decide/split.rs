//! Split (分账): some time after the provider learnt of a payment, each receiver gets its share of the
//! frozen money and the rest is unfrozen to the collector.

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
        what: Happening::Split {
            line: id,
            amount: line.amount,
            fee,
        },
    })
}
