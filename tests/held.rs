//! Others' money: the tables of the worked example to the fen and the second; and every fen of made-up
//! scenarios is somebody's at every moment. What the auditor reckons stands in `tests/auditor.rs`.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

mod made_up;
mod worked;

use daycut::facade::view::{HeldClock, HeldNow, HeldOverRun, HeldSince, Summary};
use daycut::facade::{AccountKind, AmountTime, Money, PartyId, Run, WallClock, report};
use proptest::prelude::*;
use serde_json::{Value, json};

use made_up::Wishes;
use worked::{Outcome, play, runs, scenario};

/// Everything worked out by the outside program, in whole fen.
const FACTS: &str = include_str!("fixtures/worked-example.json");

fn summary(run: &Run) -> Outcome<Summary> {
    Ok(report::summary(run).map_err(|fault| format!("{fault:?}"))?)
}

fn party(summary: &Summary, id: &str) -> Outcome<PartyId> {
    let place = summary.parties.iter().position(|party| party.id == id);
    Ok(PartyId(u32::try_from(place.ok_or("a party")?)?))
}

fn over_run(run: &Run, holder: PartyId, since: HeldSince) -> Outcome<Option<HeldOverRun>> {
    let rows = report::held_over_run(run, since).map_err(|fault| format!("{fault:?}"))?;
    Ok(rows.into_iter().find(|row| row.holder == holder))
}

fn held_at(run: &Run, holder: PartyId, events: u32) -> Outcome<Option<HeldNow>> {
    let rows = report::held(run, events, HeldSince::EventTime);
    let rows = rows.map_err(|fault| format!("{fault:?}"))?;
    Ok(rows.into_iter().find(|row| row.holder == holder))
}

fn millis(text: &Value) -> Outcome<i64> {
    let at = WallClock::parse(text.as_str().ok_or("a moment")?);
    Ok(at.ok_or("a moment")?.millis())
}

/// `(a)` and `(b)`: the mall holds nothing of anybody's at any moment; proved the other way too, its money
/// is its own opening and the commission it has earned.
#[test]
fn a_mall_that_does_not_collect_holds_nothing_after_any_event() -> Outcome {
    let mut looked = 0;
    for (mode, cycle) in runs().filter(|(mode, _)| *mode != "c") {
        let run = play(&scenario(mode, cycle, None)?)?;
        let summary = summary(&run)?;
        let mall = party(&summary, "mall")?;
        assert_eq!(over_run(&run, mall, HeldSince::EventTime)?, None, "{mode}");
        for events in 0..=run.event_count() {
            assert_eq!(held_at(&run, mall, events)?, None);
            let snapshot = report::snapshot(&run, events).map_err(|f| format!("{f:?}"))?;
            let (mut has, mut earned) = (0, 0);
            for (account, balance) in summary.accounts.iter().zip(&snapshot.balances) {
                match account.kind {
                    AccountKind::CorporateDeposit
                    | AccountKind::Pending
                    | AccountKind::Available
                    | AccountKind::PayoutInTransit
                        if account.owner == mall =>
                    {
                        has += balance.current.minor()
                    }
                    AccountKind::CommissionIncome if account.owner == mall => {
                        earned += balance.current.minor();
                    }
                    _ => {}
                }
            }
            // The channel splits in the second in which the mall books its commission.
            let opened = if events > 1 { 10_000 } else { has };
            assert_eq!(has, opened + earned, "{mode} {cycle} after {events}");
            looked += 1;
        }
    }
    assert!(looked > 100, "{looked}");
    Ok(())
}

/// Every step of the table, amounts and seconds, the maximum, the integral and the residue of each day.
fn compare(run: &Run, facts: &Value) -> Outcome {
    let summary = summary(run)?;
    let mall = party(&summary, "mall")?;
    let told = over_run(run, mall, HeldSince::EventTime)?.ok_or("the mall holds")?;
    assert_eq!(facts["maximum"], told.maximum.minor());
    let product = &facts["fen_seconds"];
    assert_eq!(product["total"].to_string(), told.held.fen_seconds());
    assert_eq!(
        product["at_channel"].to_string(),
        told.held_at_channel.fen_seconds()
    );
    assert_eq!(
        product["at_bank"].to_string(),
        told.held_at_bank.fen_seconds()
    );

    let steps = facts["steps"].as_array().ok_or("steps")?;
    let mut changes = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let from = WallClock::parse(step["t"].as_str().ok_or("t")?).ok_or("t")?;
        let until = match steps.get(place + 1) {
            Some(next) => millis(&next["t"])?,
            None => run.ends().millis(),
        };
        assert_eq!(
            step["seconds"],
            (until - from.millis()) / 1_000,
            "{}",
            step["t"]
        );
        let now = held_at(run, mall, report::event_at(run, from))?.ok_or("the mall")?;
        let of = |id: &str| -> Outcome<i64> {
            let id = party(&summary, id)?;
            let mut of = now.of.iter().filter(|one| one.beneficiary == id);
            Ok(of.next().map_or(0, |one| one.amount.minor()))
        };
        let ours = json!({"CAFE": of("cafe")?, "BOOK": of("book")?, "total": now.total,
            "at_channel": now.at_channel, "at_bank": now.at_bank});
        for (name, figure) in ours.as_object().ok_or("figures")? {
            assert_eq!(step[name], *figure, "{name} from {}", step["t"]);
        }
        assert_eq!(now.uncovered, Money::ZERO);
        if place > 0 {
            changes.push(json!([
                step["t"],
                step["total"],
                step["at_channel"],
                step["at_bank"]
            ]));
        }
    }
    let steps = told.steps.iter();
    let steps: Vec<Value> = steps
        .map(|step| json!([step.at, step.total, step.at_channel, step.at_bank]))
        .collect();
    assert_eq!(steps, changes, "and nothing happens in between");

    let day_ends = facts["at_mall_cut"].as_object().ok_or("day ends")?;
    let ours = told
        .day_ends
        .iter()
        .filter(|end| end.date.to_string() != "2018-09-27");
    let ours: serde_json::Map<String, Value> = ours
        .map(|end| (end.date.to_string(), json!(end.total)))
        .collect();
    assert_eq!(&ours, day_ends);
    Ok(())
}

#[test]
fn a_mall_that_collects_holds_what_was_worked_out_at_every_second() -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    for cycle in ["T+1", "D+1"] {
        let run = play(&scenario("c", cycle, None)?)?;
        let facts = &facts["runs"][format!("c-{}", cycle.replace('+', ""))]["held"];
        compare(&run, facts)?;
        // By knowledge time the 7 seconds of 58.44 fall away.
        let mall = party(&summary(&run)?, "mall")?;
        let known = over_run(&run, mall, HeldSince::KnowledgeTime)?.ok_or("the mall holds")?;
        let wanted = &facts["by_knowledge_time"];
        assert_eq!(wanted["maximum"], known.maximum.minor());
        let product = &wanted["fen_seconds"];
        assert_eq!(product["total"].to_string(), known.held.fen_seconds());
        assert_eq!(
            product["at_channel"].to_string(),
            known.held_at_channel.fen_seconds()
        );
        let whole = facts["fen_seconds"]["total"].as_i64().ok_or("a total")?;
        let less: i64 = known.held.fen_seconds().parse()?;
        assert_eq!(whole - less, 40_908);
    }
    Ok(())
}

/// The longest stay by hand, from the table of chapter 8: held since the sale, and paid out at 15:00. Under T+1 over
/// the holiday; under D+1 there was none longer than the first.
#[test]
fn the_longest_stay_without_a_break_is_the_one_of_the_table() -> Outcome {
    let expected = [
        (
            "T+1",
            (
                "2018-09-30T21:59:59",
                "2018-10-08T15:00:00",
                185 * 3_600 + 1,
            ),
        ),
        (
            "D+1",
            ("2018-09-28T10:00:00", "2018-09-29T15:00:00", 29 * 3_600),
        ),
    ];
    for (cycle, (from, until, seconds)) in expected {
        let run = play(&scenario("c", cycle, None)?)?;
        let summary = summary(&run)?;
        let mall = party(&summary, "mall")?;
        let told = over_run(&run, mall, HeldSince::EventTime)?.ok_or("the mall holds")?;
        let stay = told.longest.ok_or("a stay")?;
        let shown = (stay.from.to_string(), stay.until.to_string());
        assert_eq!(shown, (from.to_owned(), until.to_owned()), "{cycle}");
        assert_eq!(stay.ms, seconds * 1_000, "{cycle}");
        // A finding about the pool tells the same.
        let findings = report::findings(&run).map_err(|fault| format!("{fault:?}"))?;
        let first = findings.findings.first().ok_or("a finding")?;
        assert_eq!(first.held.ok_or("held")?.longest, stay, "{cycle}");
    }
    Ok(())
}

/// Two sales, each held from 10:00 until 15:00 of the day after: of stays as long as each other the first is told.
#[test]
fn of_stays_as_long_as_each_other_the_first_is_told() -> Outcome {
    let mut scenario = scenario("c", "T+1", None)?;
    let paid = |id: &str, at: &str| json!({"id": id, "at": at, "channel": "wx", "lines": [{"seller": "cafe", "amount": "10.00"}]});
    scenario["payments"] = json!([
        paid("O1", "2018-09-28T10:00:00"),
        paid("O2", "2018-10-08T10:00:00")
    ]);
    for list in ["refunds", "expectations"] {
        scenario[list] = json!([]);
    }
    let run = play(&scenario)?;
    let mall = party(&summary(&run)?, "mall")?;
    let told = over_run(&run, mall, HeldSince::EventTime)?.ok_or("the mall holds")?;
    let stay = told.longest.ok_or("a stay")?;
    assert_eq!(stay.from.to_string(), "2018-09-28T10:00:00");
    assert_eq!(stay.ms, 29 * 3_600_000);
    assert_eq!(told.held_ms, 2 * stay.ms);
    Ok(())
}

/// The figures of the table as people read them.
#[test]
fn amount_times_hours_reads_as_in_the_table() -> Outcome {
    let told = |cycle, hour: Option<&str>| -> Outcome<HeldOverRun> {
        let run = play(&with_transfers_at(cycle, hour)?)?;
        let mall = party(&summary(&run)?, "mall")?;
        Ok(over_run(&run, mall, HeldSince::EventTime)?.ok_or("the mall holds")?)
    };
    let figures = |row: HeldOverRun| {
        [row.held, row.held_at_channel, row.held_at_bank].map(|product| product.yuan_hours())
    };
    assert_eq!(
        figures(told("T+1", None)?),
        ["20,026.002", "16,641.842", "3,384.160"]
    );
    assert_eq!(
        figures(told("D+1", None)?),
        ["8,743.122", "6,622.762", "2,120.360"]
    );
    let probe = told("T+1", Some("22:30:00"))?;
    assert_eq!(probe.held.yuan_hours(), "22,655.802");
    Ok(())
}

fn with_transfers_at(cycle: &str, hour: Option<&str>) -> Outcome<Value> {
    let mut mall = scenario("c", cycle, None)?;
    if let Some(hour) = hour {
        for agreement in mall["agreements"].as_array_mut().ok_or("agreements")? {
            agreement["pays_at"] = json!(hour);
        }
    }
    Ok(mall)
}

#[test]
fn the_probe_holds_what_was_worked_out() -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    let run = play(&with_transfers_at("T+1", Some("22:30:00"))?)?;
    compare(&run, &facts["probe_transfer_2230"]["held"])
}

/// The refund of 3 October takes 14.00 more than the café has: every fen of the mall's account at the
/// channel is the bookshop's then, and 12.08 of the bookshop's lie at the bank.
#[test]
fn every_fen_has_a_beneficiary() -> Outcome {
    let run = play(&scenario("c", "T+1", None)?)?;
    let summary = summary(&run)?;
    let at = WallClock::parse("2018-10-03T09:00:00").ok_or("a moment")?;
    let rows = report::beneficiaries(&run, report::event_at(&run, at));
    let rows = rows.map_err(|fault| format!("{fault:?}"))?;
    let told = |name: &str| -> Outcome<Vec<(String, i64)>> {
        let place = summary.accounts.iter().position(|row| row.name == name);
        let row = rows.iter().find(|row| Some(row.account.index()) == place);
        let of = row.ok_or_else(|| format!("no row of {name}"))?.of.iter();
        Ok(of
            .map(|(party, amount)| (summary.parties[party.index()].id.clone(), amount.minor()))
            .collect())
    };
    let of = |of: &[(&str, i64)]| -> Vec<(String, i64)> {
        of.iter()
            .map(|(party, fen)| ((*party).to_owned(), *fen))
            .collect()
    };
    assert_eq!(told("wx:2241.01.mall")?, of(&[("book", 4_636)]));
    assert_eq!(
        told("hs:2011.01.mall")?,
        of(&[("book", 1_208), ("mall", 9_392)])
    );
    assert_eq!(told("hs:2012.01.wx")?, of(&[("book", 4_636), ("wx", 207)]));
    assert_eq!(told("hs:2011.01.cafe")?, of(&[("cafe", 19_480)]));
    Ok(())
}

/// At every moment the parts of every account sum to its balance, and nobody holds less than nothing.
fn parts_sum_to_balances(run: &Run) -> Outcome {
    let step = run.event_count().div_ceil(40).max(1);
    let step = usize::try_from(step)?;
    for events in (0..=run.event_count()).step_by(step) {
        let snapshot = report::snapshot(run, events).map_err(|f| format!("{f:?}"))?;
        for row in report::beneficiaries(run, events).map_err(|f| format!("{f:?}"))? {
            let parts: i64 = row.of.iter().map(|(_, part)| part.minor()).sum();
            let balance = snapshot.balances[row.account.index()].current;
            assert_eq!(parts, balance.minor(), "{:?} after {events}", row.account);
        }
        for row in report::held(run, events, HeldSince::EventTime).map_err(|f| format!("{f:?}"))? {
            let parts = |part: fn(&daycut::facade::view::HeldFor) -> Money| -> i64 {
                row.of.iter().map(|one| part(one).minor()).sum()
            };
            assert_eq!(parts(|one| one.amount), row.total.minor());
            assert_eq!(parts(|one| one.at_channel), row.at_channel.minor());
            assert_eq!(parts(|one| one.at_bank), row.at_bank.minor());
            assert!(!row.uncovered.is_negative());
            for one in &row.of {
                // Only of too little can somebody's part be less than a fen.
                assert!(one.amount.is_positive() || !row.uncovered.is_zero());
                assert!(!one.at_channel.is_negative() && !one.at_bank.is_negative());
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_fen_of_made_up_scenarios_has_a_beneficiary_at_every_moment(
        text in made_up::scenarios(Wishes { drawn_per_day: 0, refunds: true, risky: false })
    ) {
        let scenario: Value = serde_json::from_str(&text)?;
        let summed = play(&scenario).and_then(|run| parts_sum_to_balances(&run));
        prop_assert!(summed.is_ok(), "{summed:?}\n{text}");
    }
}

/// Exact fen-milliseconds of a text such as `7209360776.25`.
fn fen_millis(held: AmountTime) -> Outcome<u128> {
    let text = held.fen_seconds();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    Ok(format!("{whole}{rest:0<3}").parse()?)
}

/// The clocks of a party's accounts sum to what the party held over the whole run, and they never run backwards.
#[test]
fn the_clocks_of_all_accounts_sum_to_what_their_holder_held() -> Outcome {
    let mut looked = 0;
    for (mode, cycle) in runs() {
        let run = play(&scenario(mode, cycle, None)?)?;
        let told = |fault: daycut::facade::Fault| format!("{fault:?}");
        let clocks = report::held_clocks(&run, run.event_count()).map_err(told)?;
        for whole in report::held_over_run(&run, HeldSince::EventTime).map_err(told)? {
            let of_holder = clocks.iter().filter(|clock| clock.holder == whole.holder);
            let mut sum = 0;
            for clock in of_holder {
                sum += fen_millis(clock.held)?;
            }
            assert_eq!(sum, fen_millis(whole.held)?, "{mode} {cycle}");
            looked += usize::from(sum > 0);
        }
        let mut before: Vec<HeldClock> = Vec::new();
        for events in 0..=run.event_count() {
            let now = report::held_clocks(&run, events).map_err(told)?;
            // One that has not run yet may be empty again within its first second.
            for clock in before.iter().filter(|clock| clock.held_ms > 0) {
                let later = now.iter().find(|one| one.account == clock.account);
                let later = later.ok_or("a clock that ran is told for good")?;
                assert!(later.held >= clock.held && later.held_ms >= clock.held_ms);
            }
            before = now;
        }
    }
    assert!(looked > 3, "{looked}");
    Ok(())
}
