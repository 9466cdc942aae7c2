//! What a lesson answers: checks with what came out, a word on a wrong idea, other numbers, what to take home.

use daycut::facade::Lang;
use daycut::facade::view::{CheckRow, LessonAnswer, LessonPage, LessonState};
use yew::prelude::*;

use super::asked::figure;
use super::codes::own_code;
use super::sandbox;
use crate::ui::facts::Msg;
use crate::ui::learning::Learned;
use crate::ui::model::Model;
use crate::ui::widgets::chip::{Sign, Tone};

/// The checks, live.
pub fn checks(lang: Lang, state: &LessonState) -> Html {
    let text = lang.learn();
    let held = state.checks.iter().filter(|row| row.holds).count();
    html! {
        <section class="card stack lesson-checks" aria-labelledby="lesson-checks">
            <h2 id="lesson-checks"><span role="status">{(text.checks)(held, state.checks.len())}</span></h2>
            <ul class="lesson-rows">for row in &state.checks { {check(lang, row)} }</ul>
            <div role="status">
                if let Some(idea) = &state.idea {
                    <div class="lesson-told is-bad"><p class="strong">{text.idea}</p><p>{lang.of(idea)}</p></div>
                }
            </div>
        </section>
    }
}

fn check(lang: Lang, row: &CheckRow) -> Html {
    let text = lang.learn();
    let tone = if row.holds { Tone::Good } else { Tone::Bad };
    let word = if row.holds { text.holds } else { text.fails };
    let class = classes!("num", "nowrap", (!row.holds).then_some("minus"));
    html! {
        <li class={classes!("row", "spread", row.holds.then_some("is-ok"))}>
            <span class="row lesson-check"><Sign {tone} word="" hint={word} /><span>{lang.of(&row.says)}</span><span class="visually-hidden">{word}</span></span>
            <span {class}>{(text.now)(&figure(row.actual))}</span>
        </li>
    }
}

/// The same task with other numbers, once the own ones are done.
pub fn variants(
    lang: Lang,
    answer: &LessonAnswer,
    state: &LessonState,
    dispatch: &Callback<Msg>,
) -> Html {
    if !state.solved {
        return Html::default();
    }
    let text = lang.learn();
    let own = (0, text.own_numbers.to_owned(), true);
    let others = (1_u32..).zip(&state.variants);
    let others = others.map(|(place, row)| (place, lang.of(&row.says).to_owned(), row.holds));
    let all = std::iter::once(own).chain(others).map(|(place, says, holds)| {
        let answer = LessonAnswer {
            variant: place,
            ..answer.clone()
        };
        let pressed = if state.answer.variant == place { "true" } else { "false" };
        let onclick = dispatch.reform(move |_: MouseEvent| Msg::Learned(Learned::Answered(answer.clone())));
        let (tone, word) = if holds { (Tone::Good, text.holds) } else { (Tone::Bad, text.fails) };
        html! {
            <button type="button" class="btn lesson-variant" aria-pressed={pressed} {onclick}>
                <Sign {tone} word="" hint={word} /><span>{says}</span><span class="visually-hidden">{word}</span>
            </button>
        }
    });
    html! {
        <section class="card stack" aria-labelledby="lesson-variants">
            <h2 id="lesson-variants">{text.variants}</h2>
            <p class="muted small">{text.variants_hint}</p>
            <div class="row lesson-variants">for one in all { {one} }</div>
        </section>
    }
}

/// What to take home.
pub fn takeaway(
    model: &Model,
    (page, answer, state): (&LessonPage, &LessonAnswer, &LessonState),
    dispatch: &Callback<Msg>,
) -> Html {
    let (lang, text) = (model.lang, model.lang.learn());
    html! {
        <section class="card stack lesson-takeaway" aria-labelledby="lesson-takeaway">
            <h2 id="lesson-takeaway">{text.takeaway}</h2>
            <ol>for sentence in &page.takeaway { <li>{lang.of(sentence)}</li> }</ol>
            <p class="lesson-told">{lang.of(&page.practice)}</p>
            {own_code(lang, answer, state, dispatch)}
            <div class="row">
                {sandbox(model, dispatch)}
                <span class="grow"></span>
                if let Some(next) = &page.next {
                    <a class="btn btn-primary" href={format!("#/learn/{next}")}>{text.next}</a>
                } else {
                    <a class="btn btn-primary" href="#/learn">{text.all}</a>
                }
            </div>
        </section>
    }
}
