//! How a single amount, rate, moment, id or name is written, and what is wrong with one that is not.
//!
//! The reader, the editor and the importers all come here, so that a text means the same everywhere.

use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::money::{Money, MoneyText};
use crate::base::rate::{Rate, RateText};
use crate::base::visible::{first_invisible, is_control, is_invisible};
use crate::domain::cycle::SettlementCycle;
use crate::scenario::limits::{
    CYCLE_DAYS_MAX, FOUND_CHARS_MAX, ID_CHARS_MAX, MOMENT_END_DAY, MOMENT_FIRST_DAY, NAME_CHARS_MAX,
};
use crate::scenario::problem::{Form, ProblemKind};

/// An amount such as `"1234.50"` between two bounds in fen.
pub(crate) fn amount(text: &str, min: i64, max: i64) -> Result<Money, ProblemKind> {
    let out_of_range = || ProblemKind::OutOfRange {
        found: shown(text),
        min: plain(min),
        max: plain(max),
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if is_padded(digits.split('.').next().unwrap_or_default()) {
        return Err(bad(Form::Amount, text));
    }
    match Money::parse(text) {
        Ok(amount) if amount.minor() < min || amount.minor() > max => Err(out_of_range()),
        Ok(amount) => Ok(amount),
        Err(MoneyText::Range) => Err(out_of_range()),
        Err(MoneyText::Form) => Err(bad(Form::Amount, text)),
    }
}

/// A rate such as `"0.006"`.
pub(crate) fn rate(text: &str) -> Result<Rate, ProblemKind> {
    // Zeros count as decimals, as they do in an amount, and nothing begins with more zeros than it needs.
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > RATE_DECIMALS || is_padded(whole) {
        return Err(bad(Form::Rate, text));
    }
    Rate::parse(text).map_err(|reason| match reason {
        RateText::Form | RateText::Decimals => bad(Form::Rate, text),
        RateText::Range => ProblemKind::OutOfRange {
            found: shown(text),
            min: "0".to_owned(),
            max: "1".to_owned(),
        },
    })
}

const RATE_DECIMALS: usize = 6;

/// Zeros in front that say nothing: a reader would wonder what else was meant.
fn is_padded(digits: &str) -> bool {
    digits.len() > 1 && digits.starts_with('0')
}

/// A moment such as `"2018-09-30T22:59:50"`, with at most three decimals of a second.
pub(crate) fn moment(text: &str) -> Result<WallClock, ProblemKind> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = shaped(whole, "dddd-dd-ddTdd:dd:dd") && digits && matches!(fraction.len(), 1..=3);
    let moment = WallClock::parse(text).filter(|_| shaped);
    let moment = moment.ok_or_else(|| bad(Form::Moment, text))?;
    in_years(text, moment.day()).map(|_| moment)
}

/// A date such as `"2018-09-30"`.
pub(crate) fn date(text: &str) -> Result<CivilDate, ProblemKind> {
    let date = CivilDate::parse(text).filter(|_| shaped(text, "dddd-dd-dd"));
    in_years(text, date.ok_or_else(|| bad(Form::Date, text))?)
}

fn in_years(text: &str, date: CivilDate) -> Result<CivilDate, ProblemKind> {
    if (MOMENT_FIRST_DAY..MOMENT_END_DAY).contains(&date.days()) {
        return Ok(date);
    }
    Err(ProblemKind::OutOfRange {
        found: shown(text),
        min: CivilDate::of_days(MOMENT_FIRST_DAY).to_string(),
        max: CivilDate::of_days(MOMENT_END_DAY).previous().to_string(),
    })
}

/// A time of day such as `"22:00"` or `"22:00:37"`.
pub(crate) fn time_of_day(text: &str) -> Result<TimeOfDay, ProblemKind> {
    let shaped = shaped(text, "dd:dd") || shaped(text, "dd:dd:dd");
    TimeOfDay::parse(text)
        .filter(|_| shaped)
        .ok_or_else(|| bad(Form::TimeOfDay, text))
}

/// A settlement cycle such as `"T+1"`.
pub(crate) fn cycle(text: &str) -> Result<SettlementCycle, ProblemKind> {
    let (_, days) = text.split_once('+').unwrap_or_default();
    let cycle = SettlementCycle::parse(text).filter(|_| !is_padded(days));
    let cycle = cycle.ok_or_else(|| bad(Form::Cycle, text))?;
    if cycle.days() > CYCLE_DAYS_MAX {
        let (letter, _) = text.split_once('+').unwrap_or_default();
        return Err(ProblemKind::OutOfRange {
            found: shown(text),
            min: format!("{letter}+0"),
            max: format!("{letter}+{CYCLE_DAYS_MAX}"),
        });
    }
    Ok(cycle)
}

/// An id: a letter or digit, then letters, digits, `.` `_` `*` `|` `@` `-`.
pub(crate) fn id(text: &str) -> Result<&str, ProblemKind> {
    too_long(text, ID_CHARS_MAX)?;
    let first = text
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphanumeric());
    if first && text.bytes().all(is_id_byte) {
        Ok(text)
    } else {
        Err(bad(Form::Id, text))
    }
}

/// Whether a byte may stand inside an id.
pub(crate) fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._*|@-".contains(&byte)
}

/// An account in an expectation: an id, or `keeper:code.owner`.
pub(crate) fn account_name(text: &str) -> Result<&str, ProblemKind> {
    too_long(text, NAME_CHARS_MAX)?;
    let parts_are_ids = match text.split_once(':') {
        None => id(text).is_ok(),
        Some((keeper, code)) => {
            id(keeper).is_ok() && !code.is_empty() && code.bytes().all(is_id_byte)
        }
    };
    if parts_are_ids {
        Ok(text)
    } else {
        Err(bad(Form::AccountName, text))
    }
}

/// A text for people: not too long, no control or direction characters, and not blank unless it may be.
pub(crate) fn name(text: &str, max: usize, may_be_blank: bool) -> Result<&str, ProblemKind> {
    too_long(text, max)?;
    if let Some(character) = text.chars().find(|character| is_control(*character)) {
        return Err(forbidden(text, character));
    }
    let is_gap = |character: char| character.is_whitespace() || is_invisible(character);
    if !may_be_blank && text.trim_matches(is_gap).is_empty() {
        return Err(bad(Form::Name, text));
    }
    Ok(text)
}

/// A text for people that hides nothing: no sign in it that nobody sees.
pub(crate) fn seen(text: &str) -> Result<(), ProblemKind> {
    match first_invisible(text) {
        Some(character) => Err(forbidden(text, character)),
        None => Ok(()),
    }
}

/// A cell of somebody else's file: what the reader would take and the check would let pass.
pub(crate) fn imported(text: &str) -> Result<(), ProblemKind> {
    name(text, NAME_CHARS_MAX, true).and_then(seen)
}

fn forbidden(text: &str, character: char) -> ProblemKind {
    let before = text.chars().take_while(|other| *other != character);
    ProblemKind::ForbiddenCharacter {
        found: format!("U+{:04X}", u32::from(character)),
        position: u64::try_from(before.count().saturating_add(1)).unwrap_or(u64::MAX),
    }
}

/// A whole number between two bounds, from the text of a JSON number.
pub(crate) fn whole(text: &str, min: u32, max: u32) -> Result<u32, ProblemKind> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad(Form::WholeNumber, text));
    }
    text.parse()
        .ok()
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| ProblemKind::OutOfRange {
            found: shown(text),
            min: min.to_string(),
            max: max.to_string(),
        })
}

/// What was found, as a message may show it: at most eighty characters, the invisible ones spelt out.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (place, character) in text.chars().enumerate() {
        if place == FOUND_CHARS_MAX {
            shown.push('…');
            break;
        }
        if is_invisible(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

fn too_long(text: &str, max: usize) -> Result<(), ProblemKind> {
    // Bytes are never fewer than characters, so most texts need no counting.
    if text.len() <= max {
        return Ok(());
    }
    let found = text.chars().count();
    if found <= max {
        return Ok(());
    }
    Err(ProblemKind::TextTooLong {
        found: u64::try_from(found).unwrap_or(u64::MAX),
        max: u64::try_from(max).unwrap_or(u64::MAX),
    })
}

fn bad(form: Form, text: &str) -> ProblemKind {
    ProblemKind::BadForm {
        form,
        found: shown(text),
    }
}

fn plain(minor: i64) -> String {
    Money::of_minor(minor).unwrap_or(Money::MAX).plain()
}

/// Whether a text has digits where the pattern has `d` and the pattern's own characters elsewhere.
fn shaped(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text
            .bytes()
            .zip(pattern.bytes())
            .all(|(found, wanted)| match wanted {
                b'd' => found.is_ascii_digit(),
                _ => found == wanted,
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_and_signs_are_not_moments() {
        for text in [
            "2018-09-30T22:59:50",
            "2018-09-30T22:59:50.5",
            "2018-09-30T22:59:50.007",
        ] {
            assert!(moment(text).is_ok(), "{text}");
        }
        for text in [
            "2018-09- 3T22:59:50",
            "-018-09-30T22:59:50",
            "2018-09-30T22:59:5",
            "2018-09-30T22:59:50.",
            "2018-09-30T22:59:50.0001",
            "2018-09-30T22:59:50Z",
            "2018-09-30T23:59:60",
            "２018-09-30T22:59",
        ] {
            assert!(
                matches!(moment(text), Err(ProblemKind::BadForm { .. })),
                "{text}"
            );
        }
        assert!(matches!(
            moment("1969-12-31T23:59:59"),
            Err(ProblemKind::OutOfRange { .. })
        ));
        assert!(time_of_day(" 2:00").is_err() && time_of_day("2:00").is_err());
        assert!(date(" 018-09-30").is_err());
    }

    #[test]
    fn amounts_and_rates_are_bounded_and_exact() {
        assert_eq!(amount("12.30", 1, 1230), Ok(Money::of_minor(1230).unwrap()));
        assert!(matches!(
            amount("0.00", 1, 9),
            Err(ProblemKind::OutOfRange { .. })
        ));
        assert!(matches!(
            amount("99999999999999999", 1, 9),
            Err(ProblemKind::OutOfRange { .. })
        ));
        assert!(matches!(
            amount("1e3", 1, 9),
            Err(ProblemKind::BadForm { .. })
        ));
        // One written form each: what has too many digits is refused, whether they are zeros or not.
        for text in [
            "0.0060000",
            "00.006",
            "00",
            "0.00600000000000000000000000000000000000001",
        ] {
            assert!(
                matches!(rate(text), Err(ProblemKind::BadForm { .. })),
                "{text}"
            );
        }
        for text in ["0", "1", "0.006", "0.006000", "1.0"] {
            assert!(rate(text).is_ok(), "{text}");
        }
        for text in ["5.000", "05.00", "007", "-01.00", "00.10"] {
            assert!(amount(text, -900, 900).is_err(), "{text}");
        }
        assert!(matches!(
            rate("0.0000001"),
            Err(ProblemKind::BadForm { .. })
        ));
        assert!(matches!(rate("1.01"), Err(ProblemKind::OutOfRange { .. })));
    }

    #[test]
    fn ids_may_hold_what_merchant_order_numbers_hold() {
        for text in [
            "a",
            "S2021-01|28@x.y_z*",
            "cafe.bank",
            "4200000925202101284997714292",
        ] {
            assert_eq!(id(text), Ok(text));
        }
        for text in ["", "-a", ".a", "a b", "a:b", "咖啡", "a/b", "a\u{202e}"] {
            assert!(
                matches!(id(text), Err(ProblemKind::BadForm { .. })),
                "{text}"
            );
        }
        assert!(matches!(
            id(&"a".repeat(65)),
            Err(ProblemKind::TextTooLong { found: 65, max: 64 })
        ));
        assert!(account_name("wx:2241.01.cafe").is_ok() && account_name("wx:").is_err());
        assert!(account_name("a:b:c").is_err());
    }

    #[test]
    fn names_hide_nothing() {
        assert_eq!(name("咖啡店 ☕", 200, false), Ok("咖啡店 ☕"));
        let hidden = |code: &str, position| {
            let found = code.to_owned();
            Err(ProblemKind::ForbiddenCharacter { found, position })
        };
        assert_eq!(name("a\u{202e}b", 200, false), hidden("U+202E", 2));
        assert!(name("茶馆\u{200b}", 200, false).is_ok());
        assert_eq!(seen("茶馆\u{200b}"), hidden("U+200B", 3).map(drop));
        assert_eq!(seen("茶\u{feff}馆\u{200b}"), hidden("U+FEFF", 2).map(drop));
        assert!(name("\u{200b} \u{feff}", 200, false).is_err());
        assert!(name("　 ", 200, false).is_err() && name("", 200, true).is_ok());
        assert!(name(&"店".repeat(200), 200, false).is_ok());
        assert!(name(&"店".repeat(201), 200, false).is_err());
        assert_eq!(shown("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 81);
    }

    #[test]
    fn whole_numbers_are_digits() {
        assert_eq!(whole("14", 1, 400), Ok(14));
        for text in ["0", "401", "-3", "99999999999"] {
            assert!(
                matches!(whole(text, 1, 400), Err(ProblemKind::OutOfRange { .. })),
                "{text}"
            );
        }
        for text in ["1.0", "1e2", "-", ""] {
            assert!(
                matches!(whole(text, 1, 400), Err(ProblemKind::BadForm { .. })),
                "{text}"
            );
        }
        assert!(cycle("T+30").is_ok() && cycle("T+0").is_ok() && cycle("t+1").is_err());
        for text in ["D+01", "T+007", "T+00", "T+100"] {
            assert!(
                matches!(cycle(text), Err(ProblemKind::BadForm { .. })),
                "{text}"
            );
        }
        assert!(matches!(cycle("D+31"), Err(ProblemKind::OutOfRange { .. })));
    }
}
