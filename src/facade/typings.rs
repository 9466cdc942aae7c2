//! Writes the TypeScript declarations of the rows that JavaScript receives, from the Rust types themselves.
//!
//! `src/js/rows.d.ts` goes into the typings of the engine. The test compares it with the types of today, so that
//! a field cannot change without the typings; `UPDATE_GOLDEN=1` writes it.

use std::collections::BTreeMap;
use std::fs;

use ts_rs::{Config, TS, TypeVisitor};

use super::{
    ExportError, Fault, FixPreview, Notice, Problem, QrPicture, Risks, ToldComparison, ToldFix,
    ToldMoment, view,
};
use crate::scenario::import::preview::FileSeen;

const FILE: &str = "src/js/rows.d.ts";

/// Declarations by name, so that their order never changes.
struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        // Types without a file of their own are written where they are used.
        if T::output_path().is_none() || self.found.contains_key(&name) {
            T::visit_dependencies(self);
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = T::decl(&self.config);
        self.found
            .insert(name, format!("{docs}export {declaration}\n"));
        T::visit_dependencies(self);
    }
}

/// Everything that a function of the JavaScript API answers with, and what it takes.
fn declarations() -> String {
    let mut all = Declarations {
        // Amounts stay below 2^53.
        config: Config::new().with_large_int("number"),
        found: BTreeMap::new(),
    };
    macro_rules! visit {
        ($($row:ty),* $(,)?) => { $(all.visit::<$row>();)* };
    }
    visit![
        view::Summary,
        view::Snapshot,
        view::EventRow,
        view::Timeline,
        view::JournalFilter,
        view::Window<view::JournalRow>,
        view::JournalRow,
        view::HeldSince,
        view::HeldNow,
        view::HeldOverRun,
        view::HeldClock,
        view::Beneficiaries,
        view::Findings,
        view::FindingsChange,
        ToldFix,
        view::MirrorRow,
        view::MirrorNow,
        view::BalanceWhy,
        view::EventWhy,
        view::Series,
        view::BatchRow,
        view::PayoutRow,
        view::LaneView,
        view::LaneModel,
        view::LaneAmounts,
        view::ExportOffer,
        view::LessonCard,
        view::LessonPage,
        view::LessonAnswer,
        view::LessonState,
        view::CodesSeen,
        view::Comparison,
        view::MomentCompared,
        view::AccountDay,
        ExportError,
        Fault,
        FileSeen,
        Notice,
        Problem,
        QrPicture,
        Risks,
        FixPreview,
        ToldMoment,
        ToldComparison,
    ];
    set(&all.found.into_values().collect::<String>())
}

/// One field a line with its sentence above it, as a person would write it.
fn set(declarations: &str) -> String {
    let mut text = String::new();
    let mut depth = 0;
    let mut lines = declarations.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let mut line = line.to_owned();
        // What closes a thing stands on a line of its own: the binder that takes these lines into its file moves
        // everything below to the right otherwise, without end.
        if let Some(place) = closing(&line) {
            let (field, close) = line.split_at(place);
            text.push_str(&format!("{}{}\n", "  ".repeat(depth), field.trim_end()));
            line = close.to_owned();
        }
        if line == "/**" {
            let sentence: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| *line != "*/"))
                .map(|line| line.trim_start_matches('*').trim())
                .collect();
            lines.next();
            line = format!("/** {} */", sentence.join(" "));
        }
        let closes = line.matches('}').count();
        let opens = line.matches('{').count();
        let here = if line.starts_with('}') {
            depth - 1
        } else {
            depth
        };
        text.push_str(&format!("{}{line}\n", "  ".repeat(here)));
        depth = depth + opens - closes;
    }
    text
}

/// Where a line closes what an earlier one opened, after something else; not within a sentence.
fn closing(line: &str) -> Option<usize> {
    if line.starts_with(['}', '/', '*']) {
        return None;
    }
    let mut open = 0;
    line.char_indices().find_map(|(place, letter)| {
        match letter {
            '{' => open += 1,
            '}' if open == 0 => return Some(place),
            '}' => open -= 1,
            _ => {}
        }
        None
    })
}

#[test]
fn the_typings_say_what_the_rows_are() {
    let today = declarations();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(FILE, &today).unwrap();
    }
    let written = fs::read_to_string(FILE).unwrap();
    assert!(
        written == today,
        "{FILE} does not say what the rows are today: run with UPDATE_GOLDEN=1"
    );
}
