//! The play page: forms, picture, time axis, tables and inspector around one cursor.

use std::rc::Rc;

use daycut::facade::lanes::Shape;
use daycut::facade::view::{JournalFilter, LaneView};
use daycut::facade::{self, AccountId, WallClock};
use yew::prelude::*;

use super::draft::Draft;
use super::effects::moments;
use super::effects::room::{Room, use_room};
use super::facts::{Msg, Pinned, Route, Screen};
use super::model::Model;
use super::panels::compare::ComparePanel;
use super::panels::inspector::InspectorPanel;
use super::panels::lanes::LanesPanel;
use super::panels::ledger::RowsWanted;
use super::panels::scenario::ScenarioPanel;
use super::panels::tables::{JOURNAL, TablesPanel};
use super::panels::timeline::TimelinePanel;
use super::place::Place;
use super::present::{present_foot, present_head};
use super::results::{Results, RunState};
use super::shared::Shared;
use super::store::{use_dispatch, use_model};

/// The play page.
#[component]
pub fn PlayPage() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let room = use_room();
    let sends = use_memo(dispatch.clone(), Sends::to);
    let text = model.lang.text().frame;
    let pane = match model.screen {
        Screen::Picture => "lanes",
        Screen::Books => "books",
        Screen::Forms => "model",
    };
    let forms_folded = model.forms_folded.unwrap_or(room.folds_forms(model.lang));
    let dock_folded = model.dock_folded.unwrap_or(room.no_dock);
    let class = classes!(
        "play",
        if forms_folded {
            "is-model-folded"
        } else {
            "is-model-open"
        },
        if dock_folded {
            "is-dock-folded"
        } else {
            "is-dock-open"
        },
        model.selected.map(|_| "has-selection"),
        model.is_stale().then_some("is-stale"),
        model.presenting.map(|_| "is-presenting"),
    );
    let said = match model.run {
        RunState::Running { .. } => text.first_run,
        RunState::Rejected => text.mend_first,
        _ => text.nothing_open,
    };
    let waiting = model.results.is_none() && matches!(model.run, RunState::Running { .. });
    html! {
        <main {class} id="main" tabindex="-1" data-pane={pane} aria-busy={waiting.then_some("true")}>
            <div class="play-model" hidden={forms_folded && !room.phone}>
                if let Some(draft) = &model.draft {
                    <ScenarioPanel lang={model.lang} scenario={draft.scenario.clone()} problems={model.problems.clone()} has_old_problems={model.has_old_problems()} attention={model.attention.clone()}
                        summary={model.results.as_ref().map(|results| results.told.summary.clone())} stale={model.is_stale()} />
                }
            </div>
            if let Some(results) = &model.results {
                if model.presenting.is_some() { {present_head(&model, results, &dispatch)} }
                <RunView model={model.clone()} results={results.clone()} sends={Shared(sends)} {room} {dock_folded} />
                if model.presenting.is_some() { {present_foot(&model, results, &dispatch)} }
            } else {
                <div class="play-stage"><p class="empty">{said}</p></div>
            }
            <PaneBar model={model.clone()} />
        </main>
    }
}

/// Everything that panels report, each once, so that a panel is drawn again only for its own news.
struct Sends {
    on_view: Callback<LaneView>,
    on_select: Callback<Option<AccountId>>,
    on_seek: Callback<u32>,
    on_seek_moment: Callback<WallClock>,
    on_play: Callback<bool>,
    on_speed: Callback<u32>,
    on_tab: Callback<&'static str>,
    on_fold: Callback<bool>,
    on_filter: Callback<JournalFilter>,
    on_journal: Callback<AccountId>,
    on_place: Callback<Rc<str>>,
    on_why: Callback<(AccountId, bool)>,
    fetch: Callback<RowsWanted>,
    send: Callback<Msg>,
}

impl Sends {
    fn to(dispatch: &Callback<Msg>) -> Sends {
        let for_moment = dispatch.clone();
        Sends {
            on_view: dispatch.reform(Msg::ViewPicked),
            on_select: dispatch.reform(Msg::AccountChosen),
            on_seek: dispatch.reform(Msg::CursorMoved),
            on_seek_moment: Callback::from(move |at| moments::seek_moment(at, for_moment.clone())),
            on_play: dispatch.reform(Msg::PlayToggled),
            on_speed: dispatch.reform(Msg::SpeedPicked),
            on_tab: dispatch.reform(Msg::TabPicked),
            on_fold: dispatch.reform(Msg::DockFolded),
            on_filter: dispatch.reform(Msg::FilterPicked),
            on_place: dispatch.reform(Msg::PlaceAsked),
            on_journal: dispatch.reform(|account| Msg::JournalOpened(account, JOURNAL)),
            on_why: dispatch.reform(|(account, previous)| Msg::WhyAsked(account, previous)),
            fetch: Callback::from(moments::fetch_rows),
            send: dispatch.clone(),
        }
    }
}

#[derive(Properties, PartialEq)]
struct RunViewProps {
    model: Shared<Model>,
    results: Results,
    sends: Shared<Sends>,
    room: Room,
    dock_folded: bool,
}

#[component]
fn RunView(props: &RunViewProps) -> Html {
    let (model, results, sends) = (&props.model, &props.results, &props.sends);
    let (lang, told) = (model.lang, &results.told);
    let shape = if props.room.phone {
        Shape::Tall
    } else {
        Shape::Wide
    };
    let scene = use_memo(
        (told.lanes.clone(), told.summary.clone(), lang, shape),
        |(lanes, summary, lang, shape)| facade::lane_scene(lanes, summary, *lang, *shape),
    );
    let compares = model.route == Route::Compare && model.presenting.is_none();
    let compared = results.compared.as_ref().map(|(_, rows)| rows.clone());
    let stale = model.is_stale().then_some("stale");
    let snapshot = Some(told.moment.snapshot.clone());
    html! {
        <>
            <div class={classes!("play-stage", stale)}>
                {stage_views(model)}
                if compares {
                    {compared_stage(props)}
                } else {
                    <LanesPanel {lang} summary={told.summary.clone()} model={told.lanes.clone()} scene={Shared(scene)}
                        amounts={told.moment.amounts.clone()} selected={model.selected} risks={results.risks.clone()} lit={model.lit}
                        clocks={results.clocks.as_ref().map(|(_, clocks)| clocks.clone())}
                        on_view={sends.on_view.clone()} on_select={sends.on_select.clone()} />
                }
            </div>
            <div class={classes!("play-inspector", stale)}>
                <InspectorPanel {lang} summary={told.summary.clone()} snapshot={snapshot.clone()} selected={model.selected}
                    event={model.cursor} run={results.run} clocks={results.clocks.as_ref().map(|(_, clocks)| clocks.clone())}
                    compared={compared.clone()} fetch={sends.fetch.clone()} on_seek={sends.on_seek.clone()}
                    on_select={sends.on_select.clone()} on_journal={sends.on_journal.clone()}
                    scenario={results.scenario.clone()} on_place={sends.on_place.clone()} on_why={sends.on_why.clone()} />
            </div>
            <div class={classes!("play-time", stale)}>
                <TimelinePanel {lang} summary={told.summary.clone()} timeline={told.timeline.clone()} snapshot={snapshot.clone()}
                    happened={told.moment.happened.clone()} series={results.series.clone()} event={model.cursor}
                    playing={model.playing} speed={model.speed} on_seek={sends.on_seek.clone()}
                    on_seek_moment={sends.on_seek_moment.clone()} on_play={sends.on_play.clone()} on_speed={sends.on_speed.clone()} />
            </div>
            <div class={classes!("play-dock", stale)}>
                <TablesPanel {lang} summary={told.summary.clone()} {snapshot} event={model.cursor} selected={model.selected}
                    tab={model.tab} filter={model.filter} batches={told.batches.clone()} payouts={told.payouts.clone()}
                    risks={results.risks.clone()} lit={model.lit} fixes={results.fixes.clone()}
                    compared={compared.clone()} send={sends.send.clone()}
                    run={results.run} folded={props.dock_folded} fetch={sends.fetch.clone()} on_tab={sends.on_tab.clone()}
                    on_fold={sends.on_fold.clone()} on_filter={sends.on_filter.clone()} on_seek={sends.on_seek.clone()}
                    on_seek_moment={sends.on_seek_moment.clone()} on_select={sends.on_select.clone()} on_why={sends.on_why.clone()} />
            </div>
        </>
    }
}

/// The choice between the picture and the comparison, once there is something to compare with.
fn stage_views(model: &Model) -> Html {
    let compares = model.route == Route::Compare;
    if model.presenting.is_some() || (model.pinned.is_none() && !compares) {
        return Html::default();
    }
    let text = model.lang.text();
    let place = model
        .draft
        .as_ref()
        .and_then(Draft::place)
        .unwrap_or(Place::Last);
    let link = |compared: bool, word: &'static str| {
        let (href, is_here) = (place.hash(compared), compared == compares);
        let current = is_here.then_some("page");
        html! { <a {href} aria-current={current}>{word}</a> }
    };
    html! {
        <nav class="stage-views" aria-label={text.pinning.views}>
            {link(false, text.lanes.heading)}
            {link(true, text.pinning.heading)}
        </nav>
    }
}

/// The comparison in the middle of the screen, or how to begin one.
fn compared_stage(props: &RunViewProps) -> Html {
    let (model, results, send) = (&props.model, &props.results, &props.sends.send);
    let (lang, text) = (model.lang, model.lang.text().pinning);
    let Some(pinned) = &model.pinned else {
        let pinned = Pinned::of(results.scenario.clone());
        let onclick = send.reform(move |_: MouseEvent| Msg::Pinned(pinned.clone(), true));
        return html! {
            <div class="empty stack">
                <p>{text.nothing_pinned}</p>
                <p><button type="button" class="btn btn-primary" {onclick}>{text.pin}</button></p>
            </div>
        };
    };
    html! {
        <ComparePanel {lang} pinned={pinned.clone()} scenario={results.scenario.clone()} run={results.run} send={send.clone()}
            summary={results.told.summary.clone()} compared={results.compared.as_ref().map(|(_, rows)| rows.clone())}
            selected={model.selected} on_select={props.sends.on_select.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct PaneBarProps {
    model: Shared<Model>,
}

/// The tabs of a small screen.
#[component]
fn PaneBar(props: &PaneBarProps) -> Html {
    let dispatch = use_dispatch();
    let text = props.model.lang.text().frame;
    let tabs = [
        (Screen::Picture, text.view_picture),
        (Screen::Books, text.view_books),
        (Screen::Forms, text.view_model),
    ];
    html! {
        <nav class="pane-bar" aria-label={text.views}>
            for (screen, word) in tabs {
                <button type="button" key={word} aria-current={(props.model.screen == screen).then_some("true")}
                    onclick={dispatch.reform(move |_: MouseEvent| Msg::ScreenPicked(screen))}>{word}</button>
            }
        </nav>
    }
}
