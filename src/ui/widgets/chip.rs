//! A small tag: a name, a state, or a filter that a press takes away.

use yew::prelude::*;

/// A filter in force.
#[derive(Properties, PartialEq, Clone)]
pub struct FilterChipProps {
    /// What is filtered.
    pub shown: AttrValue,
    /// The sentence for those who hear it.
    pub label: AttrValue,
    /// Takes it away.
    pub on_drop: Callback<()>,
}

/// A filter in force, with a cross.
#[component]
pub fn FilterChip(props: &FilterChipProps) -> Html {
    let onclick = props.on_drop.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="chip chip-accent" aria-label={props.label.clone()} {onclick}>
            <bdi>{&props.shown}</bdi><span aria-hidden="true">{"✕"}</span>
        </button>
    }
}

/// How a thing stands; shape, word and colour say the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// It is not.
    Bad,
    /// It waits.
    Waiting,
    /// It ended another way.
    Other,
}

/// A state.
#[derive(Properties, PartialEq, Clone)]
pub struct SignProps {
    /// How it stands.
    pub tone: Tone,
    /// The word.
    pub word: AttrValue,
    /// The word explained.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
}

/// A state as a drawn shape and a word.
#[component]
pub fn Sign(props: &SignProps) -> Html {
    let (class, shape) = match props.tone {
        Tone::Good => (
            "sign sign-ok",
            html! { <path d="M2.5 7.5 6 11l5.5-7.5" class="sign-stroke" /> },
        ),
        Tone::Bad => (
            "sign sign-bad",
            html! { <path d="M3 3l8 8M11 3l-8 8" class="sign-stroke" /> },
        ),
        Tone::Waiting => (
            "sign muted",
            html! { <circle cx="7" cy="7" r="4.5" class="sign-stroke" /> },
        ),
        Tone::Other => (
            "sign sign-warn",
            html! { <path d="M7 2 12 7 7 12 2 7z" class="sign-stroke" /> },
        ),
    };
    html! {
        <span {class} title={props.hint.clone()}>
            <svg viewBox="0 0 14 14" aria-hidden="true">{shape}</svg>{&props.word}
        </span>
    }
}
