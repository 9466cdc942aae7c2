//! The path of a place in a document, `contracts[0].splits[1].rate`, as steps and back.

use std::borrow::Cow;
use std::fmt::Write;

use crate::scenario::document::check::below;
use crate::scenario::forms;
use crate::scenario::problem::{Problem, ProblemKind};

/// A step of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Step<'a> {
    /// Into a field.
    Field(Cow<'a, str>),
    /// Into a list.
    Index(usize),
}

/// The steps of a path; `None` when it is none.
pub(crate) fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, behind) = if let Some(inside) = rest.strip_prefix("[\"") {
            // A key that is not a plain word: its quotes end at the first `"]`.
            let (key, behind) = inside.split_once("\"]")?;
            (Step::Field(Cow::Borrowed(key)), behind)
        } else if let Some(inside) = rest.strip_prefix('[') {
            let (number, behind) = inside.split_once(']')?;
            (Step::Index(number.parse().ok()?), behind)
        } else {
            let name = rest.strip_prefix('.').unwrap_or(rest);
            let end = name.find(['.', '[']).unwrap_or(name.len());
            let (name, behind) = name.split_at_checked(end)?;
            (Step::Field(Cow::Borrowed(name)), behind)
        };
        steps.push(step);
        rest = behind;
    }
    (!steps.is_empty()).then_some(steps)
}

/// Steps as a path.
pub(super) fn written(steps: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in steps {
        let done = match step {
            Step::Field(name) if text.is_empty() => write!(text, "{name}"),
            Step::Field(name) => text.write_str(&below(name)),
            Step::Index(index) => write!(text, "[{index}]"),
        };
        // Writing to a text cannot fail.
        done.unwrap_or_default();
    }
    text
}

/// The scenario has no such place: whoever sent the edit saw another scenario.
pub(super) fn no_such_place(path: &str) -> Problem {
    Problem {
        path: path.to_owned(),
        kind: ProblemKind::UnknownField {
            found: path.to_owned(),
            allowed: forms::lists().map(str::to_owned).collect(),
        },
    }
}

/// A list that does not reach as far as the last of these steps.
pub(super) fn not_so_many(steps: &[Step<'_>], count: usize) -> Problem {
    match steps.last() {
        Some(Step::Index(index)) => Problem {
            path: written(steps),
            kind: ProblemKind::OutOfRange {
                found: index.to_string(),
                min: "0".to_owned(),
                max: count.saturating_sub(1).to_string(),
            },
        },
        _ => no_such_place(&written(steps)),
    }
}
