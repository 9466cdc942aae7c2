//! Running: whenever another run is wanted, the newest scenario goes to the engine at once.
//!
//! While the engine is busy only the newest wish is remembered. A run that is soon over is waited for; one that
//! takes long is taken back, because nobody waits for an older scenario any more.

use std::cell::RefCell;
use std::rc::Rc;

use daycut::facade::view::LaneView;
use daycut::facade::{self, Scenario, ToldProblem};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine::{self, EngineError};
use super::host;
use super::timer::Timer;
use super::written;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::results::{RunEnd, Told, Wanted};
use crate::ui::shared::Shared;

/// A run that has lasted so long gives way to a newer wish; ending it costs a fresh engine.
const OLD_MS: i32 = 120;
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

/// What the engine is to do next, and how far it is with what it does.
#[derive(Default)]
struct Desk {
    next: Option<Order>,
    work: Work,
}

#[derive(Clone, Copy, PartialEq, Default)]
enum Work {
    #[default]
    Idle,
    Young,
    Old,
}

/// Runs the newest scenario whenever the model wants another run.
#[hook]
pub fn use_running(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = use_mut_ref(Desk::default);
    let (model, dispatch) = (model.clone(), dispatch.clone());
    use_effect_with(model.wanted_run, move |run| {
        if let Some(order) = ordered(&model, *run) {
            let work = {
                let mut desk = desk.borrow_mut();
                desk.next = Some(order);
                desk.work
            };
            match work {
                Work::Idle => spawn_local(worked_off(desk, dispatch)),
                Work::Young => {}
                Work::Old => host::cancel(),
            }
        }
    });
}

async fn worked_off(desk: Rc<RefCell<Desk>>, dispatch: Callback<Msg>) {
    loop {
        let order = desk.borrow_mut().next.take();
        let Some(order) = order else { break };
        desk.borrow_mut().work = Work::Young;
        let ageing = {
            let desk = Rc::clone(&desk);
            Timer::after(OLD_MS, move || {
                desk.borrow_mut().work = Work::Old;
                if desk.borrow().next.is_some() {
                    host::cancel();
                }
            })
        };
        carried_out(&order, &dispatch).await;
        drop(ageing);
    }
    desk.borrow_mut().work = Work::Idle;
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

async fn carried_out(order: &Order, dispatch: &Callback<Msg>) {
    let run = order.run;
    let slow = {
        let dispatch = dispatch.clone();
        Timer::after(SLOW_MS, move || dispatch.emit(Msg::RunTurnedSlow(run)))
    };
    let progress = {
        let dispatch = dispatch.clone();
        move |done, expected| dispatch.emit(Msg::RunProgressed(run, done, expected))
    };
    let end = asked(order, progress).await;
    drop(slow);
    match end {
        Ok(end) => dispatch.emit(Msg::RunEnded(run, end)),
        // The run was taken back: whoever did it knows.
        Err(EngineError::Moot) => {}
        Err(EngineError::Failed(said)) => {
            dispatch.emit(Msg::RunEnded(run, RunEnd::Broken(Rc::from(said))));
        }
    }
}

async fn asked(
    order: &Order,
    progress: impl Fn(u32, u32) + 'static,
) -> Result<RunEnd, EngineError> {
    let text = written::text_of(&order.scenario);
    let wanted = match order.wanted {
        Wanted::End => JsValue::NULL,
        Wanted::Place { event, of } => {
            let at = order.at.clone().unwrap_or_default();
            js_sys::Array::of3(&event.into(), &of.into(), &at.into()).into()
        }
    };
    let arguments = [
        JsValue::from(&text.script),
        engine::argument(&order.view),
        wanted,
    ];
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
