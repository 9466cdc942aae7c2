//! The words of the forms on the left: sections, fields, hints.

use crate::base::date::Boundary;
use crate::base::rate::Rounding;
use crate::domain::cycle::NonWorkingTrade;
use crate::scenario::v1::{Hours, Mode, OnRefund, OnRefundShortfall};

/// Words of the forms.
#[derive(Debug)]
pub struct ModelPanelText {
    /// Heading.
    pub heading: &'static str,
    /// Section of parties.
    pub parties: &'static str,
    /// Section of accounts.
    pub accounts: &'static str,
    /// Section of fee plans.
    pub fees: &'static str,
    /// Section of settlement rules.
    pub cycles: &'static str,
    /// Section of contracts and splits.
    pub contracts: &'static str,
    /// Section of agreements between a platform and its merchants.
    pub agreements: &'static str,
    /// What the platform keeps.
    pub commission: &'static str,
    /// Section of payments.
    pub payments: &'static str,
    /// Section of refunds.
    pub refunds: &'static str,
    /// Section of drawn payments.
    pub traffic: &'static str,
    /// Section of expectations.
    pub expectations: &'static str,
    /// A party's cut-off.
    pub cut_off: &'static str,
    /// To whom the instant of the cut belongs.
    pub boundary: &'static str,
    /// Its two answers.
    pub boundary_of: fn(Boundary) -> &'static str,
    /// Keeps no book.
    pub no_book: &'static str,
    /// The cut-off that is announced, when another.
    pub announced: fn(&str) -> String,
    /// Opening balance.
    pub opening: &'static str,
    /// Kept by, owned by.
    pub kept_by: fn(&str, &str) -> String,
    /// Fee rate.
    pub rate: &'static str,
    /// What a rate field takes.
    pub percent_wanted: &'static str,
    /// Least fee.
    pub floor: &'static str,
    /// Greatest fee.
    pub cap: &'static str,
    /// How a fee is rounded.
    pub rounding: &'static str,
    /// Its answers.
    pub rounding_of: fn(Rounding) -> &'static str,
    /// What becomes of the fee.
    pub on_refund: &'static str,
    /// Its answers.
    pub on_refund_of: fn(OnRefund) -> &'static str,
    /// Settlement cycle.
    pub cycle: &'static str,
    /// Working or natural days.
    pub cycle_kind: &'static str,
    /// Working days.
    pub working_days: &'static str,
    /// Natural days.
    pub natural_days: &'static str,
    /// How many days.
    pub cycle_days: &'static str,
    /// Time of payout.
    pub pays_at: &'static str,
    /// Least payout.
    pub minimum: &'static str,
    /// A trade on a day off.
    pub non_working: &'static str,
    /// Its answers.
    pub non_working_of: fn(NonWorkingTrade) -> &'static str,
    /// A refund larger than what is pending.
    pub shortfall: &'static str,
    /// Its answers.
    pub shortfall_of: fn(OnRefundShortfall) -> &'static str,
    /// How a merchant is connected.
    pub mode_of: fn(Mode) -> &'static str,
    /// A contract in a line: collector, channel.
    pub contract: fn(&str, &str) -> String,
    /// A receiver's share.
    pub share_to: fn(&str) -> String,
    /// No splits here.
    pub no_splits: &'static str,
    /// When.
    pub at: &'static str,
    /// How much.
    pub amount: &'static str,
    /// A line of a payment with several sellers, by place from 1.
    pub line: fn(usize) -> String,
    /// The payer pays through.
    pub through: fn(&str, &str) -> String,
    /// Adds a payment.
    pub add_payment: &'static str,
    /// Removes one, with its id.
    pub remove: fn(&str) -> String,
    /// A refund of a payment.
    pub refund_of: fn(&str) -> String,
    /// Adds a refund.
    pub add_refund: &'static str,
    /// Payments a day.
    pub per_day: &'static str,
    /// Least amount.
    pub from: &'static str,
    /// Greatest amount.
    pub to: &'static str,
    /// When people pay.
    pub hours: &'static str,
    /// Its answers.
    pub hours_of: fn(Hours) -> &'static str,
    /// Fewer or more fields.
    pub more: &'static str,
    /// Rows on this page, of all.
    pub rows: fn(usize, usize, usize) -> String,
    /// Rows before.
    pub earlier: &'static str,
    /// Rows after.
    pub later: &'static str,
    /// Nothing in this section.
    pub none: &'static str,
    /// All expectations hold.
    pub all_hold: fn(usize) -> String,
    /// So many of so many do not.
    pub some_fail: fn(usize, usize) -> String,
    /// Shows them.
    pub show: &'static str,
    /// Not computed yet.
    pub unknown: &'static str,
}

/// 中文.
pub static ZH_CN: ModelPanelText = ModelPanelText {
    heading: "模型",
    parties: "参与方",
    accounts: "账户期初",
    fees: "费率",
    cycles: "结算周期",
    contracts: "签约与分账",
    agreements: "平台与商户的约定",
    commission: "佣金 %",
    payments: "交易",
    refunds: "退款",
    traffic: "流量",
    expectations: "断言",
    cut_off: "日切时点",
    boundary: "时点本身算",
    boundary_of: |boundary| match boundary {
        Boundary::NewDay => "新的一天",
        Boundary::OldDay => "旧的一天",
    },
    no_book: "不记账",
    announced: |time| format!("对外说 {time}"),
    opening: "期初余额",
    kept_by: |bank, owner| format!("{owner} · 开在{bank}"),
    rate: "费率 %",
    percent_wanted: "请填百分数，如 0.60",
    floor: "每笔下限",
    cap: "每笔上限",
    rounding: "取整",
    rounding_of: |rounding| match rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::HalfEven => "银行家舍入",
        Rounding::Down => "舍去",
        Rounding::Up => "进一",
    },
    on_refund: "退款时",
    on_refund_of: |on_refund| match on_refund {
        OnRefund::Return => "按比例退回",
        OnRefund::Keep => "不退",
    },
    cycle: "结算周期",
    cycle_kind: "周期按",
    working_days: "T 工作日",
    natural_days: "D 自然日",
    cycle_days: "天数",
    pays_at: "出款时间",
    minimum: "起结金额",
    non_working: "节假日交易",
    non_working_of: |trade| match trade {
        NonWorkingTrade::AsIs => "按当天算",
        NonWorkingTrade::NextWorkingDay => "算节后首个工作日",
    },
    shortfall: "退款不足时",
    shortfall_of: |policy| match policy {
        OnRefundShortfall::TopUp => "从银行户补足",
        OnRefundShortfall::Refuse => "拒绝退款",
        OnRefundShortfall::CarryNegative => "记负数，后续抵扣",
    },
    mode_of: |mode| match mode {
        Mode::Direct => "直连",
        Mode::SubMerchant => "服务商 · 特约商户",
        Mode::Pooled => "大商户",
    },
    contract: |collector, channel| format!("{collector} · {channel}"),
    share_to: |party| format!("分给{party} %"),
    no_splits: "不分账",
    at: "时间",
    amount: "金额",
    line: |place| format!("第 {place} 个卖方的金额"),
    through: |seller, channel| format!("{seller} · {channel}"),
    add_payment: "加一笔交易",
    remove: |id| format!("删除 {id}"),
    refund_of: |payment| format!("退 {payment}"),
    add_refund: "加一笔退款",
    per_day: "每天笔数",
    from: "最小金额",
    to: "最大金额",
    hours: "时段",
    hours_of: |hours| match hours {
        Hours::AllDay => "全天",
        Hours::Retail => "商场 10–22 点",
        Hours::Office => "办公 9–18 点",
        Hours::Night => "夜间 18–24 点",
    },
    more: "更多",
    rows: |first, last, all| format!("{first}–{last} / {all}"),
    earlier: "前面的",
    later: "后面的",
    none: "没有",
    all_hold: |all| format!("✓ {all} 条都成立"),
    some_fail: |failing, all| format!("✕ {all} 条中 {failing} 条不成立"),
    show: "查看",
    unknown: "待推演",
};

/// English.
pub static EN: ModelPanelText = ModelPanelText {
    heading: "Model",
    parties: "Parties",
    accounts: "Opening balances",
    fees: "Fees",
    cycles: "Settlement cycles",
    contracts: "Contracts and splits",
    agreements: "Agreements",
    commission: "Commission %",
    payments: "Payments",
    refunds: "Refunds",
    traffic: "Traffic",
    expectations: "Expectations",
    cut_off: "Cut-off",
    boundary: "Its instant is",
    boundary_of: |boundary| match boundary {
        Boundary::NewDay => "the new day's",
        Boundary::OldDay => "the old day's",
    },
    no_book: "keeps no book",
    announced: |time| format!("announced as {time}"),
    opening: "Opening",
    kept_by: |bank, owner| format!("{owner} at {bank}"),
    rate: "Rate %",
    percent_wanted: "a percentage is wanted, such as 0.60",
    floor: "Floor",
    cap: "Cap",
    rounding: "Rounding",
    rounding_of: |rounding| match rounding {
        Rounding::HalfUp => "half up",
        Rounding::HalfEven => "half even",
        Rounding::Down => "down",
        Rounding::Up => "up",
    },
    on_refund: "On refund",
    on_refund_of: |on_refund| match on_refund {
        OnRefund::Return => "returned in proportion",
        OnRefund::Keep => "kept",
    },
    cycle: "Settlement cycle",
    cycle_kind: "Counted in",
    working_days: "T working days",
    natural_days: "D natural days",
    cycle_days: "Days",
    pays_at: "Pays at",
    minimum: "Minimum",
    non_working: "Trade on a day off",
    non_working_of: |trade| match trade {
        NonWorkingTrade::AsIs => "counts as its day",
        NonWorkingTrade::NextWorkingDay => "counts as the next working day",
    },
    shortfall: "Refund shortfall",
    shortfall_of: |policy| match policy {
        OnRefundShortfall::TopUp => "topped up from the bank",
        OnRefundShortfall::Refuse => "refund refused",
        OnRefundShortfall::CarryNegative => "carried as negative",
    },
    mode_of: |mode| match mode {
        Mode::Direct => "direct",
        Mode::SubMerchant => "sub-merchant of a provider",
        Mode::Pooled => "pooled",
    },
    contract: |collector, channel| format!("{collector} · {channel}"),
    share_to: |party| format!("{party}'s share %"),
    no_splits: "no splits",
    at: "Time",
    amount: "Amount",
    line: |place| format!("Amount of seller {place}"),
    through: |seller, channel| format!("{seller} · {channel}"),
    add_payment: "Add a payment",
    remove: |id| format!("Remove {id}"),
    refund_of: |payment| format!("of {payment}"),
    add_refund: "Add a refund",
    per_day: "Payments a day",
    from: "Least amount",
    to: "Greatest amount",
    hours: "Hours",
    hours_of: |hours| match hours {
        Hours::AllDay => "all day",
        Hours::Retail => "retail, 10–22 h",
        Hours::Office => "office, 9–18 h",
        Hours::Night => "night, 18–24 h",
    },
    more: "More",
    rows: |first, last, all| format!("{first}–{last} of {all}"),
    earlier: "Earlier",
    later: "Later",
    none: "None",
    all_hold: |all| format!("✓ all {all} hold"),
    some_fail: |failing, all| format!("✕ {failing} of {all} fail"),
    show: "Show",
    unknown: "not run yet",
};
