//! What is wrong with a file that should be imported: the line, the column, what was found there.

use crate::scenario::problem::{FileFlaw, ProblemKind};

/// 中文.
pub(super) fn file_problem_zh(kind: &ProblemKind) -> String {
    let ProblemKind::BadFile {
        line,
        column,
        reason,
        found,
    } = kind
    else {
        return String::new();
    };
    let flaw = file_zh(*reason);
    match (column.as_str(), found.as_str()) {
        ("", "") => format!("第 {line} 行：{flaw}"),
        ("", found) => format!("第 {line} 行：{flaw}「{found}」"),
        (column, found) => format!("第 {line} 行「{column}」：{flaw}「{found}」"),
    }
}

/// English.
pub(super) fn file_problem_en(kind: &ProblemKind) -> String {
    let ProblemKind::BadFile {
        line,
        column,
        reason,
        found,
    } = kind
    else {
        return String::new();
    };
    let flaw = file_en(*reason);
    match (column.as_str(), found.as_str()) {
        ("", "") => format!("Line {line}: {flaw}"),
        ("", found) => format!("Line {line}: {flaw} “{found}”"),
        (column, found) => format!("Line {line}, {column}: {flaw} “{found}”"),
    }
}

fn file_zh(flaw: FileFlaw) -> &'static str {
    match flaw {
        FileFlaw::Encoding => "不是 UTF-8 编码",
        FileFlaw::UnknownHeader => "表头不认识",
        FileFlaw::ColumnCount => "列数不对",
        FileFlaw::BadCell => "单元格读不懂",
        FileFlaw::TotalsDiffer => "汇总与明细不符",
        FileFlaw::BalanceDiffers => "结余不等于上一行结余加减本行金额",
        FileFlaw::CutOff => "文件不完整，缺汇总",
        FileFlaw::UnsupportedRow => "不支持这种行",
        FileFlaw::Empty => "没有明细",
    }
}

fn file_en(flaw: FileFlaw) -> &'static str {
    match flaw {
        FileFlaw::Encoding => "not UTF-8",
        FileFlaw::UnknownHeader => "unknown header",
        FileFlaw::ColumnCount => "another number of columns",
        FileFlaw::BadCell => "unreadable cell",
        FileFlaw::TotalsDiffer => "totals differ from the rows",
        FileFlaw::BalanceDiffers => "the balance is not the one before plus the movement",
        FileFlaw::CutOff => "cut off before the totals",
        FileFlaw::UnsupportedRow => "unsupported row",
        FileFlaw::Empty => "no rows",
    }
}
