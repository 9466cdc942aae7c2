//! The lessons that ship keep their promises, and a lesson that does not is told so, at the place and in words.

#[path = "lessons/codes.rs"]
mod completion;

use std::error::Error;
use std::fs;

use daycut::facade::lessons::{self, Unjudged};
use daycut::facade::view::{Figure, LessonAnswer, LessonState};
use daycut::facade::{self, LESSONS, Lang, Lesson};
use serde_json::{Value, json};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn document(id: &str) -> Outcome<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(format!(
        "www/lessons/{id}.json"
    ))?)?)
}

fn opened(document: &Value) -> Outcome<Lesson> {
    Ok(facade::open_lesson(&document.to_string()).map_err(|told| format!("{told:?}"))?)
}

fn judged(lesson: &Lesson, picks: &[u32], bet: &str, variant: u32) -> Outcome<LessonState> {
    let answer = LessonAnswer {
        picks: picks.to_vec(),
        bet: bet.to_owned(),
        variant,
        name: String::new(),
    };
    let state = lessons::judged(lesson, &answer);
    Ok(state.map_err(|stuck: Unjudged| format!("{stuck:?}"))?)
}

fn figures(state: &LessonState) -> Vec<String> {
    let shown = |figure: Figure| match figure {
        Figure::Amount(amount) => amount.plain(),
        Figure::Count(count) => count.to_string(),
    };
    let rows = state.checks.iter();
    rows.map(|row| {
        let mark = if row.holds { "" } else { "!" };
        format!("{mark}{}", shown(row.actual))
    })
    .collect()
}

/// What the proof of a lesson says, in both languages.
fn told(lesson: &Value) -> Outcome<Vec<(String, String, String)>> {
    let proof = lessons::proved(&opened(lesson)?).map_err(|fault| format!("{fault:?}"))?;
    let said = |problem: &facade::Problem, lang: Lang| {
        let text = lang.text().problems;
        (text.problem)(&problem.kind)
    };
    let problems = proof.problems.iter();
    Ok(problems
        .map(|one| {
            let (zh, en) = (said(one, Lang::ZhCn), said(one, Lang::En));
            (one.path.clone(), zh, en)
        })
        .collect())
}

#[test]
fn every_lesson_that_ships_keeps_its_promises() -> Outcome {
    let files = fs::read_dir("www/lessons")?.count();
    assert_eq!(files, LESSONS.len(), "every file is on the shelf");
    for item in LESSONS {
        assert_eq!(opened(&document(item.id)?)?.id, item.id);
        assert_eq!(told(&document(item.id)?)?, [], "{}", item.id);
    }
    let cards = lessons::shelf();
    assert_eq!(cards.len(), LESSONS.len());
    Ok(())
}

/// The figures of the course, worked out by hand from the calendar of 2018.
#[test]
fn national_day_brings_eight_days_at_once_and_one_letter_changes_that() -> Outcome {
    let lesson = opened(&document("K6")?)?;
    let start = judged(&lesson, &[], "800", 0)?;
    assert_eq!(figures(&start), ["!200.00", "1100.00"]);
    assert_eq!(start.bet.as_ref().and_then(|bet| bet.right), Some(true));
    assert!(start.idea.is_none() && !start.solved && !start.passed);
    for (picks, by_the_fifth) in [
        ([1, 0, 0], "!300.00"),
        ([0, 1, 0], "!200.00"),
        ([0, 0, 1], "!0.00"),
    ] {
        let state = judged(&lesson, &picks, "", 0)?;
        assert_eq!(figures(&state), [by_the_fifth, "1100.00"]);
        assert!(state.idea.is_some() && state.bet.is_none());
    }
    let solved = judged(&lesson, &[2], "", 0)?;
    assert_eq!(figures(&solved), ["700.00", "1100.00"]);
    assert!(solved.solved && solved.passed && solved.idea.is_none());
    let spring = judged(&lesson, &[2], "", 1)?;
    assert_eq!(figures(&spring), ["2000.00", "3250.00"]);
    Ok(())
}

#[test]
fn the_eighth_brings_a_hundred_under_the_other_wording_and_the_ninth_eight_hundred() -> Outcome {
    for (day, next, value) in [
        ("2018-10-08", 0, "800.00"),
        ("2018-10-09", 0, "100.00"),
        ("2018-10-08", 1, "100.00"),
        ("2018-10-09", 1, "800.00"),
    ] {
        let mut lesson = document("K6")?;
        *lesson.pointer_mut("/checks/0/holds").ok_or("a check")? = json!({
            "kind": "inflow", "party": "tea", "from": day, "by": day, "op": "=", "value": value
        });
        let state = judged(&opened(&lesson)?, &[0, next, 0], "", 0)?;
        assert_eq!(figures(&state), [value, "1100.00"], "{day}");
    }
    Ok(())
}

#[test]
fn the_mall_is_clear_of_high_findings_only_when_it_no_longer_collects() -> Outcome {
    let lesson = opened(&document("K5")?)?;
    let start = judged(&lesson, &[], "6.00", 0)?;
    assert_eq!(figures(&start)[1..], ["6.00", "194.80", "97.40", "1.80"]);
    assert!(!start.checks[0].holds);
    assert_eq!(start.bet.and_then(|bet| bet.right), Some(false));
    // Who collects, how the commission is taken, how long the money stays.
    for stay in 0..4 {
        let kept = judged(&lesson, &[0, 0, stay], "", 0)?;
        assert!(!kept.checks[0].holds, "still flagged: {stay}");
        assert_eq!(kept.idea.is_some(), stay > 0, "{stay}");
        assert_eq!(figures(&kept)[1], "6.00");
        let solved = judged(&lesson, &[1, 1, stay], "", 0)?;
        assert_eq!(figures(&solved), ["0", "6.00", "194.80", "97.40", "1.80"]);
        assert!(solved.passed);
    }
    let nothing_kept = judged(&lesson, &[1, 0, 0], "", 0)?;
    assert_eq!(
        figures(&nothing_kept),
        ["0", "!0.00", "!198.80", "!99.40", "1.80"]
    );
    assert!(nothing_kept.idea.is_some());
    Ok(())
}

#[test]
fn a_bet_is_read_as_people_type_and_nonsense_is_neither_right_nor_wrong() -> Outcome {
    let lesson = opened(&document("K6")?)?;
    for (typed, right) in [
        ("800", Some(true)),
        (" 800.00 元", Some(true)),
        ("100", Some(false)),
        ("eight hundred", None),
        ("8e2", None),
    ] {
        let bet = judged(&lesson, &[], typed, 0)?.bet.ok_or("a bet")?;
        assert_eq!(bet.right, right, "{typed}");
    }
    assert!(judged(&lesson, &[], "  ", 0)?.bet.is_none());
    Ok(())
}

#[test]
fn answers_from_links_may_be_anything() -> Outcome {
    let lesson = opened(&document("K6")?)?;
    let state = judged(&lesson, &[7, u32::MAX, 1, 4], "", 99)?;
    assert_eq!(state.answer.picks, [0, 0, 1]);
    assert_eq!(state.answer.variant, 0);
    Ok(())
}

#[test]
fn what_is_played_is_a_scenario_of_its_own() -> Outcome {
    for item in LESSONS {
        let lesson = opened(&document(item.id)?)?;
        for variant in [0, 1] {
            let state = judged(&lesson, &[], "", variant)?;
            let scenario =
                facade::open_text(&state.scenario).map_err(|told| format!("{told:?}"))?;
            assert_eq!(scenario.expectations.len(), state.checks.len());
            let run = facade::check(&scenario).map_err(|told| format!("{told:?}"))?;
            let run = facade::simulate(run, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
            let rows = facade::report::expectations(&run).map_err(|fault| format!("{fault:?}"))?;
            for (row, check) in rows.iter().zip(&state.checks) {
                assert_eq!((row.holds, row.actual), (check.holds, check.actual));
            }
        }
    }
    Ok(())
}

/// Each promise, broken once.
#[test]
fn a_lesson_that_breaks_a_promise_is_told_which() -> Outcome {
    let broken = |pointer: &str, value: Value| -> Outcome<Vec<(String, String, String)>> {
        let mut lesson = document("K6")?;
        *lesson.pointer_mut(pointer).ok_or(pointer.to_owned())? = value;
        told(&lesson)
    };
    let places = |told: &[(String, String, String)]| -> Vec<String> {
        told.iter().map(|(path, _, _)| path.clone()).collect()
    };
    let bet = broken("/bet/fact/value", json!("100.00"))?;
    assert_eq!(places(&bet), ["bet.fact"]);
    assert!(bet[0].1.contains("800.00") && bet[0].2.contains("800.00"));

    let start = broken("/checks/0/holds/value", json!("200.00"))?;
    assert!(places(&start).contains(&"checks".to_owned()), "{start:?}");

    let solution = broken("/solution", json!({ "cycle": "t0" }))?;
    assert_eq!(places(&solution), ["solution", "variants[0]"]);
    assert!(solution[0].1.contains("in-time") && solution[0].1.contains("300.00"));

    let variant = broken("/variants/0/checks/0/holds/value", json!("2000.01"))?;
    assert_eq!(places(&variant), ["variants[0]"]);
    assert!(variant[0].2.contains("2000.00"));

    let idea = broken("/wrong/0/fails", json!("whole"))?;
    assert_eq!(places(&idea), ["wrong[0].fails"]);
    assert!(idea[0].2.contains("whole") && idea[0].2.contains("1100.00"));

    let repeated = broken("/hints/1/en", document("K6")?["hints"][0]["en"].clone())?;
    assert_eq!(places(&repeated), ["hints[1]"]);

    let hidden = broken("/wrong/0/picks", json!({}))?;
    assert_eq!(places(&hidden), ["wrong[1].picks", "wrong[2].picks"]);
    Ok(())
}

#[test]
fn a_choice_that_cannot_be_played_is_told_with_the_way_to_it() -> Outcome {
    let mut lesson = document("K5")?;
    *lesson
        .pointer_mut("/knobs/2/choices/2/sets")
        .ok_or("a choice")? = json!({ "contracts[0].payout_to": "mall.special" });
    let told = told(&lesson)?;
    assert!(!told.is_empty());
    assert!(
        told.iter()
            .all(|(path, _, _)| path.contains("stay=special"))
    );
    Ok(())
}
