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
    /// Shows so many more of one's own.
    pub more_works: fn(usize) -> String,
    /// How large something is, from bytes.
    pub size: fn(u64) -> String,
    /// Bytes in use and bytes allowed.
    pub room: fn(&str, &str) -> String,
    /// The browser gives no room for large scenarios.
    pub small_room: &'static str,
    /// Something in storage that is damaged.
    pub damaged: &'static str,
    /// Something in storage of a later version of the page.
    pub newer: &'static str,
    /// Deletes something that cannot be read.
    pub forget_aside: &'static str,
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
    more_works: |count| format!("其余 {count} 个沙盘"),
    size: sized,
    room: |used, allowed| {
        format!(
            "都存在这个浏览器里，共用 {used}，浏览器允许 {allowed}。清除浏览数据会一并删除，要紧的请下载成文件"
        )
    },
    small_room: "这个浏览器没有给页面大容量存储（可能是无痕模式），沙盘合计只能存约 5 MB，关闭后也可能不保留；要紧的请下载成文件",
    damaged: "读不了的一份：内容已损坏，原样保留",
    newer: "读不了的一份：由更新版本的页面保存，原样保留",
    forget_aside: "删除读不了的这一份",
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
    more_works: |count| format!("{count} more"),
    size: sized,
    room: |used, allowed| {
        format!(
            "All kept in this browser: {used} in use, {allowed} allowed. Clearing browsing data deletes them too; download what matters"
        )
    },
    small_room: "This browser gives the page no large storage (a private window, perhaps). Scenarios can take about 5 MB together and may not outlive the window; download what matters",
    damaged: "One that cannot be read: it is damaged, and kept as it is",
    newer: "One that cannot be read: a later version of the page saved it, and it is kept as it is",
    forget_aside: "Delete the one that cannot be read",
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

/// Bytes as people say them: `640 B`, `12 KB`, `3.4 MB`, `2 GB`.
fn sized(bytes: u64) -> String {
    let tenths = |of: u64| {
        let tenths = bytes.saturating_mul(10).checked_div(of).unwrap_or(0);
        let (whole, rest) = (
            tenths.checked_div(10).unwrap_or(0),
            tenths.checked_rem(10).unwrap_or(0),
        );
        if whole >= 10 || rest == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{rest}")
        }
    };
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} KB", tenths(1_024)),
        1_048_576..1_073_741_824 => format!("{} MB", tenths(1_048_576)),
        _ => format!("{} GB", tenths(1_073_741_824)),
    }
}
