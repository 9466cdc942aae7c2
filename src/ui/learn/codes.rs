//! Completion codes: the one that whoever passed may hand in, and the list of those that a trainer looks up.

use daycut::facade::Lang;
use daycut::facade::view::{
    CodeRow, CodeStanding, CodesSeen, LessonAnswer, LessonState, Signature,
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::ui::effects::{lessons, sharing};
use crate::ui::facts::{Msg, Toast};
use crate::ui::learning::Learned;
use crate::ui::store::use_model;
use crate::ui::widgets::chip::{Sign, Tone};
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

/// What completion codes stand for.
#[component]
pub fn CodesPage() -> Html {
    let model = use_model();
    let text = model.lang.codes();
    let seen = use_state_eq(CodesSeen::default);
    let oninput = {
        let seen = seen.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                let seen = seen.clone();
                lessons::look_up(&field.value(), Callback::from(move |all| seen.set(all)));
            }
        })
    };
    let passes = |row: &&CodeRow| matches!(row.standing, CodeStanding::Passed { .. });
    let good = seen.rows.iter().filter(passes).count();
    html! {
        <main class="page stack lesson-codes" id="main" tabindex="-1">
            <p><a href="#/learn">{model.lang.learn().all}</a></p>
            <h1>{text.heading}</h1>
            <p>{text.intro}</p>
            <p class="muted small">{text.honest}</p>
            <label class="stack"><span class="strong">{text.field}</span>
                <textarea class="input mono" rows="6" spellcheck="false" autocomplete="off" placeholder={text.example} {oninput} />
            </label>
            <p role="status" class="strong">if !seen.rows.is_empty() { {(text.count)(good, seen.rows.len())} }</p>
            if !seen.rows.is_empty() { {table(model.lang, &seen)} }
        </main>
    }
}

fn table(lang: Lang, seen: &CodesSeen) -> Html {
    let text = lang.codes();
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={text.heading}>
            <table class="table">
                <caption class="visually-hidden">{text.heading}</caption>
                <thead><tr>for name in text.columns { <th scope="col">{name}</th> }</tr></thead>
                <tbody>for row in &seen.rows { {line(lang, row)} }</tbody>
            </table>
            if seen.left_out > 0 { <p class="muted">{(text.left_out)(seen.left_out)}</p> }
        </div>
    }
}

fn line(lang: Lang, row: &CodeRow) -> Html {
    let tone = match row.standing {
        CodeStanding::Passed {
            name: Signature::Fits,
        } => Tone::Good,
        CodeStanding::Passed { .. } => Tone::Other,
        _ => Tone::Bad,
    };
    let lesson = row.lesson.as_ref();
    let lesson = lesson.map(|(id, title)| format!("{id} {}", lang.of(title)));
    let chosen: Vec<&str> = row.chosen.iter().map(|words| lang.of(words)).collect();
    html! {
        <tr>
            <td class="mono nowrap">{&row.code}</td><td><Sign {tone} word={(lang.codes().standing)(&row.standing)} /></td>
            <td><bdi>{&row.name}</bdi></td><td>{lesson}</td><td>{chosen.join(" / ")}</td>
        </tr>
    }
}
