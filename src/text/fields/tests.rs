//! Every field, word and list of the document has its names here, and nothing else has.

use std::collections::BTreeSet;

use super::*;
use crate::scenario::document::shape::{Kind, Need, Shape};
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::forms;
use crate::scenario::problem::Noun;

/// Fields and the words that can stand in them, as the document's tables have them.
#[derive(Default)]
struct Wanted {
    fields: BTreeSet<(&'static str, &'static str)>,
    answers: BTreeSet<(&'static str, &'static str)>,
    lists: BTreeSet<&'static str>,
}

impl Wanted {
    fn kind(&mut self, name: &'static str, kind: &Kind) {
        match kind {
            Kind::OneOf(words) => self.answers.extend(words.iter().map(|word| (name, *word))),
            Kind::Object(shape) => self.shape(shape),
            Kind::List { of, .. } => {
                if !matches!(of, Kind::Date) {
                    self.lists.insert(name);
                }
                self.kind(name, of);
            }
            Kind::Tagged { tag, variants } if *tag == "kind" => {
                self.fields.insert(("Expectation", tag));
                self.answers
                    .extend(variants.iter().map(|(word, _)| (*tag, *word)));
                variants.iter().for_each(|(_, shape)| self.shape(shape));
            }
            Kind::Tagged { variants, .. } => {
                variants.iter().for_each(|(_, shape)| self.shape(shape))
            }
            Kind::Either { objects, .. } => {
                let first = |shape: &&Shape| shape.names().next().unwrap();
                self.answers
                    .extend(objects.iter().map(|shape| (name, first(shape))));
                objects.iter().for_each(|shape| self.shape(shape));
            }
            Kind::Reference(Noun::Calendar) => {
                self.answers
                    .extend(["cn", "weekdays"].map(|word| (name, word)));
            }
            _ => {}
        }
    }

    fn shape(&mut self, shape: &'static Shape) {
        for field in shape.fields {
            let is_list = matches!(field.kind, Kind::List { of, .. } if !matches!(of, Kind::Date));
            if shape.name != "Scenario" || !is_list {
                self.fields.insert((shape.name, field.name));
            }
            // A choice that may be left open has a name for that.
            let is_choice = matches!(field.kind, Kind::OneOf(_) | Kind::Reference(_));
            if field.need == Need::Optional && is_choice {
                self.answers.insert((field.name, ""));
            }
            self.kind(field.name, &field.kind);
        }
    }
}

#[test]
fn every_field_word_and_list_of_a_document_is_named_and_nothing_else() {
    let mut wanted = Wanted::default();
    wanted.kind("", &DOCUMENT);
    let all_fields = || FIELDS.iter().chain(expected::FIELDS).chain(judged::FIELDS);
    let all_answers = || {
        ANSWERS
            .iter()
            .chain(expected::ANSWERS)
            .chain(judged::ANSWERS)
    };
    let fields: BTreeSet<_> = all_fields().map(|row| (row.0, row.1)).collect();
    assert_eq!(wanted.fields, fields);
    let answers: BTreeSet<_> = all_answers().map(|row| (row.0, row.1)).collect();
    assert_eq!(wanted.answers, answers);
    let lists: BTreeSet<_> = LISTS.iter().map(|row| row.0).collect();
    assert_eq!(wanted.lists, lists);
    assert_eq!(
        forms::lists().count(),
        lists.len() - 2,
        "splits and lines are inside"
    );
    assert_eq!(all_fields().count(), fields.len(), "a field is named once");
    assert_eq!(all_answers().count(), answers.len(), "a word is named once");
}
