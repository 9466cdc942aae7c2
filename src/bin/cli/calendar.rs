//! Questions to the built-in calendars.

use daycut::facade::{self, CivilDate, NotDue, SettlementCycle};
use serde::Serialize;

use super::speech::{Complaint, Ending, Speech};

#[derive(Serialize)]
struct Due {
    due: CivilDate,
}

#[derive(Serialize)]
struct Day {
    date: CivilDate,
    working: bool,
}

/// Says when a trade is due.
pub fn due(
    cycle: SettlementCycle,
    date: CivilDate,
    calendar: &str,
    speech: &Speech,
) -> Result<Ending, Complaint> {
    let due = facade::due(cycle, date, calendar).map_err(|reason| match reason {
        NotDue::BeyondCalendar(day) => beyond(day, speech),
        NotDue::UnknownCalendar => beyond(date, speech),
    })?;
    speech.say(&if speech.json {
        facade::json(&Due { due })
    } else {
        due.to_string()
    })?;
    Ok(Ending::Good)
}

/// Says of each day whether it is worked.
pub fn days(
    calendar: &str,
    from: CivilDate,
    to: CivilDate,
    speech: &Speech,
) -> Result<Ending, Complaint> {
    if from > to {
        let words = speech.text().terminal.backwards;
        return Err(Complaint::Misused(words.to_owned()));
    }
    let mut days = Vec::new();
    for number in from.days()..=to.days() {
        let date = CivilDate::of_days(number);
        let working = facade::is_working(date, calendar).ok_or_else(|| beyond(date, speech))?;
        days.push(Day { date, working });
    }
    if speech.json {
        speech.say(&facade::json(&days))?;
    } else {
        let lines = days
            .iter()
            .map(|day| format!("{},{}", day.date, day.working));
        let lines: Vec<String> = std::iter::once("date,working".to_owned())
            .chain(lines)
            .collect();
        speech.say(&lines.join("\n"))?;
    }
    Ok(Ending::Good)
}

fn beyond(date: CivilDate, speech: &Speech) -> Complaint {
    Complaint::Nothing((speech.text().terminal.beyond)(&date.to_string()))
}
