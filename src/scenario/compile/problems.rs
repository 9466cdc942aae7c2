//! Collects every problem with its path, so that an author sees them all at once.

use std::collections::BTreeMap;

use crate::scenario::problem::{Noun, Problem, ProblemKind};

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

    pub(super) fn stop_if_any(&mut self) -> Result<(), Vec<Problem>> {
        if self.found.is_empty() {
            return Ok(());
        }
        let mut found = std::mem::take(&mut self.found);
        // Paths are compared by their numbers too, so that [10] comes after [9].
        found.sort_by_key(|problem| path_key(&problem.path));
        Err(found)
    }
}

fn path_key(path: &str) -> Vec<(u64, String)> {
    path.split(['.', '[', ']'])
        .filter(|part| !part.is_empty())
        .map(|part| (part.parse().unwrap_or(0), part.to_owned()))
        .collect()
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
