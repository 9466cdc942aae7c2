//! The scenario on the desk: where it came from, what was changed, and the way back.

use std::cmp::Ordering;
use std::rc::Rc;

use daycut::facade::{Edit, Lang, Scenario};

use crate::ui::place::{self, Place};
use crate::ui::shared::Shared;

/// Steps that can be undone.
pub const STEPS_MAX: usize = 200;

/// Where a scenario came from.
#[derive(Clone, PartialEq, Debug)]
pub enum Origin {
    /// Written or changed here: it is kept in the browser's storage.
    Own,
    /// An item of the gallery, not changed yet.
    Gallery(Rc<str>),
    /// A file of the visitor's: kept as a scenario of its own, beside the others.
    File,
    /// Somebody's link: looked at, and kept as a scenario of its own from the first change on.
    Link(Rc<str>),
    /// A copy of an item of the gallery, made to be kept.
    Copy,
    /// The scenario of a lesson, with its knobs as they stand.
    Lesson(Rc<str>),
}

/// What was changed.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// A field, an entry, a ready-made piece.
    Edit(Edit),
    /// All that clears a finding, under one name in each language.
    Fix(Rc<str>, Rc<str>),
}

impl Change {
    /// What it is called.
    pub fn label(&self, lang: Lang) -> String {
        match (self, lang) {
            (Change::Edit(edit), lang) => (lang.text().edits.label)(edit),
            (Change::Fix(zh, _), Lang::ZhCn) => zh.to_string(),
            (Change::Fix(_, en), Lang::En) => en.to_string(),
        }
    }
}

/// One change, and the scenario on its other side.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// What was changed.
    pub edit: Change,
    /// The scenario before it (in the past) or after it (in the future).
    pub scenario: Shared<Scenario>,
}

/// A scenario that is being worked on.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// Its name in storage.
    pub id: Rc<str>,
    /// Where it came from.
    pub origin: Origin,
    /// The scenario as it is now.
    pub scenario: Shared<Scenario>,
    /// The link that it came from, as a short sign; empty for none.
    pub from: Rc<str>,
    /// Counts changes, undone ones included; storage keeps the greatest.
    pub revision: u32,
    past: Shared<Vec<Step>>,
    future: Shared<Vec<Step>>,
}

impl Draft {
    /// A scenario as it was opened.
    pub fn opened(id: Rc<str>, origin: Origin, scenario: Shared<Scenario>, revision: u32) -> Draft {
        let from = match &origin {
            Origin::Link(link) => Rc::from(place::sign(link)),
            _ => Rc::default(),
        };
        Draft {
            id,
            origin,
            scenario,
            from,
            revision,
            past: Shared::new(Vec::new()),
            future: Shared::new(Vec::new()),
        }
    }

    /// After a change.
    pub fn edited(&self, edit: Change, scenario: Shared<Scenario>) -> Draft {
        let mut past = self.past.to_vec();
        past.push(Step {
            edit,
            scenario: self.scenario.clone(),
        });
        let surplus = past.len().saturating_sub(STEPS_MAX);
        past.drain(..surplus);
        Draft {
            origin: Origin::Own,
            scenario,
            revision: self.revision.saturating_add(1),
            past: Shared::new(past),
            future: Shared::new(Vec::new()),
            id: Rc::clone(&self.id),
            from: Rc::clone(&self.from),
        }
    }

    /// Before the last change.
    pub fn undone(&self) -> Option<Draft> {
        self.turned(&self.past, &self.future)
            .map(|(past, future, scenario)| self.at(past, future, scenario))
    }

    /// After the change that was undone last.
    pub fn redone(&self) -> Option<Draft> {
        self.turned(&self.future, &self.past)
            .map(|(future, past, scenario)| self.at(past, future, scenario))
    }

    /// Takes the last step from one pile and puts its other side on the other pile.
    fn turned(
        &self,
        from: &[Step],
        to: &[Step],
    ) -> Option<(Vec<Step>, Vec<Step>, Shared<Scenario>)> {
        let (last, rest) = from.split_last()?;
        let mut to = to.to_vec();
        to.push(Step {
            edit: last.edit.clone(),
            scenario: self.scenario.clone(),
        });
        Some((rest.to_vec(), to, last.scenario.clone()))
    }

    fn at(&self, past: Vec<Step>, future: Vec<Step>, scenario: Shared<Scenario>) -> Draft {
        Draft {
            scenario,
            revision: self.revision.saturating_add(1),
            past: Shared::new(past),
            future: Shared::new(future),
            ..self.clone()
        }
    }

    /// With the first so many of all changes in force.
    pub fn stepped_to(&self, steps: usize) -> Option<Draft> {
        let mut draft = None::<Draft>;
        loop {
            let here = draft.as_ref().unwrap_or(self);
            draft = Some(match here.past.len().cmp(&steps) {
                Ordering::Less => here.redone()?,
                Ordering::Equal => return draft,
                Ordering::Greater => here.undone()?,
            });
        }
    }

    /// All changes, oldest first, and how many of them are in force.
    pub fn history(&self) -> (Vec<&Change>, usize) {
        let past = self.past.iter().map(|step| &step.edit);
        let future = self.future.iter().rev().map(|step| &step.edit);
        (past.chain(future).collect(), self.past.len())
    }

    /// What undoing would take back.
    pub fn undo_label(&self) -> Option<&Change> {
        self.past.last().map(|step| &step.edit)
    }

    /// What redoing would bring back.
    pub fn redo_label(&self) -> Option<&Change> {
        self.future.last().map(|step| &step.edit)
    }

    /// Whether it belongs into storage: changed here, or come by a file.
    pub fn is_kept(&self) -> bool {
        match self.origin {
            Origin::Own | Origin::File | Origin::Copy => true,
            Origin::Gallery(_) | Origin::Link(_) | Origin::Lesson(_) => false,
        }
    }

    /// What the address bar calls it; a lesson has an address of its own.
    pub fn place(&self) -> Option<Place> {
        match &self.origin {
            Origin::Own | Origin::File | Origin::Copy => Some(Place::Work(Rc::clone(&self.id))),
            Origin::Gallery(item) => Some(Place::Item(Rc::clone(item))),
            Origin::Link(link) => Some(Place::Link(Rc::clone(link))),
            Origin::Lesson(_) => None,
        }
    }
}
