//! Keyboard: play, step, jump to day cuts, undo. Never while one is typing.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, window};
use yew::prelude::*;

use crate::ui::facts::{Dialog, Msg};
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Where keys belong to what has the focus.
const TYPING: &str = "input, select, textarea, [contenteditable], dialog";
/// Where Space and Enter press something.
const PRESSING: &str = "button, a, summary, [role=button], [role=tab], [role=slider]";
/// Where arrows move something.
const MOVING: &str = "[role=tab], [role=slider], [role=grid], [role=tablist]";

/// Listens to the keyboard for as long as the page is shown.
#[hook]
pub fn use_keys(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let latest = use_mut_ref(|| model.clone());
    *latest.borrow_mut() = model.clone();
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let closure = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let told = meant(&event, &latest.borrow());
            if let Some(msg) = told {
                event.prevent_default();
                dispatch.emit(msg);
            }
        });
        listen(&closure, true);
        move || listen(&closure, false)
    });
}

fn listen(closure: &Closure<dyn FnMut(KeyboardEvent)>, on: bool) {
    let Some(window) = window() else { return };
    let function = closure.as_ref().unchecked_ref();
    // Without keys every button is still there.
    let _ = if on {
        window.add_event_listener_with_callback("keydown", function)
    } else {
        window.remove_event_listener_with_callback("keydown", function)
    };
}

fn meant(event: &KeyboardEvent, model: &Model) -> Option<Msg> {
    let focus = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        let focus = focus.as_ref();
        focus.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    if !model.route.is_desk() || model.dialog.is_some() || within(TYPING) || event.alt_key() {
        return None;
    }
    let key = event.key();
    if model.presenting.is_some() {
        return presenting(&key, model).filter(|_| !event.ctrl_key() && !event.meta_key());
    }
    if event.ctrl_key() || event.meta_key() {
        return match (key.as_str(), event.shift_key()) {
            ("z" | "Z", false) => Some(Msg::Undone),
            ("z" | "Z", true) | ("y" | "Y", false) => Some(Msg::Redone),
            _ => None,
        };
    }
    match key.as_str() {
        "?" => Some(Msg::DialogOpened(Dialog::Shortcuts)),
        "Escape" if model.selected.is_some() => Some(Msg::AccountChosen(None)),
        "p" | "P" => Some(Msg::PresentToggled(true)),
        "." => Some(Msg::RiskStepped(true)),
        "," => Some(Msg::RiskStepped(false)),
        " " if !within(PRESSING) => Some(Msg::PlayToggled(!model.playing)),
        "ArrowLeft" | "ArrowRight" | "Home" | "End" if !within(MOVING) => {
            moved(&key, event.shift_key(), model)
        }
        _ => None,
    }
}

/// The keys of a clicker, and the way out.
fn presenting(key: &str, model: &Model) -> Option<Msg> {
    match key {
        "Escape" | "p" | "P" => Some(Msg::PresentToggled(false)),
        "PageDown" | "ArrowRight" | "ArrowDown" => Some(Msg::StoryStepped(true)),
        "PageUp" | "ArrowLeft" | "ArrowUp" => Some(Msg::StoryStepped(false)),
        "Home" => Some(Msg::StoryPicked(0)),
        "End" => {
            let story = model.results.as_ref()?.story.as_ref()?;
            Some(Msg::StoryPicked(story.len().saturating_sub(1)))
        }
        " " => Some(Msg::PlayToggled(!model.playing)),
        _ => None,
    }
}

fn moved(key: &str, by_cut: bool, model: &Model) -> Option<Msg> {
    let results = model.results.as_ref()?;
    let now = model.cursor;
    let event = match (key, by_cut) {
        ("ArrowLeft", false) => now.saturating_sub(1),
        ("ArrowRight", false) => now.saturating_add(1),
        ("ArrowLeft", true) => results.cut_before(now),
        ("ArrowRight", true) => results.cut_after(now),
        ("Home", _) => 0,
        _ => results.told.summary.events,
    };
    Some(Msg::CursorMoved(event))
}
