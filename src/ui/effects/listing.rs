//! What is in storage, as the gallery lists it: works, and what cannot be read and is kept as it is.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{shelf, storage};
use crate::ui::facts::{Aside, SavedWork, Shelf};
use crate::ui::work::{self, Head, Held};

/// Everything in storage, what was worked on last first.
pub async fn list() -> Shelf {
    let on_shelf = shelf::lines().await;
    let is_small = on_shelf.is_err();
    let mut works: BTreeMap<String, Head> = BTreeMap::new();
    let mut aside = Vec::new();
    for (key, line) in on_shelf.unwrap_or_default() {
        let Some((id, _)) = key.rsplit_once('.') else {
            continue;
        };
        sorted_in(
            id,
            work::held(Some(&line)),
            Aside::on_shelf(&key),
            &mut works,
            &mut aside,
        );
    }
    for id in storage::names() {
        for key in storage::slots_of(&id) {
            let Some(piece) = storage::read(&key) else {
                continue;
            };
            let held = work::in_one_piece(&piece).0;
            sorted_in(&id, held, Aside::small(&key), &mut works, &mut aside);
        }
    }
    let mut works: Vec<(String, Head)> = works.into_iter().collect();
    let last = storage::read(LAST);
    // Milliseconds of this era have the same number of digits, so their texts sort as they do. A clock that was put
    // back does not hide what was worked on last.
    works.sort_by(|(one, first), (other, second)| {
        let is_last = |id: &String| Some(id) == last.as_ref();
        is_last(other)
            .cmp(&is_last(one))
            .then_with(|| second.at.cmp(&first.at))
    });
    Shelf {
        works: works.into_iter().map(told).collect(),
        aside: aside.into(),
        room: shelf::room().await,
        is_small,
    }
}

/// The name of the work that was worked on last.
const LAST: &str = "daycut.last";

/// Remembers what was worked on last.
pub fn worked_on(id: &str) {
    if storage::read(LAST).as_deref() != Some(id) {
        // A browser that keeps nothing puts the newest first.
        let _ = storage::write(LAST, id);
    }
}

fn sorted_in(
    id: &str,
    held: Held,
    as_aside: Aside,
    works: &mut BTreeMap<String, Head>,
    aside: &mut Vec<Aside>,
) {
    match held {
        Held::Nothing => {}
        Held::Work(head) => {
            let known = works.get(id).map(|known| known.revision);
            if known.is_none_or(|known| known < head.revision) {
                works.insert(id.to_owned(), head);
            }
        }
        Held::Newer => aside.push(Aside {
            is_newer: true,
            ..as_aside
        }),
        Held::Damaged => aside.push(as_aside),
    }
}

fn told((id, head): (String, Head)) -> SavedWork {
    SavedWork {
        id: Rc::from(id),
        title: (Rc::from(head.title.0), Rc::from(head.title.1)),
        at: Rc::from(spoken(&head.at)),
        bytes: head.bytes,
        from: Rc::from(head.from),
    }
}

/// What cannot be read, as it stands in storage.
pub async fn raw(aside: &Aside) -> Option<String> {
    if !aside.is_on_shelf {
        return storage::read(&aside.key);
    }
    let (_, line, text) = shelf::read(&aside.key).await.ok()?;
    Some(format!("{}\n{text}", line.unwrap_or_default()))
}

/// Takes out of storage what cannot be read, once the visitor has said so.
pub async fn forget_aside(aside: &Aside) {
    if aside.is_on_shelf {
        let _ = shelf::remove(&[aside.key.to_string()]).await;
    } else {
        storage::remove(&aside.key);
    }
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
