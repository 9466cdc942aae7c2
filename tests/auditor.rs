//! An auditor who shares no code with the engine reckons every scenario with naive formulas and compares
//! what the run's files say: totals, fees, everybody's final balance, payouts day by day, trade bills.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

mod audited;
mod made_up;
mod naive;
#[expect(
    dead_code,
    reason = "what the rules find and offer stands there too, for tests/rules.rs"
)]
mod ruled;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use daycut::facade::view::{HeldForOverRun, HeldOverRun, HeldSince, HeldStay};
use daycut::facade::{self, Run, report};
use proptest::prop_assert;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use audited::channels::with_two_channels;
use audited::{AUDITED, Tally, compare_flagged};
use made_up::Wishes;
use naive::holding::{Held, held};
use naive::{Outcome, Reckoning, day, fen, platform, reckon, text};

/// Scenarios out of a few hundred in which a rule must fire, and in which it must not, to have been tried at all.
const SEEN_MIN: u32 = 5;

fn played(text: &str) -> Outcome<Run> {
    let scenario = facade::open_text(text).map_err(|problems| format!("{problems:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

fn file(run: &Run, kind: &str) -> Outcome<String> {
    let file = facade::export(run, kind, "", None).map_err(|error| format!("{error:?}"))?;
    Ok(String::from_utf8(file.bytes)?)
}

/// Refunds and outflows that the run refused, by id.
fn refused(log: &Value) -> Vec<String> {
    let events = log["log"].as_array().into_iter().flatten();
    events
        .filter(|event| event["kind"] == "refund_refused" || event["kind"] == "outflow_refused")
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
fn nothing_is_left(run: &Run, scenario: &Value) -> Outcome {
    let is_late = |contract: &Value| {
        let delay = contract["notification_delay_seconds"].as_u64();
        contract["mode"] == "pooled" && delay.unwrap_or(0) > 0
    };
    let some = |list: &str, is: &dyn Fn(&Value) -> bool| {
        scenario[list].as_array().into_iter().flatten().any(is)
    };
    // A platform that learns of a sale after it was paid for it, or that has spent the money, still owes it.
    let may_owe = some("outflows", &|_| true) || some("contracts", &is_late);
    for (name, closing) in last_closings(run)? {
        let (keeper, code) = name.split_once(':').ok_or("a keeper")?;
        if code.starts_with("224") && !(may_owe && keeper == platform(scenario)) {
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

/// What platforms paid sellers, by seller and day.
fn compare_transfers(log: &Value, naive: &Reckoning) -> Outcome {
    let Some(expected) = &naive.transfers else {
        return Ok(());
    };
    let mut paid: BTreeMap<(String, i64), i64> = BTreeMap::new();
    for event in log["log"].as_array().into_iter().flatten() {
        if event["kind"] == "transferred" {
            let cause = event["cause"].as_str().ok_or("a cause")?;
            let seller = cause.rsplit('.').next().ok_or("a seller")?;
            let at = event["at"].as_str().ok_or("a moment")?;
            let amount = event["amount"].as_i64().ok_or("an amount")?;
            *paid.entry((seller.to_owned(), day(at)?)).or_default() += amount;
        }
    }
    assert_eq!(paid, *expected, "transfers by seller and day");
    Ok(())
}

/// What is on every deposit at the end.
fn compare_deposits(run: &Run, scenario: &Value, log: &Value, naive: &Reckoning) -> Outcome {
    if naive.transfers.is_none() {
        return Ok(());
    }
    let closings = last_closings(run)?;
    for account in scenario["accounts"].as_array().into_iter().flatten() {
        let id = text(&account["id"]);
        let mut rows = log["accounts"].as_array().into_iter().flatten();
        let row = rows.find(|row| row["alias"] == id).ok_or("a deposit")?;
        let opening = fen(account["opening"].as_str().unwrap_or("0"))?;
        let expected = opening + naive.deposits.get(id).copied().unwrap_or(0);
        let closing = closings.get(text(&row["name"])).copied();
        assert_eq!(closing, Some(expected), "what is on {id}");
    }
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

/// What the platform held of others' money: maximum, amount × time, and whose it was.
fn compare_held(run: &Run, scenario: &Value, log: &Value, naive: &Held) -> Outcome {
    let parties = log["parties"].as_array().ok_or("parties")?;
    let rows = report::held_over_run(run, HeldSince::EventTime);
    let rows = rows.map_err(|fault| format!("{fault:?}"))?;
    let mall = |row: &&HeldOverRun| parties[row.holder.index()]["id"] == platform(scenario);
    let ours = rows.iter().find(mall).cloned().unwrap_or_default();
    assert_eq!(ours.maximum.minor(), naive.maximum);
    assert_eq!(ours.held.fen_seconds(), seconds(naive.total));
    let stay = |stay: &HeldStay| (stay.from.millis(), stay.until.millis());
    assert_eq!(ours.longest.as_ref().map(stay), naive.longest);
    let lasted = naive.longest.map(|(from, until)| until - from);
    let told = ours.longest.map(|stay| i64::try_from(stay.ms));
    assert_eq!(told.transpose()?, lasted);
    assert_eq!(
        ours.held_at_channel.fen_seconds(),
        seconds(naive.at_channel)
    );
    assert_eq!(
        ours.held_at_bank.fen_seconds(),
        seconds(naive.total - naive.at_channel)
    );
    if let Some(of) = &naive.of {
        let id = |row: &HeldForOverRun| text(&parties[row.beneficiary.index()]["id"]).to_owned();
        let ours = ours.of.iter().map(|row| (id(row), row.held.fen_seconds()));
        let theirs = of.iter().map(|(id, held)| (id.clone(), seconds(*held)));
        assert_eq!(ours.collect::<BTreeMap<_, _>>(), theirs.collect());
    }
    Ok(())
}

/// Fen-milliseconds as fen-seconds are written.
fn seconds(product: i128) -> String {
    let (whole, rest) = (product / 1_000, product % 1_000);
    let fraction = format!(".{rest:03}");
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    format!("{whole}{fraction}")
}

/// Compares everything, and counts which rules found something.
fn audit(text: &str, tally: &mut Tally) -> Outcome<Reckoning> {
    let scenario: Value = serde_json::from_str(text)?;
    let run = played(text)?;
    let log: Value = serde_json::from_str(&file(&run, "run")?)?;
    let refused = refused(&log);
    let naive = reckon(&scenario, &refused)?;
    compare_totals(&log, &naive);
    compare_fee_income(&run, &naive)?;
    compare_positions(&run, &scenario, &log, &naive)?;
    compare_payouts(&log, &naive)?;
    compare_transfers(&log, &naive)?;
    compare_deposits(&run, &scenario, &log, &naive)?;
    compare_bills(&run, &naive)?;
    let held = held(&scenario, platform(&scenario), &log, &refused)?;
    compare_held(&run, &scenario, &log, &held)?;
    compare_flagged(&run, &scenario, &log, &held, tally)?;
    if naive.refunded == 0 {
        nothing_is_left(&run, &scenario)?;
    }
    Ok(naive)
}

fn draws(scenario: &Value) -> bool {
    let traffic = scenario["traffic"].as_array();
    traffic.is_some_and(|rows| !rows.is_empty())
}

#[test]
fn the_auditor_agrees_with_every_gallery_scenario() -> Outcome {
    let mut audited = 0;
    for item in facade::gallery() {
        if !draws(&serde_json::from_str(item.text)?) {
            let naive = audit(item.text, &mut Tally::new());
            let naive = naive.map_err(|error| format!("{}: {error}", item.id))?;
            assert!(naive.paid_in > 0, "{}", item.id);
            audited += 1;
        }
    }
    assert!(audited >= 4, "{audited}");
    Ok(())
}

/// The three cases of every judged rule, and every audited rule has a case in which it fires.
#[test]
fn the_auditor_agrees_with_the_cases_of_every_rule() -> Outcome {
    let mut fired = BTreeSet::new();
    for rule in ruled::files()? {
        let code = rule.rule.code();
        for case in [&rule.fires, &rule.near_miss, &rule.cleared] {
            let document = case.document()?;
            if draws(&document) {
                continue;
            }
            let mut tally = Tally::new();
            let audited = audit(&document.to_string(), &mut tally);
            audited.map_err(|error| format!("{code}, {}: {error}", case.why))?;
            let its = tally.into_iter().filter(|(_, (fired, _))| *fired > 0);
            fired.extend(its.map(|(code, _)| code));
        }
    }
    assert_eq!(fired, AUDITED.into_iter().collect());
    Ok(())
}

/// The mall of the worked example, by hand: 396.63 paid, 50.00 refunded, 2.07 fees.
#[test]
fn the_auditor_knows_the_worked_example() -> Outcome {
    let text = include_str!("../www/scenarios/mall-sub-merchants.json");
    let naive = audit(text, &mut Tally::new())?;
    assert_eq!((naive.paid_in, naive.refunded), (39_663, 5_000));
    assert_eq!(naive.fees["wx"], 207);
    assert_eq!(naive.gained["mall"], 792);
    Ok(())
}

/// Audits so many made-up scenarios and answers how often each rule found something in them.
fn audit_made_up(cases: u32, wishes: Wishes) -> Outcome<Tally> {
    let tally = RefCell::new(Tally::new());
    let mut runner = TestRunner::new(Config {
        cases,
        // A scenario that fails is printed whole.
        failure_persistence: None,
        ..Config::default()
    });
    let audited = runner.run(&made_up::scenarios(wishes), |text| {
        let audited = audit(&text, &mut tally.borrow_mut());
        prop_assert!(audited.is_ok(), "{audited:?}\n{text}");
        Ok(())
    });
    audited.map_err(|error| error.to_string())?;
    Ok(tally.into_inner())
}

#[test]
fn the_auditor_agrees_with_made_up_scenarios() -> Outcome {
    let wishes = Wishes {
        drawn_per_day: 0,
        refunds: true,
        risky: false,
    };
    audit_made_up(128, wishes)?;
    Ok(())
}

#[test]
fn the_auditor_agrees_on_every_payout_where_nothing_is_refunded() -> Outcome {
    let wishes = Wishes {
        drawn_per_day: 0,
        refunds: false,
        risky: false,
    };
    audit_made_up(128, wishes)?;
    Ok(())
}

/// A platform with a deposit and a cycle at each of two channels, and sub-merchants of two cycles under one provider.
#[test]
fn the_auditor_agrees_on_two_channels() -> Outcome {
    let mut runner = TestRunner::new(Config {
        cases: 256,
        failure_persistence: None,
        ..Config::default()
    });
    let cycles = proptest::sample::select(vec!["D+0", "D+1", "T+1", "T+2", "D+3"]);
    let world = |refunds| {
        made_up::scenarios(Wishes {
            drawn_per_day: 0,
            refunds,
            risky: false,
        })
    };
    let worlds = proptest::prop_oneof![2 => world(false), 1 => world(true)];
    let audited = runner.run(&(worlds, cycles), |(text, cycle)| {
        let rule = json!({"id": "other", "cycle": cycle, "on_refund_shortfall": "carry_negative"});
        let audited = with_two_channels(&text, &rule).and_then(|scenario| {
            let run = played(&scenario.to_string())?;
            let log: Value = serde_json::from_str(&file(&run, "run")?)?;
            let naive = reckon(&scenario, &refused(&log))?;
            compare_totals(&log, &naive);
            compare_fee_income(&run, &naive)?;
            compare_positions(&run, &scenario, &log, &naive)?;
            compare_payouts(&log, &naive)?;
            compare_transfers(&log, &naive)?;
            compare_deposits(&run, &scenario, &log, &naive)
        });
        prop_assert!(audited.is_ok(), "{audited:?}\n{text}");
        Ok(())
    });
    Ok(audited.map_err(|error| error.to_string())?)
}

/// In made-up risky businesses every audited rule fires often and stays silent often, so that agreeing means something.
#[test]
fn the_auditor_agrees_with_made_up_risky_businesses() -> Outcome {
    let wishes = Wishes {
        drawn_per_day: 0,
        refunds: true,
        risky: true,
    };
    let tally = audit_made_up(512, wishes)?;
    for code in AUDITED {
        let (fired, silent) = tally.get(code).copied().unwrap_or_default();
        println!("{code}: fired in {fired}, silent in {silent}");
        assert!(
            fired >= SEEN_MIN && silent >= SEEN_MIN,
            "{code}: {fired} and {silent}"
        );
    }
    Ok(())
}
