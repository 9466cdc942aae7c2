//! A balance over time, as steps, thinned to what a chart can show.

use crate::analysis::view::Series;
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;

use super::moments::balance_row;

/// Points that a chart may ask for.
pub const POINTS_MAX: u32 = 2_000;

/// Both balances of an account at every event that changes one of them, at most `points` of them.
///
/// When there are more, the last change of each equal slice of events is kept.
///
/// # Errors
/// A [`Fault`]: there is no such account, or a bug of ours.
pub fn series(run: &Run, account: AccountId, points: u32) -> Result<Series, Fault> {
    let points = points.clamp(2, POINTS_MAX);
    let plan = run.plan();
    let book = plan.accounts().get(account).map(|row| row.book);
    let book = book.ok_or_else(|| FaultKind::from(Missing::Account).after(0))?;
    let mut ledger = Ledger::opened(plan);
    let mut series = Series {
        account,
        at: Vec::new(),
        current: Vec::new(),
        previous_day: Vec::new(),
    };
    let slice = run.event_count().div_ceil(points).max(1);
    let mut slice_of_last = None;
    let mut last = None;
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let before = ledger.open_date(book).map_err(|kind| kind.after(place))?;
        ledger
            .apply(plan, &event)
            .map_err(|kind| kind.after(place))?;
        let touched = ledger
            .last_legs()
            .iter()
            .any(|posted| posted.leg.debit == account || posted.leg.credit == account);
        let after = ledger.open_date(book).map_err(|kind| kind.after(place))?;
        if !touched && before == after {
            continue;
        }
        let row = ledger
            .balance(account)
            .and_then(|row| balance_row(plan, &ledger, account, row));
        let row = row.map_err(|kind| kind.after(place))?;
        if last == Some(row) {
            continue;
        }
        last = Some(row);
        let this_slice = place.checked_div(slice);
        if slice > 1 && slice_of_last == this_slice {
            drop_last(&mut series);
        }
        slice_of_last = this_slice;
        push(&mut series, event.at, row);
    }
    Ok(series)
}

fn push(series: &mut Series, at: WallClock, row: crate::analysis::view::BalanceRow) {
    // Several changes at one moment are one step.
    if series.at.last() == Some(&at) {
        drop_last(series);
    }
    series.at.push(at);
    series.current.push(row.current);
    series.previous_day.push(row.previous_day);
}

fn drop_last(series: &mut Series) {
    series.at.pop();
    series.current.pop();
    series.previous_day.pop();
}
