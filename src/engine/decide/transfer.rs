//! Transfer: a platform that collected for sellers pays them out of its own deposit, at its own time of day.
//!
//! With too little money for all of one moment the ids of the sellers decide, not the order in which somebody listed
//! them: who comes first by id is paid first, whoever finds too little is paid nothing and waits for the next day.

use std::collections::BTreeMap;

use crate::base::date::WallClock;
use crate::base::id::{AccountId, PartyId, PayeeId};
use crate::base::money::Money;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::state::State;
use crate::scenario::plan::Plan;

/// A seller whose turn it is.
struct Turn<'p> {
    payee: PayeeId,
    /// The author's id.
    id: &'p str,
    /// The deposit that pays.
    from: AccountId,
    /// All that has been settled to the seller for this deposit to pay.
    amount: Money,
}

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    at: WallClock,
    platform: PartyId,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let turns = turns(plan, state, at, platform)?;
    let short = short(state, &turns)?;
    for turn in turns {
        let (payee, amount) = (turn.payee, turn.amount);
        let what = match short.get(&payee).copied() {
            Some(short) => Happening::TransferDeferred { payee, short },
            None => Happening::Transferred { payee, amount },
        };
        events.push(Event { at, what });
    }
    Ok(())
}

/// Everybody who is to be paid by now, as written.
fn turns<'p>(
    plan: &'p Plan,
    state: &State,
    at: WallClock,
    platform: PartyId,
) -> Result<Vec<Turn<'p>>, FaultKind> {
    let mut turns = Vec::new();
    for id in plan.sellers_of(platform) {
        let Some(waiting) = state.desk.waiting(*id).filter(|waiting| waiting.due <= at) else {
            continue;
        };
        let payee = plan.payees().get(*id).ok_or(Missing::Payee)?;
        let pays = payee.platform.ok_or(Missing::Payee)?;
        let owner = plan.parties().get(payee.owner).ok_or(Missing::Party)?;
        turns.push(Turn {
            payee: *id,
            id: &owner.key,
            from: pays.from,
            amount: waiting.amount,
        });
    }
    Ok(turns)
}

/// Who finds too little, and how much is missing.
fn short(state: &State, turns: &[Turn<'_>]) -> Result<BTreeMap<PayeeId, Money>, FaultKind> {
    let mut by_id: Vec<&Turn<'_>> = turns.iter().collect();
    by_id.sort_by_key(|turn| turn.id);
    let mut left: BTreeMap<AccountId, Money> = BTreeMap::new();
    let mut short = BTreeMap::new();
    for turn in by_id {
        let there = match left.get(&turn.from) {
            Some(there) => *there,
            None => state.ledger.balance(turn.from)?.current().negated(),
        };
        let rest = there.minus(turn.amount)?;
        if rest.is_negative() {
            short.insert(turn.payee, rest.negated());
        } else {
            left.insert(turn.from, rest);
        }
    }
    Ok(short)
}
