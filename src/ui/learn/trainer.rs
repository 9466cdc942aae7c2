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

/// The clock and the second at which it was looked at.
pub struct Clock {
    clock: UseStateHandle<Countdown>,
    now: UseStateHandle<u32>,
}

/// A clock for the minutes of a lesson, wound up anew when these are others.
#[hook]
pub fn use_clock(minutes: u32) -> Clock {
    let clock = use_state_eq(|| Countdown::of_minutes(minutes));
    let now = use_state_eq(second_of_day);
    {
        let clock = clock.clone();
        use_effect_with(minutes, move |minutes| {
            clock.set(Countdown::of_minutes(*minutes));
        });
    }
    {
        let now = now.clone();
        use_effect_with(clock.runs(), move |runs| {
            let look = move || now.set(second_of_day());
            let timer = runs.then(|| Timer::every(LOOK_MS, look));
            move || drop(timer)
        });
    }
    Clock { clock, now }
}

/// The trainer's bar.
pub fn trainer_bar(lang: Lang, minutes: u32, clock: Clock, dispatch: &Callback<Msg>) -> Html {
    let Clock { clock, now } = clock;
    let text = lang.learn();
    let left = clock.left(*now);
    let toggle = {
        let (clock, now) = (clock.clone(), now.clone());
        Callback::from(move |_: MouseEvent| {
            now.set(second_of_day());
            clock.set(clock.toggled(second_of_day()));
        })
    };
    let wind = {
        let clock = clock.clone();
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
                <a class="btn" href={CODES}>{lang.codes().heading}</a>
                {forget_button(lang, dispatch)}
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
