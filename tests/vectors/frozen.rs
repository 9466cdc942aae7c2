//! Refunds of orders that are not split yet: the order's own frozen money goes back, and what is split later is of
//! the rest.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use daycut::facade::EventKind;
use serde_json::{Value, json};

use super::shop::{Outcome, pay, play, refund, shop, split};

/// An order of 1000.00 at noon; a day later it is split, a fifth for the mall, which returns its part on refunds.
fn frozen() -> Value {
    let mut shop = shop();
    let share = json!({ "to": "mall", "rate": "0.2", "on_refund": "return" });
    split(&mut shop, json!([share]));
    shop["contracts"][0]["split_delay_seconds"] = json!(86_400);
    pay(&mut shop, "O1", "2018-09-07T12:00:00", "1000.00");
    shop
}

/// 994.00 lie frozen; 300.00 less 1.80 go, and 700.00 are split. Nobody's pending money moves at the refund.
#[test]
fn a_part_is_refunded_out_of_the_frozen_money_and_the_rest_is_split() -> Outcome {
    for policy in ["top_up", "refuse", "carry_negative"] {
        let mut shop = frozen();
        shop["settlement_rules"][0]["on_refund_shortfall"] = json!(policy);
        shop["parties"][2]["book"] = json!({});
        shop["parties"][3]["book"] = json!({});
        refund(&mut shop, "R1", "O1", "2018-09-07T13:00:00", "300.00");
        let played = play(&shop)?;
        assert_eq!(
            played.legs("R1")?,
            [
                "hs 2018-09-07: 300.00 2012.01.wx/1003",
                "wx 2018-09-07: 300.00 2241.03.cafe/1002",
                "wx 2018-09-07: 1.80 6001/2241.03.cafe",
                "cafe 2018-09-07: 300.00 6002/1122",
                "cafe 2018-09-07: 1.80 1122/6603",
            ]
        );
        let at = "2018-09-07T13:00:00";
        assert_eq!(played.balance("wx:2241.03.cafe", at)?, "695.80");
        assert_eq!(played.balance("wx:2241.01.cafe", at)?, "0.00");
        assert_eq!(
            played.legs("O1")?[5..],
            [
                "wx 2018-09-08: 140.00 2241.03.cafe/2241.01.mall",
                "wx 2018-09-08: 555.80 2241.03.cafe/2241.01.cafe",
                "mall 2018-09-08: 140.00 1122/6001",
                "cafe 2018-09-08: 140.00 6603/1122",
            ]
        );
        assert_eq!(played.at_end("wx:6001")?, "4.20");
        assert_eq!(played.at_end("cafe:1122")?, "0.00");
        assert_eq!(played.at_end("cafe.bank")?, "555.80");
        assert_eq!(played.at_end("mall.bank")?, "140.00");
    }
    Ok(())
}

/// The order is finished with nothing: no split, no share, no fee, and nobody is asked for anything.
#[test]
fn a_full_refund_finishes_the_order() -> Outcome {
    let mut shop = frozen();
    // In two parts, the second at the very moment of the split: refunds come first.
    refund(&mut shop, "R1", "O1", "2018-09-07T13:00:00", "333.33");
    refund(&mut shop, "R2", "O1", "2018-09-08T12:00:00", "666.67");
    let played = play(&shop)?;
    for kind in [
        EventKind::Split,
        EventKind::ShareReturned,
        EventKind::ToppedUp,
        EventKind::PayoutSucceeded,
    ] {
        assert_eq!(played.events(kind)?, [], "{kind:?}");
    }
    for account in ["wx:2241.03.cafe", "wx:2241.01.cafe", "wx:2241.01.mall"] {
        assert_eq!(played.at_end(account)?, "0.00", "{account}");
    }
    assert_eq!((played.summary.refused, played.summary.refunds), (0, 2));
    assert!(played.summary.fees.is_zero());
    Ok(())
}

/// 200.00 and 100.00 go while frozen; 700.00 are split: 140.00. Of these 700.00 half is refunded later, and with it
/// half of the share; the last refund brings the rest of share and fee.
#[test]
fn refunds_before_and_after_the_split_give_back_what_was_taken_of_each() -> Outcome {
    let mut shop = frozen();
    refund(&mut shop, "R1", "O1", "2018-09-07T13:00:00", "200.00");
    refund(&mut shop, "R2", "O1", "2018-09-07T14:00:00", "100.00");
    refund(&mut shop, "R3", "O1", "2018-09-08T13:00:00", "350.00");
    refund(&mut shop, "R4", "O1", "2018-09-08T14:00:00", "350.00");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("R3")?,
        [
            "wx 2018-09-08: 70.00 2241.01.mall/2241.01.cafe",
            "hs 2018-09-08: 350.00 2012.01.wx/1003",
            "wx 2018-09-08: 350.00 2241.01.cafe/1002",
            "wx 2018-09-08: 2.10 6001/2241.01.cafe",
        ]
    );
    let returned: Vec<String> = played
        .events(EventKind::ShareReturned)?
        .into_iter()
        .map(|(_, _, amount)| amount)
        .collect();
    assert_eq!(returned, ["70.00", "70.00"]);
    for account in [
        "wx:6001",
        "wx:2241.01.cafe",
        "wx:2241.01.mall",
        "cafe.bank",
        "mall.bank",
    ] {
        assert_eq!(played.at_end(account)?, "0.00", "{account}");
    }
    Ok(())
}

/// The channel keeps its 6.00: of 1000.00 only 994.00 lie frozen. The order is finished first, all unfrozen and
/// nothing split, and the 6.00 are topped up, refused or carried, as the rule says of any refund.
#[test]
fn a_fee_that_the_channel_keeps_is_the_collectors_to_pay() -> Outcome {
    let mut shop = frozen();
    shop["fee_plans"][0]["on_refund"] = json!("keep");
    shop["accounts"][1]["opening"] = json!("10.00");
    refund(&mut shop, "R1", "O1", "2018-09-07T13:00:00", "1000.00");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("R1")?,
        [
            "wx 2018-09-07: 994.00 2241.03.cafe/2241.01.cafe",
            "hs 2018-09-07: 6.00 2011.01.cafe/2012.01.wx",
            "wx 2018-09-07: 6.00 1002/2241.01.cafe",
            "hs 2018-09-07: 1000.00 2012.01.wx/1003",
            "wx 2018-09-07: 1000.00 2241.01.cafe/1002",
        ]
    );
    assert_eq!(played.events(EventKind::Split)?, []);
    assert_eq!(played.at_end("cafe.bank")?, "4.00");
    assert_eq!(played.at_end("mall.bank")?, "0.00");

    let rule = |shop: &mut Value, policy| {
        shop["settlement_rules"][0]["on_refund_shortfall"] = json!(policy);
    };
    rule(&mut shop, "carry_negative");
    let carried = play(&shop)?;
    assert_eq!(carried.at_end("wx:2241.01.cafe")?, "-6.00");
    assert_eq!(carried.at_end("wx:2241.03.cafe")?, "0.00");

    // A refusal leaves the order as it was: it is split as agreed.
    rule(&mut shop, "refuse");
    let refused = play(&shop)?;
    assert_eq!((refused.summary.refused, refused.summary.refunds), (1, 0));
    assert_eq!(refused.at_end("mall.bank")?, "200.00");
    assert_eq!(refused.at_end("cafe.bank")?, "804.00");
    Ok(())
}

/// A part is less than the frozen money, whoever keeps the fee: 1000.00 - 6.00 - 300.00, and 700.00 are split.
#[test]
fn a_part_is_refunded_out_of_the_frozen_money_though_the_channel_keeps_its_fee() -> Outcome {
    let mut shop = frozen();
    shop["fee_plans"][0]["on_refund"] = json!("keep");
    refund(&mut shop, "R1", "O1", "2018-09-07T13:00:00", "300.00");
    let played = play(&shop)?;
    let at = "2018-09-07T13:00:00";
    assert_eq!(played.balance("wx:2241.03.cafe", at)?, "694.00");
    assert_eq!(played.at_end("mall.bank")?, "140.00");
    assert_eq!(played.at_end("cafe.bank")?, "554.00");
    Ok(())
}

/// A cart of two shops: each line is an order of its own, frozen and refunded by itself.
#[test]
fn the_lines_of_a_cart_are_refunded_each_out_of_its_own_frozen_money() -> Outcome {
    let mut shop = frozen();
    shop["payments"][0]["lines"] = json!([
        { "seller": "cafe", "amount": "1000.00" }, { "seller": "book", "amount": "500.00" }]);
    let mut second = shop["contracts"][0].clone();
    second["id"] = json!("book-wx");
    second["collector"] = json!("book");
    shop["contracts"][1] = second;
    let of = |seller: &str| json!({ "payment": "O1", "seller": seller });
    shop["refunds"] = json!([
        { "id": "R1", "of": of("book"), "at": "2018-09-07T13:00:00", "amount": "500.00" },
        { "id": "R2", "of": of("cafe"), "at": "2018-09-07T13:00:00", "amount": "300.00" }]);
    let played = play(&shop)?;
    let at = "2018-09-07T13:00:00";
    assert_eq!(played.balance("wx:2241.03.cafe", at)?, "695.80");
    assert_eq!(played.balance("wx:2241.03.book", at)?, "0.00");
    assert_eq!(played.at_end("cafe.bank")?, "555.80");
    assert_eq!(played.at_end("book.bank")?, "0.00");
    assert_eq!(played.at_end("mall.bank")?, "140.00");
    Ok(())
}
