//! Completion codes: the one that whoever passed may hand in, and the list of those that a trainer looks up.

use daycut::facade::view::{LessonAnswer, LessonState};
use daycut::facade::{Lang, ToldTable};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::ui::effects::{lessons, sharing};
use crate::ui::facts::{Msg, Toast};
use crate::ui::learning::Learned;
use crate::ui::widgets::field::Field;

/// The code of whoever has passed, and the name that it is made with.
pub fn own_code(
    lang: Lang,
    answer: &LessonAnswer,
    state: &LessonState,
    dispatch: &Callback<Msg>,
) -> Html {
    let text = lang.codes();
    // While a new name is on its way to the engine the old code is nobody's.
    let code = state
        .code
        .as_ref()
        .filter(|_| state.answer.name == answer.name);
    let commit = {
        let (answer, dispatch) = (answer.clone(), dispatch.clone());
        Callback::from(move |typed: String| {
            let answer = LessonAnswer {
                name: lessons::name_of(&typed),
                ..answer.clone()
            };
            dispatch.emit(Msg::Learned(Learned::Answered(answer)));
            None
        })
    };
    let copy = {
        let dispatch = dispatch.clone();
        let line = code.map(|code| format!("{code} {}", answer.name).trim_end().to_owned());
        Callback::from(move |_: MouseEvent| {
            if let Some(line) = &line {
                sharing::copy(line, Toast::CodeCopied, Callback::noop(), &dispatch);
            }
        })
    };
    html! {
        <div class="lesson-code">
            <Field id="lesson-name" label={text.name} value={answer.name.clone()} {commit} />
            <div>
                <span class="muted small" id="lesson-code">{text.code}</span>
                <output class="mono" for="lesson-name" aria-labelledby="lesson-code">{code.cloned().unwrap_or_default()}</output>
            </div>
            <button type="button" class="btn" disabled={code.is_none()} onclick={copy}>{text.copy}</button>
            <p class="muted small">{text.honest}</p>
        </div>
    }
}

/// What completion codes stand for; the lines are on this page only, and go with it.
pub fn codes_page(lang: Lang, pasted: &UseStateHandle<String>, seen: &ToldTable) -> Html {
    let text = lang.codes();
    let oninput = {
        let pasted = pasted.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                pasted.set(field.value());
            }
        })
    };
    html! {
        <main class="page stack lesson-codes" id="main" tabindex="-1">
            <p><a href="#/learn">{lang.learn().all}</a></p>
            <h1>{text.heading}</h1>
            <p>{text.intro}</p>
            <p class="muted small">{text.honest}</p>
            <label class="stack"><span class="strong">{text.field}</span>
                <textarea class="input mono" rows="6" spellcheck="false" autocomplete="off" placeholder={text.example} {oninput} />
            </label>
            if !seen.rows.is_empty() { {table(lang, seen)} }
        </main>
    }
}

fn table(lang: Lang, seen: &ToldTable) -> Html {
    let heading = lang.codes().heading;
    let cell = |said: &String| html! { <td><bdi>{said}</bdi></td> };
    html! {
        <>
            <p role="status" class="strong">{&seen.title}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={heading}>
                <table class="table">
                    <caption class="visually-hidden">{heading}</caption>
                    <thead><tr>for name in &seen.columns { <th scope="col">{name}</th> }</tr></thead>
                    <tbody>for row in &seen.rows { <tr>{for row.iter().map(cell)}</tr> }</tbody>
                </table>
            </div>
            <p class="muted">{&seen.note}</p>
        </>
    }
}
