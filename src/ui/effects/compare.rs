//! The pinned run: its balances at the moment of the cursor, asked for when that has come to rest, and the pair that
//! is found again when the page is loaded anew.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::timer::Timer;
use super::{engine, storage};
use crate::ui::draft::Draft;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::place::Place;
use crate::ui::shared::Shared;

/// How long the cursor rests before balances are compared.
const REST_MS: i32 = 120;

/// Keeps the compared balances those of the cursor, for as long as a run is pinned.
#[hook]
pub fn use_compared(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let run = model.results.as_ref().map(|results| results.run);
    let wanted = run
        .zip(model.pinned.clone())
        .map(|(run, pinned)| (run, model.cursor, pinned));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        let timer = wanted.clone().and_then(|(run, event, pinned)| {
            Timer::after(REST_MS, move || {
                spawn_local(async move {
                    let arguments = [(&*pinned.text).into(), event.into()];
                    if let Ok(rows) = engine::ask("compared_at", &arguments).await {
                        dispatch.emit(Msg::ComparedArrived(run, event, Shared::new(rows)));
                    }
                });
            })
        });
        move || drop(timer)
    });
}

/// Before the name of B in storage, where A stands as text.
const PAIR: &str = "daycut.compared.";

/// Keeps what is compared for as long as something is pinned: A as text under the address of B.
#[hook]
pub fn use_kept_pair(model: &Shared<Model>) {
    let place = model.draft.as_ref().and_then(Draft::place);
    let texts = model.pinned.as_ref().map(|pinned| Rc::clone(&pinned.text));
    use_effect_with(place.zip(texts), |pair| {
        let key = pair.as_ref().map(|(place, text)| {
            let key = format!("{PAIR}{}", place.name());
            // A browser that keeps nothing forgets the pair, and nothing else.
            let _ = storage::write(&key, text);
            key
        });
        move || {
            if let Some(key) = key {
                storage::remove(&key);
            }
        }
    });
}

/// The text of what was compared with a scenario when the page was left.
pub fn kept_beside(place: &Place) -> Option<String> {
    storage::read(&format!("{PAIR}{}", place.name()))
}
