//! Telling the person at the terminal what is going on and how long it took.

use anyhow::Result;
use std::time::Instant;

/// Runs one step, printing its name when it starts and its seconds when it ends.
pub fn timed<T>(name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("· {name} …");
    let started = Instant::now();
    let result = step();
    let seconds = started.elapsed().as_secs_f64();
    match &result {
        Ok(_) => println!("· {name}: {seconds:.1} s"),
        Err(_) => println!("· {name}: failed after {seconds:.1} s"),
    }
    result
}
