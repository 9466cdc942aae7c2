//! An order that is still frozen: what of it lies there, and what of it is left to be split.
//!
//! Between its payment and its split an order's money is frozen. A refund in that time is paid out of it, and the
//! split then divides the rest. Once an order is split, or finished by a refund, nothing of it is frozen.

use crate::base::money::Money;
use crate::scenario::plan::{Plan, PlannedRefund, RefundedPayment};

use super::desk::Desk;
use super::fault::{FaultKind, Missing};

/// The frozen money of the order that is refunded, if the order still waits for its split.
pub(crate) fn frozen(
    plan: &Plan,
    desk: &Desk,
    refund: &PlannedRefund,
) -> Result<Option<Money>, FaultKind> {
    let RefundedPayment::Line(line) = refund.of else {
        return Ok(None);
    };
    // At equal moments refunds come before splits.
    if plan.split_at(line).is_none_or(|at| at < refund.at) {
        return Ok(None);
    }
    let contract = plan.contracts().get(refund.contract);
    let fee = contract.ok_or(Missing::Contract)?.fee.fee(refund.paid)?;
    let left = left(desk, &refund.of, (refund.paid, fee))?;
    let frozen = left.map(|(amount, fee)| amount.minus(fee));
    Ok(frozen.transpose()?)
}

/// What refunds have left of a frozen order and of its fee; nothing when they have finished it.
pub(crate) fn left(
    desk: &Desk,
    of: &RefundedPayment,
    (amount, fee): (Money, Money),
) -> Result<Option<(Money, Money)>, FaultKind> {
    let Some(refunds) = desk.refunds_of(of) else {
        return Ok(Some((amount, fee)));
    };
    let left = amount.minus(refunds.amount)?;
    if refunds.is_finished || left.is_zero() {
        return Ok(None);
    }
    Ok(Some((left, fee.minus(refunds.fee)?)))
}
