//! A scenario as the one text that everybody gets: the page's download, the command line, the golden files.
//!
//! Fields stand in the order of the tables, defaults are left out, and an entry that fits stays on one
//! line, so that a scenario reads like a list and two versions of it can be compared line by line.

use super::document::codec::Codec;
use super::document::tree::Node;
use super::document::whole::FORMAT_FIELD;
use super::v1::{FORMAT, Scenario};

/// Columns of a line before an entry is broken over several; a Chinese character takes two.
const COLUMNS: usize = 120;
const INDENT: usize = 2;

/// The tree of a scenario.
pub(crate) fn tree(scenario: &Scenario) -> Node<'_> {
    let mut tree = Scenario::give(scenario);
    if let Node::Object(fields) = &mut tree {
        fields.insert(0, (FORMAT_FIELD.into(), Node::text(FORMAT)));
    }
    tree
}

/// The scenario as text for people, with a line end at the end.
pub fn write(scenario: &Scenario) -> String {
    let mut text = String::new();
    broken(&tree(scenario), 0, &mut text);
    text.push('\n');
    text
}

/// The scenario as text without any white space.
pub fn write_compact(scenario: &Scenario) -> String {
    compact(&tree(scenario))
}

/// What stands at a path such as `contracts[2].fee_plan`, on one line; where a default was left out, the
/// nearest thing around it that was written. `None` when the path leads nowhere.
pub fn excerpt(scenario: &Scenario, path: &str) -> Option<String> {
    let tree = tree(scenario);
    let mut node = &tree;
    let steps = path.split(['.', '[']);
    for (place, step) in steps.enumerate() {
        let next = match step.strip_suffix(']') {
            Some(number) => node.items().zip(number.parse::<usize>().ok()),
            None => None,
        };
        let next = match next {
            Some((items, number)) => items.get(number),
            None => node.field(step),
        };
        match next {
            Some(next) => node = next,
            None if place == 0 => return None,
            None => break,
        }
    }
    Some(one_line(node))
}

/// Any tree on one line, for people.
pub(crate) fn one_line(node: &Node<'_>) -> String {
    let mut text = String::new();
    inline(node, " ", &mut text);
    text
}

/// Any tree without white space.
pub(crate) fn compact(node: &Node<'_>) -> String {
    let mut text = String::new();
    inline(node, "", &mut text);
    text
}

/// One value over several lines. Lists of the document itself give each entry its own line.
fn broken(node: &Node<'_>, level: usize, text: &mut String) {
    match node {
        Node::Object(fields) if !fields.is_empty() => {
            text.push_str("{\n");
            for (place, (key, node)) in fields.iter().enumerate() {
                line_start(place, level, text);
                quoted(key, text);
                text.push_str(": ");
                let used = columns(key).saturating_add(KEY_MARKS);
                fitting(node, level.saturating_add(1), used, text);
            }
            line_end(level, '}', text);
        }
        Node::List(items) if !items.is_empty() => {
            text.push_str("[\n");
            for (place, node) in items.iter().enumerate() {
                line_start(place, level, text);
                fitting(node, level.saturating_add(1), 0, text);
            }
            line_end(level, ']', text);
        }
        _ => inline(node, " ", text),
    }
}

/// Quotes, colon, space and comma around a key.
const KEY_MARKS: usize = 5;

/// One value on the rest of a line if it fits there, else broken.
fn fitting(node: &Node<'_>, level: usize, used: usize, text: &mut String) {
    let is_table =
        matches!(node, Node::List(items) if matches!(items.first(), Some(Node::Object(_))));
    if !(is_table && level == 1) {
        let mut line = String::new();
        inline(node, " ", &mut line);
        let taken = level.saturating_mul(INDENT).saturating_add(used);
        if taken.saturating_add(columns(&line)) <= COLUMNS {
            text.push_str(&line);
            return;
        }
    }
    broken(node, level, text);
}

fn line_start(place: usize, level: usize, text: &mut String) {
    if place > 0 {
        text.push_str(",\n");
    }
    text.push_str(&" ".repeat(level.saturating_add(1).saturating_mul(INDENT)));
}

fn line_end(level: usize, mark: char, text: &mut String) {
    text.push('\n');
    text.push_str(&" ".repeat(level.saturating_mul(INDENT)));
    text.push(mark);
}

/// One value on one line, with `space` after commas and colons.
fn inline(node: &Node<'_>, space: &str, text: &mut String) {
    match node {
        Node::Null => text.push_str("null"),
        Node::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Node::Number(number) => text.push_str(number),
        Node::Text(content) => quoted(content, text),
        Node::List(items) => {
            text.push('[');
            for (place, node) in items.iter().enumerate() {
                separate(place, space, text);
                inline(node, space, text);
            }
            text.push(']');
        }
        Node::Object(fields) => {
            text.push('{');
            for (place, (key, node)) in fields.iter().enumerate() {
                separate(place, space, text);
                quoted(key, text);
                text.push(':');
                text.push_str(space);
                inline(node, space, text);
            }
            text.push('}');
        }
    }
}

fn separate(place: usize, space: &str, text: &mut String) {
    if place > 0 {
        text.push(',');
        text.push_str(space);
    }
}

fn quoted(content: &str, text: &mut String) {
    text.push('"');
    for character in content.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\0'..='\u{1f}' => text.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => text.push(character),
        }
    }
    text.push('"');
}

/// Columns that a text takes on a terminal, near enough: what is not Latin counts twice.
fn columns(text: &str) -> usize {
    let wide = text
        .chars()
        .filter(|character| *character >= '\u{1100}')
        .count();
    text.chars().count().saturating_add(wide)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;
    use crate::scenario::document::{read, read_text, read_value};
    use crate::scenario::samples::{mall, scenarios};

    #[test]
    fn a_scenario_reads_like_a_list() {
        expect![[r#"
            {
              "format": "daycut/1",
              "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
              "starts": "2018-09-28T00:00:00",
              "days": 14,
              "seed": 42,
              "parties": [
                {"id": "wx", "kind": "channel", "name": "微信支付", "book": {}},
                {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00:00"}},
                {"id": "mall", "kind": "platform", "name": "商场", "book": {}},
                {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}}
              ],
              "accounts": [
                {"id": "cafe.bank", "kept_by": "hs", "owner": "cafe", "opening": "1000.00"},
                {"id": "mall.bank", "kept_by": "hs", "owner": "mall"}
              ],
              "fee_plans": [
                {"id": "std", "rate": "0.006"}
              ],
              "settlement_rules": [
                {"id": "t1", "cycle": "T+1"}
              ],
              "contracts": [
                {
                  "id": "cafe-wx",
                  "mode": "sub_merchant",
                  "channel": "wx",
                  "provider": "mall",
                  "collector": "cafe",
                  "fee_plan": "std",
                  "settlement_rule": "t1",
                  "payout_to": "cafe.bank",
                  "splits": [{"to": "mall", "rate": "0.02"}]
                }
              ],
              "routes": [
                {"seller": "cafe", "channel": "wx", "contract": "cafe-wx"}
              ],
              "payments": [
                {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
              ],
              "refunds": [
                {"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}
              ],
              "traffic": [
                {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
              ],
              "expectations": [
                {"kind": "balance", "account": "cafe.bank", "at": "2018-10-08T23:59:59", "op": "=", "value": "2982.00"},
                {"kind": "refused", "op": "=", "count": 0}
              ]
            }
        "#]].assert_eq(&write(&mall()));
    }

    #[test]
    fn texts_with_quotes_and_slashes_come_back() {
        let mut scenario = mall();
        scenario.title.zh = "\"引号\" \\ / \u{1f600} 'x'".to_owned();
        assert_eq!(read_text(&write(&scenario)).as_ref(), Ok(&scenario));
        assert_eq!(read_text(&write_compact(&scenario)), Ok(scenario));
    }

    proptest! {
        /// X1: what was written is read back the same, and written again is the same text.
        #[test]
        fn what_was_written_is_read_back(scenario in scenarios()) {
            prop_assert_eq!(read(&tree(&scenario)), Ok(scenario.clone()));
            let text = write(&scenario);
            prop_assert_eq!(read_text(&text), Ok(scenario.clone()));
            let compact = write_compact(&scenario);
            prop_assert_eq!(read_text(&compact), Ok(scenario.clone()));
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(read_value(&value), Ok(scenario.clone()));
            prop_assert_eq!(serde_json::to_string(&value).unwrap(), compact);
        }
    }
}
