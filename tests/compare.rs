//! Two scenarios side by side as the command line tells it, in both languages, word for word; and the links that
//! carry both.
//!
//! `UPDATE_GOLDEN=1 cargo test --test compare` writes the files of `tests/compare` again. A `.link` is never
//! written again: whoever got it must be able to open it.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use daycut::facade;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const FOLDER: &str = "tests/compare";

/// Name, first scenario, second scenario.
const PAIRS: [(&str, &str, &str); 2] = [
    (
        "t1-or-d1",
        "www/scenarios/national-day-2018.json",
        "tests/compare/national-day-2018-d1.json",
    ),
    (
        "pooled-or-split",
        "www/scenarios/mall-pooled.json",
        "www/scenarios/mall-sub-merchants.json",
    ),
];

/// Exit code and standard output.
fn said(arguments: &[&str]) -> Outcome<(i32, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
        .args(arguments)
        .output()?;
    let told = String::from_utf8(output.stdout)?;
    Ok((output.status.code().unwrap_or(-1), told))
}

fn is_written_again() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

#[test]
fn a_comparison_reads_as_it_did() -> Outcome {
    for (name, a, b) in PAIRS {
        for lang in ["zh", "en"] {
            let (code, told) = said(&["--lang", lang, "compare", a, b, "--annual-rate", "0.0435"])?;
            assert_eq!(code, 0);
            let path = format!("{FOLDER}/{name}.{lang}.txt");
            if is_written_again() {
                fs::write(&path, &told)?;
            }
            let known = fs::read_to_string(&path)?;
            assert!(
                known == told,
                "{path} is out of date: run with UPDATE_GOLDEN=1\n{told}"
            );
        }
    }
    Ok(())
}

#[test]
fn every_link_of_two_that_was_published_opens_as_the_same_comparison() -> Outcome {
    for (name, a, b) in PAIRS {
        let path = format!("{FOLDER}/{name}-1.link");
        if !Path::new(&path).exists() && is_written_again() {
            fs::write(&path, said(&["link", "encode", a, "--with", b])?.1)?;
        }
        let link = fs::read_to_string(&path)?;
        let link = link.trim();
        let (one, two) = facade::open_pair_link(link).map_err(|told| format!("{told:?}"))?;
        for (side, scenario) in [("a", one), ("b", two)] {
            let path = format!("{FOLDER}/{name}-1.{side}.json");
            let written = facade::write(&scenario);
            if !Path::new(&path).exists() && is_written_again() {
                fs::write(&path, &written)?;
            }
            assert_eq!(written, fs::read_to_string(&path)?, "{path}");
            let decoded = said(&["link", "decode", link, "--side", side])?.1;
            assert_eq!(decoded, written);
        }
        let of_files = ["compare", a, b, "--json"];
        assert_eq!(
            said(&["compare", link, "--json"])?,
            said(&of_files)?,
            "{name}"
        );
    }
    Ok(())
}

#[test]
fn a_scenario_compared_with_itself_differs_in_nothing() -> Outcome {
    let (_, a, _) = PAIRS[0];
    let (code, told) = said(&["compare", a, a])?;
    assert_eq!(code, 0);
    assert!(
        told.ends_with("Both scenarios are the same; nothing differs.\n"),
        "{told}"
    );
    let json: serde_json::Value = serde_json::from_str(&said(&["compare", a, a, "--json"])?.1)?;
    assert_eq!(json["is_same"], true);
    Ok(())
}

#[test]
fn what_cannot_be_compared_is_said() -> Outcome {
    let (_, a, _) = PAIRS[0];
    assert_eq!(said(&["compare", a])?.0, 2, "one file alone");
    assert_eq!(said(&["compare", a, "no-such-file.json"])?.0, 2);
    assert_eq!(said(&["compare", a, a, "--annual-rate", "4.35%"])?.0, 2);
    let single = said(&["link", "encode", a])?.1;
    assert_eq!(said(&["compare", single.trim()])?.0, 1, "a link of one");
    let pair = said(&["link", "encode", a, "--with", a])?.1;
    assert_eq!(said(&["link", "decode", pair.trim()])?.0, 2, "which of two");
    assert_eq!(
        said(&["link", "decode", single.trim(), "--side", "a"])?.0,
        1
    );
    Ok(())
}

/// Whichever of the two is wrong is named, in words and in JSON.
#[test]
fn the_side_that_is_wrong_is_named() -> Outcome {
    let (_, sound, _) = PAIRS[0];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let wrong = folder.join("compare-wrong.json");
    // A payment of nothing is told by the reader, a calendar without the year when the plan is made.
    let text = fs::read_to_string(sound)?;
    let unread = text.replacen("\"amount\": \"", "\"amount\": \"-", 1);
    let unplayed = text.replacen("\"starts\": \"2018", "\"starts\": \"2026", 1);
    for text in [unread, unplayed] {
        fs::write(&wrong, text)?;
        let wrong = wrong.to_str().ok_or("path")?;
        for (files, side) in [([wrong, sound], "A"), ([sound, wrong], "B")] {
            let output = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
                .args(["--lang", "zh", "compare", files[0], files[1]])
                .output()?;
            let told = String::from_utf8(output.stderr)?;
            let named = format!("{side} 有问题：");
            assert_eq!(output.status.code(), Some(1));
            assert!(told.lines().all(|line| line.starts_with(&named)), "{told}");
            let (_, json) = said(&["compare", files[0], files[1], "--json"])?;
            let json: serde_json::Value = serde_json::from_str(&json)?;
            assert_eq!(json["error"], "problems");
            assert_eq!(json["side"], side);
        }
    }
    Ok(())
}

/// An account that only one of the two has is called what the screen calls it there, not by its technical name.
#[test]
fn an_account_of_one_side_says_what_it_is_and_whose() -> Outcome {
    let played = |name: &str| -> Outcome<facade::Run> {
        let text = fs::read_to_string(format!("www/scenarios/{name}.json"))?;
        let scenario = facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?;
        let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
        Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
    };
    let (pooled, split) = (played("mall-pooled")?, played("mall-sub-merchants")?);
    for (a, b) in [(&pooled, &split), (&split, &pooled)] {
        let now = facade::compare::at(a, b, a.ends()).map_err(|fault| format!("{fault:?}"))?;
        let row = now
            .accounts
            .iter()
            .find(|row| row.name == "mall:2241.02.cafe")
            .ok_or("what the mall owes the café")?;
        assert_ne!(row.a.is_some(), row.b.is_some());
        assert_eq!(row.kind, facade::AccountKind::Available);
        assert_eq!(row.owner.zh, "咖啡店");
    }
    Ok(())
}
