//! Rows about lessons: what a lesson shows, and how far somebody who takes it has come.

use serde::{Deserialize, Serialize};

use super::Figure;
use crate::base::date::WallClock;
pub use crate::scenario::lesson::Signature;
use crate::scenario::v1::Words;

/// A lesson on the list.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LessonCard {
    /// Its name in links.
    pub id: String,
    /// What it is about.
    pub title: Words,
    /// In what part of the trade the question was asked.
    pub who: Words,
    /// The question.
    pub asked: Words,
    /// How long it takes.
    pub minutes: u32,
}

/// Everything that a lesson says before it is taken. The answer of the bet is not among it.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LessonPage {
    /// Title and question.
    pub card: LessonCard,
    /// The situation.
    pub story: Words,
    /// What the bet is about.
    pub bet: Words,
    /// Values to choose from; a number is typed when there are none.
    pub bet_choices: Vec<String>,
    /// Where one should look first.
    pub moment: WallClock,
    /// What is to be brought about.
    pub task: Words,
    /// All that can be changed.
    pub knobs: Vec<KnobRow>,
    /// What helps, one after another; the task can be done without.
    pub hints: Vec<Words>,
    /// For each knob the choice under which every check holds.
    pub solution: Vec<u32>,
    /// Three sentences for the way home.
    pub takeaway: Vec<Words>,
    /// What to mind in practice.
    pub practice: Words,
    /// The lesson after this one.
    pub next: Option<String>,
}

/// One thing that can be changed.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KnobRow {
    /// What it changes.
    pub label: Words,
    /// Its choices; the first is that of the start.
    pub choices: Vec<Words>,
}

/// What somebody has done in a lesson.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonAnswer {
    /// For each knob the place of its choice; what is not said stands as at the start.
    pub picks: Vec<u32>,
    /// The bet as it was typed; blank when none was made.
    pub bet: String,
    /// Which numbers are wanted: 0 for those of the lesson, then its variants.
    pub variant: u32,
    /// Who answers, for the completion code; may be blank.
    pub name: String,
}

/// How far somebody has come in a lesson.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LessonState {
    /// What was judged; picks that do not exist stand as at the start.
    pub answer: LessonAnswer,
    /// The scenario with the knobs turned, as text: this is to be played and drawn.
    pub scenario: String,
    /// How the bet went, once there is one.
    pub bet: Option<BetRow>,
    /// The checks with the numbers wanted.
    pub checks: Vec<CheckRow>,
    /// What is to be said of an idea that many have first.
    pub idea: Option<Words>,
    /// The task with other numbers, under the same choices.
    pub variants: Vec<VariantRow>,
    /// Every check holds with the lesson's own numbers.
    pub solved: bool,
    /// And with all other numbers too.
    pub passed: bool,
    /// The completion code, once it is passed. It can be looked up and is no proof.
    pub code: Option<String>,
}

/// How a bet went.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BetRow {
    /// Whether it was the answer; `None` when it was no number.
    pub right: Option<bool>,
    /// What comes out.
    pub answer: Figure,
    /// Why.
    pub says: Words,
}

/// A check and what came out.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckRow {
    /// What must hold.
    pub says: Words,
    /// Whether it does.
    pub holds: bool,
    /// `=`, `!=`, `<`, `<=`, `>`, `>=`.
    pub op: String,
    /// What must come out.
    pub expected: Figure,
    /// What came out.
    pub actual: Figure,
}

/// The task with other numbers.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct VariantRow {
    /// What is other.
    pub says: Words,
    /// Whether every check holds.
    pub holds: bool,
}

/// What was found in some lines of completion codes.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct CodesSeen {
    /// The lines that are not blank, in their order.
    pub rows: Vec<CodeRow>,
    /// Lines beyond those that are looked at together.
    pub left_out: u32,
}

/// A line in which a completion code was looked for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CodeRow {
    /// The code as people write it, or what stands in its place; blank when there is none.
    pub code: String,
    /// The rest of the line: who passed.
    pub name: String,
    /// What the code comes to.
    pub standing: CodeStanding,
    /// Id and title of the lesson, once it is known.
    pub lesson: Option<(String, Words)>,
    /// What was chosen, one a knob, once it is known.
    pub chosen: Vec<Words>,
}

/// What a completion code comes to.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CodeStanding {
    /// A lesson that is here, and choices that pass it.
    Passed {
        /// How its name stands to that of the line.
        name: Signature,
    },
    /// A lesson that is here, but these choices do not pass it.
    NotPassing,
    /// A lesson that is here, in another edition; its choices cannot be read.
    OtherEdition,
    /// A lesson that is not here.
    UnknownLesson,
    /// Not eight characters.
    WrongLength {
        /// How many.
        found: u32,
    },
    /// A character that no code has.
    WrongLetter {
        /// The character.
        found: String,
    },
    /// A character is wrong: the check does not come out.
    WrongCheck,
    /// No word of the line looks like a code.
    NoCode,
}
