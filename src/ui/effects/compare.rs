//! The pinned run: its balances at the moment of the cursor, asked for when that has come to rest, and the pair that
//! is found again when the page is loaded anew.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::timer::Timer;
use super::{engine, storage};
use crate::ui::facts::Msg;
use crate::ui::model::Model;
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

/// The name in storage of B, a line end, and A as text.
const PAIR: &str = "daycut.compared";

/// Keeps what is compared for as long as something is pinned. B is kept as work, so its name is enough.
#[hook]
pub fn use_kept_pair(model: &Shared<Model>) {
    let ids = model.draft.as_ref().map(|draft| Rc::clone(&draft.id));
    let texts = model.pinned.as_ref().map(|pinned| Rc::clone(&pinned.text));
    use_effect_with(ids.zip(texts), |pair| {
        if let Some((id, text)) = pair {
            // A browser that keeps nothing forgets the pair, and nothing else.
            let _ = storage::write(PAIR, &format!("{id}\n{text}"));
        }
        let is_kept = pair.is_some();
        move || {
            if is_kept {
                storage::forget_beginning(PAIR);
            }
        }
    });
}

/// The name of B and the text of A, as they were left.
pub fn kept_pair() -> Option<(String, String)> {
    let kept = storage::read(PAIR)?;
    let (id, text) = kept.split_once('\n')?;
    Some((id.to_owned(), text.to_owned()))
}
