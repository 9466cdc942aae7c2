//! Mounts the model, the effects that watch it, and the page that the address names.

use daycut::facade::Lang;
use yew::prelude::*;

use super::bar::Bar;
use super::effects::{appearance, attention, keeping, keys, moments, opening};
use super::facts::{Msg, Route};
use super::gallery::GalleryPage;
use super::messages::{Banners, Toasts};
use super::model::Model;
use super::sandbox::{self, Sandbox};
use super::shared::Shared;
use super::store::Store;

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
    moments::use_ticking(&model, &dispatch);
    keys::use_keys(&model, &dispatch);
    attention::use_attention(&model);
    let sandbox = use_sandbox(model.route, &dispatch);
    html! {
        <ContextProvider<Shared<Model>> context={model.clone()}>
        <ContextProvider<Callback<Msg>> context={dispatch.clone()}>
            <Page route={model.route} lang={model.lang} {sandbox} />
        </ContextProvider<Callback<Msg>>>
        </ContextProvider<Shared<Model>>>
    }
}

#[hook]
fn use_appearance(model: &Shared<Model>) {
    let title = match (&model.draft, model.route) {
        (Some(draft), Route::Play) => Some(model.lang.of(&draft.scenario.title).to_owned()),
        (Some(draft), Route::Compare) => {
            let (heading, title) = (model.lang.text().pinning.heading, &draft.scenario.title);
            Some(format!("{heading} · {}", model.lang.of(title)))
        }
        (_, Route::Lesson) => {
            let desk = model.learning.desk.as_ref();
            let page = desk.and_then(|desk| desk.page.as_ref());
            page.map(|page| model.lang.of(&page.card.title).to_owned())
        }
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

/// The sandbox, fetched once the page stands; after a failure again whenever the visitor turns to another page.
#[hook]
fn use_sandbox(route: Route, dispatch: &Callback<Msg>) -> Option<Sandbox> {
    let here = use_state_eq(|| None);
    let (dispatch, arrived) = (dispatch.clone(), here.clone());
    use_effect_with(route, move |_| {
        if arrived.is_none() {
            sandbox::with(&dispatch, move |sandbox| arrived.set(Some(sandbox)));
        }
    });
    *here
}

#[derive(Properties, PartialEq)]
struct PageProps {
    route: Route,
    lang: Lang,
    sandbox: Option<Sandbox>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let fixed = (props.route.is_desk()).then_some("is-fixed");
    html! {
        <div class={classes!("app", fixed)}>
            <a class="skip-link" href="#main" onclick={Callback::from(appearance::skip_to_main)}>{props.lang.text().frame.skip}</a>
            <Bar />
            <Banners />
            if props.route == Route::Gallery {
                <GalleryPage />
            } else if let Some(sandbox) = &props.sandbox {
                {(sandbox.page)()}
            } else {
                <main class="play" id="main" tabindex="-1" aria-busy="true"><div class="play-stage"><p class="empty">{props.lang.text().frame.fetching}</p></div></main>
            }
            if let Some(sandbox) = &props.sandbox {
                {(sandbox.watch)()}
                {(sandbox.dialogs)()}
            }
            <Toasts />
        </div>
    }
}
