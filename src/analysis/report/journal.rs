//! The journal: every leg of every entry, a window at a time, filtered by account, book or date.

use crate::analysis::view::{JournalFilter, JournalRow, Window};
use crate::base::date::AccountingDate;
use crate::domain::leg::JournalEntry;
use crate::domain::leg::Leg;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::cause;

/// Rows that one window may hold.
pub const ROWS_MAX: u32 = 200;

/// Rows `from..from + len` of the filtered journal, at most 200, and how many there are in all.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn journal(
    run: &Run,
    filter: JournalFilter,
    from: u32,
    len: u32,
) -> Result<Window<JournalRow>, Fault> {
    let until = from.saturating_add(len.min(ROWS_MAX));
    let mut total = 0_u32;
    let mut rows = Vec::new();
    for place in 0..run.event_count() {
        let wanted = count(run, place, &filter)?;
        let after = total.saturating_add(wanted);
        // Entries are built only for events that reach into the window.
        if wanted > 0 && after > from && total < until {
            let mut number = total;
            for (entry, leg) in legs(&run.entries(place)?, &filter) {
                if number >= from && number < until {
                    rows.push(row(run, place, entry, leg)?);
                }
                number = number.saturating_add(1);
            }
        }
        total = after;
    }
    Ok(Window { total, from, rows })
}

/// The place in the filtered journal of the first row after `events` events less one: where the rows of
/// event `events` (counted from 1) begin, or would begin.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn journal_place(run: &Run, filter: JournalFilter, events: u32) -> Result<u32, Fault> {
    let before = events.saturating_sub(1).min(run.event_count());
    let mut rows = 0_u32;
    for place in 0..before {
        rows = rows.saturating_add(count(run, place, &filter)?);
    }
    Ok(rows)
}

/// Number of legs of an event that the filter takes.
fn count(run: &Run, place: u32, filter: &JournalFilter) -> Result<u32, Fault> {
    let event = run.event(place)?;
    let plan = run.plan();
    let mut wanted = 0_u32;
    crate::engine::ledger::legs_of(plan, &event.what, |book, leg| {
        let date = || {
            let row = plan.books().get(book);
            row.map(|row| row.cut_off.accounting_date(event.at))
                .unwrap_or_default()
        };
        if takes(filter, book, &leg, date) {
            wanted = wanted.saturating_add(1);
        }
        Ok(())
    })
    .map_err(|kind| kind.after(place))?;
    Ok(wanted)
}

fn takes(
    filter: &JournalFilter,
    book: crate::base::id::BookId,
    leg: &Leg,
    date: impl Fn() -> AccountingDate,
) -> bool {
    filter.book.is_none_or(|wanted| wanted == book)
        && filter
            .account
            .is_none_or(|wanted| wanted == leg.debit || wanted == leg.credit)
        && filter.date.is_none_or(|wanted| wanted == date())
}

fn legs<'a>(
    entries: &'a [JournalEntry],
    filter: &'a JournalFilter,
) -> impl Iterator<Item = (&'a JournalEntry, &'a Leg)> {
    let legs = entries
        .iter()
        .flat_map(|entry| entry.legs.iter().map(move |leg| (entry, leg)));
    legs.filter(|(entry, leg)| takes(filter, entry.book, leg, || entry.date))
}

pub(super) fn row(
    run: &Run,
    place: u32,
    entry: &JournalEntry,
    leg: &Leg,
) -> Result<JournalRow, Fault> {
    let event = run.event(place)?;
    Ok(JournalRow {
        event: place.saturating_add(1),
        at: event.at,
        kind: event.what.kind(),
        cause: cause(run, &event).map_err(|kind| kind.after(place))?,
        book: entry.book,
        date: entry.date,
        debit: leg.debit,
        credit: leg.credit,
        amount: leg.amount,
        meaning: leg.meaning,
    })
}
