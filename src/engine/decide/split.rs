//! Split (分账): some time after the provider learnt of a payment, each receiver gets its share of the
//! frozen money and the rest is unfrozen to the collector.
//!
//! Of an order that was refunded in part before, only what is left is split: rates are taken of the amount less its
//! refunds, once. An order that refunds have finished is not split at all.

use crate::base::date::WallClock;
use crate::base::id::LineId;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::FaultKind;
use crate::engine::frozen;
use crate::engine::state::State;
use crate::scenario::plan::{Plan, RefundedPayment};

use super::capture::charged;

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    at: WallClock,
    id: LineId,
) -> Result<Option<Event>, FaultKind> {
    let (line, fee) = charged(plan, id)?;
    let of = RefundedPayment::Line(id);
    let left = frozen::left(&state.desk, &of, (line.amount, fee))?;
    Ok(left.map(|(amount, fee)| Event {
        at,
        what: Happening::Split {
            line: id,
            amount,
            fee,
        },
    }))
}
