//! Payments and refunds as two tables: what payers paid and got back, by whom it was collected, at what fee.

use super::super::escape::csv::{Table, figure, text};
use super::{channel_date, moment, party};
use crate::base::money::Money;
use crate::domain::contract::Contract;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::{Plan, RefundedPayment};

const PAYMENTS: [&str; 9] = [
    "order",
    "at",
    "channel",
    "channel_date",
    "seller",
    "collector",
    "contract",
    "amount",
    "fee",
];

const REFUNDS: [&str; 11] = [
    "refund",
    "of",
    "at",
    "channel",
    "channel_date",
    "seller",
    "collector",
    "amount",
    "fee_returned",
    "state",
    "short",
];

/// Payment lines, in time order.
pub(in crate::analysis::export) fn payments(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&PAYMENTS);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let Happening::Captured { line, amount, fee } = event.what else {
            continue;
        };
        let mut row = || {
            let line = plan.lines().get(line).ok_or(Missing::Line)?;
            let contract = plan.contracts().get(line.contract);
            let contract = contract.ok_or(Missing::Contract)?;
            table.row([
                text(plan.line_name(line)),
                figure(moment(event.at)),
                text(party(plan, contract.channel)?),
                figure(channel_date(plan, contract.channel, event.at)?),
                text(seller(plan, contract)?),
                text(party(plan, contract.collector)?),
                text(&contract.key),
                figure(amount.plain()),
                figure(fee.plain()),
            ]);
            Ok::<(), FaultKind>(())
        };
        row().map_err(|kind| kind.after(place))?;
    }
    Ok(table.finish())
}

/// Refunds made and refused, in time order.
pub(in crate::analysis::export) fn refunds(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&REFUNDS);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let (id, fee, state, short) = match event.what {
            Happening::Refunded { refund, fee, .. } => (refund, fee, "refunded", Money::ZERO),
            Happening::RefundRefused { refund, short } => (refund, Money::ZERO, "refused", short),
            _ => continue,
        };
        let mut row = || {
            let refund = plan.refunds().get(id).ok_or(Missing::Refund)?;
            let contract = plan.contracts().get(refund.contract);
            let contract = contract.ok_or(Missing::Contract)?;
            let of = match &refund.of {
                RefundedPayment::External(external) => external.clone(),
                RefundedPayment::Line(line) => {
                    plan.line_name(plan.lines().get(*line).ok_or(Missing::Line)?)
                }
            };
            table.row([
                text(&refund.key),
                text(of),
                figure(moment(event.at)),
                text(party(plan, contract.channel)?),
                figure(channel_date(plan, contract.channel, event.at)?),
                text(seller(plan, contract)?),
                text(party(plan, contract.collector)?),
                figure(refund.amount.plain()),
                figure(fee.plain()),
                figure(state),
                figure(short.plain()),
            ]);
            Ok::<(), FaultKind>(())
        };
        row().map_err(|kind| kind.after(place))?;
    }
    Ok(table.finish())
}

/// Whose sale it is: for a platform that collects in its own name, the seller's.
fn seller<'a>(plan: &'a Plan, contract: &Contract) -> Result<&'a str, Missing> {
    party(plan, contract.seller.unwrap_or(contract.collector))
}
