//! Amount × time: how much lay somewhere for how long, as one exact whole number.
//!
//! A yuan held for an hour and a fen held for four days are the same. The unit is the fen-millisecond, so
//! that nothing is rounded before it is shown.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::money::{Money, MoneyRange, in_thousands};
use super::rate::Rate;

const MILLIS: u128 = 1_000;
/// Fen-milliseconds of a yuan held for an hour.
const YUAN_HOUR: u128 = 100 * 3_600 * MILLIS;
/// Fen-milliseconds of a yuan held for a day.
const YUAN_DAY: u128 = 24 * YUAN_HOUR;
/// Days of the year by which interest is counted, leap years included.
pub const INTEREST_DAYS: u32 = 365;

/// An amount held for a time.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct AmountTime(u128);

impl AmountTime {
    /// Nothing, or for no time.
    pub const ZERO: AmountTime = AmountTime(0);

    /// An amount, not below zero, held for so many milliseconds.
    pub(crate) fn of(amount: Money, millis: u64) -> Result<AmountTime, MoneyRange> {
        let fen = u128::try_from(amount.minor()).map_err(|_| MoneyRange)?;
        // 2^53 fen for 2^64 milliseconds stay inside.
        Ok(AmountTime(fen * u128::from(millis)))
    }

    pub(crate) fn plus(self, other: AmountTime) -> Result<AmountTime, MoneyRange> {
        self.0
            .checked_add(other.0)
            .map(AmountTime)
            .ok_or(MoneyRange)
    }

    /// What is left of it after another; never below nothing.
    pub(crate) const fn without(self, other: AmountTime) -> AmountTime {
        AmountTime(self.0.saturating_sub(other.0))
    }

    /// How much more this is than `before`.
    pub(crate) fn change_from(self, before: AmountTime) -> Result<AmountTimeChange, MoneyRange> {
        let signed = |held: AmountTime| i128::try_from(held.0).map_err(|_| MoneyRange);
        Ok(AmountTimeChange(signed(self)? - signed(before)?))
    }

    /// Simple interest at a rate a year of [`INTEREST_DAYS`] days, rounded half up to the fen.
    pub(crate) fn interest(self, a_year: Rate) -> Result<Money, MoneyRange> {
        let year = u128::from(INTEREST_DAYS) * 86_400 * MILLIS * 1_000_000;
        let product = self.0.checked_mul(u128::from(a_year.ppm()));
        let product = product.and_then(|product| product.checked_add(year / 2));
        let fen = product.ok_or(MoneyRange)? / year;
        Money::of_minor(i64::try_from(fen).map_err(|_| MoneyRange)?)
    }

    /// Whether nothing was held for any time.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Exact fen-seconds: `7209360776`, with a fraction only where there is one.
    pub fn fen_seconds(self) -> String {
        let (whole, rest) = (self.0 / MILLIS, self.0 % MILLIS);
        if rest == 0 {
            return whole.to_string();
        }
        let fraction = format!("{rest:03}");
        format!("{whole}.{}", fraction.trim_end_matches('0'))
    }

    /// Yuan-hours with three decimals, rounded half up: `20,026.002`.
    pub fn yuan_hours(self) -> String {
        in_thousandths(self.0, YUAN_HOUR)
    }

    /// Yuan-days with three decimals, rounded half up: `834.417`.
    pub fn yuan_days(self) -> String {
        in_thousandths(self.0, YUAN_DAY)
    }

    fn parse(text: &str) -> Option<AmountTime> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if fraction.len() > 3 {
            return None;
        }
        let whole: u128 = whole.parse().ok()?;
        let rest: u128 = format!("{fraction:0<3}").parse().ok()?;
        whole.checked_mul(MILLIS)?.checked_add(rest).map(AmountTime)
    }
}

fn in_thousandths(fen_millis: u128, unit: u128) -> String {
    let thousandths = (fen_millis * 1_000 + unit / 2) / unit;
    let whole = in_thousands(&(thousandths / 1_000).to_string());
    format!("{whole}.{:03}", thousandths % 1_000)
}

/// The difference between two amounts held for a time.
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct AmountTimeChange(i128);

impl AmountTimeChange {
    /// Whether both were the same.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it became less.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Its size, whichever way.
    pub const fn size(self) -> AmountTime {
        AmountTime(self.0.unsigned_abs())
    }
}

impl fmt::Display for AmountTimeChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{}", self.size())
    }
}

/// As text, like what it is the difference of.
impl Serialize for AmountTimeChange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AmountTimeChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AmountTimeChange, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (negative, size) = match text.strip_prefix('-') {
            Some(size) => (true, size),
            None => (false, text.as_str()),
        };
        let size = AmountTime::parse(size).and_then(|held| i128::try_from(held.0).ok());
        let size = size.ok_or_else(|| serde::de::Error::custom("not fen-seconds"))?;
        Ok(AmountTimeChange(if negative { -size } else { size }))
    }
}

impl fmt::Display for AmountTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fen_seconds())
    }
}

/// As text: fen-seconds of a long run are more than a number of JavaScript holds.
impl Serialize for AmountTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AmountTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AmountTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        AmountTime::parse(&text).ok_or_else(|| serde::de::Error::custom("not fen-seconds"))
    }
}

#[cfg(test)]
mod tests {
    use serde::de::IntoDeserializer;
    use serde::de::value::StrDeserializer;

    use super::*;

    #[test]
    fn fen_seconds_are_exact_and_yuan_hours_have_three_decimals() {
        let held = |minor, millis| AmountTime::of(Money::of_minor(minor).unwrap(), millis).unwrap();
        let hour = held(100, 3_600_000);
        assert_eq!(hour.fen_seconds(), "360000");
        assert_eq!(hour.yuan_hours(), "1.000");
        assert_eq!(held(29_220, 39_600_000).yuan_hours(), "3,214.200");
        assert_eq!(held(1, 1).fen_seconds(), "0.001");
        assert_eq!(held(1, 180_000).yuan_hours(), "0.001");
        assert_eq!(held(1, 179_999).yuan_hours(), "0.000");
        assert!(AmountTime::of(Money::of_minor(-1).unwrap(), 1).is_err());
    }

    #[test]
    fn interest_is_simple_and_half_a_fen_is_a_fen() {
        let held = |minor, days: u64| {
            AmountTime::of(Money::of_minor(minor).unwrap(), days * 86_400_000).unwrap()
        };
        let a_year = |text: &str| Rate::parse(text).unwrap();
        // 1,000,000.00 for a year at 3.65 %; 800.00 for eight days at 4.35 %.
        let interest = |held: AmountTime, rate| held.interest(a_year(rate)).unwrap().plain();
        assert_eq!(interest(held(100_000_000, 365), "0.0365"), "36500.00");
        assert_eq!(interest(held(80_000, 8), "0.0435"), "0.76");
        assert_eq!(interest(held(50, 365), "0.01"), "0.01");
        assert_eq!(interest(held(49, 365), "0.01"), "0.00");
        assert_eq!(held(80_000, 8).yuan_days(), "6,400.000");
    }

    #[test]
    fn a_change_has_a_sign_and_reads_back() {
        let held = |minor| AmountTime::of(Money::of_minor(minor).unwrap(), 1_500).unwrap();
        let change = held(3).change_from(held(7)).unwrap();
        assert_eq!(change.to_string(), "-6");
        assert_eq!(held(7).change_from(held(3)).unwrap().to_string(), "6");
        assert_eq!(change.size(), held(4));
        for text in ["-6", "0", "6", "1.501"] {
            let read: StrDeserializer<'_, serde::de::value::Error> = text.into_deserializer();
            let read = AmountTimeChange::deserialize(read).unwrap();
            assert_eq!(read.to_string(), text);
        }
        assert_eq!(held(3).without(held(7)), AmountTime::ZERO);
    }

    #[test]
    fn it_reads_back_as_written() {
        for (minor, millis) in [(0, 0), (5_844, 7_000), (7, 1_501), (1, 10)] {
            let held = AmountTime::of(Money::of_minor(minor).unwrap(), millis).unwrap();
            assert_eq!(AmountTime::parse(&held.fen_seconds()), Some(held));
        }
        for text in ["", "-1", "1.0001", "x", "1e3"] {
            assert_eq!(AmountTime::parse(text), None, "{text:?}");
        }
    }
}
