//! A shop that is paid through one channel: the smallest scenario, and what a case changes in it.

use std::error::Error;

use daycut::facade::view::{BatchRow, PayoutRow, Summary};
use daycut::facade::{self, EventKind, Problem, Run, WallClock, report};
use serde_json::{Value, json};

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A channel `wx` and a bank `hs` that cut at midnight, a platform `mall`, shops `cafe` and `book`
/// under direct contracts at 0.6 %, settled D+1 at 09:30 from Friday 2018-09-07 on.
pub fn shop() -> Value {
    json!({
        "format": "daycut/1",
        "title": "a shop",
        "starts": "2018-09-07T00:00:00",
        "days": 3,
        "parties": [
            { "id": "wx", "kind": "channel", "name": "channel", "book": {}, "reserve_bank": "hs" },
            { "id": "hs", "kind": "bank", "name": "bank", "book": {} },
            { "id": "mall", "kind": "platform", "name": "mall" },
            { "id": "cafe", "kind": "merchant", "name": "cafe" },
            { "id": "book", "kind": "merchant", "name": "bookshop" }
        ],
        "accounts": [
            { "id": "mall.bank", "kept_by": "hs", "owner": "mall" },
            { "id": "cafe.bank", "kept_by": "hs", "owner": "cafe" },
            { "id": "book.bank", "kept_by": "hs", "owner": "book" }
        ],
        "fee_plans": [{ "id": "std", "rate": "0.006" }],
        "settlement_rules": [{ "id": "rule", "cycle": "D+1", "calendar": "weekdays" }],
        "contracts": [
            { "id": "cafe-wx", "mode": "direct", "channel": "wx", "collector": "cafe",
              "fee_plan": "std", "settlement_rule": "rule" },
            { "id": "book-wx", "mode": "direct", "channel": "wx", "collector": "book",
              "fee_plan": "std", "settlement_rule": "rule" }
        ],
        "routes": [
            { "seller": "cafe", "channel": "wx", "contract": "cafe-wx" },
            { "seller": "book", "channel": "wx", "contract": "book-wx" }
        ],
        "payments": [],
        "refunds": []
    })
}

/// The cafe becomes a sub-merchant of the mall; these are the splits of its payments.
pub fn split(shop: &mut Value, splits: Value) {
    let contract = shop.pointer_mut("/contracts/0");
    if let Some(contract) = contract.and_then(Value::as_object_mut) {
        contract.insert("mode".to_owned(), json!("sub_merchant"));
        contract.insert("provider".to_owned(), json!("mall"));
        contract.insert("splits".to_owned(), splits);
    }
}

fn push(shop: &mut Value, list: &str, row: Value) {
    if let Some(rows) = shop.get_mut(list).and_then(Value::as_array_mut) {
        rows.push(row);
    }
}

/// A payment to the cafe.
pub fn pay(shop: &mut Value, id: &str, at: &str, amount: &str) {
    let lines = json!([{ "seller": "cafe", "amount": amount }]);
    let payment = json!({ "id": id, "at": at, "channel": "wx", "lines": lines });
    push(shop, "payments", payment);
}

/// A refund of a payment.
pub fn refund(shop: &mut Value, id: &str, of: &str, at: &str, amount: &str) {
    let refund = json!({ "id": id, "of": of, "at": at, "amount": amount });
    push(shop, "refunds", refund);
}

/// A refund of a payment to the cafe that is older than the scenario.
pub fn refund_of_old(shop: &mut Value, id: &str, of: &str, paid: &str, at: &str, amount: &str) {
    let of = json!({
        "external": of, "seller": "cafe", "channel": "wx", "paid_at": "2018-09-01T12:00:00",
        "amount": paid
    });
    push(
        shop,
        "refunds",
        json!({ "id": id, "of": of, "at": at, "amount": amount }),
    );
}

/// What the shop's document says is wrong with it.
pub fn problems(shop: &Value) -> Outcome<Vec<Problem>> {
    let scenario = facade::open_text(&shop.to_string());
    let checked = scenario.and_then(|scenario| facade::check(&scenario));
    Ok(checked.err().ok_or("nothing is wrong")?)
}

/// A scenario played.
pub struct Played {
    run: Run,
    pub summary: Summary,
}

pub fn play(shop: &Value) -> Outcome<Played> {
    let scenario = facade::open_text(&shop.to_string()).map_err(|p| format!("{p:?}"))?;
    let plan = facade::check(&scenario).map_err(|p| format!("{p:?}"))?;
    let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
    Ok(Played { run, summary })
}

impl Played {
    /// Current and previous-day balance of an account at the end of a moment.
    pub fn balances(&self, name: &str, at: &str) -> Outcome<(String, String)> {
        let events = report::event_at(&self.run, WallClock::parse(at).ok_or("moment")?);
        let snapshot = report::snapshot(&self.run, events).map_err(|f| format!("{f:?}"))?;
        let is_it = |row: &daycut::facade::view::AccountRow| {
            row.name == name || row.alias.as_deref() == Some(name)
        };
        let place = self.summary.accounts.iter().position(is_it);
        let row = place.and_then(|place| snapshot.balances.get(place));
        let row = row.ok_or_else(|| format!("no account {name}"))?;
        Ok((row.current.plain(), row.previous_day.plain()))
    }

    pub fn balance(&self, name: &str, at: &str) -> Outcome<String> {
        Ok(self.balances(name, at)?.0)
    }

    /// Its balance when all is over.
    pub fn at_end(&self, name: &str) -> Outcome<String> {
        self.balance(name, "2199-01-01T00:00:00")
    }

    /// When, to whom and how much was paid out.
    pub fn payouts(&self) -> Outcome<Vec<(String, String, String)>> {
        let rows = report::payouts(&self.run).map_err(|fault| format!("{fault:?}"))?;
        let owner = |row: &PayoutRow| {
            let party = self.summary.parties.get(row.owner.index());
            party.map(|party| party.id.clone()).unwrap_or_default()
        };
        let rows = rows.iter();
        Ok(rows
            .map(|row| (row.at.to_string(), owner(row), row.amount.plain()))
            .collect())
    }

    pub fn batches(&self) -> Outcome<Vec<BatchRow>> {
        Ok(report::batches(&self.run).map_err(|fault| format!("{fault:?}"))?)
    }

    /// Moments, causes and amounts of all events of a kind.
    pub fn events(&self, kind: EventKind) -> Outcome<Vec<(String, String, String)>> {
        let mut found = Vec::new();
        for event in 1..=self.run.event_count() {
            let row = report::event_row(&self.run, event).map_err(|f| format!("{f:?}"))?;
            if row.kind == kind {
                let amount = row.amount.map(|amount| amount.plain()).unwrap_or_default();
                found.push((row.at.to_string(), row.cause, amount));
            }
        }
        Ok(found)
    }

    /// Legs as `keeper date: amount debit/credit`, of all events with this cause.
    pub fn legs(&self, cause: &str) -> Outcome<Vec<String>> {
        let mut legs = Vec::new();
        let mut from = 0;
        loop {
            let window = report::journal(&self.run, Default::default(), from, 200);
            let window = window.map_err(|fault| format!("{fault:?}"))?;
            for row in window.rows.iter().filter(|row| row.cause == cause) {
                let name = |id: daycut::facade::AccountId| {
                    let account = self.summary.accounts.get(id.index());
                    account
                        .map(|account| account.code.as_str())
                        .unwrap_or_default()
                };
                let book = self.summary.books.get(row.book.index()).ok_or("book")?;
                let keeper = self
                    .summary
                    .parties
                    .get(book.keeper.index())
                    .ok_or("party")?;
                let (debit, credit) = (name(row.debit), name(row.credit));
                let amount = row.amount.plain();
                legs.push(format!(
                    "{} {}: {amount} {debit}/{credit}",
                    keeper.id, row.date
                ));
            }
            from += u32::try_from(window.rows.len())?;
            if from >= window.total {
                return Ok(legs);
            }
        }
    }
}
