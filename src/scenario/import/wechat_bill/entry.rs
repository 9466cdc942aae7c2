//! A row of a trade bill, understood: what was paid or refunded, when, at which rate, and whether the fee
//! in the file is the one that the rate gives.

use std::collections::BTreeMap;

use super::table::{Flaws, Row, Table};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::scenario::document::form;
use crate::scenario::limits::{AMOUNT_MAX, NAME_CHARS_MAX};
use crate::scenario::problem::FileFlaw;
use crate::scenario::v1::BillNote;

/// Columns that the engine never computes: kept as they stand unless blank.
const KEPT: [&str; 11] = [
    "公众账号ID",
    "商户号",
    "特约商户号",
    "设备号",
    "微信订单号",
    "用户标识",
    "交易类型",
    "付款银行",
    "货币种类",
    "退款类型",
    "商品名称",
];

/// The same, behind the columns that are kept only sometimes.
const KEPT_LAST: [&str; 2] = ["商户数据包", "费率备注"];

/// Hundred-thousandths of a yuan in a fen: fees stand in the file with five decimals.
const FEE_UNITS: i64 = 1_000;

/// One row.
pub(super) struct Entry<'a> {
    /// Line in the file.
    pub(super) line: u32,
    /// When it was paid, or when the refund was asked for.
    pub(super) at: WallClock,
    /// What is settled of the order, or what the payer got back.
    pub(super) amount: Money,
    /// Whether it is a refund.
    pub(super) is_refund: bool,
    /// The merchant's number; for a sub-merchant, the service provider's.
    pub(super) merchant: &'a str,
    /// The sub-merchant's number, if any.
    pub(super) sub_merchant: Option<&'a str>,
    /// The rate.
    pub(super) rate: Rate,
    /// The channel's number of the order.
    pub(super) order: &'a str,
    /// The numbers that could name the entry, the merchant's own first.
    pub(super) names: [&'a str; 2],
    /// What the engine does not compute.
    pub(super) note: BillNote,
}

/// Understands every row, and compares fees and totals.
pub(super) fn entries<'a>(table: &Table<'a>, flaws: &mut Flaws) -> Vec<Entry<'a>> {
    let mut sums = Sums::default();
    let mut entries = Vec::new();
    for (place, row) in (1_u32..).zip(&table.rows) {
        let reader = Reader {
            row,
            columns: &table.columns,
        };
        match reader.entry(place, &mut sums) {
            Ok(entry) => entries.push(entry),
            Err((reason, found)) => flaws.add(row.line, reason, found),
        }
    }
    // Totals of a file with rows that nobody understood would differ for that reason alone.
    if flaws.is_empty() {
        sums.compare(table, flaws);
    }
    entries
}

type Flawed<'a> = (FileFlaw, &'a str);

struct Reader<'t, 'a> {
    row: &'t Row<'a>,
    columns: &'t BTreeMap<&'a str, usize>,
}

impl<'a> Reader<'_, 'a> {
    fn text(&self, name: &str) -> &'a str {
        self.row.cell(self.columns, name).unwrap_or_default()
    }

    /// An amount with two decimals; absent columns hold nothing.
    fn amount(&self, name: &str) -> Result<Money, Flawed<'a>> {
        let Some(cell) = self.row.cell(self.columns, name) else {
            return Ok(Money::ZERO);
        };
        Money::parse(cell)
            .ok()
            .filter(|amount| !amount.is_negative() && *amount <= AMOUNT_MAX)
            .ok_or((FileFlaw::BadCell, cell))
    }

    fn entry(&self, place: u32, sums: &mut Sums) -> Result<Entry<'a>, Flawed<'a>> {
        let state = self.text("交易状态");
        let is_refund = match state {
            "SUCCESS" => false,
            "REFUND" | "REVOKED" => true,
            _ => return Err((FileFlaw::UnsupportedRow, state)),
        };
        let currency = self.text("货币种类");
        if !matches!(currency, "" | "CNY") {
            return Err((FileFlaw::UnsupportedRow, currency));
        }
        // A refund that failed gave nobody anything; what then happens to the money the bill does not say.
        if is_refund && self.text("退款状态") == "FAIL" {
            return Err((FileFlaw::UnsupportedRow, "FAIL"));
        }
        let amount_column = if is_refund {
            "退款金额"
        } else {
            "应结订单金额"
        };
        let amount = self.amount(amount_column)?;
        if !amount.is_positive() {
            return Err((FileFlaw::UnsupportedRow, self.text(amount_column)));
        }
        let rate_cell = self.text("费率");
        let rate = percent(rate_cell).ok_or((FileFlaw::BadCell, rate_cell))?;
        self.fee(amount, rate, is_refund, sums)?;
        sums.add(self, is_refund)?;
        let sub_merchant = self.text("特约商户号");
        Ok(Entry {
            line: self.row.line,
            at: self.at()?,
            amount,
            is_refund,
            merchant: self.id("商户号")?,
            sub_merchant: match sub_merchant {
                "" | "0" => None,
                _ => Some(self.id("特约商户号")?),
            },
            rate,
            order: self.id("微信订单号")?,
            names: if is_refund {
                [self.text("商户退款单号"), self.text("微信退款单号")]
            } else {
                [self.text("商户订单号"), self.text("微信订单号")]
            },
            note: self.note(place, is_refund)?,
        })
    }

    /// In a file of refunds only, the first column repeats the time of payment.
    fn at(&self) -> Result<WallClock, Flawed<'a>> {
        let cell = match self.row.cell(self.columns, "退款申请时间") {
            Some(asked) if !asked.is_empty() => asked,
            _ => self.text("交易时间"),
        };
        form::moment(&cell.replacen(' ', "T", 1)).map_err(|_| (FileFlaw::BadCell, cell))
    }

    fn id(&self, name: &str) -> Result<&'a str, Flawed<'a>> {
        let cell = self.text(name);
        form::id(cell).map_err(|_| (FileFlaw::BadCell, cell))
    }

    /// The fee of each row is its amount times its rate, half a fen up.
    fn fee(
        &self,
        amount: Money,
        rate: Rate,
        is_refund: bool,
        sums: &mut Sums,
    ) -> Result<(), Flawed<'a>> {
        let cell = self.text("手续费");
        let found = fee_units(cell).ok_or((FileFlaw::BadCell, cell))?;
        let fee = rate
            .of(amount, Rounding::HalfUp)
            .map_err(|_| (FileFlaw::BadCell, cell))?;
        let due = fee.minor().saturating_mul(FEE_UNITS);
        let due = if is_refund { due.saturating_neg() } else { due };
        // Of several refunds of one payment the last may give back a fen more or less: no source says how.
        let room = if is_refund { FEE_UNITS } else { 0 };
        if found.rem_euclid(FEE_UNITS) != 0 || found.saturating_sub(due).saturating_abs() > room {
            return Err((FileFlaw::BadCell, cell));
        }
        sums.fee = sums.fee.saturating_add(found);
        Ok(())
    }

    /// What the engine does not compute, in the order of the bill's columns.
    fn note(&self, place: u32, is_refund: bool) -> Result<BillNote, Flawed<'a>> {
        let mut fields = Vec::new();
        let mut keep = |name: &str, cell: &'a str| {
            form::name(cell, NAME_CHARS_MAX, true).map_err(|_| (FileFlaw::BadCell, cell))?;
            fields.push((name.to_owned(), cell.to_owned()));
            Ok(())
        };
        for name in KEPT.iter().filter(|name| !self.text(name).is_empty()) {
            keep(name, self.text(name))?;
        }
        let sometimes = [
            ("交易状态", self.text("交易状态") == "REVOKED"),
            ("商户订单号", true),
            (
                "代金券金额",
                !matches!(self.text("代金券金额"), "" | "0.00"),
            ),
            (
                "充值券退款金额",
                !matches!(self.text("充值券退款金额"), "" | "0.00"),
            ),
            (
                "微信退款单号",
                is_refund && !self.text("微信退款单号").is_empty(),
            ),
            (
                "商户退款单号",
                is_refund && !self.text("商户退款单号").is_empty(),
            ),
            (
                "退款状态",
                is_refund && !matches!(self.text("退款状态"), "" | "SUCCESS"),
            ),
            (
                "费率",
                percent(self.text("费率"))
                    .is_some_and(|rate| self.text("费率") != format!("{}%", rate.percent())),
            ),
            (
                "订单金额",
                !is_refund
                    && !matches!(self.text("订单金额"), "")
                    && self.text("订单金额") != self.text("应结订单金额"),
            ),
            (
                "申请退款金额",
                is_refund
                    && !matches!(self.text("申请退款金额"), "")
                    && self.text("申请退款金额") != self.text("退款金额"),
            ),
        ];
        for (name, kept) in sometimes {
            if kept {
                keep(name, self.text(name))?;
            }
        }
        for name in KEPT_LAST.iter().filter(|name| !self.text(name).is_empty()) {
            keep(name, self.text(name))?;
        }
        Ok(BillNote { place, fields })
    }
}

/// `0.54%` as a rate: per cent with at most four decimals.
fn percent(cell: &str) -> Option<Rate> {
    let digits = cell.strip_suffix('%')?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = !whole.is_empty() && plain(whole) && plain(fraction) && fraction.len() <= 4;
    let ppm = format!("{whole}{fraction:0<4}")
        .parse()
        .ok()
        .filter(|_| shaped);
    ppm.and_then(Rate::of_ppm)
}

/// `-0.27000` as hundred-thousandths of a yuan.
fn fee_units(cell: &str) -> Option<i64> {
    let (sign, digits) = match cell.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", cell),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = !whole.is_empty() && plain(whole) && plain(fraction) && fraction.len() <= 5;
    format!("{sign}{whole}{fraction:0<5}")
        .parse()
        .ok()
        .filter(|_| shaped)
}

/// What the rows add up to, in hundred-thousandths of a yuan.
#[derive(Default)]
struct Sums {
    rows: i64,
    settled: i64,
    ordered: i64,
    refunded: i64,
    vouchers: i64,
    asked: i64,
    fee: i64,
}

impl Sums {
    fn add<'a>(&mut self, reader: &Reader<'_, 'a>, is_refund: bool) -> Result<(), Flawed<'a>> {
        let units = |name: &str| {
            let amount = reader.amount(name)?;
            Ok(amount.minor().saturating_mul(FEE_UNITS))
        };
        self.rows = self.rows.saturating_add(1);
        if is_refund {
            self.refunded = self.refunded.saturating_add(units("退款金额")?);
            self.vouchers = self.vouchers.saturating_add(units("充值券退款金额")?);
            self.asked = self.asked.saturating_add(units("申请退款金额")?);
        } else {
            self.settled = self.settled.saturating_add(units("应结订单金额")?);
            self.ordered = self.ordered.saturating_add(units("订单金额")?);
        }
        Ok(())
    }

    /// The totals that the file has must be those of its rows.
    fn compare(&self, table: &Table<'_>, flaws: &mut Flaws) {
        let Some(row) = &table.totals else {
            return;
        };
        let count = row
            .cell(&table.totals_columns, "总交易单数")
            .unwrap_or_default();
        // Some files print counts as `20.0`.
        let whole = count.strip_suffix(".0").unwrap_or(count);
        if whole.parse() != Ok(self.rows) {
            flaws.add(row.line, FileFlaw::TotalsDiffer, count);
        }
        for (name, sum) in [
            ("应结订单总金额", self.settled),
            ("订单总金额", self.ordered),
            ("退款总金额", self.refunded),
            ("充值券退款总金额", self.vouchers),
            ("申请退款总金额", self.asked),
            ("手续费总金额", self.fee),
        ] {
            if let Some(cell) = row.cell(&table.totals_columns, name)
                && fee_units(cell) != Some(sum)
            {
                flaws.add(row.line, FileFlaw::TotalsDiffer, cell);
            }
        }
    }
}
