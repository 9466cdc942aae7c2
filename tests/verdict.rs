//! What the rules say does not depend on the order in which a scenario lists its parties, contracts and payments,
//! nor on the order of what happens in one and the same second; and a platform with too little money for all its
//! sellers pays the same ones, whoever is listed first.

mod made_up;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::error::Error;

use daycut::facade::view::{Finding, Findings, Summary};
use daycut::facade::{self, EventKind, PartyId, report};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use serde_json::Value;

use made_up::Wishes;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Lists whose order means nothing: of routes the first that fits wins, and they are left alone.
const LISTS: [&str; 8] = [
    "parties",
    "accounts",
    "fee_plans",
    "contracts",
    "agreements",
    "payments",
    "refunds",
    "outflows",
];

/// Scenarios out of a few hundred in which the money of a platform must have been too little.
const SCARCE_MIN: u32 = 5;

/// Scenarios made up for each property.
const CASES: u32 = 192;

/// Everything that a finding says but the numbers of events and the places of the document.
fn told(all: &Findings, summary: &Summary) -> Vec<String> {
    let name = |id: &PartyId| summary.parties.get(id.index()).map(|row| row.id.as_str());
    let account = |place: usize| summary.accounts.get(place).map(|row| row.name.as_str());
    let told = |one: &Finding| {
        let others: BTreeSet<_> = one.others.iter().map(name).collect();
        let accounts: BTreeSet<_> = one.accounts.iter().map(|id| account(id.index())).collect();
        let path = one.path.iter().map(|step| {
            let from = step.from.as_ref().and_then(name);
            format!("{from:?} → {:?} {}", name(&step.to), step.amount.plain())
        });
        let path: BTreeSet<String> = path.collect();
        format!(
            "{} {:?} {:?} {others:?} {accounts:?} {path:?} {} {:?} {:?} {} {:?}",
            one.rule.code(),
            one.severity,
            name(&one.subject),
            one.amount.plain(),
            one.held,
            one.days,
            one.evidence.count,
            (one.evidence.first, one.evidence.last),
        )
    };
    let mut findings: Vec<String> = all.findings.iter().map(told).collect();
    findings.extend(
        all.nothing_found
            .iter()
            .map(|rule| format!("{rule:?}: nothing")),
    );
    let not_judged = all.not_judged.iter();
    findings.extend(not_judged.map(|one| format!("{:?}: not judged", one.rule)));
    findings.sort();
    findings
}

/// What a run comes to.
#[derive(PartialEq, Debug)]
struct Verdict {
    told: Vec<String>,
    /// Sellers that were not paid when they were to be, for want of money.
    unpaid: Vec<String>,
    /// When refunds were refused, for want of money.
    refused: BTreeSet<String>,
}

fn verdict(document: &Value) -> Outcome<Verdict> {
    let told_of = |fault: facade::Fault| format!("{fault:?}");
    let scenario = facade::open_text(&document.to_string()).map_err(|p| format!("{p:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    let run = facade::simulate(plan, &mut |_| {}).map_err(told_of)?;
    let (mut unpaid, mut refused) = (Vec::new(), BTreeSet::new());
    for event in 1..=run.event_count() {
        let row = report::event_row(&run, event).map_err(told_of)?;
        match row.kind {
            EventKind::TransferDeferred => unpaid.push(format!("{} {}", row.at, row.cause)),
            EventKind::RefundRefused => {
                refused.insert(row.at.to_string());
            }
            _ => {}
        }
    }
    unpaid.sort();
    let findings = report::findings(&run).map_err(told_of)?;
    let summary = report::summary(&run).map_err(told_of)?;
    let told = told(&findings, &summary);
    Ok(Verdict {
        told,
        unpaid,
        refused,
    })
}

/// The document with every list in an order drawn from these numbers.
fn shuffled(document: &Value, order: &[u64]) -> Value {
    let mut shuffled = document.clone();
    for name in LISTS {
        if let Some(list) = shuffled.get_mut(name).and_then(Value::as_array_mut) {
            let mut keys = order.iter().cycle();
            list.sort_by_cached_key(|_| keys.next());
        }
    }
    shuffled
}

/// Where money is scarce, which of two of one second is asked for first is what the author says by writing it first:
/// refunds of a second in which one was refused, and outflows of one second, are put back into that order. Answers
/// how many entries that were.
fn as_asked_for(document: &Value, refused: &BTreeSet<String>, shuffled: &mut Value) -> u32 {
    let outflows = document.get("outflows").and_then(Value::as_array);
    let outflows = outflows
        .into_iter()
        .flatten()
        .map(|one| moment(one).to_owned());
    let mut kept = 0;
    for (name, moments) in [
        ("refunds", refused.clone()),
        ("outflows", outflows.collect()),
    ] {
        let written = document.get(name).and_then(Value::as_array);
        let Some(list) = shuffled.get_mut(name).and_then(Value::as_array_mut) else {
            continue;
        };
        for at in moments {
            let mut in_order = written
                .into_iter()
                .flatten()
                .filter(|one| moment(one) == at);
            let mut count = 0;
            for place in list.iter_mut().filter(|one| moment(one) == at) {
                *place = in_order.next().cloned().unwrap_or_default();
                count += 1;
            }
            kept += if count > 1 { count } else { 0 };
        }
    }
    kept
}

fn moment(entry: &Value) -> &str {
    entry.get("at").and_then(Value::as_str).unwrap_or_default()
}

/// The same document with all payments, and all refunds, of a day in the last second of their hour.
fn in_one_second(document: &Value) -> Value {
    let mut crowded = document.clone();
    for (list, second) in [("payments", ":59:58"), ("refunds", ":59:59")] {
        let entries = crowded.get_mut(list).and_then(Value::as_array_mut);
        for at in entries
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.get_mut("at"))
        {
            let hour = at.as_str().and_then(|text| text.get(..13));
            *at = format!("{}{second}", hour.unwrap_or_default()).into();
        }
    }
    crowded
}

/// How often money was scarce, and how many of all refunds and outflows kept their order within a second.
#[derive(Default)]
struct Seen {
    scarce: u32,
    kept: u32,
    asked_for: u32,
}

fn same_in_any_order(document: &Value, order: &[u64], seen: &mut Seen) -> TestCaseResult {
    let of = |document: &Value| {
        verdict(document).map_err(|error| TestCaseError::fail(format!("{error}\n{document}")))
    };
    let as_written = of(document)?;
    let mut other = shuffled(document, order);
    seen.kept += as_asked_for(document, &as_written.refused, &mut other);
    for name in ["refunds", "outflows"] {
        let list = document.get(name).and_then(Value::as_array);
        seen.asked_for += u32::try_from(list.map_or(0, Vec::len)).unwrap_or(0);
    }
    seen.scarce += u32::from(!as_written.unpaid.is_empty());
    prop_assert_eq!(as_written, of(&other)?, "\n{}\n{}", document, other);
    Ok(())
}

fn tried(risky: bool, change: fn(&Value) -> Value) -> Outcome<Seen> {
    let wishes = Wishes {
        drawn_per_day: 0,
        refunds: true,
        risky,
    };
    let seen = RefCell::new(Seen::default());
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        // A scenario that fails is printed whole.
        failure_persistence: None,
        ..Config::default()
    });
    let orders = proptest::collection::vec(any::<u64>(), 40);
    let tried = runner.run(&(made_up::scenarios(wishes), orders), |(text, order)| {
        let document = serde_json::from_str(&text);
        let document: Value = document.map_err(|e| TestCaseError::fail(e.to_string()))?;
        same_in_any_order(&change(&document), &order, &mut seen.borrow_mut())
    });
    tried.map_err(|error| error.to_string())?;
    Ok(seen.into_inner())
}

#[test]
fn the_verdict_does_not_depend_on_the_order_of_writing() -> Outcome {
    tried(false, Value::clone)?;
    Ok(())
}

#[test]
fn the_verdict_does_not_depend_on_the_order_of_what_happens_in_one_second() -> Outcome {
    tried(false, in_one_second)?;
    Ok(())
}

/// Also where a platform has spent its sellers' money, and too little is left for all of them.
#[test]
fn the_verdict_on_a_risky_business_does_not_depend_on_the_order_of_writing() -> Outcome {
    for change in [Value::clone, in_one_second] {
        let Seen {
            scarce,
            kept,
            asked_for,
        } = tried(true, change)?;
        println!("scarce in {scarce} of {CASES}, {kept} of {asked_for} kept their order");
        assert!(scarce >= SCARCE_MIN, "{scarce}");
        assert!(kept * 8 <= asked_for, "{kept} of {asked_for}");
    }
    Ok(())
}
