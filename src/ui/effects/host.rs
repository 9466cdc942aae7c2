//! What the script beside the program does for it: the engine's worker, the clipboard, files, the last good work.

use js_sys::{Array, Function, JsString, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Asks the engine's worker.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn ask(method: &str, arguments: &Array, progress: Option<&Function>) -> Promise;
    /// Ends whatever the engine is doing.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn cancel();
    /// Keeps the work where a failure of the program cannot reach it: its name in storage, or nothing where it is only
    /// looked at, what a slot would say of it, and the text.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn keep(id: &str, line: &str, text: &JsString);
    /// Says that the program has failed.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn fail(message: &str);
    /// Whether the page was opened again after a failure, asked once.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn rescued() -> bool;
    /// Whether nothing should run by itself, asked once.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn careful() -> bool;
    /// Puts text on the clipboard; whether that was allowed.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn copy(text: &str) -> Promise;
    /// Opens a document in a window of its own and has it printed; gives it as a file where that is not allowed.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn print(name: &str, content: &JsValue, media_type: &str);
    /// Gives the visitor a file.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn download(name: &str, content: &JsValue, media_type: &str);
}
