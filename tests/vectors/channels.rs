//! A platform that collects at two channels, each with a deposit and a cycle of its own.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use daycut::facade::EventKind;
use serde_json::{Value, json};

use super::shop::{Outcome, play, shop};

fn pay(id: &str, at: &str, channel: &str, seller: &str, amount: &str) -> Value {
    let lines = json!([{ "seller": seller, "amount": amount }]);
    json!({ "id": id, "at": at, "channel": channel, "lines": lines })
}

/// The mall collects for the café and the bookshop at `wx` and `ali`, without fees, D+1.
fn mall() -> Value {
    let mut mall = shop();
    let ali =
        json!({ "id": "ali", "kind": "channel", "name": "other channel", "reserve_bank": "hs" });
    if let Some(parties) = mall["parties"].as_array_mut() {
        parties.push(ali);
    }
    mall["parties"][2]["book"] = json!({});
    if let Some(accounts) = mall["accounts"].as_array_mut() {
        accounts.push(json!({ "id": "mall.ali", "kept_by": "hs", "owner": "mall" }));
    }
    mall["fee_plans"][0]["rate"] = json!("0");
    let contract = |channel: &str, deposit: &str| {
        json!({ "id": channel, "mode": "pooled", "channel": channel, "collector": "mall", "fee_plan": "std",
                "settlement_rule": "rule", "payout_to": deposit })
    };
    mall["contracts"] = json!([contract("wx", "mall.bank"), contract("ali", "mall.ali")]);
    let agreement = |seller: &str| json!({ "platform": "mall", "merchant": seller, "rate": "0" });
    mall["agreements"] = json!([agreement("cafe"), agreement("book")]);
    let route = |seller: &str, channel: &str| json!({ "seller": seller, "channel": channel, "contract": channel });
    mall["routes"] = json!([
        route("cafe", "wx"),
        route("cafe", "ali"),
        route("book", "wx"),
        route("book", "ali")
    ]);
    mall
}

/// What came by a channel is paid onward out of the deposit on which that channel pays, though one account says what
/// the mall owes the café.
#[test]
fn what_a_channel_brings_is_paid_onward_out_of_its_deposit() -> Outcome {
    let mut mall = mall();
    mall["payments"] = json!([
        pay("O1", "2018-09-07T10:00:00", "wx", "cafe", "100.00"),
        pay("O2", "2018-09-07T11:00:00", "ali", "cafe", "10.00")
    ]);
    let played = play(&mall)?;
    assert_eq!(
        played.legs("TR20180908.mall.cafe")?,
        [
            "hs 2018-09-08: 100.00 2011.01.mall/2011.01.cafe",
            "mall 2018-09-08: 100.00 2241.02.cafe/1001",
            "hs 2018-09-08: 10.00 2011.01.mall.2/2011.01.cafe",
            "mall 2018-09-08: 10.00 2241.02.cafe/1001",
        ]
    );
    for (account, left) in [
        ("mall.bank", "0.00"),
        ("mall.ali", "0.00"),
        ("cafe.bank", "110.00"),
    ] {
        assert_eq!(played.at_end(account)?, left, "{account}");
    }
    Ok(())
}

/// The café is owed 10.00 when both channels pay the mall for it at one moment, 10.00 each: the channel whose id comes
/// first settles it, in whatever order the contracts stand.
#[test]
fn with_too_little_for_two_channels_the_ids_decide_and_not_the_list() -> Outcome {
    let mut mall = mall();
    // The refund is paid out of what the other seller's sale brought.
    mall["accounts"][3]["opening"] = json!("10.00");
    mall["payments"] = json!([
        pay("O1", "2018-09-07T10:00:00", "wx", "cafe", "10.00"),
        pay("O2", "2018-09-07T11:00:00", "ali", "cafe", "10.00"),
        pay("O3", "2018-09-07T12:00:00", "ali", "book", "20.00")
    ]);
    mall["refunds"] =
        json!([{ "id": "R", "of": "O2", "at": "2018-09-08T08:00:00", "amount": "10.00" }]);
    let expected = [
        ("2018-09-08T09:30:00", "PO20180908.mall.cafe", "10.00"),
        ("2018-09-08T09:30:00", "PO20180908.mall.book", "20.00"),
    ];
    let expected =
        expected.map(|(at, cause, amount)| (at.to_owned(), cause.to_owned(), amount.to_owned()));
    let listed = play(&mall)?;
    if let Some(contracts) = mall["contracts"].as_array_mut() {
        contracts.reverse();
    }
    let reversed = play(&mall)?;
    for played in [listed, reversed] {
        let settled = played.events(EventKind::SettledByPlatform)?;
        assert_eq!(settled, expected);
        let legs = played.legs("TR20180908.mall.cafe")?;
        assert_eq!(legs[0], "hs 2018-09-08: 10.00 2011.01.mall.2/2011.01.cafe");
    }
    Ok(())
}

/// An advance is of what arrives on the deposit that pays it.
#[test]
fn an_advance_is_of_the_channel_whose_deposit_pays_it() -> Outcome {
    for reversed in [false, true] {
        let mut mall = mall();
        mall["accounts"][3]["opening"] = json!("5.00");
        mall["payments"] = json!([
            pay("O1", "2018-09-07T10:00:00", "wx", "cafe", "100.00"),
            pay("O2", "2018-09-07T11:00:00", "ali", "cafe", "10.00")
        ]);
        mall["outflows"] = json!([{ "id": "X", "from": "mall.ali", "at": "2018-09-07T12:00:00",
            "amount": "4.00", "purpose": "advance", "to": "cafe.bank" }]);
        if let (true, Some(contracts)) = (reversed, mall["contracts"].as_array_mut()) {
            contracts.reverse();
        }
        let played = play(&mall)?;
        let legs = played.legs("TR20180908.mall.cafe")?;
        for leg in [
            "hs 2018-09-08: 100.00 2011.01.mall/2011.01.cafe",
            "hs 2018-09-08: 6.00 2011.01.mall.2/2011.01.cafe",
        ] {
            assert!(legs.contains(&leg.to_owned()), "{legs:?}");
        }
        assert_eq!(played.at_end("mall.ali")?, "5.00");
    }
    Ok(())
}
