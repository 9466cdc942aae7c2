//! Work in the browser's storage: two slots a scenario, the older one is written, then read back.
//!
//! A slot is one line that says what it holds, and the scenario's text. Keys of others are never touched.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{Storage, window};

use crate::ui::facts::SavedWork;

const PREFIX: &str = "daycut.work.";
const MAGIC: &str = "daycut-work/1";

/// How writing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// It is there.
    Yes,
    /// Another tab has written the same or a later revision.
    Overtaken,
    /// Storage is full or closed.
    Refused,
}

/// What one slot holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Slot {
    /// Counts changes.
    pub revision: u32,
    /// Milliseconds since 1970, as a plain number.
    pub at: String,
    /// Titles.
    pub title: (String, String),
    /// The scenario.
    pub text: String,
}

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

/// Writes a revision of a scenario into its older slot.
pub fn save(id: &str, slot: &Slot) -> Written {
    let (first, second) = keys(id);
    let held = [&first, &second].map(|key| read(key).and_then(|text| parsed(&text)));
    let newest = held.iter().flatten().map(|slot| slot.revision).max();
    if newest.is_some_and(|newest| newest >= slot.revision) {
        let same = held
            .iter()
            .flatten()
            .any(|held| held.text == slot.text && held.revision == slot.revision);
        return if same {
            Written::Yes
        } else {
            Written::Overtaken
        };
    }
    let [in_first, in_second] = held.map(|slot| slot.map(|slot| slot.revision));
    let key = if in_first <= in_second { first } else { second };
    let text = written(slot);
    let kept = write(&key, &text).is_some() && read(&key).as_deref() == Some(text.as_str());
    if kept { Written::Yes } else { Written::Refused }
}

/// The newest whole revision of a scenario.
pub fn load(id: &str) -> Option<Slot> {
    let (first, second) = keys(id);
    let held = [first, second]
        .into_iter()
        .filter_map(|key| parsed(&read(&key)?));
    held.max_by_key(|slot| slot.revision)
}

/// Takes a scenario out of storage.
pub fn forget(id: &str) {
    if let Some(storage) = storage() {
        let (first, second) = keys(id);
        // What cannot be removed is still there, and listed.
        let _ = storage.remove_item(&first);
        let _ = storage.remove_item(&second);
    }
}

/// Takes every single value out of storage whose key begins so.
pub fn forget_beginning(prefix: &str) {
    let Some(storage) = storage() else { return };
    let keys = 0..storage.length().unwrap_or(0);
    let keys: Vec<String> = keys.filter_map(|place| storage.key(place).ok()?).collect();
    for key in keys.iter().filter(|key| key.starts_with(prefix)) {
        // What cannot be removed is still there, and shown.
        let _ = storage.remove_item(key);
    }
}

/// Everything in storage, newest first.
pub fn listed() -> Vec<SavedWork> {
    let mut found: BTreeMap<String, Slot> = BTreeMap::new();
    let Some(storage) = storage() else {
        return Vec::new();
    };
    for place in 0..storage.length().unwrap_or(0) {
        let id = storage
            .key(place)
            .ok()
            .flatten()
            .and_then(|key| Some(key.strip_prefix(PREFIX)?.rsplit_once('.')?.0.to_owned()));
        if let Some(id) = id
            && let Some(slot) = load(&id)
        {
            found.insert(id, slot);
        }
    }
    let mut works: Vec<(String, Slot)> = found.into_iter().collect();
    // Milliseconds of this era have the same number of digits, so their texts sort as they do.
    works.sort_by(|(_, one), (_, other)| other.at.cmp(&one.at));
    works
        .into_iter()
        .map(|(id, slot)| SavedWork {
            id: Rc::from(id),
            title: (Rc::from(slot.title.0), Rc::from(slot.title.1)),
            at: Rc::from(spoken(&slot.at)),
        })
        .collect()
}

fn keys(id: &str) -> (String, String) {
    (format!("{PREFIX}{id}.a"), format!("{PREFIX}{id}.b"))
}

fn written(slot: &Slot) -> String {
    let one_line = |title: &str| title.replace(['\t', '\n', '\r'], " ");
    format!(
        "{MAGIC}\t{}\t{}\t{:016x}\t{}\t{}\n{}",
        slot.revision,
        slot.at,
        checksum(&slot.text),
        one_line(&slot.title.0),
        one_line(&slot.title.1),
        slot.text
    )
}

/// A slot that was cut off or changed by another hand is none.
fn parsed(text: &str) -> Option<Slot> {
    let (head, body) = text.split_once('\n')?;
    let mut parts = head.split('\t');
    if parts.next()? != MAGIC {
        return None;
    }
    let revision = parts.next()?.parse().ok()?;
    let at = parts.next()?.to_owned();
    let sum = u64::from_str_radix(parts.next()?, 16).ok()?;
    let title = (parts.next()?.to_owned(), parts.next()?.to_owned());
    (sum == checksum(body)).then(|| Slot {
        revision,
        at,
        title,
        text: body.to_owned(),
    })
}

/// FNV-1a: enough to notice an accident.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The present, in milliseconds.
pub fn now() -> String {
    String::from(
        js_sys::Number::from(js_sys::Date::now())
            .to_string_with_radix(10)
            .unwrap_or_default(),
    )
}

/// A name for a new scenario in storage.
pub fn new_id() -> Rc<str> {
    let short = js_sys::Number::from(js_sys::Date::now())
        .to_string_with_radix(36)
        .unwrap_or_default();
    Rc::from(String::from(short))
}

/// A moment in the visitor's own time: `2018-09-30 22:59`.
fn spoken(milliseconds: &str) -> String {
    let milliseconds: f64 = milliseconds.parse().unwrap_or_default();
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(milliseconds));
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month().saturating_add(1),
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}
