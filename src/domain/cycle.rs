//! Settlement cycles: T(n) counts working days of a named calendar, D(n) natural days.
//!
//! They are different words for different things; T+1 of 30 September 2018 is 8 October, D+1 is 1 October.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::calendar::{BeyondCalendar, Calendar};
use crate::base::date::{AccountingDate, CivilDate};

/// How long after its accounting date a batch is due.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SettlementCycle {
    /// The n-th working day after.
    T(u8),
    /// The n-th natural day after.
    D(u8),
}

/// What a trade on a non-working day counts as, under T(n).
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonWorkingTrade {
    /// As a trade of its own date: T+1 of 2 October is 8 October.
    #[default]
    AsIs,
    /// As a trade of the next working day: T+1 of 2 October is 9 October.
    NextWorkingDay,
}

impl SettlementCycle {
    /// Reads `T+1` or `D+0`, at most two digits.
    pub fn parse(text: &str) -> Option<SettlementCycle> {
        let (letter, days) = text.split_once('+')?;
        let plain = matches!(days.len(), 1 | 2) && days.bytes().all(|b| b.is_ascii_digit());
        let days: u8 = if plain {
            days.parse().ok()?
        } else {
            return None;
        };
        match letter {
            "T" => Some(SettlementCycle::T(days)),
            "D" => Some(SettlementCycle::D(days)),
            _ => None,
        }
    }

    /// Number of days, working or natural.
    pub const fn days(self) -> u8 {
        match self {
            SettlementCycle::T(days) | SettlementCycle::D(days) => days,
        }
    }

    /// The civil date on which a batch of `of` is due. D(n) never needs the calendar.
    pub fn due(
        self,
        of: AccountingDate,
        calendar: &Calendar,
        trade: NonWorkingTrade,
    ) -> Result<CivilDate, BeyondCalendar> {
        match self {
            SettlementCycle::D(days) => Ok(of.civil().plus_days(i32::from(days))),
            SettlementCycle::T(days) => {
                let counted_from = match trade {
                    NonWorkingTrade::AsIs => of.civil(),
                    NonWorkingTrade::NextWorkingDay => calendar.working_day_after(of.civil(), 0)?,
                };
                calendar.working_day_after(counted_from, u32::from(days))
            }
        }
    }
}

impl fmt::Display for SettlementCycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettlementCycle::T(days) => write!(f, "T+{days}"),
            SettlementCycle::D(days) => write!(f, "D+{days}"),
        }
    }
}

impl Serialize for SettlementCycle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SettlementCycle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SettlementCycle, D::Error> {
        let text = String::deserialize(deserializer)?;
        SettlementCycle::parse(&text).ok_or_else(|| serde::de::Error::custom("not a cycle"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::{Boundary, CutOff, TimeOfDay, WallClock};

    fn due(cycle: &str, of: &str, trade: NonWorkingTrade) -> String {
        let of = AccountingDate::parse(of).unwrap();
        let cycle = SettlementCycle::parse(cycle).unwrap();
        cycle.due(of, &Calendar::cn(), trade).unwrap().to_string()
    }

    #[test]
    fn friday_t1_is_monday_but_d1_is_saturday() {
        assert_eq!(
            due("T+1", "2018-09-07", NonWorkingTrade::AsIs),
            "2018-09-10"
        );
        assert_eq!(
            due("D+1", "2018-09-07", NonWorkingTrade::AsIs),
            "2018-09-08"
        );
    }

    #[test]
    fn a_trade_in_the_holiday_counts_as_the_contract_says() {
        assert_eq!(
            due("T+1", "2018-10-02", NonWorkingTrade::AsIs),
            "2018-10-08"
        );
        assert_eq!(
            due("T+1", "2018-10-02", NonWorkingTrade::NextWorkingDay),
            "2018-10-09"
        );
        assert_eq!(
            due("D+1", "2018-10-02", NonWorkingTrade::NextWorkingDay),
            "2018-10-03"
        );
        assert_eq!(
            due("T+0", "2018-10-02", NonWorkingTrade::AsIs),
            "2018-10-08"
        );
    }

    /// T-S3: UnionPay's 23:00 cut moves a payment one second later to the next clearing date.
    #[test]
    fn a_second_after_the_unionpay_cut_is_the_next_clearing_date() {
        let cut = CutOff::new(TimeOfDay::parse("23:00").unwrap(), None, Boundary::NewDay);
        for (at, clear, t1) in [
            ("2018-09-07T22:59:59", "2018-09-07", "2018-09-10"),
            ("2018-09-07T23:00:01", "2018-09-08", "2018-09-10"),
            ("2018-09-06T22:59:59", "2018-09-06", "2018-09-07"),
            ("2018-09-06T23:00:01", "2018-09-07", "2018-09-10"),
        ] {
            let date = cut.accounting_date(WallClock::parse(at).unwrap());
            assert_eq!(date.to_string(), clear);
            assert_eq!(due("T+1", clear, NonWorkingTrade::AsIs), t1);
        }
    }

    #[test]
    fn a_cycle_is_a_letter_and_a_number() {
        for text in ["T+1", "D+0", "D+30"] {
            assert_eq!(SettlementCycle::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "T1", "t+1", "T+", "T+-1", "T+100", "W+1", "T+1 "] {
            assert_eq!(SettlementCycle::parse(text), None, "{text}");
        }
    }
}
