//! What `cargo xtask test` does, in order.

use anyhow::{Result, ensure};
use std::path::PathBuf;

use crate::outside_tools::{self as outside, CHINESE_FONT, CHROMEDRIVER, CHROMIUM};
use crate::site_build::{self, Profile};
use crate::{chores, commands, paths};

/// One part of the test, with a name for `--only`.
pub struct Stage {
    pub name: &'static str,
    /// What it finds out, in the words of somebody reading the table.
    pub about: &'static str,
    /// Stages whose results this one uses.
    pub needs: &'static [&'static str],
    pub run: fn() -> Result<()>,
}

pub const ALL: &[Stage] = &[
    Stage {
        name: "fmt",
        about: "formatting",
        needs: &[],
        run: formatting,
    },
    Stage {
        name: "clippy",
        about: "lints: native, page, engine",
        needs: &[],
        run: lints,
    },
    Stage {
        name: "unit",
        about: "native tests of the whole workspace",
        needs: &[],
        run: native_tests,
    },
    Stage {
        name: "build",
        about: "release build within the size budget",
        needs: &[],
        run: release_build,
    },
    Stage {
        name: "parity",
        about: "wasm and native export the same bytes",
        needs: &["build"],
        run: parity,
    },
    Stage {
        name: "readers",
        about: "hledger, ledger, beancount, csv and XML readers agree with our files",
        needs: &[],
        run: journal_readers,
    },
    Stage {
        name: "calendar",
        about: "two published calendars agree with our working days",
        needs: &[],
        run: working_days,
    },
    Stage {
        name: "journeys",
        about: "journeys through the page in Chromium",
        needs: &["build"],
        run: journeys,
    },
];

const WASM: [&str; 4] = [
    "--target",
    "wasm32-unknown-unknown",
    "--no-default-features",
    "--features",
];

fn formatting() -> Result<()> {
    outside::ensure_component("rustfmt", &["fmt", "--version"])?;
    commands::run(&mut commands::cargo(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    outside::ensure_component("clippy", &["clippy", "--version"])?;
    site_build::ensure_wasm_target()?;
    let for_wasm = |what: &[&'static str], feature: &'static str| -> Vec<&'static str> {
        [&["--package", "daycut"], what, &WASM, &[feature]].concat()
    };
    let kinds = [
        ("native", vec!["--workspace", "--all-targets"]),
        ("page", for_wasm(&["--bin", "page"], "page")),
        ("engine", for_wasm(&["--lib"], "js-api")),
    ];
    // All three even when one fails: whoever mends the first wants to know of the others.
    let mut refused = Vec::new();
    for (kind, what) in kinds {
        let outcome = chores::timed(&format!("clippy: {kind}"), || {
            let mut command = commands::cargo(["clippy", "--locked", "--quiet"]);
            commands::run(command.args(what).args(["--", "-D", "warnings"]))
        });
        if outcome.is_err() {
            refused.push(kind);
        }
    }
    ensure!(refused.is_empty(), "clippy refuses: {}", refused.join(", "));
    Ok(())
}

/// Properties draw the same cases here on every machine, so that a failure is the change's own and comes
/// again; a plain `cargo test` draws new ones.
const PROPERTY_SEED: &str = "20181001";

fn native_tests() -> Result<()> {
    let mut command = commands::cargo(["test", "--locked", "--workspace", "--exclude", "e2e"]);
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        command.env("PROPTEST_RNG_SEED", PROPERTY_SEED);
    }
    commands::run(&mut command)
}

fn release_build() -> Result<()> {
    site_build::build(Profile::Release)
}

fn parity() -> Result<()> {
    outside::ensure(&[&outside::NODE])?;
    let cli = command_line()?;
    commands::run(
        commands::program("node")
            .arg("tests/parity/run.mjs")
            .arg(paths::engine_node().join("engine.js"))
            .arg(cli)
            .arg("www/scenarios")
            .arg(paths::target().join("parity")),
    )
}

fn journal_readers() -> Result<()> {
    let python = outside::python_with_readers()?;
    outside::ensure(&[&outside::HLEDGER, &outside::LEDGER])?;
    let cli = command_line()?;
    for (check, output) in [
        ("tests/readers/check_journals.py", "readers"),
        ("tests/readers/check_files.py", "readers-files"),
    ] {
        commands::run(
            commands::program(&python)
                .arg(check)
                .arg(&cli)
                .arg("www/scenarios")
                .arg(paths::target().join(output)),
        )?;
    }
    Ok(())
}

fn working_days() -> Result<()> {
    let python = outside::python_with_readers()?;
    let cli = command_line()?;
    commands::run(
        commands::program(python)
            .arg("tests/readers/check_working_days.py")
            .arg(cli),
    )
}

fn journeys() -> Result<()> {
    outside::ensure(&[&CHROMIUM, &CHROMEDRIVER, &CHINESE_FONT, &outside::PDFTOTEXT])?;
    let axe = outside::axe_script()?;
    // A journey compares what the page gives with what the command line writes.
    command_line()?;
    commands::run(browser_program()?.args(["journeys", "--axe"]).arg(axe))
}

/// How long somebody waits at the built page, see `tests/e2e/src/pace.rs`.
pub fn pace() -> Result<()> {
    outside::ensure(&[&CHROMIUM, &CHROMEDRIVER])?;
    commands::run(browser_program()?.arg("pace"))
}

/// Pictures of the built page, see `tests/e2e/src/shots.rs`.
pub fn shots(routes: &[String]) -> Result<()> {
    outside::ensure(&[&CHROMIUM, &CHROMEDRIVER, &CHINESE_FONT])?;
    commands::run(browser_program()?.arg("shots").args(routes))
}

fn browser_program() -> Result<std::process::Command> {
    commands::run(&mut commands::cargo([
        "build",
        "--locked",
        "--quiet",
        "--package",
        "e2e",
    ]))?;
    Ok(commands::program(paths::target().join("debug/e2e")))
}

/// The native command line, which the outside tests use as a user would.
fn command_line() -> Result<PathBuf> {
    commands::run(&mut commands::cargo([
        "build",
        "--locked",
        "--quiet",
        "--package",
        "daycut",
        "--bin",
        "daycut-cli",
    ]))?;
    Ok(paths::target().join("debug/daycut-cli"))
}
