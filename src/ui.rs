//! The page: a model, effects that touch the browser, and panels that draw.

pub mod app;
pub mod bar;
pub mod blocks;
pub mod draft;
pub mod effects;
pub mod facts;
pub mod forms;
pub mod gallery;
pub mod history;
pub mod import;
pub mod looking;
pub mod messages;
pub mod model;
pub mod panels;
pub mod play;
pub mod present;
pub mod presenting;
pub mod qr;
pub mod results;
pub mod risk;
pub mod sandbox;
pub mod share;
pub mod shared;
pub mod store;
pub mod why;
pub mod widgets;
