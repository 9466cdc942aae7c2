//! Amounts of money as whole minor units (fen), exact in Rust, JSON, JavaScript and spreadsheets.
//!
//! No currency lives here: a scenario has one currency and every book is kept in it.
//! No rounding lives here either: rounding has a name and belongs to [`super::rate`] and [`super::allocate`].

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// An amount in integer minor units (fen for CNY).
///
/// Invariant: `-MAX <= self <= MAX` with `MAX = 2^53 - 1`.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize)]
#[serde(transparent)]
pub struct Money(i64);

/// Digits with a comma before every three.
pub(super) fn in_thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The amount left the range that is exact everywhere (±(2^53 − 1) minor units).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MoneyRange;

/// Why a text is not an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MoneyText {
    /// Not digits with an optional sign and at most two decimals.
    Form,
    /// A number, but beyond ±(2^53 − 1) minor units.
    Range,
}

const LIMIT: i64 = (1 << 53) - 1;

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// The largest amount.
    pub const MAX: Money = Money(LIMIT);

    /// The amount of so many minor units.
    pub const fn of_minor(minor: i64) -> Result<Money, MoneyRange> {
        if minor > LIMIT || minor < -LIMIT {
            Err(MoneyRange)
        } else {
            Ok(Money(minor))
        }
    }

    /// The number of minor units (fen).
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Sum of two amounts.
    pub(crate) const fn plus(self, other: Money) -> Result<Money, MoneyRange> {
        // Both are below 2^53, so the i64 sum cannot overflow.
        Money::of_minor(self.0 + other.0)
    }

    /// Difference of two amounts.
    pub(crate) const fn minus(self, other: Money) -> Result<Money, MoneyRange> {
        Money::of_minor(self.0 - other.0)
    }

    /// The same amount on the other side.
    pub(crate) const fn negated(self) -> Money {
        Money(-self.0)
    }

    /// Whether nothing is left.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether above zero.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads `"1234.50"`: an optional minus, digits, at most two decimals. No grouping, no exponent.
    pub fn parse(text: &str) -> Result<Money, MoneyText> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(fraction) || fraction.len() > 2 {
            return Err(MoneyText::Form);
        }
        let cents = if fraction.len() == 1 {
            format!("{fraction}0")
        } else {
            fraction.to_owned()
        };
        let minor: i64 = format!("{whole}{cents}")
            .parse()
            .map_err(|_| MoneyText::Range)?;
        Money::of_minor(if negative { -minor } else { minor }).map_err(|_| MoneyText::Range)
    }

    /// `"1234.50"`: digits, point, two decimals, as scenarios and files write it.
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }

    /// `"1,234.50"`: as screens and reports show it.
    pub fn grouped(self) -> String {
        let plain = self.plain();
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", plain.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "00"));
        format!("{sign}{}.{fraction}", in_thousands(whole))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        let minor = i64::deserialize(deserializer)?;
        Money::of_minor(minor)
            .map_err(|_| serde::de::Error::custom("amount beyond ±(2^53 − 1) minor units"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_back_as_written() {
        for (text, minor) in [
            ("0.00", 0),
            ("0.01", 1),
            ("-0.01", -1),
            ("12.3", 1230),
            ("1234.50", 123_450),
            ("7", 700),
        ] {
            assert_eq!(Money::parse(text).map(Money::minor), Ok(minor), "{text}");
        }
        assert_eq!(Money::of_minor(123_456_789).unwrap().plain(), "1234567.89");
        assert_eq!(
            Money::of_minor(-123_456_789).unwrap().grouped(),
            "-1,234,567.89"
        );
        assert_eq!(Money::of_minor(12_345).unwrap().grouped(), "123.45");
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        for text in [
            "", "-", ".5", "1.", "1.234", "1,000.00", "1e3", "+1", "１", " 1", "1.0 ",
        ] {
            assert_eq!(Money::parse(text), Err(MoneyText::Form), "{text:?}");
        }
        assert_eq!(
            Money::parse("90071992547409.91").map(Money::minor),
            Ok(LIMIT)
        );
        assert_eq!(Money::parse("90071992547409.92"), Err(MoneyText::Range));
        assert_eq!(Money::parse("99999999999999999999"), Err(MoneyText::Range));
    }

    #[test]
    fn sums_never_leave_the_exact_range() {
        assert_eq!(Money::MAX.plus(Money(1)), Err(MoneyRange));
        assert_eq!(Money::MAX.negated().minus(Money(1)), Err(MoneyRange));
        assert_eq!(Money::MAX.minus(Money::MAX), Ok(Money::ZERO));
    }
}
