//! One moment: all balances after a number of events, and what the last of them was.

use crate::analysis::view::{BalanceRow, EventRow, Snapshot};
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::domain::balance::AccountBalance;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::{cause, on_normal_side};

/// How many events had happened at the end of a moment.
pub fn event_at(run: &Run, at: WallClock) -> u32 {
    run.moment_after(at)
}

/// All balances after `events` events (at most all of them).
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn snapshot(run: &Run, events: u32) -> Result<Snapshot, Fault> {
    let events = events.min(run.event_count());
    let ledger = run.at(events)?;
    let at = match events.checked_sub(1) {
        Some(last) => run.event(last)?.at,
        None => run.plan().opens(),
    };
    rows(run.plan(), &ledger)
        .map(|(dates, balances)| Snapshot {
            event: events,
            at,
            dates,
            balances,
        })
        .map_err(|kind| kind.after(events))
}

type Rows = (Vec<crate::base::date::AccountingDate>, Vec<BalanceRow>);

fn rows(plan: &Plan, ledger: &Ledger) -> Result<Rows, FaultKind> {
    let mut dates = Vec::with_capacity(plan.books().len());
    for (book, _) in plan.books().iter() {
        dates.push(ledger.open_date(book)?);
    }
    let mut balances = Vec::with_capacity(plan.accounts().len());
    for (id, balance) in ledger.balances().iter() {
        balances.push(balance_row(plan, ledger, id, balance)?);
    }
    Ok((dates, balances))
}

/// Both balances of an account as shown, previous day by the open date of its book.
pub(super) fn balance_row(
    plan: &Plan,
    ledger: &Ledger,
    id: AccountId,
    balance: &AccountBalance,
) -> Result<BalanceRow, FaultKind> {
    let account = plan.accounts().get(id).ok_or(Missing::Account)?;
    let yesterday = ledger.open_date(account.book)?.previous();
    // L4: yesterday is always answerable from the row.
    let closing = balance.closing(yesterday).ok_or(FaultKind::EntryTooOld)?;
    Ok(BalanceRow {
        current: on_normal_side(plan, id, balance.current())?,
        previous_day: on_normal_side(plan, id, closing)?,
    })
}

/// The event after which `event` events have happened (counted from 1).
///
/// # Errors
/// A [`Fault`]: there is no such event.
pub fn event_row(run: &Run, event: u32) -> Result<EventRow, Fault> {
    let place = event.saturating_sub(1);
    let happened = run.event(place)?;
    row_of(run, event, &happened).map_err(|kind| kind.after(place))
}

pub(super) fn row_of(run: &Run, event: u32, happened: &Event) -> Result<EventRow, FaultKind> {
    let (book, closes) = match happened.what {
        Happening::DayCut { book, closes } => (Some(book), Some(closes)),
        _ => (None, None),
    };
    Ok(EventRow {
        event,
        at: happened.at,
        kind: happened.what.kind(),
        cause: cause(run, happened)?,
        amount: happened.what.amount(),
        book,
        closes,
    })
}
