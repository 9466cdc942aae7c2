//! What an author writes down: it may be wrong until `compile` has turned it into a plan.

pub mod compile;
pub mod limits;
pub mod plan;
pub mod problem;
pub mod v1;
