//! What a person typed or chose, as a value of the document; none takes an optional field away.

use crate::scenario::document::codec::Codec;
use crate::scenario::document::tree::Node;

/// A text as typed, without the spaces around it.
pub(super) fn typed(text: &str) -> Node<'_> {
    Node::text(text.trim())
}

/// A text that must be there.
pub(super) fn text(text: &str) -> Option<Node<'_>> {
    Some(typed(text))
}

/// A text whose absence is a choice.
pub(super) fn text_or_none(text: &str) -> Option<Node<'_>> {
    (!text.trim().is_empty()).then(|| typed(text))
}

/// A whole number, for the reader to judge.
pub(super) fn number(text: &str) -> Option<Node<'_>> {
    Some(Node::Number(text.trim().into()))
}

/// A word of a list.
pub(super) fn word<C: Codec<Value = C>>(value: &C) -> Option<Node<'_>> {
    Some(C::give(value))
}

/// A word of a list, or none of them.
pub(super) fn word_or_none<C: Codec<Value = C>>(value: &Option<C>) -> Option<Node<'_>> {
    value.as_ref().map(C::give)
}
