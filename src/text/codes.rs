//! The words of completion codes: getting one, and looking up what codes stand for.

pub mod told;

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
};
