//! What a person can change about a scenario with one gesture, as values that can be kept, undone and sent.
//!
//! An edit never makes a scenario that could not also have been written: it changes the document's tree and
//! reads it again, so a text that is no amount is refused with the same problem at the same path as in a
//! file. Which value a place takes is asked of the tables of `document`, so there is no edit for a single
//! field. Paths are those of problems: `contracts[0].splits[1].rate`.

use serde::{Deserialize, Serialize};

pub use self::blocks::{BLOCKS, Block};
use self::path::no_such_place;
pub(crate) use self::path::{Step, steps};
use super::document::form;
use super::document::shape::{Kind, Need};
use super::document::tree::Node;
use super::problem::Problem;
use super::v1::Scenario;
use super::{document, writer};

mod blocks;
mod fresh;
mod path;
mod place;
mod removal;
mod rename;
mod tree;
mod value;

/// In which language something new is named.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// In both.
    Both,
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// One change to a scenario.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Gives a field a value. A blank text takes a field away that need not be there; an entry that gets
    /// another id keeps everything that names it.
    Set {
        /// Which field; `name.zh` is one language of a name.
        path: String,
        /// As a person typed it; items of a list are kept apart by blanks or commas.
        text: String,
    },
    /// Adds an entry behind the others of its list, or an object that was absent: as little as makes it
    /// sound next to what is there.
    Add {
        /// The list or object: `payments`, `contracts[0].splits`, `parties[2].book`.
        path: String,
        /// Which kind, where there are several: `bank`, `arrival`; blank for the usual one.
        kind: String,
        /// How it is named.
        tongue: Tongue,
    },
    /// Takes an entry away, and with it whatever cannot stand without it.
    Remove {
        /// The entry, or an object that need not be there.
        path: String,
    },
    /// Puts an entry elsewhere in its list.
    Move {
        /// The entry.
        path: String,
        /// Its new place, from 0.
        to: usize,
    },
    /// Makes an entry one of another kind, keeping what both kinds have.
    Turn {
        /// An expectation, or what a refund is of.
        path: String,
        /// The word of the kind: `balance`, `arrival` …; `payment`, `external`.
        into: String,
    },
    /// Adds a ready-made piece, with whatever it needs that is not there yet.
    Insert {
        /// Which.
        block: Block,
        /// How its parties are named.
        tongue: Tongue,
    },
}

/// The scenario after an edit, or why there is none.
pub fn apply(scenario: &Scenario, edit: &Edit) -> Result<Scenario, Vec<Problem>> {
    let changed = match edit {
        Edit::Add { path, kind, tongue } => fresh::added(scenario, (path, kind), *tongue),
        Edit::Turn { path, into } => fresh::turned(scenario, path, into),
        Edit::Insert { block, tongue } => Ok(blocks::inserted(scenario, *block, *tongue)),
        Edit::Set { path, .. } | Edit::Remove { path } | Edit::Move { path, .. } => {
            let mut document = writer::tree(scenario);
            let done = match steps(path) {
                Some(steps) => change(&mut document, &steps, edit),
                None => Err(no_such_place(path)),
            };
            return match done {
                Ok(()) => document::read(&document),
                Err(problem) => Err(vec![problem]),
            };
        }
    };
    let changed = changed.map_err(|problem| vec![problem])?;
    document::read(&writer::tree(&changed))
}

/// The scenario after several edits, each of what the one before has left.
pub fn apply_all(scenario: &Scenario, edits: &[Edit]) -> Result<Scenario, Vec<Problem>> {
    let mut edits = edits.iter();
    edits.try_fold(scenario.clone(), |before, edit| apply(&before, edit))
}

/// Where the eye should go after something was added: the new entry, or the object itself.
pub fn added(after: &Scenario, path: &str) -> String {
    let mut document = writer::tree(after);
    let found =
        steps(path).and_then(|steps| tree::found(&mut document, &steps)?.items().map(<[_]>::len));
    match found.and_then(|count| count.checked_sub(1)) {
        Some(last) => format!("{path}[{last}]"),
        None => path.to_owned(),
    }
}

fn change<'a>(document: &mut Node<'a>, steps: &[Step<'a>], edit: &'a Edit) -> Result<(), Problem> {
    match edit {
        Edit::Set { text, .. } => set(document, steps, text),
        Edit::Remove { .. } => removal::removed(document, steps),
        Edit::Move { to, .. } => tree::moved(document, steps, *to),
        // These make typed entries.
        Edit::Add { .. } | Edit::Turn { .. } | Edit::Insert { .. } => Ok(()),
    }
}

fn set<'a>(document: &mut Node<'a>, steps: &[Step<'a>], text: &'a str) -> Result<(), Problem> {
    // A place that no table knows is put there all the same: the reader names what it knows.
    let place = place::place(document, steps);
    let kind = place.map_or(Kind::Id, |place| place.kind);
    let need = place.map_or(Need::Needed, |place| place.need);
    place::unfold(document, &document::whole::DOCUMENT, steps);
    if text.trim().is_empty() && need != Need::Needed {
        return tree::remove(document, steps);
    }
    if place.is_some() && matches!(kind, Kind::Id) {
        rename::renamed(document, steps, text.trim())?;
    }
    if matches!(kind, Kind::Text { .. } | Kind::Words { .. }) {
        // A document may hold such a sign and is then told of it; nobody types one on purpose.
        form::seen(text).map_err(|kind| Problem {
            path: path::written(steps),
            kind,
        })?;
    }
    tree::put(document, steps, value::typed(text, &kind))
}

#[cfg(test)]
mod tests;
