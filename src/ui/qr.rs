//! The QR code of a link, drawn from what the engine computed; a link that is too long for one says so.

use std::rc::Rc;

use daycut::facade::{Lang, QR_CHARS_MAX, QrPicture, Scenario};
use yew::prelude::*;

use super::effects::{answers, sharing};
use super::shared::Shared;

/// The QR code of a link.
#[derive(Properties, PartialEq)]
pub struct QrCodeProps {
    /// Language of the page.
    pub lang: Lang,
    /// The whole address.
    pub link: Rc<str>,
}

/// The QR code of a link.
#[component]
pub fn QrCode(props: &QrCodeProps) -> Html {
    let text = props.lang.text().share;
    let told = use_state(|| None::<(Rc<str>, QrPicture)>);
    let fits = props.link.len() <= QR_CHARS_MAX;
    {
        let told = told.clone();
        let wanted = fits.then(|| Rc::clone(&props.link));
        use_effect_with(wanted, move |wanted| {
            if let Some(link) = wanted.clone() {
                let asked = link.to_string();
                let answer =
                    Callback::from(move |picture| told.set(Some((Rc::clone(&link), picture))));
                answers::qr(&asked, answer);
            }
        });
    }
    if !fits {
        let length = props.link.len();
        return html! { <p class="qr-none muted small">{(text.qr_too_long)(length, QR_CHARS_MAX)}</p> };
    }
    let here = told.as_ref().filter(|(link, _)| *link == props.link);
    let Some((_, picture)) = here else {
        return html! { <div class="qr qr-wait"></div> };
    };
    html! {
        <svg class="qr" viewBox={format!("0 0 {0} {0}", picture.size)} role="img" aria-label={text.qr} shape-rendering="crispEdges">
            <rect width="100%" height="100%" class="qr-paper" /><path class="qr-ink" d={picture.path.clone()} />
        </svg>
    }
}

/// The QR code of a scenario that is shown to others.
#[derive(Properties, PartialEq)]
pub struct ScenarioQrProps {
    /// Language of the page.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Shared<Scenario>,
}

/// The QR code of a scenario; nothing where no link holds it.
#[component]
pub fn ScenarioQr(props: &ScenarioQrProps) -> Html {
    let link = use_memo(props.scenario.clone(), |scenario| {
        sharing::link_of(scenario).ok()
    });
    match link.as_ref() {
        Some(link) => html! { <QrCode lang={props.lang} link={Rc::clone(link)} /> },
        None => Html::default(),
    }
}
