//! The document described for others: a JSON Schema for editors and programs, tables for people.
//!
//! Both are printed from the tables that the reader checks against. What a schema cannot say (which names
//! must exist, which sums must fit) is the work of `compile`.

use serde_json::{Map, Value, json};

use super::document::check::LANGUAGES;
use super::document::shape::{Field, Kind, Need, Shape};
use super::document::whole::DOCUMENT;
use super::limits::{CYCLE_DAYS_MAX, ID_CHARS_MAX, NAME_CHARS_MAX};
use super::v1::FORMAT;
use crate::base::money::Money;

#[cfg(test)]
pub(crate) mod fields;

/// Characters that no text may hold, as a class of a regular expression without its brackets.
const FORBIDDEN: &str = r"\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069";

/// The JSON Schema (draft 2020-12) of a version 1 document.
pub fn schema() -> Value {
    let mut definitions = Map::new();
    let Value::Object(mut document) = of_kind(&DOCUMENT, &mut definitions) else {
        return Value::Null;
    };
    let mut schema = Map::new();
    schema.insert(
        "$schema".into(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    schema.insert("title".into(), format!("Daycut scenario, {FORMAT}").into());
    schema.append(&mut document);
    schema.insert("$defs".into(), Value::Object(definitions));
    Value::Object(schema)
}

fn of_kind(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Id | Kind::Reference(_) => pattern(&id_pattern()),
        Kind::AccountName => json!({
            "type": "string",
            "maxLength": NAME_CHARS_MAX,
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._*|@-]*(:[A-Za-z0-9._*|@-]+)?$",
        }),
        Kind::Text { max, may_be_blank } => text(*max, *may_be_blank),
        Kind::Words { max } => {
            let languages = LANGUAGES
                .iter()
                .map(|name| ((*name).to_owned(), text(*max, false)));
            let both = json!({
                "type": "object",
                "properties": languages.collect::<Map<_, _>>(),
                "required": LANGUAGES,
                "additionalProperties": false,
            });
            json!({ "anyOf": [text(*max, false), both] })
        }
        Kind::Amount { min, .. } => {
            let sign = if *min < 0 { "-?" } else { "" };
            pattern(&format!("^{sign}[0-9]+(\\.[0-9]{{1,2}})?$"))
        }
        Kind::Rate => pattern(r"^(0(\.[0-9]+)?|1(\.0+)?)$"),
        Kind::Moment => {
            pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?$")
        }
        Kind::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Kind::TimeOfDay => pattern("^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"),
        Kind::Cycle => pattern(r"^[TD]\+[0-9]{1,2}$"),
        Kind::Whole { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::OneOf(words) => json!({ "enum": words }),
        Kind::TextMap { max } => json!({
            "type": "object",
            "maxProperties": max,
            "propertyNames": text(NAME_CHARS_MAX, false),
            "additionalProperties": text(NAME_CHARS_MAX, true),
        }),
        Kind::Object(shape) => reference(shape, None, definitions),
        Kind::List { of, min, max } => {
            let items = of_kind(of, definitions);
            json!({ "type": "array", "items": items, "minItems": min, "maxItems": max })
        }
        Kind::Tagged { tag, variants } => {
            let variants = variants
                .iter()
                .map(|(word, shape)| reference(shape, Some((tag, word)), definitions));
            one_of(variants.collect())
        }
        Kind::Either { text, objects } => {
            let mut choices = vec![of_kind(text, definitions)];
            choices.extend(
                objects
                    .iter()
                    .map(|shape| reference(shape, None, definitions)),
            );
            json!({ "anyOf": choices })
        }
    }
}

/// A choice of one is that one.
fn one_of(mut choices: Vec<Value>) -> Value {
    match (choices.pop(), choices.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            choices.extend(last);
            json!({ "oneOf": choices })
        }
    }
}

/// Defines an object once and refers to it.
fn reference(
    shape: &Shape,
    tag: Option<(&str, &str)>,
    definitions: &mut Map<String, Value>,
) -> Value {
    let name = title(shape).to_owned();
    if !definitions.contains_key(&name) {
        // The place is taken first, so that definitions stand in the order of the document.
        definitions.insert(name.clone(), Value::Null);
        let object = object(shape, tag, definitions);
        definitions.insert(name.clone(), object);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn object(shape: &Shape, tag: Option<(&str, &str)>, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    if let Some((tag, word)) = tag {
        properties.insert(tag.to_owned(), json!({ "const": word }));
        required.push(tag.to_owned());
    }
    for field in shape.fields {
        if field.need == Need::Needed {
            required.push(field.name.to_owned());
        }
        properties.insert(field.name.to_owned(), property(field, definitions));
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &Field, definitions: &mut Map<String, Value>) -> Value {
    let mut about = field.about.to_owned();
    if let Kind::Amount { min, max } = field.kind {
        let plain = |minor| Money::of_minor(minor).unwrap_or(Money::MAX).plain();
        about.push_str(&format!(" Between {} and {}.", plain(min), plain(max)));
    }
    if matches!(field.kind, Kind::Cycle) {
        about.push_str(&format!(" At most {CYCLE_DAYS_MAX} days."));
    }
    let mut property = match of_kind(&field.kind, definitions) {
        Value::Object(property) => property,
        _ => Map::new(),
    };
    property.insert("description".into(), about.into());
    if let Need::Usual(usual) = field.need {
        let usual = match field.kind {
            Kind::Whole { .. } => serde_json::from_str(usual).unwrap_or(Value::Null),
            _ => Value::from(usual),
        };
        property.insert("default".into(), usual);
    }
    Value::Object(property)
}

/// The name of an object, without the endings that tell types of ours apart.
fn title(shape: &Shape) -> &'static str {
    let name = shape.name;
    name.strip_suffix("Form")
        .or(name.strip_suffix("Spec"))
        .unwrap_or(name)
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn id_pattern() -> String {
    let rest = ID_CHARS_MAX.saturating_sub(1);
    format!("^[A-Za-z0-9][A-Za-z0-9._*|@-]{{0,{rest}}}$")
}

fn text(max: usize, may_be_blank: bool) -> Value {
    let pattern = if may_be_blank {
        format!("^[^{FORBIDDEN}]*$")
    } else {
        format!(r"^[^{FORBIDDEN}]*[^\s{FORBIDDEN}][^{FORBIDDEN}]*$")
    };
    json!({ "type": "string", "maxLength": max, "pattern": pattern })
}

#[cfg(test)]
mod tests;
