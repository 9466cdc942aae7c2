//! Three kinds of time that must not be confused: the wall clock, a day's cut-off, and the accounting date.
//!
//! An accounting date can be made from a moment only by a [`CutOff`]. The engine has one civil clock
//! in whole milliseconds and no time zones.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const DAY_MS: i64 = 86_400_000;

/// A moment on the scenario's single civil clock, in milliseconds.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct WallClock(i64);

/// The day in the books that an entry belongs to. There is no road from a moment but [`CutOff`].
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct AccountingDate(i32);

/// A natural day of the civil calendar, on which due dates are counted.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct CivilDate(i32);

/// A time of day in milliseconds after midnight.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TimeOfDay(u32);

/// Which date a cut closes.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closes {
    /// The calendar date before the cut's own (a cut at 00:00 closes the day just ended).
    Previous,
    /// The calendar date of the cut itself (a cut at 22:00 closes today).
    Same,
}

/// Which day owns the boundary instant itself.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Boundary {
    /// The instant of the cut belongs to the new day (WeChat Pay, UnionPay).
    #[default]
    NewDay,
    /// The instant of the cut belongs to the old day.
    OldDay,
}

/// When a book turns to its next date.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CutOff {
    time: TimeOfDay,
    closes: Closes,
    boundary: Boundary,
}

impl CutOff {
    /// A cut at `time`. Before noon it closes the previous date, from noon on its own, unless overridden.
    pub fn new(time: TimeOfDay, closes: Option<Closes>, boundary: Boundary) -> CutOff {
        let noon = TimeOfDay(43_200_000);
        let usual = if time < noon {
            Closes::Previous
        } else {
            Closes::Same
        };
        CutOff {
            time,
            closes: closes.unwrap_or(usual),
            boundary,
        }
    }

    /// Time of day of the cut.
    pub const fn time(self) -> TimeOfDay {
        self.time
    }

    /// Who owns the boundary instant.
    pub const fn boundary(self) -> Boundary {
        self.boundary
    }

    /// The accounting date of a moment in a book with this cut. Days are half-open.
    pub fn accounting_date(self, at: WallClock) -> AccountingDate {
        let shifted = at.0 - self.first_new_ms();
        let day = shifted.div_euclid(DAY_MS);
        let day = match self.closes {
            Closes::Previous => day,
            Closes::Same => day + 1,
        };
        AccountingDate(clamp_day(day))
    }

    /// The moment at which the book turns from `closing` to the next date: the first of the new day.
    pub fn cut_after(self, closing: AccountingDate) -> WallClock {
        let day = match self.closes {
            Closes::Previous => i64::from(closing.0) + 1,
            Closes::Same => i64::from(closing.0),
        };
        WallClock(day * DAY_MS + self.first_new_ms())
    }

    /// Milliseconds after midnight of the first instant that belongs to the new day.
    fn first_new_ms(self) -> i64 {
        let tick = match self.boundary {
            Boundary::NewDay => 0,
            Boundary::OldDay => 1,
        };
        i64::from(self.time.0) + tick
    }
}

/// Years 0001–9999 fit easily; beyond them the date is pinned instead of wrapping.
fn clamp_day(day: i64) -> i32 {
    i32::try_from(day).unwrap_or(if day < 0 { i32::MIN / 2 } else { i32::MAX / 2 })
}

impl WallClock {
    /// Reads `2018-09-30T22:59:50` or `2018-09-30T22:59:50.000`.
    pub fn parse(text: &str) -> Option<WallClock> {
        let shaped = text.len() >= 19 && text.as_bytes().get(10) == Some(&b'T') && text.len() <= 23;
        let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok()?;
        let leap = moment.nanosecond() >= 1_000_000_000;
        (shaped && !leap).then(|| WallClock(moment.and_utc().timestamp_millis()))
    }

    /// Milliseconds since the civil 1970-01-01T00:00:00.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment so many milliseconds after the civil 1970-01-01T00:00:00.
    pub const fn of_millis(millis: i64) -> WallClock {
        WallClock(millis)
    }

    /// The natural day of the moment.
    pub fn day(self) -> CivilDate {
        CivilDate(clamp_day(self.0.div_euclid(DAY_MS)))
    }

    /// The time of day of the moment.
    pub fn time(self) -> TimeOfDay {
        TimeOfDay(u32::try_from(self.0.rem_euclid(DAY_MS)).unwrap_or(0))
    }

    /// This many milliseconds later (earlier when negative).
    pub(crate) const fn plus_millis(self, millis: i64) -> WallClock {
        WallClock(self.0.saturating_add(millis))
    }

    /// This many natural days later (earlier when negative).
    pub(crate) const fn plus_days(self, days: i64) -> WallClock {
        WallClock(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }

    fn civil(self) -> NaiveDateTime {
        DateTime::from_timestamp_millis(self.0)
            .unwrap_or_default()
            .naive_utc()
    }
}

impl fmt::Display for WallClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.rem_euclid(1000) == 0;
        let pattern = if whole {
            "%Y-%m-%dT%H:%M:%S"
        } else {
            "%Y-%m-%dT%H:%M:%S%.3f"
        };
        write!(f, "{}", self.civil().format(pattern))
    }
}

impl TimeOfDay {
    /// Midnight.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(0);

    /// Reads `22:00` or `22:00:37`; `24:00` is not a time of day.
    pub fn parse(text: &str) -> Option<TimeOfDay> {
        let pattern = if text.len() == 5 { "%H:%M" } else { "%H:%M:%S" };
        let time = NaiveTime::parse_from_str(text, pattern).ok()?;
        let shaped = matches!(text.len(), 5 | 8) && time.nanosecond() == 0;
        shaped.then(|| TimeOfDay(time.num_seconds_from_midnight() * 1000))
    }

    /// Milliseconds after midnight.
    pub const fn millis(self) -> u32 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1000;
        write!(
            f,
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

macro_rules! days {
    ($name:ident) => {
        impl $name {
            /// Days since 1970-01-01.
            pub const fn days(self) -> i32 {
                self.0
            }

            /// The date so many days after 1970-01-01.
            pub const fn of_days(days: i32) -> $name {
                $name(days)
            }

            /// The day after.
            pub(crate) const fn next(self) -> $name {
                $name(self.0.saturating_add(1))
            }

            /// The day before.
            pub(crate) const fn previous(self) -> $name {
                $name(self.0.saturating_sub(1))
            }

            /// Reads `2018-09-28`.
            pub fn parse(text: &str) -> Option<$name> {
                let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
                (text.len() == 10).then(|| $name(date.to_epoch_days()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let date = NaiveDate::from_epoch_days(self.0).unwrap_or_default();
                write!(f, "{}", date.format("%Y-%m-%d"))
            }
        }
    };
}

days!(AccountingDate);
days!(CivilDate);

impl CivilDate {
    /// The moment of this day at `time`.
    pub(crate) fn at(self, time: TimeOfDay) -> WallClock {
        WallClock(i64::from(self.0) * DAY_MS + i64::from(time.0))
    }

    /// This many natural days later (earlier when negative).
    pub(crate) const fn plus_days(self, days: i32) -> CivilDate {
        CivilDate(self.0.saturating_add(days))
    }

    /// Whether a Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self.weekday() >= 5
    }

    /// 0 for Monday … 6 for Sunday.
    pub fn weekday(self) -> u32 {
        NaiveDate::from_epoch_days(self.0)
            .unwrap_or_default()
            .weekday()
            .num_days_from_monday()
    }
}

impl AccountingDate {
    /// The natural day of the same name, from which due dates are counted.
    pub const fn civil(self) -> CivilDate {
        CivilDate(self.0)
    }
}

macro_rules! written {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::parse(&text).ok_or_else(|| {
                    serde::de::Error::custom(concat!("not a ", stringify!($name)))
                })
            }
        }
    )*};
}

written!(WallClock, AccountingDate, CivilDate, TimeOfDay);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(cut: &str, closes: Option<Closes>, boundary: Boundary, at: &str) -> String {
        let cut = CutOff::new(TimeOfDay::parse(cut).unwrap(), closes, boundary);
        cut.accounting_date(WallClock::parse(at).unwrap())
            .to_string()
    }

    #[test]
    fn a_cut_before_noon_closes_the_previous_date() {
        let new = Boundary::NewDay;
        assert_eq!(
            date("00:00", None, new, "2018-09-28T23:59:59.999"),
            "2018-09-28"
        );
        assert_eq!(
            date("00:00", None, new, "2018-09-29T00:00:00"),
            "2018-09-29"
        );
        assert_eq!(
            date("02:00", None, new, "2018-09-29T01:59:59"),
            "2018-09-28"
        );
        assert_eq!(
            date("02:00", None, new, "2018-09-29T02:00:00"),
            "2018-09-29"
        );
    }

    #[test]
    fn the_cut_off_instant_belongs_to_the_next_day() {
        let new = Boundary::NewDay;
        assert_eq!(
            date("22:00", None, new, "2018-09-28T21:59:59.999"),
            "2018-09-28"
        );
        assert_eq!(
            date("22:00", None, new, "2018-09-28T22:00:00"),
            "2018-09-29"
        );
        assert_eq!(
            date("22:00:37", None, new, "2018-09-28T22:00:36"),
            "2018-09-28"
        );
        let old = Boundary::OldDay;
        assert_eq!(
            date("22:00", None, old, "2018-09-28T22:00:00"),
            "2018-09-28"
        );
        assert_eq!(
            date("22:00", None, old, "2018-09-28T22:00:00.001"),
            "2018-09-29"
        );
    }

    #[test]
    fn the_author_may_say_which_date_a_cut_closes() {
        let new = Boundary::NewDay;
        assert_eq!(
            date("00:00", Some(Closes::Same), new, "2018-09-28T10:00:00"),
            "2018-09-29"
        );
        assert_eq!(
            date("22:00", Some(Closes::Previous), new, "2018-09-28T22:00:00"),
            "2018-09-28"
        );
    }

    /// T2: the cut after a date is the first moment of the next.
    #[test]
    fn each_moment_has_one_date_and_the_cut_turns_it() {
        for boundary in [Boundary::NewDay, Boundary::OldDay] {
            for time in [
                "00:00:00", "02:30:00", "11:59:59", "12:00:00", "22:00:37", "23:59:59",
            ] {
                for closes in [None, Some(Closes::Previous), Some(Closes::Same)] {
                    let cut = CutOff::new(TimeOfDay::parse(time).unwrap(), closes, boundary);
                    let day = AccountingDate::parse("2018-09-30").unwrap();
                    let turn = cut.cut_after(day);
                    assert_eq!(cut.accounting_date(turn), day.next(), "{cut:?}");
                    assert_eq!(cut.accounting_date(turn.plus_millis(-1)), day, "{cut:?}");
                }
            }
        }
    }

    #[test]
    fn moments_read_back_as_written() {
        for text in [
            "2018-09-30T22:59:50",
            "2018-09-30T22:59:50.007",
            "1969-12-31T23:59:59.999",
        ] {
            assert_eq!(WallClock::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2018-09-30",
            "2018-09-30 22:59:50",
            "2018-9-30T22:59:50",
            "2018-02-30T00:00:00",
            "2018-09-30T24:00:00",
            "2018-09-30T22:59:60",
            "2018-09-30T22:59:50.1234567",
            "２018-09-30T22:59:50",
        ] {
            assert_eq!(WallClock::parse(text), None, "{text}");
        }
        assert_eq!(TimeOfDay::parse("22:00").unwrap().to_string(), "22:00:00");
        assert_eq!(TimeOfDay::parse("24:00"), None);
        assert_eq!(CivilDate::parse("2018-09-28").unwrap().weekday(), 4);
    }
}
