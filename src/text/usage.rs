//! What was wrong with the words of a command: what was found, what is allowed, what to do.

/// What was wrong with a command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misuse {
    /// No command was named: those that there are.
    NoCommand(Vec<String>),
    /// There is no such command: what was found, what there is, what may have been meant.
    UnknownCommand(String, Vec<String>),
    /// There is no such argument: what was found, what may have been meant.
    UnknownArgument(String, Option<String>),
    /// Something that must be there is missing: these.
    Missing(Vec<String>),
    /// An argument has no value: the argument, what is allowed where that is a list.
    NoValue(String, Vec<String>),
    /// A value that is not on the list: argument, what was found, what is allowed.
    NotOnTheList(String, String, Vec<String>),
    /// A value that cannot be read: argument, what was found, why, in this language.
    Unreadable(String, String, String),
    /// Two arguments that exclude each other.
    Conflict(String, Vec<String>),
    /// An argument with more or fewer values than it has, or that stands there twice.
    Times(String),
    /// Something that is not UTF-8 where a text should be.
    NotText,
    /// Anything else, in the words of whoever noticed it.
    Other(String),
}

/// 中文.
pub(super) fn misuse_zh(misuse: &Misuse) -> String {
    match misuse {
        Misuse::NoCommand(allowed) => format!("没有说要做什么，可选：{}", allowed.join("、")),
        Misuse::UnknownCommand(found, allowed) if allowed.is_empty() => {
            format!("没有「{found}」这个命令")
        }
        Misuse::UnknownCommand(found, allowed) => {
            format!("没有「{found}」这个命令，可选：{}", allowed.join("、"))
        }
        Misuse::UnknownArgument(found, None) => format!("多余或不认识的参数「{found}」"),
        Misuse::UnknownArgument(found, Some(meant)) => {
            format!("不认识的参数「{found}」，是不是想写 {meant}")
        }
        Misuse::Missing(missing) => format!("缺少 {}", missing.join("、")),
        Misuse::NoValue(argument, allowed) if allowed.is_empty() => {
            format!("{argument} 后面缺少值")
        }
        Misuse::NoValue(argument, allowed) => {
            format!("{argument} 后面缺少值，可选：{}", allowed.join("、"))
        }
        Misuse::NotOnTheList(argument, found, allowed) => {
            format!("{argument} 不能是「{found}」，可选：{}", allowed.join("、"))
        }
        Misuse::Unreadable(argument, found, why) => format!("{argument} 不能是「{found}」：{why}"),
        Misuse::Conflict(argument, others) => {
            format!(
                "{argument} 不能和 {} 一起用，请去掉其中一个",
                others.join("、")
            )
        }
        Misuse::Times(argument) => format!("{argument} 给了太多次，或者值的个数不对"),
        Misuse::NotText => "参数里有不是 UTF-8 的字符，只有文件名可以这样".to_owned(),
        Misuse::Other(words) => format!("命令写得不对：{words}"),
    }
}

/// English.
pub(super) fn misuse_en(misuse: &Misuse) -> String {
    match misuse {
        Misuse::NoCommand(allowed) => {
            format!("nothing was asked for; there are {}", allowed.join(", "))
        }
        Misuse::UnknownCommand(found, allowed) if allowed.is_empty() => {
            format!("there is no command “{found}”")
        }
        Misuse::UnknownCommand(found, allowed) => format!(
            "there is no command “{found}”; there are {}",
            allowed.join(", ")
        ),
        Misuse::UnknownArgument(found, None) => {
            format!("“{found}” is unknown here or one too many")
        }
        Misuse::UnknownArgument(found, Some(meant)) => {
            format!("“{found}” is unknown here; perhaps {meant} was meant")
        }
        Misuse::Missing(missing) => format!("{} is missing", missing.join(" and ")),
        Misuse::NoValue(argument, allowed) if allowed.is_empty() => {
            format!("{argument} has no value")
        }
        Misuse::NoValue(argument, allowed) => {
            format!("{argument} has no value; there are {}", allowed.join(", "))
        }
        Misuse::NotOnTheList(argument, found, allowed) => format!(
            "{argument} cannot be “{found}”; there are {}",
            allowed.join(", ")
        ),
        Misuse::Unreadable(argument, found, why) => {
            format!("{argument} cannot be “{found}”: {why}")
        }
        Misuse::Conflict(argument, others) => format!(
            "{argument} does not go with {}; leave one of them out",
            others.join(" and ")
        ),
        Misuse::Times(argument) => {
            format!("{argument} stands there too often or has another number of values")
        }
        Misuse::NotText => "an argument is not UTF-8; only names of files may be so".to_owned(),
        Misuse::Other(words) => format!("the command is not right: {words}"),
    }
}
