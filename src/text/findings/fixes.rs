//! What each fix does, and what a change of the model does to the findings: both languages.

use serde::Serialize;

use crate::analysis::rules::{self, Fix, FixKind};
use crate::analysis::view::{Finding, FindingChange, FindingsChange};
use crate::scenario::edit;
use crate::scenario::v1::{Scenario, Words};
use crate::scenario::writer;
use crate::text::Lang;

/// A fix with its label and what it leads to, for whoever shows it.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ToldFix {
    /// What it does, and how.
    #[serde(flatten)]
    pub fix: Fix,
    /// What it does, in words.
    pub label: Words,
    /// The scenario after it.
    pub text: String,
}

impl ToldFix {
    /// The fixes of a finding of the scenario that was played.
    pub fn all(scenario: &Scenario, finding: &Finding) -> Vec<ToldFix> {
        let told = |fix: Fix| {
            let after = edit::apply_all(scenario, &fix.edits).ok()?;
            Some(ToldFix {
                label: Words {
                    zh: self::fix(fix.kind, Lang::ZhCn).to_owned(),
                    en: self::fix(fix.kind, Lang::En).to_owned(),
                },
                text: writer::write(&after),
                fix,
            })
        };
        let fixes = rules::fixes(scenario, finding).into_iter();
        fixes.filter_map(told).collect()
    }
}

/// What a fix does, as the label of a button. It stands apart from the other words of risk hints, so that a shell
/// that only offers fixes does not carry them.
pub fn fix(kind: FixKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        FixKind::SubMerchants => (
            "一户一号：商户改为服务商下的特约商户，佣金由渠道分账",
            "A sub-merchant number for every seller; the channel splits off the commission",
        ),
        FixKind::FinishOnboarding => ("完成进件", "Finish the onboarding"),
        FixKind::LowerSplits => (
            "把分账比例降到渠道上限以内",
            "Lower the shares to the channel's limit",
        ),
        FixKind::SettleSooner => (
            "次日结算，不设起结金额",
            "Settle the next day, whatever the amount",
        ),
        FixKind::SameName => (
            "改为结算到同名账户",
            "Settle to an account in the merchant's own name",
        ),
        FixKind::DropOutflows => ("不付这些钱", "Do not make these payments"),
        FixKind::SplitOnward => (
            "由渠道直接分给平台转付的各方，平台不再转付",
            "Let the channel split directly to those whom the platform pays onward",
        ),
        FixKind::ShowSeller => ("付款人看到卖方的名称", "Show payers the seller's name"),
    };
    match lang {
        Lang::ZhCn => zh,
        Lang::En => en,
    }
}

/// Words of what a change does to the findings.
#[derive(Debug)]
pub struct ChangeText {
    /// A fix that is offered: by which name it is asked for, what it does.
    pub offered: fn(&str, &str) -> String,
    /// A finding that is gone: code, title.
    pub gone: fn(&str, &str) -> String,
    /// A finding that the change brings: severity, code, title.
    pub comes: fn(&str, &str, &str) -> String,
    /// A finding that stays: severity, code, title.
    pub stays: fn(&str, &str, &str) -> String,
    /// Others' money that a party holds at most: party, before, after.
    pub held: fn(&str, &str, &str) -> String,
    /// Expectations that fail: before, after.
    pub failing: fn(u32, u32) -> String,
    /// There is no such fix: what was asked for, what there is.
    pub no_fix: fn(&str, &[&str]) -> String,
}

/// What a change of the model does to the findings, to others' money and to expectations, a line each.
pub fn change_lines(change: &FindingsChange, lang: Lang) -> Vec<String> {
    let text = lang.findings();
    let finding = |one: &FindingChange| {
        let (code, title) = (one.rule.code(), (text.rule)(one.rule).title);
        match (one.before, one.after) {
            (Some(_), None) | (None, None) => (text.change.gone)(code, title),
            (None, Some(after)) => {
                (text.change.comes)((text.severity)(after.severity), code, title)
            }
            (Some(_), Some(after)) => {
                (text.change.stays)((text.severity)(after.severity), code, title)
            }
        }
    };
    let mut lines: Vec<String> = change.findings.iter().map(finding).collect();
    for one in &change.held {
        let (before, after) = (one.before.maximum.grouped(), one.after.maximum.grouped());
        lines.push((text.change.held)(lang.of(&one.name), &before, &after));
    }
    let (before, after) = change.failing;
    if (before, after) != (0, 0) {
        lines.push((text.change.failing)(before, after));
    }
    lines
}

/// 中文.
pub(super) static ZH_CN: ChangeText = ChangeText {
    offered: |name, label| format!("可以这样改（{name}）：{label}"),
    gone: |code, title| format!("消除：{code} {title}"),
    comes: |severity, code, title| format!("新增：【{severity}】{code} 疑似：{title}"),
    stays: |severity, code, title| format!("仍在：【{severity}】{code} 疑似：{title}"),
    held: |party, before, after| format!("{party}代持资金，最多：{before} → {after}"),
    failing: |before, after| format!("不符的预期核对：{before} → {after}"),
    no_fix: |found, names| match names {
        [] => format!("没有修改「{found}」：这个沙盘没有可以一键修改的风险提示"),
        _ => format!("没有修改「{found}」，可选：{}", names.join("、")),
    },
};

/// English.
pub(super) static EN: ChangeText = ChangeText {
    offered: |name, label| format!("a fix ({name}): {label}"),
    gone: |code, title| format!("gone: {code} {title}"),
    comes: |severity, code, title| format!("new: [{severity}] {code} suspected: {title}"),
    stays: |severity, code, title| format!("still there: [{severity}] {code} suspected: {title}"),
    held: |party, before, after| {
        format!("others' money held by {party}, at most: {before} → {after}")
    },
    failing: |before, after| format!("expectations that fail: {before} → {after}"),
    no_fix: |found, names| match names {
        [] => format!("no fix “{found}”: no finding of this scenario has one"),
        _ => format!("no fix “{found}”; there is {}", names.join(", ")),
    },
};
