//! Refund: money goes back to the payer, net of the fee that the channel returns.
//!
//! Before an order is split it is paid out of the order's own frozen money; nobody is asked for a share that was never
//! paid. If the channel keeps its fee, the frozen money may be too little: then the order is finished first, all of
//! it unfrozen without a split, and the refund is one of a finished order.
//! After the split it is paid out of the collector's own pending money and the shares that receivers return. Too
//! little is topped up, refused or carried.

use std::collections::BTreeMap;

use crate::base::id::{PayeeId, RefundId};
use crate::base::money::Money;
use crate::domain::contract::{Contract, OnRefundShortfall, RefundedFrom};
use crate::domain::fee::{divide, given_back};
use crate::engine::desk::GivenBack;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::frozen::frozen;
use crate::engine::state::State;
use crate::scenario::plan::{Plan, PlannedRefund};

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    id: RefundId,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let refund = plan.refunds().get(id).ok_or(Missing::Refund)?;
    let contract = plan.contracts().get(refund.contract);
    let contract = contract.ok_or(Missing::Contract)?;
    let already = state.desk.given_back(&refund.of);
    let back = returned(&already, refund, contract)?;
    let needed = refund.amount.minus(back.fee)?;
    let mut purses = Purses::new(plan, state);
    let mut happenings = Vec::new();
    let paid_back = |from| Happening::Refunded {
        refund: id,
        from,
        amount: refund.amount,
        fee: back.fee,
    };
    let frozen = frozen(plan, &state.desk, refund)?;
    if frozen.is_some_and(|frozen| frozen >= needed) {
        let (at, what) = (refund.at, paid_back(RefundedFrom::Frozen));
        events.push(Event { at, what });
        return Ok(());
    }
    if let Some(amount) = frozen {
        purses.give(contract.payee, amount)?;
        happenings.push(Happening::Unfrozen { refund: id, amount });
    }
    for (place, (receiver, share)) in contract.receivers.iter().zip(&back.shares).enumerate() {
        // What a collector once shared with itself never left its pending money.
        if share.is_zero() || *receiver == contract.payee || frozen.is_some() {
            continue;
        }
        let covered = match contract.seller {
            None => {
                let covered = purses.take(*receiver, *share)?;
                purses.give(contract.payee, *share)?;
                covered
            }
            // A platform that collects gives back its commission inside its own book: no money moves.
            Some(_) => Cover::Enough,
        };
        match covered {
            Cover::Enough => {}
            Cover::TopUp(gap) => happenings.push(topped_up(id, *receiver, gap)),
            Cover::Short(short) => return refused(refund, id, short, events),
        }
        let place = u32::try_from(place).map_err(|_| Missing::Payee)?;
        happenings.push(Happening::ShareReturned {
            refund: id,
            place,
            amount: *share,
        });
    }
    match purses.take(contract.payee, needed)? {
        Cover::Enough => {}
        Cover::TopUp(gap) => happenings.push(topped_up(id, contract.payee, gap)),
        Cover::Short(short) => return refused(refund, id, short, events),
    }
    happenings.push(paid_back(RefundedFrom::Pending));
    events.extend(happenings.into_iter().map(|what| Event {
        at: refund.at,
        what,
    }));
    Ok(())
}

fn topped_up(refund: RefundId, payee: PayeeId, amount: Money) -> Happening {
    Happening::ToppedUp {
        refund,
        payee,
        amount,
    }
}

fn refused(
    refund: &PlannedRefund,
    id: RefundId,
    short: Money,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let what = Happening::RefundRefused { refund: id, short };
    events.push(Event {
        at: refund.at,
        what,
    });
    Ok(())
}

/// The fee that the channel gives back with a refund, `already` having been given back before.
pub(crate) fn fee_returned(
    already: &GivenBack,
    refund: &PlannedRefund,
    contract: &Contract,
) -> Result<Money, FaultKind> {
    if !contract.fee.returned_on_refund {
        return Ok(Money::ZERO);
    }
    let taken = contract.fee.fee(refund.paid)?;
    let refunded = already.amount.plus(refund.amount)?;
    Ok(given_back(taken, refund.paid, refunded, already.fee)?)
}

/// Fee and shares that this refund gives back.
struct Returned {
    fee: Money,
    shares: Vec<Money>,
}

fn returned(
    already: &GivenBack,
    refund: &PlannedRefund,
    contract: &Contract,
) -> Result<Returned, FaultKind> {
    let refunded = already.amount.plus(refund.amount)?;
    let fee_taken = contract.fee.fee(refund.paid)?;
    let fee = fee_returned(already, refund, contract)?;
    // Shares were taken of what earlier refunds had left of the order when it was split.
    let split = refund.paid.minus(already.amount_frozen)?;
    let net_of = fee_taken.minus(already.fee_frozen)?;
    let (taken, _) = divide(split, net_of, &contract.shares, contract.remainder)?;
    let since = refunded.minus(already.amount_frozen)?;
    let mut shares = Vec::with_capacity(taken.len());
    for (place, (share, taken)) in contract.shares.iter().zip(taken).enumerate() {
        let before = already.shares.get(place).copied().unwrap_or(Money::ZERO);
        let is_asked = share.returned_on_refund && !already.is_finished;
        shares.push(if is_asked {
            given_back(taken, split, since, before)?
        } else {
            Money::ZERO
        });
    }
    Ok(Returned { fee, shares })
}

/// Whether a payee can part with an amount of its pending money.
enum Cover {
    Enough,
    TopUp(Money),
    Short(Money),
}

/// Pending money and deposits of payees as the parts of one refund use them up, so that a receiver
/// named twice never parts with the same fen twice.
struct Purses<'a> {
    plan: &'a Plan,
    state: &'a State,
    left: BTreeMap<PayeeId, Purse>,
}

#[derive(Clone, Copy)]
struct Purse {
    pending: Money,
    deposit: Money,
    shortfall: OnRefundShortfall,
}

impl<'a> Purses<'a> {
    fn new(plan: &'a Plan, state: &'a State) -> Purses<'a> {
        let left = BTreeMap::new();
        Purses { plan, state, left }
    }

    fn of(&mut self, id: PayeeId) -> Result<&mut Purse, FaultKind> {
        let purse = match self.left.get(&id) {
            Some(purse) => *purse,
            None => {
                let payee = self.plan.payees().get(id).ok_or(Missing::Payee)?;
                let ledger = &self.state.ledger;
                // Both accounts are credit-normal: what is stored negative is money there.
                Purse {
                    pending: ledger.balance(payee.pending)?.current().negated(),
                    deposit: ledger.balance(payee.deposit)?.current().negated(),
                    shortfall: payee.shortfall,
                }
            }
        };
        Ok(self.left.entry(id).or_insert(purse))
    }

    fn give(&mut self, id: PayeeId, amount: Money) -> Result<(), FaultKind> {
        let purse = self.of(id)?;
        purse.pending = purse.pending.plus(amount)?;
        Ok(())
    }

    fn take(&mut self, id: PayeeId, needed: Money) -> Result<Cover, FaultKind> {
        let purse = self.of(id)?;
        let left = purse.pending.minus(needed)?;
        if !left.is_negative() || purse.shortfall == OnRefundShortfall::CarryNegative {
            purse.pending = left;
            return Ok(Cover::Enough);
        }
        let gap = left.negated();
        if purse.shortfall == OnRefundShortfall::Refuse || purse.deposit < gap {
            return Ok(Cover::Short(gap));
        }
        purse.deposit = purse.deposit.minus(gap)?;
        purse.pending = Money::ZERO;
        Ok(Cover::TopUp(gap))
    }
}
