//! What the script beside the program does for it: the engine's worker, the clipboard, files, the last good work.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Asks the engine's worker.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn ask(method: &str, arguments: &Array, progress: Option<&Function>) -> Promise;
    /// Ends whatever the engine is doing.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn cancel();
    /// Keeps the work where a failure of the program cannot reach it.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn keep(work: &str);
    /// Says that the program has failed.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn fail(message: &str);
    /// Work that a failure left behind, once.
    #[wasm_bindgen(js_namespace = daycut)]
    pub fn rescued() -> Option<String>;
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
