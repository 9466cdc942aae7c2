//! The columns of a trade bill without which it cannot be understood.

use super::super::bill_table::Layout;
use crate::scenario::bill::{COLUMNS, TOTALS};

/// What a trade bill must have.
pub(in crate::scenario::import) const LAYOUT: Layout = Layout {
    needed: &[
        "交易时间",
        "商户号",
        "微信订单号",
        "商户订单号",
        "交易状态",
        "应结订单金额",
        "手续费",
        "费率",
    ],
    together: &[&OF_REFUNDS, &["退款申请时间", "退款成功时间"]],
    // What a file has besides is not kept, so that it is the file of another program.
    known: &COLUMNS,
    totals: "总交易单数",
    known_totals: &TOTALS,
};

/// Columns by which a refund is understood.
const OF_REFUNDS: [&str; 5] = [
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "退款类型",
    "退款状态",
];
