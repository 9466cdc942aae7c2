//! What the rules say does not depend on the order in which a scenario lists its parties, contracts and payments,
//! nor on the order of what happens in one and the same second.

mod made_up;

use std::collections::BTreeSet;
use std::error::Error;

use daycut::facade::view::{Finding, Findings, Summary};
use daycut::facade::{self, EventKind, PartyId, report};
use proptest::prelude::*;
use serde_json::Value;

use made_up::Wishes;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Lists whose order means nothing: of routes the first that fits wins, and they are left alone.
const LISTS: [&str; 7] = [
    "parties",
    "accounts",
    "fee_plans",
    "contracts",
    "agreements",
    "payments",
    "refunds",
];

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

/// What the rules say; nothing where a platform once had too little for all its sellers. Then the order in which it
/// lists them decides who is paid, and two orders are two stories.
fn verdict(document: &Value) -> Outcome<Option<Vec<String>>> {
    let told_of = |fault: facade::Fault| format!("{fault:?}");
    let scenario = facade::open_text(&document.to_string()).map_err(|p| format!("{p:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    let run = facade::simulate(plan, &mut |_| {}).map_err(told_of)?;
    for event in 1..=run.event_count() {
        if report::event_row(&run, event).map_err(told_of)?.kind == EventKind::TransferDeferred {
            return Ok(None);
        }
    }
    let findings = report::findings(&run).map_err(told_of)?;
    let summary = report::summary(&run).map_err(told_of)?;
    Ok(Some(told(&findings, &summary)))
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

fn same_in_any_order(document: &Value, order: &[u64]) -> Result<(), TestCaseError> {
    let of = |document: &Value| {
        verdict(document).map_err(|error| TestCaseError::fail(format!("{error}\n{document}")))
    };
    let other = shuffled(document, order);
    prop_assert_eq!(of(document)?, of(&other)?, "\n{}\n{}", document, other);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_verdict_does_not_depend_on_the_order_of_writing(
        text in made_up::scenarios(Wishes { drawn_per_day: 0, refunds: true, risky: false }),
        order in proptest::collection::vec(any::<u64>(), 40)
    ) {
        let document: Value = serde_json::from_str(&text).map_err(|e| TestCaseError::fail(e.to_string()))?;
        same_in_any_order(&document, &order)?;
    }

    #[test]
    fn the_verdict_does_not_depend_on_the_order_of_what_happens_in_one_second(
        text in made_up::scenarios(Wishes { drawn_per_day: 0, refunds: true, risky: false }),
        order in proptest::collection::vec(any::<u64>(), 40)
    ) {
        let document: Value = serde_json::from_str(&text).map_err(|e| TestCaseError::fail(e.to_string()))?;
        same_in_any_order(&in_one_second(&document), &order)?;
    }
}
