//! A lesson is read like a scenario: every mistake at once, each at its place.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::*;
use crate::scenario::document::shape::Kind;
use crate::scenario::schema::fields::fields_of;

const SOUND: &str = include_str!("../../../www/lessons/K6.json");

/// The problems of the lesson K6 after these changes, one a line.
fn told(changes: &[(&str, Value)], expected: &Expect) {
    let mut lesson: Value = serde_json::from_str(SOUND).unwrap();
    for (pointer, value) in changes {
        match lesson.pointer_mut(pointer) {
            Some(place) => *place = value.clone(),
            None => {
                let (parent, field) = pointer.rsplit_once('/').unwrap();
                let parent = lesson.pointer_mut(parent).unwrap().as_object_mut().unwrap();
                parent.insert(field.to_owned(), value.clone());
            }
        }
    }
    let problems = read_text(&lesson.to_string()).err().unwrap_or_default();
    let lines = problems.iter().map(|problem| {
        let kind = serde_json::to_string(&problem.kind).unwrap();
        format!("{} {kind}\n", problem.path)
    });
    expected.assert_eq(&lines.collect::<String>());
}

/// The tables of `docs/lessons.md` are the reader's; `UPDATE_GOLDEN=1` prints them again.
#[test]
fn the_committed_tables_are_the_readers() {
    const FILE: &str = "docs/lessons.md";
    let text = std::fs::read_to_string(FILE).unwrap();
    let (before, rest) = text.split_once("<!-- fields:").unwrap();
    let (mark, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end of fields -->").unwrap();
    // Expectations and the fields of a scenario are described where scenarios are.
    let mut elsewhere = vec!["Part"];
    let Kind::Tagged { variants, .. } = Expectation::KIND else {
        panic!("expectations are told apart by a word");
    };
    elsewhere.extend(variants.iter().map(|(_, shape)| shape.name));
    let fields = fields_of(&document::LESSON, &elsewhere);
    let expected =
        format!("{before}<!-- fields:{mark}-->\n\n{fields}<!-- end of fields -->{after}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(FILE, &expected).unwrap();
    }
    let is_same = std::fs::read_to_string(FILE).unwrap() == expected;
    assert!(is_same, "{FILE}: UPDATE_GOLDEN=1 rewrites");
}

#[test]
fn what_stands_where_it_should_not_is_told_all_at_once() {
    told(
        &[
            ("/minutes", json!(0)),
            ("/hint", json!("x")),
            ("/knobs", json!([])),
            ("/checks/0/holds/kind", json!("hope")),
            ("/start/with/days", json!("eleven")),
            ("/start/with/contracts/0/mode", json!("loose")),
            ("/takeaway/0", json!("")),
            ("/hints", json!(["1", "2", "3", "4"])),
        ],
        &expect![[r#"
            checks[0].holds.kind {"code":"unknown-value","found":"hope","allowed":["balance","arrival","total_fee","refused","inflow","commission","held","findings"]}
            hint {"code":"unknown-field","found":"hint","allowed":["format","id","title","minutes","asked","story","start","moment","bet","task","knobs","checks","hints","wrong","variants","solution","takeaway","practice"]}
            hints {"code":"too-many","found":4,"max":3}
            knobs {"code":"too-few","found":0,"min":1}
            minutes {"code":"out-of-range","found":"0","min":"1","max":"60"}
            start.with.contracts[0].mode {"code":"unknown-value","found":"loose","allowed":["direct","sub_merchant","pooled"]}
            start.with.days {"code":"wrong-type","found":"text","allowed":"number","form":"whole_number"}
            takeaway[0] {"code":"bad-form","form":"name","found":""}
        "#]],
    );
}

#[test]
fn names_that_mean_nothing_are_told_with_those_there_are() {
    told(
        &[
            ("/wrong/0/fails", json!("in-tyme")),
            (
                "/wrong/1/picks",
                json!({ "cykle": "t1", "wording": "nekst" }),
            ),
            ("/solution", json!({ "cycle": "d2" })),
            ("/variants/0/checks/0/id", json!("late")),
            ("/knobs/1/id", json!("cycle")),
            ("/checks/1/id", json!("in-time")),
            (
                "/knobs/2/choices/1/sets",
                json!({ "settlement_rules[7].calendar": "cn" }),
            ),
            (
                "/knobs/0/choices/1/sets",
                json!({ "settlement_rules[0].cycle": "X+1" }),
            ),
            ("/bet/fact/op", json!(">=")),
            ("/bet/choices", json!(["1.00"])),
        ],
        &expect![[r#"
            bet.choices {"code":"unknown-value","found":"800.00","allowed":["1.00"]}
            bet.fact.op {"code":"unknown-value","found":">=","allowed":["="]}
            checks[1].id {"code":"duplicate-id","id":"in-time","first":"checks[0].id"}
            knobs[0].choices[1].sets["settlement_rules[0].cycle"] {"code":"bad-form","form":"cycle","found":"X+1"}
            knobs[1].id {"code":"duplicate-id","id":"cycle","first":"knobs[0].id"}
            knobs[2].choices[1].sets["settlement_rules[7].calendar"] {"code":"out-of-range","found":"7","min":"0","max":"0"}
            solution.cycle {"code":"unknown-value","found":"d2","allowed":["t1","t0","d1"]}
            variants[0].checks[0].id {"code":"unknown-value","found":"late","allowed":["in-time","in-time"]}
            variants[0].checks[1].id {"code":"unknown-value","found":"whole","allowed":["in-time","in-time"]}
            wrong[0].fails {"code":"unknown-value","found":"in-tyme","allowed":["in-time","in-time"]}
            wrong[1].picks {"code":"unknown-value","found":"cykle","allowed":["cycle","cycle","calendar"]}
            wrong[1].picks {"code":"unknown-value","found":"wording","allowed":["cycle","cycle","calendar"]}
        "#]],
    );
}

#[test]
fn a_scenario_that_cannot_be_played_is_told_where_the_lesson_says_so() {
    told(
        &[
            ("/start/with/contracts/0/collector", json!("teahouse")),
            ("/start/with/traffic/0/channel", json!("hs")),
            ("/moment", json!("2019-10-08T09:30:00")),
        ],
        &expect![[r#"
            moment {"code":"outside-scenario","found":"2019-10-08T09:30:00","from":"2018-09-28T00:00:00","until":"2018-10-09T00:00:00"}
            start.with.contracts[0].collector {"code":"unknown-reference","found":"teahouse","what":"party","allowed":["hs","tea","wx"]}
            start.with.traffic[0].channel {"code":"wrong-party","found":"hs","wanted":"channel"}
        "#]],
    );
    told(
        &[
            ("/checks/0/holds/party", json!("teahouse")),
            ("/bet/fact/party", json!("nobody")),
            ("/variants/0/checks/1/holds/party", json!("who")),
        ],
        &expect![[r#"
            bet.fact.party {"code":"unknown-reference","found":"nobody","what":"party","allowed":["hs","tea","wx"]}
            checks[0].holds.party {"code":"unknown-reference","found":"teahouse","what":"party","allowed":["hs","tea","wx"]}
            variants[0].checks[1].holds.party {"code":"unknown-reference","found":"who","what":"party","allowed":["hs","tea","wx"]}
        "#]],
    );
    told(
        &[("/start/template", json!("mall"))],
        &expect![[r#"
            start.template {"code":"unknown-value","found":"mall","allowed":["cut-off-night","national-day-2018","refunds-over-cut","mall-sub-merchants","mall-direct","mall-pooled","batch-payout","mall-cashier","split-everything","refund-from-another","published-bill"]}
        "#]],
    );
}

#[test]
fn one_text_is_no_translation_and_two_sentences_are_not_three() {
    told(
        &[
            ("/task", json!("Do it.")),
            ("/wrong/2/says", json!("No.")),
            ("/hints/1", json!("Look.")),
            ("/takeaway", json!([{ "zh": "一", "en": "One" }, "Two"])),
        ],
        &expect![[r#"
            hints[1] {"code":"missing-field","field":"en"}
            takeaway {"code":"too-few","found":2,"min":3}
            takeaway[1] {"code":"missing-field","field":"en"}
            task {"code":"missing-field","field":"en"}
            wrong[2].says {"code":"missing-field","field":"en"}
        "#]],
    );
}

#[test]
fn knobs_stand_where_the_start_stands_unless_turned() {
    let lesson = read_text(SOUND).unwrap();
    assert_eq!(lesson.first_picks().places(), [0, 0, 0]);
    assert_eq!(lesson.picks_at(&[2, 9]).places(), [2, 0, 0]);
    assert_eq!(lesson.all_picks().len(), 12);
    let solution = lesson.picks_named(&lesson.solution);
    assert_eq!(
        lesson.spoken(&solution),
        "cycle=d1, wording=as-is, calendar=cn"
    );
    let staged = lesson.staged(&solution, None).unwrap();
    assert_eq!(staged.settlement_rules[0].cycle.to_string(), "D+1");
    assert_eq!(staged.expectations.len(), lesson.checks.len());
    let variant = lesson.variants.first();
    let other = lesson.staged(&solution, variant).unwrap();
    assert_eq!(other.expectations[0], variant.unwrap().checks[0].holds);
}

#[test]
fn an_idea_names_some_knobs_and_leaves_the_others_free() {
    let lesson = read_text(SOUND).unwrap();
    let named = [("cycle".to_owned(), "t0".to_owned())];
    assert!(lesson.is_idea(&named, &lesson.picks_at(&[1, 1, 1])));
    assert!(!lesson.is_idea(&named, &lesson.picks_at(&[2, 1, 1])));
}
