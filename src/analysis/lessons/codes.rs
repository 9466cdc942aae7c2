//! What completion codes stand for: the lesson, the choices, and whether they pass when they are played.

use std::collections::BTreeMap;

use super::{Unjudged, all_hold, played};
use crate::analysis::view::{CodeRow, CodeStanding, CodesSeen};
use crate::engine::fault::Fault;
use crate::scenario::lesson::{Code, CodeFlaw, Lesson, Picks, SHELF, formed, read_text};
use crate::scenario::limits::CODE_LINES_MAX;
use crate::scenario::v1::Words;

/// Reads lines of completion codes, each with or without a name.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn codes(text: &str) -> Result<CodesSeen, Fault> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let read = SHELF.iter().filter_map(|item| read_text(item.text).ok());
    let mut reader = Reader {
        lessons: read.collect(),
        passing: BTreeMap::new(),
    };
    let mut rows = Vec::new();
    for line in lines.iter().take(CODE_LINES_MAX) {
        rows.push(reader.row(line)?);
    }
    let left = lines.len().saturating_sub(CODE_LINES_MAX);
    Ok(CodesSeen {
        rows,
        left_out: u32::try_from(left).unwrap_or(u32::MAX),
    })
}

struct Reader {
    lessons: Vec<Lesson>,
    /// Whether a way passes, for those that were asked about: a class makes the same choices.
    passing: BTreeMap<(String, Picks), bool>,
}

impl Reader {
    fn row(&mut self, line: &str) -> Result<CodeRow, Fault> {
        let (word, name) = formed(line);
        let mut row = CodeRow {
            code: word.unwrap_or_default().to_owned(),
            name,
            standing: CodeStanding::NoCode,
            lesson: None,
            chosen: Vec::new(),
        };
        match word.map(Code::read) {
            None => {}
            Some(Err(flaw)) => row.standing = standing_of(flaw),
            Some(Ok(code)) => {
                row.code = code.shown();
                self.looked_up(code, &mut row)?;
            }
        }
        Ok(row)
    }

    fn looked_up(&mut self, code: Code, row: &mut CodeRow) -> Result<(), Fault> {
        let Some(lesson) = self.lessons.iter().find(|lesson| code.names(lesson)) else {
            row.standing = CodeStanding::UnknownLesson;
            return Ok(());
        };
        row.lesson = Some((lesson.id.clone(), lesson.title.clone()));
        let Some(picks) = code.picks(lesson) else {
            row.standing = CodeStanding::OtherEdition;
            return Ok(());
        };
        row.chosen = chosen(lesson, &picks);
        let key = (lesson.id.clone(), picks.clone());
        let passes = match self.passing.get(&key) {
            Some(known) => *known,
            None => {
                let passes = passes(lesson, &picks)?;
                self.passing.insert(key, passes);
                passes
            }
        };
        let name = code.signature(&row.name);
        row.standing = if passes {
            CodeStanding::Passed { name }
        } else {
            CodeStanding::NotPassing
        };
        Ok(())
    }
}

fn standing_of(flaw: CodeFlaw) -> CodeStanding {
    match flaw {
        CodeFlaw::Length(found) => CodeStanding::WrongLength {
            found: u32::try_from(found).unwrap_or(u32::MAX),
        },
        CodeFlaw::Letter(found) => CodeStanding::WrongLetter {
            found: found.to_string(),
        },
        CodeFlaw::Check => CodeStanding::WrongCheck,
    }
}

/// The labels of the picks.
fn chosen(lesson: &Lesson, picks: &Picks) -> Vec<Words> {
    let pairs = lesson.knobs.iter().zip(picks.places());
    let labels = pairs.filter_map(|(knob, place)| Some(knob.choices.get(*place)?.label.clone()));
    labels.collect()
}

/// Whether these picks pass with the lesson's own numbers and all others.
fn passes(lesson: &Lesson, picks: &Picks) -> Result<bool, Fault> {
    let variants = lesson.variants.iter().map(Some);
    for variant in std::iter::once(None).chain(variants) {
        let staged = lesson.staged(picks, variant);
        match staged.map_err(Unjudged::from).and_then(played) {
            Ok(rows) if all_hold(&rows) => {}
            Ok(_) | Err(Unjudged::Problems(_)) => return Ok(false),
            Err(Unjudged::Fault(fault)) => return Err(fault),
        }
    }
    Ok(true)
}
