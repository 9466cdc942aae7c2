//! One row of a trade bill.
//!
//! Moments, statuses, amounts, fees and rates are computed, also for imported rows. The other columns
//! come from the note that the import kept with the payment or refund (a refund without one takes what
//! its payment's note says of the order), and are made up where there is none (see `bill_numbers`). Amounts of vouchers are not computed: 代金券金额, 充值券退款金额, 订单金额 and
//! 申请退款金额 are taken from the note when it has them.

use crate::base::date::WallClock;
use crate::base::id::PartyId;
use crate::base::money::Money;
use crate::domain::contract::{Contract, Mode};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::{PaymentLine, Plan, RefundedPayment};
use crate::scenario::v1::BillNote;

use super::bill_numbers as numbers;
use super::wechat_bill::merchant;

/// Columns of the bill of type ALL.
pub(super) const COLUMNS: [&str; 27] = [
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

/// A row: its fields in column order, and its amounts for the totals.
pub(super) struct Row {
    /// Place in the imported bill.
    pub(super) place: Option<u32>,
    /// 27 fields without backticks.
    pub(super) fields: Vec<String>,
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
        } => {
            let row = plan.refunds().get(refund).ok_or(Missing::Refund)?;
            let (order_number, order, paid_note) = refunded_order(plan, &row.of)?;
            Draft {
                at: event.at,
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
    let key = |id: PartyId| {
        let party = plan.parties().get(id).ok_or(Missing::Party)?;
        Ok::<_, Missing>(party.key.as_str())
    };
    let contract = draft.contract;
    let seller = plan
        .parties()
        .get(contract.collector)
        .ok_or(Missing::Party)?;
    let own = |column: &str, made_up: String| noted(draft.note, column).unwrap_or(made_up);
    let kept = |column: &str, made_up: String| {
        let noted = noted(draft.note, column).or_else(|| noted(draft.paid_note, column));
        noted.unwrap_or(made_up)
    };
    let amount = |column: &str, computed: Money| {
        let noted = noted(draft.note, column);
        noted
            .and_then(|text| Money::parse(&text).ok())
            .unwrap_or(computed)
    };
    let merchant = key(merchant(contract))?;
    let sub_merchant = match contract.mode {
        Mode::Direct => "0".to_owned(),
        Mode::SubMerchant => numbers::merchant(key(contract.collector)?),
    };
    let ordered = amount("订单金额", draft.paid);
    let applied = amount("申请退款金额", draft.refunded);
    let coupon = amount("代金券金额", Money::ZERO);
    let coupon_refunded = amount("充值券退款金额", Money::ZERO);
    let payer = numbers::payer(&draft.order);
    let fields = vec![
        moment(draft.at),
        kept("公众账号ID", numbers::app(merchant)),
        kept("商户号", numbers::merchant(merchant)),
        kept("特约商户号", sub_merchant),
        kept("设备号", String::new()),
        kept("微信订单号", draft.order_number),
        kept("商户订单号", escaped(&draft.order.replace('/', "|"))),
        kept("用户标识", payer),
        kept("交易类型", "JSAPI".to_owned()),
        draft.status.to_owned(),
        kept("付款银行", "OTHERS".to_owned()),
        kept("货币种类", "CNY".to_owned()),
        draft.paid.plain(),
        coupon.plain(),
        own("微信退款单号", draft.refund_number),
        own("商户退款单号", draft.refund),
        draft.refunded.plain(),
        coupon_refunded.plain(),
        own("退款类型", draft.refund_type.to_owned()),
        own("退款状态", draft.refund_status.to_owned()),
        kept("商品名称", escaped(&seller.name.zh)),
        kept("商户数据包", String::new()),
        five_decimals(draft.fee),
        format!("{}%", contract.fee.rate.percent()),
        ordered.plain(),
        applied.plain(),
        kept("费率备注", String::new()),
    ];
    Ok(Row {
        place: draft.note.map(|note| note.place),
        fields,
        settled: draft.paid,
        refunded: draft.refunded,
        coupon_refunded,
        fee: draft.fee,
        ordered,
        applied,
    })
}

/// A column as the imported bill had it, kept from ending its own field.
fn noted(note: Option<&BillNote>, column: &str) -> Option<String> {
    let mut fields = note?.fields.iter();
    let (_, text) = fields.find(|(name, _)| name == column)?;
    Some(text.replace(",`", "\\ `").replace(['\r', '\n'], " "))
}

/// A text as WeChat writes it into a bill: a comma becomes `\ `, a line end `\n`.
fn escaped(text: &str) -> String {
    text.replace(',', "\\ ")
        .replace('\r', "")
        .replace('\n', "\\n")
}

/// Fees have five decimals, of which the last three are always zero.
pub(super) fn five_decimals(fee: Money) -> String {
    format!("{fee}000")
}

/// `2018-09-30 22:59:50`; milliseconds are not shown.
fn moment(at: WallClock) -> String {
    at.to_string()
        .chars()
        .take(19)
        .collect::<String>()
        .replace('T', " ")
}
