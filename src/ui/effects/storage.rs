//! The browser's small storage: single values, and the slots in which works wait that have not reached the shelf.
//!
//! Before there was a shelf, works were kept here; they are found here still. Today a work stands here when the page
//! goes away before the shelf has answered, or where the browser gives no shelf. A slot is one line that says what it
//! holds, and the scenario's text. Keys of others are never touched.

use std::collections::BTreeSet;

use web_sys::{Storage, window};

use crate::ui::work::{self, Head, Held, Place};

const PREFIX: &str = "daycut.work.";

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// A single value.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Writes a single value; `None` when storage refuses.
pub fn write(key: &str, value: &str) -> Option<()> {
    storage()?.set_item(key, value).ok()
}

/// Takes a single value out of storage. What cannot be removed is still there, and shown.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Takes every single value out of storage whose key begins so.
pub fn forget_beginning(prefix: &str) {
    for key in keys().iter().filter(|key| key.starts_with(prefix)) {
        remove(key);
    }
}

fn keys() -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let places = 0..storage.length().unwrap_or(0);
    places
        .filter_map(|place| storage.key(place).ok()?)
        .collect()
}

/// The two slots of a work.
pub fn slots_of(id: &str) -> [String; 2] {
    [format!("{PREFIX}{id}.a"), format!("{PREFIX}{id}.b")]
}

/// The names of all works that have a slot here.
pub fn names() -> BTreeSet<String> {
    let keys = keys();
    let names = keys
        .iter()
        .filter_map(|key| Some(key.strip_prefix(PREFIX)?.rsplit_once('.')?.0.to_owned()));
    names.collect()
}

/// Writes a revision of a work into its older slot and reads it back. `None` when storage refuses, and whether the
/// revision has a place here otherwise.
pub fn save(id: &str, head: &Head, text: &str) -> Option<bool> {
    let slots = slots_of(id);
    let held = [0, 1].map(|place| read(slots.get(place)?));
    let held = held.map(|piece| piece.map_or(Held::Nothing, |piece| work::in_one_piece(&piece).0));
    match work::place(&held, head) {
        Place::Same => Some(true),
        Place::Taken => Some(false),
        Place::Slot(place) => {
            let piece = format!("{}\n{text}", head.line());
            let key = slots.get(place)?;
            write(key, &piece)?;
            (read(key)? == piece).then_some(true)
        }
    }
}

/// Takes the slots of a work out of storage that hold nothing newer than what is known elsewhere.
pub fn settle(id: &str, head: &Head) {
    for key in slots_of(id) {
        let Some(piece) = read(&key) else { continue };
        if let Held::Work(waiting) = work::in_one_piece(&piece).0
            && waiting.by == head.by
            && waiting.revision <= head.revision
        {
            remove(&key);
        }
    }
}
