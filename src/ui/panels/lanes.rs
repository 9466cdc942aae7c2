//! The money-flow picture at the present moment, and the list that says the same in rows.

use std::collections::BTreeMap;

use daycut::facade::lanes::Scene;
use daycut::facade::view::{HeldClock, LaneAmounts, LaneModel, LaneView, Severity, Summary};
use daycut::facade::{AccountId, Lang, Money, Risk, Risks, words};
use web_sys::Element;
use yew::prelude::*;

use crate::ui::facts::Lit;
use crate::ui::risk::lit_edges;
use crate::ui::shared::Shared;
use crate::ui::widgets::diagram::{Diagram, EdgeWords, NodeWords, Zoom, fitted_percent};
use crate::ui::widgets::money::Amount;

/// The money-flow picture.
#[derive(Properties, PartialEq)]
pub struct LanesPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Lanes, nodes and edges.
    pub model: Option<Shared<LaneModel>>,
    /// Where they are drawn.
    pub scene: Option<Shared<Scene>>,
    /// Amounts at the cursor.
    pub amounts: Option<Shared<LaneAmounts>>,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// What the rules say of the run, once they have.
    pub risks: Option<Shared<Risks>>,
    /// The risk that is looked at.
    pub lit: Option<Lit>,
    /// How much of others' money has lain in which account for how long.
    pub clocks: Option<Shared<Vec<HeldClock>>>,
    /// Chooses by holder or by book.
    pub on_view: Callback<LaneView>,
    /// Chooses an account, or none.
    pub on_select: Callback<Option<AccountId>>,
}

/// The money-flow picture.
#[component]
pub fn LanesPanel(props: &LanesPanelProps) -> Html {
    let zoom = use_state_eq(|| Zoom::Fit);
    let listed = use_state_eq(|| false);
    let frame = use_node_ref();
    let text = props.lang.text().lanes;
    let drawn = props.model.as_ref().zip(props.scene.as_ref());
    let nobody = props.summary.parties.is_empty();
    let Some((model, scene)) = drawn.filter(|(model, _)| !model.nodes.is_empty()) else {
        return html! {
            <section class="panel" aria-labelledby="lanes-heading">
                <div class="panel-head"><h2 id="lanes-heading">{text.heading}</h2></div>
                <p class="empty">{if nobody { text.nobody } else { text.empty }}</p>
            </section>
        };
    };
    let step = {
        let (zoom, frame, scene) = (zoom.clone(), frame.clone(), scene.clone());
        Callback::from(move |larger: Option<bool>| {
            let Some(larger) = larger else {
                zoom.set(Zoom::Fit);
                return;
            };
            let now = match *zoom {
                Zoom::Percent(percent) => percent,
                Zoom::Fit => frame
                    .cast::<Element>()
                    .map_or(100, |frame| fitted_percent(&scene, &frame)),
            };
            zoom.set(Zoom::Percent(next_zoom(now, larger)));
        })
    };
    let list = {
        let listed = listed.clone();
        Callback::from(move |_: MouseEvent| listed.set(!*listed))
    };
    let pressed = if *listed { "true" } else { "false" };
    html! {
        <section class="panel" aria-labelledby="lanes-heading">
            <div class="panel-head">
                <h2 id="lanes-heading">{text.heading}</h2>
                <ViewSwitch lang={props.lang} view={model.view} on_view={props.on_view.clone()} />
                <span class="grow"></span>
                <button type="button" class="btn btn-small" aria-pressed={pressed} onclick={list}>{text.list}</button>
                <ZoomButtons lang={props.lang} step={step.clone()} />
            </div>
            <Drawing lang={props.lang} model={model.clone()} scene={scene.clone()}
                amounts={props.amounts.clone()} selected={props.selected} on_select={props.on_select.clone()}
                zoom={*zoom} on_zoom={step} {frame} risks={props.risks.clone()} lit={props.lit} clocks={props.clocks.clone()} />
            <PathList shown={*listed} lang={props.lang} summary={props.summary.clone()} model={model.clone()} amounts={props.amounts.clone()} />
        </section>
    }
}

fn next_zoom(now: i32, larger: bool) -> i32 {
    const STEPS: [i32; 9] = [50, 60, 70, 85, 100, 120, 145, 175, 210];
    let found = if larger {
        STEPS.into_iter().find(|step| *step > now)
    } else {
        STEPS.into_iter().rev().find(|step| *step < now)
    };
    found.unwrap_or(now)
}

#[derive(Properties, PartialEq)]
struct ViewSwitchProps {
    lang: Lang,
    view: LaneView,
    on_view: Callback<LaneView>,
}

#[component]
fn ViewSwitch(props: &ViewSwitchProps) -> Html {
    let text = props.lang.text().lanes;
    let choice = |view: LaneView, title: &'static str, hint: &'static str| {
        let onclick = props.on_view.reform(move |_: MouseEvent| view);
        let pressed = if props.view == view { "true" } else { "false" };
        html! { <button type="button" class="btn btn-small" title={hint} aria-pressed={pressed} {onclick}>{title}</button> }
    };
    html! {
        <div class="btn-group" role="group" aria-label={text.view}>
            {choice(LaneView::Holder, text.by_holder, text.by_holder_hint)}
            {choice(LaneView::Keeper, text.by_keeper, text.by_keeper_hint)}
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ZoomButtonsProps {
    lang: Lang,
    step: Callback<Option<bool>>,
}

#[component]
fn ZoomButtons(props: &ZoomButtonsProps) -> Html {
    let text = props.lang.text().lanes;
    let out = props.step.reform(|_: MouseEvent| Some(false));
    let fit = props.step.reform(|_: MouseEvent| None);
    let inward = props.step.reform(|_: MouseEvent| Some(true));
    html! {
        <div class="btn-group">
            <button type="button" class="btn btn-small btn-icon" aria-label={text.zoom_out} title={text.zoom_out} onclick={out}>{"−"}</button>
            <button type="button" class="btn btn-small" onclick={fit}>{text.fit}</button>
            <button type="button" class="btn btn-small btn-icon" aria-label={text.zoom_in} title={text.zoom_in} onclick={inward}>{"+"}</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DrawingProps {
    lang: Lang,
    model: Shared<LaneModel>,
    scene: Shared<Scene>,
    amounts: Option<Shared<LaneAmounts>>,
    selected: Option<AccountId>,
    on_select: Callback<Option<AccountId>>,
    zoom: Zoom,
    on_zoom: Callback<Option<bool>>,
    frame: NodeRef,
    risks: Option<Shared<Risks>>,
    lit: Option<Lit>,
    clocks: Option<Shared<Vec<HeldClock>>>,
}

#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let (lang, model) = (props.lang, &props.model);
    let nodes = use_memo(
        (
            lang,
            model.clone(),
            props.amounts.clone(),
            props.risks.clone(),
            props.clocks.clone(),
        ),
        |(lang, model, amounts, risks, clocks)| {
            let known = Known {
                marks: marks(*lang, found(risks.as_ref())),
                clocks: running(*lang, clocks.as_deref()),
            };
            node_words(model, amounts.as_deref(), &known)
        },
    );
    let edges = use_memo(
        (
            lang,
            model.clone(),
            props.amounts.clone(),
            props.risks.clone(),
            props.lit,
        ),
        |(lang, model, amounts, risks, lit)| {
            let lit = Lights::of(found(risks.as_ref()), *lit, model.view);
            edge_words(*lang, model, amounts.as_deref(), &lit)
        },
    );
    let selected = props.selected.and_then(|account| {
        model
            .nodes
            .iter()
            .position(|node| node.account == Some(account))
    });
    let on_select = {
        let (model, on_select) = (model.clone(), props.on_select.clone());
        Callback::from(move |place: usize| {
            let account = model.nodes.get(place).and_then(|node| node.account);
            on_select.emit(if selected == Some(place) {
                None
            } else {
                account
            });
        })
    };
    let text = lang.text().lanes;
    let label = (text.described)(model.lanes.len(), model.nodes.len(), model.edges.len());
    html! {
        <Diagram scene={props.scene.clone()} nodes={Shared(nodes)} edges={Shared(edges)} label={AttrValue::from(label)}
            {selected} zoom={props.zoom} name={text.heading} on_zoom={props.on_zoom.clone()} {on_select} frame={props.frame.clone()} />
    }
}

fn found(risks: Option<&Shared<Risks>>) -> &[Risk] {
    risks.map_or(&[], |risks| risks.found.as_slice())
}

/// The gravest that is suspected of each account, in words.
type Marks = BTreeMap<AccountId, (Severity, String)>;

fn marks(lang: Lang, found: &[Risk]) -> Marks {
    let mut marks = Marks::new();
    // They come gravest first, so the first word about an account is the gravest.
    for risk in found {
        for account in &risk.marked {
            let words = || (lang.text().risks.mark)(&risk.grave, &risk.title);
            marks
                .entry(*account)
                .or_insert_with(|| (risk.severity, words()));
        }
    }
    marks
}

/// The edges that are lit, and how grave what they show is.
struct Lights {
    edges: Vec<u32>,
    severity: Option<Severity>,
}

impl Lights {
    fn of(found: &[Risk], lit: Option<Lit>, view: LaneView) -> Lights {
        let risk = lit.and_then(|lit| found.get(usize::try_from(lit.risk).ok()?));
        Lights {
            edges: lit_edges(found, lit, view),
            severity: risk.map(|risk| risk.severity),
        }
    }

    fn on(&self, edge: u32) -> Option<Severity> {
        self.severity.filter(|_| self.edges.contains(&edge))
    }
}

/// Amount × time of others' money in each account, in words.
fn running(lang: Lang, clocks: Option<&Vec<HeldClock>>) -> BTreeMap<AccountId, String> {
    let words = |clock: &HeldClock| (lang.text().held.yuan_hours)(&clock.held.yuan_hours());
    let clocks = clocks.into_iter().flatten();
    clocks.map(|clock| (clock.account, words(clock))).collect()
}

/// What is known of accounts besides their balances.
struct Known {
    marks: Marks,
    clocks: BTreeMap<AccountId, String>,
}

fn node_words(model: &LaneModel, amounts: Option<&LaneAmounts>, known: &Known) -> Vec<NodeWords> {
    let shown = |value: Money| (value.grouped(), value.is_zero());
    model
        .nodes
        .iter()
        .enumerate()
        .map(|(place, node)| {
            let balance = amounts.and_then(|amounts| amounts.nodes.get(place));
            let current = balance.map_or(Money::ZERO, |row| row.current);
            let previous = balance.map_or(Money::ZERO, |row| row.previous_day);
            NodeWords {
                values: match words::is_payers(node) {
                    false => vec![shown(current), shown(previous)],
                    true => vec![shown(current)],
                },
                selectable: node.account.is_some(),
                mark: node
                    .account
                    .and_then(|account| known.marks.get(&account).cloned()),
                clock: node
                    .account
                    .and_then(|account| known.clocks.get(&account).cloned()),
            }
        })
        .collect()
}

fn edge_words(
    lang: Lang,
    model: &LaneModel,
    amounts: Option<&LaneAmounts>,
    lit: &Lights,
) -> Vec<EdgeWords> {
    model
        .edges
        .iter()
        .zip(0_u32..)
        .map(|(edge, place)| {
            let amount = edge_amount(amounts, place);
            EdgeWords {
                label: (lang.text().lanes.edge)(edge, &amount.grouped()),
                unused: amount.is_zero() && edge.meaning.is_some(),
                mirror: edge.meaning.is_none(),
                active: amounts.is_some_and(|amounts| amounts.active.contains(&place)),
                mark: edge.mark,
                lit: lit.on(place),
            }
        })
        .collect()
}

fn edge_amount(amounts: Option<&LaneAmounts>, place: u32) -> Money {
    usize::try_from(place)
        .ok()
        .and_then(|place| amounts?.edges.get(place).copied())
        .unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct PathListProps {
    shown: bool,
    lang: Lang,
    summary: Shared<Summary>,
    model: Shared<LaneModel>,
    amounts: Option<Shared<LaneAmounts>>,
}

/// The picture as a table: every path with its meaning and the amount so far. Those who hear the page
/// always find it; those who see it, on demand.
#[component]
fn PathList(props: &PathListProps) -> Html {
    let text = props.lang.text().lanes;
    let name = |place: u32| {
        let node = usize::try_from(place)
            .ok()
            .and_then(|place| props.model.nodes.get(place));
        let title = node.map(|node| words::node_title(node, &props.summary, props.lang));
        title.unwrap_or_default()
    };
    html! {
        <div class={if props.shown { "path-list table-scroll" } else { "visually-hidden" }} tabindex={props.shown.then_some("0")} role="region" aria-label={text.list}>
            <table class="table is-dense">
                <caption class="visually-hidden">{text.list}</caption>
                <thead><tr>
                    <th scope="col">{text.list_step}</th><th scope="col">{text.list_from}</th><th scope="col">{text.list_to}</th>
                    <th scope="col">{text.list_meaning}</th><th scope="col" class="num">{text.list_amount}</th>
                </tr></thead>
                <tbody>
                    for (edge, place) in props.model.edges.iter().zip(0_u32..) {
                        <tr key={place} class={classes!(props.amounts.as_ref().is_some_and(|amounts| amounts.active.contains(&place)).then_some("is-now"))}>
                            <td>{if edge.step == 0 { String::new() } else { words::step_sign(edge.step) }}</td>
                            <td><bdi>{name(edge.from)}</bdi></td>
                            <td><bdi>{name(edge.to)}</bdi></td>
                            <td>{(text.edge_meaning)(edge)}</td>
                            <td class="num">
                                if edge.meaning.is_some() {
                                    <Amount value={edge_amount(props.amounts.as_deref(), place)} />
                                }
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
