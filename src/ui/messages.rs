//! What the page says by itself: banners that stay, short messages that go, the list of shortcuts.

use daycut::facade::{FILE_BYTES_MAX, Lang, Problem, words};
use yew::prelude::*;

use super::draft::Origin;
use super::effects::timer::Timer;
use super::effects::{opening, sharing};
use super::facts::{Dialog, Elsewhere, Msg, Notice, Route, Saving, Toast};
use super::model::Model;
use super::results::RunState;
use super::store::{use_dispatch, use_model};
use super::widgets::dialog::Modal;

/// How long a short message stays.
const TOAST_MS: i32 = 4_000;

/// Messages that stay until they are dealt with.
#[component]
pub fn Banners() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    html! {
        <>
            {notice(&model, &dispatch)}
            {storage(&model)}
            {broken(&model, &dispatch)}
            {other_tabs(&model, &dispatch)}
            {others_work(&model, &dispatch)}
        </>
    }
}

fn notice(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let Some(notice) = &model.notice else {
        return Html::default();
    };
    let text = model.lang.text();
    let onclick = dispatch.reform(|_: MouseEvent| Msg::NoticeDismissed);
    let (said, more) = match notice {
        Notice::NoSuchItem(id) => ((text.frame.no_such_item)(id), Vec::new()),
        Notice::OpenRefused(problems) => (
            text.frame.link_refused.to_owned(),
            located(model.lang, problems),
        ),
        Notice::EditRefused(problems) => (
            text.frame.edit_refused.to_owned(),
            located(model.lang, problems),
        ),
        Notice::FileTooLarge(name, found) => {
            let max = u64::try_from(FILE_BYTES_MAX).unwrap_or(u64::MAX);
            ((text.files.too_large)(name, *found, max), Vec::new())
        }
        Notice::NoSuchWork => (text.frame.no_such_work.to_owned(), Vec::new()),
        Notice::KeptAsCopy => (text.frame.other_tab.to_owned(), Vec::new()),
        Notice::KeptBeside(count) => ((text.frame.kept_beside)(*count), Vec::new()),
        Notice::WorkUnreadable(true) => (text.frame.work_newer.to_owned(), Vec::new()),
        Notice::WorkUnreadable(false) => (text.frame.work_damaged.to_owned(), Vec::new()),
        Notice::OlderOpened => (text.frame.older_opened.to_owned(), Vec::new()),
        Notice::RawRefused(problems, _) => (
            text.frame.link_refused.to_owned(),
            located(model.lang, problems),
        ),
        Notice::SandboxMissing => (text.frame.not_fetched.to_owned(), Vec::new()),
        Notice::FileUnreadable(name) => ((text.files.unreadable)(name), Vec::new()),
    };
    let raw = match notice {
        Notice::RawRefused(_, raw) => {
            let raw = raw.clone();
            let onclick = Callback::from(move |_: MouseEvent| sharing::give(&raw));
            html! { <button type="button" class="btn btn-small" {onclick}>{text.frame.take_raw}</button> }
        }
        _ => Html::default(),
    };
    html! {
        <div class="banner banner-bad" role="alert">
            <strong>{said}</strong>
            <span class="grow">for line in more { <span class="banner-line">{line}</span> }</span>
            {raw}
            <button type="button" class="btn btn-small" {onclick}>{text.frame.dismiss}</button>
        </div>
    }
}

fn located(lang: Lang, problems: &[Problem]) -> Vec<String> {
    let told = |problem: &Problem| {
        let place = words::place(lang, &problem.path);
        let said = (lang.text().problems.problem)(&problem.kind);
        match place.is_empty() {
            true => said,
            false => format!("{place}: {said}"),
        }
    };
    problems.iter().take(5).map(told).collect()
}

fn storage(model: &Model) -> Html {
    let Some(draft) = model
        .draft
        .as_ref()
        .filter(|_| model.saving == Saving::Refused)
    else {
        return Html::default();
    };
    let text = model.lang.text().frame;
    let scenario = draft.scenario.clone();
    let onclick = Callback::from(move |_: MouseEvent| sharing::download(&scenario));
    html! {
        <div class="banner banner-warn" role="alert">
            <span class="grow">{text.storage_refused}</span>
            <button type="button" class="btn btn-small" {onclick}>{text.download_work}</button>
        </div>
    }
}

fn broken(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let RunState::Broken(said) = &model.run else {
        return Html::default();
    };
    let text = model.lang.text().frame;
    let (report, dispatch) = (said.clone(), dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        sharing::copy(&report, Toast::ReportCopied, Callback::noop(), &dispatch);
    });
    html! {
        <div class="banner banner-bad" role="alert">
            <span class="grow clip">{(text.broken_detail)(said)}</span>
            <button type="button" class="btn btn-small" {onclick}>{text.copy_report}</button>
        </div>
    }
}

/// Another tab works on the same.
fn other_tabs(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let draft = model.draft.as_ref().filter(|_| model.route.is_desk());
    let (Some(draft), Elsewhere::Open | Elsewhere::Ahead) = (draft, model.elsewhere) else {
        return Html::default();
    };
    let text = model.lang.text().frame;
    let is_ahead = model.elsewhere == Elsewhere::Ahead;
    let said = if is_ahead {
        text.ahead_elsewhere
    } else {
        text.open_elsewhere
    };
    let (id, dispatch) = (draft.id.clone(), dispatch.clone());
    let compares = model.route == Route::Compare;
    let onclick = Callback::from(move |_: MouseEvent| opening::reopen(&id, compares, &dispatch));
    html! {
        <div class="banner" role="status">
            <span class="grow">{said}</span>
            if is_ahead {
                <button type="button" class="btn btn-small banner-ahead" {onclick}>{text.open_ahead}</button>
            }
        </div>
    }
}

/// Somebody else's scenario is open while one's own waits in storage: the edition of this very one, if there is one.
fn others_work(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let draft = model
        .draft
        .as_ref()
        .filter(|draft| matches!(draft.origin, Origin::Link(_)) && model.route.is_desk());
    let works = &model.shelf.works;
    let changed = draft.and_then(|draft| works.iter().find(|work| work.from == draft.from));
    let own = draft.and_then(|_| changed.or(works.first()));
    let Some(own) = own else {
        return Html::default();
    };
    let text = model.lang.text().frame;
    let (said, open) = match changed {
        Some(_) => (text.shared_changed, text.open_changed),
        None => (text.shared_open, text.return_to_work),
    };
    let compare = {
        let (id, dispatch) = (own.id.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| opening::pin_saved(&id, &dispatch))
    };
    let (id, dispatch) = (own.id.clone(), dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| opening::open_saved(&id, &dispatch));
    html! {
        <div class="banner" role="status">
            <span class="grow">{said}</span>
            if model.pinned.is_none() {
                <button type="button" class="btn btn-small" onclick={compare}>{model.lang.text().pinning.with_mine}</button>
            }
            <button type="button" class="btn btn-small banner-return" {onclick}>{open}</button>
        </div>
    }
}

/// Short messages.
#[component]
pub fn Toasts() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let text = model.lang.text().frame;
    html! {
        <div class="toasts" role="status" aria-label={text.messages}>
            for (number, toast) in model.toasts.iter().copied() {
                <ToastLine key={number} {number} {toast} lang={model.lang} dispatch={dispatch.clone()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ToastLineProps {
    number: u32,
    toast: Toast,
    lang: Lang,
    dispatch: Callback<Msg>,
}

#[component]
fn ToastLine(props: &ToastLineProps) -> Html {
    let text = props.lang.text();
    {
        let (number, dispatch) = (props.number, props.dispatch.clone());
        use_effect_with(number, move |_| {
            let timer = Timer::after(TOAST_MS, move || dispatch.emit(Msg::ToastGone(number)));
            move || drop(timer)
        });
    }
    let said = match props.toast {
        Toast::LinkCopied => text.share.copied.to_owned(),
        Toast::ReportCopied => text.share.report_copied.to_owned(),
        Toast::CodeCopied => text.share.code_copied.to_owned(),
        Toast::Rescued => text.frame.rescued.to_owned(),
        Toast::TypedBack => text.frame.typed_back.to_owned(),
        Toast::WorkForgotten => text.frame.work_forgotten.to_owned(),
        Toast::TookAlong(count) => (text.frame.took_along)(count),
        Toast::Fixed => text.risks.fixed.to_owned(),
        Toast::FileRefused => text.files.refused.to_owned(),
    };
    let can_undo = matches!(
        props.toast,
        Toast::TookAlong(_) | Toast::Fixed | Toast::WorkForgotten
    );
    let undo = can_undo.then(|| {
        let (number, dispatch) = (props.number, props.dispatch.clone());
        let toast = props.toast;
        let onclick = Callback::from(move |_: MouseEvent| {
            if toast == Toast::WorkForgotten {
                opening::put_back(&dispatch);
            } else {
                dispatch.emit(Msg::Undone);
            }
            dispatch.emit(Msg::ToastGone(number));
        });
        html! { <button type="button" class="btn btn-small" {onclick}>{text.frame.undo_this}</button> }
    });
    html! { <div class="toast"><span class="grow">{said}</span>{undo}</div> }
}

/// The shortcuts.
#[component]
pub fn ShortcutsDialog() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    if model.dialog != Some(Dialog::Shortcuts) || !model.route.is_desk() {
        return Html::default();
    }
    let text = model.lang.text().frame;
    html! {
        <Modal id="shortcuts" title={text.shortcuts} close={text.close} on_close={dispatch.reform(|()| Msg::DialogClosed)}>
            <dl class="pairs shortcuts">
                for (keys, what) in text.shortcut_rows {
                    <dt>for key in keys.split(' ') { <kbd>{key}</kbd>{" "} }</dt><dd>{what}</dd>
                }
            </dl>
        </Modal>
    }
}
