//! One row of a trade bill.
//!
//! Moments, amounts, fees and rates are computed, also for imported rows. The other columns come from the
//! note that the import kept with the payment or refund; a refund without one takes what its payment's
//! note says of the order. A note leaves out blank columns, so what it does not name is blank. Rows
//! without any note are made up (see `bill_numbers`). What vouchers change is not computed: 代金券金额,
//! 充值券退款金额, 订单金额 and 申请退款金额 are taken from the note when it has them. Where an amount is nothing, the note
//! may say how the file wrote that (`0`); `check` lets it say no more of a computed amount.

use crate::base::date::WallClock;
use crate::base::id::PartyId;
use crate::base::money::Money;
use crate::base::rate::Rate;
use crate::domain::contract::{Contract, Mode};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::{PaymentLine, Plan, RefundedPayment};
use crate::scenario::v1::BillNote;

use super::bill::merchant;
use super::numbers;
use super::text::{escaped, five_decimals, kept, moment};
use crate::scenario::bill::COLUMNS;

/// A row: its cells for all columns of a bill, and its amounts for the totals.
pub(super) struct Row {
    /// Place in the imported bill.
    pub(super) place: Option<u32>,
    /// When it was paid or the refund asked for, as the bills of payments show it.
    pub(super) at: String,
    /// A cell for each of all columns, without backticks; 交易时间 is that of the payment.
    pub(super) cells: Vec<String>,
    /// 应结订单金额.
    pub(super) settled: Money,
    /// 退款金额.
    pub(super) refunded: Money,
    /// 充值券退款金额.
    pub(super) coupon_refunded: Money,
    /// 手续费, below zero for refunds.
    pub(super) fee: Money,
    /// 订单金额.
    pub(super) ordered: Money,
    /// 申请退款金额.
    pub(super) applied: Money,
}

/// The computed part of a row, with what is made up where no note says better.
struct Draft<'a> {
    at: WallClock,
    /// When the payment that a refund refunds was made.
    paid_at: Option<WallClock>,
    contract: &'a Contract,
    note: Option<&'a BillNote>,
    /// The note of the payment that a refund refunds.
    paid_note: Option<&'a BillNote>,
    status: &'static str,
    paid: Money,
    refunded: Money,
    fee: Money,
    order_number: String,
    order: String,
    refund_number: String,
    refund: String,
    refund_type: &'static str,
    refund_status: &'static str,
}

/// The row of a capture or a refund.
pub(super) fn row(plan: &Plan, event: &Event) -> Result<Row, FaultKind> {
    let draft = match event.what {
        Happening::Captured { line, amount, fee } => {
            let row = plan.lines().get(line).ok_or(Missing::Line)?;
            let order = plan.line_name(row);
            Draft {
                at: event.at,
                paid_at: None,
                contract: plan
                    .contracts()
                    .get(row.contract)
                    .ok_or(Missing::Contract)?,
                note: note_of(plan, row),
                paid_note: None,
                status: "SUCCESS",
                paid: amount,
                refunded: Money::ZERO,
                fee,
                order_number: numbers::order(&order, event.at.day(), line.0),
                order,
                refund_number: "0".to_owned(),
                refund: "0".to_owned(),
                refund_type: "",
                refund_status: "",
            }
        }
        Happening::Refunded {
            refund,
            amount,
            fee,
            ..
        } => {
            let row = plan.refunds().get(refund).ok_or(Missing::Refund)?;
            let (order_number, order, paid_note) = refunded_order(plan, &row.of)?;
            Draft {
                at: event.at,
                paid_at: Some(row.paid_at),
                contract: plan
                    .contracts()
                    .get(row.contract)
                    .ok_or(Missing::Contract)?,
                note: row.bill.as_ref(),
                paid_note,
                status: "REFUND",
                paid: Money::ZERO,
                refunded: amount,
                fee: fee.negated(),
                order_number,
                order,
                refund_number: numbers::refund(&row.key, event.at.day(), refund.0),
                refund: row.key.clone(),
                refund_type: "ORIGINAL",
                refund_status: "SUCCESS",
            }
        }
        _ => return Err(Missing::Line.into()),
    };
    written(plan, draft)
}

fn note_of<'a>(plan: &'a Plan, line: &PaymentLine) -> Option<&'a BillNote> {
    plan.authored(line)?.bill.as_ref()
}

/// Both numbers of the order that a refund refers to, and the note of its payment.
fn refunded_order<'a>(
    plan: &'a Plan,
    of: &RefundedPayment,
) -> Result<(String, String, Option<&'a BillNote>), Missing> {
    match of {
        RefundedPayment::External(external) => {
            Ok((numbers::old_order(external), external.clone(), None))
        }
        RefundedPayment::Line(line) => {
            let row = plan.lines().get(*line).ok_or(Missing::Line)?;
            let order = plan.line_name(row);
            let number = numbers::order(&order, row.at.day(), line.0);
            Ok((number, order, note_of(plan, row)))
        }
    }
}

fn written(plan: &Plan, draft: Draft<'_>) -> Result<Row, FaultKind> {
    let order = Order::of(plan, &draft)?;
    let own = |column: &str, computed: String| noted(draft.note, column).unwrap_or(computed);
    let amount = |column: &str, computed: Money| {
        let noted = noted(draft.note, column).and_then(|text| Money::parse(&text).ok());
        noted.unwrap_or(computed)
    };
    let ordered = amount("订单金额", draft.paid);
    let applied = amount("申请退款金额", draft.refunded);
    let coupon = amount("代金券金额", Money::ZERO);
    let coupon_refunded = amount("充值券退款金额", Money::ZERO);
    let at = moment(draft.at);
    let refund_time = |column: &str, computed: String| match draft.paid_at {
        Some(_) => noted(draft.note, column).unwrap_or(computed),
        None => String::new(),
    };
    let cells = vec![
        own("交易时间", moment(draft.paid_at.unwrap_or(draft.at))),
        order.text("公众账号ID", &numbers::app(&order.merchant)),
        order.kept("商户号", &numbers::merchant(&order.merchant)),
        order.kept("特约商户号", &order.sub_merchant),
        order.text("设备号", ""),
        order.kept("微信订单号", &draft.order_number),
        order.kept("商户订单号", &escaped(&draft.order.replace('/', "|"))),
        order.text("用户标识", &numbers::payer(&draft.order)),
        order.text("交易类型", "JSAPI"),
        own("交易状态", draft.status.to_owned()),
        order.text("付款银行", "OTHERS"),
        order.text("货币种类", "CNY"),
        own("应结订单金额", draft.paid.plain()),
        own("代金券金额", coupon.plain()),
        refund_time("退款申请时间", at.clone()),
        refund_time("退款成功时间", at.clone()),
        own("微信退款单号", draft.refund_number),
        own("商户退款单号", draft.refund),
        own("退款金额", draft.refunded.plain()),
        own("充值券退款金额", coupon_refunded.plain()),
        own("退款类型", draft.refund_type.to_owned()),
        own("退款状态", draft.refund_status.to_owned()),
        order.text("商品名称", &escaped(&order.goods)),
        order.text("商户数据包", ""),
        five_decimals(draft.fee),
        rate(draft.note, draft.contract.fee.rate),
        own("订单金额", ordered.plain()),
        own("申请退款金额", applied.plain()),
        order.text("费率备注", ""),
    ];
    Ok(Row {
        place: draft.note.map(|note| note.place),
        at,
        cells,
        settled: draft.paid,
        refunded: draft.refunded,
        coupon_refunded,
        fee: draft.fee,
        ordered,
        applied,
    })
}

/// What a row says of its order: whose it is, and the note that speaks of it.
struct Order<'a> {
    note: Option<&'a BillNote>,
    merchant: String,
    sub_merchant: String,
    goods: String,
}

impl Row {
    /// The cell of a column.
    pub(super) fn cell(&self, column: &str) -> &str {
        let mut cells = COLUMNS.iter().zip(&self.cells);
        let found = cells.find(|(name, _)| **name == column);
        found.map(|(_, cell)| cell.as_str()).unwrap_or_default()
    }
}

impl<'a> Order<'a> {
    fn of(plan: &Plan, draft: &Draft<'a>) -> Result<Order<'a>, Missing> {
        let party = |id: PartyId| plan.parties().get(id).ok_or(Missing::Party);
        let collector = party(draft.contract.collector)?;
        Ok(Order {
            note: draft.note.or(draft.paid_note),
            merchant: party(merchant(draft.contract))?.key.clone(),
            sub_merchant: match draft.contract.mode {
                Mode::Direct | Mode::Pooled => "0".to_owned(),
                Mode::SubMerchant => numbers::merchant(&collector.key),
            },
            goods: party(draft.contract.seller.unwrap_or(draft.contract.collector))?
                .name
                .zh
                .clone(),
        })
    }

    /// A column that is never blank.
    fn kept(&self, column: &str, made_up: &str) -> String {
        noted(self.note, column).unwrap_or_else(|| made_up.to_owned())
    }

    /// A column that is blank when a note does not name it.
    fn text(&self, column: &str, made_up: &str) -> String {
        match noted(self.note, column) {
            Some(text) => text,
            None if self.note.is_some() => String::new(),
            None => made_up.to_owned(),
        }
    }
}

/// A column as the imported bill had it, kept from ending its own field.
fn noted(note: Option<&BillNote>, column: &str) -> Option<String> {
    let mut fields = note?.fields.iter();
    let (_, text) = fields.find(|(name, _)| name == column)?;
    Some(kept(text))
}

/// The contract's rate, written as the imported bill wrote it if that says the same: `0.6%`, `0.60%`.
fn rate(note: Option<&BillNote>, rate: Rate) -> String {
    let shortest = |percent: &str| match percent.contains('.') {
        true => percent
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
        false => percent.to_owned(),
    };
    let usual = rate.percent();
    let same = |text: &String| {
        let percent = text.strip_suffix('%');
        percent.is_some_and(|percent| shortest(percent) == shortest(&usual))
    };
    let noted = noted(note, "费率").filter(same);
    noted.unwrap_or_else(|| format!("{usual}%"))
}
