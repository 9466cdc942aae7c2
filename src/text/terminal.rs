//! The words of the command line: what could not be read or written, what there is instead.

use std::io::ErrorKind;

use super::usage::{Misuse, misuse_en, misuse_zh};
use crate::analysis::export::ExportError;
use crate::base::date::AccountingDate;

/// Words of the command line.
#[derive(Debug)]
pub struct TerminalText {
    /// A file cannot be read: name, the system's reason.
    pub unreadable: fn(&str, &str) -> String,
    /// A file cannot be written: name, the system's reason.
    pub unwritable: fn(&str, &str) -> String,
    /// A sentence about what could not be written, and that nothing was lost.
    pub unchanged: fn(&str) -> String,
    /// Why the system said no, where it has a usual reason.
    pub system: fn(ErrorKind) -> Option<&'static str>,
    /// A folder that is left alone: its name, why.
    pub left_alone: fn(&str, &LeftAlone) -> String,
    /// What was wrong with a command.
    pub misuse: fn(&Misuse) -> String,
    /// How a command is written, and where all of them are described.
    pub usage: fn(&str) -> String,
    /// How far a run is: events so far and in all.
    pub playing: fn(u32, u32) -> String,
    /// How far the writing of files is: files so far and in all.
    pub writing: fn(usize, usize) -> String,
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

/// Why a folder is left alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LeftAlone {
    /// `-` is no folder.
    Stream,
    /// It is a link to this.
    Link(String),
    /// It is no folder.
    NotAFolder,
    /// Somebody works in it.
    Current,
    /// Another disk begins there.
    MountPoint,
    /// Another run is writing there.
    InUse,
    /// It holds this, which no run of ours has written.
    Foreign(String),
    /// It holds an earlier run.
    Ours,
}

impl TerminalText {
    /// Why the system said no: in words of this language, or else in its own.
    pub fn reason(&self, error: &std::io::Error) -> String {
        let words = (self.system)(error.kind());
        words.map_or_else(|| error.to_string(), str::to_owned)
    }
}

/// 中文.
pub static ZH_CN: TerminalText = TerminalText {
    unreadable: |file, reason| format!("读不了 {file}：{reason}"),
    unwritable: |file, reason| format!("写不了 {file}：{reason}"),
    unchanged: |told| format!("{told}。原来的内容没有改动"),
    system: system_zh,
    left_alone: left_alone_zh,
    misuse: misuse_zh,
    usage: |usage| format!("用法：{usage}\n全部说明：daycut-cli --help"),
    playing: |events, expected| format!("推演中：{events} / 约 {expected} 个事件"),
    writing: |files, all| format!("写文件：{files} / {all}"),
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
    unchanged: |told| format!("{told}; what was there before is unchanged"),
    system: system_en,
    left_alone: left_alone_en,
    misuse: misuse_en,
    usage: |usage| format!("usage: {usage}\nall of it: daycut-cli --help"),
    playing: |events, expected| format!("playing: {events} of about {expected} events"),
    writing: |files, all| format!("writing files: {files} of {all}"),
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

fn system_zh(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "没有这个文件或目录",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::IsADirectory => "这是一个目录，不是文件",
        ErrorKind::NotADirectory => "路径里有一段是文件，不是目录",
        ErrorKind::StorageFull => "磁盘已满",
        ErrorKind::QuotaExceeded => "超出磁盘配额",
        ErrorKind::FileTooLarge => "超过系统允许的文件大小",
        ErrorKind::ReadOnlyFilesystem => "磁盘只读",
        ErrorKind::InvalidFilename => "文件名太长，或含有不允许的字符",
        ErrorKind::DirectoryNotEmpty => "目录里刚刚有了别的文件",
        ErrorKind::AlreadyExists => "同名的文件或目录已经存在",
        ErrorKind::ResourceBusy => "正被别的程序占用",
        _ => return None,
    })
}

fn system_en(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        ErrorKind::NotADirectory => "a part of the path is a file, not a folder",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "beyond the quota of the disk",
        ErrorKind::FileTooLarge => "larger than the system allows",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::InvalidFilename => "the name is too long or holds a sign that is not allowed",
        ErrorKind::DirectoryNotEmpty => "other files have just come into the folder",
        ErrorKind::AlreadyExists => "a file or folder of that name is there already",
        ErrorKind::ResourceBusy => "another program is using it",
        _ => return None,
    })
}

fn left_alone_zh(folder: &str, why: &LeftAlone) -> String {
    match why {
        LeftAlone::Stream => {
            "run 写的是一个目录，不能写到标准输出：请用 --out 给一个目录名；只要一个文件用 export"
                .to_owned()
        }
        LeftAlone::Link(to) => format!("没有写 {folder}：它是指向 {to} 的链接，请直接给那个目录"),
        LeftAlone::NotAFolder => format!("没有写 {folder}：那里是一个文件，不是目录，请换一个名字"),
        LeftAlone::Current => {
            format!("没有写 {folder}：它是当前目录或其上级，请给一个新目录的名字")
        }
        LeftAlone::MountPoint => {
            format!("没有写 {folder}：它是一个挂载点，请给它里面的一个新目录，如 {folder}/run")
        }
        LeftAlone::InUse => format!("没有写 {folder}：另一个 run 正在写它，请等它结束或换一个目录"),
        LeftAlone::Foreign(found) => {
            format!("没有写 {folder}：里面有不是 run 写的东西（{found}），请给一个新的或空的目录")
        }
        LeftAlone::Ours => {
            format!("没有写 {folder}：里面是上一次 run 的结果；要换成这一次的，加 --replace")
        }
    }
}

fn left_alone_en(folder: &str, why: &LeftAlone) -> String {
    match why {
        LeftAlone::Stream => {
            "run writes a folder, which cannot go to standard output: name one with --out; \
             export writes a single file"
                .to_owned()
        }
        LeftAlone::Link(to) => {
            format!("left {folder} alone: it is a link to {to}; name that folder itself")
        }
        LeftAlone::NotAFolder => {
            format!("left {folder} alone: it is a file, not a folder; choose another name")
        }
        LeftAlone::Current => {
            format!("left {folder} alone: it is the current folder or one above; name a new folder")
        }
        LeftAlone::MountPoint => format!(
            "left {folder} alone: a disk is mounted there; name a new folder inside, such as {folder}/run"
        ),
        LeftAlone::InUse => format!(
            "left {folder} alone: another run is writing there; wait for it or choose another folder"
        ),
        LeftAlone::Foreign(found) => format!(
            "left {folder} alone: it holds something that no run has written ({found}); name a new or an \
             empty folder"
        ),
        LeftAlone::Ours => format!(
            "left {folder} alone: it holds an earlier run; --replace puts this one in its place"
        ),
    }
}

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
