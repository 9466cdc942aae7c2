//! Accounting and payments: pure rules without a time loop.

pub mod account;
pub mod cycle;
pub mod posting;
