//! A bill of a channel as a table: its header by name, its rows as cells, its totals.
//!
//! Columns are found by their names and old names, never by their place: trade bills exist with 20, 24, 27
//! and 29 columns, fund bills with half and full-width brackets. Every field begins with a backtick, which stops spreadsheets from rounding numbers;
//! fields are divided at comma and backtick, so that a comma inside a field does no harm.

use std::collections::{BTreeMap, BTreeSet};

use super::flaws::{Flaw, Flaws, only, problem};
use crate::scenario::bill;
use crate::scenario::limits::TEXT_BYTES_MAX;
use crate::scenario::problem::{FileFlaw, Problem, ProblemKind};

/// What a kind of bill must have.
pub(super) struct Layout {
    /// Columns without which it cannot be understood.
    pub(super) needed: &'static [&'static str],
    /// Columns that it has all of, or none.
    pub(super) together: &'static [&'static [&'static str]],
    /// All columns that are kept; none when nothing is kept.
    pub(super) known: &'static [&'static str],
    /// First name of the row of totals' header.
    pub(super) totals: &'static str,
    /// All totals that are compared; none when others do no harm.
    pub(super) known_totals: &'static [&'static str],
}

impl Layout {
    /// Columns of a header that we do not know, and those of ours that it lacks.
    fn strange<'a>(&self, header: &'a str) -> (Vec<&'a str>, Vec<&'static str>) {
        let found = columns(header);
        let is_strange = |name: &&str| !self.known.is_empty() && !self.known.contains(name);
        let strange = names(header).filter(is_strange).collect();
        let sets = self.together.iter();
        let begun = sets.filter(|set| set.iter().any(|name| found.contains_key(*name)));
        let needed = self.needed.iter().chain(begun.copied().flatten()).copied();
        (
            strange,
            needed.filter(|name| !found.contains_key(name)).collect(),
        )
    }

    /// Whether the first line of a text is the header of another program's file.
    pub(super) fn is_foreign(&self, text: &str) -> bool {
        !self.strange(header_of(text)).0.is_empty()
    }

    fn header(&self, header: &str) -> Result<(), Vec<Problem>> {
        let (strange, missing) = self.strange(header);
        if !strange.is_empty() {
            let flaw = Flaw::new(FileFlaw::UnknownHeader, missing.join("、"));
            return Err(only(1, flaw, &strange.join("、")));
        }
        if !missing.is_empty() {
            let flaw = |name: &&str| problem(1, "", Flaw::new(FileFlaw::MissingColumn, *name), "");
            return Err(missing.iter().map(flaw).collect());
        }
        twice(1, header)
    }

    fn totals_header(&self, line: u32, header: &str) -> Result<(), Vec<Problem>> {
        let known = self.known_totals;
        let is_strange = |name: &&str| !known.is_empty() && !known.contains(name);
        let strange: Vec<&str> = names(header).filter(is_strange).collect();
        if !strange.is_empty() {
            let flaw = Flaw::new(FileFlaw::UnknownHeader, "");
            return Err(only(line, flaw, &strange.join("、")));
        }
        twice(line, header)
    }
}

/// A column that stands twice could be kept only once.
fn twice(line: u32, header: &str) -> Result<(), Vec<Problem>> {
    let mut seen = BTreeSet::new();
    match names(header).find(|name| !seen.insert(*name)) {
        Some(name) => {
            let flaw = Flaw::new(FileFlaw::DuplicateColumn, "");
            Err(only(line, flaw, name))
        }
        None => Ok(()),
    }
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
        only(number(line), Flaw::new(FileFlaw::Encoding, ""), "")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether the first line of a text has a column of this name.
pub(super) fn has_column(text: &str, name: &str) -> bool {
    columns(header_of(text)).contains_key(name)
}

/// How many columns the first line of a text has.
pub(super) fn width(text: &str) -> usize {
    names(header_of(text)).count()
}

fn header_of(text: &str) -> &str {
    let header = text.split('\n').next().unwrap_or_default();
    header.strip_suffix('\r').unwrap_or(header)
}

/// A bill, cell by cell.
pub(super) struct Table<'a> {
    /// The header of the rows and that of the totals, as they stand.
    pub(super) headers: (&'a str, &'a str),
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
    if text.trim().is_empty() {
        return Err(only(1, Flaw::new(FileFlaw::Blank, ""), ""));
    }
    layout.header(header)?;
    let first_header = header;
    let columns = columns(header);
    let width = header.split(',').count();
    let mut rows = Vec::new();
    let mut last = 1;
    let mut totals_header = None;
    for (line, text) in lines.by_ref() {
        if text.starts_with(layout.totals) {
            totals_header = Some((line, text));
            break;
        }
        if !text.is_empty() {
            last = line;
            rows.extend(row(line, text, width, flaws));
        }
    }
    let cut = |line| only(line, Flaw::new(FileFlaw::CutOff, ""), "");
    let (line, header) = totals_header.ok_or_else(|| cut(last))?;
    layout.totals_header(line, header)?;
    let (line, text) = lines.next().unwrap_or((line, ""));
    if text.is_empty() {
        return Err(cut(line));
    }
    let totals = row(line, text, header.split(',').count(), flaws);
    for (line, text) in lines.filter(|(_, text)| !text.is_empty()) {
        flaws.add(line, Flaw::new(FileFlaw::AfterTotals, ""), text);
    }
    if rows.is_empty() && flaws.is_empty() {
        return Err(only(last, Flaw::new(FileFlaw::Empty, ""), ""));
    }
    Ok(Table {
        headers: (first_header, header),
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

/// The names of a header, each as we call it.
fn names(header: &str) -> impl Iterator<Item = &str> {
    header.split(',').map(bill::canonical)
}

fn columns(header: &str) -> BTreeMap<&str, usize> {
    names(header)
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
    flaws.add(
        line,
        Flaw::new(FileFlaw::ColumnCount, width.to_string()),
        text,
    );
    None
}
