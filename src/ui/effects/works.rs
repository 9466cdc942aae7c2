//! The visitor's works: on the shelf, or in the small storage where the browser gives no shelf or it refuses.
//!
//! A revision is written only beside or over what this tab has seen; otherwise whoever asked is told, and nothing
//! changes. What was written in haste or by an earlier version of the page is taken onto the shelf at the start.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use js_sys::JsString;

use super::shelf::{self, Refused};
use super::storage;
use crate::ui::work::{self, Head, Held, Landing, Place};

/// Another tab may write between the look and the writing; a few looks are enough.
const LOOKS: u32 = 4;

/// How writing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// It is there.
    Yes,
    /// Storage has what this one did not begin from.
    Overtaken,
    /// Storage is full or closed.
    Refused,
}

/// What storage has under a name.
pub enum Found {
    /// Nothing.
    Nothing,
    /// A revision; with `true` there is another beside it that cannot be read and may be newer.
    Work(Head, String, bool),
    /// Nothing but what cannot be read: with `true` it is of a later version of this page.
    Unreadable(bool),
}

/// What this tab has last seen of a work.
#[derive(Clone, Default)]
struct Seen {
    lines: [Option<String>; 2],
    held: [Option<Held>; 2],
    revision: u32,
}

impl Seen {
    fn slots(&self) -> [Held; 2] {
        self.held.clone().map(|held| held.unwrap_or(Held::Nothing))
    }
}

thread_local! {
    static SEEN: RefCell<BTreeMap<String, Seen>> = const { RefCell::new(BTreeMap::new()) };
    static WRITER: OnceCell<String> = const { OnceCell::new() };
    /// What was taken out of storage last.
    static FORGOTTEN: RefCell<Option<(String, Head, String)>> = const { RefCell::new(None) };
    /// Works that were written in haste, so that it can be cleared away.
    static HASTE: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// The name of this load of the page, among all that ever write.
pub fn writer() -> String {
    WRITER.with(|writer| writer.get_or_init(|| fresh_name().to_string()).clone())
}

/// A name that no work has yet.
pub fn fresh_name() -> Rc<str> {
    let in_letters = |number: f64| {
        let text = js_sys::Number::from(number).to_string_with_radix(36);
        String::from(text.unwrap_or_default())
    };
    let chance = in_letters(js_sys::Math::random());
    let chance: String = chance
        .chars()
        .filter(|letter| *letter != '.')
        .skip(1)
        .take(6)
        .collect();
    Rc::from(format!("{}{chance}", in_letters(js_sys::Date::now())))
}

/// The revision that this tab knows storage to have.
pub fn begun(id: &str) -> u32 {
    SEEN.with(|seen| seen.borrow().get(id).map_or(0, |seen| seen.revision))
}

fn seen(id: &str) -> Option<Seen> {
    SEEN.with(|seen| seen.borrow().get(id).cloned())
}

fn note(id: &str, seen: Seen) {
    SEEN.with(|all| all.borrow_mut().insert(id.to_owned(), seen));
}

/// Looks at both slots without their texts; the revision that this tab began from stays.
async fn looked(id: &str) -> Result<Seen, Refused> {
    let all = shelf::lines().await?;
    let keys = shelf::keys_of(id);
    let lines = keys.map(|key| {
        let found = all.iter().find(|(held, _)| *held == key);
        found.map(|(_, line)| line.clone())
    });
    let held = lines.clone().map(|line| Some(work::held(line.as_deref())));
    let revision = begun(id);
    Ok(Seen {
        lines,
        held,
        revision,
    })
}

/// Keeps a revision of a work: on the shelf, or else in the small storage.
pub async fn save(id: &str, head: &Head, text: &str, script: &JsString) -> Written {
    let written = match on_the_shelf(id, head, script).await {
        Ok(written) => written,
        Err(Refused) => match storage::save(id, head, text) {
            Some(true) => Written::Yes,
            Some(false) => Written::Overtaken,
            None => return Written::Refused,
        },
    };
    if written == Written::Yes {
        shelf::tell(id, &head.line());
    }
    written
}

async fn on_the_shelf(id: &str, head: &Head, script: &JsString) -> Result<Written, Refused> {
    let mut known = match seen(id) {
        Some(seen) => seen,
        None => looked(id).await?,
    };
    for _ in 0..LOOKS {
        let place = match work::place(&known.slots(), head) {
            Place::Same => 2,
            Place::Taken => return Ok(Written::Overtaken),
            Place::Slot(place) => place,
        };
        let line = head.line();
        let keys = shelf::keys_of(id);
        // What seems to be there already may have been taken away; a look tells.
        if place < 2 && shelf::put(&keys, &known.lines, place, &line, script).await? {
            if let (Some(lines), Some(held)) =
                (known.lines.get_mut(place), known.held.get_mut(place))
            {
                *lines = Some(line);
                *held = Some(Held::Work(head.clone()));
            }
            known.revision = head.revision;
            note(id, known);
            tidied(id, head).await;
            return Ok(Written::Yes);
        }
        let before = known.lines.clone();
        known = looked(id).await?;
        if place == 2 && known.lines == before {
            known.revision = head.revision;
            note(id, known);
            tidied(id, head).await;
            return Ok(Written::Yes);
        }
    }
    Err(Refused)
}

/// Clears away what was written of it in haste.
async fn tidied(id: &str, head: &Head) {
    storage::settle(id, head);
    if HASTE.with(|haste| haste.borrow_mut().remove(id)) {
        // What stays is found again, and known by then.
        let _ = shelf::remove(&[shelf::haste_of(id)]).await;
    }
}

/// Writes a revision down at once, for a page that may be gone before the shelf answers.
pub fn leave(id: &str, head: &Head, text: &str, script: &JsString) {
    match storage::save(id, head, text) {
        Some(true) => {}
        // Another tab's revision waits there: this one waits under a name of its own.
        Some(false) => {
            let beside = Head {
                begun: 0,
                ..head.clone()
            };
            let _ = storage::save(&beside_name(id, head), &beside, text);
        }
        None => {
            HASTE.with(|haste| haste.borrow_mut().insert(id.to_owned()));
            let (key, line, script) = (shelf::haste_of(id), head.line(), script.clone());
            // Begun at once, as `spawn_local` would not.
            let begun = shelf::begin_to_leave(&key, &line, &script);
            wasm_bindgen_futures::spawn_local(async move {
                let _ = begun.await;
            });
        }
    }
}

/// The same name for the same text, whoever finds that it has to be kept beside.
fn beside_name(id: &str, head: &Head) -> String {
    format!("{id}-{:06x}", head.sum & 0x00ff_ffff)
}

/// What storage has under a name, and from now on this tab goes on from there.
pub async fn load(id: &str) -> Found {
    match from_the_shelf(id).await {
        Ok(Found::Nothing) | Err(Refused) => {
            let found = from_small(id);
            if let Found::Work(head, ..) = &found {
                let known = seen(id).unwrap_or_default();
                let revision = head.revision;
                note(id, Seen { revision, ..known });
            }
            found
        }
        Ok(found) => found,
    }
}

async fn from_the_shelf(id: &str) -> Result<Found, Refused> {
    let [first, second] = shelf::keys_of(id);
    let first = shelf::read(&first).await?;
    let second = shelf::read(&second).await?;
    let held = [first.0.clone(), second.0.clone()];
    let newest = work::newest(&held).cloned();
    let revision = newest.as_ref().map_or(0, |head| head.revision);
    let seen = Seen {
        lines: [first.1, second.1],
        held: held.clone().map(Some),
        revision,
    };
    note(id, seen);
    let is_first = matches!(&held[0], Held::Work(head) if Some(head) == newest.as_ref());
    let text = if is_first { first.2 } else { second.2 };
    Ok(found(&held, newest, text))
}

fn from_small(id: &str) -> Found {
    let pieces = storage::slots_of(id).map(|key| storage::read(&key));
    let read = pieces
        .each_ref()
        .map(|piece| piece.as_deref().map(work::in_one_piece));
    let held = read.each_ref().map(|read| {
        read.as_ref()
            .map_or(Held::Nothing, |(held, _)| held.clone())
    });
    let newest = work::newest(&held).cloned();
    let text = read.iter().flatten().find_map(|(held, text)| match held {
        Held::Work(head) if Some(head) == newest.as_ref() => Some((*text).to_owned()),
        _ => None,
    });
    found(&held, newest, text.unwrap_or_default())
}

fn found(held: &[Held; 2], newest: Option<Head>, text: String) -> Found {
    let unreadable = held
        .iter()
        .any(|held| matches!(held, Held::Newer | Held::Damaged));
    match newest {
        Some(head) => Found::Work(head, text, unreadable),
        None if unreadable => Found::Unreadable(held.contains(&Held::Newer)),
        None => Found::Nothing,
    }
}

/// Whether something stands in the small storage under this name that nobody can read.
pub fn has_unreadable_beside(id: &str) -> bool {
    let pieces = storage::slots_of(id).map(|key| storage::read(&key));
    let mut held = pieces
        .iter()
        .flatten()
        .map(|piece| work::in_one_piece(piece).0);
    held.any(|held| matches!(held, Held::Newer | Held::Damaged))
}

/// Takes a work out of storage; whether it could be put back. What cannot be removed is still there, and listed; what
/// cannot be read stays.
pub async fn forget(id: &str) -> bool {
    let found = load(id).await;
    let can_be_put_back = matches!(found, Found::Work(..));
    if let Found::Work(head, text, _) = found {
        FORGOTTEN.with(|forgotten| *forgotten.borrow_mut() = Some((id.to_owned(), head, text)));
    }
    let mut keys = vec![shelf::haste_of(id)];
    for key in shelf::keys_of(id) {
        if matches!(shelf::read(&key).await, Ok((Held::Work(_), ..))) {
            keys.push(key);
        }
    }
    let _ = shelf::remove(&keys).await;
    for key in storage::slots_of(id) {
        let piece = storage::read(&key);
        if piece.is_some_and(|piece| matches!(work::in_one_piece(&piece).0, Held::Work(_))) {
            storage::remove(&key);
        }
    }
    SEEN.with(|seen| seen.borrow_mut().remove(id));
    can_be_put_back
}

/// Puts back what was taken out of storage last.
pub async fn put_back() {
    let forgotten = FORGOTTEN.with(|forgotten| forgotten.borrow_mut().take());
    if let Some((id, head, text)) = forgotten {
        let script = JsString::from(text.as_str());
        save(&id, &head, &text, &script).await;
    }
}

/// Whether the shelf still has what this tab has last written there.
pub async fn is_still_there(id: &str) -> bool {
    let Some(seen) = seen(id) else { return true };
    match looked(id).await {
        Ok(now) => now.lines == seen.lines || now.lines.iter().any(Option::is_some),
        // Where there is no shelf now, writing again finds the small storage.
        Err(Refused) => false,
    }
}

/// Takes onto the shelf what waits in the small storage and what was left in haste; how many works had to be kept
/// beside another of the same name.
pub async fn land() -> u32 {
    let Ok(lines) = shelf::lines().await else {
        return 0;
    };
    let mut beside = 0_u32;
    for (key, _) in &lines {
        let Some(id) = key.strip_suffix(".x") else {
            continue;
        };
        let Ok((Held::Work(head), _, text)) = shelf::read(key).await else {
            continue;
        };
        if let Ok(was_beside) = landed(id, head, &text).await {
            let _ = shelf::remove(std::slice::from_ref(key)).await;
            beside = beside.saturating_add(u32::from(was_beside));
        }
    }
    for id in storage::names() {
        if let Found::Work(head, text, _) = from_small(&id)
            && let Ok(was_beside) = landed(&id, head, &text).await
        {
            beside = beside.saturating_add(u32::from(was_beside));
            for key in storage::slots_of(&id) {
                let piece = storage::read(&key);
                let held = piece.as_deref().map(|piece| work::in_one_piece(piece).0);
                // What cannot be read stays where it is.
                if matches!(held, Some(Held::Work(_))) {
                    storage::remove(&key);
                }
            }
        }
    }
    beside
}

/// Takes one onto the shelf; whether it had to be kept beside.
async fn landed(id: &str, mut head: Head, text: &str) -> Result<bool, Refused> {
    let script = JsString::from(text);
    let (mut name, mut was_beside) = (id.to_owned(), false);
    for _ in 0..LOOKS {
        let seen = looked(&name).await?;
        let slots = seen.slots();
        let kept = work::newest(&slots).map_or(0, |newest| newest.revision);
        match work::landing(&slots, &head) {
            Landing::Known => return Ok(was_beside),
            Landing::Beside if was_beside => return Err(Refused),
            Landing::Beside => {
                name = beside_name(id, &head);
                was_beside = true;
                continue;
            }
            Landing::Next => head.begun = kept,
        }
        let Place::Slot(place) = work::place(&slots, &head) else {
            return Err(Refused);
        };
        let keys = shelf::keys_of(&name);
        if shelf::put(&keys, &seen.lines, place, &head.line(), &script).await? {
            return Ok(was_beside);
        }
    }
    Err(Refused)
}

/// The present, in milliseconds.
pub fn now() -> String {
    let now = js_sys::Number::from(js_sys::Date::now()).to_string_with_radix(10);
    String::from(now.unwrap_or_default())
}
