//! Inputs that nobody would write: documents, links, bills and sessions of edits, made from right ones by chance that
//! can be repeated, and thrown at the program by the thousand.
//!
//! A plain `cargo test` tries a few hundred of each, always the same, after everything in `tests/fuzz/found`, which
//! holds what once made the program fail. `cargo xtask fuzz` tries new ones for minutes. An input that fails is kept
//! in `target/fuzz`; once its fault is mended it belongs into `tests/fuzz/found`.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

mod bills;
mod corpus;
mod dice;
mod edits;
mod links;
mod mutate;
mod scenarios;

/// The page's draft, whose history is tried here too.
#[path = "."]
mod ui {
    #![expect(dead_code, reason = "the page uses what these tests do not")]

    #[path = "../../src/ui/draft.rs"]
    pub mod draft;
    #[path = "../../src/ui/place.rs"]
    pub mod place;
    #[path = "../../src/ui/shared.rs"]
    pub mod shared;
    #[path = "../../src/ui/work.rs"]
    pub mod work;
}

use std::error::Error;
use std::fs;
use std::panic::{self, AssertUnwindSafe};

use dice::Dice;

/// Nothing, or why not.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The seed of a plain `cargo test`.
const SEED: u64 = 20_181_001;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What an input does, also when it makes the program stop.
fn tried(holds: impl FnOnce() -> Outcome) -> Outcome {
    match panic::catch_unwind(AssertUnwindSafe(holds)) {
        Ok(outcome) => outcome,
        Err(_) => Err("it panicked".into()),
    }
}

/// Tries so many inputs, or `DAYCUT_FUZZ_TIMES` as many, and keeps those that fail.
fn campaign<I>(
    target: &str,
    usual: u64,
    mut input: impl FnMut(&mut Dice) -> I,
    written: impl Fn(&I) -> Vec<u8>,
    holds: impl Fn(&I) -> Outcome,
) -> Outcome {
    let seed = asked("DAYCUT_FUZZ_SEED").unwrap_or(SEED);
    let times = asked("DAYCUT_FUZZ_TIMES").unwrap_or(1);
    let cases = usual.saturating_mul(times);
    let mut failed = Vec::new();
    for case in 0..cases {
        let mut dice = Dice::new(seed ^ case.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let input = input(&mut dice);
        if let Err(error) = tried(|| holds(&input)) {
            fs::create_dir_all("target/fuzz")?;
            let file = format!("target/fuzz/{target}-{seed}-{case}");
            fs::write(&file, written(&input))?;
            failed.push(format!("{file}: {error}"));
        }
        if failed.len() == 5 {
            break;
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(failed.join("\n").into()),
    }
}

/// What once failed never fails again.
fn replayed(ending: &str, holds: impl Fn(&[u8]) -> Outcome) -> Outcome {
    for file in corpus::files("tests/fuzz/found", ending)? {
        let bytes = fs::read(&file)?;
        tried(|| holds(&bytes)).map_err(|error| format!("{file:?}: {error}"))?;
    }
    Ok(())
}

#[test]
fn a_document_is_refused_with_its_problems_or_can_be_played_and_kept() -> Outcome {
    replayed("json", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        scenarios::holds(&text)?;
        scenarios::gives_every_file(&text)
    })?;
    let texts = corpus::scenarios()?;
    for text in &texts {
        scenarios::holds(text)?;
    }
    let trees: Result<Vec<_>, _> = texts
        .iter()
        .map(|text| serde_json::from_str(text))
        .collect();
    let trees = trees?;
    campaign(
        "scenario",
        400,
        |dice| (scenarios::input(&texts, &trees, dice), dice.once_in(25)),
        |(text, _)| text.clone().into_bytes(),
        |(text, thorough)| {
            scenarios::holds(text)?;
            match thorough {
                true => scenarios::gives_every_file(text),
                false => Ok(()),
            }
        },
    )
}

#[test]
fn a_link_is_refused_or_holds_a_document() -> Outcome {
    replayed("link", |bytes| {
        links::holds(&String::from_utf8_lossy(bytes))
    })?;
    let mut known = corpus::links()?;
    // Some that lean on no template, so that their inside can be changed.
    for text in corpus::scenarios()? {
        let scenario = daycut::facade::open_text(&text).map_err(|told| format!("{told:?}"))?;
        known.extend(daycut::facade::link(&scenario).ok());
    }
    campaign(
        "link",
        300,
        |dice| links::input(&known, dice),
        |link| link.clone().into_bytes(),
        |link| links::holds(link),
    )
}

#[test]
fn a_bill_is_refused_with_its_lines_or_becomes_a_scenario_that_plays() -> Outcome {
    replayed("csv", bills::holds)?;
    let known = corpus::bills()?;
    campaign(
        "bill",
        300,
        |dice| bills::input(&known, dice),
        Clone::clone,
        |bytes| bills::holds(bytes),
    )
}

#[test]
fn edits_never_lose_a_state_and_never_make_what_could_not_be_written() -> Outcome {
    replayed("edits", |bytes| {
        edits::holds(&serde_json::from_slice(bytes)?)
    })?;
    let texts = corpus::scenarios()?;
    campaign(
        "edits",
        40,
        |dice| edits::input(&texts, dice),
        |session| serde_json::to_vec_pretty(session).unwrap_or_default(),
        edits::holds,
    )
}
