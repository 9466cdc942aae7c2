//! The program that `cargo xtask test` and `cargo xtask shots` call to drive the browser.

use anyhow::{Context, Result, bail};
use e2e::{pace, runner, shots};
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
e2e journeys --axe FILE [NAME…]   run all journeys, or those named
e2e pace                          how long somebody waits at the page
e2e shots [ROUTE…]                take pictures of the routes (like '#/play') into target/shots/

dist/ must have been built.";

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match parsed() {
        Ok(Request::Journeys { axe, names }) => runner::run(&axe, &names).await,
        Ok(Request::Pace) => pace::measure().await,
        Ok(Request::Shots { routes }) => shots::take(&routes).await.map(|()| true),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

enum Request {
    Journeys { axe: PathBuf, names: Vec<String> },
    Pace,
    Shots { routes: Vec<String> },
}

fn parsed() -> Result<Request> {
    let mut arguments = lexopt::Parser::from_env();
    let mut words = Vec::new();
    let mut axe = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("axe") => axe = Some(PathBuf::from(arguments.value()?)),
            Value(word) => words.push(word.string()?),
            other => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    match words.next().as_deref() {
        Some("journeys") => Ok(Request::Journeys {
            axe: axe.context("journeys need --axe FILE, the axe-core script")?,
            names: words.collect(),
        }),
        Some("pace") => Ok(Request::Pace),
        Some("shots") => Ok(Request::Shots {
            routes: words.collect(),
        }),
        _ => bail!("{HELP}"),
    }
}
