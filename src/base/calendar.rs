//! Working days: weekends, holidays and make-up workdays (调休). A make-up workday beats a weekend.
//!
//! Mainland China's exceptions 2007–2026 are facts from the State Council's yearly notices
//! (`data/cn-working-days.txt`); a scenario may add its own days. Outside the years known, a calendar
//! says so instead of guessing.

use std::collections::BTreeSet;

use super::date::CivilDate;

/// What a calendar does outside the years it knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Beyond {
    /// It does not answer.
    #[default]
    Unknown,
    /// It counts Monday to Friday as working days; results are marked.
    WeekendsOnly,
}

/// Which natural days are working days.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    holidays: BTreeSet<CivilDate>,
    workdays: BTreeSet<CivilDate>,
    /// First and last day known; `None` knows every day.
    covers: Option<(CivilDate, CivilDate)>,
    beyond: Beyond,
}

/// The date asked for lies outside the years that the calendar knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BeyondCalendar {
    /// The day asked for.
    pub date: CivilDate,
}

/// The names of the calendars that need no author.
pub const BUILT_IN: [&str; 2] = ["cn", "weekdays"];

const CN: &str = include_str!("../../data/cn-working-days.txt");

impl Calendar {
    /// Mainland China, 2007–2026.
    pub fn cn() -> Calendar {
        let mut calendar = Calendar::default();
        for line in CN.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["#", "covers", first, last] => {
                    calendar.covers = CivilDate::parse(first).zip(CivilDate::parse(last));
                }
                [day, "休"] => calendar.holidays.extend(CivilDate::parse(day)),
                [day, "班"] => calendar.workdays.extend(CivilDate::parse(day)),
                _ => {}
            }
        }
        calendar
    }

    /// Monday to Friday, without holidays, in every year.
    pub fn weekdays() -> Calendar {
        Calendar::default()
    }

    /// The same calendar with an author's own holidays and workdays; the author's days win.
    pub fn with_days(
        mut self,
        holidays: impl IntoIterator<Item = CivilDate>,
        workdays: impl IntoIterator<Item = CivilDate>,
    ) -> Calendar {
        for day in holidays {
            self.workdays.remove(&day);
            self.holidays.insert(day);
        }
        for day in workdays {
            self.holidays.remove(&day);
            self.workdays.insert(day);
        }
        self
    }

    /// The same calendar with another answer outside its years.
    pub fn with_beyond(mut self, beyond: Beyond) -> Calendar {
        self.beyond = beyond;
        self
    }

    /// First and last day known; `None` knows every day.
    pub fn covers(&self) -> Option<(CivilDate, CivilDate)> {
        self.covers
    }

    /// Whether `date` lies outside the years known.
    pub fn is_beyond(&self, date: CivilDate) -> bool {
        self.covers
            .is_some_and(|(first, last)| date < first || date > last)
    }

    /// Whether `date` is a working day.
    pub fn is_working(&self, date: CivilDate) -> Result<bool, BeyondCalendar> {
        if self.workdays.contains(&date) {
            return Ok(true);
        }
        if self.holidays.contains(&date) {
            return Ok(false);
        }
        if self.is_beyond(date) && self.beyond == Beyond::Unknown {
            return Err(BeyondCalendar { date });
        }
        Ok(!date.is_weekend())
    }

    /// Whether a weekend day is worked (调休上班).
    pub fn is_made_up(&self, date: CivilDate) -> bool {
        date.is_weekend() && self.workdays.contains(&date)
    }

    /// The `n`-th working day after `date`, whatever `date` is; `n` = 0 is `date` itself if it is one,
    /// else the next working day.
    pub fn working_day_after(&self, date: CivilDate, n: u32) -> Result<CivilDate, BeyondCalendar> {
        let mut day = if n == 0 { date } else { date.next() };
        let mut left = n.max(1);
        // A run of a thousand idle days would be an author's slip; the limit keeps the loop finite.
        for _ in 0..IDLE_DAYS_MAX {
            if self.is_working(day)? {
                left -= 1;
                if left == 0 {
                    return Ok(day);
                }
            }
            day = day.next();
        }
        Err(BeyondCalendar { date: day })
    }
}

const IDLE_DAYS_MAX: u32 = 4000;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    /// T-S1 (domain facts, State Council notices): trade day → T+1, D+1, T+2, T+7.
    #[test]
    fn the_calendar_vectors_come_out() {
        let cn = Calendar::cn();
        for (trade, t1, t2, t7) in [
            ("2018-09-06", "2018-09-07", "2018-09-10", "2018-09-17"),
            ("2018-09-28", "2018-09-29", "2018-09-30", "2018-10-12"),
            ("2018-09-30", "2018-10-08", "2018-10-09", "2018-10-16"),
            ("2025-12-31", "2026-01-04", "2026-01-05", "2026-01-12"),
            ("2026-02-13", "2026-02-14", "2026-02-24", "2026-03-02"),
            ("2026-02-14", "2026-02-24", "2026-02-25", "2026-03-03"),
            ("2026-04-30", "2026-05-06", "2026-05-07", "2026-05-13"),
            ("2026-05-08", "2026-05-09", "2026-05-11", "2026-05-18"),
            ("2026-09-30", "2026-10-08", "2026-10-09", "2026-10-15"),
            ("2026-10-09", "2026-10-10", "2026-10-12", "2026-10-19"),
            ("2018-10-02", "2018-10-08", "2018-10-09", "2018-10-16"),
        ] {
            let after = |n| cn.working_day_after(day(trade), n).unwrap();
            assert_eq!(after(1), day(t1), "{trade} T+1");
            assert_eq!(after(2), day(t2), "{trade} T+2");
            assert_eq!(after(7), day(t7), "{trade} T+7");
        }
    }

    #[test]
    fn outside_its_years_a_calendar_says_so() {
        let cn = Calendar::cn();
        assert_eq!(
            cn.is_working(day("2027-01-04")),
            Err(BeyondCalendar {
                date: day("2027-01-04")
            })
        );
        let open = cn.clone().with_beyond(Beyond::WeekendsOnly);
        assert_eq!(open.is_working(day("2027-01-04")), Ok(true));
        assert!(open.is_beyond(day("2027-01-04")));
        let own = cn.with_days([], [day("2027-01-04")]);
        assert_eq!(own.is_working(day("2027-01-04")), Ok(true));
    }

    #[test]
    fn the_authors_days_win() {
        let cn = Calendar::cn().with_days([day("2018-10-08")], [day("2018-10-01")]);
        assert_eq!(cn.is_working(day("2018-10-08")), Ok(false));
        assert_eq!(cn.is_working(day("2018-10-01")), Ok(true));
        assert!(Calendar::cn().is_made_up(day("2018-09-29")));
        assert_eq!(Calendar::weekdays().is_working(day("2018-10-01")), Ok(true));
    }
}
