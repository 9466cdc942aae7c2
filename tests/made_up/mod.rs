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
    /// Whether the business is a risky one: the platform collects for some shops and perhaps takes nearly all of
    /// another's sales, pays what no settlement asks for, learns of sales late and lets refunds find too little.
    pub risky: bool,
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

fn fee_plan(risky: bool) -> impl Strategy<Value = Value> {
    // Beside nearly everything that is split off there is room for a small fee only.
    let highest = if risky { "0.02" } else { "0.25" };
    let rate = prop::sample::select(vec!["0", "0.006", "0.0038", "0.01", "0.000001", highest]);
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

fn contract(shop: &'static str, risky: bool) -> impl Strategy<Value = Value> {
    let rates = match risky {
        false => vec!["0.02", "0.1", "0.0001", "0.333333"],
        true => vec!["0.02", "0.1", "0.0001", "0.85", "0.94", "0.94", "0.94"],
    };
    let rate = prop::sample::select(rates);
    // Another shop may have its share too, and then something may be left over.
    let other = prop::option::of(prop::sample::select(SHOPS.to_vec()));
    let remainder = prop::sample::select(vec!["collector", "largest", "first", "last"]);
    let rounding = prop::sample::select(vec!["half_up", "half_even", "down", "up"]);
    let on_refund = prop::sample::select(vec!["return", "keep"]);
    let delays = (0_u32..100_000, 0_u32..4_000);
    let shares = (rate, other, remainder);
    (any::<bool>(), shares, rounding, on_refund, delays).prop_map(
        move |(direct, (rate, other, remainder), rounding, on_refund, (notification, split))| {
            let mut contract = json!({
                "id": shop, "channel": "wx", "collector": shop, "fee_plan": "fee",
                "settlement_rule": "rule", "notification_delay_seconds": notification});
            if direct {
                contract["mode"] = json!("direct");
            } else {
                contract["mode"] = json!("sub_merchant");
                contract["provider"] = json!("mall");
                contract["split_delay_seconds"] = json!(split);
                let share = json!({"to": "mall", "rate": rate, "rounding": rounding, "on_refund": on_refund});
                contract["split_remainder"] = json!(remainder);
                let other = other.filter(|other| *other != shop);
                contract["splits"] = match other {
                    None => json!([share]),
                    Some(other) => {
                        json!([share, {"to": other, "rate": "0.0333", "on_refund": on_refund}])
                    }
                };
            }
            contract
        },
    )
}

/// Contracts of the three shops, and what a platform that collects for them owes them.
fn contracts(risky: bool) -> impl Strategy<Value = (Value, Value)> {
    let rate = prop::sample::select(vec!["0.02", "0.1", "0.0001"]);
    let rounding = prop::sample::select(vec!["half_up", "half_even", "down", "up"]);
    let on_refund = prop::sample::select(vec!["return", "keep"]);
    let agreement = move |shop: &'static str| {
        let pays_at = prop::sample::select(vec!["09:30", "15:00"]);
        (rate.clone(), rounding.clone(), on_refund.clone(), pays_at).prop_map(
            move |(rate, rounding, on_refund, pays_at)| {
                json!({"platform": "mall", "merchant": shop, "rate": rate, "rounding": rounding,
                       "on_refund": on_refund, "pays_at": pays_at})
            },
        )
    };
    let agreements = (agreement("cafe"), agreement("book"), agreement("tea"));
    let own = (
        contract("cafe", risky),
        contract("book", risky),
        contract("tea", risky),
    );
    // One world in four is collected for as a whole; of a risky one some shops are and some are not.
    let pooled = (0_u32..4).prop_map(|one_in_four| [one_in_four == 0; 3]);
    let pooled = match risky {
        false => pooled.boxed(),
        true => prop::array::uniform3(prop::bool::weighted(0.7)).boxed(),
    };
    let delays = prop::array::uniform3(0_u32..100_000);
    (own, agreements, pooled, delays).prop_map(move |(own, agreements, pooled, delays)| {
        let (mut contracts, mut agreed) = (Vec::new(), Vec::new());
        let both = [
            (own.0, agreements.0),
            (own.1, agreements.1),
            (own.2, agreements.2),
        ];
        for (place, (own, agreement)) in both.into_iter().enumerate() {
            if !pooled[place] {
                contracts.push(own);
                continue;
            }
            let mut contract = json!({"id": SHOPS[place], "mode": "pooled", "channel": "wx",
                "collector": "mall", "fee_plan": "fee", "settlement_rule": "rule"});
            if risky {
                contract["notification_delay_seconds"] = json!(delays[place]);
            }
            contracts.push(contract);
            agreed.push(agreement);
        }
        (json!(contracts), json!(agreed))
    })
}

fn rule(risky: bool) -> impl Strategy<Value = Value> {
    let cycle = prop::sample::select(vec!["T+0", "T+1", "T+2", "T+7", "D+0", "D+1", "D+3"]);
    let trade = prop::sample::select(vec!["as_is", "next_working_day"]);
    let shortfall = match risky {
        false => vec!["carry_negative"],
        true => vec!["carry_negative", "top_up", "refuse"],
    };
    let shortfall = prop::sample::select(shortfall);
    // Often at the time of day at which the mall pays the shops, and at which some payments are made.
    let hour = prop_oneof![Just(9_u32), 0_u32..24];
    (cycle, trade, hour, shortfall).prop_map(|(cycle, trade, hour, shortfall)| {
        json!({"id": "rule", "cycle": cycle, "non_working_trade": trade,
               "pays_at": format!("{hour:02}:30:00"), "on_refund_shortfall": shortfall})
    })
}

/// Payments out of the mall's deposit, and a few out of a shop's, that no settlement asks for.
fn outflows(risky: bool) -> impl Strategy<Value = Value> {
    let amount = prop_oneof![2 => 1_u32..5_000, 2 => 1_u32..100_000, 1 => 1_u32..60_000_000];
    let purposes = [
        "costs",
        "loan",
        "investment",
        "advance",
        "advance",
        "advance",
        "onward",
        "onward",
    ];
    let purpose = prop::sample::select(purposes.to_vec());
    let one = (0..DAYS * 86_400, amount, purpose, 0_usize..3);
    vec(one, if risky { 0..24 } else { 0..1 }).prop_map(|all| {
        let rows = all.into_iter().enumerate();
        let row = |(place, (second, amount, purpose, shop)): (usize, (u32, u32, &str, usize))| {
            let is_own = place % 8 == 7 && purpose != "advance" && SHOPS[shop] != "cafe";
            let from = if is_own { "cafe.bank" } else { "mall.bank" };
            let mut row = json!({"id": format!("X{place}"), "from": from,
                "at": moment(second), "amount": fen(amount), "purpose": purpose});
            if matches!(purpose, "advance" | "onward") {
                row["to"] = json!(format!("{}.bank", SHOPS[shop]));
            }
            row
        };
        json!(rows.map(row).collect::<Vec<_>>())
    })
}

/// Place of the shop, moment, amount in fen, and how much of it is refunded how many seconds later.
type Sale = (usize, u32, u32, Option<(u32, u32)>);

fn sales(refunds: bool) -> impl Strategy<Value = Vec<Sale>> {
    let refund = (1_u32..=100, 1_u32..300_000);
    let refund = prop::option::of(refund).prop_map(move |refund| refund.filter(|_| refunds));
    let amount = prop_oneof![1_u32..100, 1_u32..100_000, Just(100_000_000)];
    let any_second = 0..DAYS * 86_400;
    let half_past = (0..DAYS, prop_oneof![Just(9_u32), 0_u32..24]);
    let half_past = half_past.prop_map(|(day, hour)| day * 86_400 + hour * 3_600 + 1_800);
    let second = prop_oneof![3 => any_second, 1 => half_past];
    vec((0_usize..3, second, amount, refund), 0..30)
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
    let agreed = (
        contracts(wishes.risky),
        fee_plan(wishes.risky),
        rule(wishes.risky),
    );
    let happens = (sales(wishes.refunds), outflows(wishes.risky));
    (books, agreed, happens, any::<u32>()).prop_map(
        move |(books, (contracts, fee_plan, rule), (sales, mut outflows), seed)| {
            let (payments, refunds) = happenings(&sales);
            let (channel, bank, other_bank, mall) = books;
            let mut mall_party = json!({"id": "mall", "kind": "platform", "name": "商场 \"; |"});
            // Who collects for others keeps a book of what it owes them.
            let collected_for = |shop: &Value| {
                let mut agreed = contracts.1.as_array().into_iter().flatten();
                agreed.any(|one| one["merchant"] == *shop)
            };
            let collects = SHOPS.iter().any(|shop| collected_for(&json!(shop)));
            // Only to whom something is owed can anything be advanced.
            if let Some(outflows) = outflows.as_array_mut() {
                outflows.retain(|one| {
                    let to = one["to"].as_str().and_then(|to| to.split_once('.'));
                    one["purpose"] != "advance"
                        || to.is_some_and(|(shop, _)| collected_for(&json!(shop)))
                });
            }
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
                    {"id": "mall.bank", "kept_by": "other_bank", "owner": "mall",
                     "opening": if wishes.risky { "0.00" } else { "5.00" }}],
                "fee_plans": [fee_plan], "settlement_rules": [rule],
                "contracts": contracts.0, "agreements": contracts.1,
                "routes": SHOPS.map(|shop| json!({"seller": shop, "channel": "wx", "contract": shop})),
                "payments": payments, "refunds": refunds, "traffic": traffic,
                "outflows": outflows,
            })
            .to_string()
        },
    )
}
