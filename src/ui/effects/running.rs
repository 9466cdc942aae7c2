//! Running: whenever another run is wanted, the newest scenario goes to the engine, after a short pause.

use std::cell::Cell;
use std::rc::Rc;

use daycut::facade::view::LaneView;
use daycut::facade::{self, Scenario, ToldProblem};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine::{self, EngineError};
use super::host;
use super::timer::Timer;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::results::{RunEnd, Told, Wanted};
use crate::ui::shared::Shared;

/// Changes that follow each other closely are run once.
const PAUSE_MS: i32 = 120;
/// A run that takes longer is worth a word.
const SLOW_MS: i32 = 300;

/// Everything that a run needs to be told.
struct Order {
    run: u32,
    scenario: Shared<Scenario>,
    view: LaneView,
    wanted: Wanted,
    at: Option<String>,
}

/// Runs the newest scenario whenever the model wants another run.
#[hook]
pub fn use_running(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let busy = use_mut_ref(|| Rc::new(Cell::new(false)));
    let (model, dispatch) = (model.clone(), dispatch.clone());
    use_effect_with(model.wanted_run, move |run| {
        let order = ordered(&model, *run);
        let pause = if model.results.is_none() { 0 } else { PAUSE_MS };
        let busy = Rc::clone(&busy.borrow());
        let timer = order.and_then(|order| {
            Timer::after(pause, move || {
                if busy.replace(true) {
                    // The run before is about an older scenario: nobody waits for it any more.
                    host::cancel();
                }
                spawn_local(carried_out(order, dispatch, busy));
            })
        });
        move || drop(timer)
    });
}

/// Takes the run back, and says so.
pub fn cancel(dispatch: &Callback<Msg>) {
    host::cancel();
    dispatch.emit(Msg::RunCancelled);
}

fn ordered(model: &Model, run: u32) -> Option<Order> {
    let draft = model.draft.as_ref()?;
    if !matches!(model.run, crate::ui::results::RunState::Running { .. }) {
        return None;
    }
    let at = model
        .results
        .as_ref()
        .map(|results| results.told.moment.snapshot.at.to_string());
    Some(Order {
        run,
        scenario: draft.scenario.clone(),
        view: model.view,
        wanted: model.wanted_place(),
        at,
    })
}

async fn carried_out(order: Order, dispatch: Callback<Msg>, busy: Rc<Cell<bool>>) {
    let run = order.run;
    let slow = {
        let dispatch = dispatch.clone();
        Timer::after(SLOW_MS, move || dispatch.emit(Msg::RunTurnedSlow(run)))
    };
    let progress = {
        let dispatch = dispatch.clone();
        move |done, expected| dispatch.emit(Msg::RunProgressed(run, done, expected))
    };
    let end = asked(&order, progress).await;
    drop(slow);
    match end {
        Ok(end) => {
            busy.set(false);
            dispatch.emit(Msg::RunEnded(run, end));
        }
        // The engine is already busy with what came instead.
        Err(EngineError::Moot) => {}
        Err(EngineError::Failed(said)) => {
            busy.set(false);
            dispatch.emit(Msg::RunEnded(run, RunEnd::Broken(Rc::from(said))));
        }
    }
}

async fn asked(
    order: &Order,
    progress: impl Fn(u32, u32) + 'static,
) -> Result<RunEnd, EngineError> {
    let text = facade::write(&order.scenario);
    let wanted = match order.wanted {
        Wanted::End => JsValue::NULL,
        Wanted::Place { event, of } => {
            let at = order.at.clone().unwrap_or_default();
            js_sys::Array::of3(&event.into(), &of.into(), &at.into()).into()
        }
    };
    let arguments = [JsValue::from(text), engine::argument(&order.view), wanted];
    let outcome = engine::ask_with_progress("simulate", &arguments, progress).await?;
    let status = engine::field(&outcome, "status")
        .as_string()
        .unwrap_or_default();
    match status.as_str() {
        "ok" => {
            let told: Told = engine::read(engine::field(&outcome, "told"))?;
            Ok(RunEnd::Done(told))
        }
        "rejected" => {
            let problems: Vec<ToldProblem> = engine::read(engine::field(&outcome, "problems"))?;
            Ok(RunEnd::Rejected(problems.into()))
        }
        _ => {
            let fault: facade::Fault = engine::read(engine::field(&outcome, "fault"))?;
            Ok(RunEnd::Broken(Rc::from(format!("{fault:?}"))))
        }
    }
}
