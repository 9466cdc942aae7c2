//! The journal of one book as a table: one row a leg, debit and credit side by side.

use super::super::escape::csv::{Table, figure, text};
use super::{account, moment, word};
use crate::analysis::report;
use crate::base::id::BookId;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

const COLUMNS: [&str; 9] = [
    "event", "at", "date", "kind", "cause", "meaning", "debit", "credit", "amount",
];

/// The table, by event.
pub(in crate::analysis::export) fn journal(run: &Run, book: BookId) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&COLUMNS);
    for place in 0..run.event_count() {
        let entries = run.entries(place)?;
        let Some(entry) = entries.iter().find(|entry| entry.book == book) else {
            continue;
        };
        let event = run.event(place)?;
        let mut rows = || {
            for leg in &entry.legs {
                table.row([
                    figure(place.saturating_add(1)),
                    figure(moment(event.at)),
                    figure(entry.date),
                    figure(word(&event.what.kind())?),
                    text(report::cause(run, &event)?),
                    figure(word(&leg.meaning)?),
                    text(account(plan, leg.debit)?),
                    text(account(plan, leg.credit)?),
                    figure(leg.amount.plain()),
                ]);
            }
            Ok::<(), FaultKind>(())
        };
        rows().map_err(|kind| kind.after(place))?;
    }
    Ok(table.finish())
}
