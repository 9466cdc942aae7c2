//! A channel's trade bill (交易账单) as a document knows it: its types, its columns and totals by name, and the
//! headers under which an imported one stood.

mod notes;

use std::collections::BTreeSet;

pub(super) use self::notes::problems;

use super::document::form;
use super::problem::{Form, Problem, ProblemKind};
use super::v1::BillForm;

/// Names of columns and totals that other editions of a bill use, and the name that we use.
const OLD_NAMES: [(&str, &str); 13] = [
    ("收支金额（元）", "收支金额(元)"),
    ("账户结余（元）", "账户结余(元)"),
    ("服务商的APPID", "公众账号ID"),
    ("子商户号", "特约商户号"),
    ("总金额", "应结订单金额"),
    ("代金券或立减优惠金额", "代金券金额"),
    ("企业红包金额", "代金券金额"),
    ("代金券或立减优惠退款金额", "充值券退款金额"),
    ("企业红包退款金额", "充值券退款金额"),
    ("总退款金额", "退款总金额"),
    ("总代金券或立减优惠退款金额", "充值券退款总金额"),
    ("总企业红包退款金额", "充值券退款总金额"),
    // Every published legacy file adds up 总金额 here, refunds apart.
    ("总交易额", "应结订单总金额"),
];

/// Columns of all types together, in the order of the longest one, REFUND.
pub(crate) const COLUMNS: [&str; 29] = [
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
    "退款申请时间",
    "退款成功时间",
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "充值券退款金额",
    "退款类型",
    "退款状态",
    "商品名称",
    "商户数据包",
    "手续费",
    "费率",
    "订单金额",
    "申请退款金额",
    "费率备注",
];

/// All totals.
pub(crate) const TOTALS: [&str; 7] = [
    "总交易单数",
    "应结订单总金额",
    "退款总金额",
    "充值券退款总金额",
    "手续费总金额",
    "订单总金额",
    "申请退款总金额",
];

/// Where the money of a refund can go, in the channel's words; blank where the bill does not say.
pub(crate) const REFUND_TYPES: [&str; 5] =
    ["", "ORIGINAL", "BALANCE", "OTHER_BALANCE", "OTHER_BANKCARD"];

/// The name of a column or total that we use, whatever edition of a bill it stands in.
pub(crate) fn canonical(name: &str) -> &str {
    let name = name.trim().trim_start_matches('`');
    let mut old = OLD_NAMES.iter();
    old.find(|(old, _)| *old == name)
        .map_or(name, |(_, canonical)| *canonical)
}

/// A type of trade bill.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Edition {
    /// ALL: payments and refunds.
    All,
    /// SUCCESS: payments.
    Success,
    /// REFUND: refunds, with the times at which they were asked for and arrived.
    Refund,
}

/// A column that only REFUND has.
const ASKED_AT: &str = "退款申请时间";

/// Columns of REFUND that ALL does not have.
const REFUND_ONLY: [&str; 2] = [ASKED_AT, "退款成功时间"];

/// A column that SUCCESS does not have.
const REFUND_NUMBER: &str = "微信退款单号";

/// Columns that speak of a refund, which SUCCESS does not have.
const OF_REFUNDS: [&str; 7] = [
    REFUND_NUMBER,
    "商户退款单号",
    "退款金额",
    "充值券退款金额",
    "退款类型",
    "退款状态",
    "申请退款金额",
];

/// Totals of SUCCESS, by the public format description.
const SUCCESS_TOTALS: [&str; 4] = ["总交易单数", "应结订单总金额", "手续费总金额", "订单总金额"];

impl Edition {
    const ALL: [Edition; 3] = [Edition::All, Edition::Success, Edition::Refund];

    /// The type of bill whose columns these are, by our names.
    pub(crate) fn of(columns: &[&str]) -> Edition {
        if columns.contains(&ASKED_AT) {
            Edition::Refund
        } else if columns.contains(&REFUND_NUMBER) {
            Edition::All
        } else {
            Edition::Success
        }
    }

    /// Whether a row of a payment or a refund stands in the bill.
    pub(crate) const fn takes(self, is_refund: bool) -> bool {
        match self {
            Edition::All => true,
            Edition::Success => !is_refund,
            Edition::Refund => is_refund,
        }
    }

    /// The columns of a bill that is made new.
    pub(crate) fn columns(self) -> impl Iterator<Item = &'static str> {
        COLUMNS.into_iter().filter(move |name| match self {
            Edition::All => !REFUND_ONLY.contains(name),
            Edition::Success => !REFUND_ONLY.contains(name) && !OF_REFUNDS.contains(name),
            Edition::Refund => true,
        })
    }

    /// The totals of a bill that is made new.
    pub(crate) fn totals(self) -> impl Iterator<Item = &'static str> {
        TOTALS.into_iter().filter(move |total| match self {
            Edition::All | Edition::Refund => true,
            Edition::Success => SUCCESS_TOTALS.contains(total),
        })
    }
}

/// The headers of a file as they stand, unless they are those of a bill that is made new.
pub(super) fn form_of(columns: &str, totals: &str) -> Option<BillForm> {
    let is_usual = |edition: Edition| {
        edition.columns().eq(columns.split(',')) && edition.totals().eq(totals.split(','))
    };
    let is_usual = Edition::ALL.into_iter().any(is_usual);
    (!is_usual).then(|| BillForm {
        columns: columns.to_owned(),
        totals: totals.to_owned(),
    })
}

/// What is wrong with the headers of a bill: they are names that we know, each once.
fn headers_wrong(form: &BillForm) -> Vec<Problem> {
    let known = |text: &str, names: &[&str], first: &str| {
        let mut seen = BTreeSet::new();
        let mut found = text.split(',').map(canonical);
        let is_sound = found.all(|name| names.contains(&name) && seen.insert(name));
        is_sound && seen.contains(first)
    };
    let bad = |field: &str, text: &str| Problem {
        path: format!("bill_form.{field}"),
        kind: ProblemKind::BadForm {
            form: Form::BillHeader,
            found: form::shown(text),
        },
    };
    let mut wrong = Vec::new();
    if !known(&form.columns, &COLUMNS, "交易状态") {
        wrong.push(bad("columns", &form.columns));
    }
    if !known(&form.totals, &TOTALS, "总交易单数") {
        wrong.push(bad("totals", &form.totals));
    }
    wrong
}
