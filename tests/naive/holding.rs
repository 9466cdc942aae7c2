//! Others' money in a platform's hands, reckoned a second time: from the scenario's text and the moments at
//! which money was settled and paid, with an integral of its own. Shares no code with the engine.

use std::collections::BTreeMap;

use serde_json::Value;

use super::flagged::touches_deposit;
use super::{Outcome, Sale, amount, back, entry, millionths, moment, rounded, text};

/// What a platform held over the whole run, in fen and milliseconds.
#[derive(Debug, Default, PartialEq)]
pub struct Held {
    pub maximum: i64,
    pub total: i128,
    pub at_channel: i128,
    /// By seller; `None` when the money was once too little for all.
    pub of: Option<BTreeMap<String, i128>>,
    /// The longest time without a break during which it held any: from, until. The first of several.
    pub longest: Option<(i64, i64)>,
    /// What it held as its book's days ended.
    pub day_ends: Vec<DayEnd>,
}

/// The end of a day of the platform's book.
#[derive(Debug, PartialEq)]
pub struct DayEnd {
    /// Number of the cut.
    pub event: u64,
    pub total: i64,
    /// To how many it is owed.
    pub people: usize,
}

/// One change at one moment.
enum Change {
    /// The platform owes a seller more (or less), not yet settled to the platform.
    Pending(String, i64),
    /// Of what it owes a seller, so much was settled to the platform.
    Settled(String, i64),
    /// The platform paid a seller.
    Paid(String, i64),
    /// The platform's claim at the channel grew or fell.
    Claim(i64),
    /// Money came to the platform's bank accounts, or left them.
    Bank(i64),
    /// The platform's book turns to its next date, by the event of this number.
    Cut(u64),
}

#[derive(Default)]
struct Hands {
    pending: BTreeMap<String, i64>,
    settled: BTreeMap<String, i64>,
    claim: i64,
    bank: i64,
}

impl Hands {
    fn take(&mut self, change: Change) {
        match change {
            Change::Pending(seller, more) => *self.pending.entry(seller).or_default() += more,
            Change::Settled(seller, part) => {
                *self.pending.entry(seller.clone()).or_default() -= part;
                *self.settled.entry(seller).or_default() += part;
            }
            Change::Paid(seller, part) => *self.settled.entry(seller).or_default() -= part,
            Change::Claim(more) => self.claim += more,
            Change::Bank(more) => self.bank += more,
            Change::Cut(_) => {}
        }
    }

    /// As a day ends.
    fn day_end(&self, event: u64) -> DayEnd {
        let owed = self.owed();
        DayEnd {
            event,
            total: self.held().0,
            people: owed.values().filter(|amount| **amount > 0).count(),
        }
    }

    /// Owed to each seller, nobody below nothing.
    fn owed(&self) -> BTreeMap<&str, i64> {
        let sellers = self.pending.iter();
        sellers
            .map(|(seller, pending)| {
                let settled = self.settled.get(seller).copied().unwrap_or(0);
                (seller.as_str(), (pending + settled).max(0))
            })
            .collect()
    }

    /// All that is held, and what of it lies at the channel.
    fn held(&self) -> (i64, i64) {
        let (claim, bank) = (self.claim.max(0), self.bank.max(0));
        let held = self.owed().values().sum::<i64>().min(claim + bank);
        let waiting: i64 = self.pending.values().map(|pending| (*pending).max(0)).sum();
        (held, waiting.min(claim).min(held).max(held - bank))
    }
}

/// What `platform` held of the sellers' money over a run, given the run's log; these refunds and outflows were refused.
pub fn held(scenario: &Value, platform: &str, log: &Value, refused: &[String]) -> Outcome<Held> {
    let mut changes: Vec<(i64, Change)> = Vec::new();
    for account in scenario["accounts"].as_array().into_iter().flatten() {
        if account["owner"] == *platform {
            let opening = account["opening"].as_str().unwrap_or("0");
            changes.push((i64::MIN, Change::Bank(super::fen(opening)?)));
        }
    }
    sold(scenario, platform, refused, &mut changes)?;
    let mut ends = i64::MIN;
    for event in log["log"].as_array().ok_or("a log")? {
        let at = moment(&event["at"])?;
        ends = ends.max(at);
        logged(event, at, platform, &mut changes)?;
        if event["kind"] == "outflow_paid" {
            flowed_out(scenario, event, (at, platform), &mut changes)?;
        }
    }
    // A day ends before anything else of its moment.
    changes.sort_by_key(|(at, change)| (*at, !matches!(change, Change::Cut(_))));
    Ok(integral(changes, ends))
}

/// Sales and refunds, as they change what is owed and what the platform may claim.
fn sold(
    scenario: &Value,
    platform: &str,
    refused: &[String],
    changes: &mut Vec<(i64, Change)>,
) -> Outcome {
    for payment in scenario["payments"].as_array().into_iter().flatten() {
        for line in payment["lines"].as_array().ok_or("lines")? {
            let sale = Sale::of(scenario, payment, line)?;
            if sale.contract["mode"] != "pooled" || sale.contract["collector"] != *platform {
                continue;
            }
            let plan = entry(&scenario["fee_plans"], "id", &sale.contract["fee_plan"])?;
            let fee = sale.fee(plan)?;
            changes.push((sale.at, Change::Claim(sale.paid - fee)));
            let agreements = scenario["agreements"].as_array().into_iter().flatten();
            let mut agreements = agreements.filter(|one| one["merchant"] == sale.seller);
            let Some(agreement) = agreements.next() else {
                continue;
            };
            let how = agreement["rounding"].as_str().unwrap_or("down");
            let commission = rounded(sale.paid * millionths(&agreement["rate"])?, 1_000_000, how)?;
            let commission = commission.min(sale.paid - fee);
            let seller = sale.seller.to_owned();
            let net = sale.paid - fee - commission;
            changes.push((sale.at, Change::Pending(seller.clone(), net)));
            let on_refund = agreement["on_refund"].as_str().unwrap_or("keep");
            let (mut so_far, mut fee_so_far, mut share_so_far) = (0, 0, 0);
            for (at, refunded) in refunds(scenario, payment, line, refused)? {
                so_far += refunded;
                let fee_back = back(fee, so_far, sale.paid, text(&plan["on_refund"]))? - fee_so_far;
                let share = back(commission, so_far, sale.paid, on_refund)? - share_so_far;
                fee_so_far += fee_back;
                share_so_far += share;
                changes.push((at, Change::Claim(fee_back - refunded)));
                let more = fee_back + share - refunded;
                changes.push((at, Change::Pending(seller.clone(), more)));
            }
        }
    }
    Ok(())
}

/// Moments and amounts of the refunds of a payment line that were made, in time order.
pub fn refunds(
    scenario: &Value,
    payment: &Value,
    line: &Value,
    refused: &[String],
) -> Outcome<Vec<(i64, i64)>> {
    let mut refunds = Vec::new();
    for refund in scenario["refunds"].as_array().into_iter().flatten() {
        let of = &refund["of"];
        if refused.iter().any(|id| refund["id"] == **id) {
            continue;
        }
        if *of == payment["id"]
            || (of["payment"] == payment["id"] && of["seller"] == line["seller"])
        {
            refunds.push((moment(&refund["at"])?, amount(&refund["amount"])?));
        }
    }
    refunds.sort_by_key(|(at, _)| *at);
    Ok(refunds)
}

/// What was settled and paid, as the run tells.
fn logged(event: &Value, at: i64, platform: &str, changes: &mut Vec<(i64, Change)>) -> Outcome {
    let cause = text(&event["cause"]);
    let part = event["amount"].as_i64();
    let mut names = cause.rsplit('.');
    let (to, from) = (names.next().unwrap_or(""), names.next().unwrap_or(""));
    let part = || part.ok_or("an amount");
    match text(&event["kind"]) {
        "settled_by_platform" if from == platform => {
            changes.push((at, Change::Settled(to.to_owned(), part()?)));
        }
        "transferred" if from == platform => {
            changes.push((at, Change::Paid(to.to_owned(), part()?)));
            changes.push((at, Change::Bank(-part()?)));
        }
        "payout_succeeded" if to == platform => {
            changes.push((at, Change::Claim(-part()?)));
            changes.push((at, Change::Bank(part()?)));
        }
        "topped_up" if touches_deposit(event, "debit", platform) => {
            changes.push((at, Change::Claim(part()?)));
            changes.push((at, Change::Bank(-part()?)));
        }
        "split" | "share_returned" => {
            changes.push((at, Change::Claim(own_share(event, platform)?)));
        }
        "day_cut" if cause == platform => {
            let number = event["event"].as_u64().ok_or("a number")?;
            changes.push((at, Change::Cut(number)));
        }
        _ => {}
    }
    Ok(())
}

/// What the platform's claim at the channel grows by its share of somebody else's sale, or falls by giving it back.
fn own_share(event: &Value, platform: &str) -> Outcome<i64> {
    let entries = event["entries"].as_array().into_iter().flatten();
    let mut share = 0;
    for leg in entries.flat_map(|one| one["legs"].as_array().into_iter().flatten()) {
        let is_claim = |side: &str| {
            let (keeper, code) = text(&leg[side]).split_once(':').unwrap_or_default();
            keeper != platform && code.strip_prefix("2241.01.") == Some(platform)
        };
        let part = leg["amount"].as_i64().ok_or("an amount")?;
        share += i64::from(is_claim("credit")) * part - i64::from(is_claim("debit")) * part;
    }
    Ok(share)
}

/// A payment that no settlement asked for; an advance is settled beforehand.
fn flowed_out(
    scenario: &Value,
    event: &Value,
    (at, platform): (i64, &str),
    changes: &mut Vec<(i64, Change)>,
) -> Outcome {
    let outflow = entry(&scenario["outflows"], "id", &event["cause"])?;
    let paid = amount(&outflow["amount"])?;
    let owner = |field: &str| -> Outcome<&str> {
        Ok(text(
            &entry(&scenario["accounts"], "id", &outflow[field])?["owner"],
        ))
    };
    if owner("from")? == platform {
        changes.push((at, Change::Bank(-paid)));
        if outflow["purpose"] == "advance" {
            changes.push((at, Change::Pending(owner("to")?.to_owned(), -paid)));
        }
    }
    if !outflow["to"].is_null() && owner("to")? == platform {
        changes.push((at, Change::Bank(paid)));
    }
    Ok(())
}

fn integral(changes: Vec<(i64, Change)>, ends: i64) -> Held {
    let mut hands = Hands::default();
    let mut told = Held {
        of: Some(BTreeMap::new()),
        ..Held::default()
    };
    let mut stays: Option<(i64, i64)> = None;
    let mut changes = changes.into_iter().peekable();
    while let Some((at, change)) = changes.next() {
        if let Change::Cut(event) = change {
            told.day_ends.push(hands.day_end(event));
        }
        hands.take(change);
        let until = changes.peek().map_or(ends, |(next, _)| *next);
        if until == at {
            continue;
        }
        let (total, at_channel) = hands.held();
        told.maximum = told.maximum.max(total);
        let millis = i128::from(until) - i128::from(at);
        if total == 0 {
            stays = None;
            continue;
        }
        let (from, _) = *stays.get_or_insert((at, until));
        stays = Some((from, until));
        if told
            .longest
            .is_none_or(|(start, end)| until - from > end - start)
        {
            told.longest = stays;
        }
        told.total += i128::from(total) * millis;
        told.at_channel += i128::from(at_channel) * millis;
        let owed = hands.owed();
        if owed.values().sum::<i64>() > total {
            told.of = None;
        }
        if let Some(of) = &mut told.of {
            for (seller, part) in owed.into_iter().filter(|(_, part)| *part > 0) {
                *of.entry(seller.to_owned()).or_default() += i128::from(part) * millis;
            }
        }
    }
    told
}
