//! Opening: what the address, a file or storage has to offer comes onto the desk, as a draft of its own.

use std::rc::Rc;

use daycut::facade::{self, Problem, Scenario};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;
use yew::prelude::*;

use super::address::{self, Address};
use super::{compare, host, keeping, lessons, storage};
use crate::ui::draft::{Draft, Origin};
use crate::ui::facts::{Msg, Notice, Pinned, Route, Toast};
use crate::ui::learning::Learned;
use crate::ui::model::Model;
use crate::ui::sandbox;
use crate::ui::shared::Shared;

/// Follows the address: at the start, and whenever it changes.
#[hook]
pub fn use_address(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = use_mut_ref(|| None::<Draft>);
    *desk.borrow_mut() = model.draft.clone();
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        if let Some(work) = host::rescued() {
            opened_after_failure(&work, &dispatch);
        } else {
            follow(None, &dispatch);
        }
        if host::careful() {
            dispatch.emit(Msg::RunCancelled);
        }
        let closure =
            Closure::<dyn FnMut()>::new(move || follow(desk.borrow().as_ref(), &dispatch));
        listen(&closure, true);
        move || listen(&closure, false)
    });
}

fn listen(closure: &Closure<dyn FnMut()>, on: bool) {
    let Some(window) = window() else { return };
    let function = closure.as_ref().unchecked_ref();
    // Without this event the page still follows its own links at the next start.
    let _ = if on {
        window.add_event_listener_with_callback("hashchange", function)
    } else {
        window.remove_event_listener_with_callback("hashchange", function)
    };
}

/// Does what the address asks for; what is on the desk is written first.
fn follow(desk: Option<&Draft>, dispatch: &Callback<Msg>) {
    keeping::flush();
    match address::current() {
        Address::Gallery => dispatch.emit(Msg::Routed(Route::Gallery)),
        Address::Learn => dispatch.emit(Msg::Routed(Route::Learn)),
        Address::Codes => dispatch.emit(Msg::Routed(Route::Codes)),
        Address::Lesson(id, answer) => {
            let answer = lessons::begun(&id, answer);
            let fact = Learned::Opened(Rc::from(id), answer);
            dispatch.emit(Msg::Learned(fact));
        }
        Address::Item(id) => {
            let on_desk =
                desk.is_some_and(|draft| draft.origin == Origin::Gallery(Rc::from(id.as_str())));
            if on_desk {
                dispatch.emit(Msg::Routed(Route::Play));
            } else {
                open_item(&id, dispatch);
            }
        }
        Address::Compare if desk.is_some() => dispatch.emit(Msg::Routed(Route::Compare)),
        Address::Compare => open_pair(dispatch),
        Address::Desk if desk.is_some() => dispatch.emit(Msg::Routed(Route::Play)),
        Address::Desk => {
            let newest = storage::listed().into_iter().next();
            match newest {
                Some(work) => open_saved(&work.id, dispatch),
                None => to_gallery(dispatch),
            }
        }
        Address::Link(link) => {
            let to = dispatch.clone();
            sandbox::with(dispatch, move |sandbox| match (sandbox.open_link)(&link) {
                Ok((scenario, beside)) => {
                    address::show_work(beside.is_some());
                    put_on_desk(storage::new_id(), Origin::Link, scenario, 1, &to);
                    if let Some(beside) = beside {
                        to.emit(Msg::Pinned(Pinned::of(Shared::new(beside)), true));
                    }
                }
                Err(problems) => refused(problems, &to),
            });
        }
    }
    dispatch.emit(Msg::WorksListed(storage::listed().into()));
}

/// The address of the scenario in which nobody takes part yet: `#/play/blank`.
pub const BLANK_ITEM: &str = "blank";

/// The document of an item of the gallery, or of the empty one.
fn item_text(id: &str) -> Option<&'static str> {
    let item = facade::gallery().iter().find(|item| item.id == id);
    item.map(|item| item.text)
        .or((id == BLANK_ITEM).then_some(facade::BLANK))
}

/// Puts a copy of an item on the desk that is the visitor's own from the start.
pub fn copy_item(id: &str, dispatch: &Callback<Msg>) {
    keeping::flush();
    let copy = item_text(id).map(facade::open_text);
    if let Some(Ok(scenario)) = copy {
        address::show_desk();
        put_on_desk(storage::new_id(), Origin::Copy, scenario, 1, dispatch);
    }
}

/// Puts the scenario of a lesson on the desk as the visitor's own, to go on with it freely.
pub fn take_along(scenario: &Scenario, dispatch: &Callback<Msg>) {
    address::go_to_desk();
    let id = storage::new_id();
    put_on_desk(id, Origin::Copy, scenario.clone(), 1, dispatch);
}

fn open_item(id: &str, dispatch: &Callback<Msg>) {
    let Some(text) = item_text(id) else {
        to_gallery(dispatch);
        dispatch.emit(Msg::OpenRefused(Notice::NoSuchItem(Rc::from(id))));
        return;
    };
    match facade::open_text(text) {
        Ok(scenario) => {
            put_on_desk(
                storage::new_id(),
                Origin::Gallery(Rc::from(id)),
                scenario,
                0,
                dispatch,
            );
        }
        Err(problems) => refused(problems, dispatch),
    }
}

/// Opens what was compared when the page was left; without a pair, the newest work, still to be compared.
fn open_pair(dispatch: &Callback<Msg>) {
    let newest = || Some(storage::listed().into_iter().next()?.id.to_string());
    let pair = compare::kept_pair().filter(|(id, _)| storage::load(id).is_some());
    let (id, beside) = match pair {
        Some((id, text)) => (Some(id), facade::open_text(&text).ok()),
        None => (newest(), None),
    };
    let Some(id) = id else {
        to_gallery(dispatch);
        return;
    };
    if opened_saved(&id, dispatch) {
        address::show_work(true);
        dispatch.emit(Msg::Routed(Route::Compare));
        if let Some(beside) = beside {
            dispatch.emit(Msg::Pinned(Pinned::of(Shared::new(beside)), true));
        }
    }
}

/// Opens a scenario from storage.
pub fn open_saved(id: &str, dispatch: &Callback<Msg>) {
    opened_saved(id, dispatch);
}

/// The same; whether it could be opened.
fn opened_saved(id: &str, dispatch: &Callback<Msg>) -> bool {
    keeping::flush();
    let Some(slot) = storage::load(id) else {
        to_gallery(dispatch);
        return false;
    };
    let opened = facade::open_text(&slot.text);
    let is_open = opened.is_ok();
    match opened {
        Ok(scenario) => {
            address::show_desk();
            put_on_desk(Rc::from(id), Origin::Own, scenario, slot.revision, dispatch);
        }
        Err(problems) => refused(problems, dispatch),
    }
    is_open
}

/// Keeps a scenario of the visitor's as A, to compare with what is on the desk.
pub fn pin_saved(id: &str, dispatch: &Callback<Msg>) {
    let opened = storage::load(id).map(|slot| facade::open_text(&slot.text));
    if let Some(Ok(scenario)) = opened {
        address::go_to_compare();
        dispatch.emit(Msg::Pinned(Pinned::of(Shared::new(scenario)), true));
    }
}

/// Opens a scenario that came out of a file, beside the visitor's others.
pub fn open_file(text: &str, dispatch: &Callback<Msg>) {
    keeping::flush();
    match facade::open_text(text) {
        Ok(scenario) => {
            address::show_desk();
            put_on_desk(storage::new_id(), Origin::File, scenario, 1, dispatch);
        }
        Err(problems) => dispatch.emit(Msg::OpenRefused(Notice::OpenRefused(problems.into()))),
    }
}

/// Takes a scenario out of storage.
pub fn forget(id: &str, dispatch: &Callback<Msg>) {
    storage::forget(id);
    dispatch.emit(Msg::WorksListed(storage::listed().into()));
}

fn opened_after_failure(work: &str, dispatch: &Callback<Msg>) {
    match facade::open_text(work) {
        Ok(scenario) => {
            address::show_desk();
            put_on_desk(storage::new_id(), Origin::Link, scenario, 1, dispatch);
            dispatch.emit(Msg::Toasted(Toast::Rescued));
        }
        Err(problems) => refused(problems, dispatch),
    }
    dispatch.emit(Msg::WorksListed(storage::listed().into()));
}

fn put_on_desk(
    id: Rc<str>,
    origin: Origin,
    scenario: Scenario,
    revision: u32,
    dispatch: &Callback<Msg>,
) {
    dispatch.emit(Msg::Opened(Draft::opened(
        id,
        origin,
        Shared::new(scenario),
        revision,
    )));
}

fn refused(problems: Vec<Problem>, dispatch: &Callback<Msg>) {
    to_gallery(dispatch);
    dispatch.emit(Msg::OpenRefused(Notice::OpenRefused(problems.into())));
}

fn to_gallery(dispatch: &Callback<Msg>) {
    address::show_gallery();
    dispatch.emit(Msg::Routed(Route::Gallery));
}
