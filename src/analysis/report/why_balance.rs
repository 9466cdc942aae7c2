//! A balance opened up: the entries that make it, each with the balance after it.

use crate::analysis::view::{BalanceEntry, BalanceWhy, Window};
use crate::base::date::AccountingDate;
use crate::base::id::AccountId;
use crate::base::money::Money;
use crate::engine::event::Happening;
use crate::engine::fault::{BrokenInvariant, Fault, FaultKind, Missing};
use crate::engine::ledger::legs_of;
use crate::engine::run::Run;

use super::journal::{ROWS_MAX, row};
use super::on_normal_side;

/// What an account shows after `events` events, and the last `len` entries that make it (at most 200).
///
/// The previous-day balance counts entries up to the day before the book's open date.
///
/// # Errors
/// A [`Fault`]: there is no such account, or a bug of ours.
pub fn why_balance(
    run: &Run,
    account: AccountId,
    events: u32,
    previous_day: bool,
    len: u32,
) -> Result<BalanceWhy, Fault> {
    let events = events.min(run.event_count());
    let ledger = run.at(events)?;
    let counted_to = counted_to(run, &ledger, account, previous_day);
    let (counted_to, shown) = counted_to.map_err(|kind| kind.after(events))?;
    let reader = Reader {
        run,
        account,
        counted_to,
    };
    let changes = reader.changes(events)?;
    let total = u32::try_from(changes.len()).unwrap_or(u32::MAX);
    let from = total.saturating_sub(len.min(ROWS_MAX));
    let (before, rows) = reader.entries(&changes, from)?;
    // The entries are read from the log, the balance from the books: they agree, or it is a fault of ours.
    let summed = rows.last().map_or(before, |last| last.after);
    if summed != shown {
        let subject = format!("account {}", account.0);
        let id = "L4".to_owned();
        return Err(FaultKind::Invariant(Box::new(BrokenInvariant { id, subject })).after(events));
    }
    Ok(BalanceWhy {
        account,
        event: events,
        at: match events.checked_sub(1) {
            Some(last) => run.event(last)?.at,
            None => run.plan().opens(),
        },
        previous_day,
        counted_to,
        balance: shown,
        before,
        entries: Window { total, from, rows },
    })
}

/// The last accounting date that counts, and the balance shown.
fn counted_to(
    run: &Run,
    ledger: &crate::engine::ledger::Ledger,
    account: AccountId,
    previous_day: bool,
) -> Result<(AccountingDate, Money), FaultKind> {
    let book = run.plan().accounts().get(account).ok_or(Missing::Account)?;
    let open = ledger.open_date(book.book)?;
    let date = if previous_day { open.previous() } else { open };
    let closing = ledger.balance(account)?.closing(date);
    let closing = closing.ok_or(FaultKind::EntryTooOld)?;
    Ok((date, on_normal_side(run.plan(), account, closing)?))
}

/// Reads the entries of one account that count.
struct Reader<'a> {
    run: &'a Run,
    account: AccountId,
    counted_to: AccountingDate,
}

/// The event, the leg's number in it, and what it adds to the balance as shown.
type Change = (u32, usize, Money);

impl Reader<'_> {
    fn changes(&self, events: u32) -> Result<Vec<Change>, Fault> {
        let plan = self.run.plan();
        let mut changes = Vec::new();
        for place in 0..events {
            let event = self.run.event(place)?;
            if matches!(event.what, Happening::DayCut { .. }) {
                continue;
            }
            let mut number = 0_usize;
            legs_of(plan, &event.what, |book, leg| {
                let this = number;
                number = number.saturating_add(1);
                if leg.debit != self.account && leg.credit != self.account {
                    return Ok(());
                }
                let book = plan.books().get(book).ok_or(Missing::Book)?;
                if book.cut_off.accounting_date(event.at) > self.counted_to {
                    return Ok(());
                }
                let signed = if leg.debit == self.account {
                    leg.amount
                } else {
                    leg.amount.negated()
                };
                changes.push((place, this, on_normal_side(plan, self.account, signed)?));
                Ok(())
            })
            .map_err(|kind| kind.after(place))?;
        }
        Ok(changes)
    }

    /// The balance before the change at `from`, and the entries from there on.
    fn entries(&self, changes: &[Change], from: u32) -> Result<(Money, Vec<BalanceEntry>), Fault> {
        let from = crate::base::id::to_index(from);
        let (mut balance, mut before) = (Money::ZERO, Money::ZERO);
        let mut rows = Vec::new();
        for (number, (place, leg, change)) in changes.iter().enumerate() {
            let fault = |kind: FaultKind| kind.after(*place);
            balance = balance.plus(*change).map_err(|range| fault(range.into()))?;
            if number < from {
                before = balance;
                continue;
            }
            rows.push(BalanceEntry {
                row: self.row(*place, *leg)?,
                change: *change,
                after: balance,
            });
        }
        Ok((before, rows))
    }

    fn row(&self, place: u32, leg: usize) -> Result<crate::analysis::view::JournalRow, Fault> {
        let mut found = None;
        let event = self.run.event(place)?;
        let mut number = 0_usize;
        legs_of(self.run.plan(), &event.what, |book, one| {
            if number == leg {
                found = Some((book, one));
            }
            number = number.saturating_add(1);
            Ok(())
        })
        .map_err(|kind| kind.after(place))?;
        let missing = || FaultKind::from(Missing::Event).after(place);
        let (book, leg) = found.ok_or_else(missing)?;
        let cut_off = self
            .run
            .plan()
            .books()
            .get(book)
            .ok_or_else(missing)?
            .cut_off;
        let entry = crate::domain::leg::JournalEntry {
            event: place,
            book,
            date: cut_off.accounting_date(event.at),
            legs: vec![leg],
        };
        row(self.run, place, &entry, &leg)
    }
}
