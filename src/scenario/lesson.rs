//! A lesson: a question from practice, a bet, a few knobs, and checks that say when the answer was found.
//!
//! A lesson is data, like a scenario, and is read by the same reader with the same problems at the same
//! kind of paths. It begins with a scenario of the gallery, of which it replaces some fields. Its checks are
//! expectations of a scenario; its knobs are edits of a scenario, and nothing else of it can be changed.
//! Whether a lesson keeps its promises is shown by playing it: `analysis::lessons`.

use super::document::{check, codec::Codec, parse, tree::Node};
use super::problem::{Problem, sort};
use super::v1::{Expectation, Scenario, Words};
use super::writer;
use crate::base::date::WallClock;

pub use self::code::{Code, CodeFlaw, Signature, formed};
pub use self::shelf::{SHELF, ShelfItem};
pub use self::staged::Picks;

mod code;
mod document;
mod meant;
mod shelf;
mod staged;

/// The text of `format` in a lesson.
pub const FORMAT: &str = "daycut-lesson/1";

/// A lesson that can be played.
#[derive(Clone, PartialEq, Debug)]
pub struct Lesson {
    /// `id`: its name in links.
    pub id: String,
    /// `title`.
    pub title: Words,
    /// `minutes` that it takes.
    pub minutes: u32,
    /// `asked`: the question as somebody asked it.
    pub asked: Asked,
    /// `story`: the situation, before anything is asked.
    pub story: Words,
    /// The scenario it begins with, before any knob is turned.
    pub start: Scenario,
    /// `moment` of the run at which one should look first.
    pub moment: WallClock,
    /// `bet`.
    pub bet: Bet,
    /// `task`: what is to be brought about.
    pub task: Words,
    /// `knobs`: all that can be changed.
    pub knobs: Vec<Knob>,
    /// `checks`: all of them hold when the task is done.
    pub checks: Vec<Check>,
    /// `hints`: shown one after another to whoever asks.
    pub hints: Vec<Words>,
    /// `wrong`: ideas that many have first.
    pub wrong: Vec<WrongIdea>,
    /// `variants`: the same task with other numbers.
    pub variants: Vec<Variant>,
    /// `solution`: choices under which every check holds.
    pub solution: Vec<(String, String)>,
    /// `takeaway`: three sentences.
    pub takeaway: Vec<Words>,
    /// `practice`: what to mind outside of the lesson.
    pub practice: Words,
    /// Checksum of the document and of the scenario that it makes: another one is another edition.
    pub edition: u32,
}

/// `asked`: a question, without the name of whoever asked it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// `who`: in what part of the trade.
    pub who: Words,
    /// `says`.
    pub says: Words,
}

/// `start`: where the scenario comes from.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Start {
    /// `template`: a scenario of the gallery.
    pub(crate) template: String,
    /// `with`: fields that replace those of the template.
    pub(crate) with: Node<'static>,
}

/// `bet`: what will come out, said before the run is seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Bet {
    /// `asks`.
    pub asks: Words,
    /// `fact`: what is so in the start scenario; its value is the answer.
    pub fact: Expectation,
    /// `choices`: values to choose from. A number is typed when there are none.
    pub choices: Vec<String>,
    /// `says`: why it is so.
    pub says: Words,
}

/// `knobs[]`: one thing that can be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Knob {
    /// `id`.
    pub id: String,
    /// `label`.
    pub label: Words,
    /// `choices`: the first is that of the start.
    pub choices: Vec<Choice>,
}

/// `knobs[].choices[]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// `id`.
    pub id: String,
    /// `label`.
    pub label: Words,
    /// `sets`: path of the scenario, and what is put there as a person would type it.
    pub sets: Vec<(String, String)>,
}

/// `checks[]`: one thing that must hold.
#[derive(Clone, PartialEq, Debug)]
pub struct Check {
    /// `id`.
    pub id: String,
    /// `says`: what must hold, in words.
    pub says: Words,
    /// `holds`.
    pub holds: Expectation,
}

/// `wrong[]`: an idea that does not work, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrongIdea {
    /// `picks`: knob and choice; knobs not named may stand anywhere.
    pub picks: Vec<(String, String)>,
    /// `fails`: a check that fails.
    pub fails: String,
    /// `says`: why it does.
    pub says: Words,
}

/// `variants[]`: the same task with other numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Variant {
    /// `says`: what is other.
    pub says: Words,
    /// `sets`: path of the scenario, and what is put there.
    pub sets: Vec<(String, String)>,
    /// `checks` whose figures are other; the rest hold as they are.
    pub checks: Vec<Restated>,
}

/// `variants[].checks[]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Restated {
    /// `id` of a check.
    pub id: String,
    /// `says`: what must hold here, in words.
    pub says: Words,
    /// `holds` here.
    pub holds: Expectation,
}

/// Reads a lesson from its JSON text; every problem at once.
///
/// # Errors
/// Every problem, sorted by path: what stands where it should not, and what means nothing.
pub fn read_text(text: &str) -> Result<Lesson, Vec<Problem>> {
    let tree = parse::text(text).map_err(|kind| {
        let path = String::new();
        vec![Problem { path, kind }]
    })?;
    let problems = check::check(&tree, &document::LESSON);
    if !problems.is_empty() {
        return Err(problems);
    }
    // What passed the check has a value.
    let written = document::Written::take(&tree).ok_or_else(Vec::new)?;
    let document = writer::compact(&document::Written::give(&written));
    let (lesson, mut problems) = meant::meant(written);
    sort(&mut problems);
    match lesson {
        Some(lesson) if problems.is_empty() => {
            let start = writer::write_compact(&lesson.start);
            let edition = crc32fast::hash([document, start].concat().as_bytes());
            Ok(Lesson { edition, ..lesson })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests;
