//! What the reader says of documents: every problem at once, each with its path, and nothing guessed.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::scenario::limits::{self, PROBLEMS_MAX};
use crate::scenario::samples::{MALL, mall};

/// The problems of a text, one a line.
fn problems(text: &str) -> String {
    let problems = read_text(text).err().unwrap_or_default();
    let lines = problems.iter().map(|problem| {
        let kind = serde_json::to_string(&problem.kind).unwrap();
        format!("{}: {kind}\n", problem.path)
    });
    lines.collect()
}

/// The problems of the mall after some replacements.
fn check_mall(changes: &[(&str, &str)], expected: Expect) {
    let mut text = MALL.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    expected.assert_eq(&problems(&text));
}

#[test]
fn the_mall_is_read_with_its_defaults() {
    let mall = mall();
    assert_eq!(mall.days, 14);
    assert_eq!(mall.title.en, "A mall over National Day");
    assert_eq!(mall.parties[1].licence, crate::scenario::v1::Licence::Bank);
    assert_eq!(mall.contracts[0].split_delay_seconds, 60);
    assert_eq!(mall.settlement_rules[0].calendar, "cn");
    assert_eq!(mall.payments[0].at.to_string(), "2018-09-30T22:59:50.007");
    assert_eq!(mall.traffic[0].amount_to.plain(), "90.00");
}

#[test]
fn every_problem_is_told_at_once_in_the_order_of_paths() {
    check_mall(
        &[
            ("\"days\": 14", "\"days\": 0, \"dayz\": 3"),
            (
                "\"wx\", \"kind\": \"channel\"",
                "\"w x\", \"kind\": \"chanel\"",
            ),
            ("\"name\": \"商场\", ", ""),
            ("\"rate\": \"0.006\"", "\"rate\": 0.006"),
            ("\"amount\": \"100.00\"", "\"amount\": \"100.001\""),
            (
                "{\"from\": \"10.00\", \"to\": \"90.00\"}",
                "[\"10.00\", \"90.00\"]",
            ),
            ("\"kind\": \"refused\"", "\"kind\": \"refuse\""),
        ],
        expect![[r#"
            days: {"code":"out-of-range","found":"0","min":"1","max":"400"}
            dayz: {"code":"unknown-field","found":"dayz","allowed":["format","title","story","starts","days","seed","calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows","bill_form"]}
            expectations[1].kind: {"code":"unknown-value","found":"refuse","allowed":["balance","arrival","total_fee","refused","inflow","commission","held","findings"]}
            fee_plans[0].rate: {"code":"wrong-type","found":"number","allowed":"text","form":"rate"}
            parties[0].id: {"code":"bad-form","form":"id","found":"w x"}
            parties[0].kind: {"code":"unknown-value","found":"chanel","allowed":["merchant","platform","channel","bank"]}
            parties[2]: {"code":"missing-field","field":"name"}
            payments[0].lines[0].amount: {"code":"bad-form","form":"amount","found":"100.001"}
            traffic[0].amount: {"code":"wrong-type","found":"list","allowed":"object","form":null}
        "#]],
    );
}

#[test]
fn limits_are_named_in_the_problem() {
    check_mall(
        &[
            (
                "\"starts\": \"2018-09-28T00:00:00\"",
                "\"starts\": \"2018-09-31T00:00:00\"",
            ),
            ("\"opening\": \"1000.00\"", "\"opening\": \"10000000.01\""),
            ("\"T+1\"", "\"T+31\""),
            ("\"09:30\"", "\"24:00\""),
            ("\"per_day\": 667", "\"per_day\": 200001"),
            (
                "\"lines\": [{\"seller\": \"cafe\", \"amount\": \"100.00\"}]",
                "\"lines\": []",
            ),
            ("\"商场\"", "\"商\u{202e}场\""),
            ("\"2018-10-03T09:00:00\"", "\"2200-01-01T00:00:00\""),
        ],
        expect![[r#"
            accounts[0].opening: {"code":"out-of-range","found":"10000000.01","min":"0.00","max":"10000000.00"}
            parties[2].name: {"code":"forbidden-character","found":"U+202E","position":2}
            payments[0].lines: {"code":"too-few","found":0,"min":1}
            refunds[0].at: {"code":"out-of-range","found":"2200-01-01T00:00:00","min":"1970-01-01","max":"2199-12-31"}
            settlement_rules[0].cycle: {"code":"out-of-range","found":"T+31","min":"T+0","max":"T+30"}
            settlement_rules[0].pays_at: {"code":"bad-form","form":"time_of_day","found":"24:00"}
            starts: {"code":"bad-form","form":"moment","found":"2018-09-31T00:00:00"}
            traffic[0].per_day: {"code":"out-of-range","found":"200001","min":"0","max":"200000"}
        "#]],
    );
}

#[test]
fn repeated_unknown_and_null_fields_are_refused() {
    check_mall(
        &[
            (
                "\"seed\": 42",
                "\"seed\": 42, \"seed\": 42, \"a.b\": 1, \"story\": null",
            ),
            (
                "\"of\": \"O1\"",
                "\"of\": {\"external\": \"4200\", \"payment\": \"O1\"}",
            ),
            ("\"zh\": \"咖啡店\", ", "\"zh\": \"\", \"fr\": \"café\", "),
        ],
        expect![[r#"
            ["a.b"]: {"code":"unknown-field","found":"a.b","allowed":["format","title","story","starts","days","seed","calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows","bill_form"]}
            parties[3].name.fr: {"code":"unknown-field","found":"fr","allowed":["zh","en"]}
            parties[3].name.zh: {"code":"bad-form","form":"name","found":""}
            refunds[0].of.external: {"code":"unknown-field","found":"external","allowed":["payment","seller"]}
            seed: {"code":"duplicate-key","key":"seed"}
            story: {"code":"wrong-type","found":"null","allowed":"text or object","form":"name"}
        "#]],
    );
}

#[test]
fn another_document_is_named_before_its_fields_are_looked_at() {
    for (text, expected) in [
        ("{}", "not-a-scenario"),
        ("[]", "not-a-scenario"),
        ("\"daycut/1\"", "not-a-scenario"),
        ("{\"format\": 1, \"x\": 2}", "not-a-scenario"),
        ("{\"format\": \"daycut/0\"}", "not-a-scenario"),
        ("{\"format\": \"daycut/01\"}", "not-a-scenario"),
        ("{\"format\": \"daycut/\"}", "not-a-scenario"),
        ("{\"format\": \"daycut/2\", \"x\": 2}", "newer-version"),
        ("{\"format\": \"daycut/10\"}", "newer-version"),
    ] {
        let problems = problems(text);
        assert!(problems.contains(expected), "{text}: {problems}");
        assert_eq!(problems.lines().count(), 1, "{text}: {problems}");
    }
    expect![[r#"
        : {"code":"missing-field","field":"title"}
        : {"code":"missing-field","field":"starts"}
        : {"code":"missing-field","field":"days"}
        format: {"code":"duplicate-key","key":"format"}
    "#]]
    .assert_eq(&problems(
        "{\"format\": \"daycut/1\", \"format\": \"daycut/1\"}",
    ));
}

#[test]
fn problems_of_the_tenth_payment_come_after_the_second() {
    let line = "{\"id\": \"O1\", \"at\": \"x\", \"channel\": \"wx\", \"lines\": [{\"seller\": \"c\", \"amount\": \"1\"}]}";
    let text = format!(
        "{{\"format\": \"daycut/1\", \"title\": \"t\", \"starts\": \"2018-09-28T00:00:00\", \"days\": 1, \"payments\": [{}]}}",
        [line; 11].join(",")
    );
    let problems = problems(&text);
    let paths: Vec<&str> = problems
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert_eq!(paths[2], "payments[2].at");
    assert_eq!(paths[10], "payments[10].at");
    let many = text.replace(&[line; 11].join(","), &[line; 300].join(","));
    assert_eq!(read_text(&many).unwrap_err().len(), PROBLEMS_MAX);
}

#[test]
fn lists_beyond_their_limit_are_counted_and_not_read() {
    let split = "{\"to\": \"mall\", \"rate\": \"0.02\"}";
    let many = ["1"; limits::SPLITS_MAX + 1].join(",");
    check_mall(
        &[(split, &many)],
        expect![[r#"
        contracts[0].splits: {"code":"too-many","found":51,"max":50}
    "#]],
    );
}

#[test]
fn text_and_value_are_read_the_same() {
    let value: serde_json::Value = serde_json::from_str(MALL).unwrap();
    assert_eq!(read_value(&value), Ok(mall()));
    let whole = serde_json::json!({"format": "daycut/1", "title": 7, "days": 1.5, "x": null});
    assert_eq!(read_value(&whole), read_text(&whole.to_string()));
    assert_eq!(read_value(&whole).unwrap_err().len(), 4);
}

#[test]
fn the_last_day_of_moments_is_what_the_limit_says() {
    use crate::base::date::CivilDate;
    assert_eq!(
        CivilDate::of_days(limits::MOMENT_FIRST_DAY).to_string(),
        "1970-01-01"
    );
    assert_eq!(
        CivilDate::of_days(limits::MOMENT_END_DAY).to_string(),
        "2200-01-01"
    );
}

proptest! {
    /// X3: whatever happens to a document, the reader answers; what it accepts, it reads again.
    #[test]
    fn damaged_documents_are_answered(
        cuts in prop::collection::vec((0_usize..2000, 0_usize..40, "[\\[\\]{}:,\"a-z0-9.-]{0,6}"), 1..4)
    ) {
        let mut chars: Vec<char> = MALL.chars().collect();
        for (from, length, put) in cuts {
            let from = from.min(chars.len());
            let to = (from + length).min(chars.len());
            chars.splice(from..to, put.chars());
        }
        let text: String = chars.into_iter().collect();
        match read_text(&text) {
            Ok(scenario) => {
                let written = crate::scenario::writer::write(&scenario);
                prop_assert_eq!(read_text(&written), Ok(scenario));
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
