//! A scenario that is being mended: every edit so far, and what the scenario has become by them.

use crate::scenario::compile::compile;
use crate::scenario::document::codec::Codec;
use crate::scenario::edit::{self, Edit, Tongue};
use crate::scenario::problem::Problem;
use crate::scenario::v1::{Scenario, Traffic};

/// Edits, and where they have led.
pub(super) struct Draft {
    after: Scenario,
    edits: Vec<Edit>,
}

impl Draft {
    pub(super) fn of(scenario: &Scenario) -> Draft {
        Draft {
            after: scenario.clone(),
            edits: Vec::new(),
        }
    }

    /// The scenario as it is now.
    pub(super) fn now(&self) -> &Scenario {
        &self.after
    }

    fn does(&mut self, edit: Edit) -> Option<()> {
        let after = edit::apply(&self.after, &edit).ok()?;
        // What changes nothing is no step.
        if after != self.after {
            self.after = after;
            self.edits.push(edit);
        }
        Some(())
    }

    /// Gives a field a value; a blank text takes away what need not be there.
    pub(super) fn set(&mut self, path: String, text: impl Into<String>) -> Option<()> {
        let text = text.into();
        self.does(Edit::Set { path, text })
    }

    /// Adds an entry behind the others of a list and answers with its path.
    pub(super) fn add(&mut self, list: &str) -> Option<String> {
        self.does(Edit::Add {
            path: list.to_owned(),
            kind: String::new(),
            tongue: Tongue::Both,
        })?;
        Some(edit::added(&self.after, list))
    }

    /// Takes an entry away.
    pub(super) fn remove(&mut self, path: String) -> Option<()> {
        self.does(Edit::Remove { path })
    }

    /// The edits, if there are any and the scenario that they end in has no problem.
    ///
    /// Expectations about accounts that there no longer are go too: nobody could say whether they come true.
    pub(super) fn finished(mut self) -> Option<Vec<Edit>> {
        if self.edits.is_empty() {
            return None;
        }
        if let Err(problems) = compile(&thinned(&self.after)) {
            let mut places: Vec<usize> = problems
                .iter()
                .map(unanswerable)
                .collect::<Option<Vec<usize>>>()?;
            places.sort_unstable();
            places.dedup();
            for place in places.into_iter().rev() {
                self.remove(format!("expectations[{place}]"))?;
            }
            compile(&thinned(&self.after)).ok()?;
        }
        Some(self.edits)
    }
}

/// The expectation that a problem is about, if it is about one.
fn unanswerable(problem: &Problem) -> Option<usize> {
    let inside = problem.path.strip_prefix("expectations[")?;
    inside.split_once(']')?.0.parse().ok()
}

/// The same agreements with hardly any traffic: whether they fit together does not depend on how much is sold.
fn thinned(scenario: &Scenario) -> Scenario {
    let thin = |one: &Traffic| Traffic {
        per_day: one.per_day.min(1),
        ..one.clone()
    };
    Scenario {
        traffic: scenario.traffic.iter().map(thin).collect(),
        ..scenario.clone()
    }
}

/// A value as the document writes it.
pub(super) fn word<C: Codec<Value = C>>(value: &C) -> String {
    C::give(value).as_text().unwrap_or_default().to_owned()
}
