//! Fields that change the scenario: what is typed becomes an edit, or a sentence under the field.

use std::rc::Rc;

use daycut::facade::{Edit, Lang, Scenario, ToldProblem, Tongue};
use yew::prelude::*;

use super::facts::{Attention, Msg, Notice};
use super::model;
use super::shared::Shared;

/// What every form needs: the scenario, what is wrong with it, and where changes go.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Language of the page.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong with it.
    pub problems: Rc<[ToldProblem]>,
    /// The place that somebody wants to see.
    pub attention: Option<Attention>,
    /// Where changes go.
    pub dispatch: Callback<Msg>,
}

impl Desk {
    /// What is wrong at a place, in words.
    pub fn problem_at(&self, path: &str) -> Option<AttrValue> {
        let found = self.problems.iter().find(|problem| problem.path == path)?;
        Some(AttrValue::from(self.lang.of(&found.text).to_owned()))
    }

    /// Whether something is wrong at a place or inside it.
    pub fn is_wrong_within(&self, path: &str) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| is_within(&problem.path, path))
    }

    /// Whether somebody wants to see a place or something inside it.
    pub fn is_wanted(&self, path: &str) -> Option<u32> {
        let wanted = self.attention.as_ref()?;
        is_within(&wanted.path, path).then_some(wanted.number)
    }

    /// Gives a field a value; a refusal comes back in words.
    pub fn set(&self, path: &str, text: String) -> Option<String> {
        let path = path.to_owned();
        match model::edited(&self.scenario, Edit::Set { path, text }) {
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

    /// Makes an edit; a refusal is said over the page.
    pub fn edit(&self, edit: Edit) {
        match model::edited(&self.scenario, edit) {
            Ok(msg) => self.dispatch.emit(msg),
            Err(problems) => self
                .dispatch
                .emit(Msg::OpenRefused(Notice::EditRefused(problems.into()))),
        }
    }

    /// Adds an entry of a kind, named in the language of the page.
    pub fn add(&self, path: &str, kind: &str) {
        self.edit(Edit::Add {
            path: path.to_owned(),
            kind: kind.to_owned(),
            tongue: tongue(self.lang),
        });
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

/// The language of the page as the language of new names.
pub fn tongue(lang: Lang) -> Tongue {
    match lang {
        Lang::ZhCn => Tongue::Zh,
        Lang::En => Tongue::En,
    }
}

/// Whether a path leads to a place or into it.
fn is_within(path: &str, place: &str) -> bool {
    let rest = path.strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
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

/// A time of day without seconds that are none: `22:00`.
pub fn time_shown(text: &str) -> String {
    let short = text.strip_suffix(":00").filter(|short| short.len() == 5);
    short.unwrap_or(text).to_owned()
}

/// The id of a field's element.
pub fn field_id(path: &str) -> String {
    format!("field-{}", letters(path))
}

/// The id of an entry's element.
pub fn entry_id(path: &str) -> String {
    format!("entry-{}", letters(path))
}

fn letters(path: &str) -> String {
    let letters = path.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    letters.collect()
}
