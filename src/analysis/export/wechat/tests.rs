//! Bills as they were published, and bills that are made up.

use sha1::{Digest, Sha1};

use crate::analysis::export::{ExportError, export, offers};
use crate::base::date::AccountingDate;
use crate::engine::run::Run;
use crate::scenario::bill::Edition;

fn played(text: &str) -> Run {
    let scenario = crate::scenario::document::read_text(text).unwrap();
    let plan = crate::scenario::compile::compile(&scenario).unwrap();
    crate::engine::play::simulate(plan, &mut |_| {}).unwrap()
}

fn bill(run: &Run, party: &str, date: &str) -> String {
    let file = export(run, "wechat-bill", party, AccountingDate::parse(date)).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

const MERCHANT: &str = r#""format": "daycut/1", "title": "T-W1", "days": 1,
    "parties": [
        {"id": "wx", "kind": "channel", "name": "微信支付"}, {"id": "hs", "kind": "bank", "name": "徽商银行"},
        {"id": "1601959334", "kind": "merchant", "name": "旧书,店"}
    ],
    "accounts": [{"id": "shop.bank", "kept_by": "hs", "owner": "1601959334", "opening": "100.00"}],
    "fee_plans": [{"id": "one", "rate": "0.01"}],
    "settlement_rules": [{"id": "t1", "cycle": "T+1"}],
    "contracts": [{"id": "c", "mode": "direct", "channel": "wx", "collector": "1601959334",
                   "fee_plan": "one", "settlement_rule": "t1"}],
    "routes": [{"seller": "1601959334", "channel": "wx", "contract": "c"}]"#;

const PUBLISHED: &[u8] =
    include_bytes!("../../../../tests/fixtures/wechat-trade-all-2021-01-28.csv");

fn imported(bytes: &[u8]) -> Run {
    let scenario = crate::scenario::import::wechat_bill::wechat_bill(bytes).unwrap();
    played(&crate::scenario::writer::write(&scenario))
}

/// T-W1: the SHA-1 that WeChat Pay's own interface gave for its bill of 2021-01-28.
#[test]
fn the_published_bill_comes_out_byte_for_byte() {
    let bill = bill(&imported(PUBLISHED), "m1601959334", "2021-01-28");
    let hash: String = Sha1::digest(bill.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(hash, "dcd7ceb3d382a1181798368bb15d8437de46c00f", "{bill}");
}

/// Rates written short, vouchers, raw data with quotes, a revoked order, blank fields, a refund of an
/// older payment, two rates of one merchant, and the file's own order.
#[test]
fn what_the_engine_does_not_compute_comes_out_as_it_came_in() {
    let rows = [
        r#"`2024-07-09 10:06:33,`wxe1696e7c7db8e7f4,`1579507281,`0,`,`4200002360202407091150650780,`5622334254839656448,`oVgfJ5TrnzDOSuaxbFc33mw-5LUY,`JSAPI,`SUCCESS,`OTHERS,`CNY,`60.00,`5.00,`0,`0,`0.00,`0.00,`,`,`客户\ 付款,`{"a":1,"b":2},`0.32000,`0.54%,`65.00,`0.00,`"#,
        r#"`2024-07-09 08:00:00,`,`1579507281,`0,`POS1,`4200002360202407091150650781,`not an id!,`,`MICROPAY,`SUCCESS,`,`CNY,`10.00,`0.00,`0,`0,`0.00,`0.00,`,`,`,`,`0.06000,`0.6%,`10.00,`0.00,`优惠"#,
        r#"`2024-07-09 16:47:58,`wxe1696e7c7db8e7f4,`1579507281,`0,`,`4200002166202406250324636876,`5617363390111199232,`oVgfJ5d35c6iAXrRCnfhOGF9aHT8,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50302709992024070991956632208,`5622435300878286848,`50.00,`0.00,`ORIGINAL,`SUCCESS,`2024-06-28 18:30 客户付款,`{},`-0.27000,`0.54%,`0.00,`50.00,`"#,
        r#"`2024-07-09 16:00:00,`wxe1696e7c7db8e7f4,`1579507281,`0,`,`4200002360202407091150650781,`not an id!,`,`MICROPAY,`REVOKED,`OTHERS,`CNY,`0.00,`0.00,`50302709992024070991956632209,`0,`10.00,`0.00,`ORIGINAL,`SUCCESS,`,`,`-0.06000,`0.6%,`0.00,`10.00,`"#,
    ];
    let totals = "`4,`70.00,`60.00,`0.00,`0.05000,`75.00,`60.00";
    let header = Edition::All.columns().collect::<Vec<_>>().join(",");
    let file = format!(
        "\u{feff}{header}\r\n{}\r\n{}\r\n{totals}\r\n",
        rows.join("\r\n"),
        Edition::All.totals().collect::<Vec<_>>().join(",")
    );
    let bill = bill(&imported(file.as_bytes()), "m1579507281", "2024-07-09");
    assert_eq!(bill, file);
}

#[test]
fn a_bill_without_notes_is_made_up_the_same_every_time() {
    let text = format!(
        r#"{{{MERCHANT}, "starts": "2024-07-09T00:00:00",
        "payments": [
            {{"id": "O1", "at": "2024-07-09T10:06:33.120", "channel": "wx",
              "lines": [{{"seller": "1601959334", "amount": "60.00"}}]}}],
        "refunds": [
            {{"id": "R1", "of": "O1", "at": "2024-07-09T16:47:58", "amount": "25.00"}},
            {{"id": "R2", "of": {{"external": "旧单", "seller": "1601959334", "channel": "wx",
              "paid_at": "2024-06-28T18:30:00", "amount": "10.00"}},
              "at": "2024-07-09T17:00:00", "amount": "10.00"}}]}}"#
    );
    let bill = bill(&played(&text), "1601959334", "2024-07-09");
    let shown = bill.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    expect_test::expect![[r#"
        交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
        `2024-07-09 10:06:33,`wxf5041eb1cd0118a4,`1601959334,`0,`,`4200758221202407097654321987,`O1,`orL5WD67egxhPyWNpD1gTppxXQHs,`JSAPI,`SUCCESS,`OTHERS,`CNY,`60.00,`0.00,`0,`0,`0.00,`0.00,`,`,`旧书\ 店,`,`0.60000,`1.00%,`60.00,`0.00,`
        `2024-07-09 16:47:58,`wxf5041eb1cd0118a4,`1601959334,`0,`,`4200758221202407097654321987,`O1,`orL5WD67egxhPyWNpD1gTppxXQHs,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50302653572024070987654321979,`R1,`25.00,`0.00,`ORIGINAL,`SUCCESS,`旧书\ 店,`,`-0.25000,`1.00%,`0.00,`25.00,`
        `2024-07-09 17:00:00,`wxf5041eb1cd0118a4,`1601959334,`0,`,`4200538419815058740383354627,`旧单,`o7rryQwDZAKphOFmIkawoDNnB2Is,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50307352812024070975308643958,`R2,`10.00,`0.00,`ORIGINAL,`SUCCESS,`旧书\ 店,`,`-0.10000,`1.00%,`0.00,`10.00,`
        总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
        `3,`60.00,`35.00,`0.00,`0.25000,`60.00,`35.00
    "#]].assert_eq(&shown);
    assert!(bill.ends_with("\r\n") && bill.starts_with('\u{feff}'));
}

#[test]
fn asking_for_a_bill_that_is_not_there_says_what_there_is() {
    let run = imported(PUBLISHED);
    let date = AccountingDate::parse("2021-01-28");
    let bills = offers(&run).unwrap();
    let bills: Vec<_> = bills
        .iter()
        .filter(|offer| offer.kind == "wechat-bill")
        .collect();
    assert_eq!(bills.len(), 1);
    assert_eq!(
        bills[0].file_name,
        "wechat-bill~wx~m1601959334~2021-01-28.csv"
    );
    assert_eq!(
        export(&run, "wechat-bill", "m1601959334", None),
        Err(ExportError::UnknownDate {
            kind: "wechat-bill".to_owned(),
            found: None,
            allowed: date.into_iter().collect(),
        })
    );
    assert_eq!(
        export(&run, "wechat-bill", "nobody", date),
        Err(ExportError::UnknownParty {
            kind: "wechat-bill".to_owned(),
            found: "nobody".to_owned(),
            allowed: vec!["m1601959334".to_owned()],
        })
    );
    assert!(matches!(
        export(&run, "mt940", "", None),
        Err(ExportError::UnknownKind { .. })
    ));
    assert!(matches!(
        export(&run, "summary", "wx", None),
        Err(ExportError::UnknownParty { .. })
    ));
    for offer in offers(&run).unwrap() {
        let file = export(&run, &offer.kind, &offer.party, offer.date).unwrap();
        assert_eq!(file.file_name, offer.file_name);
    }
}
