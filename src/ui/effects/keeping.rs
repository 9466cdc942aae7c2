//! Keeping work: what was changed is in storage within two seconds, whatever the rhythm of the changes, and at once
//! when the page goes away. What storage refuses is tried again until it is there.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

use super::timer::{self, Timer};
use super::works::{self, Written};
use super::{host, listing, shelf, typing, written};
use crate::ui::draft::Draft;
use crate::ui::facts::{Msg, Saving};
use crate::ui::model::Model;
use crate::ui::shared::Shared;
use crate::ui::work;

/// How long after a change it is written, when no other follows.
const PAUSE_MS: u64 = 400;
/// How long after a change it is written at the latest, however many follow; the rest of two seconds is for writing.
const MOST_MS: u64 = 1_200;
/// How soon storage that refused is asked again.
const AGAIN_MS: i32 = 3_000;
/// How long whoever opens another work waits for the last one to be written.
const PATIENCE: u32 = 300;

/// What is to be written, and what is being written.
#[derive(Default)]
struct Keeper {
    waiting: Option<Draft>,
    writing: Option<Draft>,
    /// When the first change happened that is not being written yet.
    first: Option<u64>,
    timer: Option<Timer>,
    refused: bool,
    asked_to_persist: bool,
    dispatch: Callback<Msg>,
}

thread_local! {
    static KEEPER: RefCell<Keeper> = RefCell::new(Keeper::default());
}

fn with<T>(what: impl FnOnce(&mut Keeper) -> T) -> T {
    KEEPER.with(|keeper| what(&mut keeper.borrow_mut()))
}

fn now() -> u64 {
    works::now().parse().unwrap_or(0)
}

/// Another revision is to be written, soon.
fn wanted(draft: Draft) {
    with(|keeper| {
        let now = now();
        let first = *keeper.first.get_or_insert(now);
        keeper.waiting = Some(draft);
        let wait = work::wait(now, first, PAUSE_MS, MOST_MS);
        keeper.timer = Timer::after(i32::try_from(wait).unwrap_or(0), write);
    });
}

/// Begins to write what waits, unless something is being written: then it follows at once.
pub fn write() {
    let next = with(|keeper| {
        if keeper.writing.is_some() {
            return None;
        }
        keeper.timer = None;
        keeper.first = None;
        keeper.writing = keeper.waiting.take();
        keeper.writing.clone()
    });
    if let Some(draft) = next {
        spawn_local(async move {
            let text = written::text_of(&draft.scenario);
            let head = written::head_of(&draft, &text);
            let outcome = works::save(&draft.id, &head, &text.text, &text.script).await;
            was_written(draft, outcome);
        });
    }
}

fn was_written(draft: Draft, outcome: Written) {
    let dispatch = with(|keeper| {
        keeper.writing = None;
        keeper.refused = outcome == Written::Refused;
        keeper.dispatch.clone()
    });
    let (id, revision) = (Rc::clone(&draft.id), draft.revision);
    match outcome {
        Written::Yes => {
            listing::worked_on(&id);
            dispatch.emit(Msg::WorkSaved(id, revision));
            persist();
        }
        Written::Overtaken => {
            // Whatever waits under the old name comes again under the new one.
            with(|keeper| keeper.waiting.take_if(|waiting| waiting.id == id));
            dispatch.emit(Msg::WorkRenamed(id, works::fresh_name()));
        }
        Written::Refused => {
            dispatch.emit(Msg::SaveRefused);
            with(|keeper| {
                keeper.waiting.get_or_insert(draft);
                keeper.timer = Timer::after(AGAIN_MS, write);
            });
            return;
        }
    }
    if with(|keeper| keeper.waiting.is_some()) {
        // It has waited long enough.
        write();
    }
}

/// The browser is asked once, when there is something to keep.
fn persist() {
    let first = with(|keeper| !std::mem::replace(&mut keeper.asked_to_persist, true));
    if first {
        spawn_local(shelf::persist());
    }
}

/// The page may be gone in a moment: whatever is not in storage is written down where that needs no answer.
fn leave() {
    typing::flush();
    let draft = with(|keeper| {
        let waiting = keeper.waiting.as_ref();
        waiting.or(keeper.writing.as_ref()).cloned()
    });
    if let Some(draft) = draft {
        let text = written::text_of(&draft.scenario);
        let head = written::head_of(&draft, &text);
        works::leave(&draft.id, &head, &text.text, &text.script);
        write();
    }
}

/// Storage may have room again: what it refused is tried at once.
pub fn again() {
    if with(|keeper| keeper.refused) {
        write();
    }
}

/// Writes what waits, and comes back when it is written or refused.
pub async fn settled() {
    write();
    for _ in 0..PATIENCE {
        let is_settled =
            with(|keeper| keeper.refused || (keeper.writing.is_none() && keeper.waiting.is_none()));
        if is_settled {
            return;
        }
        timer::pause(10).await;
    }
}

/// Keeps the draft in storage, and its text where a failure of the program cannot reach it.
#[hook]
pub fn use_keeping(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let draft = model.draft.clone();
    let draft_place = draft.as_ref().and_then(Draft::place);
    with(|keeper| keeper.dispatch = dispatch.clone());
    {
        // The guard beside the program gets every scenario that is on the desk.
        let key = draft.as_ref().map(|draft| {
            (
                draft.scenario.clone(),
                draft.is_kept(),
                Rc::clone(&draft.id),
            )
        });
        let draft = draft.clone();
        use_effect_with(key, move |_| {
            if let Some(draft) = draft {
                let text = written::text_of(&draft.scenario);
                let head = written::head_of(&draft, &text);
                let id = if draft.is_kept() { &*draft.id } else { "" };
                host::keep(id, &head.line(), &text.script);
            }
        });
    }
    {
        let key = draft
            .as_ref()
            .map(|draft| (Rc::clone(&draft.id), draft.revision));
        use_effect_with((key, model.saving), move |(_, saving)| {
            if let (Some(draft), Saving::Pending) = (draft, saving) {
                wanted(draft);
            }
        });
    }
    {
        let place = draft_place;
        use_effect_with(place, |place| {
            if place.is_some() {
                typing::moved(place.as_ref());
            }
        });
    }
    use_watch(model, dispatch);
}

/// Watches for the page going away, for storage that was cleared or has room again, and for other tabs.
#[hook]
fn use_watch(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let kept = model.draft.as_ref().filter(|draft| draft.is_kept());
    let id = kept.map(|draft| Rc::clone(&draft.id));
    let desk = use_mut_ref(|| None::<Rc<str>>);
    (*desk.borrow_mut()).clone_from(&id);
    {
        let dispatch = dispatch.clone();
        use_effect_with(id, move |id| {
            let id = id.clone();
            spawn_local(async move {
                let alone = shelf::hold(id.as_deref().unwrap_or_default()).await;
                if let Some(id) = id.filter(|_| !alone) {
                    dispatch.emit(Msg::WorkOpenElsewhere(id));
                }
            });
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let leaves = Closure::<dyn FnMut()>::new(leave);
        listen("pagehide", &leaves, true);
        listen("visibilitychange", &leaves, true);
        let looks = {
            let dispatch = dispatch.clone();
            Closure::<dyn FnMut()>::new(move || look(desk.borrow().clone(), dispatch.clone()))
        };
        for event in ["storage", "focus", "pageshow"] {
            listen(event, &looks, true);
        }
        let told = Closure::<dyn FnMut(String, String)>::new(move |id: String, line: String| {
            if let work::Held::Work(head) = work::held(Some(&line)) {
                if head.revision > works::begun(&id) {
                    dispatch.emit(Msg::WorkAhead(Rc::from(id)));
                }
                relist(dispatch.clone());
            }
        });
        shelf::listen(
            told.as_ref().unchecked_ref(),
            looks.as_ref().unchecked_ref(),
        );
        move || {
            listen("pagehide", &leaves, false);
            listen("visibilitychange", &leaves, false);
            for event in ["storage", "focus", "pageshow"] {
                listen(event, &looks, false);
            }
            drop(told);
        }
    });
}

/// Looks whether storage still has what is on the desk; what was cleared away is written again.
fn look(id: Option<Rc<str>>, dispatch: Callback<Msg>) {
    again();
    let Some(id) = id else { return };
    let is_busy = with(|keeper| keeper.waiting.is_some() || keeper.writing.is_some());
    if is_busy {
        return;
    }
    spawn_local(async move {
        if !works::is_still_there(&id).await {
            dispatch.emit(Msg::WorkCleared(id));
        }
    });
}

/// Tells the page what is in storage.
pub fn relist(dispatch: Callback<Msg>) {
    spawn_local(async move {
        dispatch.emit(Msg::WorksListed(listing::list().await));
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
