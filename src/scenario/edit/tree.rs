//! Small changes to a document's tree: put a value at a path, take one away, append to a list.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::scenario::document::tree::Node;
use crate::scenario::problem::{Problem, ProblemKind};

/// A step of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Into a field.
    Field(&'static str),
    /// Into a list.
    Index(usize),
}

/// Puts a value at a path; objects on the way are made when they are absent.
pub(super) fn put<'a>(node: &mut Node<'a>, path: &[Step], value: Node<'a>) -> Result<(), Problem> {
    *reach(node, path)? = value;
    Ok(())
}

/// Takes the value at a path away; a field that is absent already stays so.
pub(super) fn remove(node: &mut Node<'_>, path: &[Step]) -> Result<(), Problem> {
    let Some((last, way)) = path.split_last() else {
        return Ok(());
    };
    if matches!(last, Step::Field(_)) && is_absent(node, way) {
        return Ok(());
    }
    match (last, reach(node, way)?) {
        (Step::Field(name), Node::Object(fields)) => fields.retain(|(key, _)| key != name),
        (Step::Index(index), Node::List(items)) if *index < items.len() => {
            items.remove(*index);
        }
        (_, node) => return Err(no_such_place(path, node.items().map_or(0, <[_]>::len))),
    }
    Ok(())
}

/// Whether a path ends at a field that is not there.
fn is_absent(node: &Node<'_>, path: &[Step]) -> bool {
    let mut here = node;
    for step in path {
        let below = match step {
            Step::Field(name) => here.field(name),
            Step::Index(index) => here.items().and_then(|items| items.get(*index)),
        };
        match below {
            Some(below) => here = below,
            None => return matches!(step, Step::Field(_)),
        }
    }
    false
}

/// Appends to a list of the document.
pub(super) fn append<'a>(
    node: &mut Node<'a>,
    list: &'static str,
    value: Node<'a>,
) -> Result<(), Problem> {
    match reach(node, &[Step::Field(list)])? {
        Node::List(items) => items.push(value),
        // A list that was empty is not written.
        absent => *absent = Node::List(vec![value]),
    }
    Ok(())
}

fn reach<'n, 'a>(node: &'n mut Node<'a>, path: &[Step]) -> Result<&'n mut Node<'a>, Problem> {
    let mut here = node;
    for (place, step) in path.iter().enumerate() {
        let count = here.items().map_or(0, <[_]>::len);
        let below = match (step, here) {
            (Step::Field(name), node) => field(node, name),
            (Step::Index(index), Node::List(items)) => items.get_mut(*index),
            (Step::Index(_), _) => None,
        };
        here = below.ok_or_else(|| no_such_place(path.get(..=place).unwrap_or(path), count))?;
    }
    Ok(here)
}

/// The field of an object, made when absent. A value that an edit never meets is not an object.
fn field<'n, 'a>(node: &'n mut Node<'a>, name: &'static str) -> Option<&'n mut Node<'a>> {
    if *node == Node::Null {
        *node = Node::Object(Vec::new());
    }
    let Node::Object(fields) = node else {
        return None;
    };
    let place = match fields.iter().position(|(key, _)| key == name) {
        Some(place) => place,
        None => {
            fields.push((name.into(), Node::Null));
            fields.len().saturating_sub(1)
        }
    };
    fields.get_mut(place).map(|(_, node)| node)
}

/// The scenario has no such place: the page that sent the edit showed another one.
fn no_such_place(path: &[Step], count: usize) -> Problem {
    let found = match path.last() {
        Some(Step::Index(index)) => index.to_string(),
        Some(Step::Field(name)) => (*name).to_owned(),
        None => String::new(),
    };
    Problem {
        path: written(path),
        kind: ProblemKind::OutOfRange {
            found,
            min: "0".to_owned(),
            max: count.saturating_sub(1).to_string(),
        },
    }
}

fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        let done = match step {
            Step::Field(name) if text.is_empty() => write!(text, "{name}"),
            Step::Field(name) => write!(text, ".{name}"),
            Step::Index(index) => write!(text, "[{index}]"),
        };
        // Writing to a text cannot fail.
        done.unwrap_or_default();
    }
    text
}

/// An object made on the spot.
pub(super) fn object<'a, const N: usize>(fields: [(&'static str, Node<'a>); N]) -> Node<'a> {
    let fields = fields.into_iter().map(|(name, node)| (name.into(), node));
    Node::Object(fields.collect())
}

/// A letter and a number that no other entry has.
pub(super) fn free_id<'i>(letter: &str, ids: impl Iterator<Item = &'i str>) -> String {
    let taken: BTreeSet<&str> = ids.collect();
    let mut number = taken.len().saturating_add(1);
    loop {
        let id = format!("{letter}{number}");
        if !taken.contains(id.as_str()) {
            return id;
        }
        number = number.saturating_add(1);
    }
}
