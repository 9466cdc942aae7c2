//! Fields that change the scenario: what is typed becomes an edit, or a sentence under the field.

use std::rc::Rc;

use daycut::facade::{Edit, Lang, Problem, Scenario};
use yew::prelude::*;

use super::facts::{Msg, Notice};
use super::model;
use super::shared::Shared;
use super::widgets::field::{Choice, Field, Kind, Select};

/// What every form needs: the scenario, what is wrong with it, and where changes go.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Language of the page.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong with it.
    pub problems: Rc<[Problem]>,
    /// Where changes go.
    pub dispatch: Callback<Msg>,
}

/// A field of a form, before it is drawn.
pub struct Asked<'a> {
    /// Place in the document: `fee_plans[0].rate`.
    pub path: String,
    /// Name.
    pub label: &'a str,
    /// Value in force.
    pub value: String,
    /// Kind of text.
    pub kind: Kind,
    /// Behind the field.
    pub hint: Option<String>,
    /// Whether the name is only heard.
    pub bare: bool,
}

impl Desk {
    /// What is wrong at a place, in words.
    pub fn problem_at(&self, path: &str) -> Option<AttrValue> {
        let found = self.problems.iter().find(|problem| problem.path == path)?;
        Some(AttrValue::from((self.lang.text().problems.problem)(
            &found.kind,
        )))
    }

    /// A field whose text becomes an edit; `Err` is a sentence of the form's own.
    pub fn field(
        &self,
        asked: Asked<'_>,
        make: impl Fn(String) -> Result<Edit, String> + 'static,
    ) -> Html {
        let desk = self.clone();
        let commit = Callback::from(move |text: String| match make(text) {
            Ok(edit) => desk.try_edit(edit),
            Err(sentence) => Some(sentence),
        });
        html! {
            <Field id={field_id(&asked.path)} label={asked.label.to_owned()} value={asked.value} kind={asked.kind}
                hint={asked.hint.map(AttrValue::from)} bare={asked.bare} problem={self.problem_at(&asked.path)} {commit} />
        }
    }

    /// A choice whose answer becomes an edit.
    pub fn select(
        &self,
        asked: Asked<'_>,
        choices: Vec<Choice>,
        make: impl Fn(&str) -> Option<Edit> + 'static,
    ) -> Html {
        let desk = self.clone();
        let on_pick = Callback::from(move |value: String| {
            if let Some(edit) = make(&value) {
                desk.edit(edit);
            }
        });
        html! {
            <Select id={field_id(&asked.path)} label={asked.label.to_owned()} value={asked.value} {choices} bare={asked.bare} {on_pick} />
        }
    }

    /// Makes an edit; a refusal is said over the page.
    pub fn edit(&self, edit: Edit) {
        match model::edited(&self.scenario, edit) {
            Ok(msg) => self.dispatch.emit(msg),
            Err(problems) => self
                .dispatch
                .emit(Msg::OpenRefused(Notice::EditRefused(problems.into()))),
        }
    }

    /// Makes an edit; a refusal comes back in words.
    fn try_edit(&self, edit: Edit) -> Option<String> {
        match model::edited(&self.scenario, edit) {
            Ok(msg) => {
                self.dispatch.emit(msg);
                None
            }
            Err(problems) => {
                let text = self.lang.text().problems;
                problems
                    .first()
                    .map(|problem| (text.problem)(&problem.kind))
            }
        }
    }

    /// A party's name by its id.
    pub fn party_name(&self, id: &str) -> String {
        let party = self.scenario.parties.iter().find(|party| party.id == id);
        party.map_or_else(
            || id.to_owned(),
            |party| self.lang.of(&party.name).to_owned(),
        )
    }
}

impl<'a> Asked<'a> {
    /// A field of plain text.
    pub fn text(path: String, label: &'a str, value: String) -> Asked<'a> {
        Asked {
            path,
            label,
            value,
            kind: Kind::Text,
            hint: None,
            bare: false,
        }
    }

    /// A field of a figure.
    pub fn figure(path: String, label: &'a str, value: String) -> Asked<'a> {
        Asked {
            kind: Kind::Figure,
            ..Asked::text(path, label, value)
        }
    }

    /// With a word behind it.
    pub fn hinted(self, hint: Option<String>) -> Asked<'a> {
        Asked { hint, ..self }
    }

    /// With a name that is only heard.
    pub fn bare(self) -> Asked<'a> {
        Asked { bare: true, ..self }
    }
}

/// Choices out of the answers of a question.
pub fn choices<T: Copy>(
    answers: &[(&'static str, T)],
    title: fn(T) -> &'static str,
) -> Vec<Choice> {
    answers
        .iter()
        .map(|(value, answer)| Choice {
            value: AttrValue::from(*value),
            title: AttrValue::from(title(*answer)),
        })
        .collect()
}

/// The word of an answer.
pub fn word_of<T: PartialEq>(answers: &[(&'static str, T)], answer: &T) -> String {
    let found = answers.iter().find(|(_, one)| one == answer);
    found
        .map(|(word, _)| (*word).to_owned())
        .unwrap_or_default()
}

/// The answer of a word.
pub fn answer_of<T: Copy>(answers: &[(&'static str, T)], word: &str) -> Option<T> {
    answers
        .iter()
        .find(|(one, _)| *one == word)
        .map(|(_, answer)| *answer)
}

/// A per cent text as the rate that a scenario writes: `0.60` is `0.006`. Only the point moves.
pub fn rate_of_percent(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let padded = format!("{whole:0>3}");
    let (before, after) = padded.split_at_checked(padded.len().saturating_sub(2))?;
    Some(format!("{before}.{after}{fraction}"))
}

/// A moment as people write it: `2018-09-30 22:59:50`.
pub fn moment_shown(at: impl ToString) -> String {
    at.to_string().replacen('T', " ", 1)
}

/// A moment as a scenario writes it.
pub fn moment_written(text: &str) -> String {
    let text = text.trim().replacen(' ', "T", 1);
    // Seconds may be left out.
    if text.len() == 16 {
        format!("{text}:00")
    } else {
        text
    }
}

fn field_id(path: &str) -> AttrValue {
    let letters = path.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    AttrValue::from(format!("field-{}", letters.collect::<String>()))
}
