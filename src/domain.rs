//! Accounting and payments: pure rules without a time loop.

pub mod cycle;
