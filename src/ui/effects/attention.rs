//! Looking at a place of the scenario: its form is unfolded, scrolled to, and gets the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::timer::Timer;
use crate::ui::forms::{entry_id, field_id};
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Until the forms have been drawn with the place in them.
const DRAWN_MS: i32 = 60;

/// Room left above the place.
const ABOVE_PX: i32 = 40;

/// Goes to the place that somebody wants to see.
#[hook]
pub fn use_attention(model: &Shared<Model>) {
    use_effect_with(model.attention.clone(), |attention| {
        let timer = attention.as_ref().and_then(|attention| {
            let path = attention.path.to_string();
            Timer::after(DRAWN_MS, move || look_at(&path))
        });
        move || drop(timer)
    });
}

/// The field at a path; else the entry or part around it.
fn look_at(path: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let mut path = path;
    let found = loop {
        let field = document.get_element_by_id(&field_id(path));
        let found = field.or_else(|| document.get_element_by_id(&entry_id(path)));
        let shorter = path.rsplit_once(['.', '[']).map(|(before, _)| before);
        match (found, shorter) {
            (Some(found), _) => break found,
            (None, Some(shorter)) => path = shorter,
            (None, None) => return,
        }
    };
    show(&found);
}

/// Scrolls the panel alone: the browser's own way would scroll the fixed page with it. Places are counted
/// from the top of the panel, which the style sheet makes the origin.
fn scroll_to(found: &Element) {
    let panel = found.closest(".panel-body").ok().flatten();
    if let (Some(panel), Some(found)) = (panel, found.dyn_ref::<HtmlElement>()) {
        panel.set_scroll_top(found.offset_top().saturating_sub(ABOVE_PX));
    }
}

fn show(found: &Element) {
    let mut inside = found.closest("details").ok().flatten();
    while let Some(details) = inside {
        // A details element that refuses stays as it is.
        let _ = details.set_attribute("open", "");
        inside = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    scroll_to(found);
    let inner = found
        .query_selector("input, select, textarea")
        .ok()
        .flatten();
    let target = inner.unwrap_or_else(|| found.clone());
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        // Without the focus the place is in view all the same.
        let _ = target.focus();
    }
}
