//! What a person typed, as a value of the document, for the reader to judge.

use crate::scenario::document::shape::Kind;
use crate::scenario::document::tree::Node;

/// What stands between the items of a list that is typed in one field.
const BETWEEN: [char; 8] = [' ', ',', ';', '\n', '\t', '，', '、', '；'];

/// A text as a value of this kind, without the blanks around it.
pub(super) fn typed<'a>(text: &'a str, kind: &Kind) -> Node<'a> {
    let text = text.trim();
    match kind {
        Kind::Whole { .. } => Node::Number(text.into()),
        Kind::List { .. } => {
            let items = text.split(BETWEEN).filter(|item| !item.is_empty());
            Node::List(items.map(Node::text).collect())
        }
        _ => Node::text(text),
    }
}
