//! Suspected risks: asked for after every run, and again when the page changes its language.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Fetches what the rules say of the run on screen.
#[hook]
pub fn use_risks(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let run = model.results.as_ref().map(|results| results.run);
    let wanted = run.map(|run| (run, model.lang));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some((run, lang)) = *wanted {
            spawn_local(async move {
                let arguments = [lang.tag().into()];
                if let Ok(risks) = engine::ask("risks", &arguments).await {
                    dispatch.emit(Msg::RisksArrived(run, Shared::new(risks)));
                }
            });
        }
    });
}
