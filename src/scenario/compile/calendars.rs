//! The calendars that settlement rules may name: the built-in ones, and those of the author.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::calendar::{Beyond, Calendar};
use crate::scenario::problem::Noun;
use crate::scenario::v1::{CalendarBase, Scenario};

use super::problems::{Names, Problems};

/// Every calendar by its name; a settlement rule that names another is told.
pub(super) fn named(
    scenario: &Scenario,
    problems: &mut Problems,
) -> BTreeMap<String, Arc<Calendar>> {
    let ids = scenario
        .calendars
        .iter()
        .map(|calendar| calendar.id.as_str());
    let authored = Names::read("calendars", Noun::Calendar, ids, problems);
    let mut calendars: BTreeMap<String, Arc<Calendar>> = BTreeMap::new();
    calendars.insert("cn".to_owned(), Calendar::cn().into());
    calendars.insert("weekdays".to_owned(), Calendar::weekdays().into());
    for spec in &scenario.calendars {
        let base = match spec.based_on {
            CalendarBase::Cn => Calendar::cn(),
            CalendarBase::Weekdays => Calendar::weekdays(),
        };
        let beyond = if spec.beyond_weekends_only {
            Beyond::WeekendsOnly
        } else {
            Beyond::Unknown
        };
        let days = base.with_days(spec.holidays.iter().copied(), spec.workdays.iter().copied());
        calendars.insert(spec.id.clone(), days.with_beyond(beyond).into());
    }
    let mut names = authored;
    names.add("cn", 0);
    names.add("weekdays", 0);
    for (place, rule) in scenario.settlement_rules.iter().enumerate() {
        let path = format!("settlement_rules[{place}].calendar");
        problems.resolve(path, &names, &rule.calendar);
    }
    calendars
}
