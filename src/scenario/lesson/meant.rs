//! What a lesson means: whether names in it refer to something, whether its scenario and every turn of a
//! knob can be read, and whether it is written in both languages. Everything is told at once.

use super::document::Written;
use super::staged::set;
use super::{Bet, Knob, Lesson, Start, Variant};
use crate::base::date::WallClock;
use crate::scenario::document::{self, codec::Codec, tree::Node};
use crate::scenario::gallery::GALLERY;
use crate::scenario::limits::LESSON_SENTENCES;
use crate::scenario::problem::{Problem, ProblemKind};
use crate::scenario::v1::{Expectation, Op, Scenario, Words};
use crate::scenario::{compile, writer};

/// The lesson as far as it can be made, and everything that is wrong with it.
pub(super) fn meant(written: Written) -> (Option<Lesson>, Vec<Problem>) {
    let mut problems = Vec::new();
    let replaced = replaced(&written.start.with);
    let start = started(&written.start, &mut problems);
    let Some(start) = start else {
        return (None, problems);
    };
    let lesson = Lesson {
        id: written.id,
        title: written.title,
        minutes: written.minutes,
        asked: written.asked,
        story: written.story,
        start,
        moment: written.moment,
        bet: written.bet,
        task: written.task,
        knobs: written.knobs,
        checks: written.checks,
        hints: written.hints,
        wrong: written.wrong,
        variants: written.variants,
        solution: written.solution,
        takeaway: written.takeaway,
        practice: written.practice,
        edition: 0,
    };
    let mut reader = Reader {
        lesson: &lesson,
        replaced: &replaced,
        problems,
    };
    reader.names();
    reader.languages();
    reader.bet();
    if reader.turns() {
        reader.plays();
    }
    let problems = reader.problems;
    (Some(lesson), problems)
}

/// The fields that a lesson replaces.
fn replaced(with: &Node<'_>) -> Vec<String> {
    match with {
        Node::Object(fields) => fields.iter().map(|(key, _)| key.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// The scenario of the gallery with the author's own fields put into it.
fn started(start: &Start, problems: &mut Vec<Problem>) -> Option<Scenario> {
    let item = GALLERY.iter().find(|item| item.id == start.template);
    let Some(item) = item else {
        problems.push(Problem {
            path: "start.template".to_owned(),
            kind: ProblemKind::UnknownValue {
                found: start.template.clone(),
                allowed: GALLERY.iter().map(|item| item.id.to_owned()).collect(),
            },
        });
        return None;
    };
    let template = document::read_text(item.text).ok()?;
    let mut tree = writer::tree(&template);
    if let (Node::Object(fields), Node::Object(own)) = (&mut tree, &start.with) {
        for (key, node) in own {
            fields.retain(|(name, _)| name != key);
            fields.push((key.clone(), node.clone()));
        }
    }
    let read = document::read(&tree);
    read.map_err(|found| {
        let replaced = replaced(&start.with);
        problems.extend(found.into_iter().map(|one| in_start(one, &replaced)));
    })
    .ok()
}

/// A problem of the scenario, at the place of the lesson that says so.
fn in_start(problem: Problem, replaced: &[String]) -> Problem {
    let field = problem.path.split(['[', '.']).next().unwrap_or_default();
    let is_own = replaced.iter().any(|name| name == field);
    let place = if is_own {
        "start.with"
    } else {
        "start.template"
    };
    Problem {
        path: format!("{place}.{}", problem.path),
        kind: problem.kind,
    }
}

struct Reader<'a> {
    lesson: &'a Lesson,
    replaced: &'a [String],
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn at(&mut self, path: impl Into<String>, kind: ProblemKind) {
        let path = path.into();
        self.problems.push(Problem { path, kind });
    }

    /// Ids once each, and every mention of one is of one that is there.
    fn names(&mut self) {
        let lesson = self.lesson;
        self.ids("knobs", lesson.knobs.iter().map(|knob| knob.id.as_str()));
        self.ids("checks", lesson.checks.iter().map(|one| one.id.as_str()));
        for (place, knob) in lesson.knobs.iter().enumerate() {
            let path = format!("knobs[{place}].choices");
            self.ids(&path, knob.choices.iter().map(|one| one.id.as_str()));
            if knob.choices.len() < 2 {
                let found = u64::try_from(knob.choices.len()).unwrap_or(u64::MAX);
                self.at(path, ProblemKind::TooFew { found, min: 2 });
            }
        }
        for (place, idea) in lesson.wrong.iter().enumerate() {
            self.picks(&format!("wrong[{place}].picks"), &idea.picks);
            self.check(&format!("wrong[{place}].fails"), &idea.fails);
        }
        self.picks("solution", &lesson.solution);
        for (place, variant) in lesson.variants.iter().enumerate() {
            for (check, restated) in variant.checks.iter().enumerate() {
                self.check(
                    &format!("variants[{place}].checks[{check}].id"),
                    &restated.id,
                );
            }
        }
        let sentences = lesson.takeaway.len();
        if sentences < LESSON_SENTENCES {
            let wide = |number| u64::try_from(number).unwrap_or(u64::MAX);
            let (found, min) = (wide(sentences), wide(LESSON_SENTENCES));
            self.at("takeaway", ProblemKind::TooFew { found, min });
        }
    }

    fn ids<'i>(&mut self, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen: Vec<&str> = Vec::new();
        for (place, id) in ids.enumerate() {
            if let Some(first) = seen.iter().position(|known| *known == id) {
                let kind = ProblemKind::DuplicateId {
                    id: id.to_owned(),
                    first: format!("{list}[{first}].id"),
                };
                self.at(format!("{list}[{place}].id"), kind);
            }
            seen.push(id);
        }
    }

    fn picks(&mut self, path: &str, picks: &[(String, String)]) {
        for (of, wanted) in picks {
            let knobs = &self.lesson.knobs;
            let Some(knob) = knobs.iter().find(|knob| knob.id == *of) else {
                let ids = knobs.iter().map(|knob| knob.id.clone()).collect();
                self.unknown(path, of, ids);
                continue;
            };
            if !knob.choices.iter().any(|choice| choice.id == *wanted) {
                let ids = knob.choices.iter().map(|choice| choice.id.clone());
                self.unknown(&format!("{path}.{of}"), wanted, ids.collect());
            }
        }
    }

    fn check(&mut self, path: &str, id: &str) {
        let checks = &self.lesson.checks;
        if !checks.iter().any(|check| check.id == id) {
            let ids = checks.iter().map(|check| check.id.clone()).collect();
            self.unknown(path, id, ids);
        }
    }

    fn unknown(&mut self, path: &str, found: &str, allowed: Vec<String>) {
        let found = found.to_owned();
        self.at(path, ProblemKind::UnknownValue { found, allowed });
    }

    /// One text for both languages is no translation. What is chosen may read the same, as `T+1` does.
    fn languages(&mut self) {
        let lesson = self.lesson;
        let mut said: Vec<(String, &Words)> = vec![
            ("title".to_owned(), &lesson.title),
            ("asked.who".to_owned(), &lesson.asked.who),
            ("asked.says".to_owned(), &lesson.asked.says),
            ("story".to_owned(), &lesson.story),
            ("bet.asks".to_owned(), &lesson.bet.asks),
            ("bet.says".to_owned(), &lesson.bet.says),
            ("task".to_owned(), &lesson.task),
            ("practice".to_owned(), &lesson.practice),
        ];
        let mut list = |name: &str, all: Vec<&'a Words>| {
            for (place, words) in all.into_iter().enumerate() {
                said.push((name.replace("[]", &format!("[{place}]")), words));
            }
        };
        list(
            "knobs[].label",
            lesson.knobs.iter().map(|one| &one.label).collect(),
        );
        list(
            "checks[].says",
            lesson.checks.iter().map(|one| &one.says).collect(),
        );
        list(
            "wrong[].says",
            lesson.wrong.iter().map(|one| &one.says).collect(),
        );
        list(
            "variants[].says",
            lesson.variants.iter().map(|one| &one.says).collect(),
        );
        list("hints[]", lesson.hints.iter().collect());
        list("takeaway[]", lesson.takeaway.iter().collect());
        for (place, variant) in lesson.variants.iter().enumerate() {
            for (check, restated) in variant.checks.iter().enumerate() {
                said.push((
                    format!("variants[{place}].checks[{check}].says"),
                    &restated.says,
                ));
            }
        }
        for (path, words) in said {
            if words.zh == words.en {
                let field = "en".to_owned();
                self.at(path, ProblemKind::MissingField { field });
            }
        }
    }

    /// The answer of a bet is a value, and is among those to choose from.
    fn bet(&mut self) {
        let Bet { fact, choices, .. } = &self.lesson.bet;
        let (op, answer) = compared(fact);
        if op != Op::Equal {
            let found = Op::give(&op).as_text().unwrap_or_default().to_owned();
            self.unknown("bet.fact.op", &found, vec!["=".to_owned()]);
        }
        if !choices.is_empty() && !choices.contains(&answer) {
            self.unknown("bet.choices", &answer, choices.clone());
        }
    }

    /// Whether every choice and every variant is an edit that the scenario takes.
    fn turns(&mut self) -> bool {
        let before = self.problems.len();
        let lesson = self.lesson;
        let knobs = lesson.knobs.iter().enumerate();
        let choices = knobs.flat_map(|(knob, of): (usize, &Knob)| {
            let choices = of.choices.iter().enumerate();
            choices.map(move |(place, choice)| {
                (format!("knobs[{knob}].choices[{place}].sets"), &choice.sets)
            })
        });
        let variants = lesson.variants.iter().enumerate();
        let variants = variants.map(|(place, variant): (usize, &Variant)| {
            (format!("variants[{place}].sets"), &variant.sets)
        });
        for (path, sets) in choices.chain(variants) {
            if let Err(problems) = set(&lesson.start, sets) {
                for problem in problems {
                    self.at(format!("{path}{}", problem.path), problem.kind);
                }
            }
        }
        self.problems.len() == before
    }

    /// Whether the start, the bet and every variant are scenarios that can be played.
    fn plays(&mut self) {
        let lesson = self.lesson;
        self.compiles(lesson.bet_staged(), |_| Some("bet.fact".to_owned()));
        let first = lesson.first_picks();
        self.compiles(lesson.staged(&first, None), |place| {
            Some(format!("checks[{place}].holds"))
        });
        for (place, variant) in lesson.variants.iter().enumerate() {
            let restated = |check: usize| {
                let id = &lesson.checks.get(check)?.id;
                let own = variant.checks.iter().position(|one| one.id == *id)?;
                Some(format!("variants[{place}].checks[{own}].holds"))
            };
            self.compiles(lesson.staged(&first, Some(variant)), restated);
        }
        self.moment(lesson.moment);
    }

    fn compiles(
        &mut self,
        staged: Result<Scenario, Vec<Problem>>,
        expected: impl Fn(usize) -> Option<String>,
    ) {
        let checked = staged.and_then(|scenario| compile::compile(&scenario).map(drop));
        for problem in checked.err().unwrap_or_default() {
            let located = expected_at(&problem.path)
                .and_then(|(place, field)| Some(format!("{}{field}", expected(place)?)))
                .map_or_else(
                    || in_start(problem.clone(), self.replaced),
                    |path| Problem {
                        path,
                        kind: problem.kind.clone(),
                    },
                );
            if !self.problems.contains(&located) {
                self.problems.push(located);
            }
        }
    }

    fn moment(&mut self, at: WallClock) {
        let (from, days) = (self.lesson.start.starts, self.lesson.start.days);
        let until = from.plus_days(days.into());
        if at < from || at >= until {
            let kind = ProblemKind::OutsideScenario {
                found: at.to_string(),
                from: from.to_string(),
                until: until.to_string(),
            };
            self.at("moment", kind);
        }
    }
}

/// `expectations[2].account` as 2 and `.account`.
fn expected_at(path: &str) -> Option<(usize, &str)> {
    let (place, field) = path.strip_prefix("expectations[")?.split_once(']')?;
    Some((place.parse().ok()?, field))
}

/// The comparison of an expectation, and its value as it is written.
pub(super) fn compared(expectation: &Expectation) -> (Op, String) {
    use Expectation as E;
    match expectation {
        E::Balance { op, value, .. }
        | E::Arrival { op, value, .. }
        | E::TotalFee { op, value, .. }
        | E::Inflow { op, value, .. }
        | E::Commission { op, value, .. }
        | E::Held { op, value, .. } => (*op, value.plain()),
        E::Refused { op, count } | E::Findings { op, count, .. } => (*op, count.to_string()),
    }
}
