//! Numbers that a bill shows and no engine computes: merchant numbers, order and refund numbers of
//! the channel, payers' ids. They look like the real ones, are made up, and are the same every time.
//!
//! | column | form |
//! | --- | --- |
//! | 商户号, 特约商户号 | the number in the party's id; without one, `16` and 8 digits spelt from the id |
//! | 公众账号ID | `wx` and 16 hexadecimal digits spelt from the id |
//! | 微信订单号 | 28 digits: `4200`, 6 spelt from the order number, the day paid, 10 by the order's place |
//! | 微信退款单号 | 29 digits: `5030`, 6 spelt from the refund number, the day, 11 by the refund's place |
//! | 资金流水单号 | the merchant number, the day, 10 digits by the place of the movement |
//! | 微信支付业务单号 | that of the order or refund; else `1000`, 10 spelt from the cause, the day |
//! | 用户标识 | `o` and 27 letters, digits, `-` or `_` spelt from the order number |
//!
//! Numbers by place are distinct for distinct places; a spelt number could by chance occur twice.

use crate::base::date::CivilDate;
use crate::base::prng::SplitMix64;

/// A merchant number.
pub(super) fn merchant(id: &str) -> String {
    match real_merchant(id) {
        Some(number) => number.to_owned(),
        None => format!("16{}", digits("merchant", id, 8)),
    }
}

/// The merchant number that an id is made of: `1601959334`, or as imports name parties, `m1601959334` and
/// for its second rate `m1601959334-0.54`.
pub(super) fn real_merchant(id: &str) -> Option<&str> {
    let (whole, _) = id.split_once('-').unwrap_or((id, ""));
    let number = whole.strip_prefix(['m', 's', 'p']).unwrap_or(whole);
    let shaped = (6..=12).contains(&number.len()) && is_digits(number);
    shaped.then_some(number)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The id of a merchant's app.
pub(super) fn app(id: &str) -> String {
    let mut hash = SplitMix64::named(0, &format!("app/{id}"));
    format!("wx{:016x}", hash.next_u64())
}

/// The channel's number of an order, by the order's place among all of the run.
pub(super) fn order(name: &str, day: CivilDate, place: u32) -> String {
    format!(
        "4200{}{}{}",
        digits("order", name, 6),
        compact(day),
        scattered(place, 7_654_321_987, 10)
    )
}

/// The channel's number of an order older than the run: the number given where it is one.
pub(super) fn old_order(external: &str) -> String {
    if external.len() == 28 && is_digits(external) {
        external.to_owned()
    } else {
        let spelt = digits("old order", external, 12);
        format!("4200{spelt}{}", digits("old order's end", external, 12))
    }
}

/// The channel's number of a refund, by the refund's place among all of the run.
pub(super) fn refund(name: &str, day: CivilDate, place: u32) -> String {
    format!(
        "5030{}{}{}",
        digits("refund", name, 6),
        compact(day),
        scattered(place, 87_654_321_979, 11)
    )
}

/// The number of a movement of money, by its place: the merchant's, the day, and 10 digits.
pub(super) fn flow(merchant: &str, day: CivilDate, place: u32) -> String {
    format!(
        "{merchant}{}{}",
        compact(day),
        scattered(place, 7_654_321_987, 10)
    )
}

/// The channel's number of a top-up, a share given back or a payout.
pub(super) fn other(name: &str, day: CivilDate) -> String {
    format!("1000{}{}", digits("business", name, 10), compact(day))
}

/// A payer's id at the merchant.
pub(super) fn payer(order: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut hash = SplitMix64::named(0, &format!("payer/{order}"));
    let mut payer = String::from("o");
    for _ in 0..27 {
        let place = usize::try_from(hash.below(64)).unwrap_or_default();
        payer.push(char::from(SIGNS.get(place).copied().unwrap_or(b'A')));
    }
    payer
}

/// So many digits spelt from a text.
fn digits(what: &str, text: &str, count: u32) -> String {
    let bound = 10_u64.saturating_pow(count);
    let number = SplitMix64::named(0, &format!("{what}/{text}")).below(bound);
    let width = usize::try_from(count).unwrap_or_default();
    format!("{number:0width$}")
}

/// Places spread over numbers of so many digits. The factor shares no divisor with ten, so that no two
/// places below ten to that power meet.
fn scattered(place: u32, factor: u64, digits: u32) -> String {
    let product = u128::from(place)
        .saturating_add(1)
        .saturating_mul(u128::from(factor));
    let number = product
        .checked_rem(10_u128.saturating_pow(digits))
        .unwrap_or_default();
    let width = usize::try_from(digits).unwrap_or_default();
    format!("{number:0width$}")
}

fn compact(day: CivilDate) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn made_up_numbers_look_like_real_ones_and_never_change() {
        let day = CivilDate::parse("2018-09-30").unwrap();
        for id in ["1601959334", "m1601959334", "s1601959334-0.54"] {
            assert_eq!(merchant(id), "1601959334");
        }
        let made_up = [
            merchant("cafe"),
            app("cafe"),
            order("O1", day, 0),
            refund("R1", day, 0),
            payer("O1"),
            old_order("旧单"),
        ];
        expect_test::expect![[r#"
            1660332401
            wxc4a90a9cf553f5b6
            4200758221201809307654321987
            50302653572018093087654321979
            orL5WD67egxhPyWNpD1gTppxXQHs
            4200538419815058740383354627"#]]
        .assert_eq(&made_up.join("\n"));
        assert_eq!(payer("O1").len(), 28);
        assert_eq!(app("cafe").len(), 18);
        let known = "4200000925202101284997714292";
        assert_eq!(old_order(known), known);
        assert_eq!(old_order("旧单").len(), 28);
    }

    #[test]
    fn no_two_orders_of_a_run_share_a_number() {
        let numbers: BTreeSet<String> = (0..5_000)
            .map(|n| scattered(n, 7_654_321_987, 10))
            .collect();
        assert_eq!(numbers.len(), 5_000);
    }
}
