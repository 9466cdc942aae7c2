//! Bills that somebody cut, changed or put together: each is refused, with its line, its column and the reason.

use super::*;

/// A payment of 60.00 in line 2, a refund of 50.00 of it in line 3, and their totals.
const OWN_REFUND: (&str, &str) = (
    "4200002166202406250324636876,`5617363390111199232",
    "4200002360202407091150650780,`5622334254839656448",
);

fn refund() -> String {
    REFUNDED.replace(OWN_REFUND.0, OWN_REFUND.1)
}

/// The bill with one place of a row changed; the row must have had it.
fn changed(row: &str, from: &str, to: &str) -> Vec<String> {
    assert!(row.contains(from), "{from}");
    let other = row.replacen(from, to, 1);
    match row == PAID {
        true => flaws(&file(&[HEADER, &other, REFUNDED, TOTALS, SUMS])),
        false => flaws(&file(&[HEADER, PAID, &other, TOTALS, SUMS])),
    }
}

fn told(rows: &[(&str, &str, &str)]) -> String {
    let told = rows.iter().map(|(row, from, to)| {
        let found = changed(row, from, to);
        assert!(!found.is_empty(), "{from} → {to}");
        format!("{}\n", found.join("\n"))
    });
    told.collect()
}

#[test]
fn cells_that_bills_do_not_write_so_are_told_with_the_reason() {
    let cells = [
        (PAID, "`CNY,`60.00", "`CNY,`60"),
        (PAID, "`CNY,`60.00", "`CNY,`60.0"),
        (PAID, "`CNY,`60.00", "`CNY,`060.00"),
        (PAID, "`CNY,`60.00", "`CNY,`1,234.56"),
        (PAID, "`CNY,`60.00", "`CNY,`60.005"),
        (PAID, "`CNY,`60.00", "`CNY,`-60.00"),
        (PAID, "`CNY,`60.00", "`CNY,`0.00"),
        (PAID, "`CNY,`60.00", "`CNY,`12000000.00"),
        (PAID, "`CNY,`60.00", "`CNY,`6E+01"),
        (PAID, "60.00,`0.00,`0,", "60.00,`0,`0,"),
        (PAID, "0.54%,`60.00", "0.54%,`sixty"),
        (PAID, "0.32000", "0.32"),
        (PAID, "0.32000", "0.32400"),
        (PAID, "0.32000", "-0.32000"),
        (REFUNDED, "-0.27000", "0.27000"),
        (REFUNDED, "-0.27000", "-0.00000"),
        (PAID, "0.54%", "0.54"),
        (PAID, "0.54%", "0.54321%"),
        (PAID, "0.54%", "-0.54%"),
        (PAID, "0.54%", "154.00%"),
        (PAID, "2024-07-09 10:06:33", "2024/7/9 10:06"),
        (PAID, "2024-07-09 10:06:33", "2024-07-09 25:06:33"),
        (PAID, "2024-07-09 10:06:33", "2024-07-09T10:06:33"),
        (PAID, "2024-07-09 10:06:33", "1931-07-09 10:06:33"),
        (PAID, "客户付款", "客\u{202e}户"),
    ];
    expect![[r#"
        2 应结订单金额 BadForm 60 → 7.00
        2 应结订单金额 BadForm 60.0 → 7.00
        2 应结订单金额 BadForm 060.00 → 7.00
        2 应结订单金额 BadForm 1,234.56 → 7.00
        2 应结订单金额 FinerThanFen 60.005
        2 应结订单金额 WrongSign -60.00 → 60.00
        2 应结订单金额 OutOfRange 0.00 → 0.01 – 10000000.00
        2 应结订单金额 OutOfRange 12000000.00 → 0.01 – 10000000.00
        2 应结订单金额 DestroyedNumber 6E+01
        2 代金券金额 BadForm 0 → 7.00
        2 订单金额 BadForm sixty → 7.00
        2 手续费 BadForm 0.32 → 0.04000
        2 手续费 FinerThanFen 0.32400
        2 手续费 WrongSign -0.32000 → 0.32000
        3 手续费 WrongSign 0.27000 → -0.27000
        3 手续费 BadForm -0.00000 → 0.04000
        2 费率 BadForm 0.54 → 0.60%
        2 费率 BadForm 0.54321% → 0.60%
        2 费率 WrongSign -0.54% → 0.54%
        2 费率 OutOfRange 154.00% → 0.00% – 100.00%
        2 交易时间 BadForm 2024/7/9 10:06 → 2024-07-09 10:06:33
        2 交易时间 BadForm 2024-07-09 25:06:33 → 2024-07-09 10:06:33
        2 交易时间 BadForm 2024-07-09T10:06:33 → 2024-07-09 10:06:33
        2 交易时间 OutOfRange 1931-07-09 10:06:33 → 1970-01-01 – 2199-12-31
        2 商品名称 ForbiddenCharacter 2024-07-10 13:50 客\u{202e}户 → U+202E
    "#]]
    .assert_eq(&told(&cells));
    let long = "货".repeat(201);
    let found = changed(PAID, "2024-07-10 13:50 客户付款", &long);
    let shown = format!("2 商品名称 TooLong {}… → 200", "货".repeat(80));
    assert_eq!(found, [shown]);
}

#[test]
fn a_number_that_a_spreadsheet_rounded_is_destroyed_in_every_column() {
    let cells = [
        (PAID, "`1579507281", "`1.57951E+09"),
        (PAID, "`1579507281,`0,", "`1579507281,`1.5e+9,"),
        (PAID, "4200002360202407091150650780", "4.2E+27"),
        (
            PAID,
            "4200002360202407091150650780",
            "4200002360202400000000000000",
        ),
        (PAID, "5622334254839656448", "5.62233E+18"),
        (PAID, "5622334254839656448", "1.23e19"),
        (REFUNDED, "50302709992024070991956632208", "5.03027E+28"),
        (REFUNDED, "5622435300878286848", "5.62244E+18"),
    ];
    expect![[r#"
        2 商户号 DestroyedNumber 1.57951E+09
        2 特约商户号 DestroyedNumber 1.5e+9
        2 微信订单号 DestroyedNumber 4.2E+27
        2 微信订单号 DestroyedNumber 4200002360202400000000000000
        2 商户订单号 DestroyedNumber 5.62233E+18
        2 商户订单号 DestroyedNumber 1.23e19
        3 微信退款单号 DestroyedNumber 5.03027E+28
        3 商户退款单号 DestroyedNumber 5.62244E+18
    "#]]
    .assert_eq(&told(&cells));
    // A shop may call an order so.
    assert_eq!(changed(PAID, "5622334254839656448", "2E10"), [""; 0]);
}

#[test]
fn blank_cells_are_refused_where_something_must_stand() {
    let cells = [
        (PAID, "2024-07-09 10:06:33", ""),
        (PAID, "`1579507281,", "`,"),
        (PAID, "4200002360202407091150650780", ""),
        (PAID, "`SUCCESS,", "`,"),
        (PAID, "`CNY,`60.00", "`CNY,`"),
        (PAID, "0.32000", ""),
        (PAID, "0.54%", " "),
        (REFUNDED, "50302709992024070991956632208", ""),
        (REFUNDED, "50302709992024070991956632208", "0"),
        (REFUNDED, "`SUCCESS,", "`,"),
        (REFUNDED, "`50.00,`0.00,`ORIGINAL", "`,`0.00,`ORIGINAL"),
    ];
    expect![[r#"
        2 交易时间 BlankCell → 2024-07-09 10:06:33
        2 商户号 BlankCell → 4200000925202101284997714292
        2 微信订单号 BlankCell → 4200000925202101284997714292
        2 交易状态 BlankCell
        2 应结订单金额 BlankCell → 7.00
        2 手续费 BlankCell → 0.04000
        2 费率 BlankCell   → 0.60%
        3 微信退款单号 BlankCell
        3 微信退款单号 BlankCell 0
        3 退款状态 BlankCell
        3 退款金额 BlankCell → 7.00
    "#]]
    .assert_eq(&told(&cells));
}

#[test]
fn other_blank_cells_stay_blank() {
    let blank = PAID.replace("`1579507281,`0,", "`1579507281,`,");
    let blank = blank
        .replace("5622334254839656448", "")
        .replace("`0,`0,", "`,`,");
    let refund = REFUNDED
        .replace("5622435300878286848", "")
        .replace("ORIGINAL", "");
    let scenario = wechat_bill(&file(&[HEADER, &blank, &refund, TOTALS, SUMS])).unwrap();
    let paid = &scenario.payments[0].bill.as_ref().unwrap().fields;
    let refunded = &scenario.refunds[0].bill.as_ref().unwrap().fields;
    let is_blank = |fields: &[(String, String)], name: &str| {
        fields.contains(&(name.to_owned(), String::new()))
    };
    for name in ["特约商户号", "商户订单号", "微信退款单号", "商户退款单号"] {
        assert!(is_blank(paid, name), "{name}");
    }
    for name in ["商户退款单号", "退款类型"] {
        assert!(is_blank(refunded, name), "{name}");
    }
}

#[test]
fn states_of_which_nobody_knows_where_the_money_is_are_refused() {
    let states = [
        "PROCESSING",
        "CHANGE",
        "FAIL",
        "CLOSED",
        "ABNORMAL",
        "失败",
        "",
        "success",
    ];
    let mut cells: Vec<_> = states
        .iter()
        .map(|state| {
            (
                REFUNDED,
                "`ORIGINAL,`SUCCESS",
                format!("`ORIGINAL,`{state}"),
            )
        })
        .collect();
    for state in ["CLOSED", "NOTPAY", "支付成功", "SUCCESS "] {
        cells.push((PAID, "`JSAPI,`SUCCESS", format!("`JSAPI,`{state}")));
    }
    cells.push((REFUNDED, "`ORIGINAL", "`原路退款".to_owned()));
    cells.push((PAID, "`CNY", "`USD".to_owned()));
    let cells: Vec<_> = cells
        .iter()
        .map(|(row, from, to)| (*row, *from, to.as_str()))
        .collect();
    expect![[r#"
        3 退款状态 RefundPending PROCESSING
        3 退款状态 RefundStuck CHANGE
        3 退款状态 RefundFailed FAIL
        3 退款状态 RefundFailed CLOSED
        3 退款状态 RefundStuck ABNORMAL
        3 退款状态 UnknownWord 失败 → SUCCESS
        3 退款状态 BlankCell
        3 退款状态 UnknownWord success → SUCCESS
        2 交易状态 UnknownWord CLOSED → SUCCESS、REFUND、REVOKED
        2 交易状态 UnknownWord NOTPAY → SUCCESS、REFUND、REVOKED
        2 交易状态 UnknownWord 支付成功 → SUCCESS、REFUND、REVOKED
        2 交易状态 UnknownWord SUCCESS  → SUCCESS、REFUND、REVOKED
        3 退款类型 UnknownWord 原路退款 → ORIGINAL、BALANCE、OTHER_BALANCE、OTHER_BANKCARD
        2 货币种类 OtherCurrency USD → CNY
    "#]]
    .assert_eq(&told(&cells));
}

#[test]
fn a_row_that_contradicts_its_own_state_is_refused() {
    let cells = [
        (PAID, "`0,`0,`0.00,`0.00,`,`,", "`0,`0,`5.00,`0.00,`,`,"),
        (PAID, "`0,`0,`0.00,`0.00,`,`,", "`503,`0,`0.00,`0.00,`,`,"),
        (PAID, "`0,`0,`0.00,`0.00,`,`,", "`0,`R1,`0.00,`0.00,`,`,"),
        (PAID, "`0,`0,`0.00,`0.00,`,`,", "`0,`0,`0.00,`1.00,`,`,"),
        (
            PAID,
            "`0,`0,`0.00,`0.00,`,`,",
            "`0,`0,`0.00,`0.00,`ORIGINAL,`,",
        ),
        (
            PAID,
            "`0,`0,`0.00,`0.00,`,`,",
            "`0,`0,`0.00,`0.00,`,`SUCCESS,",
        ),
        (PAID, "0.54%,`60.00,`0.00", "0.54%,`60.00,`1.00"),
        (REFUNDED, "`CNY,`0.00", "`CNY,`60.00"),
        (REFUNDED, "0.54%,`0.00", "0.54%,`60.00"),
    ];
    expect![[r#"
        2 退款金额 NotOfThisState 5.00 → 0.00
        2 微信退款单号 NotOfThisState 503 → 0
        2 商户退款单号 NotOfThisState R1 → 0
        2 充值券退款金额 NotOfThisState 1.00 → 0.00
        2 退款类型 NotOfThisState ORIGINAL
        2 退款状态 NotOfThisState SUCCESS
        2 申请退款金额 NotOfThisState 1.00 → 0.00
        3 应结订单金额 NotOfThisState 60.00 → 0.00
        3 订单金额 NotOfThisState 60.00 → 0.00
    "#]]
    .assert_eq(&told(&cells));
    // Old bills write a bare zero where a payment has no refund.
    assert_eq!(
        changed(PAID, "`0,`0,`0.00,`0.00,`,`,", "`0,`0,`0,`0,`,`,"),
        [""; 0]
    );
}

#[test]
fn everything_wrong_with_a_row_is_told_at_once() {
    let row = PAID
        .replace("10:06:33", "25:06:33")
        .replace("`60.00,`0.00,`0,", "`60,`0.00,`0,");
    let row = row.replace("4200002360202407091150650780", "4.2E+27");
    let other = PAID.replace("`,`", ",");
    let found = flaws(&file(&[HEADER, &row, &other, TOTALS, SUMS]));
    expect![[r#"
        2 交易时间 BadForm 2024-07-09 25:06:33 → 2024-07-09 10:06:33
        2 微信订单号 DestroyedNumber 4.2E+27
        2 应结订单金额 BadForm 60 → 7.00
        3 ColumnCount `2024-07-09 10:06:33,`wxe1696e7c7db8e7f4,`1579507281,`0,,42000023602024070911506… → 27"#]].assert_eq(&found.join("\n"));
}

#[test]
fn a_fee_that_is_not_amount_times_rate_is_told_with_the_right_one() {
    assert_eq!(
        changed(PAID, "0.32000", "0.33000"),
        ["2 手续费 FeeDiffers 0.33000 → 0.32"]
    );
    assert_eq!(
        changed(REFUNDED, "-0.27000", "-0.28000"),
        ["3 手续费 FeeDiffers -0.28000 → -0.27"]
    );
}

/// Two refunds of one payment give back together what its fee is, rounded once.
#[test]
fn the_fees_of_several_refunds_add_up_to_that_of_their_payment() {
    let part = |number: &str, amount: &str, fee: &str| {
        let row = refund().replace("50302709992024070991956632208", &format!("5030{number}"));
        let row = row.replace("5622435300878286848", &format!("R{number}"));
        row.replace("50.00", amount).replace("-0.27000", fee)
    };
    let bill = |first: &str, second: &str| {
        let rows = [part("1", "30.00", first), part("2", "30.00", second)];
        let sums = "`3,`60.00,`60.00,`0.00,`0.00000,`60.00,`60.00";
        flaws(&file(&[HEADER, PAID, &rows[0], &rows[1], TOTALS, sums]))
    };
    assert_eq!(bill("-0.16000", "-0.16000"), [""; 0]);
    assert_eq!(
        bill("-0.17000", "-0.15000"),
        ["3 手续费 FeeDiffers -0.17000 → -0.16"]
    );
    assert_eq!(
        bill("-0.16000", "-0.17000"),
        ["4 手续费 FeeDiffers -0.17000 → -0.16"]
    );
}

#[test]
fn a_number_that_stands_twice_names_both_lines() {
    let sums = "`3,`120.00,`50.00,`0.00,`0.37000,`120.00,`50.00";
    let twice = flaws(&file(&[HEADER, PAID, PAID, REFUNDED, TOTALS, sums]));
    assert_eq!(
        twice,
        ["3 微信订单号 DuplicateNumber 4200002360202407091150650780 [2]"]
    );
    let larger = PAID.replace("60.00", "90.00").replace("0.32000", "0.49000");
    let other = flaws(&file(&[HEADER, PAID, &larger, TOTALS, SUMS]));
    assert_eq!(
        other,
        ["3 微信订单号 DuplicateNumber 4200002360202407091150650780 [2]"]
    );
    let own = PAID.replace("4200002360", "4200002361");
    assert_eq!(
        flaws(&file(&[HEADER, PAID, &own, TOTALS, SUMS])),
        ["3 商户订单号 DuplicateNumber 5622334254839656448 [2]"]
    );
    let refund = refund();
    assert_eq!(
        flaws(&file(&[HEADER, PAID, &refund, &refund, TOTALS, SUMS])),
        ["4 微信退款单号 DuplicateNumber 50302709992024070991956632208 [3, 2]"]
    );
    let own = refund.replace("5030270999", "5030270998");
    assert_eq!(
        flaws(&file(&[HEADER, PAID, &refund, &own, TOTALS, SUMS])),
        ["4 商户退款单号 DuplicateNumber 5622435300878286848 [3, 2]"]
    );
    let revoked = refund.replace("`REFUND", "`REVOKED");
    let revoked = revoked.replace("50302709992024070991956632208,`5622435300878286848", "0,`0");
    assert_eq!(
        flaws(&file(&[HEADER, PAID, &revoked, &revoked, TOTALS, SUMS])),
        ["4 微信订单号 DuplicateNumber 4200002360202407091150650780 [3, 2]"]
    );
}

#[test]
fn refunds_must_fit_their_payment() {
    let refund = refund();
    let fits = |row: &str| flaws(&file(&[HEADER, PAID, row, TOTALS, SUMS]));
    assert_eq!(fits(&refund), [""; 0]);
    let larger = refund
        .replace("50.00", "60.01")
        .replace("-0.27000", "-0.32000");
    assert_eq!(
        fits(&larger),
        ["3 退款金额 RefundTooLarge 60.01 → 60.00 [2]"]
    );
    let early = refund.replace("16:47:58", "10:06:32");
    let told = "3 交易时间 RefundTooEarly 2024-07-09 10:06:32 → 2024-07-09 10:06:33 [2]";
    assert_eq!(fits(&early), [told]);
    for (from, to, told) in [
        (
            "`1579507281",
            "`1579507282",
            "3 商户号 DiffersFromLine 1579507282 [2]",
        ),
        (
            "`0,`,`4200",
            "`1900,`,`4200",
            "3 特约商户号 DiffersFromLine 1900 [2]",
        ),
        (
            "5622334254839656448",
            "T2",
            "3 商户订单号 DiffersFromLine T2 [2]",
        ),
        (
            "-0.27000,`0.54%",
            "-0.30000,`0.60%",
            "3 费率 DiffersFromLine 0.60% [2]",
        ),
    ] {
        assert_eq!(fits(&refund.replace(from, to)), [told]);
    }
}

#[test]
fn totals_that_differ_are_told_with_the_sums_of_the_rows() {
    let wrong = SUMS.replace("0.05000", "0.06000").replace("`2,", "`3,");
    let found = flaws(&file(&[HEADER, PAID, REFUNDED, TOTALS, &wrong]));
    expect![[r#"
        5 总交易单数 TotalsDiffer 3 → 2
        5 手续费总金额 TotalsDiffer 0.06000 → 0.05000"#]]
    .assert_eq(&found.join("\n"));
    let legacy = |name: &str| name.replace("应结订单总金额", "总交易额");
    let found = flaws(&file(&[
        HEADER,
        PAID,
        REFUNDED,
        &legacy(TOTALS),
        &SUMS.replacen("60.00", "61.00", 1),
    ]));
    assert_eq!(found, ["5 应结订单总金额 TotalsDiffer 61.00 → 60.00"]);
}

#[test]
fn a_header_that_lacks_or_has_other_columns_is_told() {
    let with = |header: &str| flaws(&file(&[header, PAID, REFUNDED, TOTALS, SUMS]));
    assert_eq!(
        with(&HEADER.replace("手续费,", "")),
        ["1 MissingColumn → 手续费"]
    );
    assert_eq!(
        with(
            &HEADER
                .replace("微信退款单号,", "")
                .replace("商户号,特", "特")
        ),
        ["1 MissingColumn → 商户号", "1 MissingColumn → 微信退款单号"]
    );
    assert_eq!(
        with(&HEADER.replace("设备号", "门店编号")),
        ["1 UnknownHeader 门店编号"]
    );
    assert_eq!(
        with(&HEADER.replace("设备号", "费率")),
        ["1 DuplicateColumn 费率"]
    );
    assert_eq!(
        flaws(b"id,amount\r\n1,2\r\n"),
        [
            "1 UnknownHeader id、amount → 交易时间、商户号、微信订单号、商户订单号、交易状态、应结订单金额、手续费、费率"
        ]
    );
    let totals = TOTALS.replace("订单总金额,申", "总优惠,申");
    assert_eq!(
        flaws(&file(&[HEADER, PAID, REFUNDED, &totals, SUMS])),
        ["4 UnknownHeader 总优惠"]
    );
}

#[test]
fn a_file_that_was_cut_or_is_blank_is_told() {
    for blank in [&b""[..], b"\xef\xbb\xbf", b"\r\n\r\n  \n"] {
        assert_eq!(flaws(blank), ["1 Blank"]);
    }
    assert_eq!(flaws(&file(&[HEADER, PAID, REFUNDED])), ["3 CutOff"]);
    assert_eq!(
        flaws(&file(&[HEADER, PAID, REFUNDED, TOTALS])),
        ["5 CutOff"]
    );
    let none = "`0,`0.00,`0.00,`0.00,`0.00000,`0.00,`0.00";
    assert_eq!(flaws(&file(&[HEADER, TOTALS, none])), ["1 Empty"]);
    let gbk = b"\xbd\xbb\xd2\xd7\xca\xb1\xbc\xe4,\r\n";
    assert_eq!(flaws(gbk), ["1 Encoding"]);
    let injected = file(&[HEADER, PAID, REFUNDED, TOTALS, SUMS, "=cmd|' /C calc'!A0"]);
    assert_eq!(flaws(&injected), ["6 AfterTotals =cmd|' /C calc'!A0"]);
}

#[test]
fn a_bill_of_more_days_or_rows_than_a_scenario_has_is_refused() {
    let later = REFUNDED.replace("2024-07-09 16", "2025-09-01 16");
    assert_eq!(
        flaws(&file(&[HEADER, PAID, &later, TOTALS, SUMS])),
        ["3 交易时间 SpanTooLong 420 → 400"]
    );
    let mut rows = vec![HEADER.to_owned()];
    // As short as a row can be, so that the file is not too large before.
    let short = PAID
        .replace("wxe1696e7c7db8e7f4", "")
        .replace("oVgfJ5TrnzDOSuaxbFc33mw-5LUY", "");
    let short = short
        .replace("2024-07-10 13:50 客户付款", "")
        .replace("{\"a\":1,\"b\":2}", "");
    for place in 0..100_001 {
        let row = short.replace("4200002360202407091150650780", &format!("42{place}"));
        rows.push(row.replace("5622334254839656448", &format!("T{place}")));
    }
    rows.extend([TOTALS.to_owned(), SUMS.to_owned()]);
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(flaws(&file(&rows)), ["100002 TooManyRows 100001 → 100000"]);
}

#[test]
fn rows_that_a_bill_of_this_kind_cannot_have_are_refused() {
    let payments = HEADER.replace(
        "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,",
        "",
    );
    let payments = payments.replace("申请退款金额,", "");
    let row = REFUNDED.replace(
        "`50302709992024070991956632208,`5622435300878286848,`50.00,`0.00,`ORIGINAL,`SUCCESS,",
        "",
    );
    let row = row.replace("`0.00,`50.00,`", "`0.00,`");
    assert_eq!(
        flaws(&file(&[&payments, &row, TOTALS, SUMS])),
        ["2 交易状态 NotInThisBill REFUND"]
    );
    let refunds = HEADER.replace("代金券金额,微", "代金券金额,退款申请时间,退款成功时间,微");
    let row = PAID.replace("60.00,`0.00,`0,`0", "60.00,`0.00,`,`,`0,`0");
    assert_eq!(
        flaws(&file(&[&refunds, &row, TOTALS, SUMS])),
        ["2 交易状态 NotInThisBill SUCCESS"]
    );
}

/// There the first column tells when the payment was made, and another when the refund was asked for.
#[test]
fn a_bill_of_refunds_compares_when_they_were_asked_for() {
    let refunds = HEADER.replace("代金券金额,微", "代金券金额,退款申请时间,退款成功时间,微");
    let sums = "`1,`0.00,`50.00,`0.00,`-0.27000,`0.00,`50.00";
    let bill = |asked: &str, arrived: &str| {
        let times = format!("`0.00,`{asked},`{arrived},`5030");
        let row = REFUNDED.replacen("`0.00,`5030", &times, 1);
        flaws(&file(&[&refunds, &row, TOTALS, sums]))
    };
    let later = "2024-07-09 17:00:00";
    assert_eq!(bill(later, later), [""; 0]);
    assert_eq!(bill(later, ""), [""; 0]);
    assert_eq!(
        bill("2024-07-09 16:00:00", later),
        ["2 退款申请时间 RefundTooEarly 2024-07-09 16:00:00 → 2024-07-09 16:47:58"]
    );
    assert_eq!(
        bill("", later),
        ["2 退款申请时间 BlankCell → 2024-07-09 10:06:33"]
    );
    assert_eq!(
        bill(later, "soon"),
        ["2 退款成功时间 BadForm soon → 2024-07-09 10:06:33"]
    );
}
