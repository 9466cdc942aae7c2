//! A row of a trade bill, understood by itself: what was paid or refunded, when, at which rate.
//!
//! A row that says two things that cannot both be true, or something that cannot be played, is refused with its
//! column and the reason. Whether the rows agree with each other is looked at afterwards (see `agreement`).

use std::collections::{BTreeMap, BTreeSet};

use super::super::bill_cell;
use super::super::bill_table::{Row, Table};
use super::super::flaws::{Flaw, Flaws};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::scenario::bill::REFUND_TYPES;
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

/// Columns in which somebody's number could have been destroyed by a spreadsheet.
const OWN_NUMBERS: [&str; 4] = ["设备号", "商户订单号", "微信退款单号", "商户退款单号"];

pub(super) const PAID_AT: &str = "交易时间";
pub(super) const ASKED_AT: &str = "退款申请时间";
pub(super) const FEE: &str = "手续费";
pub(super) const REFUNDED: &str = "退款金额";
const ARRIVED_AT: &str = "退款成功时间";
const STATE: &str = "交易状态";
const REFUND_STATE: &str = "退款状态";
const REFUND_TYPE: &str = "退款类型";
const CURRENCY: &str = "货币种类";

/// The least that a row can be about.
const FEN: Money = match Money::of_minor(1) {
    Ok(amount) => amount,
    Err(_) => Money::ZERO,
};

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
    /// What the payer was asked for, or the refund that was asked for: 订单金额, 申请退款金额.
    pub(super) asked: Money,
    /// Vouchers given back.
    pub(super) vouchers: Money,
    /// The numbers by which it is known.
    pub(super) numbers: Numbers<'a>,
}

/// The numbers by which a row is known.
pub(super) struct Numbers<'a> {
    /// Whether the order was taken back by the till; such rows may have no numbers of a refund.
    pub(super) is_revoked: bool,
    /// 商户订单号.
    pub(super) own_order: &'a str,
    /// 微信退款单号.
    pub(super) refund: &'a str,
    /// 商户退款单号.
    pub(super) own_refund: &'a str,
    /// The column that tells when it happened.
    pub(super) at: &'static str,
}

/// When the payment of a refund was made, as a note keeps it.
pub(super) fn paid_at_field(entry: &Entry<'_>) -> (String, String) {
    let told = entry.paid_at.unwrap_or(entry.at).to_string();
    (PAID_AT.to_owned(), told.replace('T', " "))
}

/// Understands every row.
pub(super) fn entries<'a>(table: &Table<'a>, flaws: &mut Flaws) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (place, row) in (1_u32..).zip(&table.rows) {
        let reader = Reader {
            row,
            columns: &table.columns,
        };
        match reader.entry(place) {
            Ok(entry) => entries.push(entry),
            Err(found) => {
                let mut told = BTreeSet::new();
                // A second reason against one cell says nothing new.
                for (column, flaw) in found.into_iter().filter(|(column, _)| told.insert(*column)) {
                    flaws.add_in(row.line, column, flaw, reader.text(column));
                }
            }
        }
    }
    entries
}

/// What is wrong with a row: the column and the reason.
type Flawed = (&'static str, Flaw);

fn flawed<T>(column: &'static str, reason: FileFlaw, expected: &str) -> Result<T, Flawed> {
    Err((column, Flaw::new(reason, expected)))
}

/// A part of a row; what is wrong with it joins the list.
fn taken<T>(part: Result<T, Flawed>, flaws: &mut Vec<Flawed>) -> Option<T> {
    part.map_err(|flaw| flaws.push(flaw)).ok()
}

/// The figures of a row.
struct Figures {
    amount: Money,
    rate: Rate,
    fee: Money,
    asked: Money,
    vouchers: Money,
}

struct Reader<'t, 'a> {
    row: &'t Row<'a>,
    columns: &'t BTreeMap<&'a str, usize>,
}

impl<'a> Reader<'_, 'a> {
    fn cell(&self, name: &str) -> Option<&'a str> {
        self.row.cell(self.columns, name)
    }

    fn text(&self, name: &str) -> &'a str {
        self.cell(name).unwrap_or_default()
    }

    /// A cell as something else.
    fn read<T>(
        &self,
        name: &'static str,
        read: impl Fn(&'a str) -> Result<T, Flaw>,
    ) -> Result<T, Flawed> {
        read(self.text(name)).map_err(|flaw| (name, flaw))
    }

    /// An amount; absent columns hold nothing.
    fn amount(&self, name: &'static str) -> Result<Money, Flawed> {
        match self.cell(name) {
            Some(_) => self.read(name, |cell| bill_cell::amount(cell, Money::ZERO)),
            None => Ok(Money::ZERO),
        }
    }

    /// The row, or everything that is wrong with it.
    fn entry(&self, place: u32) -> Result<Entry<'a>, Vec<Flawed>> {
        let is_refund = self.is_refund().map_err(|flaw| vec![flaw])?;
        let mut flaws = Vec::new();
        let fits = match is_refund {
            true => self.refunded(),
            false => self.paid(),
        };
        let fits = taken(fits, &mut flaws);
        let at = match self.text(ASKED_AT) {
            "" => PAID_AT,
            _ => ASKED_AT,
        };
        let when = taken(self.read(at, bill_cell::moment), &mut flaws);
        let paid_at = taken(self.read(PAID_AT, bill_cell::moment), &mut flaws);
        let sub_merchant = match self.text("特约商户号") {
            "" | "0" => Ok(None),
            _ => self.read("特约商户号", bill_cell::channel_number).map(Some),
        };
        let whose = [
            self.read("商户号", bill_cell::channel_number),
            self.read("微信订单号", bill_cell::channel_number),
        ];
        let [merchant, order] = whose.map(|number| taken(number, &mut flaws));
        let sub_merchant = taken(sub_merchant, &mut flaws);
        let numbers = taken(self.numbers(at), &mut flaws);
        let figures = taken(self.figures(is_refund), &mut flaws);
        let note = taken(self.note(place, is_refund), &mut flaws);
        let whose = merchant.zip(sub_merchant).zip(order).zip(numbers);
        let rest = when.zip(paid_at).zip(figures).zip(note).zip(fits);
        let Some((whose, rest)) = whose.zip(rest) else {
            return Err(flaws);
        };
        let (((merchant, sub_merchant), order), numbers) = whose;
        let ((((at, paid_at), figures), note), ()) = rest;
        Ok(Entry {
            line: self.row.line,
            at,
            paid_at: (numbers.at == ASKED_AT).then_some(paid_at),
            amount: figures.amount,
            fee: figures.fee,
            is_refund,
            merchant,
            sub_merchant,
            rate: figures.rate,
            order,
            names: match is_refund {
                true => [numbers.own_refund, numbers.refund],
                false => [numbers.own_order, order],
            },
            note,
            asked: figures.asked,
            vouchers: figures.vouchers,
            numbers,
        })
    }

    fn numbers(&self, at: &'static str) -> Result<Numbers<'a>, Flawed> {
        for name in OWN_NUMBERS {
            self.read(name, bill_cell::own_number)?;
        }
        Ok(Numbers {
            is_revoked: self.text(STATE) == "REVOKED",
            own_order: self.text("商户订单号"),
            refund: self.text("微信退款单号"),
            own_refund: self.text("商户退款单号"),
            at,
        })
    }

    fn figures(&self, is_refund: bool) -> Result<Figures, Flawed> {
        let [amount, asked] = match is_refund {
            true => [REFUNDED, "申请退款金额"],
            false => ["应结订单金额", "订单金额"],
        };
        let amount = self.read(amount, |cell| bill_cell::amount(cell, FEN))?;
        let rate = self.read("费率", bill_cell::rate)?;
        self.amount("代金券金额")?;
        Ok(Figures {
            amount,
            rate,
            fee: self.fee(amount, rate, is_refund)?,
            asked: self.amount(asked)?,
            vouchers: match is_refund {
                true => self.amount("充值券退款金额")?,
                false => Money::ZERO,
            },
        })
    }

    /// Which of the two a row is, and whether its currency is ours.
    fn is_refund(&self) -> Result<bool, Flawed> {
        let is_refund = match self.text(STATE) {
            "SUCCESS" => false,
            "REFUND" | "REVOKED" => true,
            cell if cell.trim().is_empty() => return flawed(STATE, FileFlaw::BlankCell, ""),
            _ => {
                let allowed = "SUCCESS、REFUND、REVOKED";
                return flawed(STATE, FileFlaw::UnknownWord, allowed);
            }
        };
        let has = |name| self.columns.contains_key(name);
        let fits = match is_refund {
            true => has(REFUNDED),
            false => !has(ASKED_AT),
        };
        if !fits {
            return flawed(STATE, FileFlaw::NotInThisBill, "");
        }
        match self.text(CURRENCY) {
            "" | "CNY" => Ok(is_refund),
            _ => flawed(CURRENCY, FileFlaw::OtherCurrency, "CNY"),
        }
    }

    /// A payment says nothing of refunds; old bills write a bare zero there.
    fn paid(&self) -> Result<(), Flawed> {
        for name in [REFUNDED, "充值券退款金额", "申请退款金额"] {
            if self.text(name) != "0" {
                self.nothing(name)?;
            }
        }
        for name in ["微信退款单号", "商户退款单号"] {
            if !matches!(self.text(name), "" | "0") {
                return flawed(name, FileFlaw::NotOfThisState, "0");
            }
        }
        for name in [REFUND_TYPE, REFUND_STATE] {
            if !self.text(name).is_empty() {
                return flawed(name, FileFlaw::NotOfThisState, "");
            }
        }
        Ok(())
    }

    /// A refund happened: it says so, has a number unless the till took the order back, and settles nothing.
    fn refunded(&self) -> Result<(), Flawed> {
        for name in ["应结订单金额", "订单金额"] {
            self.nothing(name)?;
        }
        match self.text(REFUND_STATE) {
            "SUCCESS" => {}
            "PROCESSING" => return flawed(REFUND_STATE, FileFlaw::RefundPending, ""),
            "FAIL" | "CLOSED" => return flawed(REFUND_STATE, FileFlaw::RefundFailed, ""),
            "CHANGE" | "ABNORMAL" => return flawed(REFUND_STATE, FileFlaw::RefundStuck, ""),
            cell if cell.trim().is_empty() => {
                return flawed(REFUND_STATE, FileFlaw::BlankCell, "");
            }
            _ => return flawed(REFUND_STATE, FileFlaw::UnknownWord, "SUCCESS"),
        }
        let way = self.text(REFUND_TYPE);
        if !REFUND_TYPES.contains(&way) {
            let allowed = REFUND_TYPES.iter().filter(|way| !way.is_empty());
            let allowed = allowed.copied().collect::<Vec<_>>().join("、");
            return flawed(REFUND_TYPE, FileFlaw::UnknownWord, &allowed);
        }
        let is_numbered = !matches!(self.text("微信退款单号"), "" | "0");
        if is_numbered {
            self.read("微信退款单号", bill_cell::channel_number)?;
        } else if self.text(STATE) == "REFUND" {
            return flawed("微信退款单号", FileFlaw::BlankCell, "");
        }
        if self.columns.contains_key(ASKED_AT) {
            self.read(ASKED_AT, bill_cell::moment)?;
        }
        if !self.text(ARRIVED_AT).is_empty() {
            self.read(ARRIVED_AT, bill_cell::moment)?;
        }
        Ok(())
    }

    /// A column that says nothing in this row.
    fn nothing(&self, name: &'static str) -> Result<(), Flawed> {
        match self.amount(name)? {
            Money::ZERO => Ok(()),
            _ => flawed(name, FileFlaw::NotOfThisState, "0.00"),
        }
    }

    /// The fee in the file, below zero for refunds. That of a payment must be the row's amount times its rate,
    /// half a fen up; what a refund gives back depends on the refunds before it (see `agreement`).
    fn fee(&self, amount: Money, rate: Rate, is_refund: bool) -> Result<Money, Flawed> {
        let fee = self.read(FEE, |cell| bill_cell::fee(cell, is_refund))?;
        let due = rate.of(amount, Rounding::HalfUp).unwrap_or(Money::MAX);
        if !is_refund && fee != due {
            return flawed(FEE, FileFlaw::FeeDiffers, &due.plain());
        }
        Ok(fee)
    }

    /// What the engine does not compute, in the order of the bill's columns. A blank cell is kept where a bill
    /// that is made new would have something.
    fn note(&self, place: u32, is_refund: bool) -> Result<BillNote, Flawed> {
        let never_blank = |name: &str| match name {
            "特约商户号" => self.cell(name).is_some(),
            REFUND_TYPE => is_refund && self.cell(name).is_some(),
            _ => false,
        };
        let kept = |name: &&str| !self.text(name).is_empty() || never_blank(name);
        let differs = |name, usual| self.cell(name).is_some_and(|cell| cell != usual);
        let number = |name| match is_refund {
            true => self.cell(name).is_some(),
            false => differs(name, "0"),
        };
        let rate = bill_cell::rate(self.text("费率")).map(|rate| format!("{}%", rate.percent()));
        let sometimes = [
            (STATE, self.text(STATE) == "REVOKED"),
            (ARRIVED_AT, differs(ARRIVED_AT, self.text(ASKED_AT))),
            ("商户订单号", true),
            ("代金券金额", differs("代金券金额", "0.00")),
            ("充值券退款金额", differs("充值券退款金额", "0.00")),
            ("微信退款单号", number("微信退款单号")),
            ("商户退款单号", number("商户退款单号")),
            ("费率", rate.is_ok_and(|usual| usual != self.text("费率"))),
            (
                "订单金额",
                !is_refund && differs("订单金额", self.text("应结订单金额")),
            ),
            (
                "申请退款金额",
                differs(
                    "申请退款金额",
                    if is_refund {
                        self.text(REFUNDED)
                    } else {
                        "0.00"
                    },
                ),
            ),
            (REFUNDED, !is_refund && differs(REFUNDED, "0.00")),
        ];
        let sometimes = sometimes.into_iter().filter(|(_, kept)| *kept);
        let names = KEPT
            .into_iter()
            .filter(kept)
            .chain(sometimes.map(|(name, _)| name))
            .chain(KEPT_LAST.into_iter().filter(kept));
        let field = |name: &'static str| {
            let text = self.read(name, bill_cell::text)?;
            Ok((name.to_owned(), text.to_owned()))
        };
        let fields = names.map(field).collect::<Result<_, Flawed>>()?;
        Ok(BillNote { place, fields })
    }
}
