//! The mall of the worked example as scenarios: three modes, two cycles and other policies, made of the
//! gallery's mall.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

use std::error::Error;

use daycut::facade::{self, Run};
use serde_json::{Value, json};

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const MALL: &str = include_str!("../../www/scenarios/mall-sub-merchants.json");

/// The gallery's mall in another mode, cycle and with other policies.
pub fn scenario(mode: &str, cycle: &str, policy: Option<&str>) -> Outcome<Value> {
    let mut mall: Value = serde_json::from_str(MALL)?;
    mall["settlement_rules"][0]["cycle"] = json!(cycle);
    if mode == "c" {
        let split = mall["contracts"][0]["splits"][0]["rate"].clone();
        mall["contracts"] = json!([{
            "id": "mall-wx", "mode": "pooled", "channel": "wx", "collector": "mall",
            "fee_plan": "std", "settlement_rule": "t1"
        }]);
        mall["agreements"] = json!([
            { "platform": "mall", "merchant": "cafe", "rate": split },
            { "platform": "mall", "merchant": "book", "rate": split }
        ]);
        for route in mall["routes"].as_array_mut().ok_or("routes")? {
            route["contract"] = json!("mall-wx");
        }
        // The channel's account of a single shop does not exist in this mode.
        mall["expectations"] = json!([]);
    }
    if mode == "a" {
        for contract in mall["contracts"].as_array_mut().ok_or("contracts")? {
            let contract = contract.as_object_mut().ok_or("contract")?;
            contract.insert("mode".to_owned(), json!("direct"));
            contract.remove("provider");
            contract.remove("splits");
        }
    }
    let split = |mall: &mut Value, field: &str, value: &str| {
        if mode == "c" {
            for agreement in 0..2 {
                mall["agreements"][agreement][field] = json!(value);
            }
        }
        if mode == "b" {
            for contract in 0..2 {
                mall["contracts"][contract]["splits"][0][field] = json!(value);
            }
        }
    };
    match policy {
        None => {}
        Some("shortfall=refuse") => {
            mall["settlement_rules"][0]["on_refund_shortfall"] = json!("refuse");
        }
        Some("shortfall=carry_negative") => {
            mall["settlement_rules"][0]["on_refund_shortfall"] = json!("carry_negative");
        }
        Some("commission_on_refund=return") => split(&mut mall, "on_refund", "return"),
        Some("commission_rounding=half_up") => split(&mut mall, "rounding", "half_up"),
        Some(other) => return Err(format!("unknown policy {other}").into()),
    }
    Ok(mall)
}

/// Plays a scenario that must be right.
pub fn play(scenario: &Value) -> Outcome<Run> {
    let scenario = facade::open_text(&scenario.to_string()).map_err(|p| format!("{p:?}"))?;
    let plan = facade::check(&scenario).map_err(|p| format!("{p:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

/// Every mode in both cycles.
pub fn runs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let modes = ["a", "b", "c"].into_iter();
    modes.flat_map(|mode| [(mode, "T+1"), (mode, "D+1")])
}
