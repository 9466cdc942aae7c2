//! A box over the page: the browser holds the focus inside and closes it on Esc.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// A box over the page.
#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// Prefix of ids.
    pub id: &'static str,
    /// Its heading.
    pub title: AttrValue,
    /// The word on the button that closes it.
    pub close: AttrValue,
    /// It was closed.
    pub on_close: Callback<()>,
    /// What is in it.
    pub children: Html,
    /// Its buttons.
    #[prop_or_default]
    pub foot: Html,
}

/// A box over the page; it is open for as long as it exists.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // A dialog that is open already stays open.
                let _ = dialog.show_modal();
            }
        });
    }
    let onclose = props.on_close.reform(|_: Event| ());
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    let heading = AttrValue::from(format!("{}-heading", props.id));
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby={heading.clone()} {onclose}>
            <div class="dialog-head">
                <h2 id={heading}>{&props.title}</h2>
                <button type="button" class="btn btn-small btn-quiet" {onclick}>{&props.close}</button>
            </div>
            <div class="dialog-body">{props.children.clone()}</div>
            if props.foot != Html::default() {
                <div class="dialog-foot">{props.foot.clone()}</div>
            }
        </dialog>
    }
}
