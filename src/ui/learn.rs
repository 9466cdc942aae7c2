//! Lessons on the screen: the list, and one lesson from its question to what one takes home.

mod answered;
mod asked;
mod codes;
mod run;
mod trainer;

pub use trainer::forget_dialog;

use daycut::facade::view::LessonCard;
use daycut::facade::{Lang, ToldTable, WallClock};
use yew::prelude::*;

use self::run::LessonRun;
use self::trainer::{trainer_bar, use_clock};
use super::effects::room::use_room;
use super::effects::{address, lessons, moments, opening, sharing};
use super::facts::{Msg, Route, Toast};
use super::learning::{Learned, LessonDesk};
use super::model::Model;
use super::store::{use_dispatch, use_model};
use super::widgets::chip::{Sign, Tone};

/// Where all lessons are.
const LEARN: &str = "#/learn";

/// All lessons, or what completion codes stand for.
#[component]
pub fn LearnPage() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let pasted = use_state_eq(String::new);
    let seen = use_state_eq(ToldTable::default);
    {
        let seen = seen.clone();
        use_effect_with(((*pasted).clone(), model.lang), move |(lines, lang)| {
            if lines.is_empty() {
                seen.set(ToldTable::default());
            } else {
                lessons::look_up(lines, *lang, Callback::from(move |all| seen.set(all)));
            }
        });
    }
    if model.route == Route::Codes {
        return codes::codes_page(model.lang, &pasted, &seen);
    }
    let text = model.lang.learn();
    let list = model.learning.list.as_ref();
    let passed = &model.learning.passed;
    html! {
        <main class="page" id="main" tabindex="-1" aria-busy={list.is_none().then_some("true")}>
            <div class="stack">
                <h1>{text.heading}</h1>
                <p class="muted gallery-intro">{text.intro}</p>
            </div>
            if let Some(list) = list {
                <div class="row lesson-progress">
                    <span class="strong">{(text.progress)(passed.len(), list.len())}</span>
                    <span class="grow"></span>
                    <a class="btn" href={trainer::CODES}>{model.lang.codes().heading}</a>
                    {trainer::forget_button(model.lang, &dispatch)}
                </div>
                <ul class="cards lesson-cards">
                    for lesson in list.iter() {
                        {card(model.lang, lesson, passed.iter().any(|id| **id == *lesson.id))}
                    }
                </ul>
            } else {
                <p class="empty">{text.fetching}</p>
            }
        </main>
    }
}

fn card(lang: Lang, lesson: &LessonCard, passed: bool) -> Html {
    let text = lang.learn();
    let href = format!("{LEARN}/{}", lesson.id);
    html! {
        <li key={lesson.id.clone()} class="card stack">
            <h2 class="lesson-title"><a href={href.clone()}>{lang.of(&lesson.title)}</a></h2>
            <blockquote class="bubble"><p>{lang.of(&lesson.asked)}</p><footer class="muted small">{lang.of(&lesson.who)}</footer></blockquote>
            <div class="row spread">
                <span class="row muted small"><span>{(text.minutes)(lesson.minutes)}</span>
                    if passed { <Sign tone={Tone::Good} word={text.passed} /> }
                </span>
                <a class="btn btn-primary" {href} aria-label={format!("{}: {}", text.begin, lang.of(&lesson.title))}>{text.begin}</a>
            </div>
        </li>
    }
}

/// One lesson.
#[component]
pub fn LessonScreen() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let room = use_room();
    let trains = use_state_eq(|| false);
    let text = model.lang.learn();
    let desk = model.learning.desk.as_ref();
    let minutes = desk.and_then(|desk| Some(desk.page.as_ref()?.card.minutes));
    let clock = use_clock(minutes.unwrap_or_default());
    let Some((desk, page)) = desk.and_then(|desk| Some((desk, desk.page.as_ref()?))) else {
        return html! {
            <main class="page" id="main" tabindex="-1" aria-busy="true"><h1>{text.heading}</h1><p class="empty">{text.fetching}</p></main>
        };
    };
    let lang = model.lang;
    let has_bet = !desk.answer.bet.is_empty();
    let for_moment = dispatch.clone();
    let on_seek_moment =
        Callback::from(move |at: WallClock| moments::seek_moment(at, for_moment.clone()));
    html! {
        <main class="page lesson" id="main" tabindex="-1" aria-busy={desk.state.is_none().then_some("true")}>
            <div class="lesson-head">
                <a href={LEARN}>{text.all}</a>
                <h1>{lang.of(&page.card.title)}</h1>
                <span class="muted small">{(text.minutes)(page.card.minutes)}</span>
                <span class="grow"></span>
                {tools(&model, desk, &dispatch)}
                {trainer_button(lang, &trains)}
            </div>
            if *trains {
                {trainer_bar(lang, page.card.minutes, clock, &dispatch)}
            }
            <div class="lesson-body">
                <div class="lesson-steps stack">
                    {asked::question(lang, page)}
                    <asked::BetForm {lang} page={page.clone()} answer={desk.answer.clone()} state={desk.state.clone()} dispatch={dispatch.clone()} />
                    if has_bet { {asked::knobs(lang, page, desk, &dispatch)} }
                </div>
                <div class="lesson-shown stack">
                    if has_bet {
                        if let Some(state) = &desk.state {
                            {answered::checks(lang, state)}
                            {answered::variants(lang, &desk.answer, state, &dispatch)}
                            if state.passed { {answered::takeaway(&model, (page, &desk.answer, state), &dispatch)} }
                        }
                        if let Some(results) = &model.results {
                            <LessonRun model={model.clone()} results={results.clone()} phone={room.phone} {on_seek_moment} />
                        }
                    } else {
                        <p class="card empty">{text.bet_first}</p>
                    }
                </div>
            </div>
        </main>
    }
}

/// Shows what whoever holds a class needs, or takes it away.
fn trainer_button(lang: Lang, trains: &UseStateHandle<bool>) -> Html {
    let pressed = if **trains { "true" } else { "false" };
    let onclick = {
        let trains = trains.clone();
        Callback::from(move |_: MouseEvent| trains.set(!*trains))
    };
    html! { <button type="button" class="btn btn-small" aria-pressed={pressed} {onclick}>{lang.learn().trainer}</button> }
}

fn tools(model: &Model, desk: &LessonDesk, dispatch: &Callback<Msg>) -> Html {
    let text = model.lang.learn();
    let answered = |answer| Msg::Learned(Learned::Answered(answer));
    let restart = dispatch.reform(|_: MouseEvent| Msg::Learned(Learned::Restarted));
    let reveal = desk.page.as_ref().map(|page| {
        let mut answer = desk.answer.clone();
        answer.picks.clone_from(&page.solution);
        let onclick = dispatch.reform(move |_: MouseEvent| answered(answer.clone()));
        html! { <button type="button" class="btn btn-small" disabled={desk.answer.bet.is_empty()} {onclick}>{text.reveal}</button> }
    });
    let copy = {
        let (link, dispatch) = (address::of_lesson(&desk.id, &desk.answer), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            sharing::copy(&link, Toast::LinkCopied, Callback::noop(), &dispatch);
        })
    };
    html! {
        <span class="row lesson-tools">
            {reveal}
            <button type="button" class="btn btn-small" onclick={restart}>{text.restart}</button>
            <button type="button" class="btn btn-small" onclick={copy}>{text.copy_link}</button>
            {sandbox(model, dispatch)}
        </span>
    }
}

/// Goes on with the lesson's scenario as one's own.
fn sandbox(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let text = model.lang.learn();
    let results = model.results.as_ref();
    let onclick = results.map(|results| {
        let (scenario, dispatch) = (results.scenario.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| opening::take_along(&scenario, &dispatch))
    });
    html! { <button type="button" class="btn btn-small" disabled={onclick.is_none()} {onclick}>{text.sandbox}</button> }
}
