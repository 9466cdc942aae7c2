//! A platform that collects in its own name (大商户): what its book and those of its sellers say.

use serde_json::json;

use super::shop::{Outcome, pay, play, refund, shop};

/// A café with a book of its own posts its claim on the mall, and the mall's transfer when it comes.
#[test]
fn a_seller_with_a_book_posts_its_claim_on_the_platform_and_what_it_is_paid() -> Outcome {
    let mut shop = shop();
    shop["parties"][2]["book"] = json!({});
    shop["parties"][3]["book"] = json!({});
    shop["contracts"][0]["mode"] = json!("pooled");
    shop["contracts"][0]["collector"] = json!("mall");
    shop["agreements"] = json!([
        { "platform": "mall", "merchant": "cafe", "rate": "0.02", "on_refund": "return" }
    ]);
    pay(&mut shop, "O1", "2018-09-07T10:00:00", "100.00");
    refund(&mut shop, "F1", "O1", "2018-09-07T11:00:00", "50.00");
    let played = play(&shop)?;
    assert_eq!(
        played.legs("O1")?[3..],
        [
            "mall 2018-09-07: 100.00 1122/2241.01.cafe",
            "mall 2018-09-07: 0.60 2241.01.cafe/1122",
            "mall 2018-09-07: 2.00 2241.01.cafe/6001",
            "cafe 2018-09-07: 100.00 1122/6002",
            "cafe 2018-09-07: 0.60 6603/1122",
            "cafe 2018-09-07: 2.00 6603/1122",
        ]
    );
    let legs = played.legs("F1")?;
    assert!(
        legs.contains(&"cafe 2018-09-07: 1.00 1122/6603".to_owned()),
        "{legs:?}"
    );
    assert!(
        legs.contains(&"cafe 2018-09-07: 50.00 6002/1122".to_owned()),
        "{legs:?}"
    );
    assert_eq!(
        played.legs("TR20180908.mall.cafe")?,
        [
            "hs 2018-09-08: 48.70 2011.01.mall/2011.01.cafe",
            "mall 2018-09-08: 48.70 2241.02.cafe/1001",
            "cafe 2018-09-08: 48.70 1001/1122",
        ]
    );
    for (account, left) in [
        ("cafe:1001", "48.70"),
        ("cafe.bank", "48.70"),
        ("cafe:1122", "0.00"),
        ("mall:1122", "0.00"),
        ("mall.bank", "1.00"),
        ("mall:6001", "1.00"),
    ] {
        assert_eq!(played.at_end(account)?, left, "{account}");
    }
    Ok(())
}
