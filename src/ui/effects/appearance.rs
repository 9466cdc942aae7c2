//! Language and colours: what was chosen, kept in storage and told to the document.

use daycut::facade::Lang;
use web_sys::window;

use super::{address, storage};
use crate::ui::facts::Theme;

const LANG: &str = "daycut.lang";
const THEME: &str = "daycut.theme";

/// The language to start with: the address, the saved choice, then the browser's own if it is English.
pub fn first_lang() -> Lang {
    let browser = || window().and_then(|window| window.navigator().language());
    let tag = address::parameter("lang")
        .or_else(|| storage::read(LANG))
        .or_else(browser);
    Lang::of_tag(&tag.unwrap_or_default())
}

/// The colours to start with.
pub fn first_theme() -> Theme {
    match storage::read(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Keeps a chosen language.
pub fn keep_lang(lang: Lang) {
    // Without storage the choice holds until the page is closed.
    let _ = storage::write(LANG, lang.tag());
}

/// Keeps chosen colours.
pub fn keep_theme(theme: Theme) {
    // Without storage the choice holds until the page is closed.
    let _ = storage::write(THEME, word(theme).unwrap_or("system"));
}

/// Tells the document the language and the title of the page.
pub fn show_lang(lang: Lang, title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // A document without attributes has no language to speak of.
            let _ = root.set_attribute("lang", lang.tag());
        }
    }
}

/// Tells the document the colours.
pub fn show_theme(theme: Theme) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // The system's colours stay when the document refuses.
        let _ = match word(theme) {
            Some(word) => root.set_attribute("data-theme", word),
            None => root.remove_attribute("data-theme"),
        };
    }
}

fn word(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

/// The element that the page is drawn into.
pub fn root() -> Option<web_sys::Element> {
    window()?.document()?.get_element_by_id("app")
}

/// Moves the focus over the bar, without touching the address.
pub fn skip_to_main(event: yew::MouseEvent) {
    event.prevent_default();
    let main = window().and_then(|window| window.document()?.get_element_by_id("main"));
    if let Some(main) =
        main.and_then(|main| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(main).ok())
    {
        // An element that cannot take the focus leaves it where it is.
        let _ = main.focus();
    }
}
