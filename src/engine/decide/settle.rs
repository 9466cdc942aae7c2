//! Settlement: on the due day the channel pays a payee what its due batches sum to, never more than is
//! pending, in one payout through the bank's book. What cannot be paid is carried.

use crate::base::date::WallClock;
use crate::base::id::PayeeId;
use crate::engine::event::{DeferReason, Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::state::State;
use crate::scenario::plan::Plan;

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    at: WallClock,
    id: PayeeId,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let (due, any) = state.desk.due(id, at.day())?;
    if !any {
        return Ok(());
    }
    let payee = plan.payees().get(id).ok_or(Missing::Payee)?;
    let pending = state.ledger.balance(payee.pending)?.current().negated();
    let amount = due.min(pending);
    let reason = if due.is_zero() {
        Some(DeferReason::Offset)
    } else if due.is_negative() {
        Some(DeferReason::Negative)
    } else if !amount.is_positive() {
        Some(DeferReason::NothingPending)
    } else if amount < payee.minimum {
        Some(DeferReason::BelowMinimum)
    } else {
        None
    };
    let mut happened = |what| events.push(Event { at, what });
    match reason {
        Some(reason) => happened(Happening::PayoutDeferred {
            payee: id,
            reason,
            due,
        }),
        None => {
            let payout = state.desk.next_payout();
            happened(Happening::Settled {
                payout,
                payee: id,
                amount,
            });
            happened(Happening::PayoutSent {
                payout,
                payee: id,
                amount,
            });
            happened(Happening::PayoutSucceeded {
                payout,
                payee: id,
                amount,
            });
        }
    }
    Ok(())
}
