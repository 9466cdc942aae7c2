//! Scenarios made up for tests, as the JSON text that an author would write: sensible, playable, and full
//! of unlike cut-offs, cycles, fees, splits, refunds and delays.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a made-up scenario may hold.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// Payments drawn from the seed, a day.
    pub drawn_per_day: u32,
    /// Whether payments are refunded.
    pub refunds: bool,
}

const SHOPS: [&str; 3] = ["cafe", "book", "tea"];
const DAYS: u32 = 12;

fn fen(minor: u32) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

/// So many seconds after the scenario's first midnight, 2018-09-26.
fn moment(second: u32) -> String {
    let (day, second) = (second / 86_400, second % 86_400);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    // From 26 September: five days, then October.
    let (month, day) = if day < 5 {
        (9, 26 + day)
    } else {
        (10, day - 4)
    };
    format!("2018-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

fn book() -> impl Strategy<Value = Value> {
    let time = prop_oneof![
        Just("00:00:00"),
        Just("22:00:00"),
        Just("22:00:37"),
        Just("02:30:00"),
        Just("23:59:59"),
        Just("12:00:00")
    ];
    (time, prop::sample::select(vec!["new_day", "old_day"]))
        .prop_map(|(time, boundary)| json!({"cut_off": time, "boundary": boundary}))
}

fn fee_plan() -> impl Strategy<Value = Value> {
    let rate = prop::sample::select(vec!["0", "0.006", "0.0038", "0.01", "0.000001", "0.25"]);
    let rounding = prop::sample::select(vec!["half_up", "half_even", "down", "up"]);
    let floor = prop::option::of(1_u32..20);
    let cap = prop::option::of(20_u32..200);
    let on_refund = prop::sample::select(vec!["return", "keep"]);
    (rate, rounding, floor, cap, on_refund).prop_map(|(rate, rounding, floor, cap, on_refund)| {
        let mut plan =
            json!({"id": "fee", "rate": rate, "rounding": rounding, "on_refund": on_refund});
        if let Some(floor) = floor {
            plan["floor"] = json!(fen(floor));
        }
        if let Some(cap) = cap {
            plan["cap"] = json!(fen(cap));
        }
        plan
    })
}

fn contract(shop: &'static str) -> impl Strategy<Value = Value> {
    let rate = prop::sample::select(vec!["0.02", "0.1", "0.0001", "0.333333"]);
    let rounding = prop::sample::select(vec!["half_up", "half_even", "down", "up"]);
    let on_refund = prop::sample::select(vec!["return", "keep"]);
    let delays = (0_u32..100_000, 0_u32..4_000);
    (any::<bool>(), rate, rounding, on_refund, delays).prop_map(
        move |(direct, rate, rounding, on_refund, (notification, split))| {
            let mut contract = json!({
                "id": shop, "channel": "wx", "collector": shop, "fee_plan": "fee",
                "settlement_rule": "rule", "notification_delay_seconds": notification});
            if direct {
                contract["mode"] = json!("direct");
            } else {
                contract["mode"] = json!("sub_merchant");
                contract["provider"] = json!("mall");
                contract["split_delay_seconds"] = json!(split);
                contract["splits"] = json!([
                    {"to": "mall", "rate": rate, "rounding": rounding, "on_refund": on_refund}]);
            }
            contract
        },
    )
}

/// Contracts of the three shops, and what a platform that collects for them owes them.
fn contracts() -> impl Strategy<Value = (Value, Value)> {
    let rate = prop::sample::select(vec!["0.02", "0.1", "0.0001"]);
    let rounding = prop::sample::select(vec!["half_up", "half_even", "down", "up"]);
    let on_refund = prop::sample::select(vec!["return", "keep"]);
    let agreement = move |shop: &'static str| {
        (rate.clone(), rounding.clone(), on_refund.clone()).prop_map(
            move |(rate, rounding, on_refund)| {
                json!({"platform": "mall", "merchant": shop, "rate": rate, "rounding": rounding,
                       "on_refund": on_refund})
            },
        )
    };
    let agreements = (agreement("cafe"), agreement("book"), agreement("tea"));
    let own = (contract("cafe"), contract("book"), contract("tea"));
    (own, agreements, 0_u32..4).prop_map(|(own, agreements, pooled)| {
        if pooled > 0 {
            return (json!([own.0, own.1, own.2]), json!([]));
        }
        let pooled = SHOPS.map(|shop| {
            json!({"id": shop, "mode": "pooled", "channel": "wx", "collector": "mall",
                   "fee_plan": "fee", "settlement_rule": "rule"})
        });
        (
            json!(pooled),
            json!([agreements.0, agreements.1, agreements.2]),
        )
    })
}

fn rule() -> impl Strategy<Value = Value> {
    let cycle = prop::sample::select(vec!["T+0", "T+1", "T+2", "T+7", "D+0", "D+1", "D+3"]);
    let trade = prop::sample::select(vec!["as_is", "next_working_day"]);
    (cycle, trade, 0_u32..24).prop_map(|(cycle, trade, hour)| {
        json!({"id": "rule", "cycle": cycle, "non_working_trade": trade,
               "pays_at": format!("{hour:02}:30:00"), "on_refund_shortfall": "carry_negative"})
    })
}

/// Place of the shop, moment, amount in fen, and how much of it is refunded how many seconds later.
type Sale = (usize, u32, u32, Option<(u32, u32)>);

fn sales(refunds: bool) -> impl Strategy<Value = Vec<Sale>> {
    let refund = (1_u32..=100, 1_u32..300_000);
    let refund = prop::option::of(refund).prop_map(move |refund| refund.filter(|_| refunds));
    let amount = prop_oneof![1_u32..100, 1_u32..100_000, Just(100_000_000)];
    vec((0_usize..3, 0..DAYS * 86_400, amount, refund), 0..30)
}

fn happenings(sales: &[Sale]) -> (Vec<Value>, Vec<Value>) {
    let (mut payments, mut refunds) = (Vec::new(), Vec::new());
    for (place, (shop, second, amount, refund)) in sales.iter().enumerate() {
        let id = format!("O{place}");
        payments.push(json!({"id": id, "at": moment(*second), "channel": "wx",
            "lines": [{"seller": SHOPS[*shop], "amount": fen(*amount)}]}));
        if let Some((percent, later)) = refund {
            let part = u64::from(*amount) * u64::from(*percent) / 100;
            let part = u32::try_from(part).unwrap_or(*amount).max(1);
            let at = (second + later).min(DAYS * 86_400 - 1);
            refunds.push(
                json!({"id": format!("R{place}"), "of": id, "at": moment(at.max(second + 1)),
                "amount": fen(part)}),
            );
            // A second refund of the rest, so that what is given back adds up.
            if *percent % 2 == 0 && part < *amount {
                refunds.push(json!({"id": format!("R{place}.2"), "of": id,
                    "at": moment(at.max(second + 1)), "amount": fen(amount - part)}));
            }
        }
    }
    // The last second of the scenario may lie too early for a refund of a payment in it.
    refunds.retain(|refund| refund["at"].as_str() < Some(moment(DAYS * 86_400).as_str()));
    (payments, refunds)
}

/// The text of a made-up scenario.
pub fn scenarios(wishes: Wishes) -> impl Strategy<Value = String> {
    let books = (book(), book(), book(), prop::option::of(book()));
    (books, contracts(), fee_plan(), rule(), sales(wishes.refunds), any::<u32>()).prop_map(
        move |(books, contracts, fee_plan, rule, sales, seed)| {
            let (payments, refunds) = happenings(&sales);
            let (channel, bank, other_bank, mall) = books;
            let mut mall_party = json!({"id": "mall", "kind": "platform", "name": "商场 \"; |"});
            // Who collects for others keeps a book of what it owes them.
            let collects = contracts.0[0]["mode"] == "pooled";
            if let Some(mall) = mall.or(collects.then(|| json!({}))) {
                mall_party["book"] = mall;
            }
            let traffic = if wishes.drawn_per_day == 0 {
                json!([])
            } else {
                json!([{"seller": "cafe", "channel": "wx", "per_day": wishes.drawn_per_day,
                        "amount": {"from": "0.01", "to": "90.00"}, "hours": "all_day"}])
            };
            json!({
                "format": "daycut/1", "title": "made up", "starts": "2018-09-26T00:00:00",
                "days": DAYS, "seed": seed,
                "parties": [
                    {"id": "wx", "kind": "channel", "name": "WX", "book": channel, "reserve_bank": "hs"},
                    {"id": "hs", "kind": "bank", "name": "HS", "book": bank},
                    {"id": "other_bank", "kind": "bank", "name": "别家\\银行", "book": other_bank},
                    mall_party,
                    {"id": "cafe", "kind": "merchant", "name": "(咖啡, \"店\")", "book": {}},
                    {"id": "book", "kind": "merchant", "name": ";书店"},
                    {"id": "tea", "kind": "merchant", "name": "茶  馆"}],
                "accounts": [
                    {"id": "cafe.bank", "kept_by": "hs", "owner": "cafe", "opening": "10.00"},
                    {"id": "book.bank", "kept_by": "other_bank", "owner": "book"},
                    {"id": "tea.bank", "kept_by": "hs", "owner": "tea", "class": "personal"},
                    {"id": "mall.bank", "kept_by": "other_bank", "owner": "mall", "opening": "5.00"}],
                "fee_plans": [fee_plan], "settlement_rules": [rule],
                "contracts": contracts.0, "agreements": contracts.1,
                "routes": SHOPS.map(|shop| json!({"seller": shop, "channel": "wx", "contract": shop})),
                "payments": payments, "refunds": refunds, "traffic": traffic,
            })
            .to_string()
        },
    )
}
