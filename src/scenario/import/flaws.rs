//! What is wrong with a file, gathered while it is read and told all at once, in the order of its lines.

use crate::base::order::InOrder;
use crate::scenario::document::form;
use crate::scenario::limits::PROBLEMS_MAX;
use crate::scenario::problem::{FileFlaw, Problem, ProblemKind};

/// What is wrong, and what would be right; `expected` is blank where there is nothing to name.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Flaw {
    /// The reason.
    pub(super) reason: FileFlaw,
    /// What would be right, or the limit.
    pub(super) expected: String,
    /// The other lines that it is about.
    pub(super) lines: Vec<u32>,
}

impl Flaw {
    /// A reason, with what would be right.
    pub(super) fn new(reason: FileFlaw, expected: impl Into<String>) -> Flaw {
        Flaw {
            reason,
            expected: expected.into(),
            lines: Vec::new(),
        }
    }

    /// The same, about other lines too.
    pub(super) fn about(self, lines: impl IntoIterator<Item = u32>) -> Flaw {
        Flaw {
            lines: lines.into_iter().collect(),
            ..self
        }
    }
}

/// Mistakes found in a file.
#[derive(Default)]
pub(super) struct Flaws(Vec<Problem>);

impl Flaws {
    /// Notes a mistake in a whole line.
    pub(super) fn add(&mut self, line: u32, flaw: Flaw, found: &str) {
        self.add_in(line, "", flaw, found);
    }

    /// Notes a mistake in a column of a line.
    pub(super) fn add_in(&mut self, line: u32, column: &str, flaw: Flaw, found: &str) {
        if self.0.len() < PROBLEMS_MAX {
            self.0.push(problem(line, column, flaw, found));
        }
    }

    /// Whether nothing was noted.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Nothing, or everything that was noted.
    pub(super) fn none(mut self) -> Result<(), Vec<Problem>> {
        self.0.order_by_key(|problem| match &problem.kind {
            ProblemKind::BadFile { line, .. } => *line,
            _ => 0,
        });
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(self.0)
        }
    }
}

/// One mistake in a file.
pub(super) fn problem(line: u32, column: &str, flaw: Flaw, found: &str) -> Problem {
    Problem {
        path: String::new(),
        kind: ProblemKind::BadFile {
            line,
            column: column.to_owned(),
            reason: flaw.reason,
            found: form::shown(found),
            expected: form::shown(&flaw.expected),
            lines: flaw.lines.into(),
        },
    }
}

/// A mistake for which nothing else of the file can be read.
pub(super) fn only(line: u32, flaw: Flaw, found: &str) -> Vec<Problem> {
    vec![problem(line, "", flaw, found)]
}
