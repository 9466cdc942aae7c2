//! Others' money that a platform used, found a second time by following its purse from event to event: spent on its
//! own ends, advanced to a seller, or paid back to another seller's customers. Shares no code with the engine.

use std::collections::BTreeMap;

use serde_json::Value;

use super::books::{Books, Purse};
use super::flagged::Collected;
use super::{Outcome, amount, entry, text};

/// Events, and how much of others' money they took.
pub type Taken = (Vec<u64>, i64);

#[derive(Debug, Default, PartialEq)]
pub struct Used {
    /// On own costs, loans and investments.
    pub spent: Taken,
    /// As advances.
    pub advanced: Taken,
    /// By refunds, by the seller whose sales were refunded.
    pub refunded: BTreeMap<String, Taken>,
}

/// The refunds of one moment: how the purse was before the first, and how it is after the last.
struct Moment<'a> {
    at: &'a str,
    before: Purse,
    after: Purse,
    /// By seller: the refunds, and what went back to payers less the fee that came back.
    of: BTreeMap<&'a str, Taken>,
}

struct Reader<'a> {
    scenario: &'a Value,
    platform: &'a str,
    sales: &'a Collected,
    books: Books<'a>,
    /// Owed for sales of which the platform has not learnt yet, by seller.
    unlearnt: BTreeMap<&'a str, i64>,
    moment: Option<Moment<'a>>,
    told: Used,
}

/// Kinds of events of which a refund is made.
const PARTS_OF_REFUNDS: [&str; 3] = ["topped_up", "share_returned", "refunded"];

/// What `platform` used of others' money over a run.
pub fn used<'a>(
    scenario: &'a Value,
    platform: &'a str,
    sales: &'a Collected,
    log: &'a Value,
) -> Outcome<Used> {
    let mut reader = Reader {
        scenario,
        platform,
        sales,
        books: Books::of(log)?,
        unlearnt: BTreeMap::new(),
        moment: None,
        told: Used::default(),
    };
    for event in log["log"].as_array().ok_or("a log")? {
        reader.passes(event)?;
    }
    reader.moment_ends();
    Ok(reader.told)
}

impl<'a> Reader<'a> {
    /// The purse, with what will be owed as soon as it is known.
    fn purse(&self) -> Purse {
        let mut purse = self.books.purse(self.platform);
        for (seller, amount) in &self.unlearnt {
            *purse.waiting.entry((*seller).to_owned()).or_default() += amount;
        }
        purse
    }

    fn passes(&mut self, event: &'a Value) -> Outcome {
        let (kind, at) = (text(&event["kind"]), text(&event["at"]));
        let is_refund = PARTS_OF_REFUNDS.contains(&kind);
        if self.moment.as_ref().is_some_and(|moment| moment.at != at) {
            self.moment_ends();
        }
        if is_refund && self.moment.is_none() {
            self.moment = Some(Moment {
                at,
                before: self.purse(),
                after: Purse::default(),
                of: BTreeMap::new(),
            });
        }
        let before = (kind == "outflow_paid").then(|| self.purse());
        self.books.enter(event)?;
        let sale = self.sales.get(text(&event["cause"]));
        match (kind, sale) {
            ("captured", Some(sale)) => {
                *self.unlearnt.entry(&sale.seller).or_default() += sale.net();
            }
            ("notified", Some(sale)) => {
                *self.unlearnt.entry(&sale.seller).or_default() -= sale.net();
            }
            _ => {}
        }
        if kind == "refunded" {
            self.refunded(event)?;
        }
        if is_refund {
            let after = self.purse();
            if let Some(moment) = &mut self.moment {
                moment.after = after;
            }
        }
        if let Some(before) = before {
            self.flowed_out(event, &before)?;
        }
        Ok(())
    }

    /// Own money goes first.
    fn flowed_out(&mut self, event: &Value, before: &Purse) -> Outcome {
        let outflow = entry(&self.scenario["outflows"], "id", &event["cause"])?;
        let from = entry(&self.scenario["accounts"], "id", &outflow["from"])?;
        let taken = amount(&outflow["amount"])? - before.own_cash();
        if from["owner"] != *self.platform || taken <= 0 {
            return Ok(());
        }
        let told = match text(&outflow["purpose"]) {
            "costs" | "loan" | "investment" => &mut self.told.spent,
            "advance" => &mut self.told.advanced,
            _ => return Ok(()),
        };
        told.0.push(event["event"].as_u64().ok_or("a number")?);
        told.1 += taken;
        Ok(())
    }

    /// A refund of a sale that the platform collected for somebody, by what left its claim at the channel.
    fn refunded(&mut self, event: &'a Value) -> Outcome {
        let refund = entry(&self.scenario["refunds"], "id", &event["cause"])?;
        let of = &refund["of"];
        let payment = if of.is_string() { of } else { &of["payment"] };
        let mut of_payment = self.sales.values().filter(|sale| {
            *payment == sale.payment && (of["seller"].is_null() || of["seller"] == sale.seller)
        });
        let Some(sale) = of_payment.next() else {
            return Ok(());
        };
        let entries = event["entries"].as_array().into_iter().flatten();
        let legs = entries.flat_map(|one| one["legs"].as_array().into_iter().flatten());
        let mut net = 0;
        for leg in legs {
            let claim = |side: &str| {
                let (keeper, code) = text(&leg[side]).split_once(':').unwrap_or_default();
                keeper != self.platform && code.starts_with("2241.01.")
            };
            let amount = leg["amount"].as_i64().ok_or("an amount")?;
            net += i64::from(claim("debit")) * amount - i64::from(claim("credit")) * amount;
        }
        if let Some(moment) = &mut self.moment {
            let told = moment.of.entry(&sale.seller).or_default();
            told.0.push(event["event"].as_u64().ok_or("a number")?);
            told.1 += net;
        }
        Ok(())
    }

    /// What others lack now and did not lack before is what these refunds took, at most what they gave back.
    fn moment_ends(&mut self) {
        let Some(moment) = self.moment.take() else {
            return;
        };
        for (seller, (events, net)) in moment.of {
            let more = moment.after.others_lack(seller) - moment.before.others_lack(seller);
            if more.min(net) > 0 {
                let told = self.told.refunded.entry(seller.to_owned()).or_default();
                told.0.extend(events);
                told.1 += more.min(net);
            }
        }
    }
}
