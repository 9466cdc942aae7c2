//! The forms: everything of the scenario can be added, changed and removed here, one section a noun.

mod entry;
mod fields;
mod section;
mod titles;

use std::rc::Rc;

use daycut::facade::view::Summary;
use daycut::facade::{self, Lang, Notice, Scenario, ToldProblem, forms};
use yew::prelude::*;

use self::section::Section;
use super::tables::EXPECTATIONS;
use crate::ui::facts::{Attention, Dialog, Msg, Screen};
use crate::ui::forms::Desk;
use crate::ui::shared::Shared;
use crate::ui::store::use_dispatch;
use crate::ui::widgets::icon::{Drawn, Icon};

/// Problems listed above the forms.
const LISTED: usize = 6;
/// Sections in the order in which somebody who starts from nothing fills them.
const SECTIONS: [&str; 14] = [
    "parties",
    "accounts",
    "settlement_rules",
    "fee_plans",
    "contracts",
    "agreements",
    "routes",
    "payments",
    "refunds",
    "outflows",
    "traffic",
    "expectations",
    "storyboard",
    "calendars",
];
/// The id of the list of accounts that are offered where one is typed.
pub const ACCOUNT_NAMES: &str = "account-names";

/// The forms.
#[derive(Properties, PartialEq)]
pub struct ScenarioPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong with it.
    pub problems: Rc<[ToldProblem]>,
    /// Whether that was said of an earlier scenario.
    pub has_old_problems: bool,
    /// The place that somebody wants to see.
    pub attention: Option<Attention>,
    /// The newest results.
    pub summary: Option<Shared<Summary>>,
    /// Whether they are older than the scenario.
    pub stale: bool,
}

/// The forms.
#[component]
pub fn ScenarioPanel(props: &ScenarioPanelProps) -> Html {
    let dispatch = use_dispatch();
    let desk = Desk {
        lang: props.lang,
        scenario: props.scenario.clone(),
        // A field never shows what was wrong with another scenario.
        problems: match props.has_old_problems {
            true => Rc::default(),
            false => Rc::clone(&props.problems),
        },
        attention: props.attention.clone(),
        dispatch,
    };
    // Found in the document alone, so they are always about the scenario that is shown.
    let noticed = use_memo(props.scenario.clone(), |scenario| facade::notices(scenario));
    let text = props.lang.text().model_panel;
    let blocks = desk
        .dispatch
        .reform(|_: MouseEvent| Msg::DialogOpened(Dialog::Blocks));
    html! {
        <section class="panel model" aria-labelledby="model-heading">
            <div class="panel-head">
                <h2 id="model-heading" class="grow">{text.heading}</h2>
                <button type="button" class="btn btn-small blocks-button" onclick={blocks}><Drawn icon={Icon::Plus} />{text.blocks}</button>
            </div>
            <div class="panel-body">
                {problems(props, &desk)}
                {notices(&desk, &noticed)}
                if desk.scenario.parties.is_empty() { <p class="model-start">{text.start}</p> }
                {head(&desk)}
                for list in SECTIONS {
                    <Section key={list} desk={desk.clone()} {list}>
                        if list == "expectations" { {expectations(props, &desk)} }
                    </Section>
                }
                {account_names(props)}
            </div>
        </section>
    }
}

/// Title, story and time.
fn head(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    html! {
        <details class="model-section">
            <summary><h3>{text.scenario}</h3></summary>
            <div class="model-body">
                <div class="model-item">{fields::all(desk, &forms::head(&desk.scenario))}</div>
            </div>
        </details>
    }
}

/// What is wrong. While a change is being looked at the list of before stays where it is, so that nothing under
/// the hand moves, and says that it is old.
fn problems(props: &ScenarioPanelProps, desk: &Desk) -> Html {
    if props.problems.is_empty() {
        return Html::default();
    }
    let text = desk.lang.text().problems;
    let old = props.has_old_problems;
    let (class, heading) = match old {
        true => ("model-problems is-old", text.old_heading.to_owned()),
        false => ("model-problems", (text.heading)(props.problems.len())),
    };
    html! {
        <div {class} role={(!old).then_some("alert")} aria-busy={old.then_some("true")}>
            <h3>{heading}</h3>
            for (place, problem) in props.problems.iter().enumerate().take(LISTED) {
                <button type="button" class="problem" key={place} disabled={old} onclick={to(desk, &problem.path)}>
                    <span class="problem-place">{titles::place(desk, &problem.path)}</span>
                    <span>{desk.lang.of(&problem.text)}</span>
                </button>
            }
        </div>
    }
}

/// What has no effect: beside the problems, and quieter.
fn notices(desk: &Desk, noticed: &[Notice]) -> Html {
    if noticed.is_empty() {
        return Html::default();
    }
    let text = desk.lang.text().notices;
    html! {
        <div class="model-problems model-notices" role="status">
            <h3>{(text.heading)(noticed.len())}</h3>
            for (place, notice) in noticed.iter().enumerate().take(LISTED) {
                <button type="button" class="problem" key={place} onclick={to(desk, &notice.path)}>
                    <span class="problem-place">{titles::place(desk, &notice.path)}</span>
                    <span>{(text.notice)(&notice.kind)}</span>
                </button>
            }
        </div>
    }
}

/// Goes to a place.
fn to(desk: &Desk, path: &str) -> Callback<MouseEvent> {
    let path: Rc<str> = Rc::from(path);
    desk.dispatch
        .reform(move |_: MouseEvent| Msg::PlaceAsked(Rc::clone(&path)))
}

/// Every account of the newest run, by the name under which it can be expected something of.
fn account_names(props: &ScenarioPanelProps) -> Html {
    let accounts = props.summary.as_ref().map(|summary| &summary.accounts);
    html! {
        <datalist id={ACCOUNT_NAMES}>
            for (place, account) in accounts.into_iter().flatten().enumerate() {
                <option key={place} value={account.alias.as_ref().unwrap_or(&account.name).clone()}>
                    {(props.lang.text().accounts.chart)(account.kind)}
                </option>
            }
        </datalist>
    }
}

/// How many expectations came true, and the way to them.
fn expectations(props: &ScenarioPanelProps, desk: &Desk) -> Html {
    let count = props.scenario.expectations.len();
    if count == 0 {
        return Html::default();
    }
    let text = props.lang.text().model_panel;
    let rows = props
        .summary
        .as_ref()
        .filter(|_| !props.stale)
        .map(|summary| &summary.expectations);
    let held = rows.map(|rows| rows.iter().filter(|row| row.holds).count());
    let (class, said) = match held {
        None => ("muted", text.unknown.to_owned()),
        Some(held) if held == count => ("sign-ok", (text.all_hold)(count)),
        Some(held) => (
            "sign-bad",
            (text.some_fail)(count.saturating_sub(held), count),
        ),
    };
    let dispatch = desk.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Msg::TabPicked(EXPECTATIONS));
        dispatch.emit(Msg::DockFolded(false));
        dispatch.emit(Msg::ScreenPicked(Screen::Books));
    });
    html! {
        <div class="row spread"><span {class}>{said}</span><button type="button" class="btn btn-small" {onclick}>{text.show}</button></div>
    }
}
