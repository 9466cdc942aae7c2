//! The words of "why?": what a line of a posting rule means, what caused an event, how days were counted.

use crate::analysis::view::{BatchWhy, PostingRule, Reason};
use crate::domain::account::{AccountKind, Side};
use crate::domain::posting::{Meaning, Term};

use super::accounts;
use super::why_days::{batch_en, batch_zh};
use super::why_legs::{leg_en, leg_zh};
use super::why_reasons::{mode_en, mode_zh, reason_en, reason_zh};

/// Words of explanations.
#[derive(Debug)]
pub struct WhyText {
    /// The button.
    pub why: &'static str,
    /// The button, for those who cannot see beside what it stands: which balance.
    pub why_of: fn(&str) -> String,
    /// Heading of a balance: account, amount.
    pub balance: fn(&str, &str) -> String,
    /// Which entries count: date, whether the previous-day balance.
    pub counted: fn(&str, bool) -> String,
    /// The balance before the first entry shown: entries left out, amount.
    pub before: fn(u32, &str) -> String,
    /// There is no entry.
    pub no_entries: &'static str,
    /// The balance after an entry.
    pub after: &'static str,
    /// The entries.
    pub entries: &'static str,
    /// An event with its number.
    pub event: fn(u32) -> String,
    /// The posting rule.
    pub rule: fn(&PostingRule) -> String,
    /// A line of the rule: its number, which amount.
    pub line: fn(u32, Term) -> String,
    /// What such a leg means: meaning, debited kind, credited kind.
    pub leg: fn(Meaning, AccountKind, AccountKind) -> &'static str,
    /// Nothing was posted.
    pub posts_nothing: &'static str,
    /// What caused it.
    pub reasons: &'static str,
    /// A reason; batches are told one by one.
    pub reason: fn(&Reason, owner: &str) -> String,
    /// A batch and the counting to its due date.
    pub batch: fn(&BatchWhy) -> String,
    /// The other account of an entry: whether this one is debited or credited, what the other is called.
    pub against: fn(Side, &str) -> String,
    /// Where it stands in the scenario, in words.
    pub written_at: fn(&str) -> String,
    /// The text of the document that says so.
    pub original: &'static str,
    /// Leads to that place in the forms.
    pub show_in_forms: &'static str,
    /// Takes the cursor to the event.
    pub go_to_event: &'static str,
    /// It is being looked up.
    pub looking: &'static str,
}

/// 中文.
pub static ZH_CN: WhyText = WhyText {
    why: "为什么？",
    why_of: |balance| format!("为什么 {balance}？"),
    balance: |account, amount| format!("{account} 为什么是 {amount} 元"),
    counted: |date, previous| {
        if previous {
            format!("上日余额：会计日在 {date} 及以前的凭证之和")
        } else {
            format!("当前余额：到会计日 {date} 为止的凭证之和")
        }
    },
    before: |left_out, amount| match left_out {
        0 => format!("此前余额 {amount}"),
        rows => format!("此前 {rows} 笔凭证后余额 {amount}"),
    },
    no_entries: "没有凭证，所以余额是 0.00。",
    after: "余额",
    entries: "凭证",
    event: |event| format!("第 {event} 个事件"),
    rule: rule_zh,
    line: |line, term| format!("第 {line} 行，{}", term_zh(term)),
    leg: leg_zh,
    posts_nothing: "这件事不记账。",
    reasons: "为什么发生",
    reason: reason_zh,
    batch: batch_zh,
    against: |side, other| match side {
        Side::Debit => format!("记借方，对方科目：{other}"),
        Side::Credit => format!("记贷方，对方科目：{other}"),
    },
    written_at: |place| format!("对应设置：{place}"),
    original: "原文",
    show_in_forms: "在表单中查看",
    go_to_event: "到这一刻",
    looking: "正在查找原因",
};

/// English.
pub static EN: WhyText = WhyText {
    why: "Why?",
    why_of: |balance| format!("Why {balance}?"),
    balance: |account, amount| format!("Why {account} is {amount}"),
    counted: |date, previous| {
        if previous {
            format!("Previous-day balance: all entries dated {date} or earlier")
        } else {
            format!("Current balance: all entries up to accounting date {date}")
        }
    },
    before: |left_out, amount| match left_out {
        0 => format!("balance before {amount}"),
        1 => format!("balance after 1 earlier entry {amount}"),
        rows => format!("balance after {rows} earlier entries {amount}"),
    },
    no_entries: "There is no entry, so the balance is 0.00.",
    after: "balance",
    entries: "Entries",
    event: |event| format!("event {event}"),
    rule: rule_en,
    line: |line, term| format!("line {line}, {}", term_en(term)),
    leg: leg_en,
    posts_nothing: "This posts nothing.",
    reasons: "Why it happened",
    reason: reason_en,
    batch: batch_en,
    against: |side, other| match side {
        Side::Debit => format!("debited, against {other}"),
        Side::Credit => format!("credited, against {other}"),
    },
    written_at: |place| format!("set at {place}"),
    original: "as written",
    show_in_forms: "Show in the forms",
    go_to_event: "Go to this moment",
    looking: "Looking for the reason",
};

fn rule_zh(rule: &PostingRule) -> String {
    let mut name = format!("记账规则「{}", (accounts::ZH_CN.event)(rule.event));
    if let Some(mode) = rule.mode {
        name += &format!(" · {}", mode_zh(mode));
    }
    if rule.external {
        name += " · 沙盘开始前的支付";
    }
    if rule.before_split {
        name += " · 订单尚未分账";
    }
    name + "」"
}

fn rule_en(rule: &PostingRule) -> String {
    let mut name = format!("posting rule “{}", (accounts::EN.event)(rule.event));
    if let Some(mode) = rule.mode {
        name += &format!(", {}", mode_en(mode));
    }
    if rule.external {
        name += ", payment from before the scenario";
    }
    if rule.before_split {
        name += ", order not split yet";
    }
    name + "”"
}

fn term_zh(term: Term) -> String {
    match term {
        Term::Amount => "金额".to_owned(),
        Term::Fee => "手续费".to_owned(),
        Term::Share(place) => format!("第 {} 位接收方的份额", place.saturating_add(1)),
        Term::Rest => "扣除手续费和份额后的余款".to_owned(),
    }
}

fn term_en(term: Term) -> String {
    match term {
        Term::Amount => "the amount".to_owned(),
        Term::Fee => "the fee".to_owned(),
        Term::Share(place) => format!("the share of receiver {}", place.saturating_add(1)),
        Term::Rest => "what fee and shares leave".to_owned(),
    }
}
