//! What is wrong with a file that should be imported: the line, the column, what was found there, and what
//! would be right.

use crate::scenario::problem::{FileFlaw, ProblemKind};

/// 中文.
pub(super) fn file_problem_zh(kind: &ProblemKind) -> String {
    let Some(flaw) = Flaw::of(kind) else {
        return String::new();
    };
    match flaw.column {
        "" => format!("第 {} 行：{}", flaw.line, zh(&flaw)),
        column => format!("第 {} 行「{column}」：{}", flaw.line, zh(&flaw)),
    }
}

/// English.
pub(super) fn file_problem_en(kind: &ProblemKind) -> String {
    let Some(flaw) = Flaw::of(kind) else {
        return String::new();
    };
    match flaw.column {
        "" => format!("Line {}: {}", flaw.line, en(&flaw)),
        column => format!("Line {}, {column}: {}", flaw.line, en(&flaw)),
    }
}

/// A problem of a file, taken apart.
struct Flaw<'a> {
    line: u32,
    /// Blank where the sentence itself names the column.
    column: &'a str,
    reason: FileFlaw,
    found: &'a str,
    expected: &'a str,
    lines: &'a [u32],
    /// Whether the column counts rows; else it is money.
    counts: bool,
}

impl<'a> Flaw<'a> {
    fn of(kind: &'a ProblemKind) -> Option<Flaw<'a>> {
        let ProblemKind::BadFile {
            line,
            column,
            reason,
            found,
            expected,
            lines,
        } = kind
        else {
            return None;
        };
        Some(Flaw {
            line: *line,
            column,
            reason: *reason,
            found,
            expected,
            lines,
            counts: column.ends_with('数'),
        })
    }
}

fn zh(flaw: &Flaw<'_>) -> String {
    let (found, expected) = (flaw.found, flaw.expected);
    match flaw.reason {
        FileFlaw::Encoding => "不是 UTF-8 编码（常见的是 GBK），请另存为 UTF-8 再导入".to_owned(),
        FileFlaw::Blank => "文件是空的".to_owned(),
        FileFlaw::UnknownHeader => header_zh(found, expected),
        FileFlaw::MissingColumn => format!("缺少「{expected}」列"),
        FileFlaw::DuplicateColumn => format!("「{found}」列出现了两次"),
        FileFlaw::ColumnCount => format!("列数不对，应有 {expected} 列：「{found}」"),
        FileFlaw::CutOff => "文件不完整，缺汇总".to_owned(),
        FileFlaw::AfterTotals => format!("汇总之后不应再有内容「{found}」"),
        FileFlaw::Empty => "没有明细".to_owned(),
        FileFlaw::BlankCell => "不能为空".to_owned(),
        FileFlaw::BadForm => format!("写法不对「{found}」，应像 {expected} 这样写"),
        FileFlaw::UnknownWord => format!("不认识「{found}」，只能是 {expected}"),
        FileFlaw::DestroyedNumber => {
            format!("「{found}」被表格软件改写过，末尾的数字已经丢失，请重新下载账单")
        }
        FileFlaw::ForbiddenCharacter => format!("「{found}」里有不能出现的字符 {expected}"),
        FileFlaw::TooLong => format!("「{found}」太长，最多 {expected} 个字"),
        FileFlaw::OutOfRange => format!("「{found}」超出范围，允许 {expected}"),
        FileFlaw::FinerThanFen => format!("「{found}」比分还细，只能精确到分"),
        FileFlaw::WrongSign => format!("正负号不对「{found}」，应为 {expected}"),
        FileFlaw::FeeDiffers => format!("「{found}」与金额乘费率不符，应为 {expected}"),
        FileFlaw::OtherCurrency => format!("不支持「{found}」，只能是 {expected}"),
        FileFlaw::RefundPending
        | FileFlaw::RefundFailed
        | FileFlaw::RefundStuck
        | FileFlaw::RefundTooLarge
        | FileFlaw::RefundTooEarly => refund_zh(flaw),
        FileFlaw::NotOfThisState => state_zh(found, expected),
        FileFlaw::NotInThisBill => format!("这种账单里没有「{found}」的行"),
        FileFlaw::DuplicateNumber => format!("「{found}」已经有了{}", lines_zh(flaw.lines)),
        FileFlaw::DiffersFromLine => {
            format!(
                "「{found}」与同一笔订单的另一行不同{}",
                lines_zh(flaw.lines)
            )
        }
        FileFlaw::SpanTooLong => format!("账单跨了 {found} 天，最多 {expected} 天，请分开导入"),
        FileFlaw::TooManyRows => format!("有 {found} 行，最多 {expected} 行，请分开导入"),
        FileFlaw::TotalsDiffer if flaw.counts => {
            format!("汇总写 {found} 笔，明细共 {expected} 笔，文件可能被截断")
        }
        FileFlaw::TotalsDiffer => {
            format!("汇总写 {found}，明细合计 {expected}，文件可能被截断或改动")
        }
        FileFlaw::BalanceDiffers => {
            format!("结余写 {found}，按上一行结余加减本行金额应为 {expected}")
        }
        FileFlaw::NotPlayable => format!("这一行「{found}」不能推演，原因见另一条"),
    }
}

/// Of a refund that did not happen as a refund does.
fn refund_zh(flaw: &Flaw<'_>) -> String {
    let (found, expected) = (flaw.found, flaw.expected);
    match flaw.reason {
        FileFlaw::RefundPending => {
            format!("「{found}」表示退款还在处理中，钱还没有退到，不能当作已退")
        }
        FileFlaw::RefundFailed => format!("「{found}」表示退款没有成功，不能当作已退"),
        FileFlaw::RefundStuck => {
            format!("「{found}」表示退款没有退到付款人，还要另行处理，不能当作已退")
        }
        FileFlaw::RefundTooLarge => {
            let lines = lines_zh(flaw.lines);
            format!("退款 {found} 超过这笔交易还能退的 {expected}{lines}")
        }
        FileFlaw::RefundTooEarly => {
            let lines = lines_zh(flaw.lines);
            format!("退款在 {found}，早于这笔交易的 {expected}{lines}")
        }
        _ => String::new(),
    }
}

/// The other lines: the row that is like this one or stands against it, then the payment.
fn lines_zh(lines: &[u32]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("第 {line} 行")).collect();
    match lines.is_empty() {
        true => String::new(),
        false => format!("（见{}）", lines.join("、")),
    }
}

fn header_zh(found: &str, expected: &str) -> String {
    match (found, expected) {
        (found, "") => format!("表头有不认识的列「{found}」"),
        (found, expected) => format!("表头不认识「{found}」，缺少「{expected}」"),
    }
}

fn state_zh(found: &str, expected: &str) -> String {
    match expected {
        "" => format!("与交易状态矛盾，不应有「{found}」，应为空"),
        expected => format!("与交易状态矛盾，不应是「{found}」，应为 {expected}"),
    }
}

fn en(flaw: &Flaw<'_>) -> String {
    let (found, expected) = (flaw.found, flaw.expected);
    match flaw.reason {
        FileFlaw::Encoding => "not UTF-8 (often it is GBK); save it as UTF-8 first".to_owned(),
        FileFlaw::Blank => "the file is empty".to_owned(),
        FileFlaw::UnknownHeader => header_en(found, expected),
        FileFlaw::MissingColumn => format!("the column “{expected}” is missing"),
        FileFlaw::DuplicateColumn => format!("the column “{found}” comes twice"),
        FileFlaw::ColumnCount => format!("another number of columns than {expected}: “{found}”"),
        FileFlaw::CutOff => "cut off before the totals".to_owned(),
        FileFlaw::AfterTotals => format!("nothing may stand behind the totals: “{found}”"),
        FileFlaw::Empty => "no rows".to_owned(),
        FileFlaw::BlankCell => "must not be blank".to_owned(),
        FileFlaw::BadForm => format!("“{found}” is not written like {expected}"),
        FileFlaw::UnknownWord => format!("“{found}” is not known; it can be {expected}"),
        FileFlaw::DestroyedNumber => {
            format!(
                "a spreadsheet rewrote “{found}” and its last digits are lost; download the bill again"
            )
        }
        FileFlaw::ForbiddenCharacter => {
            format!("“{found}” has a character that may not be there, {expected}")
        }
        FileFlaw::TooLong => format!("“{found}” is too long; at most {expected} characters"),
        FileFlaw::OutOfRange => format!("“{found}” is out of range; allowed is {expected}"),
        FileFlaw::FinerThanFen => {
            format!("“{found}” is finer than a fen; only whole fen can be played")
        }
        FileFlaw::WrongSign => format!("“{found}” has the wrong sign; it should be {expected}"),
        FileFlaw::FeeDiffers => {
            format!("“{found}” is not amount times rate; it should be {expected}")
        }
        FileFlaw::OtherCurrency => format!("“{found}” is not supported; only {expected}"),
        FileFlaw::RefundPending
        | FileFlaw::RefundFailed
        | FileFlaw::RefundStuck
        | FileFlaw::RefundTooLarge
        | FileFlaw::RefundTooEarly => refund_en(flaw),
        FileFlaw::NotOfThisState => state_en(found, expected),
        FileFlaw::NotInThisBill => format!("a bill of this kind has no rows of “{found}”"),
        FileFlaw::DuplicateNumber => {
            format!("“{found}” was there already{}", lines_en(flaw.lines))
        }
        FileFlaw::DiffersFromLine => {
            let lines = lines_en(flaw.lines);
            format!("“{found}” is not what another row says of the same order{lines}")
        }
        FileFlaw::SpanTooLong => {
            format!("the bill spans {found} days; at most {expected}. Import it in parts")
        }
        FileFlaw::TooManyRows => {
            format!("there are {found} rows; at most {expected}. Import it in parts")
        }
        FileFlaw::TotalsDiffer if flaw.counts => {
            format!("the totals say {found} rows, there are {expected}; the file may be cut off")
        }
        FileFlaw::TotalsDiffer => {
            format!(
                "the totals say {found}, the rows add up to {expected}; the file may be cut off or changed"
            )
        }
        FileFlaw::BalanceDiffers => {
            format!(
                "the balance {found} is not the one before plus the movement; it should be {expected}"
            )
        }
        FileFlaw::NotPlayable => format!("“{found}” cannot be played; the other problem says why"),
    }
}

/// Of a refund that did not happen as a refund does.
fn refund_en(flaw: &Flaw<'_>) -> String {
    let (found, expected) = (flaw.found, flaw.expected);
    match flaw.reason {
        FileFlaw::RefundPending => {
            format!("“{found}” says that the refund is under way and nobody has the money yet")
        }
        FileFlaw::RefundFailed => format!("“{found}” says that the refund did not happen"),
        FileFlaw::RefundStuck => {
            format!("“{found}” says that the refund did not reach the payer and must be seen to")
        }
        FileFlaw::RefundTooLarge => {
            let lines = lines_en(flaw.lines);
            format!("the refund of {found} is more than the {expected} left of its payment{lines}")
        }
        FileFlaw::RefundTooEarly => {
            let lines = lines_en(flaw.lines);
            format!("the refund at {found} is before its payment at {expected}{lines}")
        }
        _ => String::new(),
    }
}

fn lines_en(lines: &[u32]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("Line {line}")).collect();
    match lines.is_empty() {
        true => String::new(),
        false => format!(" (see {})", lines.join(", ")),
    }
}

fn header_en(found: &str, expected: &str) -> String {
    match (found, expected) {
        (found, "") => format!("unknown columns “{found}”"),
        (found, expected) => format!("unknown header “{found}”; missing are “{expected}”"),
    }
}

fn state_en(found: &str, expected: &str) -> String {
    match expected {
        "" => format!("“{found}” contradicts the row's state; it should be blank"),
        expected => format!("“{found}” contradicts the row's state; it should be {expected}"),
    }
}
