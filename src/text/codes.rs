//! The words of completion codes: getting one, and looking up what codes stand for.

use crate::analysis::view::{CodeStanding, Signature};
use crate::text::Lang;

/// Words of completion codes.
#[derive(Debug)]
pub struct CodesText {
    /// What it is called.
    pub code: &'static str,
    /// What it is good for, and what not.
    pub honest: &'static str,
    /// The field of who passed.
    pub name: &'static str,
    /// Puts it on the clipboard.
    pub copy: &'static str,
    /// Heading of the trainer's list.
    pub heading: &'static str,
    /// What to do there.
    pub intro: &'static str,
    /// The field of the codes.
    pub field: &'static str,
    /// What such lines look like.
    pub example: &'static str,
    /// How many pass, of how many lines.
    pub count: fn(usize, usize) -> String,
    /// So many lines were not looked at.
    pub left_out: fn(u32) -> String,
    /// Headings of the list: code, what it comes to, name, lesson, choices.
    pub columns: [&'static str; 5],
    /// What a code comes to.
    pub standing: fn(&CodeStanding) -> String,
}

impl Lang {
    /// Words of completion codes.
    pub fn codes(self) -> &'static CodesText {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

/// 中文.
static ZH_CN: CodesText = CodesText {
    code: "完成码",
    honest: "能核对，不防伪：它由课、版本、选择和名字算出来，不是秘密，谁都能算。",
    name: "名字（可以不填）",
    copy: "复制完成码",
    heading: "核对完成码",
    intro: "一行一个完成码，名字写在前面或后面都行。只在这个浏览器里核对，不上传，也不保存。",
    field: "粘贴完成码",
    example: "ABCD-EFGH 小王",
    count: |good, all| format!("{all} 行，{good} 行通过"),
    left_out: |count| format!("还有 {count} 行没有看：一次最多 500 行"),
    columns: ["完成码", "结论", "名字", "课程", "选择"],
    standing: |standing| match standing {
        CodeStanding::Passed { name } => match name {
            Signature::Fits => "通过",
            Signature::Other => "通过，但不是用这个名字算的",
            Signature::Unasked => "通过；码里有名字，这一行没写，没法核对是谁",
        }
        .to_owned(),
        CodeStanding::NotPassing => "这些选择推演出来通不过".to_owned(),
        CodeStanding::OtherEdition => "是这一课的另一个版本，选择读不出来".to_owned(),
        CodeStanding::UnknownLesson => "格式对，但这里没有这一课".to_owned(),
        CodeStanding::WrongLength { found } => {
            format!("完成码是 8 个字符，这里有 {found} 个")
        }
        CodeStanding::WrongLetter { found } => {
            format!("完成码里没有「{found}」：只用字母和数字，不用 I、O、0、1")
        }
        CodeStanding::WrongCheck => "有字符抄错了：校验不对".to_owned(),
        CodeStanding::NoCode => "这一行没有完成码".to_owned(),
    },
};

/// English.
static EN: CodesText = CodesText {
    code: "Completion code",
    honest: "It can be checked and is no proof: it is computed from the lesson, its edition, the choices and the name, and anyone can compute one.",
    name: "Name (optional)",
    copy: "Copy the code",
    heading: "Check completion codes",
    intro: "One completion code a line, with a name before or behind it. They are checked in this browser only; nothing is uploaded or kept.",
    field: "Paste completion codes",
    example: "ABCD-EFGH Li Wang",
    count: |good, all| match (good, all) {
        (1, 1) => "1 line, and it passes".to_owned(),
        (1, _) => format!("{all} lines, 1 passes"),
        (_, 1) => format!("1 line, {good} pass"),
        _ => format!("{all} lines, {good} pass"),
    },
    left_out: |count| format!("{count} more lines were not looked at; at most 500 at a time"),
    columns: ["Code", "Result", "Name", "Lesson", "Choices"],
    standing: |standing| match standing {
        CodeStanding::Passed { name } => match name {
            Signature::Fits => "passed",
            Signature::Other => "passed, but not made with this name",
            Signature::Unasked => "passed; it was made with a name, which this line does not say",
        }
        .to_owned(),
        CodeStanding::NotPassing => "these choices do not pass when they are played".to_owned(),
        CodeStanding::OtherEdition => {
            "another edition of this lesson; its choices cannot be read".to_owned()
        }
        CodeStanding::UnknownLesson => "well formed, but no lesson here".to_owned(),
        CodeStanding::WrongLength { found } => {
            format!("a code has 8 characters, this has {found}")
        }
        CodeStanding::WrongLetter { found } => {
            format!("no code has “{found}”: only letters and digits without I, O, 0, 1")
        }
        CodeStanding::WrongCheck => "a character was copied wrong: the check fails".to_owned(),
        CodeStanding::NoCode => "no completion code in this line".to_owned(),
    },
};
