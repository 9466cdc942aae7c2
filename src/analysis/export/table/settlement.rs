//! Settlement as two tables: what channels owed whom for each date and how it ended, and what arrived.

use super::super::escape::csv::{Table, figure, text};
use super::{account, moment, party, word};
use crate::analysis::report;
use crate::analysis::view::{BatchRow, PayoutRow};
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

const BATCHES: [&str; 8] = [
    "channel",
    "payee",
    "channel_date",
    "cycle",
    "due",
    "items",
    "amount",
    "state",
];

const PAYOUTS: [&str; 7] = [
    "payout", "event", "at", "channel", "payee", "account", "amount",
];

/// Batches, in the order in which they arose.
pub(in crate::analysis::export) fn batches(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&BATCHES);
    let mut row = |batch: &BatchRow| {
        table.row([
            text(party(plan, batch.channel)?),
            text(party(plan, batch.owner)?),
            figure(batch.channel_date),
            figure(&batch.cycle),
            figure(batch.due),
            figure(batch.items),
            figure(batch.amount.plain()),
            figure(word(&batch.state)?),
        ]);
        Ok::<(), FaultKind>(())
    };
    let mut rows = report::batches(run)?.into_iter();
    rows.try_for_each(|batch| row(&batch))
        .map_err(|kind| kind.after(run.event_count()))?;
    Ok(table.finish())
}

/// Payouts that arrived, in time order.
pub(in crate::analysis::export) fn payouts(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&PAYOUTS);
    let mut row = |payout: &PayoutRow| {
        table.row([
            text(&payout.cause),
            figure(payout.event),
            figure(moment(payout.at)),
            text(party(plan, payout.channel)?),
            text(party(plan, payout.owner)?),
            text(account(plan, payout.account)?),
            figure(payout.amount.plain()),
        ]);
        Ok::<(), FaultKind>(())
    };
    let mut rows = report::payouts(run)?.into_iter();
    rows.try_for_each(|payout| row(&payout))
        .map_err(|kind| kind.after(run.event_count()))?;
    Ok(table.finish())
}
