//! Share links of the JavaScript API: a scenario, or two to be compared, in a line of text.

use wasm_bindgen::prelude::*;

use super::{Answer, outcome, rejected, text_of, written};
use crate::facade::{self, LinkTooLong};

/// The share link of a scenario: what stands behind `#`.
#[wasm_bindgen(unchecked_return_type = "LinkAnswer")]
pub fn link_encode(
    #[wasm_bindgen(unchecked_param_type = "string | object")] scenario: JsValue,
) -> Answer {
    let scenario = match facade::open_text(&text_of(scenario)?) {
        Ok(scenario) => scenario,
        Err(problems) => return rejected(&problems),
    };
    linked(facade::link(&scenario))
}

/// The share link of two scenarios that are to be compared.
#[wasm_bindgen(unchecked_return_type = "LinkAnswer")]
pub fn link_encode_pair(
    #[wasm_bindgen(unchecked_param_type = "string | object")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | object")] b: JsValue,
) -> Answer {
    let (a, b) = (text_of(a)?, text_of(b)?);
    let both = facade::open_text(&a).and_then(|a| Ok((a, facade::open_text(&b)?)));
    match both {
        Ok((a, b)) => linked(facade::pair_link(&a, &b)),
        Err(problems) => rejected(&problems),
    }
}

fn linked(link: Result<String, LinkTooLong>) -> Answer {
    match link {
        Ok(link) => outcome("ok", "link", link.into()),
        Err(too_long) => {
            let limit = u32::try_from(too_long.max).unwrap_or(u32::MAX);
            outcome("too_long", "max", limit.into())
        }
    }
}

/// The scenario behind a share link, given bare or as a whole address.
#[wasm_bindgen(unchecked_return_type = "TextAnswer")]
pub fn link_decode(link: &str) -> Answer {
    written(facade::open_link(link))
}

/// The two scenarios behind a link that holds two.
#[wasm_bindgen(unchecked_return_type = "PairAnswer")]
pub fn link_decode_pair(link: &str) -> Answer {
    match facade::open_pair_link(link) {
        Ok((a, b)) => {
            let answer = outcome("ok", "a", facade::write(&a).into())?;
            js_sys::Reflect::set(&answer, &"b".into(), &facade::write(&b).into())?;
            Ok(answer)
        }
        Err(problems) => rejected(&problems),
    }
}
