//! Read-only views of a finished run: reports, lanes, files.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

pub mod export;
pub mod lanes;
pub mod report;
pub mod view;
