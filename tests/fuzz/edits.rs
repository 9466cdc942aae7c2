//! Gestures one after another, undone and done again: none makes a scenario that could not have been written, a
//! refused one changes nothing, and every earlier state is found again.

use std::rc::Rc;

use daycut::facade::{self, BLOCKS, Edit, Scenario, Tongue, forms};
use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::dice::Dice;
use crate::ui::draft::{Change, Draft, Origin};
use crate::ui::shared::Shared;
use crate::{mutate, scenarios};

/// A document and what is done to it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Session {
    pub text: String,
    pub gestures: Vec<Gesture>,
}

/// What somebody does.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Gesture {
    Edit(Edit),
    Undo,
    Redo,
    StepTo(usize),
}

/// Kinds that some lists ask for.
const KINDS: [&str; 14] = [
    "", "bank", "channel", "platform", "merchant", "balance", "arrival", "inflow", "held",
    "findings", "external", "payment", "advance", "nosuch",
];

/// A session on some document. Each gesture is thought of on the scenario that the ones before have made.
pub fn input(texts: &[String], dice: &mut Dice) -> Session {
    let text = dice.one(texts).clone();
    let mut session = Session {
        text,
        gestures: Vec::new(),
    };
    let Ok(mut scenario) = facade::open_text(&session.text) else {
        return session;
    };
    for _ in 0..4 + dice.below(12) {
        let gesture = match dice.below(10) {
            0 => Gesture::Undo,
            1 => Gesture::Redo,
            2 => Gesture::StepTo(dice.below(12)),
            _ => Gesture::Edit(edit(&scenario, dice)),
        };
        if let Gesture::Edit(edit) = &gesture
            && let Ok(after) = facade::edit(&scenario, edit)
        {
            scenario = after;
        }
        session.gestures.push(gesture);
    }
    session
}

fn edit(scenario: &Scenario, dice: &mut Dice) -> Edit {
    let document = serde_json::from_str(&facade::write(scenario)).unwrap_or_default();
    let pointers = mutate::pointers(&document);
    let pointer = dice.one(&pointers);
    let value = document.pointer(pointer);
    let path = path_of(pointer);
    let tongue = *dice.one(&[Tongue::Zh, Tongue::En, Tongue::Both]);
    let lists: Vec<&str> = forms::lists().collect();
    match dice.below(9) {
        0 => Edit::Add {
            path: (*dice.one(&lists)).to_owned(),
            kind: (*dice.one(&KINDS)).to_owned(),
            tongue,
        },
        1 => Edit::Add {
            path: format!(
                "{path}.{}",
                dice.one(&["book", "splits", "lines", "bill", "of"])
            ),
            kind: String::new(),
            tongue,
        },
        2 => Edit::Remove { path },
        3 => Edit::Move {
            path,
            to: dice.below(6),
        },
        4 => Edit::Turn {
            path,
            into: (*dice.one(&KINDS)).to_owned(),
        },
        5 => Edit::Insert {
            block: *dice.one(&BLOCKS),
            tongue,
        },
        6 => {
            // Another id or text of the same document.
            let other = document.pointer(dice.one(&pointers).as_str());
            let text = other.and_then(serde_json::Value::as_str);
            let text = text.unwrap_or_default().to_owned();
            Edit::Set { path, text }
        }
        7 => {
            let now = value.and_then(serde_json::Value::as_str).unwrap_or("1");
            let text = mutate::text(now, &[now.to_owned()], dice);
            Edit::Set { path, text }
        }
        _ => Edit::Set {
            path,
            text: mutate::typed(dice).to_owned(),
        },
    }
}

fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            path += &format!("[{step}]");
        } else if !step.is_ascii() {
            path += &format!("[\"{step}\"]");
        } else if path.is_empty() {
            path += step;
        } else {
            path += &format!(".{step}");
        }
    }
    path
}

/// Everything that must hold of a session.
pub fn holds(session: &Session) -> Outcome {
    let Ok(scenario) = facade::open_text(&session.text) else {
        return Ok(());
    };
    let opened = Draft::opened(Rc::from("d"), Origin::Own, Shared::new(scenario), 0);
    let mut draft = opened;
    // The same history, kept the plain way.
    let mut states = vec![facade::write(&draft.scenario)];
    let mut here: usize = 0;
    for gesture in &session.gestures {
        match gesture {
            Gesture::Undo => {
                draft = draft.undone().unwrap_or(draft);
                here = here.saturating_sub(1);
            }
            Gesture::Redo => {
                draft = draft.redone().unwrap_or(draft);
                here = (here + 1).min(states.len() - 1);
            }
            Gesture::StepTo(place) => {
                draft = draft.stepped_to(*place).unwrap_or(draft);
                here = if *place < states.len() { *place } else { here };
            }
            Gesture::Edit(edit) => match facade::edit(&draft.scenario, edit) {
                Ok(after) => {
                    scenarios::stands(&after).map_err(|error| format!("{edit:?}: {error}"))?;
                    states.truncate(here + 1);
                    states.push(facade::write(&after));
                    here += 1;
                    draft = draft.edited(Change::Edit(edit.clone()), Shared::new(after));
                }
                Err(problems) => scenarios::told(&problems, None)?,
            },
        }
        if facade::write(&draft.scenario) != states[here] {
            return Err(format!("after {gesture:?} it is another scenario").into());
        }
    }
    Ok(())
}
