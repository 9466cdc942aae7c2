//! One list of the scenario: its entries, a page at a time, and buttons that add to it.

use daycut::facade::{forms, words};
use yew::prelude::*;

use super::entry::EntryForm;
use super::titles;
use crate::ui::forms::Desk;
use crate::ui::widgets::icon::{Drawn, Icon};

/// Entries shown at a time.
const PAGE: usize = 20;
/// Sections that are open at the start unless they are long.
const OPEN: [&str; 9] = [
    "parties",
    "settlement_rules",
    "fee_plans",
    "contracts",
    "agreements",
    "payments",
    "refunds",
    "traffic",
    "expectations",
];

/// One list.
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// What the forms need.
    pub desk: Desk,
    /// The list's key in the document.
    pub list: &'static str,
    /// Said before the entries.
    #[prop_or_default]
    pub children: Html,
}

/// One list.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let (desk, list) = (&props.desk, props.list);
    let page = use_state_eq(|| 0_usize);
    {
        // Where somebody wants to look, the page is turned to.
        let page = page.clone();
        let wanted = desk.is_wanted(list).and_then(|number| {
            let wanted = desk.attention.as_ref()?;
            Some((number, place_in(list, &wanted.path)?))
        });
        use_effect_with(wanted, move |wanted| {
            if let Some((_, place)) = wanted {
                page.set(place.checked_div(PAGE).unwrap_or_default());
            }
        });
    }
    let text = desk.lang.text().model_panel;
    let all = titles::count(&desk.scenario, list);
    // What was removed may have been the last of its page.
    let last_page = all.saturating_sub(1).checked_div(PAGE).unwrap_or_default();
    let shown = (*page).min(last_page);
    let entries = forms::entries(&desk.scenario, list, shown.saturating_mul(PAGE), PAGE);
    // Decided anew only when the first entry comes or the list grows long: until then people fold it.
    let is_open = use_memo((list, all > 0, all <= PAGE), |(list, some, few)| {
        OPEN.contains(list) && *some && *few
    });
    let heading = words::list(desk.lang, list).0;
    html! {
        <details class="model-section" open={*is_open}>
            <summary><h3>{heading}</h3><span class="tab-count">{all}</span></summary>
            <div class="model-body">
                {props.children.clone()}
                {pager(desk, &page, (shown, all))}
                for (place, entry) in entries.into_iter().enumerate() {
                    <EntryForm key={place} desk={desk.clone()} {list} {entry} />
                }
                if all == 0 { <p class="muted small">{text.none}</p> }
                {adders(desk, list)}
            </div>
        </details>
    }
}

/// The place in a list that a path leads to.
fn place_in(list: &str, path: &str) -> Option<usize> {
    let (number, _) = path
        .strip_prefix(list)?
        .strip_prefix('[')?
        .split_once(']')?;
    number.parse().ok()
}

/// One button, or one for each kind of entry.
fn adders(desk: &Desk, list: &'static str) -> Html {
    let text = desk.lang.text().model_panel;
    let button = |kind: &'static str, what: &str| {
        let added = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| added.add(list, kind));
        let id = format!("add-{list}{}{kind}", if kind.is_empty() { "" } else { "-" });
        html! {
            <button type="button" class="btn btn-small" key={kind} {id} {onclick}><Drawn icon={Icon::Plus} />{(text.add)(what)}</button>
        }
    };
    let kinds = forms::kinds(list);
    html! {
        <div class="row model-adders">
            if kinds.is_empty() { {button("", words::list(desk.lang, list).1)} }
            for kind in kinds { {button(kind, words::answer(desk.lang, "kind", kind))} }
        </div>
    }
}

/// Which entries are shown, and the way to the others; nothing when all fit.
fn pager(desk: &Desk, page: &UseStateHandle<usize>, (shown, all): (usize, usize)) -> Html {
    if all <= PAGE {
        return Html::default();
    }
    let text = desk.lang.text().model_panel;
    let first = shown.saturating_mul(PAGE);
    let last = first.saturating_add(PAGE).min(all);
    let turn = |to: usize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.set(to))
    };
    html! {
        <div class="row spread model-pager">
            <button type="button" class="btn btn-small" disabled={first == 0} onclick={turn(shown.saturating_sub(1))}>{text.earlier}</button>
            <span class="small muted">{(text.rows)(first.saturating_add(1), last, all)}</span>
            <button type="button" class="btn btn-small" disabled={last >= all} onclick={turn(shown.saturating_add(1))}>{text.later}</button>
        </div>
    }
}
