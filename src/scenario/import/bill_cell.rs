//! One cell of a bill: an amount, a fee, a rate, a moment, a number of somebody's, or a text.
//!
//! A cell is taken only as bills write it, because what was read another way could not come out as it was.
//! What is not so written is told with the reason: blank, another form, below zero, too large, finer than a
//! fen, or destroyed by a spreadsheet.

use super::flaws::Flaw;
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::base::rate::Rate;
use crate::scenario::document::form;
use crate::scenario::limits::AMOUNT_MAX;
use crate::scenario::problem::{FileFlaw, ProblemKind};

/// How bills write an amount, a fee, a rate, a moment.
const AMOUNT_FORM: &str = "7.00";
const FEE_FORM: &str = "0.04000";
const RATE_FORM: &str = "0.60%";
const MOMENT_FORM: &str = "2024-07-09 10:06:33";
const NUMBER_FORM: &str = "4200000925202101284997714292";

/// Digits that a spreadsheet keeps of a number; those behind become zeros.
const SPREADSHEET_DIGITS: usize = 15;

/// Digits before and behind the point.
struct Decimal<'a> {
    is_negative: bool,
    whole: &'a str,
    fraction: &'a str,
}

impl Decimal<'_> {
    /// With exactly so many decimals, and no needless zero in front.
    fn is_written(&self, decimals: usize) -> bool {
        let is_short = self.whole == "0" || !self.whole.starts_with('0');
        self.fraction.len() == decimals && is_short
    }

    fn is_zero(&self) -> bool {
        let zeros = |part: &str| part.bytes().all(|byte| byte == b'0');
        zeros(self.whole) && zeros(self.fraction)
    }
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn decimal(text: &str) -> Option<Decimal<'_>> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let shaped = !whole.is_empty() && are_digits(whole) && are_digits(fraction);
    shaped.then_some(Decimal {
        is_negative,
        whole,
        fraction,
    })
}

/// A cell with a number in it.
fn number<'c>(cell: &'c str, form: &str) -> Result<Decimal<'c>, Flaw> {
    filled(cell, form)?;
    let number = decimal(cell.strip_suffix('%').unwrap_or(cell));
    number.ok_or_else(|| Flaw::new(FileFlaw::BadForm, form))
}

/// A cell that is neither blank nor destroyed.
fn filled(cell: &str, form: &str) -> Result<(), Flaw> {
    if cell.trim().is_empty() {
        return Err(Flaw::new(FileFlaw::BlankCell, form));
    }
    if is_rewritten(cell) {
        return Err(Flaw::new(FileFlaw::DestroyedNumber, ""));
    }
    Ok(())
}

/// Whether a spreadsheet wrote this number its own way: `2.02101E+19`, `1.23e19`.
fn is_rewritten(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else {
        return false;
    };
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let shaped = whole.len() == 1 && [whole, fraction, power].into_iter().all(are_digits);
    // `2E10` is a number that a shop could give; a spreadsheet writes the sign.
    shaped && !power.is_empty() && (!fraction.is_empty() || power != exponent)
}

/// Whether the end of a long number was rounded to zeros.
fn lost_its_end(cell: &str) -> bool {
    let end = cell.get(SPREADSHEET_DIGITS..).unwrap_or_default();
    are_digits(cell) && !end.is_empty() && end.bytes().all(|byte| byte == b'0')
}

/// An amount with two decimals, at least so much.
pub(super) fn amount(cell: &str, least: Money) -> Result<Money, Flaw> {
    let number = number(cell, AMOUNT_FORM)?;
    let behind = number.fraction.get(2..).unwrap_or_default();
    if behind.bytes().any(|byte| byte != b'0') {
        return Err(Flaw::new(FileFlaw::FinerThanFen, ""));
    }
    if cell.ends_with('%') || !number.is_written(2) {
        return Err(Flaw::new(FileFlaw::BadForm, AMOUNT_FORM));
    }
    if let (true, Some(plain)) = (number.is_negative, cell.strip_prefix('-')) {
        return Err(Flaw::new(FileFlaw::WrongSign, plain));
    }
    let allowed = || format!("{} – {}", least.plain(), AMOUNT_MAX.plain());
    Money::parse(cell)
        .ok()
        .filter(|amount| (least..=AMOUNT_MAX).contains(amount))
        .ok_or_else(|| Flaw::new(FileFlaw::OutOfRange, allowed()))
}

/// An amount of money that may be below zero, as fund bills write it.
pub(super) fn balance(cell: &str) -> Result<Money, Flaw> {
    let number = number(cell, AMOUNT_FORM)?;
    if cell.ends_with('%') || !number.is_written(2) {
        return Err(Flaw::new(FileFlaw::BadForm, AMOUNT_FORM));
    }
    let most = || format!("-{0} – {0}", Money::MAX.plain());
    Money::parse(cell).map_err(|_| Flaw::new(FileFlaw::OutOfRange, most()))
}

/// A fee with five decimals of which the last three are zeros; below zero for refunds.
pub(super) fn fee(cell: &str, is_refund: bool) -> Result<Money, Flaw> {
    let number = number(cell, FEE_FORM)?;
    if cell.ends_with('%') || !number.is_written(5) || (number.is_negative && number.is_zero()) {
        return Err(Flaw::new(FileFlaw::BadForm, FEE_FORM));
    }
    if number.is_negative != is_refund && !number.is_zero() {
        let other = match cell.strip_prefix('-') {
            Some(plain) => plain.to_owned(),
            None => format!("-{cell}"),
        };
        return Err(Flaw::new(FileFlaw::WrongSign, other));
    }
    let Some(fen) = cell.strip_suffix("000") else {
        return Err(Flaw::new(FileFlaw::FinerThanFen, ""));
    };
    let allowed = || format!("0.00 – {}", AMOUNT_MAX.plain());
    Money::parse(fen).map_err(|_| Flaw::new(FileFlaw::OutOfRange, allowed()))
}

/// `0.54%`: per cent with at most four decimals.
pub(super) fn rate(cell: &str) -> Result<Rate, Flaw> {
    let number = number(cell, RATE_FORM)?;
    let bad = || Flaw::new(FileFlaw::BadForm, RATE_FORM);
    let digits = cell.strip_suffix('%').ok_or_else(bad)?;
    if !number.is_written(number.fraction.len())
        || number.fraction.len() > 4
        || digits.ends_with('.')
    {
        return Err(bad());
    }
    if let (true, Some(plain)) = (number.is_negative, cell.strip_prefix('-')) {
        return Err(Flaw::new(FileFlaw::WrongSign, plain));
    }
    let ppm = format!("{}{:0<4}", number.whole, number.fraction).parse();
    ppm.ok()
        .and_then(Rate::of_ppm)
        .ok_or_else(|| Flaw::new(FileFlaw::OutOfRange, "0.00% – 100.00%"))
}

/// `2024-07-09 10:06:33`.
pub(super) fn moment(cell: &str) -> Result<WallClock, Flaw> {
    filled(cell, MOMENT_FORM)?;
    let bad = || Flaw::new(FileFlaw::BadForm, MOMENT_FORM);
    let (day, time) = cell.split_once(' ').ok_or_else(bad)?;
    if cell.len() != MOMENT_FORM.len() {
        return Err(bad());
    }
    form::moment(&format!("{day}T{time}")).map_err(|kind| match kind {
        ProblemKind::OutOfRange { min, max, .. } => {
            Flaw::new(FileFlaw::OutOfRange, format!("{min} – {max}"))
        }
        _ => bad(),
    })
}

/// A number that the channel gave: letters, digits and a few signs, never blank.
pub(super) fn channel_number(cell: &str) -> Result<&str, Flaw> {
    filled(cell, NUMBER_FORM)?;
    if lost_its_end(cell) {
        return Err(Flaw::new(FileFlaw::DestroyedNumber, ""));
    }
    form::id(cell).map_err(|kind| of_text(&kind, NUMBER_FORM))
}

/// A number that the shop gave; blank where it gave none.
pub(super) fn own_number(cell: &str) -> Result<&str, Flaw> {
    if is_rewritten(cell) {
        return Err(Flaw::new(FileFlaw::DestroyedNumber, ""));
    }
    text(cell)
}

/// A text.
pub(super) fn text(cell: &str) -> Result<&str, Flaw> {
    form::imported(cell)
        .map(|()| cell)
        .map_err(|kind| of_text(&kind, ""))
}

fn of_text(kind: &ProblemKind, form: &str) -> Flaw {
    match kind {
        ProblemKind::TextTooLong { max, .. } => Flaw::new(FileFlaw::TooLong, max.to_string()),
        ProblemKind::ForbiddenCharacter { found, .. } => {
            Flaw::new(FileFlaw::ForbiddenCharacter, found.clone())
        }
        _ => Flaw::new(FileFlaw::BadForm, form),
    }
}

/// A count as a bill prints it; some print `20.0`.
pub(super) fn whole_count(cell: &str) -> Option<i64> {
    cell.strip_suffix(".0").unwrap_or(cell).parse().ok()
}

/// A total in hundred-thousandths of a yuan: fees stand in totals with five decimals, amounts with two.
pub(super) fn total_units(cell: &str) -> Option<i64> {
    let number = decimal(cell).filter(|number| number.fraction.len() <= 5)?;
    let sign = if number.is_negative { "-" } else { "" };
    format!("{sign}{}{:0<5}", number.whole, number.fraction)
        .parse()
        .ok()
}
