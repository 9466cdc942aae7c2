//! Lessons between the engine, the address bar and storage: what was bet and picked is judged whenever it
//! changes, stands in the address, and is found again another day.

use std::rc::Rc;

use daycut::facade::view::{LessonAnswer, LessonCard, LessonPage, LessonState};
use daycut::facade::{self, Lang, ToldTable};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine::{self, EngineError};
use super::{address, moments, storage};
use crate::ui::draft::Origin;
use crate::ui::facts::{Msg, Notice, Route};
use crate::ui::learning::Learned;
use crate::ui::model::Model;
use crate::ui::shared::Shared;

const PREFIX: &str = "daycut.lesson.";
/// Who takes lessons in this browser, as they wish to be called.
const LEARNER: &str = "daycut.learner";
/// Characters of that name.
const NAME_CHARS_MAX: usize = 40;
/// In front of what was bet and picked by somebody who has passed.
const PASSED: &str = "passed ";
/// A run that takes the place of another ends the worker, and with it whatever else was asked.
const TRIES: u32 = 4;

/// Keeps lessons judged and known.
#[hook]
pub fn use_lessons(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    use_list(model, dispatch);
    use_page(model, dispatch);
    use_judgement(model, dispatch);
    use_first_look(model, dispatch);
}

#[hook]
fn use_list(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let wanted = model.route == Route::Learn;
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            spawn_local(async move {
                let listed = engine::ask::<Vec<LessonCard>>("lesson_list", &[]).await;
                let Ok(cards) = listed else { return };
                let ids = cards.iter().map(|card| card.id.as_str());
                let passed = ids.filter(|id| is_passed(id)).map(Rc::from).collect();
                dispatch.emit(Msg::Learned(Learned::Listed(Shared::new(cards), passed)));
            });
        }
    });
}

#[hook]
fn use_page(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = model.learning.desk.as_ref();
    let missing = desk.filter(|desk| desk.page.is_none());
    let wanted = missing.map(|desk| Rc::clone(&desk.id));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some(id) = wanted.clone() {
            spawn_local(async move {
                let arguments = [JsValue::from_str(&id)];
                let page = asked::<Option<LessonPage>>("lesson_page", &arguments).await;
                dispatch.emit(match page {
                    Some(Some(page)) => Msg::Learned(Learned::PageArrived(id, Shared::new(page))),
                    Some(None) => {
                        address::show_gallery();
                        dispatch.emit(Msg::Routed(Route::Gallery));
                        Msg::OpenRefused(Notice::NoSuchItem(id))
                    }
                    None => return,
                });
            });
        }
    });
}

/// Asks again when a run has ended the worker in between.
async fn asked<T: serde::de::DeserializeOwned>(method: &str, arguments: &[JsValue]) -> Option<T> {
    for _ in 0..TRIES {
        match engine::ask::<T>(method, arguments).await {
            Ok(answer) => return Some(answer),
            Err(EngineError::Moot) => {}
            Err(EngineError::Failed(_)) => return None,
        }
    }
    None
}

#[derive(serde::Deserialize)]
struct Judged {
    state: LessonState,
}

#[hook]
fn use_judgement(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = model.learning.desk.as_ref();
    let wanted = desk.map(|desk| (Rc::clone(&desk.id), desk.visit, desk.answer.clone()));
    let wanted = wanted.filter(|_| model.route == Route::Lesson);
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some((id, _, answer)) = wanted.clone() {
            address::show_lesson(&id, &answer);
            spawn_local(async move {
                let arguments = [JsValue::from_str(&id), engine::argument(&answer)];
                let judged = asked::<Option<Judged>>("lesson_state", &arguments).await;
                let Some(Some(Judged { state })) = judged else {
                    return;
                };
                keep(&id, &answer, state.passed);
                // What the engine wrote it also reads.
                if let Ok(scenario) = facade::open_text(&state.scenario) {
                    let (state, scenario) = (Shared::new(state), Shared::new(scenario));
                    let fact = Learned::Judged(id, answer, state, scenario);
                    dispatch.emit(Msg::Learned(fact));
                }
            });
        }
    });
}

/// The first run of a lesson opens at the moment that it is about; other numbers have other dates.
#[hook]
fn use_first_look(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = model.learning.desk.as_ref();
    let origin = model.draft.as_ref().map(|draft| &draft.origin);
    let desk = desk.filter(|desk| origin == Some(&Origin::Lesson(Rc::clone(&desk.id))));
    let desk = desk.filter(|_| model.route == Route::Lesson && model.results.is_some());
    let page = desk.and_then(|desk| Some((desk, desk.page.as_ref()?)));
    let wanted = page.map(|(desk, page)| (desk.visit, desk.answer.variant, page.moment));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| match *wanted {
        Some((_, 0, moment)) => moments::seek_moment(moment, dispatch),
        Some(_) => dispatch.emit(Msg::CursorMoved(u32::MAX)),
        None => {}
    });
}

/// What an address says of a lesson, or what was bet and picked in it before; and who it is.
pub fn begun(id: &str, said: Option<LessonAnswer>) -> LessonAnswer {
    let kept = || {
        let text = storage::read(&format!("{PREFIX}{id}")).unwrap_or_default();
        address::answer_of(text.strip_prefix(PASSED).unwrap_or(&text))
    };
    LessonAnswer {
        name: storage::read(LEARNER).unwrap_or_default(),
        ..said.unwrap_or_else(kept)
    }
}

/// A name as it is kept.
pub fn name_of(typed: &str) -> String {
    typed.trim().chars().take(NAME_CHARS_MAX).collect()
}

/// Takes everything about lessons out of storage.
pub fn forget_all(dispatch: &Callback<Msg>) {
    storage::forget_beginning(PREFIX);
    storage::forget_beginning(LEARNER);
    dispatch.emit(Msg::Learned(Learned::Forgotten));
}

/// What completion codes stand for.
pub fn look_up(lines: &str, lang: Lang, answer: Callback<ToldTable>) {
    let arguments = [JsValue::from_str(lines), JsValue::from_str(lang.tag())];
    spawn_local(async move {
        if let Some(seen) = asked("lesson_codes_told", &arguments).await {
            answer.emit(seen);
        }
    });
}

fn is_passed(id: &str) -> bool {
    let text = storage::read(&format!("{PREFIX}{id}"));
    text.is_some_and(|text| text.starts_with(PASSED))
}

/// Whoever has passed once has passed, whatever is tried afterwards.
fn keep(id: &str, answer: &LessonAnswer, passed: bool) {
    let mark = if passed || is_passed(id) { PASSED } else { "" };
    let text = format!("{mark}{}", address::answer_text(answer));
    // A browser that keeps nothing forgets the lesson, and nothing else.
    let _ = storage::write(&format!("{PREFIX}{id}"), &text);
    if storage::read(LEARNER).unwrap_or_default() != answer.name {
        let _ = storage::write(LEARNER, &answer.name);
    }
}
