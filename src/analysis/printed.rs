//! What a printed report of a run needs besides the reports that shells show: days, parties day by day, when each
//! batch was paid, fees and who bears them.
//!
//! Figures only; the words are found elsewhere.

use std::collections::BTreeMap;

use crate::base::date::{CivilDate, WallClock};
use crate::base::money::Money;
use crate::domain::party::Licence;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;
use crate::engine::state::State;
use crate::scenario::v1::Scenario;
use crate::scenario::writer;

use super::compare::reading::{Purse, Reading};
use super::compare::{end_of, fees};
use super::report::{self, after_all};
use super::view::{
    BalanceRow, BatchRow, DayRow, FeeKind, Findings, HeldSince, LaneAmounts, LaneModel, LaneView,
    Summary,
};

/// One natural day.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Day {
    /// The day, and whether it is worked.
    pub(crate) day: DayRow,
    /// Payment lines captured.
    pub(crate) payments: u32,
    /// Their amounts.
    pub(crate) paid_in: Money,
    /// Refunds made.
    pub(crate) refunded: Money,
    /// Channel fees less fees returned.
    pub(crate) fees: Money,
    /// What channels paid out.
    pub(crate) paid_out: Money,
    /// What platforms paid sellers.
    pub(crate) transferred: Money,
    /// What was on its way to anybody when the day ended.
    pub(crate) in_transit: Money,
}

/// One party at the end of a day on which its money changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct DayEnd {
    /// The day.
    pub(crate) date: CivilDate,
    /// In its accounts at banks.
    pub(crate) at_banks: Money,
    /// On its way to it.
    pub(crate) in_transit: Money,
    /// Others' money in its hands.
    pub(crate) holds: Money,
}

/// A batch, and when it was closed.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Settled {
    /// The batch.
    pub(crate) batch: BatchRow,
    /// When a payout, or netting, closed it.
    pub(crate) at: Option<WallClock>,
}

/// What somebody bears of fees and shares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Borne {
    /// What it is.
    pub(crate) kind: FeeKind,
    /// Id of the party whose money is less by it.
    pub(crate) bearer: String,
    /// Id of the party that gets it.
    pub(crate) to: String,
    /// How much.
    pub(crate) amount: Money,
}

/// All of it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Printed {
    /// What the run is about and how it ended.
    pub(crate) summary: Summary,
    /// Checksum of the scenario's canonical text.
    pub(crate) document_sum: u32,
    /// Risk hints.
    pub(crate) findings: Findings,
    /// The most of others' money that a party without a licence held.
    pub(crate) held_without_licence: Money,
    /// The picture by holder.
    pub(crate) lanes: LaneModel,
    /// Its amounts at the end.
    pub(crate) amounts: LaneAmounts,
    /// Balances at the end, in account order.
    pub(crate) balances: Vec<BalanceRow>,
    /// What platforms paid sellers in all.
    pub(crate) transferred: Money,
    /// Natural days of the run.
    pub(crate) days: Vec<Day>,
    /// Each party's day ends, in the order of the parties.
    pub(crate) parties: Vec<Vec<DayEnd>>,
    /// Batches, in the order in which they arose.
    pub(crate) batches: Vec<Settled>,
    /// Fees and shares.
    pub(crate) fees: Vec<Borne>,
}

/// Reads a run for its printed report.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub(crate) fn printed(scenario: &Scenario, run: &Run) -> Result<Printed, Fault> {
    let mut days = days(run)?;
    let parties = day_ends(run, &mut days)?;
    let transferred = days
        .iter()
        .try_fold(Money::ZERO, |sum, day| sum.plus(day.transferred));
    let borne = fees::borne(run)?.into_iter();
    let borne = borne.map(|((kind, bearer, to), amount)| Borne {
        kind,
        bearer,
        to,
        amount,
    });
    let (end, view) = (run.event_count(), LaneView::Holder);
    Ok(Printed {
        summary: report::summary(run)?,
        document_sum: crc32fast::hash(writer::write(scenario).as_bytes()),
        findings: report::findings(run)?,
        held_without_licence: held_without_licence(run)?,
        lanes: report::lanes(run, view)?,
        amounts: report::lane_amounts(run, view, end)?,
        balances: report::snapshot(run, end)?.balances,
        transferred: transferred.map_err(|range| FaultKind::from(range).after(end))?,
        days,
        parties,
        batches: batches(run)?,
        fees: borne.filter(|row| !row.amount.is_zero()).collect(),
    })
}

fn held_without_licence(run: &Run) -> Result<Money, Fault> {
    let held = report::held_over_run(run, HeldSince::EventTime)?;
    let is_free = |holder| {
        let party = run.plan().parties().get(holder);
        party.is_some_and(|party| party.licence == Licence::None)
    };
    let held = held.iter().filter(|held| is_free(held.holder));
    Ok(held.map(|held| held.maximum).max().unwrap_or_default())
}

/// What happened on each day; what was on its way is added later.
fn days(run: &Run) -> Result<Vec<Day>, Fault> {
    let last = run.ends().day();
    let rows = report::timeline(run)?.days.into_iter();
    let rows = rows.filter(|row| row.date <= last);
    let mut days: BTreeMap<CivilDate, Day> = rows.map(|day| (day.date, nothing_yet(day))).collect();
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        if let Some(day) = days.get_mut(&event.at.day()) {
            happens(day, &event.what).map_err(|kind| kind.after(place))?;
        }
    }
    Ok(days.into_values().collect())
}

fn nothing_yet(day: DayRow) -> Day {
    Day {
        day,
        payments: 0,
        paid_in: Money::ZERO,
        refunded: Money::ZERO,
        fees: Money::ZERO,
        paid_out: Money::ZERO,
        transferred: Money::ZERO,
        in_transit: Money::ZERO,
    }
}

fn happens(day: &mut Day, what: &Happening) -> Result<(), FaultKind> {
    match *what {
        Happening::Captured { amount, fee, .. } => {
            day.payments = day.payments.saturating_add(1);
            day.paid_in = day.paid_in.plus(amount)?;
            day.fees = day.fees.plus(fee)?;
        }
        Happening::Refunded { amount, fee, .. } => {
            day.refunded = day.refunded.plus(amount)?;
            day.fees = day.fees.minus(fee)?;
        }
        Happening::PayoutSucceeded { amount, .. } => day.paid_out = day.paid_out.plus(amount)?,
        Happening::Transferred { amount, .. } => day.transferred = day.transferred.plus(amount)?,
        _ => {}
    }
    Ok(())
}

/// Each party at the end of each day that changed something for it.
fn day_ends(run: &Run, days: &mut [Day]) -> Result<Vec<Vec<DayEnd>>, Fault> {
    let mut ends: Vec<Vec<DayEnd>> = vec![Vec::new(); run.plan().parties().len()];
    let mut reading = Reading::opened(run);
    for day in days {
        let date = day.day.date;
        reading.until(end_of(date))?;
        let purses = reading.purses().map_err(after_all(run))?;
        for (party, purse) in ends.iter_mut().zip(purses) {
            let sum = day.in_transit.plus(purse.in_transit);
            day.in_transit = sum.map_err(|range| FaultKind::from(range).after(0))?;
            let now = day_end(date, purse);
            let is_news = match party.last() {
                Some(last) => DayEnd { date, ..*last } != now,
                None => now != day_end(date, Purse::default()),
            };
            if is_news {
                party.push(now);
            }
        }
    }
    Ok(ends)
}

fn day_end(date: CivilDate, purse: Purse) -> DayEnd {
    DayEnd {
        date,
        at_banks: purse.at_banks,
        in_transit: purse.in_transit,
        holds: purse.holds,
    }
}

/// Batches with the moment that closed them for good, found by playing the open items again.
fn batches(run: &Run) -> Result<Vec<Settled>, Fault> {
    let rows = report::batches(run)?.into_iter();
    let mut rows: Vec<Settled> = rows.map(|batch| Settled { batch, at: None }).collect();
    let mut state = State::opened(run.plan());
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        state
            .apply(run.plan(), &event)
            .map_err(|kind| kind.after(place))?;
        let closes = matches!(
            event.what,
            Happening::Settled { .. }
                | Happening::SettledByPlatform { .. }
                | Happening::PayoutDeferred { .. }
        );
        if !closes {
            continue;
        }
        for (row, now) in rows.iter_mut().zip(state.desk.batches().rows().rows()) {
            row.at = match now.closed {
                Some(_) => row.at.or(Some(event.at)),
                None => None,
            };
        }
    }
    Ok(rows)
}
