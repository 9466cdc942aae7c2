//! Payouts: when the channel pays, how much, and through which banks.

use daycut::facade::EventKind;
use daycut::facade::view::BatchState;
use serde_json::json;

use super::shop::{Outcome, pay, play, refund, shop};

fn row(at: &str, owner: &str, amount: &str) -> (String, String, String) {
    (at.to_owned(), owner.to_owned(), amount.to_owned())
}

/// The official example of the start amount: 500.00 until 2016-08-03, nothing since.
#[test]
fn less_than_the_start_amount_is_carried_to_the_next_day() -> Outcome {
    let mut shop = shop();
    shop["starts"] = json!("2016-08-02T00:00:00");
    shop["days"] = json!(2);
    shop["fee_plans"][0]["rate"] = json!("0");
    pay(&mut shop, "O1", "2016-08-02T12:00:00", "100.00");
    pay(&mut shop, "O2", "2016-08-03T12:00:00", "500.00");
    let without = play(&shop)?;
    assert_eq!(
        without.payouts()?,
        [
            row("2016-08-03T09:30:00", "cafe", "100.00"),
            row("2016-08-04T09:30:00", "cafe", "500.00"),
        ]
    );
    shop["settlement_rules"][0]["minimum"] = json!("500.00");
    let with = play(&shop)?;
    assert_eq!(
        with.payouts()?,
        [row("2016-08-04T09:30:00", "cafe", "600.00")]
    );
    assert_eq!(
        with.events(EventKind::PayoutDeferred)?,
        [row("2016-08-03T09:30:00", "wx.cafe", "100.00")]
    );
    Ok(())
}

/// The run goes on until the batch is paid, and the books it needs close that day.
#[test]
fn the_run_goes_on_after_its_days_until_nothing_is_pending() -> Outcome {
    let mut shop = shop();
    shop["days"] = json!(1);
    shop["settlement_rules"][0]["cycle"] = json!("T+7");
    pay(&mut shop, "O1", "2018-09-07T23:59:59.999", "10.00");
    let played = play(&shop)?;
    assert_eq!(
        played.payouts()?,
        [row("2018-09-18T09:30:00", "cafe", "9.94")]
    );
    assert_eq!(played.summary.ends.to_string(), "2018-09-19T00:00:00");
    let cuts = played.events(EventKind::DayCut)?;
    assert_eq!(cuts.len(), 2 * 13, "both books close 6 to 18 September");
    Ok(())
}

/// The longest cycle and the longest delays end after the sixty days that a run may go on.
#[test]
fn what_is_due_more_than_sixty_days_after_the_traffic_is_carried() -> Outcome {
    let mut shop = shop();
    super::shop::split(&mut shop, json!([]));
    shop["days"] = json!(1);
    shop["settlement_rules"][0]["cycle"] = json!("D+30");
    shop["contracts"][0]["split_delay_seconds"] = json!(2_592_000);
    for (known, left) in [
        ("2018-09-07T23:00:00", "0.00"),
        ("2018-09-08T01:00:00", "9.94"),
    ] {
        let mut shop = shop.clone();
        pay(&mut shop, "O1", "2018-09-07T08:00:00", "10.00");
        shop["payments"][0]["known_at"] = json!(known);
        let played = play(&shop)?;
        assert_eq!(played.at_end("wx:2241.01.cafe")?, left, "{known}");
        let states: Vec<BatchState> = played.batches()?.iter().map(|row| row.state).collect();
        let state = if left == "0.00" {
            BatchState::Paid
        } else {
            BatchState::Carried
        };
        assert_eq!(states, [state], "{known}");
    }
    Ok(())
}

/// D+0 and T+0 pay at the first payout time that is not past when the payment is made; at that very moment it is not.
/// Under T+0 that is never on a weekend.
#[test]
fn a_cycle_of_no_days_pays_at_the_next_payout_time() -> Outcome {
    for (cycle, paid_at, arrives) in [
        ("D+0", "2018-09-07T09:29:59.999", "2018-09-07T09:30:00"),
        ("D+0", "2018-09-07T09:30:00", "2018-09-07T09:30:00"),
        ("D+0", "2018-09-07T09:30:00.001", "2018-09-08T09:30:00"),
        ("D+0", "2018-09-08T10:00:00", "2018-09-09T09:30:00"),
        ("T+0", "2018-09-07T09:29:59.999", "2018-09-07T09:30:00"),
        ("T+0", "2018-09-07T09:30:00", "2018-09-07T09:30:00"),
        ("T+0", "2018-09-07T10:00:00", "2018-09-10T09:30:00"),
        ("T+0", "2018-09-08T08:00:00", "2018-09-10T09:30:00"),
    ] {
        let mut shop = shop();
        shop["settlement_rules"][0]["cycle"] = json!(cycle);
        pay(&mut shop, "O1", paid_at, "10.00");
        let played = play(&shop)?;
        assert_eq!(
            played.payouts()?,
            [row(arrives, "cafe", "9.94")],
            "{cycle} {paid_at}"
        );
    }
    Ok(())
}

/// Paid out at once, then refunded on the same date: the refund is topped up, the batch stays paid.
#[test]
fn a_batch_that_was_paid_stays_paid_when_a_refund_opens_it_again() -> Outcome {
    let mut shop = shop();
    shop["settlement_rules"][0]["cycle"] = json!("D+0");
    pay(&mut shop, "O1", "2018-09-07T09:00:00", "10.00");
    refund(&mut shop, "F1", "O1", "2018-09-07T10:00:00", "5.00");
    let played = play(&shop)?;
    let states: Vec<BatchState> = played.batches()?.iter().map(|row| row.state).collect();
    assert_eq!(states, [BatchState::Paid]);
    assert_eq!(played.at_end("cafe.bank")?, "4.97");
    Ok(())
}

/// The cafe's account is at another bank than the reserve: the money passes the 1003 of both.
#[test]
fn a_payout_between_two_banks_passes_the_clearing_account_of_both() -> Outcome {
    let mut shop = shop();
    if let Some(parties) = shop["parties"].as_array_mut() {
        let book = json!({ "cut_off": "09:00:00", "closes": "same" });
        parties.push(json!({ "id": "icbc", "kind": "bank", "name": "bank", "book": book }));
    }
    shop["accounts"][1]["kept_by"] = json!("icbc");
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "10.00");
    refund(&mut shop, "F1", "O1", "2018-09-08T10:00:00", "5.00");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("PO20180908.wx.cafe")?,
        [
            "wx 2018-09-08: 9.94 2241.01.cafe/2241.02.cafe",
            "wx 2018-09-08: 9.94 2241.02.cafe/2242.cafe",
            "hs 2018-09-08: 9.94 2012.01.wx/1003",
            "icbc 2018-09-09: 9.94 1003/2011.01.cafe",
            "wx 2018-09-08: 9.94 2242.cafe/1002",
        ]
    );
    assert_eq!(
        played.legs("F1")?,
        [
            "icbc 2018-09-09: 4.97 2011.01.cafe/1003",
            "hs 2018-09-08: 4.97 1003/2012.01.wx",
            "wx 2018-09-08: 4.97 1002/2241.01.cafe",
            "hs 2018-09-08: 5.00 2012.01.wx/1003",
            "wx 2018-09-08: 5.00 2241.01.cafe/1002",
            "wx 2018-09-08: 0.03 6001/2241.01.cafe",
        ]
    );
    assert_eq!(played.at_end("icbc:1003")?, "4.97");
    assert_eq!(played.at_end("hs:1003")?, "0.03");
    Ok(())
}
