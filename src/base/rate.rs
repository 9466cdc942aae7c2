//! Rates and their rounding: the only place where a fraction of an amount is taken.
//!
//! A rate is a decimal in the scenario and integer parts per million inside, so that a million fees
//! cost no decimal arithmetic. The decimal stays here as the oracle of the integer kernel.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::{Money, MoneyRange};

pub(crate) const PPM: i64 = 1_000_000;

/// A share of an amount, `0 <= rate <= 1`, with at most six decimals. Written as a string: `"0.006"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub struct Rate {
    /// Parts per million.
    ppm: u32,
}

/// How a fraction of a fen becomes whole.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Half a fen and more goes up (四舍五入), away from zero.
    #[default]
    HalfUp,
    /// Exactly half a fen goes to the even fen.
    HalfEven,
    /// Every fraction is dropped, towards zero.
    Down,
    /// Every fraction goes up, away from zero.
    Up,
}

/// Why a text is not a rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RateText {
    /// Not a plain decimal number.
    Form,
    /// More than six decimals.
    Decimals,
    /// Below 0 or above 1.
    Range,
}

impl Rate {
    /// No share at all.
    pub const ZERO: Rate = Rate { ppm: 0 };

    /// Reads `"0.006"`; plain digits only, at most six decimals, between 0 and 1.
    pub fn parse(text: &str) -> Result<Rate, RateText> {
        let plain = !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && !text.starts_with('.')
            && !text.ends_with('.');
        if !plain {
            return Err(RateText::Form);
        }
        let decimal = Decimal::from_str(text)
            .map_err(|_| RateText::Form)?
            .normalize();
        if decimal > Decimal::ONE {
            return Err(RateText::Range);
        }
        if decimal.scale() > 6 {
            return Err(RateText::Decimals);
        }
        let scaled = decimal
            .checked_mul(Decimal::from(PPM))
            .ok_or(RateText::Range)?;
        let ppm = u32::try_from(scaled.trunc().mantissa()).map_err(|_| RateText::Range)?;
        Ok(Rate { ppm })
    }

    /// The rate of so many parts per million, at most a million.
    pub const fn of_ppm(ppm: u32) -> Option<Rate> {
        if ppm <= 1_000_000 {
            Some(Rate { ppm })
        } else {
            None
        }
    }

    /// Parts per million.
    pub const fn ppm(self) -> u32 {
        self.ppm
    }

    /// This share of `amount`, rounded to whole fen as named.
    pub(crate) fn of(self, amount: Money, rounding: Rounding) -> Result<Money, MoneyRange> {
        portion(amount, i64::from(self.ppm), PPM, rounding)
    }

    /// `"0.006"`, without trailing zeros.
    pub fn plain(self) -> String {
        Decimal::new(i64::from(self.ppm), 6).normalize().to_string()
    }

    /// `"0.60"`: per cent with at least two decimals, as bills print it (without the sign).
    pub fn percent(self) -> String {
        let percent = Decimal::new(i64::from(self.ppm), 4).normalize();
        let text = percent.to_string();
        match text.split_once('.') {
            None => format!("{text}.00"),
            Some((_, fraction)) if fraction.len() == 1 => format!("{text}0"),
            Some(_) => text,
        }
    }
}

/// A sum of rates as it would be written, `"1.026"`; it may exceed 1.
pub(crate) fn plain_sum(ppm: u64) -> String {
    let sum = Decimal::from(ppm) / Decimal::from(PPM);
    sum.normalize().to_string()
}

/// `amount × part / whole` in whole fen. Used for rates and for pro-rata returns.
///
/// `whole` must be above zero and `part` not below; both come from validated plans.
pub(crate) fn portion(
    amount: Money,
    part: i64,
    whole: i64,
    rounding: Rounding,
) -> Result<Money, MoneyRange> {
    if whole <= 0 || part < 0 {
        return Err(MoneyRange);
    }
    // Rounding is symmetric around zero, so it is done on the magnitude.
    let negative = amount.is_negative();
    let magnitude = amount.minor().unsigned_abs();
    let (part, whole) = (part.unsigned_abs(), whole.unsigned_abs());
    let (quotient, remainder) = if magnitude <= NARROW_AMOUNT && part <= NARROW_PART {
        narrow_division(magnitude, part, whole)
    } else {
        wide_division(magnitude, part, whole)?
    };
    let up = match rounding {
        Rounding::Down => false,
        Rounding::Up => remainder > 0,
        Rounding::HalfUp => remainder >= whole - remainder,
        Rounding::HalfEven => {
            let below = whole - remainder;
            remainder > below || (remainder == below && quotient % 2 == 1)
        }
    };
    let rounded = i64::try_from(quotient + u64::from(up)).map_err(|_| MoneyRange)?;
    Money::of_minor(if negative { -rounded } else { rounded })
}

/// Amounts and parts whose product is below 2^64: hundreds of billions of yuan at any rate.
const NARROW_AMOUNT: u64 = (1 << 44) - 1;
const NARROW_PART: u64 = 1 << 20;

/// The common case in 64 bits. Wasm has neither a 128-bit product nor a test for overflow of a 64-bit one,
/// and computes both many times slower.
const fn narrow_division(magnitude: u64, part: u64, whole: u64) -> (u64, u64) {
    let product = magnitude.wrapping_mul(part);
    let quotient = product / whole;
    (quotient, product - quotient.wrapping_mul(whole))
}

fn wide_division(magnitude: u64, part: u64, whole: u64) -> Result<(u64, u64), MoneyRange> {
    let product = u128::from(magnitude) * u128::from(part);
    let whole = u128::from(whole);
    let quotient = u64::try_from(product / whole).map_err(|_| MoneyRange)?;
    let remainder = u64::try_from(product % whole).map_err(|_| MoneyRange)?;
    Ok((quotient, remainder))
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::RoundingStrategy;

    use super::*;

    fn fee(amount: &str, rate: &str) -> String {
        let amount = Money::parse(amount).unwrap();
        Rate::parse(rate)
            .unwrap()
            .of(amount, Rounding::HalfUp)
            .unwrap()
            .plain()
    }

    /// T-F1: published and derived fees, rounded half up per order.
    #[test]
    fn the_fee_vectors_come_out_half_up_per_order() {
        for (amount, rate, expected) in [
            ("60.00", "0.0054", "0.32"),
            ("50.00", "0.0054", "0.27"),
            ("0.01", "0.01", "0.00"),
            ("0.83", "0.006", "0.00"),
            ("0.84", "0.006", "0.01"),
            ("2.50", "0.006", "0.02"),
            ("35.80", "0.006", "0.21"),
            ("100.00", "0.0038", "0.38"),
        ] {
            assert_eq!(fee(amount, rate), expected, "{amount} × {rate}");
        }
    }

    #[test]
    fn rates_read_back_and_print_as_bills_do() {
        assert_eq!(Rate::parse("0.006").unwrap().percent(), "0.60");
        assert_eq!(Rate::parse("0.0054").unwrap().percent(), "0.54");
        assert_eq!(Rate::parse("0.01").unwrap().percent(), "1.00");
        assert_eq!(Rate::parse("0.000125").unwrap().percent(), "0.0125");
        assert_eq!(Rate::parse("0.0060").unwrap().plain(), "0.006");
        assert_eq!(Rate::parse("1"), Ok(Rate { ppm: 1_000_000 }));
        assert_eq!(Rate::parse("1.1"), Err(RateText::Range));
        assert_eq!(Rate::parse("0.0000001"), Err(RateText::Decimals));
        for text in ["", "-0.1", "1e-3", ".5", "0.", "0.6%"] {
            assert_eq!(Rate::parse(text), Err(RateText::Form), "{text:?}");
        }
    }

    proptest! {
        /// M1: the integer kernel equals the decimal oracle under every rounding.
        #[test]
        fn the_integer_kernel_equals_the_decimal(
            minor in -9_007_199_254_740_991_i64..=9_007_199_254_740_991,
            small in -100_000_i64..=100_000,
            ppm in 0_u32..=1_000_000,
        ) {
            for minor in [minor, small] {
                for (rounding, strategy) in [
                    (Rounding::HalfUp, RoundingStrategy::MidpointAwayFromZero),
                    (Rounding::HalfEven, RoundingStrategy::MidpointNearestEven),
                    (Rounding::Down, RoundingStrategy::ToZero),
                    (Rounding::Up, RoundingStrategy::AwayFromZero),
                ] {
                    let amount = Money::of_minor(minor).unwrap();
                    let ours = Rate { ppm }.of(amount, rounding).unwrap();
                    let exact = Decimal::from(minor) * Decimal::new(i64::from(ppm), 6);
                    let theirs = exact.round_dp_with_strategy(0, strategy);
                    prop_assert_eq!(Decimal::from(ours.minor()), theirs);
                }
            }
        }

        /// M6: a larger amount never has a smaller fee.
        #[test]
        fn a_larger_amount_never_has_a_smaller_fee(a in 0_i64..10_000_000, more in 0_i64..1_000_000, ppm in 0_u32..=1_000_000) {
            let rate = Rate { ppm };
            let small = rate.of(Money::of_minor(a).unwrap(), Rounding::HalfUp).unwrap();
            let large = rate.of(Money::of_minor(a + more).unwrap(), Rounding::HalfUp).unwrap();
            prop_assert!(small <= large);
        }
    }
}
