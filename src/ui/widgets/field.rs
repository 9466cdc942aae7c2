//! A labelled field that keeps what is typed until it makes sense, and says why when it does not.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::ui::effects::typing;

/// What kind of text a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// Any text.
    #[default]
    Text,
    /// A figure, to the right.
    Figure,
    /// A whole number with arrows.
    Number,
    /// A text of several lines.
    Long,
    /// A date with a time of day.
    Moment,
}

/// A field.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Id, unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// The value in force.
    pub value: AttrValue,
    /// What kind of text.
    #[prop_or_default]
    pub kind: Kind,
    /// The id of a list of what could be typed.
    #[prop_or_default]
    pub offers: Option<AttrValue>,
    /// What is wrong with the value in force.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Takes a text; the answer says what is wrong with it.
    pub commit: Callback<String, Option<String>>,
}

/// What is typed and not taken, and why.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    problem: Option<AttrValue>,
}

/// A field: typed text is taken when one leaves the field or presses Enter.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let typed = use_typed(&props.id, &props.value);
    // What came back into the field was not typed before the browser's eyes, so it will tell of no change.
    let came_back = use_mut_ref(|| typed.is_some());
    let oninput = {
        let (typed, id, value) = (typed.clone(), props.id.clone(), props.value.clone());
        Callback::from(move |event: InputEvent| {
            let text = text_in(&event).unwrap_or_default();
            typing::typed(&id, &value, &text);
            let problem = typed.as_ref().and_then(|typed| typed.problem.clone());
            typed.set(Some(Typed { text, problem }));
        })
    };
    let take = take(props, &typed);
    let onchange = {
        let (came_back, take) = (came_back.clone(), take.clone());
        Callback::from(move |event: Event| {
            came_back.replace(false);
            take.emit(text_in(&event));
        })
    };
    let onblur = {
        let (came_back, take) = (came_back.clone(), take.clone());
        Callback::from(move |event: FocusEvent| {
            if came_back.replace(false) {
                take.emit(text_in(&event));
            }
        })
    };
    let is_typed = *came_back.borrow() && typed.is_some();
    let onkeydown = {
        let (typed, id) = (typed.clone(), props.id.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if typed.is_some() => {
                event.stop_propagation();
                came_back.replace(false);
                typing::taken(&id);
                typed.set(None);
            }
            "Enter" if came_back.replace(false) => take.emit(text_in(&event)),
            _ => {}
        })
    };
    let shown = typed
        .as_ref()
        .map_or_else(|| props.value.to_string(), |typed| typed.text.clone());
    let refused = typed.as_ref().and_then(|typed| typed.problem.clone());
    let problem = refused.or_else(|| props.problem.clone());
    let error_id = AttrValue::from(format!("{}-problem", props.id));
    let moment = (props.kind == Kind::Moment).then_some("is-moment");
    let figure = matches!(props.kind, Kind::Figure | Kind::Number).then_some("num");
    let (invalid, described) = (
        problem.is_some().then_some("true"),
        problem.is_some().then(|| error_id.clone()),
    );
    html! {
        <div class={classes!("field-row", moment)}>
            <label class="field-label" for={props.id.clone()}>{&props.label}</label>
            if props.kind == Kind::Long {
                <textarea class={classes!("textarea", is_typed.then_some("is-typed"))} id={props.id.clone()} value={shown} autocomplete="off" spellcheck="false" rows="3"
                    aria-invalid={invalid} aria-describedby={described} {oninput} {onchange} {onblur} {onkeydown} />
            } else {
            <input class={classes!("input", figure, is_typed.then_some("is-typed"))} id={props.id.clone()} type="text" value={shown} autocomplete="off" spellcheck="false"
                inputmode={(props.kind == Kind::Number).then_some("numeric")}
                list={props.offers.clone()} aria-invalid={invalid} aria-describedby={described} {oninput} {onchange} {onblur} {onkeydown} />
            }
            if let Some(problem) = problem { <span class="field-error" id={error_id} role="alert">{problem}</span> }
        </div>
    }
}

/// What is typed: at first what was typed before the page was loaded again. A value that changed behind the field's
/// back (undo, another field) wins.
#[hook]
fn use_typed(id: &AttrValue, value: &AttrValue) -> UseStateHandle<Option<Typed>> {
    let typed = {
        let (id, value) = (id.clone(), value.clone());
        use_state_eq(move || {
            typing::kept(&id, &value).map(|text| Typed {
                text,
                problem: None,
            })
        })
    };
    let shown = use_mut_ref(|| value.clone());
    let (id, set) = (id.clone(), typed.clone());
    use_effect_with(value.clone(), move |value| {
        let before = shown.replace(value.clone());
        if before != *value {
            typing::taken(&id);
            set.set(None);
        }
    });
    typed
}

/// Takes a text into the scenario, or says why not.
fn take(props: &FieldProps, typed: &UseStateHandle<Option<Typed>>) -> Callback<Option<String>> {
    let (typed, commit) = (typed.clone(), props.commit.clone());
    let (id, value) = (props.id.clone(), props.value.clone());
    Callback::from(move |text: Option<String>| {
        let Some(text) = text else { return };
        let text = text.trim().replace('\n', " ");
        if text == value.as_str() {
            typing::taken(&id);
            typed.set(None);
            return;
        }
        let problem = commit.emit(text.clone()).map(AttrValue::from);
        if problem.is_none() {
            typing::taken(&id);
        }
        typed.set(Some(Typed { text, problem }));
    })
}

/// What stands in the field that an event is about.
fn text_in(event: &Event) -> Option<String> {
    let input = event.target_dyn_into::<HtmlInputElement>();
    let area = || event.target_dyn_into::<HtmlTextAreaElement>();
    input
        .map(|input| input.value())
        .or_else(|| area().map(|area| area.value()))
}

/// One answer of a choice.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What is kept.
    pub value: AttrValue,
    /// What is read.
    pub title: AttrValue,
}

/// A choice of a few.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Id, unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The one in force.
    pub value: AttrValue,
    /// What is wrong with the one in force.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Takes another.
    pub on_pick: Callback<String>,
}

/// A choice of a few.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let onchange = {
        let on_pick = props.on_pick.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                on_pick.emit(select.value());
            }
        })
    };
    let error_id = AttrValue::from(format!("{}-problem", props.id));
    html! {
        <div class="field-row">
            <label class="field-label" for={props.id.clone()}>{&props.label}</label>
            <select class="select" id={props.id.clone()} aria-invalid={props.problem.is_some().then_some("true")}
                aria-describedby={props.problem.is_some().then(|| error_id.clone())} {onchange}>
                for choice in props.choices.iter() {
                    <option key={choice.value.to_string()} value={choice.value.clone()} selected={choice.value == props.value}>{&choice.title}</option>
                }
            </select>
            if let Some(problem) = &props.problem { <span class="field-error" id={error_id} role="alert">{problem}</span> }
        </div>
    }
}
