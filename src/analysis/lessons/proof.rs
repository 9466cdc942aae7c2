//! Whether a lesson keeps its promises, shown by playing it in every way: the start fails, the solution
//! works with all numbers, each wrong idea fails where its author says, the bet's answer is the run's, and every
//! hint is a new one.

use super::{Unjudged, all_hold, played};
use crate::analysis::view::{ExpectationRow, Figure};
use crate::engine::fault::Fault;
use crate::scenario::lesson::{Lesson, Variant};
use crate::scenario::problem::{LessonClaim, Problem, ProblemKind};
use crate::scenario::v1::Scenario;

/// What playing a lesson has shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Proof {
    /// Ways in which the knobs can stand.
    pub ways: usize,
    /// How many of them pass every check.
    pub passing: usize,
    /// What the lesson promises and does not keep.
    pub problems: Vec<Problem>,
}

/// Plays a lesson in every way.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn proved(lesson: &Lesson) -> Result<Proof, Fault> {
    let mut prover = Prover {
        lesson,
        proof: Proof::default(),
    };
    prover.every_way()?;
    if prover.proof.problems.is_empty() {
        prover.start()?;
        prover.solution()?;
        prover.ideas()?;
        prover.hints();
    }
    Ok(prover.proof)
}

struct Prover<'l> {
    lesson: &'l Lesson,
    proof: Proof,
}

impl Prover<'_> {
    fn broken(
        &mut self,
        path: impl Into<String>,
        claim: LessonClaim,
        row: Option<(&str, &ExpectationRow)>,
    ) {
        let (check, found) = match row {
            Some((check, row)) => (check.to_owned(), figure(row.actual)),
            None => (String::new(), String::new()),
        };
        self.proof.problems.push(Problem {
            path: path.into(),
            kind: ProblemKind::LessonUnproved {
                claim,
                check,
                found,
            },
        });
    }

    /// Nobody who turns knobs may meet a scenario that cannot be played, with any of the numbers.
    fn every_way(&mut self) -> Result<(), Fault> {
        let lesson = self.lesson;
        for picks in lesson.all_picks() {
            self.proof.ways = self.proof.ways.saturating_add(1);
            let name = lesson.spoken(&picks);
            if let Some(rows) = self.rows(&name, lesson.staged(&picks, None))?
                && all_hold(&rows)
            {
                self.proof.passing = self.proof.passing.saturating_add(1);
            }
            for variant in &lesson.variants {
                self.rows(&name, lesson.staged(&picks, Some(variant)))?;
            }
        }
        Ok(())
    }

    /// The expectations of a scenario that can be played; its problems otherwise.
    fn rows(
        &mut self,
        name: &str,
        staged: Result<Scenario, Vec<Problem>>,
    ) -> Result<Option<Vec<ExpectationRow>>, Fault> {
        let rows = staged.map_err(Unjudged::from).and_then(played);
        match rows {
            Ok(rows) => Ok(Some(rows)),
            Err(Unjudged::Fault(fault)) => Err(fault),
            Err(Unjudged::Problems(problems)) => {
                for problem in problems {
                    let path = format!("knobs ({name}): {}", problem.path);
                    let kind = problem.kind;
                    let located = Problem { path, kind };
                    // Other numbers are often refused for the same reason.
                    if !self.proof.problems.contains(&located) {
                        self.proof.problems.push(located);
                    }
                }
                Ok(None)
            }
        }
    }

    fn start(&mut self) -> Result<(), Fault> {
        let lesson = self.lesson;
        let first = lesson.first_picks();
        if let Some(rows) = self.rows("", lesson.staged(&first, None))?
            && all_hold(&rows)
        {
            self.broken("checks", LessonClaim::StartFails, None);
        }
        if let Some(rows) = self.rows("", lesson.bet_staged())? {
            for row in rows.iter().filter(|row| !row.holds) {
                self.broken("bet.fact", LessonClaim::BetHolds, Some(("", row)));
            }
        }
        Ok(())
    }

    fn solution(&mut self) -> Result<(), Fault> {
        let lesson = self.lesson;
        let own = (String::from("solution"), LessonClaim::SolutionHolds, None);
        let variants = lesson.variants.iter().enumerate();
        let variants = variants.map(|(place, variant)| {
            let path = format!("variants[{place}]");
            (path, LessonClaim::VariantHolds, Some(variant))
        });
        for (path, claim, variant) in std::iter::once(own).chain(variants) {
            self.solves(&path, claim, variant)?;
        }
        Ok(())
    }

    fn solves(
        &mut self,
        path: &str,
        claim: LessonClaim,
        variant: Option<&Variant>,
    ) -> Result<(), Fault> {
        let lesson = self.lesson;
        let picks = lesson.picks_named(&lesson.solution);
        let Some(rows) = self.rows("", lesson.staged(&picks, variant))? else {
            return Ok(());
        };
        for (check, row) in lesson.checks.iter().zip(&rows) {
            if !row.holds {
                self.broken(path, claim, Some((&check.id, row)));
            }
        }
        Ok(())
    }

    fn hints(&mut self) {
        let hints = &self.lesson.hints;
        for (place, hint) in hints.iter().enumerate() {
            let mut before = hints.iter().take(place);
            if before.any(|one| one.zh == hint.zh || one.en == hint.en) {
                self.broken(format!("hints[{place}]"), LessonClaim::HintIsNew, None);
            }
        }
    }

    fn ideas(&mut self) -> Result<(), Fault> {
        let lesson = self.lesson;
        for (place, idea) in lesson.wrong.iter().enumerate() {
            let picks = lesson.picks_named(&idea.picks);
            let Some(rows) = self.rows("", lesson.staged(&picks, None))? else {
                continue;
            };
            let named = lesson.checks.iter().zip(&rows);
            for (check, row) in named.filter(|(check, _)| check.id == idea.fails) {
                if row.holds {
                    let path = format!("wrong[{place}].fails");
                    self.broken(path, LessonClaim::IdeaFails, Some((&check.id, row)));
                }
            }
            // Whoever has this idea must be told of it, and not of another one.
            let told = super::idea(lesson, &picks, &rows);
            if told.is_some_and(|told| told != idea.says) {
                self.broken(
                    format!("wrong[{place}].picks"),
                    LessonClaim::IdeaIsTold,
                    None,
                );
            }
        }
        Ok(())
    }
}

fn figure(figure: Figure) -> String {
    match figure {
        Figure::Amount(amount) => amount.plain(),
        Figure::Count(count) => count.to_string(),
    }
}
