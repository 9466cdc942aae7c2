//! Accounting and payments: pure rules without a time loop.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

pub mod account;
pub mod balance;
pub mod contract;
pub mod cycle;
pub mod fee;
pub mod leg;
pub mod outflow;
pub mod party;
pub mod posting;
pub mod severity;
