//! Which events a platform without a licence has part in with others' money, found a second time: from the
//! scenario's text and the run's journal, by the names of accounts. Shares no code with the engine.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::holding::{DayEnd, Held};
use super::taken::{Taken, used};
use super::{DAY, Outcome, Sale, entry, millionths, moment, rounded, text};

/// What the rules about pools should see of one platform.
#[derive(Debug, Default, PartialEq)]
pub struct Flagged {
    /// For whom it collected.
    pub sellers: BTreeSet<String>,
    /// Events by which others' money came to it and left it again, and what left.
    pub passed_on: (Vec<u64>, i64),
    /// Payments under its merchant number where several sellers sell there, and their sum.
    pub one_number: (Vec<u64>, i64),
    /// Transfers of the days on which it paid several sellers, and their sum.
    pub batches: (Vec<u64>, i64),
    /// Its commission on others' sales.
    pub commission: i64,
    /// Ends of days at which it had several sellers' money, and the most at one of them.
    pub pool_left: (Vec<u64>, i64),
    /// Outflows for its own ends that took others' money, and how much.
    pub spent: Taken,
    /// Advances that did.
    pub advanced: Taken,
    /// Refunds that did, by the seller whose sales were refunded.
    pub borrowed: BTreeMap<String, Taken>,
}

/// A sale of somebody else that a platform collects.
pub struct Collection {
    pub payment: String,
    pub seller: String,
    pub paid: i64,
    fee: i64,
    share: i64,
}

/// By the name of the payment line: `O1`, or `O1/2` of a payment with several.
pub type Collected = BTreeMap<String, Collection>;

impl Collection {
    /// What the seller is owed for it.
    pub fn net(&self) -> i64 {
        self.paid - self.fee - self.share
    }
}

/// Sales of others that a platform collects.
fn collected(scenario: &Value, platform: &str) -> Outcome<Collected> {
    let mut sales = BTreeMap::new();
    for payment in scenario["payments"].as_array().into_iter().flatten() {
        let lines = payment["lines"].as_array().ok_or("lines")?;
        for (place, line) in lines.iter().enumerate() {
            let sale = Sale::of(scenario, payment, line)?;
            let is_pooled = sale.contract["mode"] == "pooled";
            if !is_pooled || sale.contract["collector"] != *platform || sale.seller == platform {
                continue;
            }
            let name = match lines.len() {
                1 => text(&payment["id"]).to_owned(),
                _ => format!("{}/{}", text(&payment["id"]), place + 1),
            };
            let plan = entry(&scenario["fee_plans"], "id", &sale.contract["fee_plan"])?;
            let fee = sale.fee(plan)?;
            let agreed = entry(&scenario["agreements"], "merchant", &line["seller"])?;
            let how = agreed["rounding"].as_str().unwrap_or("down");
            let share = rounded(sale.paid * millionths(&agreed["rate"])?, 1_000_000, how)?;
            let share = share.min(sale.paid - fee);
            let collection = Collection {
                payment: text(&payment["id"]).to_owned(),
                seller: sale.seller.to_owned(),
                paid: sale.paid,
                fee,
                share,
            };
            sales.insert(name, collection);
        }
    }
    Ok(sales)
}

/// Whether a leg of an event debits or credits a deposit of the platform.
pub fn touches_deposit(event: &Value, side: &str, platform: &str) -> bool {
    let entries = event["entries"].as_array().into_iter().flatten();
    let legs = entries.flat_map(|one| one["legs"].as_array().into_iter().flatten());
    let mut accounts = legs.map(|leg| text(&leg[side]));
    accounts.any(|name| {
        let (_, code) = name.split_once(':').unwrap_or_default();
        code.starts_with("2011.") && code.split('.').nth(2) == Some(platform)
    })
}

/// So many sellers under one number, or with their money in one pool, are mixed.
const MIXED: usize = 2;

/// What `platform` does with others' money over a run, given the run's log and what the platform held.
pub fn flagged(scenario: &Value, platform: &str, log: &Value, held: &Held) -> Outcome<Flagged> {
    let sales = collected(scenario, platform)?;
    let sellers: BTreeSet<&str> = sales.values().map(|sale| sale.seller.as_str()).collect();
    let mut told = Flagged::default();
    let used = used(scenario, platform, &sales, log)?;
    (told.spent, told.advanced, told.borrowed) = (used.spent, used.advanced, used.refunded);
    let is_mixed = |end: &&DayEnd| end.people >= MIXED && end.total > 0;
    for end in held.day_ends.iter().filter(is_mixed) {
        told.pool_left.0.push(end.event);
        told.pool_left.1 = told.pool_left.1.max(end.total);
    }
    let mut days: BTreeMap<i64, Vec<(u64, &str, i64)>> = BTreeMap::new();
    for event in log["log"].as_array().ok_or("a log")? {
        let number = event["event"].as_u64().ok_or("a number")?;
        let cause = text(&event["cause"]);
        match text(&event["kind"]) {
            "captured" => {
                let Some(sale) = sales.get(cause) else {
                    continue;
                };
                told.passed_on.0.push(number);
                told.commission += sale.share;
                told.one_number.0.push(number);
                told.one_number.1 += sale.paid;
            }
            // Before the first sale of somebody else there is only its own money to be paid out.
            "payout_succeeded"
                if touches_deposit(event, "credit", platform) && !told.one_number.0.is_empty() =>
            {
                told.passed_on.0.push(number);
            }
            "transferred" if touches_deposit(event, "debit", platform) => {
                let part = event["amount"].as_i64().ok_or("an amount")?;
                told.passed_on.0.push(number);
                told.passed_on.1 += part;
                let to = cause.rsplit('.').next().unwrap_or_default();
                let day = moment(&event["at"])? / DAY;
                days.entry(day).or_default().push((number, to, part));
            }
            _ => {}
        }
    }
    for paid in days.values() {
        let to: BTreeSet<&str> = paid.iter().map(|(_, to, _)| *to).collect();
        if to.len() > 1 {
            told.batches
                .0
                .extend(paid.iter().map(|(number, ..)| number));
            told.batches.1 += paid.iter().map(|(.., part)| part).sum::<i64>();
        }
    }
    if told.passed_on.1 == 0 {
        told.passed_on.0.clear();
    }
    if sellers.len() < MIXED {
        told.one_number = Default::default();
    }
    told.sellers = sellers.into_iter().map(str::to_owned).collect();
    Ok(told)
}
