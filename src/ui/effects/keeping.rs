//! Keeping work: what was changed is in storage within a second, and at once when the page goes away.

use std::cell::RefCell;
use std::rc::Rc;

use daycut::facade;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;
use yew::prelude::*;

use super::storage::{self, Slot, Written};
use super::timer::Timer;
use super::{address, host};
use crate::ui::draft::{Draft, Origin};
use crate::ui::facts::{Msg, Route, Saving};
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// How long one may go on typing before the work is written.
const PAUSE_MS: i32 = 800;

thread_local! {
    /// The revision that is not written yet, wherever it has to be written from.
    static WAITING: RefCell<Option<(Draft, Callback<Msg>)>> = const { RefCell::new(None) };
}

/// Writes at once what is waiting to be written.
pub fn flush() {
    let waiting = WAITING.with(|waiting| waiting.borrow_mut().take());
    if let Some((draft, dispatch)) = waiting {
        write(&draft, &dispatch);
    }
}

fn write(draft: &Draft, dispatch: &Callback<Msg>) {
    let slot = Slot {
        revision: draft.revision,
        at: storage::now(),
        title: (
            draft.scenario.title.zh.clone(),
            draft.scenario.title.en.clone(),
        ),
        text: facade::write(&draft.scenario),
    };
    dispatch.emit(match storage::save(&draft.id, &slot) {
        Written::Yes => Msg::WorkSaved(Rc::clone(&draft.id), draft.revision),
        Written::Overtaken => Msg::WorkRenamed(Rc::clone(&draft.id), storage::new_id()),
        Written::Refused => Msg::SaveRefused,
    });
}

/// Keeps the draft in storage, and its text where a failure of the program cannot reach it.
#[hook]
pub fn use_keeping(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let draft = model.draft.clone();
    {
        // The guard beside the program gets every scenario that is on the desk.
        let scenario = draft.as_ref().map(|draft| draft.scenario.clone());
        use_effect_with(scenario, |scenario| {
            if let Some(scenario) = scenario {
                host::keep(&facade::write(scenario));
            }
        });
    }
    {
        let dispatch = dispatch.clone();
        let compares = model.route == Route::Compare;
        let key = (
            draft
                .as_ref()
                .map(|draft| (Rc::clone(&draft.id), draft.revision)),
            model.saving,
        );
        use_effect_with(key, move |(_, saving)| {
            let timer = match (draft, saving) {
                (Some(draft), Saving::Pending) => {
                    // What is one's own is found by the plain address, wherever it began.
                    if matches!(draft.origin, Origin::Own | Origin::Copy) {
                        address::show_work(compares);
                    }
                    WAITING.with(|waiting| *waiting.borrow_mut() = Some((draft, dispatch)));
                    Timer::after(PAUSE_MS, flush)
                }
                _ => None,
            };
            move || drop(timer)
        });
    }
    use_effect_with((), |()| {
        let closure = Closure::<dyn FnMut()>::new(flush);
        listen("pagehide", &closure, true);
        listen("visibilitychange", &closure, true);
        move || {
            listen("pagehide", &closure, false);
            listen("visibilitychange", &closure, false);
        }
    });
}

fn listen(event: &str, closure: &Closure<dyn FnMut()>, on: bool) {
    let Some(window) = window() else { return };
    let function = closure.as_ref().unchecked_ref();
    // Without these events the pause alone decides when the work is written.
    let _ = if on {
        window.add_event_listener_with_callback_and_bool(event, function, true)
    } else {
        window.remove_event_listener_with_callback_and_bool(event, function, true)
    };
}
