//! Mirrors: every difference between two books' closings is explained to 0.00 by the happenings that the
//! worked example names, and by some happening in every made-up scenario.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

mod made_up;
mod worked;

use std::collections::BTreeMap;

use daycut::facade::view::{MirrorCompared, MirrorKind, MirrorRow, Summary};
use daycut::facade::{AccountKind, Money, Run, WallClock, export, report};
use proptest::prelude::*;
use serde_json::{Value, json};

use made_up::Wishes;
use worked::{Outcome, play, runs, scenario};

/// Everything worked out by the outside program, in whole fen.
const FACTS: &str = include_str!("fixtures/worked-example.json");

fn mirrors(run: &Run) -> Outcome<Vec<MirrorRow>> {
    Ok(report::mirrors(run).map_err(|fault| format!("{fault:?}"))?)
}

/// `TR20180929.mall.book` as the facts call it: `TR0929.BOOK`.
fn called(cause: &str) -> String {
    match cause.split('.').collect::<Vec<_>>()[..] {
        [day, _, owner] => format!("{}{}.{}", &day[..2], &day[6..], owner.to_uppercase()),
        _ => cause.to_owned(),
    }
}

fn shown(date: &str, compared: &MirrorCompared) -> Value {
    let mut explained: Vec<Value> = compared
        .explained
        .iter()
        .map(|one| {
            let reason = match json!(one.reason).as_str() {
                Some("between_cut_offs") => "between_two_cut_offs",
                _ => "not_yet_learnt",
            };
            json!({"cause": called(&one.cause), "amount": one.amount, "in_book": one.had_by,
                   "reason": reason})
        })
        .collect();
    explained.sort_by_key(|one| one["cause"].to_string());
    json!({"date": date, "ours": compared.ours, "theirs": compared.theirs,
           "difference": compared.difference, "explained": explained,
           "unexplained": compared.unexplained})
}

/// Compares the mirrors that the facts list; how many differences there are.
fn compare(run: &Run, facts: &Value) -> Outcome<usize> {
    let mut differences = 0;
    let rows = mirrors(run)?;
    for (name, facts) in facts.as_object().ok_or("mirrors")? {
        let (code, by) = name.split_once('_').ok_or("a name")?;
        let row = rows.iter().find(|row| row.kind.code() == code);
        let facts = facts.as_array().ok_or("dates")?;
        let Some(row) = row else {
            assert!(
                facts
                    .iter()
                    .all(|fact| fact["ours"] == 0 && fact["theirs"] == 0),
                "{name}"
            );
            continue;
        };
        let mut ours: Vec<Value> = Vec::new();
        if by == "date" {
            let dates = row
                .dates
                .iter()
                .map(|one| (one.date.to_string(), &one.compared));
            let dates = dates.filter(|(date, _)| date != "2018-09-27");
            ours.extend(dates.map(|(date, compared)| shown(&date, compared)));
        } else {
            for fact in facts {
                let date = fact["date"].as_str().ok_or("a date")?;
                let at = WallClock::parse(&format!("{date}T22:00:00")).ok_or("a moment")?;
                let now = report::mirrors_at(run, report::event_at(run, at));
                let now = now.map_err(|fault| format!("{fault:?}"))?;
                let now = now
                    .iter()
                    .find(|now| now.kind == row.kind)
                    .ok_or("a mirror")?;
                ours.push(shown(date, &now.compared));
            }
        }
        for (ours, fact) in ours.iter().zip(facts) {
            assert_eq!(ours, fact, "{name}");
            differences += usize::from(fact["difference"] != 0);
        }
        assert_eq!(ours.len(), facts.len(), "{name}");
    }
    Ok(differences)
}

#[test]
fn every_difference_of_the_worked_example_is_explained() -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    let mut differences = 0;
    for (mode, cycle) in runs() {
        let run = play(&scenario(mode, cycle, None)?)?;
        let name = format!("{mode}-{}", cycle.replace('+', ""));
        differences += compare(&run, &facts["runs"][&name]["mirrors"])?;
    }
    assert_eq!(differences, 14, "M2 twice in six runs, M3 once in two");
    Ok(())
}

/// The mall's payments at 22:30 fall between the bank's cut-off and its own.
#[test]
fn transfers_between_two_cut_offs_are_explained() -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    let mut mall = scenario("c", "T+1", None)?;
    for agreement in mall["agreements"].as_array_mut().ok_or("agreements")? {
        agreement["pays_at"] = json!("22:30:00");
    }
    let run = play(&mall)?;
    let facts = &facts["probe_transfer_2230"];
    let listed = json!({"M1_date": facts["M1_date"], "M1_instant": facts["M1_instant"]});
    assert_eq!(compare(&run, &listed)?, 2);
    Ok(())
}

/// One instant, three readings, at 10-01 00:00:00: the bank's previous day is not the channel's, and the mall
/// knows less than the channel owes it, for five seconds more.
#[test]
fn one_instant_reads_differently_in_three_books() -> Outcome {
    let run = play(&scenario("c", "T+1", None)?)?;
    let summary: Summary = report::summary(&run).map_err(|f| format!("{f:?}"))?;
    let at = |text: &str| -> Outcome<u32> {
        Ok(report::event_at(
            &run,
            WallClock::parse(text).ok_or("a moment")?,
        ))
    };
    let snapshot =
        report::snapshot(&run, at("2018-10-01T00:00:00")?).map_err(|f| format!("{f:?}"))?;
    let pair = |kind: AccountKind| -> Outcome<(i64, i64)> {
        let place = summary.accounts.iter().position(|row| row.kind == kind);
        let row = snapshot.balances[place.ok_or("an account")?];
        Ok((row.previous_day.minor(), row.current.minor()))
    };
    assert_eq!(pair(AccountKind::ReserveDeposit)?, (3_760, 9_760));
    assert_eq!(pair(AccountKind::Reserve)?, (9_760, 9_760));
    let receivable = |text: &str| -> Outcome<MirrorCompared> {
        let now = report::mirrors_at(&run, at(text)?).map_err(|f| format!("{f:?}"))?;
        let row = now
            .into_iter()
            .find(|row| row.kind == MirrorKind::Receivable);
        Ok(row.ok_or("a mirror")?.compared)
    };
    let then = receivable("2018-10-01T00:00:00")?;
    assert_eq!((then.ours.minor(), then.theirs.minor()), (3_559, 9_523));
    assert_eq!(then.not_yet_learnt.minor(), -5_964);
    assert_eq!(then.unexplained, Money::ZERO);
    assert_eq!(then.explained[0].cause, "O4");
    let later = receivable("2018-10-01T00:00:05")?;
    assert_eq!((later.ours.minor(), later.theirs.minor()), (9_523, 9_523));
    Ok(())
}

/// `book,date,account,code,…`: what every account closed with, by name and date, on its normal side.
fn closings(run: &Run) -> Outcome<BTreeMap<(String, String), i64>> {
    let file = export(run, "closings", "", None).map_err(|error| format!("{error:?}"))?;
    let mut closings = BTreeMap::new();
    for line in String::from_utf8(file.bytes)?.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let signed: i64 = cells[6].parse()?;
        let shown = if cells[4] == "debit" { signed } else { -signed };
        closings.insert(
            (format!("{}:{}", cells[0], cells[3]), cells[1].to_owned()),
            shown,
        );
    }
    Ok(closings)
}

/// Both sides are what the books closed with, and nothing is left unexplained; how many differences.
fn explained(run: &Run) -> Outcome<usize> {
    let summary = report::summary(run).map_err(|fault| format!("{fault:?}"))?;
    let closings = closings(run)?;
    let mut differences = 0;
    for row in mirrors(run)? {
        for one in &row.dates {
            let (date, compared) = (one.date.to_string(), &one.compared);
            let closing = |account: daycut::facade::AccountId| -> Outcome<i64> {
                let name = summary.accounts[account.index()].name.clone();
                let found = closings.get(&(name.clone(), date.clone())).copied();
                Ok(found.ok_or_else(|| format!("{name} {date}"))?)
            };
            assert_eq!(compared.ours.minor(), closing(row.ours)?, "{date}");
            let theirs: Outcome<Vec<i64>> = row.theirs.iter().map(|id| closing(*id)).collect();
            assert_eq!(
                compared.theirs.minor(),
                theirs?.into_iter().sum::<i64>(),
                "{date}"
            );
            let difference = compared.ours.minor() - compared.theirs.minor();
            assert_eq!(compared.difference.minor(), difference);
            assert_eq!(compared.unexplained, Money::ZERO, "{row:?} {date}");
            differences += usize::from(difference != 0);
        }
    }
    let step = usize::try_from(run.event_count().div_ceil(20).max(1))?;
    for events in (0..=run.event_count()).step_by(step) {
        for now in report::mirrors_at(run, events).map_err(|f| format!("{f:?}"))? {
            assert_eq!(
                now.compared.unexplained,
                Money::ZERO,
                "{now:?} after {events}"
            );
            assert_eq!(now.compared.between_cut_offs, Money::ZERO);
        }
    }
    Ok(differences)
}

#[test]
fn nothing_is_unexplained_in_the_gallery() -> Outcome {
    let mut differences = 0;
    for item in daycut::facade::gallery() {
        let scenario: Value = serde_json::from_str(item.text)?;
        differences += explained(&play(&scenario)?)?;
    }
    assert!(differences >= 10, "{differences}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_is_unexplained_in_made_up_scenarios(
        text in made_up::scenarios(Wishes { drawn_per_day: 2, refunds: true, risky: false })
    ) {
        let scenario: Value = serde_json::from_str(&text)?;
        let explained = play(&scenario).and_then(|run| explained(&run));
        prop_assert!(explained.is_ok(), "{explained:?}\n{text}");
    }
}
