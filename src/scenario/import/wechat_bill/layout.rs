//! The columns of a trade bill: those without which it cannot be understood, and all that there are.

use super::super::bill_table::Layout;

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
    known: &KNOWN,
    totals: "总交易单数",
    known_totals: &super::totals::KNOWN,
};

/// Columns by which a refund is understood.
const OF_REFUNDS: [&str; 5] = [
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "退款类型",
    "退款状态",
];

/// All columns of all editions. What a file has besides is not kept, so that it is the file of another program.
const KNOWN: [&str; 29] = [
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
