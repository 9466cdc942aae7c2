//! The schema, the tables and the documentation say what the reader does.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::scenario::compile::compile;
use crate::scenario::document::read_text;
use crate::scenario::gallery::GALLERY;
use crate::scenario::samples::{MALL, bazaar};
use crate::scenario::writer;

fn docs(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "docs", name].iter().collect()
}

/// The committed text, rewritten first when asked for.
fn committed(name: &str, expected: &str) -> String {
    let path = docs(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, expected).unwrap();
    }
    fs::read_to_string(&path).unwrap_or_default()
}

#[test]
fn the_committed_schema_is_the_readers() {
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    assert_eq!(
        committed("scenario.schema.json", &text),
        text,
        "UPDATE_GOLDEN=1 rewrites"
    );
}

#[test]
fn the_committed_tables_are_the_readers() {
    let text = fs::read_to_string(docs("scenario.md")).unwrap();
    let (before, rest) = text.split_once("<!-- fields:").unwrap();
    let (mark, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end of fields -->").unwrap();
    let fields = fields::fields();
    let expected =
        format!("{before}<!-- fields:{mark}-->\n\n{fields}<!-- end of fields -->{after}");
    assert_eq!(
        committed("scenario.md", &expected),
        expected,
        "UPDATE_GOLDEN=1 rewrites"
    );
}

#[test]
fn the_example_of_the_documentation_compiles() {
    let text = fs::read_to_string(docs("scenario.md")).unwrap();
    let (_, rest) = text.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let scenario = read_text(example).unwrap();
    assert_eq!(compile(&scenario).err(), None);
}

#[test]
fn what_the_reader_accepts_the_schema_accepts() {
    let schema = schema();
    let gallery = GALLERY.iter().map(|item| item.text.to_owned());
    for text in gallery.chain([MALL.to_owned(), writer::write(&bazaar())]) {
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(breach(&value, &schema, &schema), None);
    }
}

#[test]
fn what_the_schema_refuses_the_reader_refuses() {
    let schema = schema();
    let mall: Value = serde_json::from_str(MALL).unwrap();
    for (pointer, wrong) in [
        ("/days", json!("14")),
        ("/days", json!(0)),
        ("/parties/0/kind", json!("chanel")),
        ("/parties/0/name", json!({"zh": "x"})),
        ("/payments/0/lines", json!([])),
        ("/payments/0/lines/0/amount", json!(100)),
        ("/traffic/0/amount", json!({"from": "1.00"})),
        ("/traffic/0/amount", json!([])),
        ("/routes", json!({})),
        ("/refunds/0/of", json!({"payment": "O1", "colour": "red"})),
        ("/expectations/0/kind", json!("refused")),
        ("/format", json!("daycut/2")),
    ] {
        let mut changed = mall.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(breach(&changed, &schema, &schema).is_some(), "{pointer}");
        assert!(read_text(&changed.to_string()).is_err(), "{pointer}");
    }
}

/// Where a value breaks a schema; enough of the draft for this schema, except patterns.
fn breach(value: &Value, schema: &Value, root: &Value) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return breach(value, root.pointer(&reference[1..]).unwrap(), root);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let fits = choices
                .iter()
                .any(|schema| breach(value, schema, root).is_none());
            return (!fits).then(|| format!("{choice}: {value}"));
        }
    }
    if schema.get("const").is_some_and(|wanted| wanted != value)
        || schema["enum"]
            .as_array()
            .is_some_and(|words| !words.contains(value))
    {
        return Some(format!("word: {value}"));
    }
    match schema["type"].as_str() {
        Some("object") => object_breach(value, schema, root),
        Some("array") => {
            let Some(items) = value.as_array() else {
                return Some(format!("list: {value}"));
            };
            let count = u64::try_from(items.len()).unwrap();
            let fits = schema["minItems"].as_u64() <= Some(count)
                && Some(count) <= schema["maxItems"].as_u64();
            if !fits {
                return Some(format!("count: {count}"));
            }
            items
                .iter()
                .find_map(|item| breach(item, &schema["items"], root))
        }
        Some("integer") => {
            let fits = value.as_u64().is_some_and(|number| {
                schema["minimum"].as_u64() <= Some(number)
                    && Some(number) <= schema["maximum"].as_u64()
            });
            (!fits).then(|| format!("number: {value}"))
        }
        Some(_) => (!value.is_string()).then(|| format!("text: {value}")),
        None => None,
    }
}

fn object_breach(value: &Value, schema: &Value, root: &Value) -> Option<String> {
    let Some(object) = value.as_object() else {
        return Some(format!("object: {value}"));
    };
    let properties = schema["properties"].as_object();
    for name in schema["required"].as_array().into_iter().flatten() {
        if !object.contains_key(name.as_str().unwrap()) {
            return Some(format!("missing {name}"));
        }
    }
    object.iter().find_map(|(key, value)| {
        match (
            properties.and_then(|properties| properties.get(key)),
            &schema["additionalProperties"],
        ) {
            (Some(schema), _) => breach(value, schema, root),
            (None, Value::Object(_)) => breach(value, &schema["additionalProperties"], root),
            (None, _) => Some(format!("unknown {key}")),
        }
    })
}
