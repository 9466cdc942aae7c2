//! Dates: to which accounting date a payment belongs in each book, and when its batch is due.

use daycut::facade::ProblemKind;
use serde_json::json;

use super::shop::{Outcome, pay, play, problems, shop, split};

/// UnionPay's 23:00 cut: a second later the payment belongs to the next clearing date (T-S3).
#[test]
fn a_second_after_the_unionpay_cut_a_thursday_payment_arrives_on_monday() -> Outcome {
    for (at, clearing_date, arrives) in [
        ("2018-09-07T22:59:59", "2018-09-07", "2018-09-10T09:30:00"),
        ("2018-09-07T23:00:01", "2018-09-08", "2018-09-10T09:30:00"),
        ("2018-09-06T22:59:59", "2018-09-06", "2018-09-07T09:30:00"),
        ("2018-09-06T23:00:01", "2018-09-07", "2018-09-10T09:30:00"),
    ] {
        let mut shop = shop();
        shop["starts"] = json!("2018-09-06T00:00:00");
        shop["parties"][0]["book"] = json!({ "cut_off": "23:00:00" });
        shop["settlement_rules"][0] = json!({ "id": "rule", "cycle": "T+1" });
        pay(&mut shop, "O1", at, "10.00");
        let played = play(&shop)?;
        let batches = played.batches()?;
        let dates: Vec<String> = batches
            .iter()
            .map(|row| row.channel_date.to_string())
            .collect();
        assert_eq!(dates, [clearing_date], "{at}");
        let paid: Vec<String> = played.payouts()?.into_iter().map(|(at, ..)| at).collect();
        assert_eq!(paid, [arrives], "{at}");
    }
    Ok(())
}

/// The bank cuts at 22:00:37; only the instant of the cut itself depends on who owns the boundary.
#[test]
fn the_instant_of_the_cut_belongs_to_the_day_that_owns_the_boundary() -> Outcome {
    for (boundary, at, date) in [
        ("new_day", "2018-09-07T22:00:36.999", "2018-09-07"),
        ("new_day", "2018-09-07T22:00:37", "2018-09-08"),
        ("old_day", "2018-09-07T22:00:37", "2018-09-07"),
        ("old_day", "2018-09-07T22:00:37.001", "2018-09-08"),
    ] {
        let mut shop = shop();
        shop["parties"][1]["book"] = json!({ "cut_off": "22:00:37", "boundary": boundary });
        pay(&mut shop, "O1", at, "10.00");
        let played = play(&shop)?;
        let legs = played.legs("O1")?;
        let leg = format!("hs {date}: 10.00 1003/2012.01.wx");
        assert!(legs.contains(&leg), "{boundary} {at}: {legs:?}");
        // The payment is there at once; it is yesterday's balance only if it belongs to the old day.
        let both = played.balances("hs:2012.01.wx", "2018-09-07T22:00:37.001")?;
        let previous = if date == "2018-09-07" {
            "10.00"
        } else {
            "0.00"
        };
        assert_eq!(
            both,
            ("10.00".to_owned(), previous.to_owned()),
            "{boundary} {at}"
        );
    }
    Ok(())
}

/// A cut in the small hours closes the day before, unless the keeper says that it closes its own.
#[test]
fn a_night_cut_closes_the_day_before_unless_told_otherwise() -> Outcome {
    for (closes, at, date) in [
        (None, "2018-09-08T02:29:59", "2018-09-07"),
        (None, "2018-09-08T02:30:00", "2018-09-08"),
        (Some("same"), "2018-09-08T02:29:59", "2018-09-08"),
        (Some("same"), "2018-09-08T02:30:00", "2018-09-09"),
    ] {
        let mut shop = shop();
        shop["parties"][0]["book"] = json!({ "cut_off": "02:30:00" });
        if let Some(closes) = closes {
            shop["parties"][0]["book"]["closes"] = json!(closes);
        }
        pay(&mut shop, "O1", at, "10.00");
        let batches = play(&shop)?.batches()?;
        let dates: Vec<String> = batches
            .iter()
            .map(|row| row.channel_date.to_string())
            .collect();
        assert_eq!(dates, [date], "{closes:?} {at}");
    }
    Ok(())
}

/// The café keeps its own book and hears of a payment of the evening in the small hours.
#[test]
fn a_merchant_dates_its_sale_by_the_moment_it_learns_of_it() -> Outcome {
    let mut shop = shop();
    shop["parties"][3]["book"] = json!({ "cut_off": "02:30:00" });
    shop["contracts"][0]["notification_delay_seconds"] = json!(10_800);
    pay(&mut shop, "O1", "2018-09-07T23:29:59", "10.00");
    pay(&mut shop, "O2", "2018-09-07T23:30:00", "20.00");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("O1")?,
        [
            "hs 2018-09-07: 10.00 1003/2012.01.wx",
            "wx 2018-09-07: 10.00 1002/2241.01.cafe",
            "wx 2018-09-07: 0.06 2241.01.cafe/6001",
            "cafe 2018-09-07: 10.00 1122/6002",
            "cafe 2018-09-07: 0.06 6603/1122",
        ]
    );
    assert_eq!(played.legs("O2")?[3], "cafe 2018-09-08: 20.00 1122/6002");
    // At midnight the channel owes 29.82 of which the café knows nothing yet.
    assert_eq!(
        played.balance("wx:2241.01.cafe", "2018-09-08T00:00:00")?,
        "29.82"
    );
    assert_eq!(played.balance("cafe:1122", "2018-09-08T00:00:00")?, "0.00");
    assert_eq!(played.balance("cafe:1122", "2018-09-08T02:30:00")?, "29.82");
    assert_eq!(played.at_end("cafe:1122")?, "0.00");
    assert_eq!(played.at_end("cafe:1001")?, "29.82");
    Ok(())
}

/// The last day that the calendar knows can still be settled.
#[test]
fn a_scenario_may_end_with_the_calendar() -> Outcome {
    let mut shop = shop();
    shop["starts"] = json!("2026-12-30T00:00:00");
    shop["days"] = json!(2);
    shop["settlement_rules"][0] = json!({ "id": "rule", "cycle": "T+0" });
    pay(&mut shop, "O1", "2026-12-31T09:00:00", "10.00");
    assert_eq!(play(&shop)?.payouts()?.len(), 1);
    Ok(())
}

/// The calendar ends with 2026: a due date beyond it is a mistake, unless weekends may stand for it.
#[test]
fn a_due_date_beyond_the_calendar_is_refused_or_marked() -> Outcome {
    let mut shop = shop();
    split(&mut shop, json!([{ "to": "mall", "rate": "0.02" }]));
    shop["starts"] = json!("2026-12-29T00:00:00");
    shop["settlement_rules"][0] = json!({ "id": "rule", "cycle": "T+2" });
    pay(&mut shop, "O1", "2026-12-29T12:00:00", "10.00");
    pay(&mut shop, "O2", "2026-12-30T12:00:00", "10.00");
    let found = problems(&shop)?;
    let paths: Vec<&str> = found.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        ["settlement_rules[0].calendar"],
        "once, however many are paid by it"
    );
    let beyond = ProblemKind::BeyondCalendar {
        calendar: "cn".to_owned(),
        date: "2027-01-01".to_owned(),
    };
    assert!(
        found.iter().all(|problem| problem.kind == beyond),
        "{found:?}"
    );

    shop["calendars"] = json!([{ "id": "on", "beyond": "weekends_only" }]);
    shop["settlement_rules"][0]["calendar"] = json!("on");
    let played = play(&shop)?;
    let paid: Vec<String> = played.payouts()?.into_iter().map(|(at, ..)| at).collect();
    assert_eq!(
        paid,
        [
            "2026-12-31T09:30:00",
            "2026-12-31T09:30:00",
            "2027-01-01T09:30:00",
            "2027-01-01T09:30:00"
        ]
    );
    let marked = &played.summary.beyond_calendar;
    let marked: Vec<String> = marked.iter().map(ToString::to_string).collect();
    assert_eq!(marked, ["2027-01-01"], "only what is really due is marked");

    // Natural days need no calendar: nothing was guessed.
    shop["settlement_rules"][0]["cycle"] = json!("D+2");
    assert_eq!(play(&shop)?.summary.beyond_calendar, []);
    Ok(())
}
