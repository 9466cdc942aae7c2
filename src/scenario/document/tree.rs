//! A document as a tree of values, before anybody asked whether it is a scenario.
//!
//! Text, links and objects of JavaScript all become this tree, so that they cannot be read differently.
//! Numbers stay the text that the author wrote; nothing here passes through floating point.

use std::borrow::Cow;

use crate::scenario::problem::{Form, ProblemKind};

/// One value of a document. Keys keep their order and may repeat, so that a repeated key can be reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number, as written.
    Number(Cow<'a, str>),
    /// A text, escapes resolved.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// A text made on the spot.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Node<'a> {
        Node::Text(text.into())
    }

    /// A whole number.
    pub(crate) fn whole(number: impl ToString) -> Node<'a> {
        Node::Number(Cow::Owned(number.to_string()))
    }

    /// The value of a field, if this is an object that has it.
    pub(crate) fn field(&self, name: &str) -> Option<&Node<'a>> {
        match self {
            Node::Object(fields) => fields
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, node)| node),
            Node::Null | Node::Truth(_) | Node::Number(_) | Node::Text(_) | Node::List(_) => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Node<'a>> {
        match self {
            Node::Object(fields) => fields
                .iter_mut()
                .find(|(key, _)| key == name)
                .map(|(_, node)| node),
            Node::Null | Node::Truth(_) | Node::Number(_) | Node::Text(_) | Node::List(_) => None,
        }
    }

    /// The text, if this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            Node::Null | Node::Truth(_) | Node::Number(_) | Node::List(_) | Node::Object(_) => None,
        }
    }

    /// The number as written, if this is one.
    pub(crate) fn as_number(&self) -> Option<&str> {
        match self {
            Node::Number(text) => Some(text),
            Node::Null | Node::Truth(_) | Node::Text(_) | Node::List(_) | Node::Object(_) => None,
        }
    }

    /// The items, if this is a list.
    pub(crate) fn items(&self) -> Option<&[Node<'a>]> {
        match self {
            Node::List(items) => Some(items),
            Node::Null | Node::Truth(_) | Node::Number(_) | Node::Text(_) | Node::Object(_) => None,
        }
    }

    /// The same, owing nothing to the text it was read from.
    pub(crate) fn kept(&self) -> Node<'static> {
        let own = |text: &Cow<'_, str>| Cow::Owned(text.to_string());
        match self {
            Node::Null => Node::Null,
            Node::Truth(truth) => Node::Truth(*truth),
            Node::Number(text) => Node::Number(own(text)),
            Node::Text(text) => Node::Text(own(text)),
            Node::List(items) => Node::List(items.iter().map(Node::kept).collect()),
            Node::Object(fields) => {
                let fields = fields.iter();
                Node::Object(fields.map(|(key, node)| (own(key), node.kept())).collect())
            }
        }
    }

    /// What kind of value this is, in the words of [`ProblemKind::WrongType`].
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Node::Null => "null",
            Node::Truth(_) => "true/false",
            Node::Number(_) => "number",
            Node::Text(_) => "text",
            Node::List(_) => "list",
            Node::Object(_) => "object",
        }
    }

    /// The problem of finding this where `allowed` was wanted, in this form if there is one.
    pub(crate) fn wrong_type(&self, allowed: &str, form: Option<Form>) -> ProblemKind {
        ProblemKind::WrongType {
            found: self.type_name().to_owned(),
            allowed: allowed.to_owned(),
            form,
        }
    }
}
