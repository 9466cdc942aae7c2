//! Moments that are looked at: they must lie where the run can have got to.
//!
//! Payments, refunds and outflows must lie in the days of the scenario, which is checked where they are planned.
//! An expectation and a moment that is shown may lie later, for money is on its way when those days are over, and
//! a day earlier, when the openings lie there; beyond that nothing can have changed.

use super::Found;
use crate::base::date::{TimeOfDay, WallClock};
use crate::scenario::limits::DAYS_AFTER_MAX;
use crate::scenario::problem::ProblemKind;
use crate::scenario::problem::clash::Clash;
use crate::scenario::v1::{Expectation, Scenario};

pub(super) fn expectations(scenario: &Scenario, found: &mut Found) {
    let reach = Reach::of(scenario);
    for (place, expectation) in scenario.expectations.iter().enumerate() {
        let at = |field: &str| format!("expectations[{place}].{field}");
        match expectation {
            Expectation::Balance { at: moment, .. } => reach.holds(at("at"), *moment, found),
            Expectation::Arrival { by, .. } => {
                reach.holds_day(at("by"), by.days(), by, found);
            }
            Expectation::Inflow { from, by, .. } => {
                reach.holds_day(at("by"), by.days(), by, found);
                if let Some(from) = from.filter(|from| from > by) {
                    found.clash(Clash::TimesReversed, (at("by"), by), (at("from"), from));
                }
            }
            Expectation::TotalFee { .. }
            | Expectation::Refused { .. }
            | Expectation::Commission { .. }
            | Expectation::Held { .. }
            | Expectation::Findings { .. } => {}
        }
    }
}

pub(super) fn storyboard(scenario: &Scenario, found: &mut Found) {
    let reach = Reach::of(scenario);
    for (place, moment) in scenario.storyboard.iter().enumerate() {
        reach.holds(format!("storyboard[{place}].at"), moment.at, found);
    }
}

/// From when to when a run of the scenario can have something to show.
struct Reach {
    opens: WallClock,
    starts: WallClock,
    until: WallClock,
}

impl Reach {
    fn of(scenario: &Scenario) -> Reach {
        let starts = scenario.starts;
        let ends = starts.plus_days(i64::from(scenario.days));
        let delays = scenario.contracts.iter().map(|contract| {
            i64::from(contract.notification_delay_seconds)
                .saturating_add(i64::from(contract.split_delay_seconds))
        });
        let delay = delays.max().unwrap_or(0).saturating_mul(1000);
        let known = scenario
            .payments
            .iter()
            .filter_map(|payment| payment.known_at);
        let last = known.fold(ends, WallClock::max).plus_millis(delay);
        // A day for the book that closes the last date.
        let closed = last.plus_days(2);
        let paid_out = ends.plus_days(i64::from(DAYS_AFTER_MAX).saturating_add(2));
        Reach {
            opens: starts.plus_days(-1),
            starts,
            until: closed.max(paid_out).day().next().at(TimeOfDay::MIDNIGHT),
        }
    }

    fn holds(&self, path: String, at: WallClock, found: &mut Found) {
        if at < self.opens || at >= self.until {
            outside(path, at, (self.opens, self.until), found);
        }
    }

    /// A day counts up to its end: before the first day nothing can have arrived.
    fn holds_day(&self, path: String, day: i32, shown: impl ToString, found: &mut Found) {
        let (first, end) = (self.starts.day(), self.until.day());
        if !(first.days()..end.days()).contains(&day) {
            outside(path, shown, (first, end), found);
        }
    }
}

fn outside<T: ToString>(path: String, at: impl ToString, (from, until): (T, T), found: &mut Found) {
    found.at(
        path,
        ProblemKind::OutsideScenario {
            found: at.to_string(),
            from: from.to_string(),
            until: until.to_string(),
        },
    );
}
