//! Plays a plan: events are appended in time order and everything else is derived from them.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

pub mod agenda;
pub mod batches;
pub mod checkpoint;
pub mod decide;
pub mod desk;
pub mod event;
pub mod event_log;
pub mod fault;
pub(crate) mod frozen;
pub mod invariants;
pub mod ledger;
pub mod play;
mod reading;
pub mod run;
pub mod state;
