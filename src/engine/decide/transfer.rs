//! Transfer: a platform that collected for a seller pays it out of its own deposit, at its own time of day.
//! With too little money there it pays nothing and tries again the next day.

use crate::base::date::WallClock;
use crate::base::id::PayeeId;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::state::State;
use crate::scenario::plan::Plan;

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    at: WallClock,
    id: PayeeId,
) -> Result<Option<Event>, FaultKind> {
    let payee = plan.payees().get(id).ok_or(Missing::Payee)?;
    let platform = payee.platform.ok_or(Missing::Payee)?;
    // Both accounts are credit-normal: what is stored negative is money there.
    let amount = state
        .ledger
        .balance(platform.available)?
        .current()
        .negated();
    if !amount.is_positive() {
        return Ok(None);
    }
    let deposit = state.ledger.balance(platform.from)?.current().negated();
    let short = amount.minus(deposit)?;
    let what = if short.is_positive() {
        Happening::TransferDeferred { payee: id, short }
    } else {
        Happening::Transferred { payee: id, amount }
    };
    Ok(Some(Event { at, what }))
}
