//! Bills as they were published, and bills that somebody cut, changed or made up.

use expect_test::expect;
use proptest::prelude::*;
use sha1::{Digest, Sha1};

use super::*;
use crate::scenario::compile::compile;
use crate::scenario::problem::ProblemKind;
use crate::scenario::writer;

const PUBLISHED: &[u8] =
    include_bytes!("../../../../tests/fixtures/wechat-trade-all-2021-01-28.csv");

const HEADER: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
const PAID: &str = "`2024-07-09 10:06:33,`wxe1696e7c7db8e7f4,`1579507281,`0,`,`4200002360202407091150650780,`5622334254839656448,`oVgfJ5TrnzDOSuaxbFc33mw-5LUY,`JSAPI,`SUCCESS,`OTHERS,`CNY,`60.00,`0.00,`0,`0,`0.00,`0.00,`,`,`2024-07-10 13:50 客户付款,`{\"a\":1,\"b\":2},`0.32000,`0.54%,`60.00,`0.00,`";
const REFUNDED: &str = "`2024-07-09 16:47:58,`wxe1696e7c7db8e7f4,`1579507281,`0,`,`4200002166202406250324636876,`5617363390111199232,`oVgfJ5d35c6iAXrRCnfhOGF9aHT8,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50302709992024070991956632208,`5622435300878286848,`50.00,`0.00,`ORIGINAL,`SUCCESS,`2024-06-28 18:30 客户付款,`{},`-0.27000,`0.54%,`0.00,`50.00,`";
const TOTALS: &str =
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
const SUMS: &str = "`2,`60.00,`50.00,`0.00,`0.05000,`60.00,`50.00";

fn file(lines: &[&str]) -> Vec<u8> {
    lines
        .iter()
        .flat_map(|line| [line.as_bytes(), b"\r\n"].concat())
        .collect()
}

mod refusals;

/// What is wrong with a file, each as `line column Reason found → expected (other lines)`.
fn flaws(bytes: &[u8]) -> Vec<String> {
    let problems = wechat_bill(bytes).err().unwrap_or_default();
    let shown = problems.into_iter().map(|problem| match problem.kind {
        ProblemKind::BadFile {
            line,
            column,
            reason,
            found,
            expected,
            lines,
        } => {
            let expected = match expected.as_str() {
                "" => String::new(),
                expected => format!("→ {expected}"),
            };
            let lines = match lines.is_empty() {
                true => String::new(),
                false => format!("{lines:?}"),
            };
            let parts = [
                line.to_string(),
                column,
                format!("{reason:?}"),
                found,
                expected,
                lines,
            ];
            let said = parts.into_iter().filter(|part| !part.is_empty());
            said.collect::<Vec<String>>().join(" ")
        }
        other => format!("{} {other:?}", problem.path),
    });
    shown.collect()
}

/// T-W1: the published file, byte by byte.
#[test]
fn the_published_bill_has_its_published_digest() {
    let digest = Sha1::digest(PUBLISHED);
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, "dcd7ceb3d382a1181798368bb15d8437de46c00f");
}

#[test]
fn the_published_bill_becomes_a_scenario_that_compiles() {
    let scenario = wechat_bill(PUBLISHED).unwrap();
    assert!(compile(&scenario).is_ok());
    expect![[r#"
        {
          "format": "daycut/1",
          "title": {"zh": "微信支付账单 2021-01-28", "en": "WeChat Pay bill 2021-01-28"},
          "starts": "2021-01-28T00:00:00",
          "days": 1,
          "parties": [
            {"id": "wx", "kind": "channel", "name": {"zh": "微信支付", "en": "WeChat Pay"}},
            {"id": "bank", "kind": "bank", "name": {"zh": "开户银行", "en": "Merchants' bank"}},
            {"id": "m1601959334", "kind": "merchant", "name": {"zh": "商户 1601959334", "en": "Merchant 1601959334"}}
          ],
          "accounts": [
            {"id": "m1601959334.bank", "kept_by": "bank", "owner": "m1601959334"}
          ],
          "fee_plans": [
            {"id": "r1.00", "rate": "0.01"}
          ],
          "settlement_rules": [
            {"id": "t1", "cycle": "T+1", "on_refund_shortfall": "carry_negative"}
          ],
          "contracts": [
            {
              "id": "m1601959334-wx",
              "mode": "direct",
              "channel": "wx",
              "collector": "m1601959334",
              "fee_plan": "r1.00",
              "settlement_rule": "t1",
              "payout_to": "m1601959334.bank"
            }
          ],
          "routes": [
            {"seller": "m1601959334", "channel": "wx", "contract": "m1601959334-wx"}
          ],
          "payments": [
            {
              "id": "S20210128170702357723",
              "at": "2021-01-28T17:07:11",
              "channel": "wx",
              "lines": [{"seller": "m1601959334", "amount": "0.01"}],
              "bill": {
                "place": 1,
                "fields": {
                  "公众账号ID": "wx81be3101902f7cb2",
                  "商户号": "1601959334",
                  "特约商户号": "0",
                  "微信订单号": "4200000925202101284997714292",
                  "用户标识": "ofyak5qR_1wYsC99CsWA6R9MJazA",
                  "交易类型": "NATIVE",
                  "付款银行": "OTHERS",
                  "货币种类": "CNY",
                  "商品名称": "for testing",
                  "商户数据包": "cipher code"
                }
              }
            },
            {
              "id": "S20210128153505214586",
              "at": "2021-01-28T15:35:18",
              "channel": "wx",
              "lines": [{"seller": "m1601959334", "amount": "0.01"}],
              "bill": {
                "place": 2,
                "fields": {
                  "公众账号ID": "wx81be3101902f7cb2",
                  "商户号": "1601959334",
                  "特约商户号": "0",
                  "微信订单号": "4200000910202101282955148400",
                  "用户标识": "ofyak5qR_1wYsC99CsWA6R9MJazA",
                  "交易类型": "NATIVE",
                  "付款银行": "OTHERS",
                  "货币种类": "CNY",
                  "商品名称": "for testing",
                  "商户数据包": "cipher code"
                }
              }
            },
            {
              "id": "S20210128165824499930",
              "at": "2021-01-28T16:59:46",
              "channel": "wx",
              "lines": [{"seller": "m1601959334", "amount": "0.01"}],
              "bill": {
                "place": 3,
                "fields": {
                  "公众账号ID": "wx81be3101902f7cb2",
                  "商户号": "1601959334",
                  "特约商户号": "0",
                  "微信订单号": "4200000926202101281412639609",
                  "用户标识": "ofyak5qR_1wYsC99CsWA6R9MJazA",
                  "交易类型": "NATIVE",
                  "付款银行": "OTHERS",
                  "货币种类": "CNY",
                  "商品名称": "for testing",
                  "商户数据包": "cipher code"
                }
              }
            }
          ]
        }
    "#]].assert_eq(&writer::write(&scenario));
}

#[test]
fn a_refund_without_its_payment_is_of_an_earlier_one() {
    let bytes = file(&[HEADER, PAID, REFUNDED, TOTALS, SUMS]);
    let scenario = wechat_bill(&bytes).unwrap();
    assert_eq!(compile(&scenario).err(), None);
    expect![[r#"
        {
          "format": "daycut/1",
          "title": {"zh": "微信支付账单 2024-07-09", "en": "WeChat Pay bill 2024-07-09"},
          "starts": "2024-07-09T00:00:00",
          "days": 1,
          "parties": [
            {"id": "wx", "kind": "channel", "name": {"zh": "微信支付", "en": "WeChat Pay"}},
            {"id": "bank", "kind": "bank", "name": {"zh": "开户银行", "en": "Merchants' bank"}},
            {"id": "m1579507281", "kind": "merchant", "name": {"zh": "商户 1579507281", "en": "Merchant 1579507281"}}
          ],
          "accounts": [
            {"id": "m1579507281.bank", "kept_by": "bank", "owner": "m1579507281"}
          ],
          "fee_plans": [
            {"id": "r0.54", "rate": "0.0054"}
          ],
          "settlement_rules": [
            {"id": "t1", "cycle": "T+1", "on_refund_shortfall": "carry_negative"}
          ],
          "contracts": [
            {
              "id": "m1579507281-wx",
              "mode": "direct",
              "channel": "wx",
              "collector": "m1579507281",
              "fee_plan": "r0.54",
              "settlement_rule": "t1",
              "payout_to": "m1579507281.bank"
            }
          ],
          "routes": [
            {"seller": "m1579507281", "channel": "wx", "contract": "m1579507281-wx"}
          ],
          "payments": [
            {
              "id": "5622334254839656448",
              "at": "2024-07-09T10:06:33",
              "channel": "wx",
              "lines": [{"seller": "m1579507281", "amount": "60.00"}],
              "bill": {
                "place": 1,
                "fields": {
                  "公众账号ID": "wxe1696e7c7db8e7f4",
                  "商户号": "1579507281",
                  "特约商户号": "0",
                  "微信订单号": "4200002360202407091150650780",
                  "用户标识": "oVgfJ5TrnzDOSuaxbFc33mw-5LUY",
                  "交易类型": "JSAPI",
                  "付款银行": "OTHERS",
                  "货币种类": "CNY",
                  "商品名称": "2024-07-10 13:50 客户付款",
                  "商户数据包": "{\"a\":1,\"b\":2}"
                }
              }
            }
          ],
          "refunds": [
            {
              "id": "5622435300878286848",
              "of": {
                "external": "4200002166202406250324636876",
                "seller": "m1579507281",
                "channel": "wx",
                "paid_at": "2024-07-08T23:59:59",
                "amount": "50.00"
              },
              "at": "2024-07-09T16:47:58",
              "amount": "50.00",
              "bill": {
                "place": 2,
                "fields": {
                  "公众账号ID": "wxe1696e7c7db8e7f4",
                  "商户号": "1579507281",
                  "特约商户号": "0",
                  "微信订单号": "4200002166202406250324636876",
                  "用户标识": "oVgfJ5d35c6iAXrRCnfhOGF9aHT8",
                  "交易类型": "JSAPI",
                  "付款银行": "OTHERS",
                  "货币种类": "CNY",
                  "退款类型": "ORIGINAL",
                  "商品名称": "2024-06-28 18:30 客户付款",
                  "商户订单号": "5617363390111199232",
                  "微信退款单号": "50302709992024070991956632208",
                  "商户数据包": "{}"
                }
              }
            }
          ]
        }
    "#]].assert_eq(&writer::write(&scenario));
    let without_bom_or_cr = String::from_utf8(bytes).unwrap().replace('\r', "");
    assert_eq!(wechat_bill(without_bom_or_cr.as_bytes()), Ok(scenario));
}

#[test]
fn a_refund_finds_its_payment_by_the_channels_number() {
    let refund = REFUNDED.replace(
        "4200002166202406250324636876,`5617363390111199232",
        "4200002360202407091150650780,`5622334254839656448",
    );
    let scenario = wechat_bill(&file(&[HEADER, &refund, PAID, TOTALS, SUMS])).unwrap();
    let payment = "5622334254839656448".to_owned();
    assert_eq!(
        scenario.refunds[0].of,
        RefundOf::Payment {
            payment,
            seller: None
        }
    );
    assert_eq!(scenario.payments[0].bill.as_ref().unwrap().place, 2);
    assert!(compile(&scenario).is_ok());
}

#[test]
fn sub_merchants_stand_under_their_provider_and_rates_apart() {
    let sub = PAID.replace("`1579507281,`0,", "`180023671,`176531292,");
    let other = sub
        .replace("0.32000,`0.54%", "0.60000,`1.00%")
        .replace("4200002360", "4200002361");
    let other = other.replace("5622334254839656448", "商户订单/1");
    let sums = "`2.0,`120.00,`0.00,`0.00,`0.92000,`120.00,`0.00";
    let scenario = wechat_bill(&file(&[HEADER, &sub, &other, TOTALS, sums])).unwrap();
    let parties: Vec<&str> = scenario
        .parties
        .iter()
        .map(|party| party.id.as_str())
        .collect();
    assert_eq!(parties, ["wx", "bank", "s176531292", "p180023671"]);
    assert_eq!(scenario.contracts[1].id, "s176531292-wx-1.00");
    assert_eq!(scenario.contracts[1].mode, Mode::SubMerchant);
    assert_eq!(scenario.payments[0].lines[0].contract, None);
    let named = scenario.payments[1].lines[0].contract.as_deref();
    assert_eq!(named, Some("s176531292-wx-1.00"));
    assert_eq!(scenario.payments[1].id, "4200002361202407091150650780");
    let note = scenario.payments[1].bill.as_ref().unwrap();
    assert!(
        note.fields
            .contains(&("商户订单号".to_owned(), "商户订单/1".to_owned()))
    );
    assert!(compile(&scenario).is_ok());
}

/// T-W2, T-W3, T-W4, T-W7: other editions of the same file.
#[test]
fn older_and_shorter_editions_are_read_by_name() {
    let legacy = "交易时间,服务商的APPID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,代金券或立减优惠金额,微信退款单号,商户退款单号,退款金额,代金券或立减优惠退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率";
    let without_last = |row: &str| row.rsplitn(4, ",`").last().unwrap().to_owned();
    let (paid, refunded) = (without_last(PAID), without_last(REFUNDED));
    let totals = "总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额";
    let bytes = file(&[
        legacy,
        &paid,
        &refunded,
        totals,
        "`2,`60.00,`50.00,`0.00,`0.05000",
    ]);
    assert_eq!(flaws(&bytes), [""; 0]);

    let bare = PAID.replace("{\"a\":1,\"b\":2}", "x").replace('`', "");
    let bytes = file(&[HEADER, &bare, REFUNDED, TOTALS, SUMS]);
    assert_eq!(flaws(&bytes), [""; 0]);

    let success = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,商品名称,商户数据包,手续费,费率,订单金额,费率备注";
    let row = PAID
        .replace("`0,`0,`0.00,`0.00,`,`,`2024", "`2024")
        .replace("60.00,`0.00,`", "60.00,`");
    let row = row.replace("`CNY,`60.00,`", "`CNY,`60.00,`0.00,`");
    let four = "总交易单数,应结订单总金额,手续费总金额,订单总金额";
    assert_eq!(
        flaws(&file(&[success, &row, four, "`1,`60.00,`0.32000,`60.00"])),
        [""; 0]
    );
    assert_eq!(
        flaws(&file(&[
            success,
            &row,
            TOTALS,
            "`1,`60.00,`0.00,`0.00,`0.32000,`60.00,`0.00"
        ])),
        [""; 0]
    );

    let refunds = HEADER.replace(
        "代金券金额,微信退款单号",
        "代金券金额,退款申请时间,退款成功时间,微信退款单号",
    );
    let row = "`2021-01-24 16:16:25,`wx81be3101902f7cb2,`1601959334,`0,`,`4200000802202101245866928772,`S20210124161554311546,`ofyak5qR,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`2021-02-01 14:33:21,`2021-02-01 14:33:24,`50300807172021020106006664916,`S20210201143320649393,`0.01,`0.00,`ORIGINAL,`SUCCESS,`for testing,`cipher code,`0.00000,`1.00%,`0.00,`0.01,`";
    let sums = "`1,`0.00,`0.01,`0.00,`0.00000,`0.00,`0.01";
    let scenario = wechat_bill(&file(&[&refunds, row, TOTALS, sums])).unwrap();
    assert_eq!(scenario.refunds[0].at.to_string(), "2021-02-01T14:33:21");
}

#[test]
fn a_bill_outside_the_calendar_counts_weekdays_and_says_so() {
    let later = |row: &str| row.replace("2024-07-09 ", "2031-07-09 ");
    let scenario = wechat_bill(&file(&[
        HEADER,
        &later(PAID),
        &later(REFUNDED),
        TOTALS,
        SUMS,
    ]))
    .unwrap();
    assert_eq!(scenario.settlement_rules[0].calendar, "cn-open");
    assert!(scenario.calendars[0].beyond_weekends_only);
    assert!(compile(&scenario).is_ok());
}

proptest! {
    /// X4: whatever happens to a file, the import answers, and what it accepts can be written and read.
    #[test]
    fn damaged_bills_are_answered(
        cuts in prop::collection::vec((0_usize..1500, 0_usize..30, "[`,\\r\\n0-9.中:%-]{0,4}"), 1..4)
    ) {
        let text = String::from_utf8(file(&[HEADER, PAID, REFUNDED, TOTALS, SUMS])).unwrap();
        let mut chars: Vec<char> = text.chars().collect();
        for (from, length, put) in cuts {
            let from = from.min(chars.len());
            let to = (from + length).min(chars.len());
            chars.splice(from..to, put.chars());
        }
        let text: String = chars.into_iter().collect();
        if let Ok(scenario) = wechat_bill(text.as_bytes()) {
            prop_assert_eq!(document::read_text(&writer::write(&scenario)), Ok(scenario));
        }
    }
}
