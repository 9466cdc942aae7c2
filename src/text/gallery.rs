//! The words of the gallery: groups by question, what to look for, own work.

/// Words of the gallery.
#[derive(Debug)]
pub struct GalleryText {
    /// Heading.
    pub heading: &'static str,
    /// What one does here, in one sentence.
    pub intro: &'static str,
    /// Nothing leaves the browser.
    pub private: &'static str,
    /// Goes on with the saved work.
    pub resume: &'static str,
    /// When something is saved.
    pub own_work: &'static str,
    /// Opens an item.
    pub open: &'static str,
    /// Days, participants, payments of a scenario.
    pub facts: fn(u32, usize, usize) -> String,
    /// Payments are drawn as well, so many a day.
    pub drawn: fn(u64) -> String,
    /// Expectations that the item checks.
    pub expectations: fn(usize) -> String,
    /// Groups: cut, settlement, others.
    pub group_cut: &'static str,
    /// Questions about when money arrives.
    pub group_settlement: &'static str,
    /// Questions about who gets which share.
    pub group_split: &'static str,
    /// Questions about through whose hands money goes.
    pub group_clearing: &'static str,
    /// Questions about bills.
    pub group_bill: &'static str,
    /// Starts from nothing.
    pub blank: &'static str,
    /// What that is for.
    pub blank_hint: &'static str,
    /// Keeps a copy of an item as one's own.
    pub copy: &'static str,
    /// The same, said of which item.
    pub copy_of: fn(&str) -> String,
    /// Leads to the lessons.
    pub learn: &'static str,
    /// What that is for.
    pub learn_hint: &'static str,
    /// No items yet.
    pub empty: &'static str,
}

/// 中文.
pub static ZH_CN: GalleryText = GalleryText {
    heading: "从一个问题开始",
    intro: "每个模板是一个可以改、可以推演的沙盘。打开一个，改一处，看每一方的账怎么变。",
    private: "一切都在您的浏览器里计算，不上传任何内容。",
    resume: "继续上次的沙盘",
    own_work: "我的沙盘",
    open: "打开",
    facts: |days, parties, payments| format!("{days} 天 · {parties} 个参与方 · {payments} 笔交易"),
    drawn: |per_day| format!("每天另生成 {per_day} 笔"),
    expectations: |count| format!("{count} 项预期核对"),
    group_cut: "日切：这笔钱算哪一天的？",
    group_settlement: "结算：钱哪天到账？",
    group_split: "分账：谁该得多少？",
    group_clearing: "二清：钱经过了谁的手？",
    group_bill: "账单：文件和账对得上吗？",
    blank: "空白沙盘",
    blank_hint: "从零开始：用模板块或逐项添加参与方、合同和交易。",
    copy: "由此另存",
    copy_of: |title| format!("由此另存：{title}"),
    learn: "课程",
    learn_hint: "先押注，再推演，拨几个旋钮找到答案。",
    empty: "模板库是空的",
};

/// English.
pub static EN: GalleryText = GalleryText {
    heading: "Start from a question",
    intro: "Each item is a scenario to change and to play. Open one, change one thing, and see how every party's book changes.",
    private: "Everything is computed in your browser; nothing is uploaded.",
    resume: "Continue where I left off",
    own_work: "My scenario",
    open: "Open",
    facts: |days, parties, payments| {
        let plural = if payments == 1 { "" } else { "s" };
        format!("{days} days · {parties} participants · {payments} payment{plural}")
    },
    drawn: |per_day| format!("and {per_day} drawn a day"),
    expectations: |count| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} expectation{plural}")
    },
    group_cut: "Day cuts: which day does it belong to?",
    group_settlement: "Settlement: when does the money arrive?",
    group_split: "Splits: who gets how much?",
    group_clearing: "Second clearing: through whose hands does it go?",
    group_bill: "Bills: do file and books agree?",
    blank: "Blank scenario",
    blank_hint: "Start from nothing: add parties, contracts and payments one by one, or by ready-made pieces.",
    copy: "Save a copy",
    copy_of: |title| format!("Save a copy of {title}"),
    learn: "Lessons",
    learn_hint: "Bet first, then play it out and turn a few knobs until it is right.",
    empty: "The gallery is empty",
};
