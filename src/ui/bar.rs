//! The bar at the top: what is open, whether it is kept, how the engine is doing, and everything global.

use daycut::facade::Lang;
use yew::prelude::*;

use super::draft::Change;
use super::effects::{appearance, room, running};
use super::facts::{Dialog, Msg, Pinned, Saving, Theme};
use super::model::Model;
use super::results::RunState;
use super::sandbox;
use super::shared::Shared;
use super::store::{use_dispatch, use_model};
use super::widgets::icon::{Drawn, Icon, IconButton, Logo};

/// The bar at the top.
#[component]
pub fn Bar() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let text = model.lang.text().frame;
    let playing = model.route.is_desk();
    html! {
        <header class="bar">
            <a class="brand" href="#/" aria-label={format!("{} · {}", text.brand, text.gallery)}>
                <Logo /><span class="brand-name">{text.brand}</span>
            </a>
            if playing {
                <Work model={model.clone()} dispatch={dispatch.clone()} />
                <span class="grow"></span>
                <RunSign model={model.clone()} dispatch={dispatch.clone()} />
            } else {
                <span class="grow"></span>
            }
            <Tools model={model.clone()} {dispatch} />
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    model: Shared<Model>,
    dispatch: Callback<Msg>,
}

/// What is on the desk, whether it is kept, and the way back and forth through its changes.
#[component]
fn Work(props: &PartProps) -> Html {
    let (model, text) = (&props.model, props.model.lang.text());
    let room = room::use_room();
    let Some(draft) = &model.draft else {
        return html! { <h1 class="bar-title">{text.frame.nothing_open}</h1> };
    };
    let label = |edit: Option<&Change>| edit.map(|edit| edit.label(model.lang));
    let undo = label(draft.undo_label());
    let redo = label(draft.redo_label());
    let folded = model.forms_folded.unwrap_or(room.folds_forms(model.lang));
    html! {
        <>
            if !room.phone {
                <button type="button" class="btn btn-quiet fold-forms" aria-pressed={if folded { "false" } else { "true" }} title={text.frame.fold_model}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Msg::FormsFolded(!folded))}>
                    <Drawn icon={Icon::SidePanel} />{text.model_panel.heading}
                </button>
            }
            <h1 class="bar-title clip"><bdi>{model.lang.of(&draft.scenario.title)}</bdi></h1>
            <SavedSign saving={model.saving} lang={model.lang} />
            <span class="bar-group">
                <IconButton icon={Icon::Undo} label={(text.frame.undo)(undo.as_deref())} disabled={undo.is_none()}
                    onpress={props.dispatch.reform(|()| Msg::Undone)} />
                <IconButton icon={Icon::Redo} label={(text.frame.redo)(redo.as_deref())} disabled={redo.is_none()}
                    onpress={props.dispatch.reform(|()| Msg::Redone)} />
                <IconButton icon={Icon::History} label={text.frame.history} class="desk-only"
                    onpress={props.dispatch.reform(|()| Msg::DialogOpened(Dialog::History))} />
            </span>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SavedSignProps {
    saving: Saving,
    lang: Lang,
}

#[component]
fn SavedSign(props: &SavedSignProps) -> Html {
    let text = props.lang.text().frame;
    let (class, said) = match props.saving {
        Saving::Nothing => return Html::default(),
        Saving::Pending => ("muted", text.unsaved),
        Saving::Saved => ("muted", text.saved),
        Saving::Refused => ("minus", text.not_saved),
    };
    html! { <span class={classes!("small", "nowrap", "saved-sign", class)} role="status">{said}</span> }
}

/// How the engine is doing: results, a run under way, problems, a failure.
#[component]
fn RunSign(props: &PartProps) -> Html {
    let (model, text) = (&props.model, props.model.lang.text().frame);
    let run_again = props.dispatch.reform(|_: MouseEvent| Msg::RunAsked);
    match &model.run {
        RunState::Idle => Html::default(),
        RunState::Running { slow: false, .. } => {
            html! { <span class="run-sign" aria-hidden="true"></span> }
        }
        RunState::Running { so_far, .. } => {
            let said = so_far.map_or_else(
                || text.running.to_owned(),
                |(done, all)| (text.running_so_far)(done, all),
            );
            let dispatch = props.dispatch.clone();
            let onclick = Callback::from(move |_: MouseEvent| running::cancel(&dispatch));
            let (done, all) = so_far.unwrap_or((0, 1));
            html! {
                <span class="bar-group run-sign">
                    <span class="small nowrap" role="status">{said}</span>
                    <progress class="run-progress" aria-label={text.running} max={all.to_string()} value={done.to_string()}></progress>
                    <button type="button" class="btn btn-small" {onclick}>{text.cancel}</button>
                </span>
            }
        }
        RunState::Done => {
            let summary = model.results.as_ref().map(|results| &results.told.summary);
            let said = summary.map(|summary| (text.done)(summary.events, summary.checks));
            html! { <span class="small muted nowrap run-sign" title={text.done_hint}>{said}</span> }
        }
        RunState::Stopped => html! {
            <span class="bar-group run-sign">
                <span class="small muted nowrap" role="status">{text.stopped}</span>
                <button type="button" class="btn btn-small" onclick={run_again}>{text.run}</button>
            </span>
        },
        RunState::Rejected => html! {
            <span class="small minus nowrap run-sign" role="status">{(text.rejected)(model.problems.len())}</span>
        },
        RunState::Broken(_) => html! {
            <span class="bar-group run-sign">
                <span class="small minus nowrap" role="status">{text.broken}</span>
                <button type="button" class="btn btn-small" onclick={run_again}>{text.run}</button>
            </span>
        },
    }
}

/// Keeps the result on screen as A, or lets it go.
fn pin(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let text = model.lang.text().pinning;
    let played = model
        .results
        .as_ref()
        .map(|results| results.scenario.clone());
    let is_pinned = model.pinned.is_some();
    let label = if is_pinned { text.unpin } else { text.pin };
    let disabled = played.is_none();
    let onpress = dispatch.reform(move |()| match &played {
        Some(scenario) if !is_pinned => Msg::Pinned(Pinned::of(scenario.clone()), false),
        _ => Msg::Unpinned,
    });
    html! { <IconButton icon={Icon::Pin} {label} {disabled} pressed={is_pinned} class="desk-only" {onpress} /> }
}

/// Sharing, shortcuts, colours, language.
#[component]
fn Tools(props: &PartProps) -> Html {
    let (model, text) = (&props.model, props.model.lang.text());
    let draft = model.draft.as_ref().filter(|_| model.route.is_desk());
    let share = draft.map(|draft| {
        let (scenario, dispatch) = (draft.scenario.clone(), props.dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (scenario, to) = (scenario.clone(), dispatch.clone());
            sandbox::with(&dispatch, move |sandbox| (sandbox.share)(&scenario, &to));
        });
        html! {
            <button type="button" class="btn btn-primary share-button" aria-label={text.share.share} {onclick}>
                <Drawn icon={Icon::Share} /><span>{text.share.share}</span>
            </button>
        }
    });
    let (icon, label, theme) = match model.theme {
        Theme::System => (Icon::Half, text.frame.theme_to_light, Theme::Light),
        Theme::Light => (Icon::Sun, text.frame.theme_to_dark, Theme::Dark),
        Theme::Dark => (Icon::Moon, text.frame.theme_to_system, Theme::System),
    };
    let on_theme = props.dispatch.reform(move |()| {
        appearance::keep_theme(theme);
        Msg::ThemePicked(theme)
    });
    let other = model.lang.other();
    let on_lang = props.dispatch.reform(move |_: MouseEvent| {
        appearance::keep_lang(other);
        Msg::LangPicked(other)
    });
    html! {
        <span class="bar-group bar-tools">
            {share}
            if draft.is_some() {
                {pin(model, &props.dispatch)}
                <IconButton icon={Icon::Screen} label={text.storyboard.present} class="desk-only"
                    onpress={props.dispatch.reform(|()| Msg::PresentToggled(true))} />
                <IconButton icon={Icon::Help} label={text.frame.shortcuts} class="desk-only"
                    onpress={props.dispatch.reform(|()| Msg::DialogOpened(Dialog::Shortcuts))} />
            }
            <IconButton {icon} {label} class="theme-button" onpress={on_theme} />
            <button type="button" class="btn btn-quiet lang-button" lang={other.tag()} title={text.frame.change_language} onclick={on_lang}>
                {text.frame.other_language}
            </button>
        </span>
    }
}
