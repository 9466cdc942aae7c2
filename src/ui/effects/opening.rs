//! Opening: what the address, a file or storage has to offer comes onto the desk, as a draft of its own.

use std::cell::Cell;
use std::rc::Rc;

use daycut::facade::{self, Problem, Scenario};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

use super::address::{self, Address};
use super::works::{self, Found};
use super::{compare, host, keeping, lessons, listing, typing};
use crate::ui::draft::{Draft, Origin};
use crate::ui::facts::{Aside, Msg, Notice, Pinned, RawText, Route, Toast};
use crate::ui::learning::Learned;
use crate::ui::model::Model;
use crate::ui::place::Place;
use crate::ui::sandbox;
use crate::ui::shared::Shared;

thread_local! {
    /// Counts openings: one that was overtaken by another puts nothing on the desk.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// The page has just failed twice: what is opened first does not run by itself.
    static CAREFUL: Cell<bool> = const { Cell::new(false) };
}

fn next_turn() -> u32 {
    TURN.with(|turn| {
        turn.set(turn.get().wrapping_add(1));
        turn.get()
    })
}

fn is_turn(turn: u32) -> bool {
    TURN.with(|now| now.get() == turn)
}

/// Follows the address: at the start, and whenever it changes; and shows the address of what is on the desk.
#[hook]
pub fn use_address(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = use_mut_ref(|| None::<Draft>);
    desk.borrow_mut().clone_from(&model.draft);
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            CAREFUL.with(|careful| careful.set(host::careful()));
            start(&dispatch);
            let closure =
                Closure::<dyn FnMut()>::new(move || follow(desk.borrow().as_ref(), &dispatch));
            listen(&closure, true);
            move || listen(&closure, false)
        });
    }
    let place = model.draft.as_ref().and_then(Draft::place);
    let compares = model.route == Route::Compare;
    let shown = place.filter(|_| model.route.is_desk());
    use_effect_with((shown, compares), |(shown, compares)| {
        if let Some(place) = shown {
            address::show(place, *compares);
        }
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

/// What an earlier load of the page left behind is taken in before anything is opened that could be it.
fn start(dispatch: &Callback<Msg>) {
    let was_rescued = host::rescued();
    let dispatch = dispatch.clone();
    let named = address::current();
    if !matches!(named, Address::Desk(Place::Work(_) | Place::Last, _)) {
        follow(None, &dispatch);
    }
    spawn_local(async move {
        let beside = works::land().await;
        if matches!(named, Address::Desk(Place::Work(_) | Place::Last, _)) {
            follow(None, &dispatch);
        }
        if was_rescued {
            dispatch.emit(Msg::Toasted(Toast::Rescued));
        }
        if beside > 0 {
            dispatch.emit(Msg::OpenRefused(Notice::KeptBeside(beside)));
        }
        keeping::relist(dispatch);
    });
}

/// Does what the address asks for; what is on the desk is written first.
fn follow(desk: Option<&Draft>, dispatch: &Callback<Msg>) {
    keeping::write();
    typing::flush();
    match address::current() {
        Address::Gallery => dispatch.emit(Msg::Routed(Route::Gallery)),
        Address::Learn => dispatch.emit(Msg::Routed(Route::Learn)),
        Address::Codes => dispatch.emit(Msg::Routed(Route::Codes)),
        Address::Lesson(id, answer) => {
            let answer = lessons::begun(&id, answer);
            let fact = Learned::Opened(Rc::from(id), answer);
            dispatch.emit(Msg::Learned(fact));
        }
        Address::Desk(place, compares) => {
            let on_desk = desk.and_then(Draft::place);
            let is_there = match (&on_desk, &place) {
                (Some(_), Place::Last) => true,
                (on_desk, place) => on_desk.as_ref() == Some(place),
            };
            if is_there {
                let route = if compares {
                    Route::Compare
                } else {
                    Route::Play
                };
                dispatch.emit(Msg::Routed(route));
            } else {
                open_place(place, compares, dispatch);
            }
        }
    }
    keeping::relist(dispatch.clone());
}

fn open_place(place: Place, compares: bool, dispatch: &Callback<Msg>) {
    let turn = next_turn();
    match place.clone() {
        Place::Item(id) => {
            if open_item(&id, dispatch) {
                beside(&place, compares, dispatch);
            }
        }
        Place::Link(link) => {
            let to = dispatch.clone();
            sandbox::with(dispatch, move |sandbox| {
                if is_turn(turn) {
                    match (sandbox.open_link)(&link) {
                        Ok((scenario, other)) => {
                            let origin = Origin::Link(Rc::clone(&link));
                            put_on_desk(works::fresh_name(), origin, scenario, 0, &to);
                            match other {
                                Some(other) => pinned(other, &to),
                                None => beside(&place, compares, &to),
                            }
                        }
                        Err(problems) => {
                            let text = link.to_string();
                            let name = "daycut-link.txt".to_owned();
                            raw_refused(problems, RawText { name, text }, &to);
                        }
                    }
                }
            });
        }
        Place::Work(id) => open_then(id, compares, turn, dispatch),
        Place::Last => {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let last = listing::list()
                    .await
                    .works
                    .first()
                    .map(|work| Rc::clone(&work.id));
                match last {
                    Some(id) if is_turn(turn) => open_then(id, compares, turn, &dispatch),
                    Some(_) => {}
                    None => to_gallery(&dispatch),
                }
            });
        }
    }
}

fn open_then(id: Rc<str>, compares: bool, turn: u32, dispatch: &Callback<Msg>) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        keeping::settled().await;
        if opened_saved(&id, turn, &dispatch).await {
            beside(&Place::Work(id), compares, &dispatch);
        }
    });
}

/// Puts what was compared beside what has been opened, where the address asks for it.
fn beside(place: &Place, compares: bool, dispatch: &Callback<Msg>) {
    if !compares {
        return;
    }
    dispatch.emit(Msg::Routed(Route::Compare));
    if let Some(Ok(scenario)) = compare::kept_beside(place).map(|text| facade::open_text(&text)) {
        pinned(scenario, dispatch);
    }
}

fn pinned(scenario: Scenario, dispatch: &Callback<Msg>) {
    dispatch.emit(Msg::Pinned(Pinned::of(Shared::new(scenario)), true));
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
    let copy = item_text(id).map(facade::open_text);
    if let Some(Ok(scenario)) = copy {
        open_as_own(Origin::Copy, scenario, dispatch);
    }
}

/// Puts the scenario of a lesson on the desk as the visitor's own, to go on with it freely.
pub fn take_along(scenario: &Scenario, dispatch: &Callback<Msg>) {
    open_as_own(Origin::Copy, scenario.clone(), dispatch);
}

/// Opens a scenario that came out of a file, beside the visitor's others.
pub fn open_file(text: &str, dispatch: &Callback<Msg>) {
    match facade::open_text(text) {
        Ok(scenario) => open_as_own(Origin::File, scenario, dispatch),
        Err(problems) => dispatch.emit(Msg::OpenRefused(Notice::OpenRefused(problems.into()))),
    }
}

/// Puts a scenario on the desk that is the visitor's own from the start, with a step back to where one was.
fn open_as_own(origin: Origin, scenario: Scenario, dispatch: &Callback<Msg>) {
    keeping::write();
    next_turn();
    let id = works::fresh_name();
    address::go_to(&Place::Work(Rc::clone(&id)), false);
    put_on_desk(id, origin, scenario, 1, dispatch);
}

fn open_item(id: &str, dispatch: &Callback<Msg>) -> bool {
    let Some(text) = item_text(id) else {
        to_gallery(dispatch);
        dispatch.emit(Msg::OpenRefused(Notice::NoSuchItem(Rc::from(id))));
        return false;
    };
    match facade::open_text(text) {
        Ok(scenario) => {
            let origin = Origin::Gallery(Rc::from(id));
            put_on_desk(works::fresh_name(), origin, scenario, 0, dispatch);
            true
        }
        Err(problems) => {
            to_gallery(dispatch);
            dispatch.emit(Msg::OpenRefused(Notice::OpenRefused(problems.into())));
            false
        }
    }
}

/// Opens a scenario from storage, with a step back to where one was.
pub fn open_saved(id: &Rc<str>, dispatch: &Callback<Msg>) {
    address::go_to(&Place::Work(Rc::clone(id)), false);
    open_then(Rc::clone(id), false, next_turn(), dispatch);
}

/// Opens it again as storage has it by now, after another tab has kept a later revision.
pub fn reopen(id: &Rc<str>, compares: bool, dispatch: &Callback<Msg>) {
    open_then(Rc::clone(id), compares, next_turn(), dispatch);
}

/// Whether it could be opened.
async fn opened_saved(id: &str, turn: u32, dispatch: &Callback<Msg>) -> bool {
    let found = works::load(id).await;
    if !is_turn(turn) {
        return false;
    }
    let (head, text, has_unreadable) = match found {
        Found::Work(head, text, has_unreadable) => (head, text, has_unreadable),
        Found::Nothing => {
            to_gallery(dispatch);
            dispatch.emit(Msg::OpenRefused(Notice::NoSuchWork));
            return false;
        }
        Found::Unreadable(is_newer) => {
            to_gallery(dispatch);
            dispatch.emit(Msg::OpenRefused(Notice::WorkUnreadable(is_newer)));
            return false;
        }
    };
    match facade::open_text(&text) {
        Ok(scenario) => {
            listing::worked_on(id);
            let mut draft = drafted(Rc::from(id), Origin::Own, scenario, head.revision);
            draft.from = Rc::from(head.from);
            put(draft, dispatch);
            if has_unreadable || works::has_unreadable_beside(id) {
                dispatch.emit(Msg::OpenRefused(Notice::OlderOpened));
            }
            true
        }
        Err(problems) => {
            let name = format!("daycut-{id}.json");
            raw_refused(problems, RawText { name, text }, dispatch);
            false
        }
    }
}

/// Keeps a scenario of the visitor's as A, to compare with what is on the desk.
pub fn pin_saved(id: &str, dispatch: &Callback<Msg>) {
    let (id, dispatch) = (id.to_owned(), dispatch.clone());
    spawn_local(async move {
        if let Found::Work(_, text, _) = works::load(&id).await
            && let Ok(scenario) = facade::open_text(&text)
        {
            address::go_to(&Place::Last, true);
            pinned(scenario, &dispatch);
        }
    });
}

/// Takes a scenario out of storage; it can be put back until another is taken out.
pub fn forget(id: &str, dispatch: &Callback<Msg>) {
    let (id, dispatch) = (id.to_owned(), dispatch.clone());
    spawn_local(async move {
        typing::forget(&Place::Work(Rc::from(id.as_str())));
        if works::forget(&id).await {
            dispatch.emit(Msg::Toasted(Toast::WorkForgotten));
        }
        keeping::again();
        keeping::relist(dispatch);
    });
}

/// Puts back what was taken out of storage last.
pub fn put_back(dispatch: &Callback<Msg>) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        works::put_back().await;
        keeping::relist(dispatch);
    });
}

/// Gives the visitor something that cannot be read, as it stands in storage.
pub fn take_home(aside: &Aside) {
    let aside = aside.clone();
    spawn_local(async move {
        if let Some(text) = listing::raw(&aside).await {
            let name = format!("{}.txt", aside.key);
            host::download(&name, &text.into(), "text/plain");
        }
    });
}

/// Takes it out of storage.
pub fn forget_aside(aside: &Aside, dispatch: &Callback<Msg>) {
    let (aside, dispatch) = (aside.clone(), dispatch.clone());
    spawn_local(async move {
        listing::forget_aside(&aside).await;
        keeping::relist(dispatch);
    });
}

fn drafted(id: Rc<str>, origin: Origin, scenario: Scenario, revision: u32) -> Draft {
    Draft::opened(id, origin, Shared::new(scenario), revision)
}

fn put_on_desk(
    id: Rc<str>,
    origin: Origin,
    scenario: Scenario,
    revision: u32,
    dispatch: &Callback<Msg>,
) {
    put(drafted(id, origin, scenario, revision), dispatch);
}

fn put(draft: Draft, dispatch: &Callback<Msg>) {
    let has_typed = typing::opened(draft.place().as_ref());
    dispatch.emit(Msg::Opened(draft));
    if CAREFUL.with(|careful| careful.replace(false)) {
        dispatch.emit(Msg::RunCancelled);
    }
    if has_typed {
        dispatch.emit(Msg::FormsFolded(false));
        dispatch.emit(Msg::Toasted(Toast::TypedBack));
    }
}

/// What cannot be opened here can be taken home as it is.
fn raw_refused(problems: Vec<Problem>, raw: RawText, dispatch: &Callback<Msg>) {
    to_gallery(dispatch);
    let notice = Notice::RawRefused(problems.into(), Shared::new(raw));
    dispatch.emit(Msg::OpenRefused(notice));
}

fn to_gallery(dispatch: &Callback<Msg>) {
    address::show_gallery();
    dispatch.emit(Msg::Routed(Route::Gallery));
}
