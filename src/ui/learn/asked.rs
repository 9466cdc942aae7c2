//! What a lesson asks: the question, the bet, the knobs.

use daycut::facade::Lang;
use daycut::facade::view::{BetRow, Figure, KnobRow, LessonAnswer, LessonPage, LessonState};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::facts::Msg;
use crate::ui::learning::{Learned, LessonDesk};
use crate::ui::shared::Shared;

/// What stands for a bet that was not made.
const NO_BET: &str = "-";

/// A figure as people read it.
pub fn figure(figure: Figure) -> String {
    match figure {
        Figure::Amount(amount) => amount.grouped(),
        Figure::Count(count) => count.to_string(),
    }
}

/// The question, and the situation.
pub fn question(lang: Lang, page: &LessonPage) -> Html {
    let text = lang.learn();
    html! {
        <section class="stack" aria-label={text.asked}>
            <blockquote class="bubble"><p>{lang.of(&page.card.asked)}</p><footer class="muted small">{lang.of(&page.card.who)}</footer></blockquote>
            <p>{lang.of(&page.story)}</p>
        </section>
    }
}

/// The bet.
#[derive(Properties, PartialEq)]
pub struct BetFormProps {
    /// Language of the page.
    pub lang: Lang,
    /// The lesson.
    pub page: Shared<LessonPage>,
    /// What was bet.
    pub answer: LessonAnswer,
    /// How it went.
    pub state: Option<Shared<LessonState>>,
    /// Takes the bet.
    pub dispatch: Callback<Msg>,
}

/// The bet: values to choose from, or a field; afterwards how it went.
#[component]
pub fn BetForm(props: &BetFormProps) -> Html {
    let (lang, page) = (props.lang, &props.page);
    let text = lang.learn();
    let typed = use_state_eq(String::new);
    let bet = {
        let (dispatch, answer) = (props.dispatch.clone(), props.answer.clone());
        Callback::from(move |bet: String| {
            let answer = LessonAnswer {
                bet,
                ..answer.clone()
            };
            dispatch.emit(Msg::Learned(Learned::Answered(answer)));
        })
    };
    let onsubmit = {
        let (bet, typed) = (bet.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wanted = typed.trim();
            if !wanted.is_empty() {
                bet.emit(wanted.to_owned());
            }
        })
    };
    let result = props.state.as_ref().and_then(|state| state.bet.as_ref());
    html! {
        <section class="stack" aria-labelledby="lesson-bet">
            <h2 id="lesson-bet">{text.bet}</h2>
            <p>{lang.of(&page.bet)}</p>
            if let Some(result) = result.filter(|_| !props.answer.bet.is_empty()) {
                {betted(lang, &props.answer, result)}
            } else {
                <form class="row lesson-bet" {onsubmit}>
                    if page.bet_choices.is_empty() {
                        {field(lang, &typed)}
                    } else {
                        {choices(lang, page, &typed)}
                    }
                    <button type="submit" class="btn btn-primary">{text.place_bet}</button>
                    <button type="button" class="btn" onclick={bet.reform(|_: MouseEvent| NO_BET.to_owned())}>{text.no_bet}</button>
                </form>
            }
        </section>
    }
}

fn field(lang: Lang, typed: &UseStateHandle<String>) -> Html {
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
            }
        })
    };
    let text = lang.learn();
    html! {
        <input class="input lesson-bet-field" type="text" inputmode="decimal" autocomplete="off" placeholder="0.00"
            aria-label={text.bet_field} value={(**typed).clone()} {oninput} />
    }
}

fn choices(lang: Lang, page: &LessonPage, typed: &UseStateHandle<String>) -> Html {
    html! {
        <fieldset class="lesson-choices is-row">
            <legend class="visually-hidden">{lang.of(&page.bet)}</legend>
            for value in &page.bet_choices {
                <label>
                    <input type="radio" name="bet" value={value.clone()} checked={**typed == *value} onchange={
                        let (typed, value) = (typed.clone(), value.clone());
                        Callback::from(move |_: Event| typed.set(value.clone()))
                    } />
                    {value}
                </label>
            }
        </fieldset>
    }
}

fn betted(lang: Lang, answer: &LessonAnswer, result: &BetRow) -> Html {
    let text = lang.learn();
    let shown = figure(result.answer);
    let (class, said) = match result.right {
        Some(true) => ("lesson-told is-ok", (text.bet_right)(&shown)),
        Some(false) => ("lesson-told is-bad", (text.bet_wrong)(&shown)),
        None => ("lesson-told", (text.bet_none)(&shown)),
    };
    let yours =
        (result.right == Some(false)).then(|| html! { <s class="muted">{answer.bet.clone()}</s> });
    html! {
        <div {class} role="status"><p class="strong">{said}{" "}{yours}</p><p>{lang.of(&result.says)}</p></div>
    }
}

/// The task, all that can be changed, and hints for whoever asks.
pub fn knobs(lang: Lang, page: &LessonPage, desk: &LessonDesk, dispatch: &Callback<Msg>) -> Html {
    let text = lang.learn();
    html! {
        <section class="stack" aria-labelledby="lesson-task">
            <h2 id="lesson-task">{text.task}</h2>
            <p>{lang.of(&page.task)}</p>
            for (place, row) in page.knobs.iter().enumerate() {
                {knob(lang, place, row, (&desk.answer, dispatch))}
            }
            <p class="muted small">{text.by_itself}</p>
            {hints(lang, page, desk.hints, dispatch)}
        </section>
    }
}

/// The hints that were asked for, and the button for the next one.
fn hints(lang: Lang, page: &LessonPage, shown: usize, dispatch: &Callback<Msg>) -> Html {
    let text = lang.learn();
    let all = page.hints.len();
    let onclick = dispatch.reform(|_: MouseEvent| Msg::Learned(Learned::HintAsked));
    let hint = |(place, hint)| {
        let place = usize::saturating_add(place, 1);
        html! { <p key={place}><span class="strong">{(text.hint)(place, all)}</span>{" "}{lang.of(hint)}</p> }
    };
    html! {
        <div class="lesson-hints stack">
            <div class="stack" role="status">for one in page.hints.iter().take(shown).enumerate().map(hint) { {one} }</div>
            if shown < all {
                <p><button type="button" class="btn lesson-hint" {onclick}>{(text.hint)(shown.saturating_add(1), all)}</button></p>
            }
        </div>
    }
}

fn knob(
    lang: Lang,
    place: usize,
    row: &KnobRow,
    (answer, dispatch): (&LessonAnswer, &Callback<Msg>),
) -> Html {
    let picked = answer.picks.get(place).copied().unwrap_or_default();
    let choose = |choice: u32| {
        let mut answer = answer.clone();
        while answer.picks.len() <= place {
            answer.picks.push(0);
        }
        if let Some(pick) = answer.picks.get_mut(place) {
            *pick = choice;
        }
        dispatch.reform(move |_: Event| Msg::Learned(Learned::Answered(answer.clone())))
    };
    html! {
        <fieldset class="lesson-choices">
            <legend>{lang.of(&row.label)}</legend>
            for (choice, label) in (0_u32..).zip(&row.choices) {
                <label>
                    <input type="radio" name={format!("knob-{place}")} value={choice.to_string()} checked={picked == choice} onchange={choose(choice)} />
                    <span>{lang.of(label)}</span>
                </label>
            }
        </fieldset>
    }
}
