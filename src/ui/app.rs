//! Mounts the model, the effects that watch it, and the page that the address names.

use daycut::facade::Lang;
use yew::prelude::*;

use super::bar::Bar;
use super::blocks::BlocksDialog;
use super::effects::{appearance, attention, keeping, keys, moments, opening, running};
use super::facts::{Msg, Route};
use super::gallery::GalleryPage;
use super::history::HistoryDialog;
use super::import::import_dialog;
use super::messages::{Banners, ShortcutsDialog, Toasts};
use super::model::Model;
use super::play::PlayPage;
use super::share::ShareDialog;
use super::shared::Shared;
use super::store::Store;
use super::why::WhyDialog;

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| {
        let model = Model::new(appearance::first_lang(), appearance::first_theme());
        Store(Shared::new(model))
    });
    let dispatch = use_memo((), |()| {
        let dispatcher = store.dispatcher();
        Callback::from(move |msg: Msg| dispatcher.dispatch(msg))
    });
    let (model, dispatch) = (store.0.clone(), Callback::clone(&dispatch));
    use_appearance(&model);
    opening::use_address(&model, &dispatch);
    keeping::use_keeping(&model, &dispatch);
    running::use_running(&model, &dispatch);
    moments::use_moment(&model, &dispatch);
    moments::use_series(&model, &dispatch);
    moments::use_ticking(&model, &dispatch);
    keys::use_keys(&model, &dispatch);
    attention::use_attention(&model);
    html! {
        <ContextProvider<Shared<Model>> context={model.clone()}>
        <ContextProvider<Callback<Msg>> context={dispatch.clone()}>
            <Page route={model.route} lang={model.lang} />
            {import_dialog(&model, &dispatch)}
        </ContextProvider<Callback<Msg>>>
        </ContextProvider<Shared<Model>>>
    }
}

#[hook]
fn use_appearance(model: &Shared<Model>) {
    let title = match (&model.draft, model.route) {
        (Some(draft), Route::Play) => Some(model.lang.of(&draft.scenario.title).to_owned()),
        _ => None,
    };
    use_effect_with((model.lang, title), |(lang, title)| {
        let brand = lang.text().frame.brand;
        let whole = title
            .as_ref()
            .map_or_else(|| brand.to_owned(), |title| format!("{title} · {brand}"));
        appearance::show_lang(*lang, &whole);
    });
    use_effect_with(model.theme, |theme| appearance::show_theme(*theme));
}

#[derive(Properties, PartialEq)]
struct PageProps {
    route: Route,
    lang: Lang,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let fixed = (props.route == Route::Play).then_some("is-fixed");
    html! {
        <div class={classes!("app", fixed)}>
            <a class="skip-link" href="#main" onclick={Callback::from(appearance::skip_to_main)}>{props.lang.text().frame.skip}</a>
            <Bar />
            <Banners />
            if props.route == Route::Play { <PlayPage /> } else { <GalleryPage /> }
            <ShareDialog />
            <ShortcutsDialog />
            <BlocksDialog />
            <HistoryDialog />
            <WhyDialog />
            <Toasts />
        </div>
    }
}
