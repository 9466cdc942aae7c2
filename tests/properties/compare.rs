//! Two scenarios side by side: nothing differs if and only if they are the same, and what differs from A to B
//! differs the other way round from B to A.

use daycut::facade::compare::{self, Played};
use daycut::facade::view::{Comparison, FeeKind};
use daycut::facade::{self, Rate, Run, Scenario, WallClock, report};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use super::draft::Draft;
use super::drawing::any_draft;
use super::world::{Check, config, fine, there};

struct Side {
    scenario: Scenario,
    run: Run,
}

impl Side {
    fn of(draft: &Draft) -> Check<Side> {
        let scenario = fine(facade::open_text(&draft.document("").to_string()))?;
        let plan = fine(facade::check(&scenario))?;
        let run = fine(facade::simulate(plan, &mut |_| {}))?;
        Ok(Side { scenario, run })
    }

    fn played(&self) -> Played<'_> {
        Played {
            scenario: &self.scenario,
            run: &self.run,
        }
    }
}

fn compared(a: &Side, b: &Side) -> Check<Comparison> {
    let rate = Rate::parse("0.0435").ok();
    fine(compare::both(a.played(), b.played(), rate))
}

/// A difference the other way round: a number, or fen-seconds as text.
fn negated(difference: &Value) -> Check<Value> {
    match difference {
        Value::Number(number) => Ok(json!(-there(number.as_i64())?)),
        Value::String(text) if text == "0" => Ok(json!("0")),
        Value::String(text) => Ok(match text.strip_prefix('-') {
            Some(size) => json!(size),
            None => json!(format!("-{text}")),
        }),
        other => Err(TestCaseError::fail(format!("{other} is no difference"))),
    }
}

/// What a comparison would be with its sides turned; names are those of A and fall away.
fn turned(value: &Value) -> Check<Value> {
    Ok(match value {
        Value::Array(items) => Value::Array(items.iter().map(turned).collect::<Check<_>>()?),
        Value::Object(fields) => {
            let mut turned_fields = serde_json::Map::new();
            for (key, value) in fields {
                let (key, value) = match key.as_str() {
                    "a" => ("b", turned(value)?),
                    "b" => ("a", turned(value)?),
                    "difference" => ("difference", negated(value)?),
                    "first_a" => ("first_b", value.clone()),
                    "first_b" => ("first_a", value.clone()),
                    "event_a" => ("event_b", value.clone()),
                    "event_b" => ("event_a", value.clone()),
                    "in_a" => ("in_b", value.clone()),
                    "in_b" => ("in_a", value.clone()),
                    key => (key, turned(value)?),
                };
                turned_fields.insert(key.to_owned(), value);
            }
            Value::Object(turned_fields)
        }
        plain => plain.clone(),
    })
}

/// The same without what is told in the words of A, and without the documents, which have a test of their own.
fn plain(mut value: Value) -> Value {
    match &mut value {
        Value::Array(items) => {
            for item in items {
                *item = plain(item.take());
            }
        }
        Value::Object(fields) => {
            for key in ["name", "alias", "kind", "document", "title"] {
                // Kinds of fees and refusals are no names and stay; those of parties and accounts go with A.
                let is_named = key != "kind" || fields.contains_key("most_on");
                if is_named && (key != "name" || !fields.contains_key("in_a")) {
                    fields.remove(key);
                }
            }
            for field in fields.values_mut() {
                *field = plain(field.take());
            }
            let sorted: std::collections::BTreeMap<String, Value> =
                std::mem::take(fields).into_iter().collect();
            fields.extend(sorted);
        }
        _ => {}
    }
    value
}

fn value(rows: &impl serde::Serialize) -> Check<Value> {
    fine(serde_json::to_value(rows))
}

fn sides_turn(a: &Side, b: &Side) -> Check {
    let there = value(&compared(a, b)?)?;
    let back = value(&compared(b, a)?)?;
    prop_assert_eq!(plain(turned(&there)?), plain(back));
    Ok(())
}

/// Every figure that is called a difference.
fn differences<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| differences(item, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match key.as_str() {
                    "difference" => found.push(value),
                    _ => differences(value, found),
                }
            }
        }
        _ => {}
    }
}

fn nothing_differs_from_itself(side: &Side) -> Check {
    let same = compared(side, side)?;
    prop_assert!(same.is_same);
    prop_assert_eq!(same.document.total, 0);
    let same = value(&same)?;
    let mut found = Vec::new();
    differences(&same, &mut found);
    prop_assert!(!found.is_empty());
    for difference in found {
        prop_assert!(
            *difference == json!(0) || *difference == json!("0"),
            "{difference}"
        );
    }
    Ok(())
}

/// The comparison adds nothing of its own: its figures are those of the reports of each run.
fn figures_are_those_of_the_reports(a: &Side, b: &Side) -> Check {
    let all = compared(a, b)?;
    let written = facade::write(&a.scenario) == facade::write(&b.scenario);
    prop_assert_eq!(all.is_same, written);
    let summary = fine(report::summary(&a.run))?;
    let fees = all
        .fees
        .iter()
        .filter(|row| row.kind == FeeKind::ChannelFee);
    let fees: i64 = fees.map(|row| row.amount.a.minor()).sum();
    prop_assert_eq!(fees, summary.fees.minor());
    let payouts = fine(report::payouts(&a.run))?;
    let mut arrived: i64 = payouts.iter().map(|row| row.amount.minor()).sum();
    for event in 1..=a.run.event_count() {
        let row = fine(report::event_row(&a.run, event))?;
        if row.kind == facade::EventKind::Transferred {
            arrived += there(row.amount)?.minor();
        }
    }
    let told: i64 = all.arrivals.iter().map(|row| row.total.a.minor()).sum();
    prop_assert_eq!(told, arrived);
    for party in &all.parties {
        prop_assert_eq!(party.days.last(), Some(&party.end));
    }
    Ok(())
}

fn balances_are_those_of_the_moment(a: &Side, b: &Side) -> Check {
    let all = compared(a, b)?;
    for row in all.accounts.iter().take(6) {
        let days = fine(compare::account(&a.run, &b.run, &row.name))?;
        prop_assert_eq!(days.len(), all.days.len());
        for day in days.iter().step_by(3) {
            let end = there(WallClock::parse(&format!("{}T23:59:59.999", day.date)))?;
            let moment = fine(compare::at(&a.run, &b.run, end))?;
            let now = there(moment.accounts.iter().find(|now| now.name == row.name))?;
            prop_assert_eq!(now.current, day.balance);
            let snapshot = fine(report::snapshot(&b.run, moment.event_b))?;
            let of_b = row.b.and_then(|id| snapshot.balances.get(id.index()));
            prop_assert_eq!(now.in_b.as_ref(), of_b);
            let negative = fine(compare::at(&b.run, &a.run, end))?;
            prop_assert_eq!(plain(turned(&value(&moment)?)?), plain(value(&negative)?));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn from_a_to_b_and_back_every_difference_is_negated(a in any_draft(), b in any_draft()) {
        sides_turn(&Side::of(&a)?, &Side::of(&b)?)?;
    }

    #[test]
    fn a_scenario_differs_in_nothing_from_itself(draft in any_draft()) {
        nothing_differs_from_itself(&Side::of(&draft)?)?;
    }

    #[test]
    fn a_comparison_says_what_the_reports_of_both_runs_say(a in any_draft(), b in any_draft()) {
        let (a, b) = (Side::of(&a)?, Side::of(&b)?);
        figures_are_those_of_the_reports(&a, &b)?;
        balances_are_those_of_the_moment(&a, &b)?;
    }
}
