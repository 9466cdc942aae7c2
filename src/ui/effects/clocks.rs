//! The residence clocks at the cursor: asked for when it has come to rest, because the whole run up to there has
//! to be read.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::engine;
use super::timer::Timer;
use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// How long the cursor rests before the clocks are read.
const REST_MS: i32 = 120;

/// Which run, after how many events.
type Wish = (u32, u32);

#[derive(Default)]
struct Desk {
    asking: bool,
    wish: Option<Wish>,
}

/// Keeps the clocks those of the cursor.
#[hook]
pub fn use_clocks(model: &Shared<Model>, dispatch: &Callback<Msg>) {
    let desk = use_mut_ref(Desk::default);
    let run = model.results.as_ref().map(|results| results.run);
    let wish = run.map(|run| (run, model.cursor));
    let dispatch = dispatch.clone();
    use_effect_with(wish, move |wish| {
        let timer = wish.and_then(|wish| {
            Timer::after(REST_MS, move || {
                desk.borrow_mut().wish = Some(wish);
                if !desk.borrow().asking {
                    desk.borrow_mut().asking = true;
                    spawn_local(answered(desk, dispatch));
                }
            })
        });
        move || drop(timer)
    });
}

async fn answered(desk: Rc<RefCell<Desk>>, dispatch: Callback<Msg>) {
    loop {
        let wish = desk.borrow_mut().wish.take();
        let Some((run, event)) = wish else { break };
        if let Ok(clocks) = engine::ask("held_clocks", &[event.into()]).await {
            dispatch.emit(Msg::ClocksArrived(run, event, Shared::new(clocks)));
        }
    }
    desk.borrow_mut().asking = false;
}
