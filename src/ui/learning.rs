//! The lesson that is being taken: what was bet and picked, what the engine says to it, and the scenario that
//! this puts on the desk. No browser, no drawing; whether an answer is right is the engine's affair.

use std::rc::Rc;

use daycut::facade::Scenario;
use daycut::facade::view::{LessonAnswer, LessonCard, LessonPage, LessonState};

use crate::ui::draft::{Draft, Origin};
use crate::ui::facts::Route;
use crate::ui::model::{self, Model};
use crate::ui::shared::Shared;

/// Lessons, as far as they are known, and the one that is open.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Learning {
    /// All lessons, once the engine has listed them.
    pub list: Option<Shared<Vec<LessonCard>>>,
    /// Ids of those that were passed in this browser.
    pub passed: Rc<[Rc<str>]>,
    /// The open one.
    pub desk: Option<LessonDesk>,
}

/// A lesson that is open.
#[derive(Clone, PartialEq, Debug)]
pub struct LessonDesk {
    /// Its id.
    pub id: Rc<str>,
    /// Grows whenever it is opened, so that it is judged and put on the desk again.
    pub visit: u32,
    /// What was bet and picked.
    pub answer: LessonAnswer,
    /// What it says.
    pub page: Option<Shared<LessonPage>>,
    /// How far the visitor has come.
    pub state: Option<Shared<LessonState>>,
    /// How many hints were asked for.
    pub hints: usize,
}

/// Something about lessons that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Learned {
    /// The engine listed the lessons; these were passed in this browser.
    Listed(Shared<Vec<LessonCard>>, Rc<[Rc<str>]>),
    /// A lesson was opened with what was bet and picked before.
    Opened(Rc<str>, LessonAnswer),
    /// The engine told what a lesson says.
    PageArrived(Rc<str>, Shared<LessonPage>),
    /// There is another bet or pick.
    Answered(LessonAnswer),
    /// One more hint was asked for.
    HintAsked,
    /// The lesson was begun anew.
    Restarted,
    /// Storage has forgotten all lessons.
    Forgotten,
    /// The engine judged an answer, and made this scenario of it.
    Judged(Rc<str>, LessonAnswer, Shared<LessonState>, Shared<Scenario>),
}

/// What a fact about lessons does to the page.
pub fn update(model: &mut Model, fact: Learned) {
    match fact {
        Learned::Listed(list, passed) => {
            model.learning.list = Some(list);
            model.learning.passed = passed;
        }
        Learned::Opened(id, answer) => opened(model, id, answer),
        Learned::PageArrived(id, page) => {
            if let Some(desk) = model.learning.desk.as_mut().filter(|desk| desk.id == id) {
                desk.page = Some(page);
            }
        }
        Learned::Answered(answer) => {
            if let Some(desk) = &mut model.learning.desk {
                desk.answer = answer;
            }
        }
        Learned::HintAsked => {
            if let Some(desk) = &mut model.learning.desk {
                let all = desk.page.as_ref().map_or(0, |page| page.hints.len());
                desk.hints = desk.hints.saturating_add(1).min(all);
            }
        }
        Learned::Restarted => restarted(model),
        Learned::Forgotten => {
            model.learning.passed = Rc::default();
            model.dialog = None;
            restarted(model);
            if let Some(desk) = &mut model.learning.desk {
                desk.answer.name.clear();
            }
        }
        Learned::Judged(id, answer, state, scenario) => {
            let desk = model.learning.desk.as_mut();
            // An answer that came late is about something else.
            if let Some(desk) = desk.filter(|desk| desk.id == id && desk.answer == answer) {
                desk.state = Some(state);
                put_on_desk(model, &id, scenario);
            }
        }
    }
}

/// Whoever begins anew is still the same person.
fn restarted(model: &mut Model) {
    if let Some(desk) = &mut model.learning.desk {
        desk.hints = 0;
        desk.answer = LessonAnswer {
            name: desk.answer.name.clone(),
            ..LessonAnswer::default()
        };
    }
}

fn opened(model: &mut Model, id: Rc<str>, answer: LessonAnswer) {
    let before = model.learning.desk.take();
    let visit = before
        .as_ref()
        .map_or(1, |desk| desk.visit.saturating_add(1));
    let same = before.filter(|desk| desk.id == id);
    model.learning.desk = Some(LessonDesk {
        visit,
        answer,
        page: same.and_then(|desk| desk.page),
        state: None,
        hints: 0,
        id,
    });
    model.route = Route::Lesson;
    model.playing = false;
    model.dialog = None;
}

/// The first scenario of a lesson is opened; the next ones replace it, so that the cursor stays.
fn put_on_desk(model: &mut Model, id: &Rc<str>, scenario: Shared<Scenario>) {
    let origin = Origin::Lesson(Rc::clone(id));
    let on_desk = model.draft.as_ref().filter(|draft| draft.origin == origin);
    let known = on_desk.map(|draft| *draft.scenario == *scenario);
    if known == Some(true) {
        return;
    }
    let draft = Draft::opened(Rc::from("lesson"), origin, scenario, 0);
    if known.is_some() {
        model::changed(model, draft);
    } else {
        model::opened(model, draft);
        model.route = Route::Lesson;
    }
}
