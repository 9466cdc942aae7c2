//! Small changes to a document's tree: put a value at a path, take one away, put an entry elsewhere.

use super::path::{Step, not_so_many};
use crate::scenario::document::tree::Node;
use crate::scenario::problem::Problem;

/// Puts a value at a path; objects on the way are made when they are absent.
pub(super) fn put<'a>(
    node: &mut Node<'a>,
    steps: &[Step<'a>],
    value: Node<'a>,
) -> Result<(), Problem> {
    *reach(node, steps)? = value;
    Ok(())
}

/// Takes the value at a path away; a field that is absent already stays so.
pub(super) fn remove(node: &mut Node<'_>, steps: &[Step<'_>]) -> Result<(), Problem> {
    let Some((last, way)) = steps.split_last() else {
        return Ok(());
    };
    match (last, found(node, way)) {
        (Step::Field(name), Some(Node::Object(fields))) => fields.retain(|(key, _)| key != name),
        // What is not there has no fields.
        (Step::Field(_), None) => {}
        (Step::Index(index), Some(Node::List(items))) if *index < items.len() => {
            items.remove(*index);
        }
        (_, node) => return Err(not_so_many(steps, count(node))),
    }
    Ok(())
}

/// Puts an entry elsewhere in its list; beyond the end means at the end.
pub(super) fn moved(node: &mut Node<'_>, steps: &[Step<'_>], to: usize) -> Result<(), Problem> {
    let Some((last, way)) = steps.split_last() else {
        return Ok(());
    };
    match (last, found(node, way)) {
        (Step::Index(index), Some(Node::List(items))) if *index < items.len() => {
            let entry = items.remove(*index);
            items.insert(to.min(items.len()), entry);
            Ok(())
        }
        (_, node) => Err(not_so_many(steps, count(node))),
    }
}

fn count(node: Option<&mut Node<'_>>) -> usize {
    node.and_then(|node| node.items().map(<[_]>::len))
        .unwrap_or_default()
}

/// The value at a path, if there is one.
pub(super) fn found<'n, 'a>(
    node: &'n mut Node<'a>,
    steps: &[Step<'_>],
) -> Option<&'n mut Node<'a>> {
    steps
        .iter()
        .try_fold(node, |here, step| match (step, here) {
            (Step::Field(name), node) => node.field_mut(name),
            (Step::Index(index), Node::List(items)) => items.get_mut(*index),
            (Step::Index(_), _) => None,
        })
}

fn reach<'n, 'a>(node: &'n mut Node<'a>, steps: &[Step<'a>]) -> Result<&'n mut Node<'a>, Problem> {
    let mut here = node;
    for (place, step) in steps.iter().enumerate() {
        let count = here.items().map_or(0, <[_]>::len);
        let below = match (step, here) {
            (Step::Field(name), node) => field(node, name),
            (Step::Index(index), Node::List(items)) => items.get_mut(*index),
            (Step::Index(_), _) => None,
        };
        here = below.ok_or_else(|| not_so_many(steps.get(..=place).unwrap_or(steps), count))?;
    }
    Ok(here)
}

/// The field of an object, made when absent.
fn field<'n, 'a>(
    node: &'n mut Node<'a>,
    name: &std::borrow::Cow<'a, str>,
) -> Option<&'n mut Node<'a>> {
    if *node == Node::Null {
        *node = Node::Object(Vec::new());
    }
    let Node::Object(fields) = node else {
        return None;
    };
    let place = match fields.iter().position(|(key, _)| key == name) {
        Some(place) => place,
        None => {
            fields.push((name.clone(), Node::Null));
            fields.len().saturating_sub(1)
        }
    };
    fields.get_mut(place).map(|(_, node)| node)
}
