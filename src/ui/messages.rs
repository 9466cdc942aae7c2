//! What the page says by itself: banners that stay, short messages that go, the list of shortcuts.

use daycut::facade::{FILE_BYTES_MAX, Lang, Problem, words};
use yew::prelude::*;

use super::draft::Origin;
use super::effects::timer::Timer;
use super::effects::{opening, sharing};
use super::facts::{Dialog, Msg, Notice, Saving, Toast};
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
        Notice::SandboxMissing => (text.frame.not_fetched.to_owned(), Vec::new()),
        Notice::FileUnreadable(name) => ((text.files.unreadable)(name), Vec::new()),
    };
    html! {
        <div class="banner banner-bad" role="alert">
            <strong>{said}</strong>
            <span class="grow">for line in more { <span class="banner-line">{line}</span> }</span>
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

/// Somebody else's scenario is open while one's own waits in storage.
fn others_work(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let draft = model
        .draft
        .as_ref()
        .filter(|draft| draft.origin == Origin::Link && model.route.is_desk());
    let own = draft.and_then(|draft| model.works.iter().find(|work| work.id != draft.id));
    let Some(own) = own else {
        return Html::default();
    };
    let text = model.lang.text().frame;
    let compare = {
        let (id, dispatch) = (own.id.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| opening::pin_saved(&id, &dispatch))
    };
    let (id, dispatch) = (own.id.clone(), dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| opening::open_saved(&id, &dispatch));
    html! {
        <div class="banner" role="status">
            <span class="grow">{text.shared_open}</span>
            if model.pinned.is_none() {
                <button type="button" class="btn btn-small" onclick={compare}>{model.lang.text().pinning.with_mine}</button>
            }
            <button type="button" class="btn btn-small banner-return" {onclick}>{text.return_to_work}</button>
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
        Toast::KeptAsCopy => text.frame.other_tab.to_owned(),
        Toast::Rescued => text.frame.rescued.to_owned(),
        Toast::TookAlong(count) => (text.frame.took_along)(count),
        Toast::Fixed => text.risks.fixed.to_owned(),
        Toast::FileRefused => text.files.refused.to_owned(),
    };
    let undo = matches!(props.toast, Toast::TookAlong(_) | Toast::Fixed).then(|| {
        let (number, dispatch) = (props.number, props.dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Msg::Undone);
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
