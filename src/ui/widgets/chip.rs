//! A small tag: a name, a state, how grave something is, or a filter that a press takes away.

use daycut::facade::view::Severity;
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

/// How grave something is, as a shape and a word: circle, triangle, diamond, octagon.
pub fn grave_sign(severity: Severity, word: &str) -> Html {
    html! {
        <span class={classes!("sign", grave_class(severity))}>
            <svg viewBox="0 0 14 14" aria-hidden="true"><path class="grave-shape" d={grave_path(severity)} /></svg>{word.to_owned()}
        </span>
    }
}

/// The class that gives a severity its colour.
pub fn grave_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "grave-note",
        Severity::Attention => "grave-attention",
        Severity::Warning => "grave-warning",
        Severity::High => "grave-high",
    }
}

/// The shape of a severity in a square of 14, with the sign cut out of it.
pub fn grave_path(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => {
            "M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1zM6.3 6h1.4v4.5H6.3zM6.3 3.5h1.4V5H6.3z"
        }
        Severity::Attention => "M7 .8 13.6 13H.4zM6.3 5h1.4v4H6.3zM6.3 10h1.4v1.5H6.3z",
        Severity::Warning => "M7 .3 13.7 7 7 13.7.3 7zM6.3 3.5h1.4V8H6.3zM6.3 9h1.4v1.5H6.3z",
        Severity::High => {
            "M4.3.5h5.4l3.8 3.8v5.4l-3.8 3.8H4.3L.5 9.7V4.3zM6.3 3h1.4v5H6.3zM6.3 9.3h1.4v1.5H6.3z"
        }
    }
}
