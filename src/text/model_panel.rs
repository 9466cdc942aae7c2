//! The words of the forms on the left that are no field's name: headings, hints, buttons.

use crate::scenario::v1::{Hours, Mode};

/// Words of the forms.
#[derive(Debug)]
pub struct ModelPanelText {
    /// Heading.
    pub heading: &'static str,
    /// Section of title, story and time.
    pub scenario: &'static str,
    /// Keeps no book.
    pub no_book: &'static str,
    /// Kept by, owned by.
    pub kept_by: fn(&str, &str) -> String,
    /// What a rate field takes.
    pub percent_wanted: &'static str,
    /// Working or natural days.
    pub cycle_kind: &'static str,
    /// Working days.
    pub working_days: &'static str,
    /// Natural days.
    pub natural_days: &'static str,
    /// How a merchant is connected.
    pub mode_of: fn(Mode) -> &'static str,
    /// When people pay.
    pub hours_of: fn(Hours) -> &'static str,
    /// A receiver's share.
    pub share_to: fn(&str) -> String,
    /// A refund of a payment.
    pub refund_of: fn(&str) -> String,
    /// Adds an entry: what is added.
    pub add: fn(&str) -> String,
    /// Adds what the label beside says.
    pub add_this: &'static str,
    /// Removes one, with its name.
    pub remove: fn(&str) -> String,
    /// Puts an entry before the one above, with its name.
    pub move_up: fn(&str) -> String,
    /// Shows all fields of an entry.
    pub more: &'static str,
    /// Shows fewer again.
    pub less: &'static str,
    /// The same field in the other language.
    pub in_other_language: fn(&str) -> String,
    /// What is named does not exist.
    pub not_there: fn(&str) -> String,
    /// Rows on this page, of all.
    pub rows: fn(usize, usize, usize) -> String,
    /// Rows before.
    pub earlier: &'static str,
    /// Rows after.
    pub later: &'static str,
    /// Nothing in this section.
    pub none: &'static str,
    /// Ready-made pieces.
    pub blocks: &'static str,
    /// What they are for.
    pub blocks_hint: &'static str,
    /// Nobody takes part yet.
    pub start: &'static str,
    /// All expectations hold.
    pub all_hold: fn(usize) -> String,
    /// So many of so many do not.
    pub some_fail: fn(usize, usize) -> String,
    /// Shows them.
    pub show: &'static str,
    /// Not computed yet.
    pub unknown: &'static str,
    /// Changes the entry behind an account.
    pub change_account: &'static str,
}

/// 中文.
pub static ZH_CN: ModelPanelText = ModelPanelText {
    heading: "模型",
    scenario: "沙盘",
    no_book: "不记账",
    kept_by: |bank, owner| format!("{owner} · 开在{bank}"),
    percent_wanted: "请填百分数，如 0.60",
    cycle_kind: "周期按",
    working_days: "T 工作日",
    natural_days: "D 自然日",
    mode_of: |mode| match mode {
        Mode::Direct => "直连",
        Mode::SubMerchant => "服务商 · 特约商户",
        Mode::Pooled => "大商户",
    },
    hours_of: |hours| match hours {
        Hours::AllDay => "全天",
        Hours::Retail => "商场 10–22 点",
        Hours::Office => "办公 9–18 点",
        Hours::Night => "夜间 18–24 点",
    },
    share_to: |party| format!("分给{party} %"),
    refund_of: |payment| format!("退 {payment}"),
    add: |what| format!("加{what}"),
    add_this: "加",
    remove: |name| format!("删除 {name}"),
    move_up: |name| format!("上移 {name}"),
    more: "全部字段",
    less: "收起",
    in_other_language: |field| format!("{field}（英文）"),
    not_there: |id| format!("{id}（没有这一项）"),
    rows: |first, last, all| format!("{first}–{last} / {all}"),
    earlier: "前面的",
    later: "后面的",
    none: "没有",
    blocks: "模板块",
    blocks_hint: "一次放进一组配好的条目；缺什么会一并带上，之后逐项都可以改。",
    start: "还没有参与方。从一个模板块开始，或在下面逐项添加。",
    all_hold: |all| format!("✓ {all} 条都成立"),
    some_fail: |failing, all| format!("✕ {all} 条中 {failing} 条不成立"),
    show: "查看",
    unknown: "待推演",
    change_account: "改它的设定",
};

/// English.
pub static EN: ModelPanelText = ModelPanelText {
    heading: "Model",
    scenario: "Scenario",
    no_book: "keeps no book",
    kept_by: |bank, owner| format!("{owner} at {bank}"),
    percent_wanted: "a percentage is wanted, such as 0.60",
    cycle_kind: "Counted in",
    working_days: "T working days",
    natural_days: "D natural days",
    mode_of: |mode| match mode {
        Mode::Direct => "direct",
        Mode::SubMerchant => "sub-merchant of a provider",
        Mode::Pooled => "pooled",
    },
    hours_of: |hours| match hours {
        Hours::AllDay => "all day",
        Hours::Retail => "retail, 10–22 h",
        Hours::Office => "office, 9–18 h",
        Hours::Night => "night, 18–24 h",
    },
    share_to: |party| format!("{party}'s share %"),
    refund_of: |payment| format!("of {payment}"),
    add: |what| format!("Add {what}"),
    add_this: "Add",
    remove: |name| format!("Remove {name}"),
    move_up: |name| format!("Move up {name}"),
    more: "All fields",
    less: "Fewer fields",
    in_other_language: |field| format!("{field} in Chinese"),
    not_there: |id| format!("{id} (does not exist)"),
    rows: |first, last, all| format!("{first}–{last} of {all}"),
    earlier: "Earlier",
    later: "Later",
    none: "None",
    blocks: "Pieces",
    blocks_hint: "Puts in several entries that belong together, with whatever they lack. Each can be changed afterwards.",
    start: "Nobody takes part yet. Start with a ready-made piece, or add entries below.",
    all_hold: |all| format!("✓ all {all} hold"),
    some_fail: |failing, all| format!("✕ {failing} of {all} fail"),
    show: "Show",
    unknown: "not run yet",
    change_account: "Change its settings",
};
