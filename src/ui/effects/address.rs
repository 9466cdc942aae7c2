//! The address bar: which page it names, whether it carries a scenario, and taking that out again.

use wasm_bindgen::JsValue;
use web_sys::window;

/// What the address asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum Address {
    /// The gallery.
    Gallery,
    /// An item of the gallery.
    Item(String),
    /// The scenario on the desk, or the newest in storage.
    Desk,
    /// A scenario inside the address.
    Link(String),
}

const PLAY: &str = "#/play";

/// What the address asks for now.
pub fn current() -> Address {
    let Some(location) = window().map(|window| window.location()) else {
        return Address::Gallery;
    };
    let hash = location.hash().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    asked(&hash, &query)
}

fn asked(hash: &str, query: &str) -> Address {
    let in_query = query
        .trim_start_matches('?')
        .split('&')
        .find(|part| part.starts_with("s="));
    if is_link(hash.trim_start_matches('#')) {
        return Address::Link(hash.to_owned());
    }
    match (hash.strip_prefix(PLAY), in_query) {
        (Some(rest), _) => match rest.trim_matches('/') {
            "" => Address::Desk,
            item => Address::Item(item.to_owned()),
        },
        (None, Some(link)) => Address::Link(link.to_owned()),
        (None, None) => Address::Gallery,
    }
}

/// `s1.…`, `t1.…`, or a later kind, that the reader will name.
fn is_link(text: &str) -> bool {
    let text = text.strip_prefix("s=").unwrap_or(text);
    text.strip_prefix(['s', 't'])
        .and_then(|rest| rest.split_once('.'))
        .is_some_and(|(version, _)| {
            !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Shows the desk in the address bar without a step back, and without a scenario in it.
pub fn show_desk() {
    replace(PLAY);
}

/// Shows the gallery in the address bar without a step back.
pub fn show_gallery() {
    replace("#/");
}

/// A whole address that carries a scenario.
pub fn with_link(link: &str) -> String {
    match window().map(|window| window.location()) {
        Some(location) => {
            let origin = location.origin().unwrap_or_default();
            let path = location.pathname().unwrap_or_default();
            format!("{origin}{path}#{link}")
        }
        None => link.to_owned(),
    }
}

/// The value of a parameter of the query.
pub fn parameter(name: &str) -> Option<String> {
    let query = window()?.location().search().ok()?;
    let mut parts = query.trim_start_matches('?').split('&');
    parts.find_map(|part| {
        part.strip_prefix(name)?
            .strip_prefix('=')
            .map(str::to_owned)
    })
}

fn replace(hash: &str) {
    let Some(window) = window() else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let kept: Vec<&str> = query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("s="))
        .collect();
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    };
    if let Ok(history) = window.history() {
        // A browser that refuses keeps the old address; nothing else depends on it.
        let _ = history.replace_state_with_url(
            &JsValue::NULL,
            "",
            Some(&format!("{path}{query}{hash}")),
        );
    }
}
