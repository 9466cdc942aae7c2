//! The forms: everything of the scenario that can be changed here, one section a noun.

mod flows;
mod parties;
mod terms;

use std::rc::Rc;

use daycut::facade::view::Summary;
use daycut::facade::{Lang, Problem, Scenario};
use yew::prelude::*;

use super::tables::EXPECTATIONS;
use crate::ui::facts::{Msg, Screen};
use crate::ui::forms::Desk;
use crate::ui::shared::Shared;
use crate::ui::store::use_dispatch;

/// Problems listed above the forms.
const LISTED: usize = 6;

/// The forms.
#[derive(Properties, PartialEq)]
pub struct ScenarioPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong with it.
    pub problems: Rc<[Problem]>,
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
        problems: Rc::clone(&props.problems),
        dispatch,
    };
    let text = props.lang.text();
    let heading = text.model_panel.heading;
    html! {
        <section class="panel model" aria-labelledby="model-heading">
            <div class="panel-head"><h2 id="model-heading">{heading}</h2></div>
            <div class="panel-body">
                {problems(&desk)}
                {parties::section(&desk)}
                {terms::cycles(&desk)}
                {terms::fees(&desk)}
                {terms::contracts(&desk)}
                {terms::agreements(&desk)}
                <flows::Payments desk={desk.clone()} />
                <flows::Refunds desk={desk.clone()} />
                {flows::traffic(&desk)}
                {parties::accounts(&desk)}
                {expectations(props, &desk)}
            </div>
        </section>
    }
}

/// One section that folds.
fn fold(id: &str, title: &str, count: usize, open: bool, body: Html) -> Html {
    html! {
        <details class="model-section" key={id.to_owned()} {open}>
            <summary><h3>{title.to_owned()}</h3><span class="tab-count">{count}</span></summary>
            <div class="model-body">{body}</div>
        </details>
    }
}

fn problems(desk: &Desk) -> Html {
    if desk.problems.is_empty() {
        return Html::default();
    }
    let text = desk.lang.text().problems;
    html! {
        <div class="model-problems" role="alert">
            <h3>{(text.heading)(desk.problems.len())}</h3>
            for (place, problem) in desk.problems.iter().enumerate().take(LISTED) {
                <div class="problem" key={place}><code>{&problem.path}</code><span>{(text.problem)(&problem.kind)}</span></div>
            }
        </div>
    }
}

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
    let body = html! {
        <div class="row spread"><span {class}>{said}</span><button type="button" class="btn btn-small" {onclick}>{text.show}</button></div>
    };
    fold("expectations", text.expectations, count, true, body)
}
