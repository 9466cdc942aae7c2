//! Taking an entry away, and with it what cannot stand without it.
//!
//! A merchant takes along its accounts, contracts and payments, a payment its refunds: nobody who removes
//! one would mend the others one by one. A field that need not be there is only cleared. What was agreed,
//! a fee plan or a settlement rule, takes nothing along: whoever used it has to say what holds instead.

use std::collections::BTreeSet;

use super::path::Step;
use super::rename::{list_of, names_party};
use super::tree;
use crate::scenario::document::shape::{Kind, Need};
use crate::scenario::document::tree::Node;
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::problem::{Noun, Problem};

/// Takes the entry at `steps` away.
pub(super) fn removed(document: &mut Node<'_>, steps: &[Step<'_>]) -> Result<(), Problem> {
    let mut gone = Gone::default();
    if let [Step::Field(list), Step::Index(_)] = steps
        && let Some(entry) = tree::found(document, steps)
    {
        gone.note(list, entry);
    }
    tree::remove(document, steps)?;
    // What goes may itself be named by something.
    while !gone.news.is_empty() {
        let names = std::mem::take(&mut gone.news);
        gone.known.extend(names.iter().cloned());
        clear(document, &DOCUMENT, &names, &mut gone);
    }
    Ok(())
}

type Names = BTreeSet<(String, String)>;

#[derive(Default)]
struct Gone {
    /// Lists and ids of what has gone.
    known: Names,
    /// Those whose mentions are still there.
    news: Names,
}

impl Gone {
    fn note(&mut self, list: &str, entry: &Node<'_>) {
        if let Some(id) = entry.field("id").and_then(Node::as_text) {
            let name = (list.to_owned(), id.to_owned());
            if !self.known.contains(&name) {
                self.news.insert(name);
            }
        }
    }
}

/// Whether a value can stay, after everything inside that cannot was taken away.
fn clear(node: &mut Node<'_>, kind: &Kind, names: &Names, gone: &mut Gone) -> bool {
    match (kind, node) {
        (Kind::Reference(noun), Node::Text(text)) => !is_named(*noun, text, names),
        (Kind::AccountName, Node::Text(text)) => {
            !names.iter().any(|(list, id)| match list.as_str() {
                "accounts" => text == id,
                "parties" => names_party(text, id),
                _ => false,
            })
        }
        (Kind::Either { text: kind, .. }, node @ Node::Text(_)) => clear(node, kind, names, gone),
        (Kind::List { of, min, .. }, Node::List(items)) => {
            items.retain_mut(|item| clear(item, of, names, gone));
            items.len() >= *min
        }
        (kind, node) => {
            let Some(shape) = kind.shape(Some(node)) else {
                return true;
            };
            let mut stays = true;
            let Node::Object(fields) = node else {
                return true;
            };
            fields.retain_mut(|(key, below)| {
                let Some(field) = shape.field(key) else {
                    return true;
                };
                let list = matches!(kind, Kind::Tagged { .. }).then_some(field.name);
                let keeps = match (list, below, field.kind) {
                    (Some(list), Node::List(items), Kind::List { of, .. }) => {
                        sift(list, items, of, names, gone);
                        true
                    }
                    (_, below, kind) => clear(below, &kind, names, gone),
                };
                stays &= keeps || field.need != Need::Needed;
                keeps
            });
            stays
        }
    }
}

/// Clears a list of the document itself; what goes there may be named elsewhere.
fn sift(list: &str, items: &mut Vec<Node<'_>>, of: &Kind, names: &Names, gone: &mut Gone) {
    items.retain_mut(|item| {
        let stays = clear(item, of, names, gone);
        if !stays {
            gone.note(list, item);
        }
        stays
    });
}

fn is_named(noun: Noun, id: &str, names: &Names) -> bool {
    let leaves_a_gap = matches!(noun, Noun::FeePlan | Noun::SettlementRule);
    !leaves_a_gap && names.contains(&(list_of(noun).to_owned(), id.to_owned()))
}
