//! Amount × time: how much lay somewhere for how long, as one exact whole number.
//!
//! A yuan held for an hour and a fen held for four days are the same. The unit is the fen-millisecond, so
//! that nothing is rounded before it is shown.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::money::{Money, MoneyRange, in_thousands};

const MILLIS: u128 = 1_000;
/// Fen-milliseconds of a yuan held for an hour.
const YUAN_HOUR: u128 = 100 * 3_600 * MILLIS;

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
        let thousandths = (self.0 * 1_000 + YUAN_HOUR / 2) / YUAN_HOUR;
        let whole = in_thousands(&(thousandths / 1_000).to_string());
        format!("{whole}.{:03}", thousandths % 1_000)
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
