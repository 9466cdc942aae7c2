//! Questions that a panel asks for itself: why a balance is what it is, who holds whose money, how mirrors
//! compare. The answer goes to whoever asked; without one the panel goes on waiting.

use daycut::facade::view::{BalanceWhy, EventWhy, HeldNow, HeldOverRun, MirrorNow, MirrorRow};
use daycut::facade::{AccountId, Lang, QrPicture, ToldComparison};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::engine;
use crate::ui::facts::Asked;

fn answered<T: DeserializeOwned + 'static>(
    method: &'static str,
    arguments: Vec<JsValue>,
    answer: Callback<T>,
) {
    spawn_local(async move {
        if let Ok(told) = engine::ask(method, &arguments).await {
            answer.emit(told);
        }
    });
}

/// Why a balance is what it is, with its last `len` entries.
pub fn why_balance(asked: Asked, len: u32, answer: Callback<BalanceWhy>) {
    let AccountId(account) = asked.account;
    let arguments = vec![
        account.into(),
        asked.event.into(),
        asked.previous_day.into(),
        len.into(),
    ];
    answered("why_balance", arguments, answer);
}

/// Why an event happened.
pub fn why_event(event: u32, answer: Callback<EventWhy>) {
    answered("why_event", vec![event.into()], answer);
}

/// What every party holds of others' money after so many events.
pub fn held(event: u32, answer: Callback<Vec<HeldNow>>) {
    answered("held", vec![event.into()], answer);
}

/// The same over the whole run.
pub fn held_over_run(answer: Callback<Vec<HeldOverRun>>) {
    answered("held_over_run", Vec::new(), answer);
}

/// Mirrors, date by date.
pub fn mirrors(answer: Callback<Vec<MirrorRow>>) {
    answered("mirrors", Vec::new(), answer);
}

/// Mirrors at one instant.
pub fn mirrors_at(event: u32, answer: Callback<Vec<MirrorNow>>) {
    answered("mirrors_at", vec![event.into()], answer);
}

/// An address as a QR code.
pub fn qr(address: &str, answer: Callback<QrPicture>) {
    answered("qr", vec![address.into()], answer);
}

/// The run of a scenario as A beside the present one as B.
pub fn compared(text: &str, lang: Lang, answer: Callback<ToldComparison>) {
    answered("compared", vec![text.into(), lang.tag().into()], answer);
}
