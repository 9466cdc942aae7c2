//! Ready-made pieces of a scenario, each with what comes along, to be put in with one press.

use daycut::facade::{BLOCKS, Block, Edit};
use yew::prelude::*;

use super::facts::{Dialog, Msg, Notice};
use super::forms::tongue;
use super::model;
use super::store::{use_dispatch, use_model};
use super::widgets::dialog::Modal;

/// Ready-made pieces.
#[component]
pub fn BlocksDialog() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    if model.dialog != Some(Dialog::Blocks) || !model.route.is_desk() {
        return Html::default();
    }
    let text = model.lang.text();
    let button = |block: Block| {
        let (name, about) = (text.edits.block)(block);
        let (model, dispatch) = (model.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let Some(draft) = &model.draft else { return };
            let tongue = tongue(model.lang);
            dispatch.emit(
                match model::edited(&draft.scenario, Edit::Insert { block, tongue }) {
                    Ok(msg) => msg,
                    Err(problems) => Msg::OpenRefused(Notice::EditRefused(problems.into())),
                },
            );
        });
        html! {
            <li key={name}>
                <button type="button" class="block" {onclick}><span class="strong">{name}</span><span class="muted small">{about}</span></button>
            </li>
        }
    };
    html! {
        <Modal id="blocks" title={text.model_panel.blocks} close={text.frame.close} on_close={dispatch.reform(|()| Msg::DialogClosed)}>
            <p class="muted">{text.model_panel.blocks_hint}</p>
            <ul class="blocks">for block in BLOCKS { {button(block)} }</ul>
        </Modal>
    }
}
