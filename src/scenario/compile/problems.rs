//! Collects every problem with its path, so that an author sees them all at once.

use std::collections::BTreeMap;

use crate::scenario::problem::{self, Noun, Problem, ProblemKind};

/// Names offered with an unknown reference.
const OFFERED_MAX: usize = 20;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
}

impl Problems {
    pub(super) fn at(&mut self, path: impl Into<String>, kind: ProblemKind) {
        self.found.push(Problem {
            path: path.into(),
            kind,
        });
    }

    pub(super) fn all_of(&mut self, problems: Vec<Problem>) {
        self.found.extend(problems);
    }

    pub(super) fn limit(&mut self, path: &str, found: u64, max: u64) {
        if found > max {
            self.at(path, ProblemKind::TooMany { found, max });
        }
    }

    /// The place that `name` refers to, or a problem at `path`.
    pub(super) fn resolve(
        &mut self,
        path: impl Into<String>,
        names: &Names,
        name: &str,
    ) -> Option<usize> {
        let place = names.place(name);
        if place.is_none() {
            let allowed = names.offered();
            let kind = ProblemKind::UnknownReference {
                found: name.to_owned(),
                what: names.what,
                allowed,
            };
            self.at(path, kind);
        }
        place
    }

    pub(super) fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// All problems by their paths. What several readers of one place found is told once.
    pub(super) fn stop_if_any(&mut self) -> Result<(), Vec<Problem>> {
        if self.none() {
            return Ok(());
        }
        let mut told: Vec<Problem> = Vec::new();
        let mut found = std::mem::take(&mut self.found);
        problem::sort(&mut found);
        for problem in found {
            let same_path = told.iter().rev().take_while(|row| row.path == problem.path);
            if !same_path.into_iter().any(|row| *row == problem) {
                told.push(problem);
            }
        }
        Err(told)
    }
}

/// The ids of one list of the scenario and their places.
pub(super) struct Names {
    what: Noun,
    places: BTreeMap<String, usize>,
}

impl Names {
    /// Reads the ids of `list`; an id that stands twice is a problem.
    pub(super) fn read<'a>(
        list: &str,
        what: Noun,
        ids: impl Iterator<Item = &'a str>,
        problems: &mut Problems,
    ) -> Names {
        let mut places = BTreeMap::new();
        for (place, id) in ids.enumerate() {
            match places.get(id) {
                Some(first) => problems.at(
                    format!("{list}[{place}].id"),
                    ProblemKind::DuplicateId {
                        id: id.to_owned(),
                        first: format!("{list}[{first}].id"),
                    },
                ),
                None => {
                    places.insert(id.to_owned(), place);
                }
            }
        }
        Names { what, places }
    }

    pub(super) fn add(&mut self, id: &str, place: usize) {
        self.places.entry(id.to_owned()).or_insert(place);
    }

    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn offered(&self) -> Vec<String> {
        self.places.keys().take(OFFERED_MAX).cloned().collect()
    }
}
