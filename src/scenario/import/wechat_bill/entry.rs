//! A row of a trade bill, understood: what was paid or refunded, when, at which rate, and whether the fee
//! in the file is the one that the rate gives.

use std::collections::BTreeMap;

use super::super::bill_table::{Flaws, Row, Table, whole_count};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::scenario::document::form;
use crate::scenario::limits::AMOUNT_MAX;
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

const PAID_AT: &str = "交易时间";
const ASKED_AT: &str = "退款申请时间";
const FEE: &str = "手续费";

/// Hundred-thousandths of a yuan in a fen: fees stand in the file with five decimals.
const FEE_UNITS: i64 = 1_000;

/// One row.
pub(super) struct Entry<'a> {
    /// Line in the file.
    pub(super) line: u32,
    /// When it was paid, or when the refund was asked for.
    pub(super) at: WallClock,
    /// When the payment was made that a refund refunds, where the bill tells.
    pub(super) paid_at: Option<WallClock>,
    /// What is settled of the order, or what the payer got back.
    pub(super) amount: Money,
    /// The fee, below zero for refunds.
    pub(super) fee: Money,
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

/// When the payment of a refund was made, as a note keeps it.
pub(super) fn paid_at_field(entry: &Entry<'_>) -> (String, String) {
    let told = entry.paid_at.unwrap_or(entry.at).to_string();
    (PAID_AT.to_owned(), told.replace('T', " "))
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
            Err((reason, column, found)) => flaws.add_in(row.line, column, reason, found),
        }
    }
    // Totals of a file with rows that nobody understood would differ for that reason alone.
    if flaws.is_empty() {
        sums.compare(table, flaws);
    }
    entries
}

/// What is wrong with a row: the reason, the column, what was found.
type Flawed<'a> = (FileFlaw, &'static str, &'a str);

struct Reader<'t, 'a> {
    row: &'t Row<'a>,
    columns: &'t BTreeMap<&'a str, usize>,
}

impl<'a> Reader<'_, 'a> {
    fn text(&self, name: &str) -> &'a str {
        self.row.cell(self.columns, name).unwrap_or_default()
    }

    /// An amount with two decimals; absent columns hold nothing.
    fn amount(&self, name: &'static str) -> Result<Money, Flawed<'a>> {
        let Some(cell) = self.row.cell(self.columns, name) else {
            return Ok(Money::ZERO);
        };
        Money::parse(cell)
            .ok()
            .filter(|amount| !amount.is_negative() && *amount <= AMOUNT_MAX)
            .ok_or((FileFlaw::BadCell, name, cell))
    }

    fn entry(&self, place: u32, sums: &mut Sums) -> Result<Entry<'a>, Flawed<'a>> {
        let state = self.text("交易状态");
        let is_refund = match state {
            "SUCCESS" => false,
            "REFUND" | "REVOKED" => true,
            _ => return Err((FileFlaw::UnsupportedRow, "交易状态", state)),
        };
        let currency = self.text("货币种类");
        if !matches!(currency, "" | "CNY") {
            return Err((FileFlaw::UnsupportedRow, "货币种类", currency));
        }
        // A refund that failed gave nobody anything; what then happens to the money the bill does not say.
        if is_refund && self.text("退款状态") == "FAIL" {
            return Err((FileFlaw::UnsupportedRow, "退款状态", "FAIL"));
        }
        let amount_column = if is_refund {
            "退款金额"
        } else {
            "应结订单金额"
        };
        let amount = self.amount(amount_column)?;
        if !amount.is_positive() {
            let found = self.text(amount_column);
            return Err((FileFlaw::UnsupportedRow, amount_column, found));
        }
        let rate_cell = self.text("费率");
        let rate = percent(rate_cell).ok_or((FileFlaw::BadCell, "费率", rate_cell))?;
        let fee = self.fee(amount, rate, is_refund, sums)?;
        sums.add(self, is_refund)?;
        let sub_merchant = self.text("特约商户号");
        Ok(Entry {
            line: self.row.line,
            at: self.at()?,
            paid_at: self.paid_at()?,
            amount,
            fee,
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

    fn at(&self) -> Result<WallClock, Flawed<'a>> {
        match self.asked_at() {
            Some(column) => self.moment(column),
            None => self.moment(PAID_AT),
        }
    }

    /// In a bill of refunds only, when the payment was made: there the first column tells that.
    fn paid_at(&self) -> Result<Option<WallClock>, Flawed<'a>> {
        match self.asked_at() {
            Some(_) => self.moment(PAID_AT).map(Some),
            None => Ok(None),
        }
    }

    /// The column in which a bill of refunds only tells when a refund was asked for.
    fn asked_at(&self) -> Option<&'static str> {
        (!self.text(ASKED_AT).is_empty()).then_some(ASKED_AT)
    }

    fn moment(&self, column: &'static str) -> Result<WallClock, Flawed<'a>> {
        let cell = self.text(column);
        let moment = form::moment(&cell.replacen(' ', "T", 1));
        moment.map_err(|_| (FileFlaw::BadCell, column, cell))
    }

    fn id(&self, name: &'static str) -> Result<&'a str, Flawed<'a>> {
        let cell = self.text(name);
        form::id(cell).map_err(|_| (FileFlaw::BadCell, name, cell))
    }

    /// The fee in the file, below zero for refunds; it must be the row's amount times its rate, half a fen up.
    fn fee(
        &self,
        amount: Money,
        rate: Rate,
        is_refund: bool,
        sums: &mut Sums,
    ) -> Result<Money, Flawed<'a>> {
        let cell = self.text(FEE);
        let bad = (FileFlaw::BadCell, FEE, cell);
        let found = fee_units(cell).ok_or(bad)?;
        let fee = rate.of(amount, Rounding::HalfUp).map_err(|_| bad)?;
        let due = fee.minor().saturating_mul(FEE_UNITS);
        let due = if is_refund { due.saturating_neg() } else { due };
        // Of several refunds of one payment the last may give back a fen more or less: no source says how.
        let room = if is_refund { FEE_UNITS } else { 0 };
        if found.rem_euclid(FEE_UNITS) != 0 || found.saturating_sub(due).saturating_abs() > room {
            return Err(bad);
        }
        sums.fee = sums.fee.saturating_add(found);
        Money::of_minor(found.div_euclid(FEE_UNITS)).map_err(|_| bad)
    }

    /// What the engine does not compute, in the order of the bill's columns.
    fn note(&self, place: u32, is_refund: bool) -> Result<BillNote, Flawed<'a>> {
        let mut fields = Vec::new();
        let mut keep = |name: &'static str, cell: &'a str| {
            form::imported(cell).map_err(|_| (FileFlaw::BadCell, name, cell))?;
            fields.push((name.to_owned(), cell.to_owned()));
            Ok(())
        };
        for name in KEPT.into_iter().filter(|name| !self.text(name).is_empty()) {
            keep(name, self.text(name))?;
        }
        let arrived = self.text("退款成功时间");
        let sometimes = [
            ("交易状态", self.text("交易状态") == "REVOKED"),
            (
                "退款成功时间",
                !arrived.is_empty() && arrived != self.text(ASKED_AT),
            ),
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
        for name in KEPT_LAST
            .into_iter()
            .filter(|name| !self.text(name).is_empty())
        {
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
        let units = |name: &'static str| {
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
        if whole_count(count) != Some(self.rows) {
            flaws.add_in(row.line, "总交易单数", FileFlaw::TotalsDiffer, count);
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
                flaws.add_in(row.line, name, FileFlaw::TotalsDiffer, cell);
            }
        }
    }
}
