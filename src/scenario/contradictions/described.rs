//! Calendars and parties: what is a holiday is no workday, and only channels have a reserve.

use std::collections::BTreeMap;

use super::Found;
use crate::base::calendar::BUILT_IN;
use crate::domain::party::PartyKind;
use crate::scenario::problem::clash::Clash;
use crate::scenario::v1::Scenario;

pub(super) fn calendars(scenario: &Scenario, found: &mut Found) {
    for (place, calendar) in scenario.calendars.iter().enumerate() {
        let path = format!("calendars[{place}]");
        let id = &calendar.id;
        if BUILT_IN.contains(&id.as_str()) {
            let here = (format!("{path}.id"), id);
            found.clash(Clash::BuiltInCalendar, here, (String::new(), id));
        }
        let mut holidays = BTreeMap::new();
        for (day, date) in calendar.holidays.iter().enumerate() {
            holidays.entry(date).or_insert(day);
        }
        for (day, date) in calendar.workdays.iter().enumerate() {
            if let Some(off) = holidays.get(date) {
                let here = (format!("{path}.workdays[{day}]"), date);
                let other = (format!("{path}.holidays[{off}]"), date);
                found.clash(Clash::HolidayAndWorkday, here, other);
            }
        }
    }
}

pub(super) fn parties(scenario: &Scenario, found: &mut Found) {
    for (place, party) in scenario.parties.iter().enumerate() {
        let Some(bank) = &party.reserve_bank else {
            continue;
        };
        if party.kind != PartyKind::Channel {
            let here = (format!("parties[{place}].reserve_bank"), bank);
            let other = (format!("parties[{place}].kind"), &party.id);
            found.clash(Clash::ReserveOfNoChannel, here, other);
        }
    }
}
