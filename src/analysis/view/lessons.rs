//! Rows about lessons: what a lesson shows, and how far somebody who takes it has come.

use serde::{Deserialize, Serialize};

use super::Figure;
use crate::base::date::WallClock;
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
