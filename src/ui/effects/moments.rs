//! Looking: what the engine says about the present moment, an account over time, a window of the journal.
//!
//! While one answer is under way only the latest wish is remembered.

use std::cell::RefCell;
use std::rc::Rc;

use daycut::facade::view::{JournalFilter, LaneView};
use daycut::facade::{AccountId, WallClock};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine;
use super::timer::Timer;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::panels::ledger::RowsWanted;
use crate::ui::shared::Shared;

/// Steps of a balance over time that a chart can show.
const POINTS: u32 = 800;
/// Journal rows shown before those of the present moment.
const ROWS_ABOVE: u32 = 60;

/// The moment that is wanted: run, event, view, and whether the picture itself is missing.
#[derive(Clone, Copy, PartialEq)]
struct Wish {
    run: u32,
    event: u32,
    view: LaneView,
    with_lanes: bool,
}

#[derive(Default)]
struct Desk {
    asking: bool,
    wish: Option<Wish>,
}

/// Keeps balances, amounts and picture those of the cursor.
#[hook]
pub fn use_moment(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = use_mut_ref(Desk::default);
    let wish = model.results.as_ref().and_then(|results| {
        let with_lanes = results.view() != model.view;
        let there = results.told.moment.snapshot.event == model.cursor && !with_lanes;
        (!there).then_some(Wish {
            run: results.run,
            event: model.cursor,
            view: model.view,
            with_lanes,
        })
    });
    let dispatch = dispatch.clone();
    use_effect_with(wish, move |wish| {
        desk.borrow_mut().wish = *wish;
        if wish.is_some() && !desk.borrow().asking {
            desk.borrow_mut().asking = true;
            spawn_local(answered(desk, dispatch));
        }
    });
}

async fn answered(desk: Rc<RefCell<Desk>>, dispatch: Callback<Msg>) {
    loop {
        let wish = desk.borrow_mut().wish.take();
        let Some(wish) = wish else { break };
        let arguments = [
            JsValue::from(wish.event),
            engine::argument(&wish.view),
            wish.with_lanes.into(),
        ];
        // Without an answer the last moment stays on screen; the run's own state says why.
        if let Ok(moment) = engine::ask("moment", &arguments).await {
            dispatch.emit(Msg::MomentArrived(wish.run, wish.view, moment));
        }
    }
    desk.borrow_mut().asking = false;
}

/// Fetches the chosen account over time.
#[hook]
pub fn use_series(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let wanted = model
        .results
        .as_ref()
        .and_then(|results| Some((results.run, model.selected?)));
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if let Some((run, AccountId(account))) = *wanted {
            spawn_local(async move {
                let arguments = [JsValue::from(account), JsValue::from(POINTS)];
                if let Ok(series) = engine::ask("series", &arguments).await {
                    dispatch.emit(Msg::SeriesArrived(run, Shared::new(series)));
                }
            });
        }
    });
}

/// Lets time pass while it plays.
#[hook]
pub fn use_ticking(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let pace = model.playing.then_some(model.speed.max(1));
    let dispatch = dispatch.clone();
    use_effect_with(pace, move |pace| {
        let timer = pace.and_then(|speed| {
            let pause = 1000_u32.checked_div(speed).unwrap_or(1000).max(16);
            Timer::every(i32::try_from(pause).unwrap_or(1000), move || {
                dispatch.emit(Msg::Ticked)
            })
        });
        move || drop(timer)
    });
}

/// Brings journal rows to whoever wants them.
pub fn fetch_rows(wanted: RowsWanted) {
    spawn_local(async move {
        let around = match wanted.around {
            Some(event) => js_sys::Array::of2(&event.into(), &ROWS_ABOVE.into()).into(),
            None => JsValue::NULL,
        };
        let filter: JournalFilter = wanted.filter;
        let arguments = [
            engine::argument(&filter),
            wanted.from.into(),
            wanted.len.into(),
            around,
        ];
        if let Ok(window) = engine::ask("rows", &arguments).await {
            wanted.answer.emit(window);
        }
    });
}

/// Moves the cursor to the last event at or before a moment.
pub fn seek_moment(at: WallClock, dispatch: Callback<Msg>) {
    spawn_local(async move {
        let arguments = [JsValue::from(at.to_string())];
        if let Ok(event) = engine::ask("event_at", &arguments).await {
            dispatch.emit(Msg::CursorMoved(event));
        }
    });
}
