//! Times the engine, natively and in wasm, beside programs of the same business in JavaScript.
//!
//! Nothing here is a test: it takes minutes, wants an idle machine and judges by figures.

use anyhow::{Context, Result};
use std::path::PathBuf;

use crate::outside_tools::{self as outside, NODE};
use crate::site_build::{self, Profile};
use crate::{chores, commands, paths};

/// Builds what is compared and runs the rounds; `sizes` are numbers of payments, all of them when empty.
pub fn run(sizes: &[String]) -> Result<()> {
    outside::ensure(&[&NODE])?;
    let packages = outside::npm_packages("tests/bench", "npm-bench")?;
    site_build::build_engine_for_node(Profile::Release)?;
    let native = chores::timed("native engine: compile", native_engine)?;
    commands::run(
        commands::program("node")
            .arg("tests/bench/run.mjs")
            .arg(paths::engine_node().join("engine.js"))
            .arg(native)
            .arg(packages)
            .args(sizes),
    )
}

/// The program of `tests/bench/native.rs`, whose file name only Cargo knows.
fn native_engine() -> Result<PathBuf> {
    let mut build = commands::cargo([
        "build",
        "--locked",
        "--release",
        "--package",
        "daycut",
        "--bench",
        "native",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let messages = commands::output(&mut build)?;
    let executable = messages
        .lines()
        .filter(|line| line.contains("\"kind\":[\"bench\"]"))
        .filter_map(|line| line.split_once("\"executable\":\""))
        .filter_map(|(_, rest)| rest.split_once('"'))
        .map(|(path, _)| PathBuf::from(path))
        .next_back();
    executable.context("Cargo built no native bench")
}
