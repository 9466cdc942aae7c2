//! The storyboard: asked for when a run is shown to others, and again after a change of run or language.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Fetches the storyboard of the run on screen.
#[hook]
pub fn use_story(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let run = model.results.as_ref().map(|results| results.run);
    let shown = run.filter(|_| model.presenting.is_some());
    let wanted = shown.map(|run| (run, model.lang));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some((run, lang)) = *wanted {
            spawn_local(async move {
                let arguments = [lang.tag().into()];
                if let Ok(story) = engine::ask("storyboard", &arguments).await {
                    dispatch.emit(Msg::StoryArrived(run, Shared::new(story)));
                }
            });
        }
    });
}
