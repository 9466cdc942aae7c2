//! Lessons played: what a lesson shows, how far somebody has come in it, and whether it keeps its promises.
//!
//! Nothing is known here of any one lesson. A check holds or fails because the scenario was played with the
//! knobs turned and its expectations were read, as they are for every scenario.

mod codes;
mod proof;

pub use codes::codes;
pub use proof::{Proof, proved};

use super::report;
use super::view::{
    BetRow, CheckRow, ExpectationRow, Figure, KnobRow, LessonAnswer, LessonCard, LessonPage,
    LessonState, VariantRow,
};
use crate::base::money::Money;
use crate::engine::fault::Fault;
use crate::engine::play::simulate;
use crate::scenario::compile::compile;
use crate::scenario::lesson::{Check, Code, Lesson, Picks, SHELF, Variant, read_text};
use crate::scenario::problem::Problem;
use crate::scenario::v1::{Scenario, Words};
use crate::scenario::writer;

/// Why a lesson cannot be judged.
#[derive(Clone, PartialEq, Debug)]
pub enum Unjudged {
    /// Its author's mistakes.
    Problems(Vec<Problem>),
    /// A bug of ours.
    Fault(Fault),
}

impl From<Fault> for Unjudged {
    fn from(fault: Fault) -> Unjudged {
        Unjudged::Fault(fault)
    }
}

impl From<Vec<Problem>> for Unjudged {
    fn from(problems: Vec<Problem>) -> Unjudged {
        Unjudged::Problems(problems)
    }
}

/// The lessons that ship, in the order in which they are best taken.
pub fn shelf() -> Vec<LessonCard> {
    let read = SHELF.iter().filter_map(|item| read_text(item.text).ok());
    read.map(|lesson| card(&lesson)).collect()
}

/// A lesson that ships, by its id.
pub fn shelved(id: &str) -> Option<Lesson> {
    let item = SHELF.iter().find(|item| item.id == id)?;
    read_text(item.text).ok()
}

fn card(lesson: &Lesson) -> LessonCard {
    LessonCard {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        who: lesson.asked.who.clone(),
        asked: lesson.asked.says.clone(),
        minutes: lesson.minutes,
    }
}

/// Everything that a lesson says before it is taken.
pub fn page(lesson: &Lesson) -> LessonPage {
    let knobs = lesson.knobs.iter().map(|knob| KnobRow {
        label: knob.label.clone(),
        choices: knob.choices.iter().map(|one| one.label.clone()).collect(),
    });
    let mut behind = SHELF.iter().skip_while(|item| item.id != lesson.id).skip(1);
    LessonPage {
        card: card(lesson),
        story: lesson.story.clone(),
        bet: lesson.bet.asks.clone(),
        bet_choices: lesson.bet.choices.clone(),
        moment: lesson.moment,
        task: lesson.task.clone(),
        knobs: knobs.collect(),
        hints: lesson.hints.clone(),
        solution: places(&lesson.picks_named(&lesson.solution)),
        takeaway: lesson.takeaway.clone(),
        practice: lesson.practice.clone(),
        next: behind.next().map(|item| item.id.to_owned()),
    }
}

/// How far somebody has come.
///
/// # Errors
/// [`Unjudged`]: problems of a lesson that was never proved, or a bug of ours.
pub fn judged(lesson: &Lesson, answer: &LessonAnswer) -> Result<LessonState, Unjudged> {
    let wanted: Vec<usize> = answer
        .picks
        .iter()
        .map(|place| crate::base::id::to_index(*place))
        .collect();
    let picks = lesson.picks_at(&wanted);
    let own = played(lesson.staged(&picks, None)?)?;
    let mut variants = Vec::new();
    let mut shown = None;
    for (place, variant) in lesson.variants.iter().enumerate() {
        let rows = played(lesson.staged(&picks, Some(variant))?)?;
        variants.push(VariantRow {
            says: variant.says.clone(),
            holds: all_hold(&rows),
        });
        if crate::base::id::to_index(answer.variant) == place.saturating_add(1) {
            shown = Some((variant, rows));
        }
    }
    let solved = all_hold(&own);
    let passed = solved && variants.iter().all(|one| one.holds);
    let name = answer.name.trim().to_owned();
    let code = Code::of(lesson, &picks, &name).filter(|_| passed);
    let idea = idea(lesson, &picks, &own);
    let bet = match answer.bet.trim() {
        "" => None,
        typed => Some(bet(lesson, typed)?),
    };
    let variant = shown.as_ref().map(|(variant, _)| *variant);
    let scenario = lesson.staged(&picks, variant)?;
    let rows = shown.map_or(own, |(_, rows)| rows);
    Ok(LessonState {
        answer: LessonAnswer {
            picks: places(&picks),
            bet: answer.bet.trim().to_owned(),
            variant: variant.map_or(0, |_| answer.variant),
            name,
        },
        scenario: writer::write(&scenario),
        bet,
        checks: checks(lesson, variant, rows),
        idea,
        passed,
        code: code.map(|code| code.shown()),
        solved,
        variants,
    })
}

fn places(picks: &Picks) -> Vec<u32> {
    let places = picks.places().iter();
    places
        .map(|place| u32::try_from(*place).unwrap_or(0))
        .collect()
}

/// Plays a scenario and reads its expectations.
fn played(scenario: Scenario) -> Result<Vec<ExpectationRow>, Unjudged> {
    let run = simulate(compile(&scenario)?, &mut |_| {})?;
    Ok(report::expectations(&run)?)
}

fn all_hold(rows: &[ExpectationRow]) -> bool {
    rows.iter().all(|row| row.holds)
}

fn checks(lesson: &Lesson, variant: Option<&Variant>, rows: Vec<ExpectationRow>) -> Vec<CheckRow> {
    let pairs = lesson.checks.iter().zip(rows);
    let row = |(check, row): (&Check, ExpectationRow)| {
        let mut restated = variant.iter().flat_map(|variant| &variant.checks);
        let here = restated.find(|one| one.id == check.id);
        CheckRow {
            says: here.map_or(&check.says, |one| &one.says).clone(),
            holds: row.holds,
            op: row.op,
            expected: row.expected,
            actual: row.actual,
        }
    };
    pairs.map(row).collect()
}

/// What is to be said of the first idea that these choices are, whose check fails.
fn idea(lesson: &Lesson, picks: &Picks, rows: &[ExpectationRow]) -> Option<Words> {
    let fails = |id: &str| {
        let mut pairs = lesson.checks.iter().zip(rows);
        pairs.any(|(check, row)| check.id == id && !row.holds)
    };
    let mut ideas = lesson.wrong.iter();
    let found = ideas.find(|idea| lesson.is_idea(&idea.picks, picks) && fails(&idea.fails));
    found.map(|idea| idea.says.clone())
}

fn bet(lesson: &Lesson, typed: &str) -> Result<BetRow, Unjudged> {
    let rows = played(lesson.bet_staged()?)?;
    let answer = rows.first().map_or(Figure::Count(0), |row| row.actual);
    let plain: String = typed
        .chars()
        .filter(|one| !matches!(one, ',' | '，' | ' ' | '元' | '¥'))
        .collect();
    let right = match answer {
        Figure::Amount(amount) => Money::parse(&plain).ok().map(|guess| guess == amount),
        Figure::Count(count) => plain.parse().ok().map(|guess: u32| guess == count),
    };
    Ok(BetRow {
        right,
        answer,
        says: lesson.bet.says.clone(),
    })
}
