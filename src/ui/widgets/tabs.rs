//! A row of tabs after the WAI-ARIA pattern: one tab stop, arrow keys choose.

use daycut::facade::view::Severity;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::chip::grave_sign;

/// One tab.
#[derive(Clone, PartialEq)]
pub struct TabItem {
    /// Part of the ids that join tab and panel.
    pub id: &'static str,
    /// Its name.
    pub title: AttrValue,
    /// How many things are in it.
    pub count: Option<AttrValue>,
    /// How grave the gravest of them is, and the word for it.
    pub grave: Option<(Severity, AttrValue)>,
}

/// A row of tabs.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// Name of the row.
    pub label: AttrValue,
    /// The tabs.
    pub items: Vec<TabItem>,
    /// Id of the selected one.
    pub selected: AttrValue,
    /// Chooses one by its id.
    pub on_select: Callback<&'static str>,
}

/// A row of tabs; the panel needs `id={panel_id(id)}`, `role="tabpanel"` and `aria-labelledby={tab_id(id)}`.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let place = props
        .items
        .iter()
        .position(|item| item.id == props.selected.as_str());
    let onkeydown = {
        let ids: Vec<&'static str> = props.items.iter().map(|item| item.id).collect();
        let on_select = props.on_select.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (Some(now), Some(last)) = (place, ids.len().checked_sub(1)) else {
                return;
            };
            let next = match event.key().as_str() {
                "ArrowRight" => {
                    if now >= last {
                        0
                    } else {
                        now.saturating_add(1)
                    }
                }
                "ArrowLeft" => now.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(id) = ids.get(next) {
                focus_sibling(&event, next);
                on_select.emit(id);
            }
        })
    };
    html! {
        <div class="tabs" role="tablist" aria-label={props.label.clone()} {onkeydown}>
            for item in props.items.iter() {
                {tab(item, props.selected.as_str() == item.id, &props.on_select)}
            }
        </div>
    }
}

fn tab(item: &TabItem, selected: bool, on_select: &Callback<&'static str>) -> Html {
    let id = item.id;
    let onclick = on_select.reform(move |_: MouseEvent| id);
    html! {
        <button type="button" key={id} class="tab" role="tab" id={tab_id(id)} aria-controls={panel_id(id)}
            aria-selected={if selected { "true" } else { "false" }}
            tabindex={if selected { "0" } else { "-1" }} {onclick}>
            {&item.title}
            if let Some(count) = &item.count {
                <span class="tab-count">
                    {item.grave.as_ref().map_or_else(|| html! { {count} }, |(severity, _)| grave_sign(*severity, count))}
                </span>
            }
            if let Some((_, word)) = &item.grave {
                <span class="visually-hidden">{word}</span>
            }
        </button>
    }
}

/// The id of a tab.
pub fn tab_id(id: &str) -> AttrValue {
    AttrValue::from(format!("tab-{id}"))
}

/// The id of a tab's panel.
pub fn panel_id(id: &str) -> AttrValue {
    AttrValue::from(format!("panel-{id}"))
}

fn focus_sibling(event: &KeyboardEvent, place: usize) {
    let row = event.target().and_then(|target| {
        target
            .dyn_into::<HtmlElement>()
            .ok()?
            .closest("[role=tablist]")
            .ok()?
    });
    let tabs = row.and_then(|row| row.query_selector_all("[role=tab]").ok());
    let tab = u32::try_from(place)
        .ok()
        .and_then(|place| tabs?.item(place)?.dyn_into::<HtmlElement>().ok());
    if let Some(tab) = tab {
        // A tab that cannot take the focus loses nothing: the choice itself is made.
        let _ = tab.focus();
    }
}
