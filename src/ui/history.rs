//! What was changed so far, newest first; a press goes back, or forth again, to that state.

use yew::prelude::*;

use super::facts::{Dialog, Msg};
use super::store::{use_dispatch, use_model};
use super::widgets::dialog::Modal;

/// What was changed so far.
#[component]
pub fn HistoryDialog() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let draft = model
        .draft
        .as_ref()
        .filter(|_| model.dialog == Some(Dialog::History) && model.route.is_desk());
    let Some(draft) = draft else {
        return Html::default();
    };
    let text = model.lang.text();
    let (edits, in_force) = draft.history();
    let row = |steps: usize, said: String| {
        let is_now = steps == in_force;
        let onclick = dispatch.reform(move |_: MouseEvent| Msg::SteppedTo(steps));
        let undone = (steps > in_force).then_some("is-undone");
        html! {
            <li key={steps}>
                <button type="button" class={classes!("step", undone)} aria-current={is_now.then_some("step")} {onclick}>
                    <span class="grow clip">{said}</span>
                    if is_now { <span class="chip chip-accent">{text.frame.history_now}</span> }
                </button>
            </li>
        }
    };
    let steps = edits.iter().enumerate().rev();
    html! {
        <Modal id="history" title={text.frame.history} close={text.frame.close} on_close={dispatch.reform(|()| Msg::DialogClosed)}>
            if edits.is_empty() { <p class="muted">{text.frame.history_none}</p> }
            <ol class="steps">
                for (place, edit) in steps { {row(place.saturating_add(1), edit.label(model.lang))} }
                {row(0, text.frame.history_start.to_owned())}
            </ol>
        </Modal>
    }
}
