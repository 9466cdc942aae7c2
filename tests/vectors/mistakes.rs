//! Mistakes: an author hears of all of them at once, each at its place, in the order of the document,
//! and of nothing that is only a consequence of another.

use daycut::facade::{self, Money};
use serde_json::{Value, json};

use super::shop::{Outcome, pay, problems, refund, refund_of_old, shop, split};

/// Paths and codes of everything that is wrong.
fn told(shop: &Value) -> Outcome<Vec<String>> {
    let problems = problems(shop)?;
    let mut told = Vec::new();
    for problem in problems {
        let kind = serde_json::to_value(&problem.kind)?;
        let code = kind.get("code").and_then(Value::as_str).ok_or("code")?;
        told.push(format!("{} {code}", problem.path));
    }
    Ok(told)
}

#[test]
fn mistakes_of_every_part_of_a_document_are_told_at_once() -> Outcome {
    let mut shop = shop();
    shop["calendars"] = json!([{ "id": "own" }, { "id": "own" }]);
    shop["parties"][1]["reserve_bank"] = json!("hs");
    shop["accounts"][0]["id"] = json!("cafe.bank");
    shop["fee_plans"][0]["floor"] = json!("2.00");
    shop["fee_plans"][0]["cap"] = json!("1.00");
    shop["settlement_rules"][0]["calendar"] = json!("moon");
    shop["routes"][1]["contract"] = json!("cafe-wx");
    shop["traffic"] = json!([{
        "seller": "cafe", "channel": "wx", "per_day": 1, "amount": { "from": "2.00", "to": "1.00" }
    }]);
    pay(&mut shop, "O1", "2018-09-06T23:59:59", "10.00");
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "10.00");
    pay(&mut shop, "O3", "2018-09-07T10:00:00", "10.00");
    shop["payments"][2]["lines"][0]["seller"] = json!("book");
    pay(&mut shop, "O4", "2018-09-07T10:00:00", "10.00");
    shop["payments"][3]["known_at"] = json!("2018-09-07T09:59:59");
    pay(&mut shop, "O5", "2018-09-07T10:00:00", "10.00");
    refund(&mut shop, "F1", "O5", "2018-09-07T11:00:00", "6.00");
    refund(&mut shop, "F1", "O5", "2018-09-07T11:00:00", "5.00");
    refund(&mut shop, "F3", "O5", "2018-09-07T09:00:00", "1.00");
    refund(&mut shop, "F4", "O9", "2018-09-11T00:00:00", "1.00");
    shop["expectations"] = json!([
        { "kind": "total_fee", "channel": "hs", "op": "=", "value": "0.00" },
        { "kind": "arrival", "account": "shop.bank", "by": "2018-09-08", "op": "=", "value": "0.00" }
    ]);
    assert_eq!(
        told(&shop)?,
        [
            "accounts[1].id duplicate-id",
            "calendars[1].id duplicate-id",
            "expectations[0].channel wrong-party",
            "expectations[1].account unknown-reference",
            "fee_plans[0].floor contradiction",
            "parties[1].reserve_bank contradiction",
            "payments[0].at outside-scenario",
            "payments[1].id duplicate-id",
            "payments[3].known_at contradiction",
            "refunds[1].amount refunds-exceed-payment",
            "refunds[1].id duplicate-id",
            "refunds[2].at refund-before-payment",
            "refunds[3].at outside-scenario",
            "refunds[3].of unknown-reference",
            "routes[1].contract route-mismatch",
            "settlement_rules[0].calendar unknown-reference",
            "traffic[0].amount.from contradiction",
        ]
    );
    Ok(())
}

#[test]
fn mistakes_of_contracts_are_told_together_and_not_again_as_missing_routes() -> Outcome {
    let mut shop = shop();
    split(
        &mut shop,
        json!([
            { "to": "wx", "rate": "0.1" },
            { "to": "mall", "rate": "0.95", "payout_to": "cafe.bank" },
            { "to": "mall", "rate": "0.01", "payout_to": "nowhere" }
        ]),
    );
    shop["contracts"][1]["provider"] = json!("mall");
    shop["contracts"][1]["fee_plan"] = json!("free");
    shop["contracts"][1]["channel"] = json!("hs");
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "10.00");
    shop["payments"][0]["lines"] = json!([
        { "seller": "cafe", "amount": "1.00" },
        { "seller": "book", "amount": "1.00" },
    ]);
    assert_eq!(
        told(&shop)?,
        [
            "contracts[0].splits splits-exceed-payment",
            "contracts[0].splits[0].to wrong-party",
            "contracts[0].splits[1].payout_to wrong-owner",
            "contracts[0].splits[2].payout_to unknown-reference",
            "contracts[0].splits[2].to contradiction",
            "contracts[1].channel wrong-party",
            "contracts[1].fee_plan unknown-reference",
            "contracts[1].provider not-in-this-mode",
        ]
    );
    Ok(())
}

/// One wrong channel of a payment with three lines is one mistake.
#[test]
fn a_mistake_of_a_payment_is_told_once_however_many_lines_it_has() -> Outcome {
    let mut shop = shop();
    let lines = json!([
        { "seller": "cafe", "amount": "1.00" },
        { "seller": "book", "amount": "1.00" },
    ]);
    for (id, channel, known_at) in [
        ("O1", "ali", "2018-09-07T10:00:00"),
        ("O2", "wx", "2018-09-07T09:00:00"),
    ] {
        pay(&mut shop, id, "2018-09-07T10:00:00", "1.00");
        let payments = shop["payments"].as_array_mut().ok_or("payments")?;
        let payment = payments.last_mut().ok_or("payment")?;
        payment["lines"] = lines.clone();
        payment["channel"] = json!(channel);
        payment["known_at"] = json!(known_at);
    }
    assert_eq!(
        told(&shop)?,
        [
            "payments[0].channel unknown-reference",
            "payments[1].known_at contradiction"
        ]
    );
    Ok(())
}

/// The owner of an account is misspelt: the account is not taken for one of the first party's, and its
/// true owner is not told that it has none.
#[test]
fn an_account_of_nobody_is_not_taken_for_somebody_elses() -> Outcome {
    let mut shop = shop();
    shop["parties"]
        .as_array_mut()
        .ok_or("parties")?
        .rotate_left(3);
    shop["accounts"][2]["owner"] = json!("bok");
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "10.00");
    assert_eq!(told(&shop)?, ["accounts[2].owner unknown-reference"]);
    Ok(())
}

/// A platform that collects cannot keep more than the channel leaves it.
#[test]
fn a_commission_and_the_fee_together_never_exceed_the_payment() -> Outcome {
    let mut shop = shop();
    shop["parties"][2]["book"] = json!({});
    shop["contracts"][0]["mode"] = json!("pooled");
    shop["contracts"][0]["collector"] = json!("mall");
    shop["agreements"] = json!([{ "platform": "mall", "merchant": "cafe", "rate": "0.995" }]);
    assert_eq!(told(&shop)?, ["agreements[0].rate splits-exceed-payment"]);
    Ok(())
}

/// An old payment that is refunded twice is described alike both times.
#[test]
fn two_refunds_of_an_old_payment_must_describe_it_alike() -> Outcome {
    let mut shop = shop();
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
        "90.00",
        "2018-09-07T11:00:00",
        "40.00",
    );
    assert_eq!(told(&shop)?, ["refunds[1].of.external contradiction"]);
    shop["refunds"][1]["of"]["amount"] = json!("100.00");
    shop["refunds"][1]["amount"] = json!("60.01");
    assert_eq!(told(&shop)?, ["refunds[1].amount refunds-exceed-payment"]);
    Ok(())
}

/// A channel without a reserve bank gets one; its name must not be taken.
#[test]
fn the_name_of_an_implicit_reserve_bank_is_taken() -> Outcome {
    let mut shop = shop();
    shop["parties"][0]
        .as_object_mut()
        .ok_or("party")?
        .remove("reserve_bank");
    shop["parties"][1]["id"] = json!("wx.reserve_bank");
    for account in 0..3 {
        shop["accounts"][account]["kept_by"] = json!("wx.reserve_bank");
    }
    assert_eq!(told(&shop)?, ["parties[1].id duplicate-id"]);
    Ok(())
}

/// A document cannot say it, a program can: amounts that could leave the exact range are refused.
#[test]
fn amounts_that_could_leave_the_exact_range_are_refused() -> Outcome {
    let mut shop = shop();
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "10.00");
    let scenario = facade::open_text(&shop.to_string());
    let mut scenario = scenario.map_err(|problems| format!("{problems:?}"))?;
    scenario.payments[0].lines[0].amount = Money::MAX;
    let problems = facade::check(&scenario).err().ok_or("nothing is wrong")?;
    let kinds: Vec<Value> = problems
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>()?;
    assert_eq!(kinds[0]["path"], "");
    assert_eq!(kinds[0]["kind"]["code"], "sums-too-large");
    Ok(())
}
