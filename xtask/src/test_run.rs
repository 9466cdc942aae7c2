//! Runs the chosen stages and tells the outcome in a table.
//!
//! A stage that could not run for want of a tool is never passed over in silence: it counts as
//! failed unless `--allow-missing` was said, and on a build server always.

use anyhow::{Result, bail};
use std::time::Instant;

use crate::outside_tools::Missing;
use crate::stages::{ALL, Stage};

/// What the command line asked for.
#[derive(Default)]
pub struct Choice {
    /// Names of stages; empty means all.
    pub only: Vec<String>,
    pub allow_missing: bool,
}

enum Outcome {
    Passed,
    Failed(String),
    NotRun(String),
}

struct Entry {
    stage: &'static Stage,
    outcome: Outcome,
    seconds: f64,
}

/// Whether everything that had to pass passed.
pub fn run(choice: &Choice) -> Result<bool> {
    let stages = chosen(&choice.only)?;
    let mut entries: Vec<Entry> = Vec::new();
    for stage in stages {
        println!("\n=== {}: {} ===", stage.name, stage.about);
        let started = Instant::now();
        let outcome = match unmet_need(stage, &entries) {
            Some(need) => Outcome::Failed(format!("not run, because {need} did not pass")),
            None => outcome_of((stage.run)()),
        };
        if let Outcome::Failed(why) | Outcome::NotRun(why) = &outcome {
            println!("{}: {why}", stage.name);
        }
        entries.push(Entry {
            stage,
            outcome,
            seconds: started.elapsed().as_secs_f64(),
        });
    }
    Ok(summary(&entries, choice.allow_missing))
}

fn chosen(only: &[String]) -> Result<Vec<&'static Stage>> {
    let known: Vec<&str> = ALL.iter().map(|stage| stage.name).collect();
    if let Some(unknown) = only.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("no stage {unknown}: {}", known.join(", "));
    }
    let is_named = |name: &str| only.iter().any(|wanted| wanted == name);
    let is_needed = |name: &str| {
        ALL.iter()
            .any(|stage| is_named(stage.name) && stage.needs.contains(&name))
    };
    Ok(ALL
        .iter()
        .filter(|stage| only.is_empty() || is_named(stage.name) || is_needed(stage.name))
        .collect())
}

fn unmet_need(stage: &Stage, entries: &[Entry]) -> Option<&'static str> {
    entries
        .iter()
        .filter(|entry| stage.needs.contains(&entry.stage.name))
        .find(|entry| !matches!(entry.outcome, Outcome::Passed))
        .map(|entry| entry.stage.name)
}

fn outcome_of(result: Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Passed,
        Err(error) if error.is::<Missing>() => Outcome::NotRun(format!("{error:#}")),
        Err(error) => Outcome::Failed(format!("{error:#}")),
    }
}

fn summary(entries: &[Entry], allow_missing: bool) -> bool {
    println!("\n{:<10} {:<8} {:>8}  about", "stage", "outcome", "seconds");
    let (mut passed, mut failed, mut not_run) = (0, 0, 0);
    for entry in entries {
        let word = match &entry.outcome {
            Outcome::Passed => {
                passed += 1;
                "passed"
            }
            Outcome::Failed(_) => {
                failed += 1;
                "FAILED"
            }
            Outcome::NotRun(_) => {
                not_run += 1;
                "NOT RUN"
            }
        };
        println!(
            "{:<10} {word:<8} {:>8.1}  {}",
            entry.stage.name, entry.seconds, entry.stage.about
        );
    }
    let seconds: f64 = entries.iter().map(|entry| entry.seconds).sum();
    println!("{:<10} {:<8} {seconds:>8.1}", "total", "");
    if not_run > 0 {
        let forgiven = allow_missing && !on_build_server();
        println!(
            "\n{not_run} stages were NOT RUN for want of a tool; the lines to install them are above."
        );
        if !forgiven {
            failed += not_run;
        }
    }
    println!("\n{passed} passed, {failed} failed");
    failed == 0
}

fn on_build_server() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
