//! Every touch of the browser: the engine's worker, storage, the address, the clipboard, keys, time.
//!
//! Effects watch the model and report what happened as messages; they decide nothing.

pub mod address;
pub mod answers;
pub mod appearance;
pub mod attention;
pub mod clocks;
pub mod compare;
pub mod engine;
pub mod files;
pub mod host;
pub mod keeping;
pub mod keys;
pub mod lessons;
pub mod listing;
pub mod moments;
pub mod opening;
pub mod risks;
pub mod room;
pub mod running;
pub mod screen;
pub mod sharing;
pub mod shelf;
pub mod storage;
pub mod story;
pub mod timer;
pub mod typing;
pub mod works;
pub mod written;
