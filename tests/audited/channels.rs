//! Two channels under one roof, made of a made-up scenario with one: the platform that collects has a deposit and a cycle
//! at each, and one shop under a service provider has another cycle than the rest.

use serde_json::{Value, json};

use crate::naive::Outcome;

fn rows<'a>(scenario: &'a mut Value, list: &str) -> Outcome<&'a mut Vec<Value>> {
    let rows = scenario.get_mut(list).and_then(Value::as_array_mut);
    Ok(rows.ok_or("a list")?)
}

/// The scenario with a second channel `ali`, through which every other payment is made, and under which rule `other` is
/// used; the shop `tea` is settled by it at the first channel too, unless a platform collects for it there.
pub fn with_two_channels(text: &str, other: &Value) -> Outcome<Value> {
    let mut scenario: Value = serde_json::from_str(text)?;
    let ali = json!({"id": "ali", "kind": "channel", "name": "ALI", "reserve_bank": "other_bank",
        "book": {"cut_off": "23:00:00"}});
    rows(&mut scenario, "parties")?.push(ali);
    let second = json!({"id": "mall.ali", "kept_by": "hs", "owner": "mall", "opening": "7.00"});
    rows(&mut scenario, "accounts")?.push(second);
    rows(&mut scenario, "settlement_rules")?.push(other.clone());
    let contracts = rows(&mut scenario, "contracts")?;
    let mut at_ali = contracts.clone();
    for contract in &mut at_ali {
        contract["id"] = json!(format!("{}.ali", crate::naive::text(&contract["id"])));
        contract["channel"] = json!("ali");
        contract["settlement_rule"] = other["id"].clone();
    }
    for contract in contracts.iter_mut() {
        if contract["collector"] == "tea" {
            contract["settlement_rule"] = other["id"].clone();
        }
    }
    // At each channel the mall is paid to another deposit, for what it collects and for its shares.
    for (contracts, deposit) in [(&mut *contracts, "mall.bank"), (&mut at_ali, "mall.ali")] {
        for contract in contracts.iter_mut() {
            if contract["collector"] == "mall" {
                contract["payout_to"] = json!(deposit);
            }
            for split in contract
                .get_mut("splits")
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
            {
                if split["to"] == "mall" {
                    split["payout_to"] = json!(deposit);
                }
            }
        }
    }
    // The order of contracts decides nothing.
    at_ali.reverse();
    at_ali.append(contracts);
    *contracts = at_ali;
    let routes = rows(&mut scenario, "routes")?;
    let mut at_ali = routes.clone();
    for route in &mut at_ali {
        route["contract"] = json!(format!("{}.ali", crate::naive::text(&route["contract"])));
        route["channel"] = json!("ali");
    }
    routes.append(&mut at_ali);
    for payment in rows(&mut scenario, "payments")?
        .iter_mut()
        .skip(1)
        .step_by(2)
    {
        payment["channel"] = json!("ali");
    }
    Ok(scenario)
}
