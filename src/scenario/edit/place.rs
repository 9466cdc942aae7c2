//! What the tables say about a place of a document, and short forms written out so that one can go inside.

use super::path::Step;
use crate::scenario::document::check::LANGUAGES;
use crate::scenario::document::shape::{Kind, Need};
use crate::scenario::document::tree::Node;
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::limits::NAME_CHARS_MAX;

/// What stands, or may stand, at a place.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) kind: Kind,
    pub(super) need: Need,
}

/// What the tables say about a place; `None` when no document has it.
pub(super) fn place(document: &Node<'_>, steps: &[Step<'_>]) -> Option<Place> {
    let mut here = Some(document);
    let mut place = Place {
        kind: DOCUMENT,
        need: Need::Needed,
    };
    for step in steps {
        place = below(&place.kind, here, step)?;
        here = here.and_then(|node| match step {
            Step::Field(name) => node.field(name),
            Step::Index(index) => node.items()?.get(*index),
        });
    }
    Some(place)
}

fn below(kind: &Kind, here: Option<&Node<'_>>, step: &Step<'_>) -> Option<Place> {
    let needed = |kind| Place {
        kind,
        need: Need::Needed,
    };
    match (kind, step) {
        (Kind::List { of, .. }, Step::Index(_)) => Some(needed(**of)),
        (Kind::Words { max }, Step::Field(name)) if LANGUAGES.contains(&name.as_ref()) => {
            Some(needed(Kind::Text {
                max: *max,
                may_be_blank: false,
            }))
        }
        (Kind::TextMap { .. }, Step::Field(_)) => Some(needed(Kind::Text {
            max: NAME_CHARS_MAX,
            may_be_blank: true,
        })),
        (kind, Step::Field(name)) => {
            let field = kind.shape(here)?.field(name)?;
            Some(Place {
                kind: field.kind,
                need: field.need,
            })
        }
        (_, Step::Index(_)) => None,
    }
}

/// Writes out what stands in short on the way to a place: one name as a name in each language, the id of a
/// refunded payment as an object.
pub(super) fn unfold<'a>(node: &mut Node<'a>, kind: &Kind, steps: &[Step<'a>]) {
    let Some((step, rest)) = steps.split_first() else {
        return;
    };
    if let Node::Text(text) = node {
        let text = text.clone();
        let long = |names: &[&'static str]| {
            let fields = names
                .iter()
                .map(|name| ((*name).into(), Node::Text(text.clone())));
            Node::Object(fields.collect())
        };
        match kind {
            Kind::Words { .. } => *node = long(&LANGUAGES),
            Kind::Either { objects, .. } => {
                let first = objects.first().and_then(|shape| shape.names().next());
                *node = long(first.as_slice());
            }
            _ => {}
        }
    }
    let inner = below(kind, Some(node), step).map(|place| place.kind);
    let child = match (step, node) {
        (Step::Field(name), node) => node.field_mut(name),
        (Step::Index(index), Node::List(items)) => items.get_mut(*index),
        (Step::Index(_), _) => None,
    };
    if let (Some(inner), Some(child)) = (inner, child) {
        unfold(child, &inner, rest);
    }
}
