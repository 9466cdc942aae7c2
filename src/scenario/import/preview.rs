//! What a file is, before it replaces anything: its kind, its rows and sums, its span of time, and
//! everything that is wrong with it.

use serde::{Deserialize, Serialize};

use super::{bill_table, wechat_bill, wechat_fund};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::scenario::document;
use crate::scenario::problem::Problem;
use crate::scenario::v1::{Scenario, Words};

/// What a file was read as.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A scenario document.
    Scenario,
    /// A trade bill with payments and refunds.
    TradeBill,
    /// A trade bill of payments only.
    TradeBillSuccess,
    /// A trade bill of refunds only.
    TradeBillRefund,
    /// A trade bill with payments and refunds, of the older form without 订单金额.
    TradeBillLegacy,
    /// A fund bill; it can be looked at and compared, and becomes no scenario.
    FundBill,
    /// None of these.
    Unknown,
}

/// What was read of a file.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FileSeen {
    /// What it is.
    pub kind: FileKind,
    /// Its title, if it is a scenario or becomes one.
    pub title: Option<Words>,
    /// Payments, or movements that came: how many, and their sum.
    pub came: (u32, Money),
    /// Refunds, or movements that went: how many, and their sum.
    pub went: (u32, Money),
    /// Fees less fees given back, where the file tells.
    pub fees: Option<Money>,
    /// The balance after the last movement, where the file tells.
    pub balance: Option<Money>,
    /// Merchants of a bill, parties of a scenario.
    pub parties: u32,
    /// Moments of the first and the last row; start and end of a scenario.
    pub span: Option<(WallClock, WallClock)>,
    /// Everything that is wrong with it; with any problem it cannot be opened. A shell that reads this row back
    /// is told the problems in words beside it.
    #[serde(skip_deserializing)]
    pub problems: Vec<Problem>,
    /// Columns of a bill.
    #[serde(default)]
    pub columns: u32,
}

impl FileSeen {
    fn nothing(kind: FileKind, problems: Vec<Problem>) -> FileSeen {
        FileSeen {
            kind,
            title: None,
            came: (0, Money::ZERO),
            went: (0, Money::ZERO),
            fees: None,
            balance: None,
            parties: 0,
            span: None,
            problems,
            columns: 0,
        }
    }
}

/// Looks at a file: what it is, and the scenario that it is or becomes.
pub fn preview(bytes: &[u8]) -> (FileSeen, Option<Scenario>) {
    let text = match bill_table::text(bytes) {
        Ok(text) => text,
        Err(problems) => return (FileSeen::nothing(FileKind::Unknown, problems), None),
    };
    let kind = kind_of(text);
    let seen = match kind {
        FileKind::Scenario => document::read_text(text).map(|scenario| {
            let seen = of_scenario(&scenario);
            (seen, Some(scenario))
        }),
        FileKind::FundBill => wechat_fund::read(text).map(|bill| (of_funds(&bill), None)),
        _ => wechat_bill::read(text).map(|(scenario, seen)| {
            let seen = of_bill(kind, &scenario, &seen);
            (seen, Some(scenario))
        }),
    };
    let (mut seen, scenario) =
        seen.unwrap_or_else(|problems| (FileSeen::nothing(kind, problems), None));
    if !matches!(kind, FileKind::Scenario | FileKind::Unknown) {
        seen.columns = count(bill_table::width(text));
    }
    (seen, scenario)
}

fn kind_of(text: &str) -> FileKind {
    let has = |name| bill_table::has_column(text, name);
    if text.trim_start().starts_with('{') {
        FileKind::Scenario
    } else if has(wechat_fund::MARK) {
        FileKind::FundBill
    } else if !has("交易状态") || wechat_bill::LAYOUT.is_foreign(text) {
        FileKind::Unknown
    } else if has("退款申请时间") {
        FileKind::TradeBillRefund
    } else if !has("微信退款单号") {
        FileKind::TradeBillSuccess
    } else if !has("订单金额") {
        FileKind::TradeBillLegacy
    } else {
        FileKind::TradeBill
    }
}

fn of_bill(kind: FileKind, scenario: &Scenario, seen: &wechat_bill::Seen) -> FileSeen {
    FileSeen {
        title: Some(scenario.title.clone()),
        came: seen.payments,
        went: seen.refunds,
        fees: Some(seen.fees),
        parties: count(seen.merchants),
        span: seen.span,
        ..FileSeen::nothing(kind, Vec::new())
    }
}

fn of_funds(bill: &wechat_fund::FundBill) -> FileSeen {
    FileSeen {
        came: bill.income,
        went: bill.expense,
        balance: Some(bill.balance),
        parties: 1,
        span: bill.span,
        ..FileSeen::nothing(FileKind::FundBill, Vec::new())
    }
}

fn of_scenario(scenario: &Scenario) -> FileSeen {
    let lines = scenario.payments.iter().flat_map(|payment| &payment.lines);
    let sum = |amounts: &mut dyn Iterator<Item = Money>| {
        amounts.fold(Money::ZERO, |sum, amount| {
            sum.plus(amount).unwrap_or(Money::MAX)
        })
    };
    let ends = scenario.starts.plus_days(i64::from(scenario.days));
    FileSeen {
        title: Some(scenario.title.clone()),
        came: (
            count(scenario.payments.len()),
            sum(&mut lines.map(|line| line.amount)),
        ),
        went: (
            count(scenario.refunds.len()),
            sum(&mut scenario.refunds.iter().map(|refund| refund.amount)),
        ),
        parties: count(scenario.parties.len()),
        span: Some((scenario.starts, ends)),
        ..FileSeen::nothing(FileKind::Scenario, Vec::new())
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
