//! Giving away: links onto the clipboard, scenarios as files.

use std::rc::Rc;

use daycut::facade::{self, Scenario};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{address, host};
use crate::ui::facts::{Dialog, Msg, RawText, Toast};

/// The whole address of a scenario; an error is the number of characters allowed.
pub fn link_of(scenario: &Scenario) -> Result<Rc<str>, usize> {
    match facade::link(scenario) {
        Ok(link) => Ok(Rc::from(address::with_link(&link))),
        Err(too_long) => Err(too_long.max),
    }
}

/// Opens the share dialog with the link of a scenario.
pub fn share(scenario: &Scenario, dispatch: &Callback<Msg>) {
    dispatch.emit(Msg::DialogOpened(Dialog::Share(link_of(scenario))));
}

/// Opens the share dialog with the link of two scenarios that are compared.
pub fn share_pair(a: &Scenario, b: &Scenario, dispatch: &Callback<Msg>) {
    let link = match facade::pair_link(a, b) {
        Ok(link) => Ok(Rc::from(address::with_link(&link))),
        Err(too_long) => Err(too_long.max),
    };
    dispatch.emit(Msg::DialogOpened(Dialog::Share(link)));
}

/// Puts text on the clipboard; says so, or calls `refused`.
pub fn copy(text: &str, done: Toast, refused: Callback<()>, dispatch: &Callback<Msg>) {
    let promise = host::copy(text);
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let answer = JsFuture::from(promise).await;
        let copied = answer
            .ok()
            .and_then(|answer| answer.as_bool())
            .unwrap_or(false);
        if copied {
            dispatch.emit(Msg::Toasted(done));
        } else {
            refused.emit(());
        }
    });
}

/// Gives the visitor a text that cannot be opened here.
pub fn give(raw: &RawText) {
    host::download(&raw.name, &JsValue::from_str(&raw.text), "text/plain");
}

/// Gives the scenario to the visitor as a file.
pub fn download(scenario: &Scenario) {
    let text = facade::write(scenario);
    let name = format!("{}.daycut.json", file_name(&scenario.title.zh));
    host::download(&name, &JsValue::from(text), "application/json");
}

/// A title without what file systems refuse.
fn file_name(title: &str) -> String {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ' | '·');
    let name: String = title
        .chars()
        .filter(|letter| fits(*letter))
        .take(40)
        .collect();
    match name.trim() {
        "" => "scenario".to_owned(),
        name => name.replace(' ', ""),
    }
}
