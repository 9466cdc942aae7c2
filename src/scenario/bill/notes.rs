//! The cells of a trade bill that a payment or refund may keep, because no engine computes them.
//!
//! A cell that the engine computes (an amount, a fee, a moment) cannot be set, and each other cell holds what its
//! column can hold, so that the bill of a run is never another than its rows and totals say.

use std::collections::BTreeMap;

use crate::base::money::Money;
use crate::scenario::document::check::below;
use crate::scenario::document::form;
use crate::scenario::limits::AMOUNT_MAX;
use crate::scenario::problem::{Form, Problem, ProblemKind};
use crate::scenario::v1::{BillNote, Scenario};

/// What the cell of a column can hold, where a note may set it.
#[derive(Clone, Copy)]
enum Cell {
    /// Any text.
    Text,
    /// A number that somebody gave: any text but one that a spreadsheet has rounded.
    Number,
    /// A word of the channel's: capitals, digits and `_`.
    Code,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A moment, with a blank before the time.
    Moment,
    /// A rate in per cent.
    Percent,
    /// What a voucher paid or got back.
    Voucher,
    /// The amount with vouchers, never less than what is settled or refunded.
    WithVouchers,
}

/// Every column that a note may set, in the order of a bill.
const SETTABLE: [&str; 25] = [
    "交易时间",
    "公众账号ID",
    "商户号",
    "特约商户号",
    "设备号",
    "微信订单号",
    "商户订单号",
    "用户标识",
    "交易类型",
    "交易状态",
    "付款银行",
    "货币种类",
    "应结订单金额",
    "代金券金额",
    "退款成功时间",
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "充值券退款金额",
    "退款类型",
    "退款状态",
    "商品名称",
    "商户数据包",
    "费率",
    "费率备注",
];

/// Settable as well, and held to the amount of the row: of payments, of refunds.
const WITH_VOUCHERS: [&str; 2] = ["订单金额", "申请退款金额"];

/// What a column can hold in the row of a payment or of a refund; nothing where it cannot be set.
fn cell(column: &str, is_refund: bool) -> Option<Cell> {
    Some(match (column, is_refund) {
        ("公众账号ID" | "设备号" | "用户标识" | "商品名称" | "商户数据包" | "费率备注", _) => {
            Cell::Text
        }
        ("商户号" | "特约商户号" | "微信订单号" | "商户订单号", _) => {
            Cell::Number
        }
        ("微信退款单号" | "商户退款单号", true) => Cell::Number,
        ("交易类型" | "付款银行", _) => Cell::Code,
        ("交易状态", false) => Cell::Word(&["SUCCESS"]),
        ("交易状态", true) => Cell::Word(&["REFUND", "REVOKED"]),
        ("货币种类", _) => Cell::Word(&["CNY", ""]),
        ("退款类型", true) => Cell::Word(&super::REFUND_TYPES),
        ("退款状态", true) => Cell::Word(&["SUCCESS", ""]),
        ("退款类型" | "退款状态", false) => Cell::Word(&[""]),
        ("交易时间" | "退款成功时间", true) => Cell::Moment,
        ("费率", _) => Cell::Percent,
        ("代金券金额", false) | ("充值券退款金额", true) => Cell::Voucher,
        ("订单金额", false) | ("申请退款金额", true) => Cell::WithVouchers,
        // A payment's row says nothing of a refund and the other way round, with a zero or a blank.
        (
            "微信退款单号" | "商户退款单号" | "退款金额" | "充值券退款金额" | "申请退款金额",
            false,
        )
        | ("应结订单金额" | "代金券金额" | "订单金额", true) => {
            Cell::Word(&["0", "0.00", ""])
        }
        _ => return None,
    })
}

/// Everything that is wrong with what a document keeps of bills.
pub(in crate::scenario) fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut orders: BTreeMap<&str, String> = BTreeMap::new();
    for (place, payment) in scenario.payments.iter().enumerate() {
        let Some(note) = &payment.bill else { continue };
        let path = format!("payments[{place}].bill.fields");
        // A bill has a row for each line, and vouchers of one line only can be told.
        let amount = payment.lines.first().map(|line| line.amount);
        notes(&path, note, (false, amount), &mut found);
        twice(&path, "微信订单号", note, &mut orders, &mut found);
    }
    found.extend(scenario.bill_form.iter().flat_map(super::headers_wrong));
    let mut refunds: BTreeMap<&str, String> = BTreeMap::new();
    for (place, refund) in scenario.refunds.iter().enumerate() {
        let Some(note) = &refund.bill else { continue };
        let path = format!("refunds[{place}].bill.fields");
        notes(&path, note, (true, Some(refund.amount)), &mut found);
        twice(&path, "微信退款单号", note, &mut refunds, &mut found);
    }
    found
}

fn notes(
    path: &str,
    note: &BillNote,
    (is_refund, amount): (bool, Option<Money>),
    found: &mut Vec<Problem>,
) {
    for (column, text) in &note.fields {
        let flaw = match cell(column, is_refund) {
            Some(cell) => holds(cell, text, amount),
            // A sign that nobody sees is told as such.
            None if form::seen(column).is_err() => Ok(()),
            None => Err(ProblemKind::UnknownField {
                found: form::shown(column),
                allowed: settable(is_refund),
            }),
        };
        if let Err(kind) = flaw {
            let path = format!("{path}{}", below(column));
            found.push(Problem { path, kind });
        }
    }
}

fn settable(is_refund: bool) -> Vec<String> {
    let columns = SETTABLE.into_iter().chain(WITH_VOUCHERS);
    let settable = columns.filter(|column| cell(column, is_refund).is_some());
    settable.map(str::to_owned).collect()
}

fn holds(cell: Cell, text: &str, amount: Option<Money>) -> Result<(), ProblemKind> {
    let bad = |form| {
        let found = form::shown(text);
        Err(ProblemKind::BadForm { form, found })
    };
    match cell {
        Cell::Text => Ok(()),
        Cell::Number if is_rounded(text) => bad(Form::BillNumber),
        Cell::Number => Ok(()),
        Cell::Code if text.bytes().all(is_code) => Ok(()),
        Cell::Code => bad(Form::BillCode),
        Cell::Word(words) if words.contains(&text) => Ok(()),
        Cell::Word(words) => Err(ProblemKind::UnknownValue {
            found: form::shown(text),
            allowed: words.iter().map(|word| (*word).to_owned()).collect(),
        }),
        Cell::Moment if text.is_empty() || is_moment(text) => Ok(()),
        Cell::Moment => bad(Form::BillMoment),
        Cell::Percent if is_percent(text) => Ok(()),
        Cell::Percent => bad(Form::BillRate),
        Cell::Voucher => within(text, Money::ZERO),
        Cell::WithVouchers => within(text, amount.unwrap_or(Money::ZERO)),
    }
}

/// An amount as a bill writes it, between a least one and the limit of all amounts.
fn within(text: &str, least: Money) -> Result<(), ProblemKind> {
    let amount = Money::parse(text)
        .ok()
        .filter(|amount| amount.plain() == text || text == "0");
    let Some(amount) = amount else {
        let found = form::shown(text);
        let form = Form::Amount;
        return Err(ProblemKind::BadForm { form, found });
    };
    if amount < least || amount > AMOUNT_MAX {
        return Err(ProblemKind::OutOfRange {
            found: amount.plain(),
            min: least.plain(),
            max: AMOUNT_MAX.plain(),
        });
    }
    Ok(())
}

/// Whether a number is one that a spreadsheet has rounded: `2.02101E+19`.
fn is_rounded(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.strip_prefix(['+', '-']);
    let digits = digits.split_once('.');
    digits.is_some_and(|(whole, part)| !whole.is_empty() && is_number(whole) && is_number(part))
        && exponent.is_some_and(|exponent| !exponent.is_empty() && is_number(exponent))
}

const fn is_code(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'
}

fn is_moment(text: &str) -> bool {
    text.len() == 19 && form::moment(&text.replacen(' ', "T", 1)).is_ok() && !text.contains('T')
}

fn is_percent(text: &str) -> bool {
    let digits = text.strip_suffix('%').unwrap_or_default();
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    !whole.is_empty() && whole.len() <= 3 && fraction.len() <= 4 && plain(whole) && plain(fraction)
}

/// A number of the channel's belongs to one row.
fn twice<'a>(
    path: &str,
    column: &str,
    note: &'a BillNote,
    seen: &mut BTreeMap<&'a str, String>,
    found: &mut Vec<Problem>,
) {
    let mut fields = note.fields.iter();
    let Some((_, number)) = fields.find(|(name, _)| name == column) else {
        return;
    };
    if matches!(number.as_str(), "" | "0") {
        return;
    }
    let here = format!("{path}{}", below(column));
    if let Some(first) = seen.get(number.as_str()) {
        let (id, first) = (form::shown(number), first.clone());
        let kind = ProblemKind::DuplicateId { id, first };
        found.push(Problem { path: here, kind });
    } else {
        seen.insert(number, here);
    }
}
