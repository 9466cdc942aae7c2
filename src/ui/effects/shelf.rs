//! The shelf on which works stand, in IndexedDB: what `www/shelf.js` does for the program.

use js_sys::{Array, JsString, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::ui::work::{self, Held};

/// The browser gives no shelf, or the shelf refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = lines)]
    fn all_lines() -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = read)]
    fn read_from(key: &str) -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = put)]
    fn put_on(keys: &Array, seen: &Array, place: u32, line: &str, text: &JsString) -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = leave)]
    fn leave_on(key: &str, line: &str, text: &JsString) -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = remove)]
    fn remove_from(keys: &Array) -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = hold)]
    fn held_by(id: &str) -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = room)]
    fn asked_room() -> Promise;
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"], js_name = persist)]
    fn asked_to_persist() -> Promise;
    /// Tells the other tabs that a work has been kept.
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"])]
    pub fn tell(id: &str, line: &str);
    /// Calls whenever another tab has told something, and when the shelf was taken away.
    #[wasm_bindgen(js_namespace = ["daycut", "shelf"])]
    pub fn listen(told: &js_sys::Function, lost: &js_sys::Function);
}

async fn answer(promise: Promise) -> Result<JsValue, Refused> {
    JsFuture::from(promise).await.map_err(|_| Refused)
}

/// The two slots of a work, and the place for what is written in haste.
pub fn keys_of(id: &str) -> [String; 2] {
    [format!("{id}.a"), format!("{id}.b")]
}

/// Where a revision waits that was written without looking.
pub fn haste_of(id: &str) -> String {
    format!("{id}.x")
}

/// Every key with its line.
pub async fn lines() -> Result<Vec<(String, String)>, Refused> {
    let found = Array::from(&answer(all_lines()).await?);
    let pairs = found.iter().map(|pair| {
        let pair = Array::from(&pair);
        let text = |place| pair.get(place).as_string().unwrap_or_default();
        (text(0), text(1))
    });
    Ok(pairs.collect())
}

/// What stands under a key: what its line and text together are, the line, the text.
pub async fn read(key: &str) -> Result<(Held, Option<String>, String), Refused> {
    let found = Array::from(&answer(read_from(key)).await?);
    let (line, text) = (found.get(0).as_string(), found.get(1).as_string());
    let text = text.unwrap_or_default();
    let held = match work::held(line.as_deref()) {
        Held::Work(head) if !head.describes(&text) => Held::Damaged,
        held => held,
    };
    Ok((held, line, text))
}

/// Writes into one of two slots if both still have the lines that were seen; whether they had.
pub async fn put(
    keys: &[String; 2],
    seen: &[Option<String>; 2],
    place: usize,
    line: &str,
    text: &JsString,
) -> Result<bool, Refused> {
    let seen: Array = seen
        .iter()
        .map(|line| line.as_deref().map_or(JsValue::NULL, JsValue::from_str))
        .collect();
    let place = u32::try_from(place).unwrap_or(0);
    let promise = put_on(&listed(keys), &seen, place, line, text);
    Ok(answer(promise).await?.is_truthy())
}

/// Writes under a key without looking. It has begun when this returns; the answer may come too late for the page.
pub fn begin_to_leave(
    key: &str,
    line: &str,
    text: &JsString,
) -> impl Future<Output = Result<(), Refused>> + use<> {
    let promise = leave_on(key, line, text);
    async { answer(promise).await.map(|_| ()) }
}

/// Takes keys off the shelf.
pub async fn remove(keys: &[String]) -> Result<(), Refused> {
    answer(remove_from(&listed(keys))).await.map(|_| ())
}

fn listed(keys: &[String]) -> Array {
    keys.iter().map(|key| JsValue::from_str(key)).collect()
}

/// Whether no other tab has this work open.
pub async fn hold(id: &str) -> bool {
    answer(held_by(id)).await != Ok(JsValue::FALSE)
}

/// Bytes in use and bytes allowed, where the browser says.
pub async fn room() -> Option<(u64, u64)> {
    let found = Array::from(&answer(asked_room()).await.ok()?);
    let bytes = |place| {
        let bytes = found.get(place).as_f64().filter(|bytes| *bytes >= 0.0)?;
        format!("{bytes:.0}").parse().ok()
    };
    Some((bytes(0)?, bytes(1)?))
}

/// Asks the browser not to clear works by itself.
pub async fn persist() {
    // A browser that does not agree may clear works that were not opened for weeks; the list says how large they are.
    let _ = answer(asked_to_persist()).await;
}
