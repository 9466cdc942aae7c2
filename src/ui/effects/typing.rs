//! What is typed and not taken yet, kept within half a second: a page that is loaded again, or comes back after a crash,
//! puts it into its fields.

use std::cell::RefCell;

use super::storage;
use super::timer::Timer;
use crate::ui::place::Place;
use crate::ui::typed::Typed;

const PREFIX: &str = "daycut.typed.";
/// How long one may go on typing before it is kept.
const PAUSE_MS: i32 = 300;

#[derive(Default)]
struct Desk {
    /// The key in storage; empty where nothing is kept.
    key: String,
    typed: Typed,
    timer: Option<Timer>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
}

fn key_of(place: Option<&Place>) -> String {
    place.map_or_else(String::new, |place| format!("{PREFIX}{}", place.name()))
}

/// Another scenario comes onto the desk; whether something was typed for it that was not taken.
pub fn opened(place: Option<&Place>) -> bool {
    flush();
    DESK.with(|desk| {
        let mut desk = desk.borrow_mut();
        desk.key = key_of(place);
        let kept = storage::read(&desk.key).unwrap_or_default();
        desk.typed = Typed::read(&kept);
        !desk.typed.is_empty()
    })
}

/// The scenario on the desk has another address; what was typed goes along.
pub fn moved(place: Option<&Place>) {
    let before = DESK.with(|desk| {
        let mut desk = desk.borrow_mut();
        let key = key_of(place);
        (desk.key != key).then(|| std::mem::replace(&mut desk.key, key))
    });
    if let Some(before) = before {
        flush();
        storage::remove(&before);
    }
}

/// What was typed in a field that has this value, and not taken.
pub fn kept(field: &str, value: &str) -> Option<String> {
    DESK.with(|desk| desk.borrow().typed.of(field, value).map(str::to_owned))
}

/// Something was typed.
pub fn typed(field: &str, value: &str, text: &str) {
    changed(|typed| typed.typed(field, value, text));
}

/// What was typed has been taken, or given up.
pub fn taken(field: &str) {
    changed(|typed| typed.taken(field));
}

fn changed(change: impl FnOnce(&mut Typed) -> bool) {
    DESK.with(|desk| {
        let mut desk = desk.borrow_mut();
        if change(&mut desk.typed) && desk.timer.is_none() {
            desk.timer = Timer::after(PAUSE_MS, flush);
        }
    });
}

/// Keeps it now.
pub fn flush() {
    let timer = DESK.with(|desk| {
        let mut desk = desk.borrow_mut();
        if !desk.key.is_empty() {
            if desk.typed.is_empty() {
                if storage::read(&desk.key).is_some() {
                    storage::remove(&desk.key);
                }
            } else {
                // A browser that keeps nothing forgets it with the page.
                let _ = storage::write(&desk.key, &desk.typed.written());
            }
        }
        desk.timer.take()
    });
    drop(timer);
}

/// Forgets what was typed for a work that is taken out of storage.
pub fn forget(place: &Place) {
    storage::remove(&key_of(Some(place)));
}
