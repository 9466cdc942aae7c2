//! The sandbox: the greater part of the page's program, which the gallery does without, and the doors into it.
//!
//! It is a file of its own, fetched as soon as the page stands, while the visitor reads the gallery. Whatever
//! is reached through these doors only travels with it: panels, dialogs, the reading of the engine's rows,
//! the packing of links.

use std::ops::Deref;

use daycut::facade::{self, Problem, Scenario};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;
use yew::prelude::*;

use super::blocks::BlocksDialog;
use super::effects::{clocks, compare, files, lessons, moments, risks, running, sharing, story};
use super::facts::{Msg, Notice, Route};
use super::history::HistoryDialog;
use super::import::import_dialog;
use super::learn::{LearnPage, LessonScreen, forget_dialog};
use super::messages::ShortcutsDialog;
use super::play::PlayPage;
use super::share::ShareDialog;
use super::store::{use_dispatch, use_model};
use super::why::WhyDialog;

/// The sandbox, once it is here.
#[derive(Clone, Copy)]
pub struct Sandbox(&'static Doors);

/// There is one only.
impl PartialEq for Sandbox {
    fn eq(&self, _: &Sandbox) -> bool {
        true
    }
}

impl Deref for Sandbox {
    type Target = Doors;

    fn deref(&self) -> &Doors {
        self.0
    }
}

/// A scenario, and with a link of two the one that it is compared with; or every problem.
type Opened = Result<(Scenario, Option<Scenario>), Vec<Problem>>;

/// The doors into the sandbox.
pub struct Doors {
    /// The play page.
    pub page: fn() -> Html,
    /// What can lie over any page.
    pub dialogs: fn() -> Html,
    /// Keeps the engine busy with what the model wants; draws nothing.
    pub watch: fn() -> Html,
    /// Opens a share link: a scenario, and with a link of two the one that it is compared with.
    pub open_link: fn(&str) -> Opened,
    /// Opens the share dialog.
    pub share: fn(&Scenario, &Callback<Msg>),
    /// Lets the engine look at a file.
    pub look: fn(File, Callback<Msg>),
}

static DOORS: Doors = Doors {
    page: || html! { <Room /> },
    dialogs: || html! { <Dialogs /> },
    watch: || html! { <Watch /> },
    open_link,
    share: sharing::share,
    look: files::look,
};

/// Of a link of two one goes on with the second, beside the first.
fn open_link(link: &str) -> Opened {
    let opened = facade::open_any_link(link)?;
    Ok((opened.scenario, opened.beside))
}

/// Fetches the sandbox, once.
#[wasm_split(sandbox, fallible)]
fn fetched() -> Result<Sandbox, SplitLoaderError> {
    Ok(Sandbox(&DOORS))
}

/// Does something with the sandbox, now or as soon as it is here; says so when it cannot be fetched.
pub fn with(dispatch: &Callback<Msg>, then: impl FnOnce(Sandbox) + 'static) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        match fetched().await {
            Ok(sandbox) => then(sandbox),
            Err(_) => dispatch.emit(Msg::OpenRefused(Notice::SandboxMissing)),
        }
    });
}

/// The page behind the door that the address names.
#[component]
fn Room() -> Html {
    let model = use_model();
    match model.route {
        Route::Learn | Route::Codes => html! { <LearnPage /> },
        Route::Lesson => html! { <LessonScreen /> },
        Route::Gallery | Route::Play | Route::Compare => html! { <PlayPage /> },
    }
}

#[component]
fn Dialogs() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    html! {
        <>
            <ShareDialog />
            <ShortcutsDialog />
            <BlocksDialog />
            <HistoryDialog />
            <WhyDialog />
            {import_dialog(&model, &dispatch)}
            {forget_dialog(&model, &dispatch)}
        </>
    }
}

#[component]
fn Watch() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    running::use_running(&model, &dispatch);
    moments::use_moment(&model, &dispatch);
    moments::use_series(&model, &dispatch);
    compare::use_compared(&model, &dispatch);
    compare::use_kept_pair(&model);
    clocks::use_clocks(&model, &dispatch);
    story::use_story(&model, &dispatch);
    risks::use_risks(&model, &dispatch);
    risks::use_fixes(&model, &dispatch);
    lessons::use_lessons(&model, &dispatch);
    Html::default()
}
