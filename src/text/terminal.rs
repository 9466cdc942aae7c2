//! The words of the command line: what could not be read or written, what there is instead.

use crate::analysis::export::ExportError;
use crate::base::date::AccountingDate;

/// Words of the command line.
#[derive(Debug)]
pub struct TerminalText {
    /// A file cannot be read: name, the system's reason.
    pub unreadable: fn(&str, &str) -> String,
    /// A file cannot be written: name, the system's reason.
    pub unwritable: fn(&str, &str) -> String,
    /// A file is not a text.
    pub not_a_text: fn(&str) -> String,
    /// Something is wrong with one of two scenarios: A or B, what.
    pub on_side: fn(&str, &str) -> String,
    /// An expectation fails: path, subject, moment, expected, actual.
    pub fails: fn(&str, &str, &str, &str, &str) -> String,
    /// There is no such file to export.
    pub no_export: fn(&ExportError) -> String,
    /// A bug of ours, as data.
    pub broken: fn(&str) -> String,
    /// A date outside the calendar's years.
    pub beyond: fn(&str) -> String,
    /// The first day is after the last.
    pub backwards: &'static str,
    /// A scenario that does not fit into a link: characters allowed.
    pub link_too_long: fn(usize) -> String,
    /// A comparison was asked for with one scenario that is no link of two.
    pub two_needed: &'static str,
    /// The link holds two scenarios and nobody said which.
    pub which_side: &'static str,
    /// Files written: number, directory.
    pub written: fn(usize, &str) -> String,
    /// There is no such account: what was asked for, what there is.
    pub no_account: fn(&str, &[&str]) -> String,
    /// There is no such event: what was asked for, how many there are.
    pub no_event: fn(u32, u32) -> String,
    /// A lesson on the list: id, title, minutes.
    pub lesson_line: fn(&str, &str, u32) -> String,
    /// A lesson keeps its promises: name, ways to turn its knobs, ways that pass.
    pub lesson_proved: fn(&str, usize, usize) -> String,
}

/// 中文.
pub static ZH_CN: TerminalText = TerminalText {
    unreadable: |file, reason| format!("读不了 {file}：{reason}"),
    unwritable: |file, reason| format!("写不了 {file}：{reason}"),
    not_a_text: |file| format!("{file} 不是 UTF-8 文本"),
    on_side: |side, wrong| format!("{side} 有问题：{wrong}"),
    fails: |path, subject, moment, expected, actual| {
        format!("{path}：预期核对不符：{subject}，{moment}，预期 {expected}，实际 {actual}")
    },
    no_export: no_export_zh,
    broken: |fault| format!("模拟器自身的错误，请反馈：{fault}"),
    beyond: |date| format!("{date} 不在日历的年份里"),
    backwards: "--from 在 --to 之后",
    link_too_long: |max| format!("沙盘太大，放不进链接（最多 {max} 个字符），请发文件"),
    two_needed: "对比需要两个沙盘文件，或者一个装着两个沙盘的链接（p1.…）",
    which_side: "这个链接里有两个沙盘，用 --side a 或 --side b 说明要哪一个",
    written: |files, directory| format!("{files} 个文件写入 {directory}"),
    no_account: |found, allowed| format!("没有账户「{found}」，可选：{}", allowed.join("、")),
    no_event: |found, events| format!("没有第 {found} 个事件，可选 1 到 {events}"),
    lesson_line: |id, title, minutes| format!("{id}  {title}（{minutes} 分钟）"),
    lesson_proved: |name, ways, passing| {
        format!("{name}：说到做到。旋钮有 {ways} 种拨法，其中 {passing} 种通过")
    },
};

/// English.
pub static EN: TerminalText = TerminalText {
    unreadable: |file, reason| format!("cannot read {file}: {reason}"),
    unwritable: |file, reason| format!("cannot write {file}: {reason}"),
    not_a_text: |file| format!("{file} is not UTF-8 text"),
    on_side: |side, wrong| format!("{side} is wrong: {wrong}"),
    fails: |path, subject, moment, expected, actual| {
        format!("{path}: fails: {subject}, {moment}: expected {expected}, actual {actual}")
    },
    no_export: no_export_en,
    broken: |fault| format!("a bug in the simulator, please report it: {fault}"),
    beyond: |date| format!("{date} is outside the years of the calendar"),
    backwards: "--from is after --to",
    link_too_long: |max| {
        format!("the scenario does not fit into a link (at most {max} characters); send the file")
    },
    two_needed: "a comparison needs two scenario files, or one link that holds two (p1.…)",
    which_side: "the link holds two scenarios; say which with --side a or --side b",
    written: |files, directory| format!("{files} files written to {directory}"),
    no_account: |found, allowed| {
        format!(
            "there is no account “{found}”; there are {}",
            allowed.join(", ")
        )
    },
    no_event: |found, events| format!("there is no event {found}; there are 1 to {events}"),
    lesson_line: |id, title, minutes| format!("{id}  {title} ({minutes} minutes)"),
    lesson_proved: |name, ways, passing| {
        format!("{name}: keeps its promises; of {ways} ways to turn its knobs {passing} pass")
    },
};

fn no_export_zh(error: &ExportError) -> String {
    match error {
        ExportError::UnknownKind { found, allowed } => {
            format!("没有「{found}」这种文件，可选：{}", allowed.join("、"))
        }
        ExportError::UnknownParty { kind, allowed, .. } if allowed.is_empty() => {
            format!("这个沙盘没有哪一方的 {kind}，或 {kind} 不分参与方")
        }
        ExportError::UnknownParty { kind, allowed, .. } => {
            format!(
                "{kind} 要用 --party 指明参与方，可选：{}",
                allowed.join("、")
            )
        }
        ExportError::UnknownDate { kind, allowed, .. } if allowed.is_empty() => {
            format!("{kind} 不分日期")
        }
        ExportError::UnknownDate { kind, allowed, .. } => {
            format!("{kind} 要用 --date 指明会计日，可选：{}", dates(allowed))
        }
        ExportError::TooLong { kind, events, max } => {
            format!("全程有 {events} 个事件，{kind} 最多写 {max} 个")
        }
        ExportError::Broken { fault } => format!("模拟器自身的错误：{fault:?}"),
    }
}

fn no_export_en(error: &ExportError) -> String {
    match error {
        ExportError::UnknownKind { found, allowed } => {
            format!(
                "no file is of kind “{found}”; there are {}",
                allowed.join(", ")
            )
        }
        ExportError::UnknownParty { kind, allowed, .. } if allowed.is_empty() => {
            format!("no party has a {kind} file here, or the file is of the whole run")
        }
        ExportError::UnknownParty { kind, allowed, .. } => {
            format!("{kind} needs --party, one of {}", allowed.join(", "))
        }
        ExportError::UnknownDate { kind, allowed, .. } if allowed.is_empty() => {
            format!("{kind} takes no date")
        }
        ExportError::UnknownDate { kind, allowed, .. } => {
            format!("{kind} needs --date, one of {}", dates(allowed))
        }
        ExportError::TooLong { kind, events, max } => {
            format!("the run has {events} events; {kind} writes at most {max}")
        }
        ExportError::Broken { fault } => format!("a bug in the simulator: {fault:?}"),
    }
}

fn dates(dates: &[AccountingDate]) -> String {
    let dates: Vec<String> = dates.iter().map(AccountingDate::to_string).collect();
    dates.join(", ")
}
