//! Refunds: what goes back to the payer, what the channel and receivers give back, and from which money.

use daycut::facade::EventKind;
use serde_json::json;

use super::shop::{Outcome, pay, play, refund, refund_of_old, shop, split};

/// Two refunds of 2.49 with a fee of 0.01 give back 0.00 and 0.01, never 0.02.
#[test]
fn the_last_of_several_refunds_gives_back_the_rest_of_the_fee() -> Outcome {
    let mut shop = shop();
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "2.49");
    pay(&mut shop, "O2", "2018-09-07T10:00:00", "20.00");
    refund(&mut shop, "F1", "O1", "2018-09-07T11:00:00", "1.24");
    refund(&mut shop, "F2", "O1", "2018-09-07T12:00:00", "1.25");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("F1")?,
        [
            "hs 2018-09-07: 1.24 2012.01.wx/1003",
            "wx 2018-09-07: 1.24 2241.01.cafe/1002",
        ]
    );
    assert_eq!(
        played.legs("F2")?,
        [
            "hs 2018-09-07: 1.25 2012.01.wx/1003",
            "wx 2018-09-07: 1.25 2241.01.cafe/1002",
            "wx 2018-09-07: 0.01 6001/2241.01.cafe",
        ]
    );
    assert_eq!(played.at_end("wx:6001")?, "0.12");
    Ok(())
}

/// A collector among its own receivers gives nothing back to itself.
#[test]
fn a_share_to_the_collector_itself_is_not_given_back_to_itself() -> Outcome {
    let mut shop = shop();
    let to_itself = json!({ "to": "cafe", "rate": "0.1", "on_refund": "return" });
    split(
        &mut shop,
        json!([to_itself, { "to": "mall", "rate": "0.02" }]),
    );
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "100.00");
    refund(&mut shop, "F1", "O1", "2018-09-07T11:00:00", "50.00");
    let played = play(&shop)?;
    assert_eq!(played.events(EventKind::ShareReturned)?, []);
    // 100.00 - 0.60 - 2.00 - 50.00 + 0.30
    assert_eq!(played.at_end("cafe.bank")?, "47.70");
    Ok(())
}

/// The channel took 0.60 of an old payment before the scenario; it lies in the reserve and is given back.
#[test]
fn a_refund_of_an_old_payment_posts_against_opening_equity() -> Outcome {
    let mut shop = shop();
    shop["parties"][3]["book"] = json!({});
    shop["accounts"][1]["opening"] = json!("200.00");
    refund_of_old(
        &mut shop,
        "F1",
        "OLD",
        "100.00",
        "2018-09-07T10:00:00",
        "40.00",
    );
    refund_of_old(
        &mut shop,
        "F2",
        "OLD",
        "100.00",
        "2018-09-07T10:00:00",
        "60.00",
    );
    let played = play(&shop)?;
    assert_eq!(
        played.legs("hs:2012.01.wx")?,
        [
            "hs 2018-09-06: 0.60 1003/2012.01.wx",
            "wx 2018-09-06: 0.60 1002/4001",
        ]
    );
    assert_eq!(
        played.legs("F1")?,
        [
            "hs 2018-09-07: 39.76 2011.01.cafe/2012.01.wx",
            "wx 2018-09-07: 39.76 1002/2241.01.cafe",
            "cafe 2018-09-07: 39.76 1122/1001",
            "hs 2018-09-07: 40.00 2012.01.wx/1003",
            "wx 2018-09-07: 40.00 2241.01.cafe/1002",
            "wx 2018-09-07: 0.24 4001/2241.01.cafe",
            "cafe 2018-09-07: 40.00 4001/1122",
            "cafe 2018-09-07: 0.24 1122/4001",
        ]
    );
    for (account, left) in [
        ("wx:1002", "0.00"),
        ("wx:4001", "0.00"),
        ("cafe:1122", "0.00"),
        ("cafe:4001", "100.60"),
        ("cafe.bank", "100.60"),
    ] {
        assert_eq!(played.at_end(account)?, left, "{account}");
    }
    Ok(())
}
