//! Journeys through the built page in a real Chromium, and pictures of it.
//!
//! Serves `dist/` itself, starts its own chromedriver, and gives every journey a browser that has
//! never seen the page before.

pub mod audits;
pub mod browser;
pub mod chromedriver;
pub mod journeys;
pub mod pace;
pub mod page;
pub mod runner;
pub mod shots;
