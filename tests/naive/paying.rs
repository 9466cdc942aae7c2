//! When who is paid, by whose rule and out of and into which deposit, reckoned a second time. Shares no code with the
//! engine.

use serde_json::Value;

use super::{
    DAY, Outcome, Reckoning, Sale, accounting_date, due, entry, fen, is_working, text, time,
};

/// Contracts with a channel.
fn contracts<'a>(scenario: &'a Value, channel: &'a Value) -> impl Iterator<Item = &'a Value> {
    let all = scenario["contracts"].as_array().into_iter().flatten();
    all.filter(move |contract| contract["channel"] == *channel)
}

fn splits(contract: &Value) -> impl Iterator<Item = &Value> {
    contract["splits"].as_array().into_iter().flatten()
}

/// How slow a rule is: days, working days before natural ones, time of day, minimum.
fn slowness(rule: &Value) -> Outcome<(i64, bool, i64, i64)> {
    let cycle = rule["cycle"].as_str().ok_or("a cycle")?;
    let (letter, days) = cycle.split_once('+').ok_or("a cycle")?;
    let pays_at = time(rule["pays_at"].as_str().unwrap_or("09:30"))?;
    let minimum = fen(rule["minimum"].as_str().unwrap_or("0"))?;
    Ok((days.parse()?, letter == "T", pays_at, minimum))
}

/// The rule by which a channel pays somebody: that of a contract of its own, else the slowest of those that split to it.
fn rule_of<'a>(scenario: &'a Value, channel: &'a Value, to: &str) -> Outcome<&'a Value> {
    let rule = |contract: &Value| {
        entry(
            &scenario["settlement_rules"],
            "id",
            &contract["settlement_rule"],
        )
    };
    if let Some(own) = contracts(scenario, channel).find(|one| one["collector"] == *to) {
        return rule(own);
    }
    let mut slowest: Option<&Value> = None;
    for contract in contracts(scenario, channel) {
        if splits(contract).any(|split| split["to"] == *to) {
            let rule = rule(contract)?;
            if slowest.is_none_or(|known| slowness(known).ok() < slowness(rule).ok()) {
                slowest = Some(rule);
            }
        }
    }
    Ok(slowest.ok_or("a rule")?)
}

/// The deposit that is named, or the only one of its owner.
fn deposit<'a>(scenario: &'a Value, named: Option<&'a Value>, owner: &str) -> Outcome<&'a str> {
    if let Some(named) = named.filter(|named| !named.is_null()) {
        return Ok(text(named));
    }
    let only = entry(&scenario["accounts"], "owner", &owner.into())?;
    Ok(text(&only["id"]))
}

/// The deposit to which a channel pays somebody.
fn paid_to<'a>(scenario: &'a Value, channel: &'a Value, to: &str) -> Outcome<&'a str> {
    let own = contracts(scenario, channel).filter(|one| one["collector"] == *to);
    let theirs = contracts(scenario, channel).flat_map(splits);
    let theirs = theirs.filter(|split| split["to"] == *to);
    let mut named = own.chain(theirs).map(|one| &one["payout_to"]);
    deposit(scenario, named.find(|named| !named.is_null()), to)
}

impl Reckoning {
    /// An amount that becomes pending at a moment is paid at the first payout time from that moment on that is not
    /// before its due day; answers when.
    pub(super) fn pays(
        &mut self,
        scenario: &Value,
        sale: &Sale<'_>,
        to: &str,
        at: i64,
        pending: i64,
    ) -> Outcome<i64> {
        let rule = rule_of(scenario, &sale.contract["channel"], to)?;
        let deposit = paid_to(scenario, &sale.contract["channel"], to)?;
        *self.deposits.entry(deposit.to_owned()).or_default() += pending;
        let channel = entry(&scenario["parties"], "id", &sale.contract["channel"])?;
        let pays_at = time(rule["pays_at"].as_str().unwrap_or("09:30"))?;
        let mut on = due(rule, accounting_date(&channel["book"], at)?)?.max(at / DAY);
        if on * DAY + pays_at < at {
            on += 1;
        }
        // Under T+n nobody is paid on a day off.
        let calendar = rule["calendar"].as_str().unwrap_or("cn");
        let is_t = rule["cycle"]
            .as_str()
            .is_some_and(|cycle| cycle.starts_with('T'));
        while is_t && !is_working(calendar, on)? {
            on += 1;
        }
        if let Some(payouts) = &mut self.payouts
            && pending > 0
        {
            *payouts.entry((to.to_owned(), on)).or_default() += pending;
        }
        Ok(on * DAY + pays_at)
    }

    /// What arrives for a seller is paid onward at the platform's next time of day, the moment itself included.
    pub(super) fn transfers(
        &mut self,
        scenario: &Value,
        (sale, agreement): (&Sale<'_>, &Value),
        arrives: i64,
        part: i64,
    ) -> Outcome {
        let (contract, seller) = (sale.contract, sale.seller);
        let from = paid_to(scenario, &contract["channel"], text(&contract["collector"]))?;
        *self.deposits.entry(from.to_owned()).or_default() -= part;
        let to = deposit(scenario, Some(&agreement["payout_to"]), seller)?;
        *self.deposits.entry(to.to_owned()).or_default() += part;
        let pays_at = time(agreement["pays_at"].as_str().unwrap_or("15:00"))?;
        let mut on = arrives / DAY;
        if on * DAY + pays_at < arrives {
            on += 1;
        }
        if let Some(transfers) = &mut self.transfers
            && part > 0
        {
            *transfers.entry((seller.to_owned(), on)).or_default() += part;
        }
        Ok(())
    }
}
