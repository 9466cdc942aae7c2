//! The project's chores: build the page, serve it, test everything.
//!
//! A library as well as a program, because the browser journeys serve `dist/` with the same server.

pub mod bench;
pub mod chores;
pub mod commands;
pub mod fuzz;
pub mod outside_tools;
pub mod paths;
pub mod site_build;
pub mod sizes;
pub mod splitting;
pub mod stages;
pub mod static_server;
pub mod test_run;
