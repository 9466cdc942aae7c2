//! Why: every balance is the sum of its entries, every event has a reason, and every reason leads to a place
//! in the scenario, in the gallery and in made-up scenarios.

mod made_up;
mod worked;

use daycut::facade::view::{EventWhy, Reason};
use daycut::facade::{self, AccountId, DeferReason, EventKind, Lang, Run, Scenario, report};
use proptest::prelude::*;
use serde_json::json;

use made_up::Wishes;
use worked::{Outcome, play, runs, scenario};

fn played(text: &str) -> Outcome<(Scenario, Run)> {
    let scenario = facade::open_text(text).map_err(|problems| format!("{problems:?}"))?;
    let run = play(&serde_json::from_str(text)?)?;
    Ok((scenario, run))
}

fn why(run: &Run, event: u32) -> Outcome<EventWhy> {
    Ok(report::why_event(run, event).map_err(|fault| format!("{fault:?}"))?)
}

/// Both balances of every account, at a few moments: the entries sum to what the snapshot shows.
fn every_balance_opens(run: &Run) -> Outcome {
    let step = usize::try_from(run.event_count().div_ceil(7).max(1))?;
    for events in (0..=run.event_count()).step_by(step) {
        let snapshot = report::snapshot(run, events).map_err(|fault| format!("{fault:?}"))?;
        for (account, shown) in (0..).map(AccountId).zip(&snapshot.balances) {
            for (previous, shown) in [(false, shown.current), (true, shown.previous_day)] {
                for len in [0, 3, 200] {
                    let why = report::why_balance(run, account, events, previous, len);
                    let why = why.map_err(|fault| format!("{fault:?}"))?;
                    assert_eq!(why.balance, shown);
                    let changes = why.entries.rows.iter().map(|entry| entry.change.minor());
                    assert_eq!(why.before.minor() + changes.sum::<i64>(), shown.minor());
                }
            }
        }
    }
    Ok(())
}

/// Every event has a reason, every reason that names a place leads there, and every leg of the journal is
/// among those explained.
fn every_event_is_explained(scenario: &Scenario, run: &Run) -> Outcome<Vec<EventWhy>> {
    let mut all = Vec::new();
    let mut legs = 0;
    for event in 1..=run.event_count() {
        let why = why(run, event)?;
        assert!(!why.reasons.is_empty(), "{why:?}");
        assert_eq!(
            why.rule.is_some(),
            why.event.amount.is_some() && !posts_nothing(why.event.kind)
        );
        for reason in &why.reasons {
            if let Some(path) = reason.path() {
                assert!(
                    facade::excerpt(scenario, path).is_some(),
                    "{path} of {why:?}"
                );
            }
            for lang in [Lang::ZhCn, Lang::En] {
                assert!(!(lang.text().why.reason)(reason, "x").is_empty());
            }
        }
        legs += why.legs.len();
        all.push(why);
    }
    let journal = report::journal(run, Default::default(), 0, 1);
    let journal = journal.map_err(|fault| format!("{fault:?}"))?;
    assert_eq!(usize::try_from(journal.total)?, legs);
    Ok(all)
}

fn posts_nothing(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::RefundRefused | EventKind::PayoutDeferred | EventKind::TransferDeferred
    )
}

#[test]
fn every_figure_of_the_gallery_leads_to_its_scenario() -> Outcome {
    for item in facade::gallery() {
        let (scenario, run) = played(item.text)?;
        every_balance_opens(&run)?;
        every_event_is_explained(&scenario, &run)?;
    }
    Ok(())
}

#[test]
fn every_figure_of_the_worked_example_leads_to_its_scenario() -> Outcome {
    for (mode, cycle) in runs() {
        let (scenario, run) = played(&scenario(mode, cycle, None)?.to_string())?;
        every_balance_opens(&run)?;
        every_event_is_explained(&scenario, &run)?;
    }
    Ok(())
}

/// A refund that finds too little, under each policy; and a deposit too small for the platform's payment.
#[test]
fn what_could_not_be_done_says_what_was_missing() -> Outcome {
    let reasons = |whys: &[EventWhy], kind: EventKind| -> Vec<Reason> {
        let events = whys.iter().filter(|why| why.event.kind == kind);
        events.flat_map(|why| why.reasons.clone()).collect()
    };
    let (topped, run) = played(&scenario("a", "T+1", None)?.to_string())?;
    let whys = every_event_is_explained(&topped, &run)?;
    let shortfall = reasons(&whys, EventKind::ToppedUp);
    let is = |reason: &Reason| match reason {
        Reason::Shortfall {
            pending, needed, ..
        } => (pending.minor(), needed.minor()) == (3_642, 4_970),
        _ => false,
    };
    assert!(shortfall.iter().any(is), "{shortfall:?}");

    let (refused, run) = played(&scenario("a", "T+1", Some("shortfall=refuse"))?.to_string())?;
    let whys = every_event_is_explained(&refused, &run)?;
    let shortfall = reasons(&whys, EventKind::RefundRefused);
    assert!(shortfall.iter().any(is), "{shortfall:?}");

    let mut poor = scenario("c", "T+1", None)?;
    if let Some(accounts) = poor["accounts"].as_array_mut() {
        for account in accounts
            .iter_mut()
            .filter(|account| account["owner"] == "mall")
        {
            account["opening"] = json!("0.00");
        }
    }
    let (poor, run) = played(&poor.to_string())?;
    let whys = every_event_is_explained(&poor, &run)?;
    let short = reasons(&whys, EventKind::TransferDeferred);
    let is = |reason: &Reason| match reason {
        Reason::TooLittle { had, short } => (had.minor(), short.minor()) == (5_236, 608),
        _ => false,
    };
    assert!(short.iter().any(is), "{short:?}");
    Ok(())
}

/// A payment that was drawn names its rule, its draw and the seed.
#[test]
fn a_drawn_payment_names_its_draw() -> Outcome {
    let mut mall = scenario("b", "T+1", None)?;
    mall["seed"] = json!(7);
    mall["payments"] = json!([]);
    mall["refunds"] = json!([]);
    mall["expectations"] = json!([]);
    mall["traffic"] = json!([{"seller": "cafe", "channel": "wx", "per_day": 3,
        "amount": {"from": "1.00", "to": "9.00"}, "hours": "all_day"}]);
    let (mall, run) = played(&mall.to_string())?;
    let mut draws = Vec::new();
    for why in every_event_is_explained(&mall, &run)? {
        if why.event.kind != EventKind::Captured {
            continue;
        }
        match why.reasons.first() {
            Some(Reason::Drawn {
                path,
                draw,
                of,
                seed,
            }) => {
                assert_eq!((path.as_str(), *of, *seed), ("traffic[0]", 36, 7));
                draws.push(*draw);
            }
            other => return Err(format!("{other:?}").into()),
        }
    }
    draws.sort_unstable();
    assert_eq!(draws, (1..=36).collect::<Vec<_>>(), "each draw once");
    Ok(())
}

/// A payout that was put off tells why, with the batches that were due.
#[test]
fn a_payout_put_off_tells_the_batches() -> Outcome {
    let mut mall = scenario("a", "D+1", None)?;
    mall["settlement_rules"][0]["minimum"] = json!("500.00");
    mall["expectations"] = json!([]);
    let (mall, run) = played(&mall.to_string())?;
    let whys = every_event_is_explained(&mall, &run)?;
    let mut whys = whys
        .iter()
        .filter(|why| why.event.kind == EventKind::PayoutDeferred);
    let why = whys.next().ok_or("a payout put off")?;
    let is_minimum = matches!(
        why.reasons.first(),
        Some(Reason::PutOff {
            reason: DeferReason::BelowMinimum,
            ..
        })
    );
    assert!(is_minimum, "{why:?}");
    assert!(matches!(why.reasons.get(1), Some(Reason::Batches { of, .. }) if !of.is_empty()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_figure_of_made_up_scenarios_leads_to_its_scenario(
        text in made_up::scenarios(Wishes { drawn_per_day: 1, refunds: true, risky: false })
    ) {
        let explained = played(&text).and_then(|(scenario, run)| {
            every_balance_opens(&run)?;
            every_event_is_explained(&scenario, &run)
        });
        prop_assert!(explained.is_ok(), "{explained:?}\n{text}");
    }
}
