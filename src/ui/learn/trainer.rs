//! What whoever holds a class needs beside a lesson: a clock to be seen from the last row, a clean start for the
//! next class, and the way to the list of completion codes.

use daycut::facade::Lang;
use yew::prelude::*;

use crate::ui::countdown::{Countdown, shown};
use crate::ui::effects::lessons;
use crate::ui::effects::timer::{Timer, second_of_day};
use crate::ui::facts::{Dialog, Msg};
use crate::ui::model::Model;
use crate::ui::widgets::dialog::Modal;

/// How often the clock is looked at.
const LOOK_MS: i32 = 250;

/// Where completion codes are looked up.
pub const CODES: &str = "#/learn/codes";

/// The trainer's bar.
#[derive(Properties, PartialEq)]
pub struct TrainerBarProps {
    /// Language of the page.
    pub lang: Lang,
    /// Minutes of the lesson.
    pub minutes: u32,
    /// Sends messages.
    pub dispatch: Callback<Msg>,
}

/// The trainer's bar.
#[component]
pub fn TrainerBar(props: &TrainerBarProps) -> Html {
    let text = props.lang.learn();
    let clock = use_state_eq(|| Countdown::of_minutes(props.minutes));
    let now = use_state_eq(second_of_day);
    {
        let now = now.clone();
        use_effect_with(clock.runs(), move |runs| {
            let look = move || now.set(second_of_day());
            let timer = runs.then(|| Timer::every(LOOK_MS, look));
            move || drop(timer)
        });
    }
    let left = clock.left(*now);
    let toggle = {
        let (clock, now) = (clock.clone(), now.clone());
        Callback::from(move |_: MouseEvent| {
            now.set(second_of_day());
            clock.set(clock.toggled(second_of_day()));
        })
    };
    let wind = {
        let (clock, minutes) = (clock.clone(), props.minutes);
        Callback::from(move |_: MouseEvent| clock.set(Countdown::of_minutes(minutes)))
    };
    let word = if clock.runs() { text.pause } else { text.start };
    let is_up = left == 0;
    html! {
        <section class="lesson-trainer" aria-label={text.trainer}>
            <span class={classes!("lesson-clock", is_up.then_some("minus"))} role="timer" aria-label={text.clock}>{shown(left)}</span>
            <span class="lesson-clock-said" role="status">if is_up { {text.time_up} }</span>
            <span class="row">
                <button type="button" class="btn btn-primary" disabled={is_up} onclick={toggle}>{word}</button>
                <button type="button" class="btn" onclick={wind}>{text.wind}</button>
            </span>
            <span class="grow"></span>
            <span class="row">
                <a class="btn" href={CODES}>{props.lang.codes().heading}</a>
                {forget_button(props.lang, &props.dispatch)}
            </span>
        </section>
    }
}

/// Asks whether all lessons are to be forgotten.
pub fn forget_button(lang: Lang, dispatch: &Callback<Msg>) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Msg::DialogOpened(Dialog::ForgetLessons));
    html! { <button type="button" class="btn lesson-forget" {onclick}>{lang.learn().forget}</button> }
}

/// What forgetting all lessons means, and doing it.
pub fn forget_dialog(model: &Model, dispatch: &Callback<Msg>) -> Html {
    if model.dialog != Some(Dialog::ForgetLessons) {
        return Html::default();
    }
    let (text, frame) = (model.lang.learn(), model.lang.text().frame);
    let cancel = dispatch.reform(|_: MouseEvent| Msg::DialogClosed);
    let forget = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| lessons::forget_all(&dispatch))
    };
    let foot = html! {
        <>
            <button type="button" class="btn" onclick={cancel}>{frame.cancel}</button>
            <button type="button" class="btn btn-primary" onclick={forget}>{text.forget_all}</button>
        </>
    };
    html! {
        <Modal id="forget" title={text.forget} close={frame.close} on_close={dispatch.reform(|()| Msg::DialogClosed)} {foot}>
            <p>{text.forget_means}</p>
        </Modal>
    }
}
