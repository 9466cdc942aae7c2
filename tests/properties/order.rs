//! The order in which somebody listed things never decides money: parties, accounts, calendars, fee plans, rules,
//! contracts, agreements, routes, payments and refunds may stand in any order.
//!
//! Only three orders mean something, and they are kept: of routes of one seller at one channel the first that fits wins;
//! what happens at one moment happens as it is written; and of what is left over of a split the first receivers get it.
//! (A rule that draws payments has its place in its stream of random numbers; there is one at most here.)

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::drawing::any_draft;
use super::metamorphic::{settled, story};
use super::world::{Check, Played, config, play, there};

fn rows<'a>(document: &'a mut Value, list: &str) -> Option<&'a mut Vec<Value>> {
    document.get_mut(list).and_then(Value::as_array_mut)
}

fn write(row: &mut Value, field: &str, text: &str) {
    if let Some(row) = row.as_object_mut() {
        row.insert(field.to_owned(), json!(text));
    }
}

/// The pool gets a second deposit and a second rule for the last of its channels, and the agent is given shares by
/// sellers whose rules differ: what depends on the order of lists most easily.
fn entangled(mut document: Value, cycle: &str) -> Check<Value> {
    let contracts = there(rows(&mut document, "contracts"))?;
    let is_pooled = |row: &Value| row["mode"] == "pooled";
    let pooled = contracts.iter().filter(|row| is_pooled(row)).count();
    if let Some(last) = contracts.iter_mut().rfind(|row| is_pooled(row))
        && pooled > 1
    {
        write(last, "payout_to", "pool.second");
        write(last, "settlement_rule", "second");
        for row in contracts.iter_mut().filter(|row| is_pooled(row)) {
            if row["payout_to"].is_null() {
                write(row, "payout_to", "pool.bank0");
            }
        }
        let accounts = there(rows(&mut document, "accounts"))?;
        let first = accounts.iter().find(|row| row["id"] == "pool.bank0");
        let mut second = there(first.cloned())?;
        write(&mut second, "id", "pool.second");
        accounts.push(second);
        let rules = there(rows(&mut document, "settlement_rules"))?;
        let first = rules.iter().find(|row| row["id"] == "pool");
        let mut second = there(first.cloned())?;
        write(&mut second, "id", "second");
        write(&mut second, "cycle", cycle);
        rules.push(second);
    }
    for contract in there(rows(&mut document, "contracts"))? {
        let Some(splits) = rows(contract, "splits") else {
            continue;
        };
        let has_agent = splits.iter().any(|split| split["to"] == "agent");
        if let Some(split) = splits.get_mut(1).and_then(Value::as_object_mut)
            && !has_agent
        {
            split.insert("to".to_owned(), json!("agent"));
            split.remove("payout_to");
        }
    }
    Ok(document)
}

/// A place that a seed gives to a row; near seeds give unlike places.
fn drawn(seed: u64, list: &str, place: usize) -> u64 {
    let place = u64::try_from(place).unwrap_or(0);
    let mut mixed = seed ^ (place << 32) ^ u64::try_from(list.len()).unwrap_or(0);
    for _ in 0..3 {
        mixed ^= mixed >> 29;
        mixed = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    mixed
}

/// The same document with its lists in another order. Rows of equal `keys` keep their order among themselves.
fn shuffled(document: &Value, seed: u64) -> Check<Value> {
    let mut turned = document.clone();
    let keys: [(&str, &[&str]); 10] = [
        ("parties", &[]),
        ("accounts", &[]),
        ("calendars", &[]),
        ("fee_plans", &[]),
        ("settlement_rules", &[]),
        ("contracts", &[]),
        ("agreements", &[]),
        ("routes", &["seller", "channel"]),
        ("payments", &["at"]),
        ("refunds", &["at"]),
    ];
    for (list, keys) in keys {
        let Some(rows) = rows(&mut turned, list) else {
            continue;
        };
        // All rows of a key are drawn together, by the first of them.
        let mut places: BTreeMap<String, u64> = BTreeMap::new();
        let mut order: Vec<(u64, usize, Value)> = Vec::new();
        for (place, row) in rows.drain(..).enumerate() {
            let own = drawn(seed, list, place);
            let drawn = if keys.is_empty() {
                own
            } else {
                let key: Vec<String> = keys
                    .iter()
                    .map(|key| row.get(*key).map(Value::to_string).unwrap_or_default())
                    .collect();
                *places.entry(key.join(" ")).or_insert(own)
            };
            order.push((drawn, place, row));
        }
        order.sort_by_key(|(drawn, place, _)| (*drawn, *place));
        rows.extend(order.into_iter().map(|(_, _, row)| row));
    }
    Ok(turned)
}

/// Every leg with its moment, dates and accounts by name, whatever stands first of one moment.
fn legs(played: &Played) -> Check<Vec<String>> {
    let mut legs = story(played, 0)?;
    legs.sort();
    Ok(legs)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_lists_never_decides_money(
        draft in any_draft(),
        cycle in prop::sample::select(vec!["D+0", "D+1", "T+1", "T+3"]),
        seed in any::<u64>(),
    ) {
        let document = entangled(draft.document(""), cycle)?;
        let (usual, other) = (play(&document)?, play(&shuffled(&document, seed)?)?);
        prop_assert_eq!(legs(&usual)?, legs(&other)?);
        prop_assert_eq!(settled(&usual)?, settled(&other)?);
        prop_assert_eq!(usual.summary.refused, other.summary.refused);
    }
}
