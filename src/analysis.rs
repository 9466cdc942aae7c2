//! Read-only views of a finished run: reports, lanes, files.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

pub mod compare;
pub mod export;
mod holding;
pub mod lanes;
pub mod lessons;
mod mirroring;
pub(crate) mod printed;
pub mod report;
pub mod rules;
pub mod view;
