//! The naive reckoning of a scenario: what each party ends up with and when it is paid, from the text alone.
//!
//! Shares no code with the engine: its own arithmetic, its own dates, its own reading of the calendar.

pub mod books;
pub mod flagged;
pub mod holding;
mod paying;
pub mod shells;
pub mod splitting;
pub mod taken;

use std::collections::BTreeMap;
use std::error::Error;

use serde_json::Value;

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Everything reckoned.
#[derive(Debug, Default)]
pub struct Reckoning {
    /// Sum of all payments, in fen.
    pub paid_in: i64,
    /// Sum of all refunds that were made.
    pub refunded: i64,
    /// Fees less fees returned, by channel.
    pub fees: BTreeMap<String, i64>,
    /// What each party gained: sales, commissions, less fees and refunds.
    pub gained: BTreeMap<String, i64>,
    /// Payouts by owner and day, where no refund, minimum or own calendar disturbs them.
    pub payouts: Option<BTreeMap<(String, i64), i64>>,
    /// What a platform pays sellers, by seller and day, where nothing disturbs payouts and it learns of every sale
    /// at once and spends nothing.
    pub transfers: Option<BTreeMap<(String, i64), i64>>,
    /// What payouts and transfers changed of each deposit; means something where `transfers` does.
    pub deposits: BTreeMap<String, i64>,
    /// Rows and sum of orders in trade bills, by merchant (`provider/sub-merchant` too) and accounting date of the
    /// channel.
    pub bills: BTreeMap<(String, i64), (usize, i64)>,
}

/// `"1234.5"` in fen.
pub fn fen(text: &str) -> Outcome<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let cents: i64 = format!("{fraction:0<2}").parse()?;
    Ok(whole.parse::<i64>()? * 100 + sign * cents)
}

fn amount(value: &Value) -> Outcome<i64> {
    fen(value.as_str().ok_or("an amount")?)
}

/// `"0.006"` in millionths.
fn millionths(value: &Value) -> Outcome<i64> {
    let text = value.as_str().ok_or("a rate")?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    Ok(whole.parse::<i64>()? * 1_000_000 + format!("{fraction:0<6}").parse::<i64>()?)
}

fn rounded(numerator: i64, denominator: i64, how: &str) -> Outcome<i64> {
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    let up = match how {
        "up" => rest > 0,
        "down" => false,
        "half_up" => rest * 2 >= denominator,
        "half_even" => rest * 2 > denominator || (rest * 2 == denominator && quotient % 2 == 1),
        other => return Err(format!("rounding {other}").into()),
    };
    Ok(quotient + i64::from(up))
}

/// Days since 1970-01-01 of `2018-09-30`, counted month by month.
pub fn day(text: &str) -> Outcome<i64> {
    let mut parts = text.get(..10).ok_or("a date")?.split('-');
    let mut next = || -> Outcome<i64> { Ok(parts.next().ok_or("a date")?.parse()?) };
    let (year, month, day) = (next()?, next()?, next()?);
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut days = day - 1;
    for earlier in 1970..year {
        days += if is_leap(earlier) { 366 } else { 365 };
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    Ok(days
        + lengths
            .iter()
            .take(usize::try_from(month - 1)?)
            .sum::<i64>())
}

/// Milliseconds of `22:00:37`, `22:00` or `22:00:37.125`.
fn time(text: &str) -> Outcome<i64> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut seconds = 0;
    for (part, weight) in clock.split(':').zip([3_600, 60, 1]) {
        seconds += part.parse::<i64>()? * weight;
    }
    Ok(seconds * 1_000 + format!("{fraction:0<3}").parse::<i64>()?)
}

const DAY: i64 = 86_400_000;

/// Milliseconds since 1970-01-01 of `2018-09-30T22:59:50`.
fn moment(value: &Value) -> Outcome<i64> {
    let (date, clock) = value
        .as_str()
        .and_then(|text| text.split_once('T'))
        .ok_or("a moment")?;
    Ok(day(date)? * DAY + time(clock)?)
}

/// The accounting date of a moment in a party's book.
fn accounting_date(book: &Value, at: i64) -> Outcome<i64> {
    let cut = time(book["cut_off"].as_str().unwrap_or("00:00"))?;
    let closes_own_date = match book["closes"].as_str() {
        Some(closes) => closes == "same",
        None => cut >= DAY / 2,
    };
    let (date, clock) = (at / DAY, at % DAY);
    let is_new = clock > cut || (clock == cut && book["boundary"] != "old_day");
    Ok(date + i64::from(is_new) + i64::from(closes_own_date) - 1)
}

/// Whether a day is worked, read from the table of exceptions.
fn is_working(calendar: &str, day_number: i64) -> Outcome<bool> {
    let is_weekend = (day_number + 3) % 7 >= 5;
    if calendar == "cn" {
        for line in include_str!("../../data/cn-working-days.txt").lines() {
            if let Some((date, word)) = line.split_once(' ')
                && !line.starts_with('#')
                && day(date)? == day_number
            {
                return Ok(word == "班");
            }
        }
    }
    Ok(!is_weekend)
}

fn due(rule: &Value, date: i64) -> Outcome<i64> {
    let cycle = rule["cycle"].as_str().ok_or("a cycle")?;
    let (letter, count) = cycle.split_once('+').ok_or("a cycle")?;
    let mut left: i64 = count.parse()?;
    if letter == "D" {
        return Ok(date + left);
    }
    let calendar = rule["calendar"].as_str().unwrap_or("cn");
    let mut day = date;
    if left == 0 || rule["non_working_trade"] == "next_working_day" {
        while !is_working(calendar, day)? {
            day += 1;
        }
    }
    while left > 0 {
        day += 1;
        left -= i64::from(is_working(calendar, day)?);
    }
    Ok(day)
}

/// The entry of a list whose field says this.
fn entry<'a>(list: &'a Value, field: &str, wanted: &Value) -> Outcome<&'a Value> {
    let found = list.as_array().into_iter().flatten();
    let mut found = found.filter(|one| one[field] == *wanted);
    found
        .next()
        .ok_or_else(|| format!("no {field} {wanted}").into())
}

/// One payment line, followed from payment to refund.
struct Sale<'a> {
    contract: &'a Value,
    seller: &'a str,
    at: i64,
    known_at: i64,
    paid: i64,
}

/// The only platform of a scenario; none of the gallery has two.
pub fn platform(scenario: &Value) -> &str {
    let mut parties = scenario["parties"].as_array().into_iter().flatten();
    let found = parties.find(|party| party["kind"] == "platform");
    found.map_or("", |party| text(&party["id"]))
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

impl<'a> Sale<'a> {
    fn of(scenario: &'a Value, payment: &'a Value, line: &'a Value) -> Outcome<Sale<'a>> {
        let (at, paid) = (moment(&payment["at"])?, amount(&line["amount"])?);
        let fits = |route: &&Value| -> bool {
            let bound = |name: &str| amount(&route[name]).ok();
            let until = moment(&route["until"]).ok();
            route["seller"] == line["seller"]
                && route["channel"] == payment["channel"]
                && bound("min_amount").is_none_or(|min| paid >= min)
                && bound("max_amount").is_none_or(|max| paid <= max)
                && moment(&route["from"]).ok().is_none_or(|from| at >= from)
                && until.is_none_or(|until| at < until)
        };
        let route = scenario["routes"]
            .as_array()
            .ok_or("routes")?
            .iter()
            .find(fits);
        let contract = entry(
            &scenario["contracts"],
            "id",
            &route.ok_or("no route")?["contract"],
        )?;
        let delay = contract["notification_delay_seconds"].as_i64().unwrap_or(0);
        let known_at = match &payment["known_at"] {
            Value::Null => at + delay * 1_000,
            known_at => moment(known_at)?,
        };
        Ok(Sale {
            contract,
            seller: text(&line["seller"]),
            at,
            known_at,
            paid,
        })
    }

    fn fee(&self, plan: &Value) -> Outcome<i64> {
        let how = plan["rounding"].as_str().unwrap_or("half_up");
        let mut fee = rounded(self.paid * millionths(&plan["rate"])?, 1_000_000, how)?;
        if !plan["cap"].is_null() {
            fee = fee.min(amount(&plan["cap"])?);
        }
        if !plan["floor"].is_null() {
            fee = fee.max(amount(&plan["floor"])?);
        }
        Ok(fee.min(self.paid))
    }
}

/// What of a fee or share comes back when so much of what was paid is refunded.
fn back(whole: i64, refunded: i64, paid: i64, on_refund: &str) -> Outcome<i64> {
    match on_refund {
        "keep" => Ok(0),
        _ if refunded >= paid => Ok(whole),
        _ => rounded(whole * refunded, paid, "half_up"),
    }
}

/// Reckons a scenario without drawn payments, given which refunds and outflows were refused.
pub fn reckon(scenario: &Value, refused: &[String]) -> Outcome<Reckoning> {
    let mut all = Reckoning {
        payouts: Some(BTreeMap::new()),
        transfers: Some(BTreeMap::new()),
        ..Reckoning::default()
    };
    for payment in scenario["payments"].as_array().into_iter().flatten() {
        for line in payment["lines"].as_array().ok_or("lines")? {
            let sale = Sale::of(scenario, payment, line)?;
            let refunded = all.refunds_of(scenario, payment, line, &sale, refused)?;
            all.sale(scenario, &sale, &refunded)?;
        }
    }
    for outflow in scenario["outflows"].as_array().into_iter().flatten() {
        if !refused.contains(&text(&outflow["id"]).to_owned()) {
            all.flows_out(scenario, outflow)?;
        }
    }
    let is_disturbed = |list: &str, is: fn(&Value) -> bool| {
        scenario[list].as_array().into_iter().flatten().any(is)
    };
    let own_calendar =
        |rule: &Value| !matches!(rule["calendar"].as_str(), None | Some("cn" | "weekdays"));
    if is_disturbed("refunds", |_| true)
        || is_disturbed("settlement_rules", |rule| !rule["minimum"].is_null())
        || is_disturbed("settlement_rules", own_calendar)
    {
        all.payouts = None;
    }
    let is_late = |contract: &Value| contract["notification_delay_seconds"].as_i64() > Some(0);
    let is_told_late = |payment: &Value| !payment["known_at"].is_null();
    if all.payouts.is_none()
        || is_disturbed("outflows", |_| true)
        || is_disturbed("contracts", is_late)
        || is_disturbed("payments", is_told_late)
    {
        all.transfers = None;
    }
    Ok(all)
}

impl Reckoning {
    /// Moments and amounts of the refunds of a payment line that were made, in time order; each is a row of a bill.
    fn refunds_of(
        &mut self,
        scenario: &Value,
        payment: &Value,
        line: &Value,
        sale: &Sale<'_>,
        refused: &[String],
    ) -> Outcome<Vec<(i64, i64)>> {
        let mut made = Vec::new();
        for refund in scenario["refunds"].as_array().into_iter().flatten() {
            let of = &refund["of"];
            let is_of = *of == payment["id"]
                || (of["payment"] == payment["id"]
                    && (of["seller"].is_null() || of["seller"] == line["seller"]));
            if is_of && !refused.contains(&text(&refund["id"]).to_owned()) {
                let at = moment(&refund["at"])?;
                made.push((at, amount(&refund["amount"])?));
                self.bill_row(scenario, sale, at, 0)?;
            }
        }
        made.sort_by_key(|(at, _)| *at);
        Ok(made)
    }

    fn bill_row(&mut self, scenario: &Value, sale: &Sale<'_>, at: i64, ordered: i64) -> Outcome {
        let collector = text(&sale.contract["collector"]);
        let mut bills = vec![collector.to_owned()];
        if sale.contract["mode"] == "sub_merchant" {
            let provider = text(&sale.contract["provider"]);
            bills = vec![provider.to_owned(), format!("{provider}/{collector}")];
        }
        let channel = entry(&scenario["parties"], "id", &sale.contract["channel"])?;
        let date = accounting_date(&channel["book"], at)?;
        for of in bills {
            let bill = self.bills.entry((of, date)).or_default();
            bill.0 += 1;
            bill.1 += ordered;
        }
        Ok(())
    }

    fn gain(&mut self, party: &str, gain: i64) {
        *self.gained.entry(party.to_owned()).or_default() += gain;
    }

    /// Who is paid onward has more; who is advanced something has it earlier.
    fn flows_out(&mut self, scenario: &Value, outflow: &Value) -> Outcome {
        if outflow["purpose"] == "advance" {
            return Ok(());
        }
        let paid = amount(&outflow["amount"])?;
        let from = entry(&scenario["accounts"], "id", &outflow["from"])?;
        self.gain(text(&from["owner"]), -paid);
        if !outflow["to"].is_null() {
            let to = entry(&scenario["accounts"], "id", &outflow["to"])?;
            self.gain(text(&to["owner"]), paid);
        }
        Ok(())
    }

    fn sale(&mut self, scenario: &Value, sale: &Sale<'_>, refunds: &[(i64, i64)]) -> Outcome {
        let contract = sale.contract;
        let refunded = refunds.iter().map(|(_, part)| part).sum();
        let plan = entry(&scenario["fee_plans"], "id", &contract["fee_plan"])?;
        let fee = sale.fee(plan)?;
        let fee_back = back(fee, refunded, sale.paid, text(&plan["on_refund"]))?;
        self.paid_in += sale.paid;
        self.refunded += refunded;
        *self
            .fees
            .entry(text(&contract["channel"]).to_owned())
            .or_default() += fee - fee_back;
        self.bill_row(scenario, sale, sale.at, sale.paid)?;
        let collector = text(&contract["collector"]);
        let mut net = sale.paid - fee - refunded + fee_back;
        match text(&contract["mode"]) {
            "direct" => {
                self.pays(scenario, sale, collector, sale.at, sale.paid - fee)?;
            }
            "sub_merchant" => {
                let split = splitting::split(sale, (fee, text(&plan["on_refund"])), refunds)?;
                for (to, share, kept) in &split.shares {
                    net -= kept;
                    self.gain(to, *kept);
                    self.pays(scenario, sale, to, split.at, *share)?;
                }
                self.pays(scenario, sale, collector, split.at, split.rest)?;
            }
            "pooled" => {
                let agreements = scenario["agreements"].as_array().into_iter().flatten();
                let mut agreements = agreements.filter(|one| {
                    one["platform"] == contract["collector"] && one["merchant"] == sale.seller
                });
                let agreement = agreements.next().ok_or("no agreement")?;
                let how = agreement["rounding"].as_str().unwrap_or("down");
                let rate = millionths(&agreement["rate"])?;
                let commission = rounded(sale.paid * rate, 1_000_000, how)?.min(sale.paid - fee);
                let on_refund = agreement["on_refund"].as_str().unwrap_or("keep");
                let kept = commission - back(commission, refunded, sale.paid, on_refund)?;
                self.gain(sale.seller, net - kept);
                net = kept;
                let arrives = self.pays(scenario, sale, collector, sale.at, sale.paid - fee)?;
                let part = sale.paid - fee - commission;
                self.transfers(scenario, (sale, agreement), arrives, part)?;
            }
            other => return Err(format!("mode {other}").into()),
        }
        self.gain(collector, net);
        Ok(())
    }
}
