//! What the reader of a document says: text that is not JSON, values of another type, fields that do not go with a
//! contract's mode.
//!
//! The parser has words of its own, in English and for programmers. They are looked up here, so that nobody meets
//! them in a sentence.

use crate::scenario::problem::Form;
use crate::text::{Lang, fields};

/// What the parser says, and what we say for it: 中文, English.
const PARSER: &[(&str, &str, &str)] = &[
    (
        "Expected comma",
        "这里缺一个逗号，请补上",
        "a comma is missing here; add it",
    ),
    (
        "Expected colon after",
        "字段名后面缺冒号，请补上",
        "a colon is missing behind the field; add it",
    ),
    (
        "Expected value after colon",
        "冒号后面没有值，请补上",
        "there is no value behind the colon; add one",
    ),
    (
        "Expected string for object property",
        "字段名要加双引号",
        "the name of a field must be in double quotes",
    ),
    (
        "Trailing commas",
        "最后一项后面多了一个逗号，请删去",
        "there is a comma behind the last item; remove it",
    ),
    (
        "Unexpected comma",
        "这里多了一个逗号，请删去",
        "there is a comma too many; remove it",
    ),
    (
        "Unexpected colon",
        "这里多了一个冒号，请删去",
        "there is a colon too many; remove it",
    ),
    (
        "Unexpected close brace",
        "这里不该有 }，请看前面是不是缺一项，或多写了它",
        "} cannot stand here; something before it is missing, or it is one too many",
    ),
    (
        "Unexpected close bracket",
        "这里不该有 ]，请看前面是不是缺一项，或多写了它",
        "] cannot stand here; something before it is missing, or it is one too many",
    ),
    (
        "Unterminated array",
        "从这里开始的列表没有结束，缺 ]",
        "the list that begins here does not end; ] is missing",
    ),
    (
        "Unterminated object",
        "从这里开始的一组字段没有结束，缺 }",
        "the fields that begin here do not end; } is missing",
    ),
    (
        "Unterminated string",
        "文本没有结束，缺双引号",
        "the text does not end; a double quote is missing",
    ),
    (
        "Single-quoted",
        "请把单引号改成双引号",
        "use double quotes instead of single ones",
    ),
    (
        "Comments",
        "不能写注释，请删去",
        "there can be no comments; remove it",
    ),
    (
        "Unterminated comment",
        "不能写注释，请删去",
        "there can be no comments; remove it",
    ),
    (
        "Text cannot contain more than one",
        "文档已经结束，后面还有文字，请删去",
        "the document has ended and text follows; remove it",
    ),
    (
        "Invalid escape",
        "反斜线的写法不对，反斜线本身要写两个",
        "a backslash is used wrongly; write two for one",
    ),
    (
        "Expected four hex digits",
        "\\u 后面要有四位十六进制数字",
        "four hexadecimal digits must follow \\u",
    ),
    (
        "Invalid unicode escape",
        "\\u 后面的数字不是一个字符",
        "the digits behind \\u are no character",
    ),
    (
        "control character",
        "文本里有换行或控制字符，换行请写成 \\n",
        "a line break or control character stands inside a text; write \\n for a line break",
    ),
    (
        "byte order mark",
        "文件开头有字节顺序标记（BOM），请另存为不带 BOM 的 UTF-8",
        "the file begins with a byte order mark; save it as UTF-8 without one",
    ),
    ("no value", "文档是空的", "the document is empty"),
    (
        "Unexpected token in object",
        "这里要写加双引号的字段名",
        "the name of a field in double quotes belongs here",
    ),
    (
        "unexpected character",
        "这里有全角或特殊字符，请改成半角",
        "this character is not part of JSON; replace it",
    ),
    (
        "Unexpected word",
        "这里的文字没有加双引号，请加上",
        "this word is not in double quotes; add them",
    ),
    ("Leading or trailing decimal", NUMBER.0, NUMBER.1),
    ("Unary plus", NUMBER.0, NUMBER.1),
    ("Hexadecimal", NUMBER.0, NUMBER.1),
    ("Expected digit", NUMBER.0, NUMBER.1),
];

/// A number that is not written as JSON writes numbers.
const NUMBER: (&str, &str) = (
    "数字的写法不对，请写成 12 或 0.5 的样子",
    "this number is not well written; write it like 12 or 0.5",
);

/// What is wrong with a text that is not JSON: 中文, English.
pub(super) fn unreadable(reason: &str) -> (&'static str, &'static str) {
    let said = PARSER
        .iter()
        .find(|(words, _, _)| reason.starts_with(words));
    said.map_or(
        (
            "这里的写法不对，请检查引号、逗号和数字",
            "this is not well written; look at quotes, commas and numbers",
        ),
        |(_, zh, en)| (zh, en),
    )
}

/// What a form is called and how it looks: 中文, English, sample.
fn form(form: Form) -> (&'static str, &'static str, &'static str) {
    match form {
        Form::Amount => ("金额", "an amount", "\"12.00\""),
        Form::Rate => ("费率", "a rate", "\"0.006\""),
        Form::Moment => ("时刻", "a moment", "\"2018-09-30T22:59:50\""),
        Form::Date => ("日期", "a date", "\"2018-09-30\""),
        Form::TimeOfDay => ("时间", "a time", "\"22:00\""),
        Form::Cycle => ("周期", "a cycle", "\"T+1\""),
        Form::Id => ("编号", "an id", "\"cafe\""),
        Form::WholeNumber => ("整数", "a whole number", "3"),
        Form::Name => ("文字", "a text", "\"…\""),
        Form::AccountName => ("账户", "an account", "\"wx:2241.01.cafe\""),
        Form::BillMoment => ("账单时间", "a bill's moment", "\"2018-09-30 22:59:50\""),
        Form::BillNumber => ("单号", "a number", "\"4200000925202101284997714292\""),
        Form::BillCode => ("代码", "a code", "\"OTHERS\""),
        Form::BillRate => ("账单费率", "a bill's rate", "\"0.60%\""),
        Form::BillHeader => ("表头", "a header", "\"交易时间,…\""),
    }
}

/// A value of another type.
pub(super) fn wrong_type_zh(found: &str, allowed: &str, wanted: Option<Form>) -> String {
    let is = type_zh(found);
    match wanted.map(|wanted| (wanted, form(wanted))) {
        Some((Form::WholeNumber, (_, _, sample))) => {
            format!("这里要写不加引号的整数，如 {sample}，现在是{is}")
        }
        Some((_, (name, _, sample))) if found == "number" => {
            format!("{name}要加引号写成文本，如 {sample}")
        }
        Some((_, (name, _, sample))) => {
            format!("这里要写加引号的{name}，如 {sample}，现在是{is}")
        }
        None => {
            let allowed: Vec<_> = allowed.split(" or ").map(type_zh).collect();
            format!("这里要写{}，现在是{is}", allowed.join("或"))
        }
    }
}

/// A value of another type.
pub(super) fn wrong_type_en(found: &str, allowed: &str, wanted: Option<Form>) -> String {
    match wanted.map(|wanted| (wanted, form(wanted))) {
        Some((Form::WholeNumber, (_, name, sample))) => {
            format!("Write {name} without quotes here, such as {sample}, instead of {found}")
        }
        Some((_, (_, name, sample))) if found == "number" => {
            format!("Write {name} in quotes, such as {sample}")
        }
        Some((_, (_, name, sample))) => {
            format!("Write {name} in quotes here, such as {sample}, instead of {found}")
        }
        None => format!("This must be {allowed}, not {found}"),
    }
}

fn type_zh(name: &str) -> &'static str {
    match name {
        "text" => "加引号的文本",
        "number" => "不加引号的数字",
        "list" => "列表 [ ]",
        "object" => "一组字段 { }",
        "null" => "空值 null",
        _ => "真假值 true、false",
    }
}

/// A field that a contract of this mode has not, or lacks.
pub(super) fn mode_zh(mode: &str, field: &str, missing: bool) -> String {
    let name = fields::label(Lang::ZhCn, "Contract", field);
    let called = |mode| fields::answer(Lang::ZhCn, "mode", mode);
    let this = called(mode);
    if missing {
        format!("「{this}」合同必须写明{name}（{field}），请补上")
    } else {
        let other = called("sub_merchant");
        format!("「{this}」合同不能有{name}（{field}），请删去，或改为「{other}」")
    }
}

/// A field that a contract of this mode has not, or lacks.
pub(super) fn mode_en(mode: &str, field: &str, missing: bool) -> String {
    let called = |mode| fields::answer(Lang::En, "mode", mode);
    let this = called(mode);
    if missing {
        format!("A contract of the mode “{this}” needs a “{field}”; add it")
    } else {
        let other = called("sub_merchant");
        format!("A contract of the mode “{this}” has no “{field}”; remove it, or choose “{other}”")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::document;
    use crate::scenario::problem::ProblemKind;

    #[test]
    fn the_words_of_the_parser_are_never_heard() {
        for json in [
            "",
            " ",
            "{,}",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "['a']",
            "[1] x",
            "{} {}",
            "// c\n1",
            "/* c */ 1",
            "/* c",
            "[1 2]",
            "{\"a\":1 \"b\":2}",
            "{\"a\"}",
            "{\"a\" 1}",
            "{\"a\":}",
            "{:1}",
            "]",
            "}",
            "[}",
            "{]",
            ":",
            ",",
            "[",
            "{",
            "{\"a\":1",
            "\"",
            "\"a\nb\"",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\u{feff}{}",
            "{\"a\": １}",
            "01",
            "+1",
            ".5",
            "5.",
            "0x1",
            "nul",
            "NaN",
            "Infinity",
            "-",
        ] {
            let problems = document::read_text(json).unwrap_err();
            let [problem] = problems.as_slice() else {
                panic!("{json}: {problems:?}");
            };
            let ProblemKind::Unreadable { reason, .. } = &problem.kind else {
                panic!("{json}: {problems:?}");
            };
            let (zh, en) = unreadable(reason);
            let is_known = |(words, _, _): &(&str, &str, &str)| reason.starts_with(words);
            assert!(PARSER.iter().any(is_known), "{json}: {reason}");
            assert!(!en.contains(reason.as_str()), "{json}: {en}");
            let foreign = zh
                .replace("BOM", "")
                .replace("UTF-8", "")
                .replace("\\u", "")
                .replace("\\n", "");
            assert!(
                !foreign.contains(|c: char| c.is_ascii_alphabetic()),
                "{json}: {zh}"
            );
        }
    }

    #[test]
    fn a_number_where_a_text_belongs_is_told_how_to_write_it() {
        assert_eq!(
            wrong_type_zh("number", "text", Some(Form::Amount)),
            "金额要加引号写成文本，如 \"12.00\""
        );
        assert_eq!(
            wrong_type_zh("text", "number", Some(Form::WholeNumber)),
            "这里要写不加引号的整数，如 3，现在是加引号的文本"
        );
        assert_eq!(
            wrong_type_zh("text", "list", None),
            "这里要写列表 [ ]，现在是加引号的文本"
        );
    }

    #[test]
    fn a_field_too_many_and_a_field_too_few_are_two_sentences() {
        assert_eq!(
            mode_zh("direct", "provider", false),
            "「直连」合同不能有服务商（provider），请删去，或改为「服务商 · 特约商户」"
        );
        assert_eq!(
            mode_zh("sub_merchant", "provider", true),
            "「服务商 · 特约商户」合同必须写明服务商（provider），请补上"
        );
    }
}
