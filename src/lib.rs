//! Daycut (清结算沙盘): payment settlement played out in double-entry books that each cut their own day.
//!
//! Only [`facade`] is public. Layers, each may name itself and those to its left:
//! `base <- domain <- scenario <- engine <- analysis <- text <- facade <- shells`.

mod analysis;
mod base;
mod domain;
mod engine;
pub mod facade;
#[cfg(all(target_arch = "wasm32", feature = "js-api"))]
mod js;
mod scenario;
mod text;
