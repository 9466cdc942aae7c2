//! Which suspected risk is looked at: choosing one lights its path on the picture and goes to the moment at
//! which it is seen best.

use daycut::facade::view::LaneView;
use daycut::facade::{Risk, RiskStep};

use crate::ui::facts::{Lit, Msg, Screen};
use crate::ui::model::Model;

/// Id of the tab of suspected risks.
pub const RISKS: &str = "risks";

/// Messages about suspected risks.
pub fn looked(model: &mut Model, msg: Msg) {
    match msg {
        Msg::RisksArrived(run, risks) => {
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.risks = Some(risks);
            }
        }
        Msg::FixesArrived(run, risk, fixes) => {
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.fixes = Some((risk, fixes));
            }
        }
        Msg::RiskChosen(lit) => chosen(model, lit),
        Msg::RiskStepped(on) => stepped(model, on),
        _ => {}
    }
}

fn found(model: &Model) -> &[Risk] {
    let risks = model
        .results
        .as_ref()
        .and_then(|results| results.risks.as_ref());
    risks.map_or(&[], |risks| risks.found.as_slice())
}

fn place(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// The edges that are lit on a picture: those of one step of the chosen risk, or of all.
pub fn lit_edges(risks: &[Risk], lit: Option<Lit>, view: LaneView) -> Vec<u32> {
    let Some((risk, lit)) = lit.and_then(|lit| Some((risks.get(place(lit.risk))?, lit))) else {
        return Vec::new();
    };
    let steps = risk.steps.iter().zip(0_u32..);
    let steps = steps.filter(|(_, step)| lit.step.is_none_or(|one| one == *step));
    steps
        .flat_map(|(step, _)| edges(step, view).iter().copied())
        .collect()
}

fn edges(step: &RiskStep, view: LaneView) -> &[u32] {
    match view {
        LaneView::Holder => &step.drawn.by_holder,
        LaneView::Keeper => &step.drawn.by_keeper,
    }
}

fn chosen(model: &mut Model, lit: Option<Lit>) {
    model.lit = lit;
    let Some(lit) = lit else { return };
    let Some(risk) = found(model).get(place(lit.risk)) else {
        model.lit = None;
        return;
    };
    let step = lit.step.and_then(|step| risk.steps.get(place(step)));
    let moment = step.and_then(|step| step.drawn.event).unwrap_or(risk.event);
    let is_drawn = |view| !lit_edges(found(model), Some(lit), view).is_empty();
    // Who moves whose money is read by holder; only there every step is drawn.
    if !is_drawn(model.view) && is_drawn(LaneView::Holder) {
        model.view = LaneView::Holder;
    }
    model.cursor = moment;
    model.playing = false;
}

/// To the next or previous risk, round and round; the panel opens with it.
fn stepped(model: &mut Model, on: bool) {
    let Ok(count) = u32::try_from(found(model).len()) else {
        return;
    };
    let Some(last) = count.checked_sub(1) else {
        return;
    };
    let risk = match (model.lit, on) {
        (None, true) => 0,
        (None, false) => last,
        (Some(lit), true) if lit.risk >= last => 0,
        (Some(lit), true) => lit.risk.saturating_add(1),
        (Some(lit), false) => lit.risk.checked_sub(1).unwrap_or(last),
    };
    model.tab = RISKS;
    model.dock_folded = Some(false);
    model.screen = Screen::Books;
    chosen(model, Some(Lit { risk, step: None }));
}
