//! The one reader: text, share links and objects of JavaScript all become a scenario here, or a list of
//! everything that is wrong with them.
//!
//! Three steps: the bytes become a tree ([`parse`]), one pass compares the tree with the tables and
//! collects every problem ([`check`]), and a tree without problems becomes the typed scenario.
//! What names refer to is not looked at; that is the work of `compile`.

mod agreements;
pub(crate) mod check;
pub(crate) mod codec;
mod expectations;
pub(crate) mod form;
mod happenings;
pub(crate) mod noun;
pub(crate) mod parse;
mod parties;
pub(crate) mod shape;
mod storyboard;
pub(crate) mod tree;
pub(crate) mod whole;

#[cfg(test)]
mod tests;

use self::codec::Codec;
use self::tree::Node;
use self::whole::{DOCUMENT, FORMAT_FIELD};
use crate::scenario::problem::{Problem, ProblemKind};
use crate::scenario::v1::{FORMAT, Scenario};

/// Reads a document from JSON text.
pub fn read_text(text: &str) -> Result<Scenario, Vec<Problem>> {
    parse::text(text)
        .map_err(whole)
        .and_then(|tree| read(&tree))
}

/// Reads a document from a JSON value, as JavaScript hands it over.
pub fn read_value(value: &serde_json::Value) -> Result<Scenario, Vec<Problem>> {
    parse::value(value)
        .map_err(whole)
        .and_then(|tree| read(&tree))
}

/// Reads a document from its tree.
pub(crate) fn read(tree: &Node<'_>) -> Result<Scenario, Vec<Problem>> {
    format_of(tree).map_err(whole)?;
    let problems = check::check(tree, &DOCUMENT);
    if !problems.is_empty() {
        return Err(problems);
    }
    // What passed the check has a value; the property tests hold the tables to that.
    Scenario::take(tree).ok_or_else(|| whole(not_a_scenario("")))
}

/// The document's version is looked at first: a newer document is not a list of unknown fields.
fn format_of(tree: &Node<'_>) -> Result<(), ProblemKind> {
    let Some(format) = tree.field(FORMAT_FIELD) else {
        return Err(not_a_scenario(""));
    };
    let found = format.as_text().or(format.as_number()).unwrap_or_default();
    if found == FORMAT && format.as_text().is_some() {
        return Ok(());
    }
    let version = found.strip_prefix("daycut/").unwrap_or_default();
    let is_number = !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit());
    if !version.is_empty() && is_number && version != "1" {
        return Err(ProblemKind::NewerVersion {
            found: form::shown(found),
            newest: FORMAT.to_owned(),
        });
    }
    Err(not_a_scenario(found))
}

fn not_a_scenario(found: &str) -> ProblemKind {
    ProblemKind::NotAScenario {
        found: form::shown(found),
    }
}

/// A problem of the whole document.
fn whole(kind: ProblemKind) -> Vec<Problem> {
    vec![Problem {
        path: String::new(),
        kind,
    }]
}
