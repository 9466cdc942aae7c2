//! The time axis: natural days, every book's cuts, what happened besides payments, and how dense payments are.

use crate::analysis::view::{DayRow, EventRow, Timeline};
use crate::base::date::{TimeOfDay, WallClock};
use crate::domain::posting::EventKind;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::moments::row_of;

/// Marks that an axis can show.
const MARKS_MAX: usize = 2_000;
/// Slices in which payments are counted.
const SLICES: i64 = 480;

/// The time axis of a run.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn timeline(run: &Run) -> Result<Timeline, Fault> {
    let plan = run.plan();
    let from = plan.starts().day().at(TimeOfDay::MIDNIGHT);
    let last_day = run
        .ends()
        .plus_millis(-1)
        .max(plan.traffic_ends().plus_millis(-1))
        .day();
    let until = last_day.plus_days(1).at(TimeOfDay::MIDNIGHT);
    let mut days = Vec::new();
    let mut day = plan.starts().day();
    while day <= last_day {
        let calendar = plan.shown_calendar();
        let working = calendar.is_working(day).ok();
        days.push(DayRow {
            date: day,
            working,
            made_up: calendar.is_made_up(day),
        });
        day = day.next();
    }
    let (mut cuts, mut marks): (Vec<EventRow>, Vec<EventRow>) = (Vec::new(), Vec::new());
    for (place, kind) in (0_u32..).zip(run.events().kinds()) {
        let list = match kind {
            EventKind::DayCut => &mut cuts,
            EventKind::ToppedUp
            | EventKind::Refunded
            | EventKind::RefundRefused
            | EventKind::PayoutSucceeded
            | EventKind::PayoutDeferred
            | EventKind::Transferred
            | EventKind::TransferDeferred
            | EventKind::OutflowPaid
            | EventKind::OutflowRefused => &mut marks,
            EventKind::Opened
            | EventKind::Captured
            | EventKind::ShareReturned
            | EventKind::Notified
            | EventKind::Split
            | EventKind::Unfrozen
            | EventKind::Settled
            | EventKind::SettledByPlatform
            | EventKind::PayoutSent => continue,
        };
        if list.len() < MARKS_MAX {
            let event = run.event(place)?;
            let row = row_of(run, place.saturating_add(1), &event);
            list.push(row.map_err(|fault| fault.after(place))?);
        }
    }
    Ok(Timeline {
        from,
        until,
        days,
        cuts,
        marks,
        density: density(run, from, until),
    })
}

fn density(run: &Run, from: WallClock, until: WallClock) -> Vec<u32> {
    let span = until.millis().saturating_sub(from.millis()).max(1);
    let slices = usize::try_from(SLICES).unwrap_or_default();
    let mut counts = vec![0_u32; slices];
    for (_, line) in run.plan().lines().iter() {
        let offset = line.at.millis().saturating_sub(from.millis());
        let slice = offset.saturating_mul(SLICES).checked_div(span).unwrap_or(0);
        let slice = usize::try_from(slice)
            .unwrap_or(0)
            .min(slices.saturating_sub(1));
        if let Some(count) = counts.get_mut(slice) {
            *count = count.saturating_add(1);
        }
    }
    counts
}
