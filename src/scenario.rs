//! What an author writes down: it may be wrong until `compile` has turned it into a plan.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

pub(crate) mod bill;
pub mod compile;
mod contradictions;
pub mod difference;
pub mod document;
pub mod edit;
pub mod forms;
pub mod gallery;
pub mod import;
pub mod lesson;
pub mod limits;
pub mod link;
pub(crate) mod mend;
mod names;
pub mod notices;
pub mod origins;
pub mod plan;
pub mod problem;
#[cfg(test)]
pub(crate) mod samples;
pub mod schema;
pub mod v1;
pub mod writer;
