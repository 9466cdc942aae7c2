//! Every field of the document in tables for people: what it holds, what is allowed, what is meant when
//! it is absent.

use crate::base::money::Money;
use crate::scenario::document::shape::{Field, Kind, Need, Shape};
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::problem::Noun;

/// The tables of all objects, in the order of the document, as Markdown.
pub fn fields() -> String {
    fields_of(&DOCUMENT, &[])
}

/// The same of another document, without objects that are described elsewhere.
pub(crate) fn fields_of(document: &Kind, elsewhere: &[&'static str]) -> String {
    let mut text = String::new();
    let mut printed = elsewhere.to_vec();
    section("", document, &mut printed, &mut text);
    text
}

fn section(path: &str, kind: &Kind, printed: &mut Vec<&'static str>, text: &mut String) {
    match kind {
        Kind::Object(shape) => table(path, shape, None, printed, text),
        Kind::List { of, .. } => section(&format!("{path}[]"), of, printed, text),
        Kind::Tagged { tag, variants } => {
            for (word, shape) in *variants {
                table(path, shape, Some((tag, word)), printed, text);
            }
        }
        Kind::Either { objects, .. } => {
            for shape in *objects {
                table(path, shape, None, printed, text);
            }
        }
        _ => {}
    }
}

fn table(
    path: &str,
    shape: &'static Shape,
    tag: Option<(&str, &str)>,
    printed: &mut Vec<&'static str>,
    text: &mut String,
) {
    if printed.contains(&shape.name) {
        return;
    }
    printed.push(shape.name);
    let heading = match (path, tag) {
        ("", _) => "### The document".to_owned(),
        (path, Some((tag, word))) => format!("### `{path}` with `\"{tag}\": \"{word}\"`"),
        (path, None) => match shape.names().next() {
            Some(first) if path.ends_with(".of") => format!("### `{path}` with `{first}`"),
            _ => format!("### `{path}`"),
        },
    };
    text.push_str(&format!(
        "{heading}\n\n| field | holds | when absent | |\n| --- | --- | --- | --- |\n"
    ));
    if let Some((tag, word)) = tag {
        text.push_str(&format!("| `{tag}` | `\"{word}\"` | not allowed | |\n"));
    }
    for field in shape.fields {
        let (name, about) = (field.name, field.about.replace('|', "\\|"));
        text.push_str(&format!(
            "| `{name}` | {} | {} | {about} |\n",
            holds(&field.kind),
            absent(field)
        ));
    }
    text.push('\n');
    for field in shape.fields {
        let below = if path.is_empty() {
            field.name.to_owned()
        } else {
            format!("{path}.{}", field.name)
        };
        section(&below, &field.kind, printed, text);
    }
}

fn thing(noun: Noun) -> &'static str {
    match noun {
        Noun::Party => "party",
        Noun::Channel => "channel",
        Noun::Bank => "bank",
        Noun::Platform => "platform",
        Noun::Seller => "merchant or platform",
        Noun::Account | Noun::DepositAccount => "deposit account",
        Noun::Calendar => "calendar",
        Noun::FeePlan => "fee plan",
        Noun::SettlementRule => "settlement rule",
        Noun::Contract => "contract",
        Noun::Payment => "payment",
    }
}

fn absent(field: &Field) -> String {
    match (field.need, field.kind) {
        (Need::Needed, _) => "not allowed".to_owned(),
        (Need::Usual(usual), Kind::Whole { .. }) => format!("`{usual}`"),
        (Need::Usual(usual), _) => format!("`\"{usual}\"`"),
        (Need::Optional, Kind::List { .. }) => "empty".to_owned(),
        (Need::Optional, _) => "see right".to_owned(),
    }
}

fn holds(kind: &Kind) -> String {
    let plain = |minor| Money::of_minor(minor).unwrap_or(Money::MAX).plain();
    match kind {
        Kind::Id => "id".to_owned(),
        Kind::Reference(what) => format!("id of a {}", thing(*what)),
        Kind::AccountName => "id, or `keeper:code.owner`".to_owned(),
        Kind::Text { max, .. } => format!("text, {max} characters"),
        Kind::Words { max } => format!("text or `{{zh, en}}`, {max} characters"),
        Kind::Amount { min, max } => format!("amount, {} … {}", plain(*min), plain(*max)),
        Kind::Rate => "rate".to_owned(),
        Kind::Moment => "moment".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::TimeOfDay => "time of day".to_owned(),
        Kind::Cycle => "cycle".to_owned(),
        Kind::Whole { min, max } => format!("whole number, {min} … {max}"),
        Kind::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        }
        Kind::TextMap { max } => format!("object of at most {max} texts"),
        Kind::Object(_) | Kind::Tagged { .. } => "object".to_owned(),
        Kind::Either { .. } => "id or object".to_owned(),
        Kind::List { of, min, max } => match (min, of.type_name()) {
            (0, "object") => format!("list of at most {max}"),
            (0, _) => format!("list of at most {max}: {}", holds(of)),
            (min, _) => format!("list of {min} … {max}"),
        },
    }
}
