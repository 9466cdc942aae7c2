//! Sub-merchants behind which a platform collects, found a second time: from what the scenario says of splits and of
//! payments onward, and from which of them the run made. Shares no code with the engine.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::holding::refunds;
use super::{Outcome, Sale, amount, entry, splitting, text};

/// A platform behind a sub-merchant.
#[derive(Debug, Default, PartialEq)]
pub struct Shell {
    /// The splits of the sub-merchant's payments and what the platform paid onward.
    pub events: Vec<u64>,
    /// What the platform got of the splits.
    pub got: i64,
    /// What it paid onward, by whom it paid.
    pub onward: BTreeMap<String, i64>,
}

/// The splits of one contract.
#[derive(Default)]
struct Split {
    events: Vec<u64>,
    /// What each receiver got.
    got: BTreeMap<String, i64>,
    left: i64,
}

/// By contract, what was split and what was left for the collector.
fn splits(scenario: &Value, log: &Value) -> Outcome<BTreeMap<String, Split>> {
    let mut splits: BTreeMap<String, Split> = BTreeMap::new();
    let events = log["log"].as_array().ok_or("a log")?;
    let refused = events
        .iter()
        .filter(|event| event["kind"] == "refund_refused");
    let refused: Vec<String> = refused
        .map(|event| text(&event["cause"]).to_owned())
        .collect();
    for event in events {
        if event["kind"] != "split" {
            continue;
        }
        // `O1`, or `O1/2` of a payment with several lines.
        let cause = text(&event["cause"]);
        let (payment, line) = cause.rsplit_once('/').unwrap_or((cause, "1"));
        let payment = entry(&scenario["payments"], "id", &payment.into())?;
        let line = &payment["lines"][line.parse::<usize>()? - 1];
        let sale = Sale::of(scenario, payment, line)?;
        let plan = entry(&scenario["fee_plans"], "id", &sale.contract["fee_plan"])?;
        let fee = (sale.fee(plan)?, text(&plan["on_refund"]));
        let refunds = refunds(scenario, payment, line, &refused)?;
        let split = splitting::split(&sale, fee, &refunds)?;
        let told = splits
            .entry(text(&sale.contract["id"]).to_owned())
            .or_default();
        for (to, share, _) in split.shares {
            *told.got.entry(to).or_default() += share;
        }
        told.left += split.rest;
        told.events.push(event["event"].as_u64().ok_or("a number")?);
    }
    Ok(splits)
}

/// Whether a part is at most a tenth of everything.
fn is_next_to_nothing(part: i64, all: i64) -> bool {
    i128::from(part) * 10 <= i128::from(all)
}

/// All of them, by platform and sub-merchant.
pub fn shells(scenario: &Value, log: &Value) -> Outcome<BTreeMap<(String, String), Shell>> {
    let parties = log["parties"].as_array().ok_or("parties")?;
    let has_none = |id: &str| {
        let mut parties = parties.iter();
        parties.any(|party| party["id"] == *id && party["licence"] == "none")
    };
    let mut shells: BTreeMap<(String, String), Shell> = BTreeMap::new();
    for (contract, split) in splits(scenario, log)? {
        let contract = entry(&scenario["contracts"], "id", &contract.into())?;
        let collector = text(&contract["collector"]);
        let all = split.left + split.got.values().sum::<i64>();
        if !is_next_to_nothing(split.left, all) {
            continue;
        }
        for (receiver, got) in &split.got {
            if receiver == collector || !has_none(receiver) || is_next_to_nothing(*got, all) {
                continue;
            }
            let shell = shells.entry((receiver.clone(), collector.to_owned()));
            let shell = shell.or_default();
            shell.got += got;
            shell.events.extend(&split.events);
        }
    }
    for event in log["log"].as_array().ok_or("a log")? {
        if event["kind"] != "outflow_paid" {
            continue;
        }
        let outflow = entry(&scenario["outflows"], "id", &event["cause"])?;
        if outflow["purpose"] != "onward" {
            continue;
        }
        let owner = |field: &str| -> Outcome<&Value> {
            Ok(&entry(&scenario["accounts"], "id", &outflow[field])?["owner"])
        };
        let (from, to) = (text(owner("from")?), text(owner("to")?));
        for ((platform, collector), shell) in &mut shells {
            if from == platform && to != platform && to != collector {
                *shell.onward.entry(to.to_owned()).or_default() += amount(&outflow["amount"])?;
                shell
                    .events
                    .push(event["event"].as_u64().ok_or("a number")?);
            }
        }
    }
    shells.retain(|_, shell| !shell.onward.is_empty());
    for shell in shells.values_mut() {
        shell.events = BTreeSet::from_iter(shell.events.drain(..))
            .into_iter()
            .collect();
    }
    Ok(shells)
}
