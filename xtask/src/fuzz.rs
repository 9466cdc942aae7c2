//! Throws made-up inputs at the program for minutes: documents, links, bills and sessions of edits.
//!
//! The inputs and what must hold of them are in `tests/fuzz`; a plain `cargo test` tries a few hundred, always the
//! same ones. Here each round has another seed. What fails is kept in `target/fuzz`, with the seed in its name.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::commands;

/// How long, from which seed on, and at what.
pub struct Wishes {
    /// Minutes; a round that has begun is finished.
    pub minutes: u64,
    /// Seed of the first round; the next has the next.
    pub seed: u64,
    /// Part of a test's name: `document`, `link`, `bill`, `edits`; all of them when absent.
    pub target: Option<String>,
}

/// Round after round until the time is over; fails when some input did.
pub fn run(wishes: &Wishes) -> Result<()> {
    let until = Instant::now() + Duration::from_secs(wishes.minutes.saturating_mul(60));
    let mut failed = Vec::new();
    let mut seed = wishes.seed;
    loop {
        let mut round = commands::cargo([
            "test",
            "--locked",
            "--quiet",
            "--package",
            "daycut",
            "--test",
            "fuzz",
            "--",
        ]);
        round
            .args(&wishes.target)
            .env("DAYCUT_FUZZ_SEED", seed.to_string());
        if commands::run(&mut round).is_err() {
            failed.push(seed.to_string());
        }
        seed = seed.wrapping_add(1);
        if Instant::now() >= until {
            break;
        }
    }
    println!("seeds {} to {}", wishes.seed, seed.wrapping_sub(1));
    ensure!(
        failed.is_empty(),
        "inputs failed with the seeds {}; they are in target/fuzz",
        failed.join(", ")
    );
    Ok(())
}
