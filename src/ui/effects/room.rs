//! The size of the screen, as far as the page arranges itself by it.

use daycut::facade::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MediaQueryList, window};
use yew::prelude::*;

/// How much room there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Room {
    /// A phone held upright.
    pub phone: bool,
    /// Not wide enough for the forms beside everything else.
    pub no_forms: bool,
    /// Wide enough for them only beside the shorter words of Chinese.
    pub tight: bool,
    /// Not high enough for the tables below everything else.
    pub no_dock: bool,
}

impl Room {
    /// Whether the forms are folded away until somebody asks for them.
    pub fn folds_forms(self, lang: Lang) -> bool {
        self.no_forms || (self.tight && lang == Lang::En)
    }
}

/// The same conditions as in the style sheet, and one of its own.
const QUERIES: [&str; 4] = [
    "(max-width: 759px)",
    "(max-width: 1359px)",
    "(max-width: 1519px)",
    "(max-height: 779px) and (min-width: 760px)",
];

fn queries() -> Vec<MediaQueryList> {
    let Some(window) = window() else {
        return Vec::new();
    };
    let query = |text: &str| window.match_media(text).ok().flatten();
    QUERIES.iter().filter_map(|text| query(text)).collect()
}

fn measured() -> Room {
    let holds: Vec<bool> = queries().iter().map(MediaQueryList::matches).collect();
    let holds = |place: usize| holds.get(place).copied().unwrap_or(false);
    Room {
        phone: holds(0),
        no_forms: holds(1),
        tight: holds(2),
        no_dock: holds(3),
    }
}

/// How much room there is now.
#[hook]
pub fn use_room() -> Room {
    let room = use_state_eq(measured);
    {
        let room = room.setter();
        use_effect_with((), move |()| {
            let closure = Closure::<dyn FnMut()>::new(move || room.set(measured()));
            let listened = queries();
            for query in &listened {
                query.set_onchange(Some(closure.as_ref().unchecked_ref()));
            }
            move || {
                for query in &listened {
                    query.set_onchange(None);
                }
                drop(closure);
            }
        });
    }
    *room
}
