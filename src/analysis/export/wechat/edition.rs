//! The three types of trade bill (交易账单): which rows each takes, its columns, and its totals.
//!
//! The columns are those of the public format description. A bill of payments only has four totals there;
//! published files of that type also show all seven, and the import takes both.

use super::row::Row;

/// A type of trade bill.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis::export) enum Edition {
    /// ALL: payments and refunds.
    All,
    /// SUCCESS: payments.
    Success,
    /// REFUND: refunds, with the times at which they were asked for and arrived.
    Refund,
}

const PAID_AT: &str = "交易时间";

/// Columns of all types together, in the order of the longest one, REFUND.
pub(super) const COLUMNS: [&str; 29] = [
    PAID_AT,
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

/// Columns of REFUND that ALL does not have.
const REFUND_ONLY: [&str; 2] = ["退款申请时间", "退款成功时间"];

/// Columns that speak of a refund, which SUCCESS does not have.
const OF_REFUNDS: [&str; 7] = [
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "充值券退款金额",
    "退款类型",
    "退款状态",
    "申请退款金额",
];

const TOTALS: [&str; 7] = [
    "总交易单数",
    "应结订单总金额",
    "退款总金额",
    "充值券退款总金额",
    "手续费总金额",
    "订单总金额",
    "申请退款总金额",
];

/// Totals of SUCCESS, by their places among all.
const SUCCESS_TOTALS: [usize; 4] = [0, 1, 4, 5];

impl Edition {
    /// Whether a row of this type of happening stands in the bill.
    pub(super) const fn takes(self, is_refund: bool) -> bool {
        match self {
            Edition::All => true,
            Edition::Success => !is_refund,
            Edition::Refund => is_refund,
        }
    }

    /// The bill's columns.
    pub(super) fn columns(self) -> Vec<&'static str> {
        COLUMNS.into_iter().filter(|name| self.has(name)).collect()
    }

    /// The cells of a row. Only REFUND dates a refund by its payment; the others by when it was asked for.
    pub(super) fn cells(self, row: &Row) -> Vec<&str> {
        let named = COLUMNS.into_iter().zip(&row.cells);
        let cells = named.filter(|(name, _)| self.has(name));
        cells
            .map(|(name, cell)| match (self, name) {
                (Edition::All | Edition::Success, PAID_AT) => row.at.as_str(),
                _ => cell.as_str(),
            })
            .collect()
    }

    fn has(self, column: &str) -> bool {
        match self {
            Edition::All => !REFUND_ONLY.contains(&column),
            Edition::Success => !REFUND_ONLY.contains(&column) && !OF_REFUNDS.contains(&column),
            Edition::Refund => true,
        }
    }

    /// Names of the totals.
    pub(super) fn totals(self) -> Vec<&'static str> {
        self.of_totals(&TOTALS).into_iter().copied().collect()
    }

    /// Those of all seven totals that the bill has.
    pub(super) fn of_totals<T>(self, all: &[T; 7]) -> Vec<&T> {
        match self {
            Edition::All | Edition::Refund => all.iter().collect(),
            Edition::Success => SUCCESS_TOTALS
                .into_iter()
                .filter_map(|place| all.get(place))
                .collect(),
        }
    }
}
