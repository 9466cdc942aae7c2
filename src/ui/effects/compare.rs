//! The pinned run at the moment of the cursor: asked for when it has come to rest.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine;
use super::timer::Timer;
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
