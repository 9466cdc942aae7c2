//! The run as a table: every event with its cause and its amount, in the order in which it happened.

use super::super::escape::csv::{Table, figure, maybe, text};
use super::{moment, party, word};
use crate::analysis::report;
use crate::base::money::Money;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;

const COLUMNS: [&str; 8] = [
    "event", "at", "kind", "cause", "amount", "fee", "book", "closes",
];

/// The table, by event.
pub(in crate::analysis::export) fn events(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut table = Table::new(&COLUMNS);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let mut row = || {
            let (book, closes) = match event.what {
                Happening::DayCut { book, closes } => {
                    let keeper = plan.books().get(book).ok_or(Missing::Book)?.keeper;
                    (party(plan, keeper)?, Some(closes))
                }
                _ => ("", None),
            };
            table.row([
                figure(place.saturating_add(1)),
                figure(moment(event.at)),
                figure(word(&event.what.kind())?),
                text(report::cause(run, &event)?),
                maybe(event.what.amount().map(Money::plain)),
                maybe(fee(&event.what).map(Money::plain)),
                text(book),
                maybe(closes),
            ]);
            Ok::<(), FaultKind>(())
        };
        row().map_err(|kind| kind.after(place))?;
    }
    Ok(table.finish())
}

fn fee(what: &Happening) -> Option<Money> {
    match *what {
        Happening::Captured { fee, .. }
        | Happening::Notified { fee, .. }
        | Happening::Split { fee, .. }
        | Happening::Refunded { fee, .. } => Some(fee),
        _ => None,
    }
}
