//! Files: what a random run writes is what its books say, and a day's bill that is imported and played
//! again comes out with the same bytes.

use std::collections::BTreeMap;

use daycut::facade::view::ExportOffer;
use daycut::facade::{self, FileKind, Run};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use super::drawing::any_draft;
use super::world::{Check, Played, config, fine, play, there};

fn file(run: &Run, offer: &ExportOffer) -> Check<String> {
    let file = fine(facade::export(run, &offer.kind, &offer.party, offer.date))?;
    prop_assert_eq!(&file.file_name, &offer.file_name);
    prop_assert_eq!(&file.media_type, &offer.media_type);
    fine(String::from_utf8(file.bytes))
}

/// The files of some kind, by name.
fn files(run: &Run, kind: &str) -> Check<BTreeMap<String, String>> {
    let offers = fine(facade::offers(run))?;
    let wanted = offers.iter().filter(|offer| offer.kind == kind);
    wanted
        .map(|offer| Ok((offer.file_name.clone(), file(run, offer)?)))
        .collect()
}

/// No two files share a name, and a channel's fund bills move what its book moved.
fn every_file_can_be_written(played: &Played) -> Check {
    let offers = fine(facade::offers(&played.run))?;
    let mut names = BTreeMap::new();
    for offer in &offers {
        let text = file(&played.run, offer)?;
        if offer.file_name.ends_with(".csv") {
            let framed = text.starts_with('\u{feff}') && text.ends_with("\r\n");
            prop_assert!(framed, "{}", offer.file_name);
        }
        if offer.kind == "wechat-fund-bill" {
            // Every balance is compared with the one before, and the totals with the rows.
            let (seen, _) = facade::preview_import(text.as_bytes());
            prop_assert_eq!(seen.kind, FileKind::FundBill);
            prop_assert_eq!(seen.problems, []);
        }
        prop_assert!(names.insert(&offer.file_name, offer).is_none());
    }
    Ok(())
}

/// One shop, one day: payments with the part of each that is refunded, in quarters, and after how long.
#[derive(Clone, Debug)]
struct Day {
    rate: u32,
    payments: Vec<(u32, u32, u32, u32)>,
}

fn any_day() -> impl Strategy<Value = Day> {
    let payment = (0_u32..80_000, 4_u32..500_000, 0_u32..5, 0_u32..6_000);
    (0_u32..20_000, prop::collection::vec(payment, 1..12))
        .prop_map(|(rate, payments)| Day { rate, payments })
}

fn moment(second: u32) -> String {
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("2024-07-09T{hour:02}:{minute:02}:{second:02}")
}

fn yuan(fen: u32) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

impl Day {
    /// Refunds stand in the bill only if the shop may owe for a while.
    fn document(&self) -> Value {
        let (mut payments, mut refunds) = (Vec::new(), Vec::new());
        for (place, (second, fen, quarters, delay)) in self.payments.iter().enumerate() {
            payments.push(json!({
                "id": format!("P{place}"), "at": moment(*second), "channel": "wx",
                "lines": [{ "seller": "cafe", "amount": yuan(*fen) }]
            }));
            if *quarters > 0 {
                refunds.push(json!({
                    "id": format!("R{place}"), "of": format!("P{place}"),
                    "at": moment(second + delay), "amount": yuan(fen / 4 * quarters)
                }));
            }
        }
        json!({
            "format": "daycut/1", "title": "a day", "starts": "2024-07-09T00:00:00", "days": 1,
            "parties": [
                { "id": "wx", "kind": "channel", "name": "微信支付" },
                { "id": "hs", "kind": "bank", "name": "徽商银行" },
                { "id": "cafe", "kind": "merchant", "name": "咖啡,\"店\" =1" }
            ],
            "accounts": [{ "id": "cafe.bank", "kept_by": "hs", "owner": "cafe" }],
            "fee_plans": [{ "id": "fee", "rate": format!("0.{:06}", self.rate) }],
            "settlement_rules": [
                { "id": "t1", "cycle": "T+1", "on_refund_shortfall": "carry_negative" }
            ],
            "contracts": [{ "id": "c", "mode": "direct", "channel": "wx", "collector": "cafe",
                            "fee_plan": "fee", "settlement_rule": "t1" }],
            "routes": [{ "seller": "cafe", "channel": "wx", "contract": "c" }],
            "payments": payments, "refunds": refunds
        })
    }
}

fn imported(text: &str) -> Check<Played> {
    let scenario = fine(facade::open_wechat_bill(text.as_bytes()))?;
    play(&fine(serde_json::from_str(&facade::write(&scenario)))?)
}

fn single(files: BTreeMap<String, String>) -> Check<String> {
    prop_assert_eq!(files.len(), 1);
    there(files.into_values().next())
}

fn a_bill_comes_out_as_it_went_in(day: &Day) -> Check {
    let played = play(&day.document())?;
    let bill = single(files(&played.run, "wechat-bill")?)?;
    let (seen, _) = facade::preview_import(bill.as_bytes());
    prop_assert_eq!(&seen.problems, &[]);
    prop_assert_eq!(
        (seen.came.0, seen.came.1, seen.went.1, seen.fees),
        (
            played.summary.payments,
            played.summary.paid_in,
            played.summary.refunded,
            Some(played.summary.fees)
        )
    );
    let again = imported(&bill)?;
    prop_assert_eq!(again.summary.paid_in, played.summary.paid_in);
    prop_assert_eq!(again.summary.fees, played.summary.fees);
    for kind in ["wechat-bill", "wechat-bill-success", "wechat-bill-refund"] {
        let (before, after) = (files(&played.run, kind)?, files(&again.run, kind)?);
        prop_assert_eq!(
            before.into_values().collect::<Vec<_>>(),
            after.into_values().collect::<Vec<_>>()
        );
    }
    // The bill of payments alone is enough for its own rows.
    let payments = single(files(&played.run, "wechat-bill-success")?)?;
    let alone = imported(&payments)?;
    prop_assert_eq!(single(files(&alone.run, "wechat-bill-success")?)?, payments);
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 64, ..config() })]

    /// F2: every file that a run offers can be written, and its fund bills add up.
    #[test]
    fn every_offered_file_is_written(draft in any_draft()) {
        every_file_can_be_written(&play(&draft.document(""))?)?;
    }

    /// F3: exported, imported, played and exported again, a day's bills have the same bytes.
    #[test]
    fn bills_survive_an_import(day in any_day()) {
        a_bill_comes_out_as_it_went_in(&day)?;
    }
}
