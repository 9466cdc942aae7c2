//! What every field of a scenario and every word that can stand in one is called in a form.
//!
//! One row a field, both languages beside each other; a test holds the rows to the tables of the document,
//! so a field without a name, or a name without its field, is found.

use crate::domain::severity::Severity;
use crate::text::Lang;

mod expected;
mod judged;

/// What a field is called, by what it belongs to and its key. A column of a bill is called what it is.
pub fn label<'n>(lang: Lang, of: &str, name: &'n str) -> &'n str {
    let mut rows = FIELDS.iter().chain(expected::FIELDS).chain(judged::FIELDS);
    let row = rows.find(|row| row.0 == of && row.1 == name);
    row.map_or(name, |row| pick(lang, row.2, row.3))
}

/// What a word in a field is called; a blank word is what holds when nothing is said.
pub fn answer<'n>(lang: Lang, field: &str, word: &'n str) -> &'n str {
    let row = |of: &str| {
        let mut rows = ANSWERS
            .iter()
            .chain(expected::ANSWERS)
            .chain(judged::ANSWERS);
        rows.find(|row| row.0 == of && row.1 == word)
    };
    row(field)
        .or_else(|| row(""))
        .map_or(word, |row| pick(lang, row.2, row.3))
}

/// What a severity is called.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    let word = match severity {
        Severity::Note => "note",
        Severity::Attention => "attention",
        Severity::Warning => "warning",
        Severity::High => "high",
    };
    answer(lang, "at_least", word)
}

/// What a list is called, and what one entry of it is.
pub fn list(lang: Lang, list: &str) -> (&'static str, &'static str) {
    let row = LISTS.iter().find(|row| row.0 == list);
    row.map_or(("", ""), |row| match lang {
        Lang::ZhCn => (row.1, row.2),
        Lang::En => (row.3, row.4),
    })
}

const fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::ZhCn => zh,
        Lang::En => en,
    }
}

/// List, its name, an entry's name; the same in English.
const LISTS: &[(&str, &str, &str, &str, &str)] = &[
    ("parties", "参与方", "参与方", "Parties", "party"),
    (
        "accounts",
        "银行账户",
        "银行账户",
        "Bank accounts",
        "bank account",
    ),
    ("fee_plans", "费率", "费率", "Fees", "fee"),
    (
        "settlement_rules",
        "结算周期",
        "结算周期",
        "Settlement cycles",
        "settlement cycle",
    ),
    (
        "contracts",
        "合同与分账",
        "合同",
        "Contracts and splits",
        "contract",
    ),
    ("splits", "分账", "分账方", "Splits", "split"),
    (
        "agreements",
        "平台约定",
        "平台约定",
        "Agreements",
        "agreement",
    ),
    ("routes", "路由规则", "路由规则", "Routes", "route"),
    ("payments", "交易", "一笔交易", "Payments", "payment"),
    ("lines", "明细", "一个卖方", "Lines", "seller"),
    ("refunds", "退款", "一笔退款", "Refunds", "refund"),
    (
        "outflows",
        "资金流出",
        "一笔资金流出",
        "Outflows",
        "outflow",
    ),
    ("traffic", "随机交易", "随机交易", "Traffic", "traffic"),
    (
        "expectations",
        "预期核对",
        "预期核对",
        "Expectations",
        "expectation",
    ),
    ("calendars", "日历", "日历", "Calendars", "calendar"),
    ("storyboard", "故事板", "一个时刻", "Storyboard", "moment"),
];

/// What it belongs to, key, 中文, English.
const FIELDS: &[(&str, &str, &str, &str)] = &[
    ("Scenario", "title", "标题", "Title"),
    ("Scenario", "story", "说明", "Story"),
    ("Scenario", "starts", "开始时间", "Starts"),
    ("Scenario", "days", "天数", "Days"),
    ("Scenario", "seed", "随机种子", "Seed"),
    ("Scenario", "bill_form", "账单表头", "Headers of the bill"),
    ("BillForm", "columns", "列名", "Columns"),
    ("BillForm", "totals", "汇总列名", "Names of the totals"),
    ("CalendarForm", "id", "编号", "Id"),
    ("CalendarForm", "based_on", "基于", "Based on"),
    ("CalendarForm", "holidays", "另加休息日", "More days off"),
    ("CalendarForm", "workdays", "另加工作日", "More workdays"),
    (
        "CalendarForm",
        "beyond",
        "已知年份之外",
        "Beyond known years",
    ),
    ("Party", "id", "编号", "Id"),
    ("Party", "kind", "类别", "Kind"),
    ("Party", "name", "名称", "Name"),
    ("Party", "licence", "牌照", "Licence"),
    ("Party", "book", "账套", "Book"),
    ("Party", "reserve_bank", "备付金银行", "Reserve bank"),
    ("Party", "onboarding", "进件", "Onboarding"),
    ("Party", "premises", "经营场所", "Premises"),
    ("BookSpec", "cut_off", "日切时点", "Cut-off"),
    ("BookSpec", "closes", "日切关闭", "The cut closes"),
    ("BookSpec", "boundary", "日切那一刻归", "Its instant is"),
    ("BookSpec", "announced", "对外说的日切", "Announced as"),
    ("AccountSpec", "id", "编号", "Id"),
    ("AccountSpec", "kept_by", "开户行", "Kept by"),
    ("AccountSpec", "owner", "户主", "Owner"),
    ("AccountSpec", "class", "账户类别", "Class"),
    ("AccountSpec", "opening", "期初余额", "Opening"),
    ("FeePlan", "id", "编号", "Id"),
    ("FeePlan", "rate", "费率", "Rate"),
    ("FeePlan", "rounding", "取整", "Rounding"),
    ("FeePlan", "floor", "每笔下限", "Floor"),
    ("FeePlan", "cap", "每笔上限", "Cap"),
    ("FeePlan", "on_refund", "退款时", "On refund"),
    ("SettlementRule", "id", "编号", "Id"),
    ("SettlementRule", "cycle", "结算周期", "Cycle"),
    ("SettlementRule", "calendar", "日历", "Calendar"),
    ("SettlementRule", "pays_at", "出款时间", "Pays at"),
    ("SettlementRule", "minimum", "起结金额", "Minimum"),
    (
        "SettlementRule",
        "non_working_trade",
        "节假日交易",
        "Trade on a day off",
    ),
    (
        "SettlementRule",
        "on_refund_shortfall",
        "退款不足时",
        "Refund shortfall",
    ),
    ("Contract", "id", "编号", "Id"),
    ("Contract", "mode", "模式", "Mode"),
    ("Contract", "channel", "渠道", "Channel"),
    ("Contract", "provider", "服务商", "Provider"),
    ("Contract", "collector", "收款人", "Collector"),
    ("Contract", "fee_plan", "费率", "Fee"),
    ("Contract", "settlement_rule", "结算周期", "Settlement"),
    ("Contract", "payout_to", "出款到", "Paid out to"),
    ("Contract", "splits", "分账", "Splits"),
    (
        "Contract",
        "split_remainder",
        "分账尾差归",
        "Split remainder",
    ),
    (
        "Contract",
        "split_delay_seconds",
        "分账延迟秒数",
        "Split delay, s",
    ),
    (
        "Contract",
        "notification_delay_seconds",
        "通知延迟秒数",
        "Notice delay, s",
    ),
    ("Agreement", "platform", "平台", "Platform"),
    ("Agreement", "merchant", "商户", "Merchant"),
    ("Agreement", "rate", "佣金", "Commission"),
    ("Agreement", "rounding", "取整", "Rounding"),
    ("Agreement", "on_refund", "退款时", "On refund"),
    ("Agreement", "pays_at", "出款时间", "Pays at"),
    ("Agreement", "payout_to", "出款到", "Paid out to"),
    ("Split", "to", "分给", "To"),
    ("Split", "rate", "分账比例", "Share"),
    ("Split", "rounding", "取整", "Rounding"),
    ("Split", "on_refund", "退款时", "On refund"),
    ("Split", "payout_to", "出款到", "Paid out to"),
    ("Route", "seller", "卖方", "Seller"),
    ("Route", "channel", "渠道", "Channel"),
    ("Route", "min_amount", "金额从", "Amount from"),
    ("Route", "max_amount", "金额到", "Amount to"),
    ("Route", "from", "时间从", "From"),
    ("Route", "until", "时间到（不含）", "Until"),
    ("Route", "contract", "按合同", "By contract"),
    ("Payment", "id", "编号", "Id"),
    ("Payment", "at", "时间", "Time"),
    ("Payment", "known_at", "收到通知的时间", "Known at"),
    ("Payment", "channel", "渠道", "Channel"),
    ("Payment", "lines", "明细", "Lines"),
    ("Payment", "bill", "账单备注", "Bill note"),
    ("Line", "seller", "卖方", "Seller"),
    ("Line", "amount", "金额", "Amount"),
    (
        "Line",
        "contract",
        "合同（不按路由规则时）",
        "Contract (instead of routes)",
    ),
    ("BillNote", "place", "账单行号", "Row of the bill"),
    ("BillNote", "fields", "账单其他列", "Other columns"),
    ("Refund", "id", "编号", "Id"),
    ("Refund", "of", "退哪笔", "Refund of"),
    ("Refund", "at", "时间", "Time"),
    ("Refund", "amount", "金额", "Amount"),
    ("Refund", "bill", "账单备注", "Bill note"),
    ("RefundOfPayment", "payment", "交易", "Payment"),
    ("RefundOfPayment", "seller", "退谁的", "Whose line"),
    ("RefundOfExternal", "external", "原交易号", "Number"),
    ("RefundOfExternal", "seller", "卖方", "Seller"),
    ("RefundOfExternal", "channel", "渠道", "Channel"),
    ("RefundOfExternal", "paid_at", "付款时间", "Paid at"),
    ("RefundOfExternal", "amount", "原金额", "Amount paid"),
    (
        "RefundOfExternal",
        "contract",
        "合同（不按路由规则时）",
        "Contract (instead of routes)",
    ),
    ("TrafficForm", "seller", "卖方", "Seller"),
    ("TrafficForm", "channel", "渠道", "Channel"),
    ("TrafficForm", "per_day", "每天笔数", "Payments a day"),
    ("TrafficForm", "amount", "金额", "Amounts"),
    ("TrafficForm", "hours", "时段", "Hours"),
    ("AmountRange", "from", "最小金额", "Least amount"),
    ("AmountRange", "to", "最大金额", "Greatest amount"),
    ("NamedMoment", "at", "时刻", "At"),
    ("NamedMoment", "title", "叫什么", "Called"),
];

/// Field, or none for all fields; word; 中文; English.
const ANSWERS: &[(&str, &str, &str, &str)] = &[
    ("based_on", "cn", "中国节假日", "China, with holidays"),
    ("based_on", "weekdays", "周一到周五", "Monday to Friday"),
    ("calendar", "cn", "中国节假日", "China, with holidays"),
    ("calendar", "weekdays", "周一到周五", "Monday to Friday"),
    ("kind", "merchant", "商户", "Merchant"),
    ("kind", "platform", "平台", "Platform"),
    ("kind", "channel", "渠道", "Channel"),
    ("kind", "bank", "银行", "Bank"),
    ("licence", "", "按类别", "as its kind"),
    ("licence", "none", "无支付牌照", "none"),
    ("licence", "payment", "支付牌照", "payment"),
    ("licence", "bank", "银行牌照", "bank"),
    ("closes", "", "看时点", "by its time"),
    ("closes", "previous", "前一天", "the day before"),
    ("closes", "same", "当天", "its own day"),
    ("boundary", "new_day", "新会计日", "the new day's"),
    ("boundary", "old_day", "旧会计日", "the old day's"),
    ("class", "corporate", "单位活期存款", "corporate"),
    ("class", "personal", "个人活期存款", "personal"),
    ("beyond", "", "不算", "refused"),
    ("beyond", "weekends_only", "只分周末", "weekends only"),
    ("rounding", "half_up", "四舍五入", "half up"),
    ("rounding", "half_even", "银行家舍入", "half even"),
    ("rounding", "down", "向下取整", "down"),
    ("rounding", "up", "向上取整", "up"),
    (
        "on_refund",
        "return",
        "按比例退回",
        "returned in proportion",
    ),
    ("on_refund", "keep", "不退", "kept"),
    (
        "non_working_trade",
        "as_is",
        "按当天算",
        "counts as its day",
    ),
    (
        "non_working_trade",
        "next_working_day",
        "算节后首个工作日",
        "counts as the next working day",
    ),
    (
        "on_refund_shortfall",
        "top_up",
        "从银行户补足",
        "topped up from the bank",
    ),
    (
        "on_refund_shortfall",
        "refuse",
        "拒绝退款",
        "refund refused",
    ),
    (
        "on_refund_shortfall",
        "carry_negative",
        "记负数，后续抵扣",
        "carried as negative",
    ),
    ("split_remainder", "collector", "收款人", "the collector"),
    (
        "split_remainder",
        "largest",
        "尾差最大的几份",
        "the shares cut most",
    ),
    ("split_remainder", "first", "从第一份起", "the first shares"),
    ("split_remainder", "last", "从最后一份起", "the last shares"),
    ("mode", "direct", "直连", "direct"),
    (
        "mode",
        "sub_merchant",
        "服务商 · 特约商户",
        "sub-merchant of a provider",
    ),
    ("mode", "pooled", "大商户", "pooled"),
    ("of", "payment", "沙盘里的交易", "a payment here"),
    ("of", "external", "沙盘开始前的交易", "a payment before"),
    ("hours", "all_day", "全天", "all day"),
    ("hours", "retail", "商场 10–22 点", "retail, 10–22 h"),
    ("hours", "office", "办公 9–18 点", "office, 9–18 h"),
    ("hours", "night", "夜间 18–24 点", "night, 18–24 h"),
    ("which", "current", "当前余额", "current"),
    ("which", "previous_day", "上日余额", "previous day's"),
    ("op", "=", "＝ 等于", "= equal to"),
    ("op", "!=", "≠ 不等于", "≠ other than"),
    ("op", "<", "＜ 小于", "< less than"),
    ("op", "<=", "≤ 不大于", "≤ at most"),
    ("op", ">", "＞ 大于", "> more than"),
    ("op", ">=", "≥ 不小于", "≥ at least"),
    ("reserve_bank", "", "另设一家", "one of its own"),
    ("provider", "", "无", "none"),
    ("payout_to", "", "唯一的账户", "its only account"),
    ("contract", "", "按路由规则", "as routed"),
    ("seller", "", "唯一的卖方", "the only seller"),
];

#[cfg(test)]
mod tests;
