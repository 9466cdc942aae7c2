//! An auditor who shares no code with the engine reckons every scenario with naive formulas and compares
//! what the run's files say: totals, fees, everybody's final balance, payouts day by day, trade bills.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

mod made_up;
mod naive;

use std::collections::BTreeMap;

use daycut::facade::view::{HeldForOverRun, HeldOverRun, HeldSince};
use daycut::facade::{self, Run, report};
use proptest::prelude::*;
use serde_json::Value;

use made_up::Wishes;
use naive::{Outcome, Reckoning, day, fen, reckon, text};

fn played(text: &str) -> Outcome<Run> {
    let scenario = facade::open_text(text).map_err(|problems| format!("{problems:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

fn file(run: &Run, kind: &str) -> Outcome<String> {
    let file = facade::export(run, kind, "", None).map_err(|error| format!("{error:?}"))?;
    Ok(String::from_utf8(file.bytes)?)
}

/// Refunds that the run refused, by id.
fn refused(log: &Value) -> Vec<String> {
    let events = log["log"].as_array().into_iter().flatten();
    events
        .filter(|event| event["kind"] == "refund_refused")
        .filter_map(|event| event["cause"].as_str().map(str::to_owned))
        .collect()
}

/// What every account held at the end, shown on its normal side: `keeper:code` to fen.
fn last_closings(run: &Run) -> Outcome<BTreeMap<String, i64>> {
    let table = file(run, "closings")?;
    let mut last = BTreeMap::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [book, _, _, code, _, closing, _] = cells[..] else {
            return Err(line.into());
        };
        // Dates rise within a book, so the last line of an account stays.
        last.insert(format!("{book}:{code}"), fen(closing)?);
    }
    Ok(last)
}

/// Money that a party has: deposits and claims, less what it owes others as a platform.
fn positions(run: &Run, log: &Value) -> Outcome<BTreeMap<String, i64>> {
    let closings = last_closings(run)?;
    let parties = log["parties"].as_array().ok_or("parties")?;
    let mut positions: BTreeMap<String, i64> = BTreeMap::new();
    for account in log["accounts"].as_array().ok_or("accounts")? {
        let name = account["name"].as_str().ok_or("a name")?;
        let (keeper, _) = name.split_once(':').ok_or("a keeper")?;
        let closing = *closings
            .get(name)
            .ok_or_else(|| format!("no closing of {name}"))?;
        let owner = usize::try_from(account["owner"].as_u64().ok_or("an owner")?)?;
        let owner = parties[owner]["id"].as_str().ok_or("an id")?;
        let keeper_row = parties.iter().find(|party| party["id"] == *keeper);
        let keeper_is = &keeper_row.ok_or("a keeper")?["kind"];
        match account["kind"].as_str().ok_or("a kind")? {
            "corporate_deposit" | "personal_deposit" => {
                *positions.entry(owner.to_owned()).or_default() += closing;
            }
            "pending" | "available" | "frozen" | "payout_in_transit" => {
                *positions.entry(owner.to_owned()).or_default() += closing;
                if *keeper_is == "platform" {
                    *positions.entry(keeper.to_owned()).or_default() -= closing;
                }
            }
            _ => {}
        }
    }
    Ok(positions)
}

fn compare_positions(run: &Run, scenario: &Value, log: &Value, naive: &Reckoning) -> Outcome {
    let positions = positions(run, log)?;
    let mut expected = naive.gained.clone();
    for account in scenario["accounts"].as_array().into_iter().flatten() {
        let owner = account["owner"].as_str().ok_or("an owner")?;
        let opening = fen(account["opening"].as_str().unwrap_or("0"))?;
        *expected.entry(owner.to_owned()).or_default() += opening;
    }
    for (party, position) in &positions {
        let reckoned = expected.remove(party).unwrap_or(0);
        assert_eq!(*position, reckoned, "what {party} has at the end");
    }
    expected.retain(|_, gain| *gain != 0);
    assert!(
        expected.is_empty(),
        "gained but nowhere to be found: {expected:?}"
    );
    Ok(())
}

/// Every claim is paid in the end, so that deposits alone hold what was gained.
fn nothing_is_left_at_channels(run: &Run) -> Outcome {
    for (name, closing) in last_closings(run)? {
        let (_, code) = name.split_once(':').ok_or("a keeper")?;
        if code.starts_with("224") {
            assert_eq!(closing, 0, "{name}");
        }
    }
    Ok(())
}

fn compare_totals(log: &Value, naive: &Reckoning) {
    assert_eq!(log["paid_in"], naive.paid_in);
    assert_eq!(log["refunded"], naive.refunded);
    assert_eq!(log["fees"], naive.fees.values().sum::<i64>());
}

/// Fee income of every channel stands in its book.
fn compare_fee_income(run: &Run, naive: &Reckoning) -> Outcome {
    let closings = last_closings(run)?;
    for (channel, fees) in &naive.fees {
        let income = closings.get(&format!("{channel}:6001")).copied();
        assert_eq!(income, Some(*fees), "fee income of {channel}");
    }
    Ok(())
}

fn compare_payouts(log: &Value, naive: &Reckoning) -> Outcome {
    let Some(expected) = &naive.payouts else {
        return Ok(());
    };
    let mut paid: BTreeMap<(String, i64), i64> = BTreeMap::new();
    for event in log["log"].as_array().into_iter().flatten() {
        if event["kind"] == "payout_succeeded" {
            // `PO20180929.wx.cafe`; ids of made-up parties and of the gallery hold no point.
            let cause = event["cause"].as_str().ok_or("a cause")?;
            let owner = cause.rsplit('.').next().ok_or("an owner")?;
            let at = event["at"].as_str().ok_or("a moment")?;
            let amount = event["amount"].as_i64().ok_or("an amount")?;
            *paid.entry((owner.to_owned(), day(at)?)).or_default() += amount;
        }
    }
    assert_eq!(paid, *expected, "payouts by owner and day");
    Ok(())
}

/// Number of rows and 订单总金额 of every trade bill.
fn compare_bills(run: &Run, naive: &Reckoning) -> Outcome {
    let mut found = BTreeMap::new();
    for offer in facade::offers(run).map_err(|fault| format!("{fault:?}"))? {
        if offer.kind != "wechat-bill" {
            continue;
        }
        let bill = facade::export(run, &offer.kind, &offer.party, offer.date);
        let bill = String::from_utf8(bill.map_err(|error| format!("{error:?}"))?.bytes)?;
        let totals: Vec<&str> = bill.lines().last().ok_or("totals")?.split(",`").collect();
        let rows: usize = totals[0].trim_start_matches('`').parse()?;
        assert_eq!(rows, bill.lines().count() - 3, "{}", offer.file_name);
        let date = day(&offer.date.ok_or("a date")?.to_string())?;
        found.insert((offer.party, date), (rows, fen(totals[5])?));
    }
    assert_eq!(found, naive.bills, "rows and sums of trade bills");
    Ok(())
}

/// The only platform of a scenario; none of the gallery has two.
fn platform(scenario: &Value) -> &str {
    let mut parties = scenario["parties"].as_array().into_iter().flatten();
    let found = parties.find(|party| party["kind"] == "platform");
    found.map_or("", |party| text(&party["id"]))
}

/// What the platform held of others' money: maximum, amount × time, and whose it was.
fn compare_held(run: &Run, scenario: &Value, log: &Value) -> Outcome {
    let naive = naive::holding::held(scenario, platform(scenario), log)?;
    let parties = log["parties"].as_array().ok_or("parties")?;
    let rows = report::held_over_run(run, HeldSince::EventTime);
    let rows = rows.map_err(|fault| format!("{fault:?}"))?;
    let mall = |row: &&HeldOverRun| parties[row.holder.index()]["id"] == platform(scenario);
    let ours = rows.iter().find(mall).cloned().unwrap_or_default();
    assert_eq!(ours.maximum.minor(), naive.maximum);
    assert_eq!(ours.held.fen_seconds(), seconds(naive.total));
    assert_eq!(
        ours.held_at_channel.fen_seconds(),
        seconds(naive.at_channel)
    );
    assert_eq!(
        ours.held_at_bank.fen_seconds(),
        seconds(naive.total - naive.at_channel)
    );
    if let Some(of) = naive.of {
        let id = |row: &HeldForOverRun| text(&parties[row.beneficiary.index()]["id"]).to_owned();
        let ours = ours.of.iter().map(|row| (id(row), row.held.fen_seconds()));
        let theirs = of.into_iter().map(|(id, held)| (id, seconds(held)));
        assert_eq!(ours.collect::<BTreeMap<_, _>>(), theirs.collect());
    }
    Ok(())
}

/// S9: what the rules flag is what the auditor flags: the same events, the same sums, and nothing of a platform that
/// has a licence or collects for nobody.
fn compare_flagged(run: &Run, scenario: &Value, log: &Value) -> Outcome {
    let parties = log["parties"].as_array().ok_or("parties")?;
    let found = report::findings(run).map_err(|fault| format!("{fault:?}"))?;
    let mall = parties
        .iter()
        .find(|party| party["id"] == platform(scenario));
    let has_none = mall.is_some_and(|party| party["licence"] == "none");
    let naive = match has_none {
        true => naive::flagged::flagged(scenario, platform(scenario), log)?,
        false => naive::flagged::Flagged::default(),
    };
    let held = naive::holding::held(scenario, platform(scenario), log)?;
    let of = |code: &str| {
        let mut its = found.findings.iter().filter(|one| one.rule.code() == code);
        let one = its.next();
        assert!(its.next().is_none(), "{code}: one platform, one finding");
        assert!(one.is_none_or(|one| parties[one.subject.index()]["id"] == platform(scenario)));
        one
    };
    let numbers = |code: &str| -> (Vec<u64>, i64) {
        let one = of(code).map(|one| {
            let events = one.evidence.events.iter().map(|event| u64::from(*event));
            (events.collect(), one.amount.minor())
        });
        one.unwrap_or_default()
    };
    assert_eq!(numbers("SC-01"), naive.passed_on, "SC-01");
    assert_eq!(numbers("SC-02"), naive.one_number, "SC-02");
    assert_eq!(numbers("SC-15"), naive.batches, "SC-15");
    let most = of("SC-03").map_or(0, |one| one.amount.minor());
    assert_eq!(most, if has_none { held.maximum } else { 0 }, "SC-03");
    let commission = of("SC-25").map_or(0, |one| one.amount.minor());
    let expected = if held.maximum > 0 {
        naive.commission
    } else {
        0
    };
    assert_eq!(commission, expected, "SC-25");
    Ok(())
}

/// Fen-milliseconds as fen-seconds are written.
fn seconds(product: i128) -> String {
    let (whole, rest) = (product / 1_000, product % 1_000);
    let fraction = format!(".{rest:03}");
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    format!("{whole}{fraction}")
}

/// Compares everything; whether anything was refused or refunded.
fn audit(text: &str) -> Outcome<Reckoning> {
    let scenario: Value = serde_json::from_str(text)?;
    let run = played(text)?;
    let log: Value = serde_json::from_str(&file(&run, "run")?)?;
    let naive = reckon(&scenario, &refused(&log))?;
    compare_totals(&log, &naive);
    compare_fee_income(&run, &naive)?;
    compare_positions(&run, &scenario, &log, &naive)?;
    compare_payouts(&log, &naive)?;
    compare_bills(&run, &naive)?;
    compare_held(&run, &scenario, &log)?;
    compare_flagged(&run, &scenario, &log)?;
    if naive.refunded == 0 {
        nothing_is_left_at_channels(&run)?;
    }
    Ok(naive)
}

#[test]
fn the_auditor_agrees_with_every_gallery_scenario() -> Outcome {
    let mut audited = 0;
    for item in facade::gallery() {
        let scenario: Value = serde_json::from_str(item.text)?;
        let draws = scenario["traffic"]
            .as_array()
            .is_some_and(|rows| !rows.is_empty());
        if !draws {
            let naive = audit(item.text).map_err(|error| format!("{}: {error}", item.id))?;
            assert!(naive.paid_in > 0, "{}", item.id);
            audited += 1;
        }
    }
    assert!(audited >= 4, "{audited}");
    Ok(())
}

/// The mall of the worked example, by hand: 396.63 paid, 50.00 refunded, 2.07 fees.
#[test]
fn the_auditor_knows_the_worked_example() -> Outcome {
    let naive = audit(include_str!("../www/scenarios/mall-sub-merchants.json"))?;
    assert_eq!((naive.paid_in, naive.refunded), (39_663, 5_000));
    assert_eq!(naive.fees["wx"], 207);
    assert_eq!(naive.gained["mall"], 792);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_auditor_agrees_with_made_up_scenarios(
        text in made_up::scenarios(Wishes { drawn_per_day: 0, refunds: true })
    ) {
        let audited = audit(&text);
        prop_assert!(audited.is_ok(), "{audited:?}\n{text}");
    }

    #[test]
    fn the_auditor_agrees_on_every_payout_where_nothing_is_refunded(
        text in made_up::scenarios(Wishes { drawn_per_day: 0, refunds: false })
    ) {
        let audited = audit(&text);
        prop_assert!(audited.is_ok(), "{audited:?}\n{text}");
    }
}
