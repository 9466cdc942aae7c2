//! Refund: money goes back to the payer out of the collector's own pending money, net of the fee that
//! the channel returns and the shares that receivers return. Too little is topped up, refused or carried.

use crate::base::id::{PayeeId, RefundId};
use crate::base::money::Money;
use crate::domain::contract::{Contract, OnRefundShortfall};
use crate::domain::fee::{divide, given_back};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::state::State;
use crate::scenario::plan::{Plan, PlannedRefund};

pub(super) fn decide(
    plan: &Plan,
    state: &State,
    id: RefundId,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    let refund = plan.refunds().get(id).ok_or(Missing::Refund)?;
    let contract = plan
        .contracts()
        .get(refund.contract)
        .ok_or(Missing::Contract)?;
    let back = returned(state, refund, contract)?;
    let mut happenings = Vec::new();
    let mut needed = refund.amount.minus(back.fee)?;
    for (place, (receiver, share)) in contract.receivers.iter().zip(&back.shares).enumerate() {
        if share.is_zero() {
            continue;
        }
        let own_claim = contract.seller.is_some();
        // A platform that collects gives back its commission inside its own book: no money moves.
        let covered = if own_claim {
            Cover::Enough
        } else {
            cover(plan, state, *receiver, *share)?
        };
        match covered {
            Cover::Enough => {}
            Cover::TopUp(gap) => {
                happenings.push(Happening::ToppedUp {
                    refund: id,
                    payee: *receiver,
                    amount: gap,
                });
            }
            Cover::Short(short) => return refused(refund, id, short, events),
        }
        let place = u32::try_from(place).map_err(|_| Missing::Payee)?;
        happenings.push(Happening::ShareReturned {
            refund: id,
            place,
            amount: *share,
        });
        if !own_claim {
            needed = needed.minus(*share)?;
        }
    }
    match cover(plan, state, contract.payee, needed)? {
        Cover::Enough => {}
        Cover::TopUp(gap) => {
            happenings.push(Happening::ToppedUp {
                refund: id,
                payee: contract.payee,
                amount: gap,
            });
        }
        Cover::Short(short) => return refused(refund, id, short, events),
    }
    happenings.push(Happening::Refunded {
        refund: id,
        amount: refund.amount,
        fee: back.fee,
    });
    events.extend(happenings.into_iter().map(|what| Event {
        at: refund.at,
        what,
    }));
    Ok(())
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

/// Fee and shares that this refund gives back.
struct Returned {
    fee: Money,
    shares: Vec<Money>,
}

fn returned(
    state: &State,
    refund: &PlannedRefund,
    contract: &Contract,
) -> Result<Returned, FaultKind> {
    let already = state.desk.given_back(&refund.of);
    let refunded = already.amount.plus(refund.amount)?;
    let fee_taken = contract.fee.fee(refund.paid)?;
    let fee = if contract.fee.returned_on_refund {
        given_back(fee_taken, refund.paid, refunded, already.fee)?
    } else {
        Money::ZERO
    };
    let (taken, _) = divide(refund.paid, fee_taken, &contract.shares, contract.remainder)?;
    let mut shares = Vec::with_capacity(taken.len());
    for (place, (share, taken)) in contract.shares.iter().zip(taken).enumerate() {
        let before = already.shares.get(place).copied().unwrap_or(Money::ZERO);
        shares.push(if share.returned_on_refund {
            given_back(taken, refund.paid, refunded, before)?
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

fn cover(plan: &Plan, state: &State, payee: PayeeId, needed: Money) -> Result<Cover, FaultKind> {
    let payee = plan.payees().get(payee).ok_or(Missing::Payee)?;
    // Both accounts are credit-normal: what is stored negative is money there.
    let pending = state.ledger.balance(payee.pending)?.current().negated();
    let gap = needed.minus(pending)?;
    if !gap.is_positive() {
        return Ok(Cover::Enough);
    }
    let deposit = state.ledger.balance(payee.deposit)?.current().negated();
    Ok(match payee.shortfall {
        OnRefundShortfall::CarryNegative => Cover::Enough,
        OnRefundShortfall::TopUp if deposit >= gap => Cover::TopUp(gap),
        OnRefundShortfall::TopUp | OnRefundShortfall::Refuse => Cover::Short(gap),
    })
}
