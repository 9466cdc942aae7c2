//! The books, added up a second time from the run's journal: what a platform owes whom, and what it has where.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Outcome, text};

/// All balances, credit positive: what is owed to somebody and what lies at a bank for somebody are above zero.
pub struct Books<'a> {
    rows: Vec<Row<'a>>,
    balances: BTreeMap<&'a str, i64>,
}

struct Row<'a> {
    name: &'a str,
    keeper: &'a str,
    owner: &'a str,
    kind: &'a str,
}

/// What a platform owes, by seller, and what it has.
#[derive(Debug, Default)]
pub struct Purse {
    /// Owed, and the channel's money for it has not arrived yet.
    pub waiting: BTreeMap<String, i64>,
    /// Owed, and the money has arrived.
    pub arrived: BTreeMap<String, i64>,
    /// The platform's claims at channels.
    pub at_channels: i64,
    /// What lies in its accounts at banks.
    pub at_banks: i64,
}

impl<'a> Books<'a> {
    /// Empty books with the accounts that the run lists.
    pub fn of(log: &'a Value) -> Outcome<Books<'a>> {
        let parties = log["parties"].as_array().ok_or("parties")?;
        let mut rows = Vec::new();
        for account in log["accounts"].as_array().ok_or("accounts")? {
            let name = text(&account["name"]);
            let owner = usize::try_from(account["owner"].as_u64().ok_or("an owner")?)?;
            rows.push(Row {
                name,
                keeper: name.split_once(':').ok_or("a keeper")?.0,
                owner: text(&parties[owner]["id"]),
                kind: text(&account["kind"]),
            });
        }
        let balances = BTreeMap::new();
        Ok(Books { rows, balances })
    }

    /// Enters what an event posted.
    pub fn enter(&mut self, event: &'a Value) -> Outcome {
        for one in event["entries"].as_array().into_iter().flatten() {
            for leg in one["legs"].as_array().into_iter().flatten() {
                let amount = leg["amount"].as_i64().ok_or("an amount")?;
                *self.balances.entry(text(&leg["debit"])).or_default() -= amount;
                *self.balances.entry(text(&leg["credit"])).or_default() += amount;
            }
        }
        Ok(())
    }

    pub fn purse(&self, platform: &str) -> Purse {
        let mut purse = Purse::default();
        for row in &self.rows {
            let balance = self.balances.get(row.name).copied().unwrap_or(0);
            let is_own_book = row.keeper == platform;
            match row.kind {
                "corporate_deposit" | "personal_deposit" if row.owner == platform => {
                    purse.at_banks += balance;
                }
                "pending" if is_own_book => {
                    *purse.waiting.entry(row.owner.to_owned()).or_default() += balance;
                }
                "available" | "frozen" | "payout_in_transit" if is_own_book => {
                    *purse.arrived.entry(row.owner.to_owned()).or_default() += balance;
                }
                "pending" | "available" | "frozen" | "payout_in_transit"
                    if row.owner == platform =>
                {
                    purse.at_channels += balance;
                }
                _ => {}
            }
        }
        purse
    }
}

impl Purse {
    /// The platform's own money at banks: what is there beyond what has arrived for others.
    pub fn own_cash(&self) -> i64 {
        (self.at_banks - owed(&self.arrived, "")).max(0)
    }

    /// What everybody but one seller lacks: at channels of what is waiting, at banks of what has arrived.
    pub fn others_lack(&self, but: &str) -> i64 {
        let at_channels = (owed(&self.waiting, but) - self.at_channels.max(0)).max(0);
        let at_banks = (owed(&self.arrived, but) - self.at_banks.max(0)).max(0);
        at_channels + at_banks
    }
}

/// What is owed to everybody but one; who owes something is owed nothing.
fn owed(of: &BTreeMap<String, i64>, but: &str) -> i64 {
    let others = of.iter().filter(|(seller, _)| *seller != but);
    others.map(|(_, amount)| (*amount).max(0)).sum()
}
