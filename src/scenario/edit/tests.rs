//! Every edit changes what it names and nothing else, or is refused at the path of its field.

use expect_test::expect;

use super::*;
use crate::scenario::document::read_text;

/// The mall, with an agreement to be changed.
fn mall() -> Scenario {
    let mall = crate::scenario::samples::mall();
    let agreement = r#"[{"platform": "mall", "merchant": "cafe", "rate": "0.02"}]"#;
    let text = writer::write(&mall).replace(
        "\"routes\":",
        &format!("\"agreements\": {agreement}, \"routes\":"),
    );
    read_text(&text).unwrap()
}

/// The lines that an edit takes out of the written scenario and puts into it.
fn lines(edit: &Edit) -> String {
    let before = mall();
    let after = match apply(&before, edit) {
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
    let (before, after) = (writer::write(&before), writer::write(&after));
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

fn edit(json: &str) -> Edit {
    let edit: Edit = serde_json::from_str(json).unwrap();
    let value = serde_json::to_value(&edit).unwrap();
    assert_eq!(value["edit"], edit.name(), "{json}");
    assert_eq!(serde_json::from_value::<Edit>(value).unwrap(), edit);
    edit
}

#[test]
fn every_edit_changes_what_it_names() {
    let mut shown = String::new();
    for json in [
        r#"{"edit": "set_title", "tongue": "zh", "text": "改名"}"#,
        r#"{"edit": "set_title", "tongue": "both", "text": "Both"}"#,
        r#"{"edit": "set_story", "tongue": "en", "text": "Once upon a time."}"#,
        r#"{"edit": "set_story", "tongue": "en", "text": " "}"#,
        r#"{"edit": "set_party_name", "party": 0, "tongue": "en", "text": "WeChat Pay"}"#,
        r#"{"edit": "add_payment", "seller": "cafe", "channel": "wx", "at": "2018-10-01T08:00:00 ", "amount": " 7"}"#,
        r#"{"edit": "remove_payment", "payment": 0}"#,
        r#"{"edit": "add_refund", "payment": "O1", "seller": null, "at": "2018-10-04T08:00:00", "amount": "1"}"#,
        r#"{"edit": "add_refund", "payment": "O1", "seller": "cafe", "at": "2018-10-04T08:00:00", "amount": "1"}"#,
        r#"{"edit": "remove_refund", "refund": 0}"#,
        r#"{"edit": "set_starts", "text": "2018-09-27T00:00:00"}"#,
        r#"{"edit": "set_days", "text": "15"}"#,
        r#"{"edit": "set_seed", "text": "0"}"#,
        r#"{"edit": "set_cut_off", "party": 1, "text": "23:00"}"#,
        r#"{"edit": "set_cut_off", "party": 3, "text": "23:00"}"#,
        r#"{"edit": "set_boundary", "party": 1, "boundary": "old_day"}"#,
        r#"{"edit": "set_closes", "party": 1, "closes": "previous"}"#,
        r#"{"edit": "set_closes", "party": 1, "closes": null}"#,
        r#"{"edit": "set_announced", "party": 1, "text": ""}"#,
        r#"{"edit": "set_announced", "party": 3, "text": ""}"#,
        r#"{"edit": "set_opening", "account": 1, "text": "5.5"}"#,
        r#"{"edit": "set_fee_rate", "plan": 0, "text": "0.0038"}"#,
        r#"{"edit": "set_fee_rounding", "plan": 0, "rounding": "down"}"#,
        r#"{"edit": "set_fee_floor", "plan": 0, "text": "0.10"}"#,
        r#"{"edit": "set_fee_cap", "plan": 0, "text": "25"}"#,
        r#"{"edit": "set_fee_on_refund", "plan": 0, "on_refund": "keep"}"#,
        r#"{"edit": "set_cycle", "rule": 0, "text": "D+1"}"#,
        r#"{"edit": "set_calendar", "rule": 0, "text": "weekdays"}"#,
        r#"{"edit": "set_pays_at", "rule": 0, "text": "10:00"}"#,
        r#"{"edit": "set_minimum", "rule": 0, "text": "500"}"#,
        r#"{"edit": "set_non_working_trade", "rule": 0, "trade": "next_working_day"}"#,
        r#"{"edit": "set_shortfall", "rule": 0, "shortfall": "refuse"}"#,
        r#"{"edit": "set_notification_delay", "contract": 0, "text": "7"}"#,
        r#"{"edit": "set_split_delay", "contract": 0, "text": "30"}"#,
        r#"{"edit": "set_split_remainder", "contract": 0, "remainder": "largest"}"#,
        r#"{"edit": "set_split_rate", "contract": 0, "split": 0, "text": "0.03"}"#,
        r#"{"edit": "set_split_rounding", "contract": 0, "split": 0, "rounding": "half_up"}"#,
        r#"{"edit": "set_split_on_refund", "contract": 0, "split": 0, "on_refund": "return"}"#,
        r#"{"edit": "set_agreement_rate", "agreement": 0, "text": "0.03"}"#,
        r#"{"edit": "set_agreement_pays_at", "agreement": 0, "text": "16:00"}"#,
        r#"{"edit": "set_agreement_on_refund", "agreement": 0, "on_refund": "return"}"#,
        r#"{"edit": "set_payment_at", "payment": 0, "text": "2018-09-30T23:00:00"}"#,
        r#"{"edit": "set_payment_known_at", "payment": 0, "text": "2018-10-01T00:00:05"}"#,
        r#"{"edit": "set_payment_amount", "payment": 0, "line": 0, "text": "99"}"#,
        r#"{"edit": "set_refund_at", "refund": 0, "text": "2018-10-03T10:00:00"}"#,
        r#"{"edit": "set_refund_amount", "refund": 0, "text": "49.99"}"#,
        r#"{"edit": "set_traffic_per_day", "traffic": 0, "text": "10"}"#,
        r#"{"edit": "set_traffic_from", "traffic": 0, "text": "1"}"#,
        r#"{"edit": "set_traffic_to", "traffic": 0, "text": "2"}"#,
    ] {
        let edit = edit(json);
        shown.push_str(&format!("{}\n{}", edit.name(), lines(&edit)));
    }
    expect![[r#"
        set_title
        - "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
        + "title": {"zh": "改名", "en": "A mall over National Day"},
        set_title
        - "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
        + "title": "Both",
        set_story
        + "story": "Once upon a time.",
        set_story
        set_party_name
        - {"id": "wx", "kind": "channel", "name": "微信支付", "book": {}},
        + {"id": "wx", "kind": "channel", "name": {"zh": "微信支付", "en": "WeChat Pay"}, "book": {}},
        add_payment
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        + {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]},
        + {"id": "P2", "at": "2018-10-01T08:00:00", "channel": "wx", "lines": [{"seller": "cafe", "amount": "7.00"}]}
        remove_payment
        - "payments": [
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        - "refunds": [
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        add_refund
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"},
        + {"id": "R2", "of": "O1", "at": "2018-10-04T08:00:00", "amount": "1.00"}
        add_refund
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"},
        + {"id": "R2", "of": {"payment": "O1", "seller": "cafe"}, "at": "2018-10-04T08:00:00", "amount": "1.00"}
        remove_refund
        - "refunds": [
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        set_starts
        - "starts": "2018-09-28T00:00:00",
        + "starts": "2018-09-27T00:00:00",
        set_days
        - "days": 14,
        + "days": 15,
        set_seed
        - "seed": 42,
        set_cut_off
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "23:00:00", "announced": "22:00:00"}},
        set_cut_off
        - {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}}
        + {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}, "book": {"cut_off": "23:00:00"}}
        set_boundary
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + "id": "hs",
        + "kind": "bank",
        + "name": "徽商银行",
        + "book": {"cut_off": "22:00:37", "boundary": "old_day", "announced": "22:00:00"}
        + },
        set_closes
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + "id": "hs",
        + "kind": "bank",
        + "name": "徽商银行",
        + "book": {"cut_off": "22:00:37", "closes": "previous", "announced": "22:00:00"}
        + },
        set_closes
        set_announced
        - {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
        + {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37"}},
        set_announced
        set_opening
        - {"id": "mall.bank", "kept_by": "hs", "owner": "mall"}
        + {"id": "mall.bank", "kept_by": "hs", "owner": "mall", "opening": "5.50"}
        set_fee_rate
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.0038"}
        set_fee_rounding
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.006", "rounding": "down"}
        set_fee_floor
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.006", "floor": "0.10"}
        set_fee_cap
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.006", "cap": "25.00"}
        set_fee_on_refund
        - {"id": "std", "rate": "0.006"}
        + {"id": "std", "rate": "0.006", "on_refund": "keep"}
        set_cycle
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "D+1"}
        set_calendar
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "T+1", "calendar": "weekdays"}
        set_pays_at
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "T+1", "pays_at": "10:00:00"}
        set_minimum
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "T+1", "minimum": "500.00"}
        set_non_working_trade
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "T+1", "non_working_trade": "next_working_day"}
        set_shortfall
        - {"id": "t1", "cycle": "T+1"}
        + {"id": "t1", "cycle": "T+1", "on_refund_shortfall": "refuse"}
        set_notification_delay
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.02"}],
        + "notification_delay_seconds": 7
        set_split_delay
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.02"}],
        + "split_delay_seconds": 30
        set_split_remainder
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.02"}],
        + "split_remainder": "largest"
        set_split_rate
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.03"}]
        set_split_rounding
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.02", "rounding": "half_up"}]
        set_split_on_refund
        - "splits": [{"to": "mall", "rate": "0.02"}]
        + "splits": [{"to": "mall", "rate": "0.02", "on_refund": "return"}]
        set_agreement_rate
        - {"platform": "mall", "merchant": "cafe", "rate": "0.02"}
        + {"platform": "mall", "merchant": "cafe", "rate": "0.03"}
        set_agreement_pays_at
        - {"platform": "mall", "merchant": "cafe", "rate": "0.02"}
        + {"platform": "mall", "merchant": "cafe", "rate": "0.02", "pays_at": "16:00:00"}
        set_agreement_on_refund
        - {"platform": "mall", "merchant": "cafe", "rate": "0.02"}
        + {"platform": "mall", "merchant": "cafe", "rate": "0.02", "on_refund": "return"}
        set_payment_at
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        + {"id": "O1", "at": "2018-09-30T23:00:00", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        set_payment_known_at
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        + "id": "O1",
        + "at": "2018-09-30T22:59:50.007",
        + "known_at": "2018-10-01T00:00:05",
        + "lines": [{"seller": "cafe", "amount": "100.00"}]
        set_payment_amount
        - {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
        + {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "99.00"}]}
        set_refund_at
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + {"id": "F1", "of": "O1", "at": "2018-10-03T10:00:00", "amount": "50.00"}
        set_refund_amount
        - {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
        + {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "49.99"}
        set_traffic_per_day
        - {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
        + {"seller": "cafe", "channel": "wx", "per_day": 10, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
        set_traffic_from
        - {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
        + {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "1.00", "to": "90.00"}, "hours": "retail"}
        set_traffic_to
        - {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
        + {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "2.00"}, "hours": "retail"}
    "#]].assert_eq(&shown);
}

#[test]
fn a_text_that_is_none_is_refused_at_its_field() {
    let mut shown = String::new();
    for json in [
        r#"{"edit": "set_fee_rate", "plan": 0, "text": "0.6%"}"#,
        r#"{"edit": "set_fee_rate", "plan": 3, "text": "0.006"}"#,
        r#"{"edit": "set_cycle", "rule": 0, "text": "T+99"}"#,
        r#"{"edit": "set_cut_off", "party": 3, "text": "24:00"}"#,
        r#"{"edit": "set_title", "tongue": "zh", "text": " "}"#,
        r#"{"edit": "set_party_name", "party": 9, "tongue": "zh", "text": "x"}"#,
        r#"{"edit": "set_days", "text": "many"}"#,
        r#"{"edit": "set_days", "text": "401"}"#,
        r#"{"edit": "set_payment_amount", "payment": 0, "line": 2, "text": "1"}"#,
        r#"{"edit": "set_payment_amount", "payment": 0, "line": 0, "text": "0"}"#,
        r#"{"edit": "add_payment", "seller": "cafe", "channel": "wx", "at": "soon", "amount": "-1"}"#,
        r#"{"edit": "remove_payment", "payment": 1}"#,
        r#"{"edit": "remove_refund", "refund": 1}"#,
    ] {
        shown.push_str(&lines(&edit(json)));
    }
    expect![[r#"
        ! fee_plans[0].rate {"code":"bad-form","form":"rate","found":"0.6%"}
        ! fee_plans[3] {"code":"out-of-range","found":"3","min":"0","max":"0"}
        ! settlement_rules[0].cycle {"code":"out-of-range","found":"T+99","min":"T+0","max":"T+30"}
        ! parties[3].book.cut_off {"code":"bad-form","form":"time_of_day","found":"24:00"}
        ! title.zh {"code":"bad-form","form":"name","found":" "}
        ! parties[9] {"code":"out-of-range","found":"9","min":"0","max":"3"}
        ! days {"code":"bad-form","form":"whole_number","found":"many"}
        ! days {"code":"out-of-range","found":"401","min":"1","max":"400"}
        ! payments[0].lines[2] {"code":"out-of-range","found":"2","min":"0","max":"0"}
        ! payments[0].lines[0].amount {"code":"out-of-range","found":"0","min":"0.01","max":"10000000.00"}
        ! payments[1].at {"code":"bad-form","form":"moment","found":"soon"}
        ! payments[1].lines[0].amount {"code":"out-of-range","found":"-1","min":"0.01","max":"10000000.00"}
        ! payments[1] {"code":"out-of-range","found":"1","min":"0","max":"0"}
        ! refunds[1] {"code":"out-of-range","found":"1","min":"0","max":"0"}
    "#]].assert_eq(&shown);
}

#[test]
fn the_first_entry_of_a_list_can_be_added() {
    let mut scenario = mall();
    scenario.payments.clear();
    scenario.refunds.clear();
    let add = edit(
        r#"{"edit": "add_payment", "seller": "cafe", "channel": "wx", "at": "2018-10-01T08:00:00", "amount": "7"}"#,
    );
    let once = apply(&scenario, &add).unwrap();
    let twice = apply(&once, &add).unwrap();
    let ids: Vec<&str> = twice
        .payments
        .iter()
        .map(|payment| payment.id.as_str())
        .collect();
    assert_eq!(ids, ["P1", "P2"]);
    let gone = apply(&twice, &Edit::RemovePayment { payment: 0 }).unwrap();
    let again = apply(&gone, &add).unwrap();
    assert_eq!(again.payments[1].id, "P3");
}

#[test]
fn an_edit_undone_by_its_opposite_leaves_the_scenario_as_it_was() {
    let there = edit(r#"{"edit": "set_announced", "party": 1, "text": ""}"#);
    let back = edit(r#"{"edit": "set_announced", "party": 1, "text": "22:00"}"#);
    let changed = apply(&mall(), &there).unwrap();
    assert_ne!(changed, mall());
    assert_eq!(apply(&changed, &back), Ok(mall()));
}
