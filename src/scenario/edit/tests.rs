//! Every edit changes what it names and nothing else, or is refused at the path of its field.

use expect_test::expect;

use super::*;
use crate::scenario::compile::compile;
use crate::scenario::document::read_text;
use crate::scenario::forms;
use crate::scenario::gallery::BLANK;
use crate::scenario::samples::mall;

/// The lines that an edit takes out of the written scenario and puts into it.
fn lines(before: &Scenario, edit: &Edit) -> String {
    let after = match apply(before, edit) {
        Ok(after) => after,
        Err(problems) => {
            let lines = problems.iter().map(|problem| {
                format!(
                    "! {} {}\n",
                    problem.path,
                    serde_json::to_string(&problem.kind).unwrap()
                )
            });
            return lines.collect();
        }
    };
    let (before, after) = (writer::write(before), writer::write(&after));
    let gone = before
        .lines()
        .filter(|line| !after.lines().any(|other| other == *line));
    let new = after
        .lines()
        .filter(|line| !before.lines().any(|other| other == *line));
    let gone = gone.map(|line| format!("- {}\n", line.trim()));
    let new = new.map(|line| format!("+ {}\n", line.trim()));
    gone.chain(new).collect()
}

fn set(path: &str, text: &str) -> Edit {
    Edit::Set {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn add(path: &str) -> Edit {
    Edit::Add {
        path: path.to_owned(),
        kind: String::new(),
        tongue: Tongue::Zh,
    }
}

fn add_kind(path: &str, kind: &str) -> Edit {
    Edit::Add {
        path: path.to_owned(),
        kind: kind.to_owned(),
        tongue: Tongue::Both,
    }
}

fn remove(path: &str) -> Edit {
    Edit::Remove {
        path: path.to_owned(),
    }
}

fn after(scenario: &Scenario, edits: &[Edit]) -> Scenario {
    let step = |before: Scenario, edit: &Edit| match apply(&before, edit) {
        Ok(after) => after,
        Err(problems) => panic!("{edit:?}: {problems:?}"),
    };
    edits.iter().fold(scenario.clone(), step)
}

fn blank() -> Scenario {
    read_text(BLANK).unwrap()
}

#[test]
fn a_field_is_given_a_value_or_taken_away() {
    let mut shown = String::new();
    for (path, text) in [
        ("title.zh", "改名"),
        ("title", "Both"),
        ("story", "Once upon a time."),
        ("story", " "),
        ("parties[0].name.en", "WeChat Pay"),
        ("days", "15"),
        ("seed", ""),
        ("parties[1].book.cut_off", "23:00"),
        ("parties[3].book.cut_off", "23:00"),
        ("parties[1].book.announced", ""),
        ("accounts[1].opening", "5.5"),
        ("fee_plans[0].floor", "0.10"),
        ("contracts[0].splits[0].rate", "0.03"),
        ("payments[0].lines[0].amount", " 99 "),
        ("refunds[0].of.seller", "cafe"),
        ("traffic[0].amount.from", "1"),
        ("expectations[0].op", ">="),
    ] {
        shown.push_str(&format!("{path}\n{}", lines(&mall(), &set(path, text))));
    }
    expect![[r#"
        title.zh
        - "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
        + "title": {"zh": "改名", "en": "A mall over National Day"},
        title
        - "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
        + "title": "Both",
        story
        + "story": "Once upon a time.",
        story
        parties[0].name.en
        - {"id": "wx", "kind": "channel", "name": "微信支付", "book": {}},
        + {"id": "wx", "kind": "channel", "name": {"zh": "微信支付", "en": "WeChat Pay"}, "book": {}},
        days
        - "days": 14,
        + "days": 15,
        seed
        - "seed": 42,
        parties[1].book.cut_off
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "23:00:00", "announced": "22:00:00"}},
        parties[3].book.cut_off
        - {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}}
        + {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}, "book": {"cut_off": "23:00:00"}}
        parties[1].book.announced
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37"}},
        accounts[1].opening
        - {"id": "mall.bank", "kept_by": "hs", "owner": "mall"}
        + {"id": "mall.bank", "kept_by": "hs", "owner": "mall", "opening": "5.50"}
        fee_plans[0].floor
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.006", "floor": "0.10"}
        contracts[0].splits[0].rate
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.03"}]
        payments[0].lines[0].amount
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        + {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "99.00"}]}
        refunds[0].of.seller
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + {"id": "F1", "of": {"payment": "O1", "seller": "cafe"}, "at": "2018-10-03T09:00:00", "amount": "50.00"}
        traffic[0].amount.from
        - {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
        + {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "1.00", "to": "90.00"}, "hours": "retail"}
        expectations[0].op
        - {"kind": "balance", "account": "cafe.bank", "at": "2018-10-08T23:59:59", "op": "=", "value": "2982.00"},
        + {"kind": "balance", "account": "cafe.bank", "at": "2018-10-08T23:59:59", "op": ">=", "value": "2982.00"},
    "#]].assert_eq(&shown);
}

#[test]
fn a_text_that_is_none_is_refused_at_its_field() {
    let mut shown = String::new();
    for edit in [
        set("fee_plans[0].rate", "0.6%"),
        set("fee_plans[3].rate", "0.006"),
        set("settlement_rules[0].cycle", "T+99"),
        set("parties[3].book.cut_off", "24:00"),
        set("title.zh", " "),
        set("days", "many"),
        set("days", ""),
        set("payments[0].lines[0].amount", "0"),
        set("contracts[0].mode", "indirect"),
        set("fee_plans[0].ratio", "1"),
        set("fee_plans[", "1"),
        set("parties[0].id", "hs"),
        set("parties[0].id", "w x"),
        add("party"),
        add_kind("parties", "shop"),
        add("contracts[9].splits"),
        remove("payments[1]"),
        remove("payments[0].lines[0]"),
        Edit::Turn {
            path: "expectations[0]".to_owned(),
            into: "hope".to_owned(),
        },
    ] {
        shown.push_str(&lines(&mall(), &edit));
    }
    expect![[r#"
        ! fee_plans[0].rate {"code":"bad-form","form":"rate","found":"0.6%"}
        ! fee_plans[3] {"code":"out-of-range","found":"3","min":"0","max":"0"}
        ! settlement_rules[0].cycle {"code":"out-of-range","found":"T+99","min":"T+0","max":"T+30"}
        ! parties[3].book.cut_off {"code":"bad-form","form":"time_of_day","found":"24:00"}
        ! title.zh {"code":"bad-form","form":"name","found":""}
        ! days {"code":"bad-form","form":"whole_number","found":"many"}
        ! days {"code":"bad-form","form":"whole_number","found":""}
        ! payments[0].lines[0].amount {"code":"out-of-range","found":"0","min":"0.01","max":"10000000.00"}
        ! contracts[0].mode {"code":"unknown-value","found":"indirect","allowed":["direct","sub_merchant","pooled"]}
        ! fee_plans[0].ratio {"code":"unknown-field","found":"ratio","allowed":["id","rate","rounding","floor","cap","on_refund"]}
        ! fee_plans[ {"code":"unknown-field","found":"fee_plans[","allowed":["calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows"]}
        ! parties[0].id {"code":"duplicate-id","id":"hs","first":"parties[1].id"}
        ! parties[0].id {"code":"bad-form","form":"id","found":"w x"}
        ! party {"code":"unknown-field","found":"party","allowed":["calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows"]}
        ! parties {"code":"unknown-field","found":"parties","allowed":["calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows"]}
        ! contracts[9].splits {"code":"unknown-field","found":"contracts[9].splits","allowed":["calendars","parties","accounts","fee_plans","settlement_rules","contracts","agreements","routes","payments","refunds","traffic","expectations","storyboard","outflows"]}
        ! payments[1] {"code":"out-of-range","found":"1","min":"0","max":"0"}
        ! payments[0].lines {"code":"too-few","found":0,"min":1}
        ! expectations[0] {"code":"unknown-value","found":"hope","allowed":["balance","arrival","total_fee","refused","inflow","commission","held","findings"]}
    "#]].assert_eq(&shown);
}

#[test]
fn another_id_is_followed_wherever_the_old_one_was_named() {
    let shop = after(
        &mall(),
        &[
            add("expectations"),
            set("expectations[2].account", "wx:2241.01.cafe"),
            set("parties[3].id", "shop"),
            set("accounts[0].id", "shop.hs"),
            set("parties[0].id", "wechat"),
            set("fee_plans[0].id", "f"),
            set("contracts[0].id", "c"),
            set("payments[0].id", "0001"),
        ],
    );
    let text = writer::write(&shop);
    for old in [
        "\"cafe\"",
        "cafe.bank",
        "\"wx\"",
        "wx:",
        "\"std\"",
        "\"O1\"",
        "cafe-wx",
    ] {
        assert!(!text.contains(old), "{old} is left in\n{text}");
    }
    assert!(text.contains("\"wechat:2241.01.shop\""), "{text}");
    assert!(compile(&shop).is_ok());
}

#[test]
fn what_cannot_stand_without_the_removed_goes_with_it() {
    let mut shown = String::new();
    for path in [
        "parties[3]",
        "parties[2]",
        "parties[1]",
        "payments[0]",
        "fee_plans[0]",
    ] {
        let left = after(&mall(), &[remove(path)]);
        let problems = compile(&left).err().unwrap_or_default();
        let paths: Vec<String> = problems.into_iter().map(|problem| problem.path).collect();
        shown.push_str(&format!(
            "{path}: {} accounts, {} contracts, {} splits, {} routes, {} payments, {} refunds, {} traffic, {} expectations; {}\n",
            left.accounts.len(),
            left.contracts.len(),
            left.contracts.iter().map(|one| one.splits.len()).sum::<usize>(),
            left.routes.len(),
            left.payments.len(),
            left.refunds.len(),
            left.traffic.len(),
            left.expectations.len(),
            paths.join(", "),
        ));
    }
    expect![[r#"
        parties[3]: 1 accounts, 0 contracts, 0 splits, 0 routes, 0 payments, 0 refunds, 0 traffic, 1 expectations; 
        parties[2]: 1 accounts, 1 contracts, 0 splits, 1 routes, 1 payments, 1 refunds, 1 traffic, 2 expectations; contracts[0].provider
        parties[1]: 0 accounts, 1 contracts, 1 splits, 1 routes, 1 payments, 1 refunds, 1 traffic, 1 expectations; contracts[0].payout_to, contracts[0].splits[0].payout_to
        payments[0]: 2 accounts, 1 contracts, 1 splits, 1 routes, 0 payments, 0 refunds, 1 traffic, 2 expectations; 
        fee_plans[0]: 2 accounts, 1 contracts, 1 splits, 1 routes, 1 payments, 1 refunds, 1 traffic, 2 expectations; contracts[0].fee_plan
    "#]].assert_eq(&shown);
}

#[test]
fn every_piece_is_sound_on_an_empty_page_and_on_top_of_every_other() {
    for first in BLOCKS {
        let once = after(&blank(), &[insert(first)]);
        assert_eq!(compile(&once).err(), None, "{first:?}");
        for second in BLOCKS {
            let twice = after(&once, &[insert(second)]);
            assert_eq!(compile(&twice).err(), None, "{first:?}, {second:?}");
            let thrice = after(&twice, &[insert(first)]);
            assert_eq!(
                compile(&thrice).err(),
                None,
                "{first:?}, {second:?}, {first:?}"
            );
        }
    }
}

fn insert(block: Block) -> Edit {
    Edit::Insert {
        block,
        tongue: Tongue::Zh,
    }
}

#[test]
fn whatever_is_added_to_a_sound_scenario_leaves_it_sound() {
    let mut scenario = after(&mall(), &[insert(Block::PooledContract)]);
    assert_eq!(compile(&scenario).err(), None);
    let parts = [
        "parties[3].book",
        "contracts[0].splits",
        "payments[0].lines",
    ];
    for path in forms::lists().chain(parts) {
        for _ in 0..2 {
            scenario = after(&scenario, &[add(path)]);
            let problems = compile(&scenario).err().unwrap_or_default();
            assert_eq!(problems, [], "{path}");
            if path == "accounts" {
                // Another account of the same owner would leave open which is paid to.
                scenario = after(&scenario, &[add("parties")]);
            }
        }
    }
}

#[test]
fn every_kind_of_entry_can_be_added_and_is_found_where_it_was_put() {
    for list in forms::lists() {
        for kind in forms::kinds(list) {
            let next = after(&mall(), &[add_kind(list, kind)]);
            let before = forms::entries(&mall(), list, 0, usize::MAX).len();
            let place = added(&next, list);
            assert_eq!(place, format!("{list}[{before}]"), "{kind}");
            assert_eq!(compile(&next).err(), None, "{list} {kind}");
        }
    }
    let next = after(&mall(), &[add("payments[0].bill"), add("refunds[0].bill")]);
    assert_eq!(added(&next, "payments[0].bill"), "payments[0].bill");
}

#[test]
fn on_an_empty_page_entries_wait_for_what_they_name() {
    let mut scenario = blank();
    for list in [
        "payments",
        "routes",
        "contracts",
        "accounts",
        "refunds",
        "fee_plans",
        "settlement_rules",
    ] {
        scenario = after(&scenario, &[add(list)]);
    }
    let problems = compile(&scenario).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|problem| problem.path == "contracts[0].channel")
    );
    // Each gap closes when the thing is added.
    let scenario = after(
        &scenario,
        &[
            add("parties"),
            add_kind("parties", "channel"),
            add_kind("parties", "bank"),
        ],
    );
    assert_eq!(compile(&scenario).err(), None);
}

#[test]
fn an_entry_is_moved_and_turned() {
    let two = after(&mall(), &[add("payments")]);
    let moved = after(
        &two,
        &[Edit::Move {
            path: "payments[1]".to_owned(),
            to: 0,
        }],
    );
    let ids: Vec<&str> = moved.payments.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["P2", "O1"]);
    let into = |path: &str, into: &str| Edit::Turn {
        path: path.to_owned(),
        into: into.to_owned(),
    };
    for word in ["arrival", "total_fee", "refused", "balance"] {
        let turned = after(&mall(), &[into("expectations[0]", word)]);
        assert_eq!(compile(&turned).err(), None, "{word}");
    }
    let mut shown = lines(&mall(), &into("refunds[0].of", "external"));
    let there = after(&mall(), &[into("refunds[0].of", "external")]);
    shown.push_str(&lines(&there, &into("refunds[0].of", "payment")));
    expect![[r#"
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + "id": "F1",
        + "of": {
        + "external": "0001",
        + "seller": "cafe",
        + "channel": "wx",
        + "paid_at": "2018-09-27T00:00:00",
        + "amount": "100.00"
        + },
        + "at": "2018-10-03T09:00:00",
        + "amount": "50.00"
        - "id": "F1",
        - "of": {
        - "external": "0001",
        - "seller": "cafe",
        - "channel": "wx",
        - "paid_at": "2018-09-27T00:00:00",
        - "amount": "100.00"
        - },
        - "at": "2018-10-03T09:00:00",
        - "amount": "50.00"
        + {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
    "#]]
    .assert_eq(&shown);
}

#[test]
fn an_edit_undone_by_its_opposite_leaves_the_scenario_as_it_was() {
    let there = set("parties[1].book.announced", "");
    let back = set("parties[1].book.announced", "22:00");
    let changed = after(&mall(), &[there]);
    assert_ne!(changed, mall());
    assert_eq!(after(&changed, &[back]), mall());
}

#[test]
fn an_edit_can_be_kept_as_text() {
    for edit in [
        set("days", "3"),
        add("parties"),
        remove("parties[0]"),
        insert(Block::DayOfTraffic),
    ] {
        let text = serde_json::to_string(&edit).unwrap();
        assert_eq!(serde_json::from_str::<Edit>(&text).unwrap(), edit, "{text}");
    }
}

/// Every field that a form shows can be given the value that it shows, and nothing changes.
#[test]
fn every_field_of_every_form_is_a_place_that_an_edit_finds() {
    let mut asked = 0;
    for item in crate::scenario::gallery::GALLERY {
        let scenario = read_text(item.text).unwrap();
        let mut fields = forms::head(&scenario);
        for list in forms::lists() {
            for entry in forms::entries(&scenario, list, 0, usize::MAX) {
                fields.extend(entry.fields);
            }
        }
        for field in fields {
            asked += same(&scenario, &field);
        }
    }
    assert!(asked > 500, "{asked} fields");
}

fn same(scenario: &Scenario, field: &forms::Field) -> usize {
    use forms::{Holds, Typed};
    let inner = |fields: &[forms::Field]| fields.iter().map(|field| same(scenario, field)).sum();
    let texts = match &field.holds {
        Holds::Object(fields) => return inner(fields.as_deref().unwrap_or_default()),
        Holds::Variant { fields, .. } => return inner(fields),
        Holds::Entries { entries, .. } => {
            return entries
                .iter()
                .map(|entry| inner(&entry.fields))
                .sum::<usize>();
        }
        Holds::Words { zh, en, .. } if field.is_written => {
            vec![
                (format!("{}.zh", field.path), zh.clone()),
                (format!("{}.en", field.path), en.clone()),
            ]
        }
        Holds::Words { .. } => vec![(field.path.clone(), String::new())],
        // A rate is shown as a percentage.
        Holds::Typed(Typed::Rate, _) => Vec::new(),
        Holds::Typed(_, text) | Holds::Word(text, _) | Holds::Name(text, _) => {
            vec![(field.path.clone(), text.clone())]
        }
    };
    for (path, text) in &texts {
        assert_eq!(
            apply(scenario, &set(path, text)).as_ref(),
            Ok(scenario),
            "{path}: {text}"
        );
        assert!(forms::named(path).is_some(), "{path}");
    }
    texts.len()
}
