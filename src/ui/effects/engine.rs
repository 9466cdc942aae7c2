//! Questions to the engine in its worker, answered with rows.

use js_sys::Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::host;

/// Why a question has no answer.
#[derive(Clone, PartialEq, Debug)]
pub enum EngineError {
    /// The question was taken back, or there is no run to ask about: nothing to tell anybody.
    Moot,
    /// The engine failed or cannot be reached; what it said.
    Failed(String),
}

/// Asks the worker; the answer is read into rows.
pub async fn ask<T: DeserializeOwned>(
    method: &str,
    arguments: &[JsValue],
) -> Result<T, EngineError> {
    read(value(method, arguments).await?)
}

/// Asks the worker; the answer stays as it came, as bytes have to.
pub async fn value(method: &str, arguments: &[JsValue]) -> Result<JsValue, EngineError> {
    answer(host::ask(method, &listed(arguments), None)).await
}

/// Asks the worker and is told how far it has come: done, in all.
pub async fn ask_with_progress(
    method: &str,
    arguments: &[JsValue],
    progress: impl Fn(u32, u32) + 'static,
) -> Result<JsValue, EngineError> {
    let told = Closure::<dyn Fn(u32, u32)>::new(progress);
    let listener = told.as_ref().dyn_ref::<js_sys::Function>();
    let promise = host::ask(method, &listed(arguments), listener);
    answer(promise).await
}

/// Reads rows out of an answer.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, EngineError> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| EngineError::Failed(format!("unreadable answer: {error}")))
}

/// A field of an answer.
pub fn field(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Rows as an argument.
pub fn argument<T: serde::Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

fn listed(arguments: &[JsValue]) -> Array {
    arguments.iter().collect()
}

async fn answer(promise: js_sys::Promise) -> Result<JsValue, EngineError> {
    JsFuture::from(promise).await.map_err(|error| {
        let kind = field(&error, "kind").as_string().unwrap_or_default();
        let message = field(&error, "message").as_string().unwrap_or_default();
        match kind.as_str() {
            "cancelled" | "no_run" => EngineError::Moot,
            _ => EngineError::Failed(message),
        }
    })
}
