//! Capture: the payer has paid, the channel takes its fee, the rest is owed to the collector.

use crate::base::id::LineId;
use crate::base::money::Money;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::{PaymentLine, Plan};

pub(super) fn decide(plan: &Plan, id: LineId) -> Result<Event, FaultKind> {
    let (line, fee) = charged(plan, id)?;
    let what = Happening::Captured {
        line: id,
        amount: line.amount,
        fee,
    };
    Ok(Event { at: line.at, what })
}

/// A payment line and the channel's fee on it.
pub(super) fn charged(plan: &Plan, id: LineId) -> Result<(&PaymentLine, Money), FaultKind> {
    let line = plan.lines().get(id).ok_or(Missing::Line)?;
    let contract = plan
        .contracts()
        .get(line.contract)
        .ok_or(Missing::Contract)?;
    Ok((line, contract.fee.fee(line.amount)?))
}
