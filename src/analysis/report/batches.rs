//! Settlement batches and payouts: what a channel owed whom for which date, when it was due, how it ended.

use crate::analysis::view::{BatchRow, BatchState, PayoutRow};
use crate::engine::batches::Closed;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;

use super::{after_all, cause};

/// All batches, in the order in which they arose.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn batches(run: &Run) -> Result<Vec<BatchRow>, Fault> {
    let rows = run.desk().batches().rows().iter().map(|(id, batch)| {
        let payee = run.plan().payees().get(batch.payee).ok_or(Missing::Payee)?;
        let via = run.plan().payees().get(batch.via).ok_or(Missing::Payee)?;
        Ok(BatchRow {
            batch: id,
            channel: payee.channel,
            owner: payee.owner,
            channel_date: batch.date,
            due: batch.due,
            amount: batch.amount,
            items: batch.items,
            cycle: via.cycle.to_string(),
            state: match batch.closed {
                Some(Closed::Paid) => BatchState::Paid,
                Some(Closed::Offset) => BatchState::Offset,
                None => BatchState::Carried,
            },
        })
    });
    rows.collect::<Result<_, FaultKind>>()
        .map_err(after_all(run))
}

/// All payouts that arrived, in time order.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn payouts(run: &Run) -> Result<Vec<PayoutRow>, Fault> {
    let rows = run.desk().payouts().iter().filter_map(|(id, paid)| {
        let place = paid.arrived?;
        Some((id, *paid, place))
    });
    let rows = rows.map(|(payout, paid, place)| {
        let payee = run.plan().payees().get(paid.payee).ok_or(Missing::Payee)?;
        let what = Happening::PayoutSucceeded {
            payout,
            payee: paid.payee,
            amount: paid.amount,
        };
        Ok(PayoutRow {
            event: place.saturating_add(1),
            at: paid.at,
            cause: cause(run, &Event { at: paid.at, what })?,
            channel: payee.channel,
            owner: payee.owner,
            account: payee.deposit,
            amount: paid.amount,
        })
    });
    rows.collect::<Result<_, FaultKind>>()
        .map_err(after_all(run))
}
