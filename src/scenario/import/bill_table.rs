//! A bill of a channel as a table: its header by name, its rows as cells, its totals.
//!
//! Columns are found by their names and old names, never by their place: trade bills exist with 20, 24, 27
//! and 29 columns, fund bills with half and full-width brackets. Every field begins with a backtick, which stops spreadsheets from rounding numbers;
//! fields are divided at comma and backtick, so that a comma inside a field does no harm.

use std::collections::BTreeMap;

use crate::base::order::InOrder;
use crate::scenario::document::form;
use crate::scenario::limits::{PROBLEMS_MAX, TEXT_BYTES_MAX};
use crate::scenario::problem::{FileFlaw, Problem, ProblemKind};

/// Names of columns that other editions of a bill use, and the name that we use.
const ALIASES: [(&str, &str); 13] = [
    ("收支金额（元）", "收支金额(元)"),
    ("账户结余（元）", "账户结余(元)"),
    ("服务商的APPID", "公众账号ID"),
    ("子商户号", "特约商户号"),
    ("总金额", "应结订单金额"),
    ("代金券或立减优惠金额", "代金券金额"),
    ("企业红包金额", "代金券金额"),
    ("代金券或立减优惠退款金额", "充值券退款金额"),
    ("企业红包退款金额", "充值券退款金额"),
    ("总退款金额", "退款总金额"),
    ("总代金券或立减优惠退款金额", "充值券退款总金额"),
    ("总企业红包退款金额", "充值券退款总金额"),
    ("总交易额", LEGACY_TOTAL),
];

/// The legacy total of amounts, about which no source says what it adds up.
const LEGACY_TOTAL: &str = "总交易额";

/// What a kind of bill must have.
pub(super) struct Layout {
    /// Columns without which it cannot be understood.
    pub(super) needed: &'static [&'static str],
    /// First name of the row of totals' header.
    pub(super) totals: &'static str,
}

/// The text of a file, without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    if bytes.len() > TEXT_BYTES_MAX {
        let wide = |bytes| u64::try_from(bytes).unwrap_or(u64::MAX);
        let (found, max) = (wide(bytes.len()), wide(TEXT_BYTES_MAX));
        let kind = ProblemKind::TextTooLarge { found, max };
        return Err(vec![Problem {
            path: String::new(),
            kind,
        }]);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        only(number(line), FileFlaw::Encoding, "")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether the first line of a text has a column of this name.
pub(super) fn has_column(text: &str, name: &str) -> bool {
    let header = text.split('\n').next().unwrap_or_default();
    columns(header.trim_end()).contains_key(name)
}

/// A bill, cell by cell.
pub(super) struct Table<'a> {
    /// Detail rows in the order of the file.
    pub(super) rows: Vec<Row<'a>>,
    /// The totals; absent when their row could not be cut into cells.
    pub(super) totals: Option<Row<'a>>,
    /// Columns of the rows.
    pub(super) columns: BTreeMap<&'a str, usize>,
    /// Columns of the totals.
    pub(super) totals_columns: BTreeMap<&'a str, usize>,
}

/// One row.
pub(super) struct Row<'a> {
    /// Line in the file, from 1.
    pub(super) line: u32,
    cells: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// The cell of a column; `None` when this edition of the bill has no such column.
    pub(super) fn cell(&self, columns: &BTreeMap<&'a str, usize>, name: &str) -> Option<&'a str> {
        columns
            .get(name)
            .and_then(|place| self.cells.get(*place))
            .copied()
    }
}

/// Mistakes found in a file, in the order of its lines.
#[derive(Default)]
pub(super) struct Flaws(Vec<Problem>);

impl Flaws {
    /// Notes a mistake in a whole line.
    pub(super) fn add(&mut self, line: u32, reason: FileFlaw, found: &str) {
        self.add_in(line, "", reason, found);
    }

    /// Notes a mistake in a column of a line.
    pub(super) fn add_in(&mut self, line: u32, column: &str, reason: FileFlaw, found: &str) {
        if self.0.len() < PROBLEMS_MAX {
            self.0.push(flaw(line, column, reason, found));
        }
    }

    /// Whether nothing was noted.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Nothing, or everything that was noted.
    pub(super) fn none(mut self) -> Result<(), Vec<Problem>> {
        self.0.order_by_key(|problem| match &problem.kind {
            ProblemKind::BadFile { line, .. } => *line,
            _ => 0,
        });
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0)
        }
    }
}

/// One mistake in a file.
fn flaw(line: u32, column: &str, reason: FileFlaw, found: &str) -> Problem {
    let found = form::shown(found);
    Problem {
        path: String::new(),
        kind: ProblemKind::BadFile {
            line,
            column: column.to_owned(),
            reason,
            found,
        },
    }
}

fn only(line: u32, reason: FileFlaw, found: &str) -> Vec<Problem> {
    vec![flaw(line, "", reason, found)]
}

/// Cuts a file into cells. Rows that cannot be cut are noted; a file that is no such bill is refused.
pub(super) fn table<'a>(
    text: &'a str,
    layout: &Layout,
    flaws: &mut Flaws,
) -> Result<Table<'a>, Vec<Problem>> {
    let mut lines = text
        .split('\n')
        .enumerate()
        .map(|(place, line)| (number(place), line.strip_suffix('\r').unwrap_or(line)));
    let (_, header) = lines.next().unwrap_or((1, ""));
    let columns = columns(header);
    if let Some(missing) = layout
        .needed
        .iter()
        .find(|name| !columns.contains_key(*name))
    {
        let found = if header.is_empty() { missing } else { header };
        return Err(only(1, FileFlaw::UnknownHeader, found));
    }
    let width = header.split(',').count();
    let mut rows = Vec::new();
    let mut last = 1;
    let mut totals_header = None;
    for (line, text) in lines.by_ref() {
        if text.starts_with(layout.totals) {
            totals_header = Some(text);
            break;
        }
        if !text.is_empty() {
            last = line;
            rows.extend(row(line, text, width, flaws));
        }
    }
    let header = totals_header.ok_or_else(|| only(last, FileFlaw::CutOff, ""))?;
    let (line, text) = lines.next().unwrap_or((last, ""));
    if text.is_empty() {
        return Err(only(line, FileFlaw::CutOff, header));
    }
    let totals = row(line, text, header.split(',').count(), flaws);
    for (line, text) in lines.filter(|(_, text)| !text.is_empty()) {
        flaws.add(line, FileFlaw::UnsupportedRow, text);
    }
    if rows.is_empty() && flaws.is_empty() {
        return Err(only(last, FileFlaw::Empty, ""));
    }
    Ok(Table {
        rows,
        totals,
        columns,
        totals_columns: self::columns(header),
    })
}

/// The number of the line at this place.
fn number(place: usize) -> u32 {
    u32::try_from(place.saturating_add(1)).unwrap_or(u32::MAX)
}

fn columns(header: &str) -> BTreeMap<&str, usize> {
    let names = header
        .split(',')
        .map(|name| name.trim().trim_start_matches('`'));
    let canonical = names.map(|name| {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
        alias.map_or(name, |(_, canonical)| *canonical)
    });
    canonical
        .enumerate()
        .map(|(place, name)| (name, place))
        .collect()
}

/// Some files lack the backtick before some or all fields; then every comma divides.
fn row<'a>(line: u32, text: &'a str, width: usize, flaws: &mut Flaws) -> Option<Row<'a>> {
    let marked: Vec<&str> = text.strip_prefix('`').unwrap_or(text).split(",`").collect();
    if marked.len() == width {
        return Some(Row {
            line,
            cells: marked,
        });
    }
    let plain = text
        .split(',')
        .map(|cell| cell.strip_prefix('`').unwrap_or(cell));
    let plain: Vec<&str> = plain.collect();
    if plain.len() == width {
        return Some(Row { line, cells: plain });
    }
    flaws.add(line, FileFlaw::ColumnCount, text);
    None
}

/// A count as a bill prints it; some print `20.0`.
pub(super) fn whole_count(cell: &str) -> Option<i64> {
    cell.strip_suffix(".0").unwrap_or(cell).parse().ok()
}
