//! Tables for spreadsheets: UTF-8 with a byte order mark, CRLF, quotation after RFC 4180, and nothing that a
//! spreadsheet would compute.
//!
//! A text cell gets one apostrophe in front when a spreadsheet would not show it as it is: when its first
//! visible sign could begin a formula (`=`, `+`, `-`, `@`, also written wide), when it begins with a tab or
//! a line end, when it is a number that a spreadsheet would shorten or round, and when it begins with an
//! apostrophe itself. So whoever takes one leading apostrophe off every text cell that has one has the
//! original back, always. Figures are written by us alone and are never changed.

use std::fmt::Display;

use crate::base::visible::is_invisible;

/// A table being written.
pub(in crate::analysis::export) struct Table(String);

/// A cell.
pub(in crate::analysis::export) enum Cell {
    /// Somebody's words or ids.
    Text(String),
    /// An amount, a number, a date, or a word of ours.
    Figure(String),
}

/// Somebody's words or ids.
pub(in crate::analysis::export) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// An amount, a number, a date, or a word of ours.
pub(in crate::analysis::export) fn figure(figure: impl Display) -> Cell {
    Cell::Figure(figure.to_string())
}

/// A figure that may be missing.
pub(in crate::analysis::export) fn maybe(value: Option<impl Display>) -> Cell {
    Cell::Figure(value.map(|value| value.to_string()).unwrap_or_default())
}

impl Table {
    /// A table with a header. Without the byte order mark spreadsheets misread Chinese.
    pub(in crate::analysis::export) fn new(columns: &[&str]) -> Table {
        let mut table = Table(String::from("\u{feff}"));
        table.line(columns.iter().map(|name| (*name).to_owned()));
        table
    }

    /// Adds a row.
    pub(in crate::analysis::export) fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        self.line(cells.into_iter().map(|cell| match cell {
            Cell::Text(text) => quoted(&inert(&text)),
            Cell::Figure(figure) => figure,
        }));
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.0.push_str(&cell);
        }
        self.0.push_str("\r\n");
    }

    /// The table as a text.
    pub(in crate::analysis::export) fn finish(self) -> String {
        self.0
    }
}

/// A text that no spreadsheet computes, rounds or shortens.
fn inert(text: &str) -> String {
    let is_seen = |sign: &char| !sign.is_whitespace() && !is_invisible(*sign);
    let first = text.chars().find(is_seen);
    let computes = first.is_some_and(|first| "=+-@＝＋－＠".contains(first));
    let breaks = text.starts_with(['\t', '\r', '\n', '\'']);
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let shortened = digits && (text.len() > DIGITS_KEPT || text.starts_with('0'));
    if computes || breaks || shortened {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Digits of the longest number that every spreadsheet shows in full.
const DIGITS_KEPT: usize = 11;

/// Quotation where a reader could need it, also one that divides at semicolons or tabs.
fn quoted(text: &str) -> String {
    let divides = |sign: char| matches!(sign, ',' | ';' | '"' | '\'' | '\t' | '\r' | '\n');
    let padded = text.trim() != text;
    if padded || text.contains(divides) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table_of(cell: &str) -> String {
        let mut table = Table::new(&["a", "b"]);
        table.row([text(cell), figure(-1)]);
        table.finish()
    }

    #[test]
    fn what_a_spreadsheet_would_change_gets_an_apostrophe() {
        for (cell, written) in [
            ("咖啡店", "咖啡店"),
            ("=1+1", "\"'=1+1\""),
            (" -2", "\"' -2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("＋８６", "\"'＋８６\""),
            ("\u{200b}=1+1", "\"'\u{200b}=1+1\""),
            (
                "\u{feff} \u{200f}\u{2060}-2",
                "\"'\u{feff} \u{200f}\u{2060}-2\"",
            ),
            ("\u{fe0f}\u{e0041}@x", "\"'\u{fe0f}\u{e0041}@x\""),
            ("'quoted", "\"''quoted\""),
            ("a;=1", "\"a;=1\""),
            ("say \"hi\", twice", "\"say \"\"hi\"\", twice\""),
            ("5622334254839656448", "\"'5622334254839656448\""),
            ("1601959334", "1601959334"),
            ("007", "\"'007\""),
        ] {
            assert_eq!(
                table_of(cell),
                format!("\u{feff}a,b\r\n{written},-1\r\n"),
                "{cell}"
            );
        }
    }

    /// A reader after RFC 4180: the records of a text.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut characters = text.chars().peekable();
        let mut in_quotes = false;
        while let Some(character) = characters.next() {
            match character {
                '"' if in_quotes && characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                '"' => in_quotes = !in_quotes,
                ',' if !in_quotes => record.push(std::mem::take(&mut cell)),
                '\r' if !in_quotes && characters.peek() == Some(&'\n') => {
                    characters.next();
                    record.push(std::mem::take(&mut cell));
                    records.push(std::mem::take(&mut record));
                }
                other => cell.push(other),
            }
        }
        records
    }

    proptest! {
        /// F1: the recipe gives every text back, and nothing that is read begins a formula.
        #[test]
        fn every_text_comes_back(original in "[=+@'\"\\t\\r\\n ,;＝a-z0-9中\u{200b}\u{feff}\u{61c}\u{ad}\\-]{0,12}") {
            let table = table_of(&original);
            let records = read(table.trim_start_matches('\u{feff}'));
            prop_assert_eq!(records.len(), 2);
            let cell = &records[1][0];
            prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), &original);
            let unseen = |sign: char| sign.is_whitespace() || is_invisible(sign);
            prop_assert!(!cell.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝']));
            prop_assert_eq!(&records[1][1], "-1");
        }
    }
}
