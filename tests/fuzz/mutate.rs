//! Changes that make wrong or unlikely inputs out of right ones: of bytes, of words, and of the tree of a document.

use serde_json::Value;

use crate::dice::Dice;

/// Pieces of text that documents are made of, and their neighbours.
const WORDS: [&str; 44] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "0",
    "-1",
    "1e9",
    "\\u0000",
    "\\u200b",
    "\\ud800",
    "\"format\"",
    "\"daycut/1\"",
    "\"daycut/2\"",
    "\"id\"",
    "\"at\"",
    "\"lines\"",
    "\"amount\"",
    "\"0.01\"",
    "\"10000000.00\"",
    "\"T+1\"",
    "\"D+30\"",
    "\"2018-09-30T23:59:59\"",
    "\"2199-12-31\"",
    "\"1970-01-01\"",
    "\"00:00:00\"",
    "\u{feff}",
    "\u{202e}",
    "`",
    "，",
    "\r\n",
    "\n",
    " ",
    "\t",
    ";",
    "=1+1",
    "SUCCESS",
    "REFUND",
    "0.60%",
    "总交易单数",
];

/// Texts that stand in some field or just beside what may stand there.
const TEXTS: [&str; 56] = [
    "",
    " ",
    "0.00",
    "0.01",
    "0.02",
    "1.00",
    "-1.00",
    "9999.99",
    "10000000.00",
    "10000000.01",
    "5.000",
    "0",
    "1",
    "1.0",
    "0.006",
    "0.000001",
    "0.0000001",
    "1.000001",
    "T+0",
    "T+1",
    "T+30",
    "T+31",
    "D+0",
    "D+1",
    "D+30",
    "2018-09-28T00:00:00",
    "2018-09-27T23:59:59",
    "2018-10-12T00:00:00",
    "2018-10-11T23:59:59.999",
    "1970-01-01T00:00:00",
    "2199-12-31T23:59:59",
    "2026-12-31T12:00:00",
    "2018-09-30",
    "2026-12-31",
    "2199-12-31",
    "1970-01-01",
    "00:00:00",
    "09:30:00",
    "12:00",
    "23:59:59",
    "24:00",
    "cn",
    "weekdays",
    "direct",
    "sub_merchant",
    "pooled",
    "return",
    "keep",
    "carry_negative",
    "refuse",
    "largest",
    "first",
    "old_day",
    "previous",
    "茶馆\u{200b}",
    "advance",
];

const NUMBERS: [i64; 9] = [-1, 0, 1, 2, 14, 60, 400, 401, 2_592_000];

/// A text with a few bytes or words changed.
pub fn text(original: &str, others: &[String], dice: &mut Dice) -> String {
    let mut characters: Vec<char> = original.chars().collect();
    for _ in 0..1 + dice.below(4) {
        let here = dice.below(characters.len() + 1);
        let end = (here + 1 + dice.below(24)).min(characters.len());
        match dice.below(7) {
            0 => drop(characters.drain(here.min(end)..end)),
            1 => {
                let again = characters[here.min(end)..end].to_vec();
                let place = dice.below(characters.len() + 1);
                characters.splice(place..place, again);
            }
            2 | 3 => {
                let word = dice.one(&WORDS).chars();
                characters.splice(here..here, word);
            }
            4 if here < characters.len() => {
                let code = u32::from(characters[here]) ^ (1 << dice.below(8));
                characters[here] = char::from_u32(code).unwrap_or('?');
            }
            5 => {
                let other: Vec<char> = dice.one(others).chars().collect();
                let from = dice.below(other.len() + 1);
                let until = (from + dice.below(200)).min(other.len());
                characters.splice(here..here, other[from..until].iter().copied());
            }
            _ => characters.truncate(characters.len() - dice.below(characters.len().min(60) + 1)),
        }
    }
    characters.into_iter().collect()
}

/// A document with a few places of its tree changed.
pub fn tree(original: &Value, others: &[Value], dice: &mut Dice) -> Value {
    let mut document = original.clone();
    for _ in 0..1 + dice.below(5) {
        let pointers = pointers(&document);
        let pointer = dice.one(&pointers).clone();
        let known = dice.one(&pointers).clone();
        let known = document.pointer(&known).cloned();
        let other = dice.one(others).pointer(&pointer).cloned();
        change(&mut document, &pointer, (known, other), dice);
    }
    document
}

/// The way to every value but the whole, as JSON pointers.
pub fn pointers(document: &Value) -> Vec<String> {
    fn walk(here: &Value, path: &str, found: &mut Vec<String>) {
        let mut below = |step: String, value: &Value| {
            let path = format!("{path}/{step}");
            found.push(path.clone());
            walk(value, &path, found);
        };
        match here {
            Value::Object(fields) => {
                for (key, value) in fields {
                    below(key.replace('~', "~0").replace('/', "~1"), value);
                }
            }
            Value::Array(items) => {
                for (place, value) in items.iter().enumerate() {
                    below(place.to_string(), value);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    if found.is_empty() {
        found.push(String::new());
    }
    found
}

fn change(
    document: &mut Value,
    pointer: &str,
    (known, other): (Option<Value>, Option<Value>),
    dice: &mut Dice,
) {
    let Some((parent, field)) = pointer.rsplit_once('/') else {
        return;
    };
    let choice = dice.below(8);
    if let Some(Value::Array(items)) = document.pointer_mut(parent) {
        let place = field
            .parse()
            .unwrap_or(0)
            .min(items.len().saturating_sub(1));
        let last = items.len().saturating_sub(1);
        match choice {
            0 => return drop(items.remove(place)),
            1 => {
                let again = items[place].clone();
                return items.insert(place, again);
            }
            2 => return items.swap(place, dice.below(last + 1)),
            _ => {}
        }
    }
    if choice == 0
        && let Some(Value::Object(fields)) = document.pointer_mut(parent)
    {
        fields.remove(field);
        return;
    }
    let Some(value) = document.pointer_mut(pointer) else {
        return;
    };
    *value = match (choice, known, other) {
        (3, Some(known), _) => known,
        (4, _, Some(other)) => other,
        (5, Some(known @ Value::String(_)), _) if value.is_string() => known,
        _ => match value {
            Value::Number(_) => Value::from(*dice.one(&NUMBERS)),
            _ => Value::from(*dice.one(&TEXTS)),
        },
    };
}

/// What somebody might type into a field.
pub fn typed(dice: &mut Dice) -> &'static str {
    let typed: &&str = dice.one(&TEXTS);
    typed
}
