//! The worked example: a mall over National Day 2018, in two contract modes and two cycles. Every entry,
//! both balances at each cut of each book, every batch, payout and refusal, computed by an outside program.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

mod worked;

use std::collections::BTreeMap;

use daycut::facade::view::{JournalFilter, Summary};
use daycut::facade::{self, AccountKind, EventKind, Run, WallClock, report};
use serde_json::{Value, json};
use worked::{Outcome, play, runs, scenario};

/// Everything worked out by the outside program, in whole fen.
const FACTS: &str = include_str!("fixtures/worked-example.json");

/// `(book, account code)` in capitals, as the facts name accounts.
fn account_names(summary: &Summary) -> Vec<(String, String)> {
    let accounts = summary.accounts.iter();
    accounts
        .map(|account| {
            let (keeper, _) = account.name.split_once(':').unwrap_or_default();
            (keeper.to_uppercase(), account.code.to_uppercase())
        })
        .collect()
}

type Entries = BTreeMap<(String, String, String, String), Vec<(String, String, i64)>>;

/// All entries, keyed by time, book, accounting date and kind; legs sorted.
fn our_entries(run: &Run, summary: &Summary) -> Outcome<Entries> {
    let names = account_names(summary);
    let mut entries = Entries::new();
    let mut from = 0;
    loop {
        let window = report::journal(run, JournalFilter::default(), from, 200)
            .map_err(|fault| format!("{fault:?}"))?;
        for row in &window.rows {
            let name = |id: facade::AccountId| names.get(id.index()).cloned().unwrap_or_default();
            let key = (
                row.at.to_string(),
                name(row.debit).0,
                row.date.to_string(),
                kind(row.kind),
            );
            let leg = (name(row.debit).1, name(row.credit).1, row.amount.minor());
            entries.entry(key).or_default().push(leg);
        }
        from += u32::try_from(window.rows.len())?;
        if window.rows.is_empty() {
            break;
        }
    }
    entries.values_mut().for_each(|legs| legs.sort());
    Ok(entries)
}

fn kind(kind: EventKind) -> String {
    match kind {
        EventKind::Opened => "Opening".to_owned(),
        EventKind::Notified => "Learnt".to_owned(),
        EventKind::SettledByPlatform => "Settled".to_owned(),
        other => format!("{other:?}"),
    }
}

fn their_entries(facts: &Value) -> Outcome<Entries> {
    let mut entries = Entries::new();
    for entry in facts["entries"].as_array().ok_or("entries")? {
        let text = |field: &str| entry[field].as_str().unwrap_or_default().to_owned();
        let key = (
            text("knowledge_time"),
            text("book"),
            text("accounting_date"),
            text("kind"),
        );
        for leg in entry["legs"].as_array().ok_or("legs")? {
            let side = |side: &str| leg[side].as_str().unwrap_or_default().to_owned();
            let amount = leg["amount"].as_i64().ok_or("amount")?;
            let leg = (side("debit"), side("credit"), amount);
            entries.entry(key.clone()).or_default().push(leg);
        }
    }
    entries.values_mut().for_each(|legs| legs.sort());
    Ok(entries)
}

fn each_run(check: impl Fn(&str, &Run, &Summary, &Value) -> Outcome<usize>) -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    for (mode, cycle) in runs() {
        let name = format!("{mode}-{}", cycle.replace('+', ""));
        let run = play(&scenario(mode, cycle, None)?)?;
        let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
        let facts = facts["runs"].get(&name).ok_or("run")?;
        let compared = check(&name, &run, &summary, facts)?;
        assert!(compared > 0, "{name}: something was compared");
    }
    Ok(())
}

#[test]
fn every_entry_of_every_book_is_as_worked_out() -> Outcome {
    each_run(|name, run, summary, facts| {
        let (ours, theirs) = (our_entries(run, summary)?, their_entries(facts)?);
        for (key, legs) in &theirs {
            assert_eq!(ours.get(key), Some(legs), "{name} {key:?}");
        }
        assert_eq!(ours.len(), theirs.len(), "{name}");
        Ok(theirs.len())
    })
}

#[test]
fn both_balances_at_each_cut_of_each_book_are_as_worked_out() -> Outcome {
    each_run(|name, run, summary, facts| {
        let names = account_names(summary);
        let timeline = report::timeline(run).map_err(|fault| format!("{fault:?}"))?;
        let mut compared = 0;
        for cut in &timeline.cuts {
            let (Some(book), Some(closes)) = (cut.book, cut.closes) else {
                continue;
            };
            let before = report::snapshot(run, cut.event - 1).map_err(|f| format!("{f:?}"))?;
            let after = report::snapshot(run, cut.event).map_err(|f| format!("{f:?}"))?;
            for (place, account) in summary.accounts.iter().enumerate() {
                if account.book != book {
                    continue;
                }
                let (keeper, code) = names.get(place).ok_or("name")?;
                let pairs = facts["balances_at_cuts"][keeper][code].as_array();
                let pairs = pairs.ok_or_else(|| format!("{name} {keeper} {code}"))?;
                let date = closes.to_string();
                let Some(pair) = pairs.iter().find(|pair| pair["date"] == date.as_str()) else {
                    assert_eq!(
                        date, "2018-09-27",
                        "only the day of the openings is not listed"
                    );
                    continue;
                };
                assert_eq!(pair["cut_at"], cut.at.to_string(), "{name} {keeper} {date}");
                let (before, after) = (before.balances.get(place), after.balances.get(place));
                let (before, after) = before.zip(after).ok_or("balance")?;
                let figures = [before.previous_day, before.current, after.previous_day];
                let wanted = ["previous_day", "current", "closing"];
                for (figure, wanted) in figures.into_iter().zip(wanted) {
                    assert_eq!(
                        pair[wanted],
                        figure.minor(),
                        "{name} {keeper} {code} {date} {wanted}"
                    );
                    compared += 1;
                }
            }
        }
        let listed: usize = facts["balances_at_cuts"]
            .as_object()
            .ok_or("books")?
            .values()
            .filter_map(Value::as_object)
            .map(|accounts| accounts.len() * 12)
            .sum();
        assert_eq!(compared, listed * 3, "{name}: every cut of every account");
        Ok(compared)
    })
}

#[test]
fn batches_payouts_and_final_balances_are_as_worked_out() -> Outcome {
    each_run(|name, run, summary, facts| {
        let party = |id: facade::PartyId| {
            summary
                .parties
                .get(id.index())
                .map(|party| party.id.to_uppercase())
        };
        let batches = report::batches(run).map_err(|fault| format!("{fault:?}"))?;
        let mut ours: Vec<Value> = batches
            .iter()
            // The facts list the channel's batches; a platform's own follow from them.
            .filter(|batch| party(batch.channel).as_deref() == Some("WX"))
            .map(|batch| {
                json!([
                    party(batch.owner),
                    batch.channel_date,
                    batch.due,
                    batch.amount.minor()
                ])
            })
            .collect();
        let mut theirs: Vec<Value> = facts["batches"]
            .as_array()
            .ok_or("batches")?
            .iter()
            .map(|b| json!([b["owner"], b["channel_date"], b["due"], b["amount"]]))
            .collect();
        ours.sort_by_key(Value::to_string);
        theirs.sort_by_key(Value::to_string);
        assert_eq!(ours, theirs, "{name}");

        let payouts = report::payouts(run).map_err(|fault| format!("{fault:?}"))?;
        let ours: Vec<Value> = payouts
            .iter()
            .map(|paid| json!({"at": paid.at, "owner": party(paid.owner), "amount": paid.amount}))
            .collect();
        let mut theirs = facts["payouts"].as_array().ok_or("payouts")?.clone();
        let mut ours_sorted = ours.clone();
        ours_sorted.sort_by_key(Value::to_string);
        theirs.sort_by_key(Value::to_string);
        assert_eq!(ours_sorted, theirs, "{name}");
        compare_final(name, run, summary, &facts["final"])?;
        Ok(batches.len() + payouts.len())
    })
}

/// Bank balances, reserve, fee and commission income at the end.
fn compare_final(name: &str, run: &Run, summary: &Summary, facts: &Value) -> Outcome {
    let end = report::snapshot(run, run.event_count()).map_err(|fault| format!("{fault:?}"))?;
    let names = account_names(summary);
    let balance = |book: &str, code: &str| -> i64 {
        let place = names.iter().position(|(b, c)| b == book && c == code);
        let row = place.and_then(|place| end.balances.get(place));
        row.map_or(0, |row| row.current.minor())
    };
    for owner in ["CAFE", "BOOK", "MALL"] {
        let ours = balance("HS", &format!("2011.01.{owner}"));
        assert_eq!(facts["bank"][owner], ours, "{name} bank {owner}");
        let pending = balance("WX", &format!("2241.01.{owner}"));
        assert_eq!(
            facts["claim_at_channel"][owner], pending,
            "{name} claim {owner}"
        );
    }
    assert_eq!(
        facts["reserve"],
        balance("HS", "2012.01.WX"),
        "{name} reserve"
    );
    assert_eq!(facts["fee_income"], balance("WX", "6001"), "{name} fees");
    assert_eq!(
        facts["fee_income"],
        summary.fees.minor(),
        "{name} total fees"
    );
    assert_eq!(
        facts["commission_income"],
        balance("MALL", "6001"),
        "{name} commission"
    );
    Ok(())
}

#[test]
fn other_policies_end_as_worked_out() -> Outcome {
    let facts: Value = serde_json::from_str(FACTS)?;
    let alternatives = facts["alternatives"].as_object().ok_or("alternatives")?;
    let mut compared = 0;
    for (policy, worked_out) in alternatives {
        for (mode, cycle) in runs() {
            let name = format!("{policy} {mode}-{}", cycle.replace('+', ""));
            let run = play(&scenario(mode, cycle, Some(policy))?)?;
            let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
            let facts = &worked_out[format!("{mode}-{}", cycle.replace('+', ""))];
            compare_final(&name, &run, &summary, facts)?;
            let refusals = facts["refusals"].as_array().ok_or("refusals")?;
            let timeline = report::timeline(&run).map_err(|fault| format!("{fault:?}"))?;
            let refused: Vec<Value> = timeline
                .marks
                .iter()
                .filter(|mark| mark.kind == EventKind::RefundRefused)
                .map(|mark| json!({"at": mark.at, "cause": mark.cause, "short": mark.amount}))
                .collect();
            assert_eq!(&refused, refusals, "{name}");
            assert_eq!(usize::try_from(summary.refused)?, refusals.len(), "{name}");
            compared += 1;
        }
    }
    assert_eq!(compared, 24);
    Ok(())
}

/// One instant, three readings: the bank's previous day is not the channel's.
#[test]
fn one_instant_reads_differently_in_two_books() -> Outcome {
    let run = play(&scenario("b", "T+1", None)?)?;
    let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
    let at = WallClock::parse("2018-10-01T00:00:00").ok_or("moment")?;
    let moment = report::event_at(&run, at);
    let snapshot = report::snapshot(&run, moment).map_err(|fault| format!("{fault:?}"))?;
    let row = |kind: AccountKind| {
        let place = summary
            .accounts
            .iter()
            .position(|account| account.kind == kind);
        place
            .and_then(|place| snapshot.balances.get(place))
            .copied()
            .ok_or("account")
    };
    let (bank, channel) = (
        row(AccountKind::ReserveDeposit)?,
        row(AccountKind::Reserve)?,
    );
    assert_eq!(
        (bank.previous_day.minor(), bank.current.minor()),
        (3760, 9760)
    );
    assert_eq!(
        (channel.previous_day.minor(), channel.current.minor()),
        (9760, 9760)
    );
    assert!(
        summary.expectations.iter().all(|row| row.holds),
        "{:?}",
        summary.expectations
    );
    Ok(())
}
