//! The words of mirrors: ours, theirs, the difference, and what explains it.

use crate::analysis::view::{DifferenceReason, MirrorKind};

/// Words of mirrors.
#[derive(Debug)]
pub struct MirrorsText {
    /// The tab.
    pub heading: &'static str,
    /// What the table shows, in a sentence.
    pub hint: &'static str,
    /// A mirror: its kind, the keeper of the own book, the keepers of the others.
    pub mirror: fn(MirrorKind, &str, &str) -> String,
    /// The date compared.
    pub date: &'static str,
    /// The row of the cursor.
    pub now: &'static str,
    /// In one's own book.
    pub ours: &'static str,
    /// In the others' books.
    pub theirs: &'static str,
    /// Ours less theirs.
    pub difference: &'static str,
    /// What explains it.
    pub explained: &'static str,
    /// What is left.
    pub unexplained: &'static str,
    /// Why one side has it not.
    pub reason: fn(DifferenceReason) -> &'static str,
    /// How many more happenings explain it.
    pub more: fn(u32) -> String,
    /// Dates on which both sides agree: how many.
    pub agree: fn(usize) -> String,
    /// There is no mirror.
    pub none: &'static str,
}

/// 中文.
pub static ZH_CN: MirrorsText = MirrorsText {
    heading: "对账",
    hint: "同一笔钱在两本账里各记一次：日终比日终，现在比现在，差额由哪几笔造成。",
    mirror: |kind, ours, theirs| {
        let (own, other) = match kind {
            MirrorKind::OwnBank => ("自有银行存款", "存款户"),
            MirrorKind::Reserve => ("备付金", "备付金户"),
            MirrorKind::Receivable => ("渠道应收", "欠款"),
        };
        format!("{} · {ours}的{own} 对 {theirs}的{other}", kind.code())
    },
    date: "会计日",
    now: "现在",
    ours: "我方（元）",
    theirs: "对方（元）",
    difference: "差额",
    explained: "由这些事造成",
    unexplained: "未解释",
    reason: |reason| match reason {
        DifferenceReason::BetweenCutOffs => "跨日切（时间性差异）",
        DifferenceReason::NotYetLearnt => "未达账项：对方已记，我方未收到通知",
    },
    more: |more| format!("还有 {more} 笔"),
    agree: |dates| format!("另有 {dates} 个会计日两边一致"),
    none: "没有两本账记同一笔钱。",
};

/// English.
pub static EN: MirrorsText = MirrorsText {
    heading: "Mirrors",
    hint: "The same money stands in two books: closing against closing, now against now, and what makes the difference.",
    mirror: |kind, ours, theirs| {
        let (own, other) = match kind {
            MirrorKind::OwnBank => ("bank money", "deposit"),
            MirrorKind::Reserve => ("reserve", "reserve deposit"),
            MirrorKind::Receivable => ("receivable", "debt"),
        };
        format!(
            "{} · {own} of {ours} against {other} at {theirs}",
            kind.code()
        )
    },
    date: "Date",
    now: "Now",
    ours: "Ours (CNY)",
    theirs: "Theirs (CNY)",
    difference: "Difference",
    explained: "Explained by",
    unexplained: "Unexplained",
    reason: |reason| match reason {
        DifferenceReason::BetweenCutOffs => "between two cut-offs",
        DifferenceReason::NotYetLearnt => "not yet learnt",
    },
    more: |more| format!("{more} more"),
    agree: |dates| {
        if dates == 1 {
            "Both sides agree on 1 other date".to_owned()
        } else {
            format!("Both sides agree on {dates} other dates")
        }
    },
    none: "No two books stand for the same money.",
};
