//! Outflow: a deposit pays what no settlement asks for, if there is enough; an advance never exceeds what the payer
//! owes the seller by then.

use crate::base::date::WallClock;
use crate::base::id::OutflowId;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::state::State;
use crate::scenario::plan::Plan;

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    at: WallClock,
    id: OutflowId,
) -> Result<Event, FaultKind> {
    let outflow = plan.outflows().get(id).ok_or(Missing::Outflow)?;
    // Deposits and debts are credit-normal: what is stored negative is there.
    let mut most = state.ledger.balance(outflow.from)?.current().negated();
    if let Some((_, owed)) = outflow.advance {
        most = most.min(state.ledger.balance(owed)?.current().negated());
    }
    let amount = outflow.amount;
    let short = amount.minus(most)?;
    let what = if short.is_positive() {
        Happening::OutflowRefused { outflow: id, short }
    } else {
        Happening::OutflowPaid {
            outflow: id,
            amount,
        }
    };
    Ok(Event { at, what })
}
