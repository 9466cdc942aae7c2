//! From the bytes of a document to its tree: strict JSON and nothing else.
//!
//! No comments, no trailing commas, no text after the end, no byte order mark. Depth is measured before
//! anything recurses, so that a document of a million brackets is refused instead of overflowing the stack.

use std::borrow::Cow;

use jsonc_parser::ast::{ObjectPropName, Value as Ast};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::tree::Node;
use crate::scenario::limits::{DEPTH_MAX, TEXT_BYTES_MAX};
use crate::scenario::problem::ProblemKind;

/// The tree of a JSON text, or the one reason why it has none.
pub(crate) fn text(text: &str) -> Result<Node<'_>, ProblemKind> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(ProblemKind::TextTooLarge {
            found: u64::try_from(text.len()).unwrap_or(u64::MAX),
            max: u64::try_from(TEXT_BYTES_MAX).unwrap_or(u64::MAX),
        });
    }
    if text.starts_with('\u{feff}') {
        return Err(unreadable(text, 0, "byte order mark (BOM) before the text"));
    }
    scan(text)?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(parsed) => match parsed.value {
            Some(ast) => Ok(of_ast(ast)),
            None => Err(unreadable(text, 0, "no value")),
        },
        Err(error) => Err(ProblemKind::Unreadable {
            line: u32::try_from(error.line_display()).unwrap_or(u32::MAX),
            column: u32::try_from(error.column_display()).unwrap_or(u32::MAX),
            reason: error.kind().to_string(),
        }),
    }
}

/// The tree of an object that came from elsewhere (JavaScript).
pub(crate) fn value(value: &serde_json::Value) -> Result<Node<'_>, ProblemKind> {
    of_value(value, DEPTH_MAX)
}

fn of_value(value: &serde_json::Value, levels: usize) -> Result<Node<'_>, ProblemKind> {
    use serde_json::Value;
    let below = |value| match levels.checked_sub(1) {
        Some(levels) => of_value(value, levels),
        None => Err(too_deep()),
    };
    Ok(match value {
        Value::Null => Node::Null,
        Value::Bool(truth) => Node::Truth(*truth),
        Value::Number(number) => Node::whole(number),
        Value::String(text) => Node::text(text.as_str()),
        Value::Array(items) => Node::List(items.iter().map(below).collect::<Result<_, _>>()?),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(key, value)| Ok((Cow::Borrowed(key.as_str()), below(value)?)));
            Node::Object(fields.collect::<Result<_, ProblemKind>>()?)
        }
    })
}

fn of_ast(ast: Ast<'_>) -> Node<'_> {
    match ast {
        Ast::NullKeyword(_) => Node::Null,
        Ast::BooleanLit(literal) => Node::Truth(literal.value),
        Ast::NumberLit(literal) => Node::Number(Cow::Borrowed(literal.value)),
        Ast::StringLit(literal) => Node::Text(literal.value),
        Ast::Array(array) => Node::List(array.elements.into_iter().map(of_ast).collect()),
        Ast::Object(object) => {
            let fields = object.properties.into_iter().map(|property| {
                let key = match property.name {
                    ObjectPropName::String(literal) => literal.value,
                    ObjectPropName::Word(word) => Cow::Borrowed(word.value),
                };
                (key, of_ast(property.value))
            });
            Node::Object(fields.collect())
        }
    }
}

/// What the parser would let pass or run out of stack on: depth, raw control characters inside texts,
/// white space that JSON does not know.
fn scan(text: &str) -> Result<(), ProblemKind> {
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut escaped = false;
    for (place, byte) in text.bytes().enumerate() {
        if in_text {
            match byte {
                _ if byte < b' ' => {
                    return Err(unreadable(text, place, "control character inside a text"));
                }
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_text = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => {
                depth = depth.saturating_add(1);
                if depth > DEPTH_MAX {
                    return Err(too_deep());
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b' ' | b'\t' | b'\n' | b'\r' | b'!'..=b'~' => {}
            _ => return Err(unreadable(text, place, "unexpected character")),
        }
    }
    Ok(())
}

fn too_deep() -> ProblemKind {
    ProblemKind::TooDeep {
        max: u64::try_from(DEPTH_MAX).unwrap_or(u64::MAX),
    }
}

/// The problem at a byte of the text; the column counts characters.
fn unreadable(text: &str, place: usize, reason: &str) -> ProblemKind {
    let before = text.get(..place).unwrap_or_default();
    let lines = before.matches('\n').count().saturating_add(1);
    let line_start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
    let columns = before.get(line_start..).unwrap_or_default().chars().count();
    ProblemKind::Unreadable {
        line: u32::try_from(lines).unwrap_or(u32::MAX),
        column: u32::try_from(columns.saturating_add(1)).unwrap_or(u32::MAX),
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(json: &str) -> String {
        match text(json) {
            Err(ProblemKind::Unreadable {
                line,
                column,
                reason,
            }) => {
                format!("{line}:{column} {reason}")
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn only_strict_json_has_a_tree() {
        for json in [
            "",
            " ",
            "{,}",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "[1] x",
            "{} {}",
            "// c\n1",
            "/* c */ 1",
            "[1 2]",
            "01",
            "0x1",
            "+1",
            ".5",
            "5.",
            "NaN",
            "Infinity",
            "nul",
            "\"\\x41\"",
            "\"a\nb\"",
            "\"a\tb\"",
            "\"\\ud800\"",
            "\"",
            "[",
            "{\"a\"",
            "{\"a\":",
            "\u{b}1",
            "\u{a0}1",
            "\u{3000}1",
            "1\u{0}",
            "'a'",
            "\"\\'\"",
            "tru",
            "[1}",
            "{\"a\":1]",
        ] {
            assert!(text(json).is_err(), "{json:?}");
            assert!(
                serde_json::from_str::<serde_json::Value>(json).is_err(),
                "{json:?}"
            );
        }
    }

    #[test]
    fn a_byte_order_mark_is_named() {
        assert_eq!(
            refused("\u{feff}{}"),
            "1:1 byte order mark (BOM) before the text"
        );
    }

    #[test]
    fn the_place_of_a_slip_is_line_and_column() {
        assert_eq!(refused("{\n  \"名\": ,\n}"), "2:8 Unexpected comma");
        assert_eq!(
            refused("[\n\"名\u{1}\"]"),
            "2:3 control character inside a text"
        );
    }

    #[test]
    fn depth_is_measured_before_anything_recurses() {
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(text(&deep(DEPTH_MAX)).is_ok());
        assert_eq!(
            text(&deep(DEPTH_MAX + 1)),
            Err(ProblemKind::TooDeep { max: 64 })
        );
        assert_eq!(
            text(&"[".repeat(1_000_000)),
            Err(ProblemKind::TooDeep { max: 64 })
        );
        assert!(
            text("\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"")
                .is_ok()
        );
        let mut nested = serde_json::Value::Null;
        for _ in 0..DEPTH_MAX {
            nested = serde_json::Value::Array(vec![nested]);
        }
        assert!(value(&nested).is_ok());
        let nested = serde_json::Value::Array(vec![nested]);
        assert_eq!(value(&nested), Err(ProblemKind::TooDeep { max: 64 }));
    }

    #[test]
    fn a_text_beyond_the_limit_is_not_even_scanned() {
        let large = " ".repeat(TEXT_BYTES_MAX + 1);
        assert!(matches!(
            text(&large),
            Err(ProblemKind::TextTooLarge { .. })
        ));
    }

    #[test]
    fn numbers_stay_text_and_keys_may_repeat() {
        let tree = text("{\"a\": 1.50, \"a\": 90071992547409930}").unwrap();
        let number = |text| Node::Number(Cow::Borrowed(text));
        let expected = vec![
            (Cow::Borrowed("a"), number("1.50")),
            (Cow::Borrowed("a"), number("90071992547409930")),
        ];
        assert_eq!(tree, Node::Object(expected));
    }

    proptest! {
        /// The reference parser and this one agree on what is JSON, also for damaged documents.
        #[test]
        fn an_independent_parser_agrees_on_what_is_json(
            cuts in prop::collection::vec((0_usize..120, "[\\[\\]{}:,\"\\\\0-9a-f .eEtrun+\u{0}\u{1f}/-]{0,2}"), 0..3)
        ) {
            let mut json = String::from(
                "{\"a\": [1, -2.5e3, true, null], \"名\": {\"b\\n\\u4e2d\": \"x\"}, \"c\": [[], {}, \"\", 0]}",
            );
            for (place, put) in cuts {
                let chars: Vec<char> = json.chars().collect();
                let place = place.min(chars.len());
                let tail = chars[(place + 1).min(chars.len())..].iter().collect::<String>();
                json = chars[..place].iter().collect::<String>() + &put + &tail;
            }
            let reference = serde_json::from_str::<serde_json::Value>(&json);
            let too_large = matches!(&reference, Err(error) if error.to_string().contains("out of range"));
            prop_assert!(too_large || text(&json).is_ok() == reference.is_ok(), "{json}");
        }
    }
}
