//! A file on its way in: choosing it, and what was read of it before anything is opened.

use daycut::facade::{FileKind, Lang, ToldProblem};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::effects::files;
use super::facts::{Dialog, Incoming, Msg};
use super::model::Model;
use super::sandbox;
use super::widgets::dialog::Modal;

/// Problems that a preview lists.
const PROBLEMS_SHOWN: usize = 20;

/// A button that lets the visitor choose a file.
pub fn file_button(lang: Lang, dispatch: &Callback<Msg>) -> Html {
    let text = lang.text().files;
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let chosen = field.files().and_then(|files| files.get(0));
        // The same file can be chosen again after it was changed.
        field.set_value("");
        look(chosen, &dispatch);
    });
    html! {
        <label class="btn file-button" title={text.import_hint}>
            {text.import}
            <input class="visually-hidden" id="import-file" type="file" accept=".json,.csv,application/json,text/csv" {onchange} />
        </label>
    }
}

/// Takes in a file that was chosen or dropped, if there is one.
pub fn look(file: Option<File>, dispatch: &Callback<Msg>) {
    if let Some(file) = file {
        let to = dispatch.clone();
        sandbox::with(dispatch, move |sandbox| (sandbox.look)(file, to));
    }
}

/// What was read of a file, and whether to open it.
pub fn import_dialog(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let Some(Dialog::Import(incoming)) = &model.dialog else {
        return Html::default();
    };
    let text = model.lang.text();
    let close = dispatch.reform(|()| Msg::DialogClosed);
    let discard = dispatch.reform(|_: MouseEvent| Msg::DialogClosed);
    let accept = incoming.text.is_some().then(|| {
        let (incoming, dispatch) = (incoming.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| files::accept(&incoming, &dispatch));
        html! { <button type="button" class="btn btn-primary" id="import-accept" {onclick}>{text.files.accept}</button> }
    });
    html! {
        <Modal id="import" title={(text.files.preview)(&incoming.name)} close={text.frame.close} on_close={close}
            foot={html! { <><button type="button" class="btn" id="import-discard" onclick={discard}>{text.files.discard}</button>{accept}</> }}>
            {seen(model.lang, incoming)}
        </Modal>
    }
}

fn seen(lang: Lang, incoming: &Incoming) -> Html {
    let text = lang.text();
    let problems = &incoming.problems;
    let no_scenario = incoming.seen.kind == FileKind::FundBill && problems.is_empty();
    html! {
        <div class="stack">
            <dl class="pairs import-seen">
                for (name, value) in (text.files.seen)(&incoming.seen) {
                    <dt>{name}</dt><dd><bdi>{value}</bdi></dd>
                }
            </dl>
            if no_scenario { <p>{text.files.no_scenario}</p> }
            if !problems.is_empty() {
                <p role="alert">{(text.files.problems)(problems.len())}</p>
                <ul class="import-problems">
                    for problem in problems.iter().take(PROBLEMS_SHOWN) {
                        <li>{said(lang, problem)}</li>
                    }
                </ul>
            }
        </div>
    }
}

/// Where it is, where that is not the line that the words name, and what is wrong.
fn said(lang: Lang, problem: &ToldProblem) -> String {
    let words = lang.of(&problem.text);
    match problem.path.as_str() {
        "" => words.to_owned(),
        path => format!("{path}: {words}"),
    }
}
