//! The share dialog: the link, how long it is, copying it, and the file for what is too long.

use std::rc::Rc;

use daycut::facade::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::effects::sharing;
use super::facts::{Dialog, Msg, Toast};
use super::qr::QrCode;
use super::store::{use_dispatch, use_model};
use super::widgets::dialog::Modal;
use super::widgets::icon::{Drawn, Icon};

/// Fits a QR code that a projector can show.
const SHORT: usize = 600;
/// Chat applications take it.
const MIDDLE: usize = 2_000;

/// The share dialog.
#[component]
pub fn ShareDialog() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let Some(Dialog::Share(link)) = &model.dialog else {
        return Html::default();
    };
    let text = model.lang.text();
    let download = model.draft.as_ref().map(|draft| {
        let scenario = draft.scenario.clone();
        let onclick = Callback::from(move |_: MouseEvent| sharing::download(&scenario));
        html! {
            <button type="button" class="btn" {onclick}><Drawn icon={Icon::Download} />{text.share.download}</button>
        }
    });
    html! {
        <Modal id="share" title={text.share.heading} close={text.frame.close} on_close={dispatch.reform(|()| Msg::DialogClosed)}
            foot={html! { <>{download}</> }}>
            if let Ok(link) = link {
                <LinkField lang={model.lang} link={link.clone()} dispatch={dispatch.clone()} />
            } else {
                <p>{text.share.too_long}</p>
            }
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct LinkFieldProps {
    lang: Lang,
    link: Rc<str>,
    dispatch: Callback<Msg>,
}

#[component]
fn LinkField(props: &LinkFieldProps) -> Html {
    let text = props.lang.text().share;
    let field = use_node_ref();
    let by_hand = use_state_eq(|| false);
    let onclick = {
        let (field, by_hand) = (field.clone(), by_hand.clone());
        let (link, dispatch) = (Rc::clone(&props.link), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (field, by_hand) = (field.clone(), by_hand.clone());
            let refused = Callback::from(move |()| {
                if let Some(field) = field.cast::<HtmlInputElement>() {
                    // The link can still be selected by hand.
                    let _ = field.focus();
                    field.select();
                }
                by_hand.set(true);
            });
            sharing::copy(&link, Toast::LinkCopied, refused, &dispatch);
        })
    };
    let length = props.link.chars().count();
    let (class, said) = if length <= SHORT {
        ("meter-short", text.length_short)
    } else if length <= MIDDLE {
        ("meter-middle", text.length_middle)
    } else {
        ("meter-long", text.length_long)
    };
    html! {
        <div class="stack">
            <p class="muted">{text.hint}</p>
            <div class="field">
                <label class="field-label" for="share-link">{text.link}</label>
                <div class="row link-row">
                    <input class="input mono grow" id="share-link" type="text" readonly=true value={props.link.to_string()} ref={field} />
                    <button type="button" class="btn btn-primary" autofocus=true {onclick}>{text.copy_link}</button>
                </div>
                <span class={classes!("length-meter", class)}>
                    <meter min="0" max="4000" low={SHORT.to_string()} high={MIDDLE.to_string()} optimum="0" value={length.min(4000).to_string()}
                        aria-label={(text.length)(length)}></meter>
                    {(text.length)(length)}{" · "}{said}
                </span>
                <QrCode lang={props.lang} link={Rc::clone(&props.link)} />
                if *by_hand { <p role="alert">{text.copy_by_hand}</p> }
            </div>
        </div>
    }
}
