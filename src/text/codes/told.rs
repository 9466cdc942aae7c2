//! What completion codes stand for, as one table in words of one language: a row a line, a sign before each result.

use crate::analysis::view::{CodeRow, CodeStanding, CodesSeen, Signature};
use crate::scenario::limits::CODE_LINES_MAX;
use crate::text::Lang;
use crate::text::compare::tables::ToldTable;

/// Words of the list.
struct ListText {
    /// How many pass, of how many lines.
    count: fn(usize, usize) -> String,
    /// So many lines were not looked at.
    left_out: fn(u32) -> String,
    /// Headings: code, what it comes to, name, lesson, choices.
    columns: [&'static str; 5],
    /// What a code comes to.
    standing: fn(&CodeStanding) -> String,
}

fn words(lang: Lang) -> &'static ListText {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::En => &EN,
    }
}

/// The list; no rows when there are no lines.
pub fn told(seen: &CodesSeen, lang: Lang) -> ToldTable {
    let text = words(lang);
    let passes = |row: &&CodeRow| matches!(row.standing, CodeStanding::Passed { .. });
    let good = seen.rows.iter().filter(passes).count();
    let cells = |row: &CodeRow| {
        let result = format!("{} {}", sign(&row.standing), standing(&row.standing, lang));
        vec![
            row.code.clone(),
            result,
            row.name.clone(),
            lesson(row, lang),
            chosen(row, lang),
        ]
    };
    ToldTable {
        title: (text.count)(good, seen.rows.len()),
        note: left_out(seen.left_out, lang),
        words: 5,
        columns: text.columns.iter().map(|name| (*name).to_owned()).collect(),
        rows: seen.rows.iter().map(cells).collect(),
    }
}

/// What a code comes to.
pub fn standing(standing: &CodeStanding, lang: Lang) -> String {
    (words(lang).standing)(standing)
}

/// So many lines were not looked at; nothing when all were.
pub fn left_out(lines: u32, lang: Lang) -> String {
    match lines {
        0 => String::new(),
        lines => (words(lang).left_out)(lines),
    }
}

/// Id and title of the lesson, once it is known.
pub fn lesson(row: &CodeRow, lang: Lang) -> String {
    let lesson = row.lesson.as_ref();
    lesson.map_or_else(String::new, |(id, title)| {
        format!("{id} {}", lang.of(title))
    })
}

/// What was chosen, once it is known.
pub fn chosen(row: &CodeRow, lang: Lang) -> String {
    let labels: Vec<&str> = row.chosen.iter().map(|words| lang.of(words)).collect();
    labels.join(" / ")
}

/// Good, good but for the name, or not.
fn sign(standing: &CodeStanding) -> char {
    match standing {
        CodeStanding::Passed {
            name: Signature::Fits,
        } => '✓',
        CodeStanding::Passed { .. } => '◇',
        _ => '✕',
    }
}

/// 中文.
static ZH_CN: ListText = ListText {
    count: |good, all| format!("{all} 行，{good} 行通过"),
    left_out: |count| format!("还有 {count} 行没有看：一次最多 {CODE_LINES_MAX} 行"),
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
static EN: ListText = ListText {
    count: |good, all| match (good, all) {
        (1, 1) => "1 line, and it passes".to_owned(),
        (1, _) => format!("{all} lines, 1 passes"),
        (_, 1) => format!("1 line, {good} pass"),
        _ => format!("{all} lines, {good} pass"),
    },
    left_out: |count| {
        format!("{count} more lines were not looked at; at most {CODE_LINES_MAX} at a time")
    },
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
