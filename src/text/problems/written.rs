//! What is wrong with how a document is written: not JSON, not a scenario, a field or value that cannot stand there.

use super::named::{form_en, form_zh};
use super::reader;
use crate::scenario::problem::ProblemKind;
use crate::text::{Lang, places::place};

pub(super) fn zh(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable {
            line,
            column,
            reason,
        } => {
            let what = reader::unreadable(reason).0;
            format!("第 {line} 行第 {column} 列不是合法的 JSON：{what}")
        }
        P::TextTooLarge { found, max } => {
            format!("文本有 {found} 字节，最多 {max} 字节，请拆成几个")
        }
        P::TooDeep { max } => format!("括号嵌套超过 {max} 层，请检查多写的括号"),
        P::NotAScenario { found } if found.is_empty() => {
            "不是沙盘文档：缺少 format，应写 \"format\": \"daycut/1\"".to_owned()
        }
        P::NotAScenario { found } => {
            format!("不是沙盘文档：format 是「{found}」，应是「daycut/1」")
        }
        P::NewerVersion { found, newest } => {
            format!("由更新的版本写成（{found}），本程序最高读到 {newest}，请更新程序后再打开")
        }
        P::DuplicateKey { key } => format!("字段「{key}」写了两次，只能有一个，请删去一个"),
        P::UnknownField { found, allowed } => {
            let there = allowed.join("、");
            format!("不认识字段「{found}」，这里可用：{there}；请改名或删去")
        }
        P::MissingField { field } => format!("缺少必填字段「{field}」，请补上"),
        P::WrongType {
            found,
            allowed,
            form,
        } => reader::wrong_type_zh(found, allowed, *form),
        P::UnknownValue { found, allowed } => {
            format!("「{found}」不在可选之列，请选：{}", allowed.join("、"))
        }
        P::BadForm { form, found } => format!("「{found}」写法不对，{}", form_zh(*form)),
        P::OutOfRange { found, min, max } => {
            format!("{found} 超出范围，请改到 {min} 到 {max} 之间")
        }
        P::TextTooLong { found, max } => format!("有 {found} 个字，最多 {max} 个，请缩短"),
        P::ForbiddenCharacter { found, position } => {
            format!("第 {position} 个字是看不见的字符 {found}，请删去，或重新输入这段文字")
        }
        P::TooMany { found, max } => format!("有 {found} 项，最多 {max} 项，请减少"),
        P::TooFew { found, min } => format!("有 {found} 项，至少要 {min} 项，请补上"),
        P::DuplicateId { id, first } => {
            let first = place(Lang::ZhCn, first);
            format!("编号「{id}」已用在{first}，编号不能重复，请换一个")
        }
        _ => String::new(),
    }
}

pub(super) fn en(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable {
            line,
            column,
            reason,
        } => {
            let what = reader::unreadable(reason).1;
            format!("Line {line}, column {column} is not JSON: {what}")
        }
        P::TextTooLarge { found, max } => {
            format!("The text has {found} bytes; at most {max}. Make several of it")
        }
        P::TooDeep { max } => {
            format!("Brackets are nested more than {max} deep; look for one too many")
        }
        P::NotAScenario { found } if found.is_empty() => {
            "Not a scenario document: “format” is missing; write \"format\": \"daycut/1\""
                .to_owned()
        }
        P::NotAScenario { found } => {
            format!("Not a scenario document: “format” is “{found}” and must be “daycut/1”")
        }
        P::NewerVersion { found, newest } => {
            format!(
                "Written by a newer version ({found}); this one reads up to {newest}. Update the program and open it again"
            )
        }
        P::DuplicateKey { key } => format!("The field “{key}” is there twice; keep one"),
        P::UnknownField { found, allowed } => {
            format!(
                "Unknown field “{found}”; rename or remove it. Known here: {}",
                allowed.join(", ")
            )
        }
        P::MissingField { field } => format!("The field “{field}” is missing; add it"),
        P::WrongType {
            found,
            allowed,
            form,
        } => reader::wrong_type_en(found, allowed, *form),
        P::UnknownValue { found, allowed } => {
            format!(
                "“{found}” is not known here; choose from {}",
                allowed.join(", ")
            )
        }
        P::BadForm { form, found } => format!("“{found}” is not readable: {}", form_en(*form)),
        P::OutOfRange { found, min, max } => {
            format!("{found} is out of range; it must be from {min} to {max}")
        }
        P::TextTooLong { found, max } => {
            format!("{found} characters; at most {max}. Shorten it")
        }
        P::ForbiddenCharacter { found, position } => {
            format!(
                "Character {position} is {found}, which nobody sees; delete it, or type the text anew"
            )
        }
        P::TooMany { found, max } => format!("{found} items; at most {max}. Remove some"),
        P::TooFew { found, min } => format!("{found} items; at least {min} are needed"),
        P::DuplicateId { id, first } => {
            let first = place(Lang::En, first);
            format!("The id “{id}” is taken already, at {first}; choose another")
        }
        _ => String::new(),
    }
}
