//! The native engine as one program of the bench: plays a round for every line on standard input.
//!
//! Usage: native SCENARIO. Answers as `contestant.mjs` does: processor time in microseconds of the whole
//! round, and of the play alone; `told` asks for what must be equal among all programs.

use std::error::Error;
use std::io::{BufRead, Write};

use cpu_time::ThreadTime;
use daycut::facade::{self, Run, report};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench` of its own.
    let file = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let Some(file) = file else {
        println!("This is one program of `cargo xtask bench`; alone it needs a scenario.");
        return Ok(());
    };
    let text = std::fs::read_to_string(file)?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let asked = line?;
        let start = ThreadTime::now();
        let scenario = facade::open_text(&text).map_err(|told| format!("{told:?}"))?;
        let plan = facade::check(&scenario).map_err(|told| format!("{told:?}"))?;
        let checked = ThreadTime::now();
        let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
        let (whole, play) = (start.elapsed(), checked.elapsed());
        let told = match asked.as_str() {
            "told" => told(&run)?,
            _ => Value::Null,
        };
        let answer = json!({
            "whole": u64::try_from(whole.as_micros())?,
            "play": u64::try_from(play.as_micros())?,
            "told": told,
        });
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

/// Closings, batches and totals, written as the peers write them.
fn told(run: &Run) -> Result<Value, Box<dyn Error>> {
    let file = facade::export(run, "closings", "", None).map_err(|error| format!("{error:?}"))?;
    let text = String::from_utf8(file.bytes)?;
    let mut closings: Vec<String> = Vec::new();
    for line in text.lines().skip(1) {
        if let [book, date, _, code, _, _, signed] = line.split(',').collect::<Vec<_>>().as_slice()
            && *signed != "0"
            && *date >= "2018-09-28"
        {
            closings.push([*book, *date, *code, *signed].join(","));
        }
    }
    closings.sort();
    let summary =
        serde_json::to_value(report::summary(run).map_err(|fault| format!("{fault:?}"))?)?;
    let rows = serde_json::to_value(report::batches(run).map_err(|fault| format!("{fault:?}"))?)?;
    let owner = |row: &Value| -> Option<String> {
        let place = usize::try_from(row.get("owner")?.as_u64()?).ok()?;
        Some(
            summary
                .get("parties")?
                .get(place)?
                .get("id")?
                .as_str()?
                .to_owned(),
        )
    };
    let mut batches: Vec<String> = Vec::new();
    for row in rows.as_array().ok_or("no batches")? {
        let date = row
            .get("channel_date")
            .and_then(Value::as_str)
            .ok_or("no date")?;
        let amount = row
            .get("amount")
            .and_then(Value::as_i64)
            .ok_or("no amount")?;
        batches.push(format!("{},{date},{amount}", owner(row).ok_or("no owner")?));
    }
    batches.sort();
    Ok(json!({
        "closings": closings,
        "batches": batches,
        "fees": summary.get("fees"),
        "paidOut": summary.get("paid_out"),
        "payouts": summary.get("payouts"),
    }))
}
