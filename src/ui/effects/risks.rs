//! Suspected risks: asked for after every run, and again when the page changes its language; their fixes, when
//! somebody looks at one.

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

/// Fetches the fixes of the risk that is looked at, each tried out.
#[hook]
pub fn use_fixes(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let wanted = model.results.as_ref().and_then(|results| {
        let lit = model.lit?.risk;
        let risk = results
            .risks
            .as_ref()?
            .found
            .get(usize::try_from(lit).ok()?)?;
        Some((results.run, lit, risk.place, model.lang))
    });
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some((run, risk, place, lang)) = *wanted {
            spawn_local(async move {
                let arguments = [place.into(), lang.tag().into()];
                if let Ok(fixes) = engine::ask("fix_previews", &arguments).await {
                    dispatch.emit(Msg::FixesArrived(run, risk, Shared::new(fixes)));
                }
            });
        }
    });
}
