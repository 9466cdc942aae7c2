//! Due dates: for every accounting date on which a batch can arise, the natural day on which it is paid.

use std::collections::BTreeSet;

use crate::base::calendar::{BeyondCalendar, Calendar};
use crate::base::date::{AccountingDate, CivilDate, WallClock};
use crate::domain::cycle::SettlementCycle;
use crate::scenario::problem::ProblemKind;
use crate::scenario::v1::{Scenario, SettlementRule};

use super::agreements::Deals;
use super::parties::Cast;
use super::payees::PayeeDeal;
use super::problems::Problems;

/// Due dates of a payee and those of them beyond its calendar.
#[derive(Default)]
pub(super) struct DueDates {
    pub(super) from: AccountingDate,
    pub(super) dates: Vec<CivilDate>,
    pub(super) beyond: Vec<CivilDate>,
}

/// Due date of every accounting date on which a batch can arise, for each payee.
pub(super) fn due_dates(
    scenario: &Scenario,
    deals: &Deals,
    cast: &Cast,
    last: WallClock,
    problems: &mut Problems,
) -> Vec<DueDates> {
    let mut all = Vec::new();
    // A rule that asks a calendar too far is one mistake, however many are paid by it.
    let mut mistaken: BTreeSet<&str> = BTreeSet::new();
    for (_, payee) in deals.payees.iter() {
        let Some(calendar) = deals.calendars.get(&payee.rule.calendar) else {
            continue;
        };
        let book = cast
            .book(payee.channel)
            .and_then(|book| cast.books.get(book));
        // A payee of a platform is due with the platform's own batches; the place is kept all the same.
        if payee.paid_from.is_some() {
            all.push(DueDates::default());
            continue;
        }
        let Some(cut_off) = book.map(|book| book.cut_off) else {
            continue;
        };
        let from = cut_off.accounting_date(scenario.starts.plus_days(-1));
        let until = cut_off.accounting_date(last);
        match payee.due_dates(calendar, from, until) {
            Ok(due) => all.push(due),
            Err(beyond) => {
                if !mistaken.insert(&payee.rule.id) {
                    continue;
                }
                let mut rules = scenario.settlement_rules.iter();
                let place = rules.position(|rule| rule.id == payee.rule.id);
                let kind = ProblemKind::BeyondCalendar {
                    calendar: payee.rule.calendar.clone(),
                    date: beyond.date.to_string(),
                };
                let place = place.unwrap_or_default();
                problems.at(format!("settlement_rules[{place}].calendar"), kind);
            }
        }
    }
    all
}

impl PayeeDeal {
    fn due_dates(
        &self,
        calendar: &Calendar,
        from: AccountingDate,
        until: AccountingDate,
    ) -> Result<DueDates, BeyondCalendar> {
        let mut due = DueDates {
            from,
            dates: Vec::new(),
            beyond: Vec::new(),
        };
        let SettlementRule {
            cycle,
            non_working_trade,
            ..
        } = self.rule;
        let mut date = from;
        while date <= until {
            let day = cycle.due(date, calendar, non_working_trade)?;
            // Natural days are never guessed.
            let guessed = matches!(cycle, SettlementCycle::T(_)) && calendar.is_beyond(day);
            if guessed && due.beyond.last() != Some(&day) {
                due.beyond.push(day);
            }
            due.dates.push(day);
            date = date.next();
        }
        Ok(due)
    }
}
