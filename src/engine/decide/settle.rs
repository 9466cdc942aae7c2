//! Settlement: on the due day the channel pays a payee what its due batches sum to, never more than is
//! pending, in one payout through the bank's book. What cannot be paid is carried.

use crate::base::date::WallClock;
use crate::base::id::{PayeeId, PayoutId};
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
    let (due, any) = state.desk.due(id, id, at.day())?;
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
    if let Some(reason) = reason {
        let what = Happening::PayoutDeferred {
            payee: id,
            reason,
            due,
        };
        events.push(Event { at, what });
        return Ok(());
    }
    let payout = state.desk.next_payout();
    let paid = [
        Happening::Settled {
            payout,
            payee: id,
            amount,
        },
        Happening::PayoutSent {
            payout,
            payee: id,
            amount,
        },
        Happening::PayoutSucceeded {
            payout,
            payee: id,
            amount,
        },
    ];
    events.extend(paid.into_iter().map(|what| Event { at, what }));
    settle_to_sellers(plan, state, at, (payout, id), events)
}

/// A platform that collects for sellers settles to each of them, in its own book, what of the channel
/// dates now due it owes them: never more than it owes now, and nothing while refunds prevail.
fn settle_to_sellers(
    plan: &Plan,
    state: &State,
    at: WallClock,
    (payout, via): (PayoutId, PayeeId),
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let collector = plan.payees().get(via).ok_or(Missing::Payee)?;
    for seller in plan.sellers_of(collector.owner) {
        let row = plan.payees().get(*seller).ok_or(Missing::Payee)?;
        // Another of the platform's deposits pays what other channels bring.
        if row
            .platform
            .is_none_or(|pays| pays.from != collector.deposit)
        {
            continue;
        }
        let (due, _) = state.desk.due(*seller, via, at.day())?;
        let owed = state.ledger.balance(row.pending)?.current().negated();
        let amount = due.min(owed);
        if amount.is_positive() {
            let what = Happening::SettledByPlatform {
                payout,
                payee: *seller,
                amount,
            };
            events.push(Event { at, what });
        }
    }
    Ok(())
}
