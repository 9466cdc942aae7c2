//! Every bill that can be imported, as it was published or put together from published rows: what a preview
//! says of it, and the scenario that it becomes.
//!
//! `tests/imports` holds `NAME.csv`, the bill; `NAME.seen.json`, what was read; `NAME.json`, the scenario
//! if there is one. `UPDATE_GOLDEN=1` writes the latter two again.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use daycut::facade::{self, FileKind, Run, Scenario};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const FOLDER: &str = "tests/imports";

fn names() -> Outcome<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(FOLDER)? {
        let file = entry?.file_name().into_string().map_err(|_| "a name")?;
        names.extend(file.strip_suffix(".csv").map(str::to_owned));
    }
    Ok(names)
}

fn bytes(name: &str) -> Outcome<Vec<u8>> {
    Ok(fs::read(format!("{FOLDER}/{name}.csv"))?)
}

/// Compares with a file, or writes it; no text stands for no file.
fn compare(file: &str, text: Option<&str>) -> Outcome {
    let path = format!("{FOLDER}/{file}");
    match (std::env::var_os("UPDATE_GOLDEN").is_some(), text) {
        (true, Some(text)) => fs::write(&path, text)?,
        (true, None) => {
            // What is not there needs no removing.
            let _ = fs::remove_file(&path);
        }
        (false, Some(text)) => assert_eq!(fs::read_to_string(&path)?, text, "{path}"),
        (false, None) => assert!(!fs::exists(&path)?, "{path}"),
    }
    Ok(())
}

fn played(scenario: &Scenario) -> Outcome<Run> {
    let plan = facade::check(scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

#[test]
fn every_bill_is_read_as_it_was() -> Outcome {
    for name in names()? {
        let (seen, scenario) = facade::preview_import(&bytes(&name)?);
        let told = facade::json(&seen) + "\n";
        compare(&format!("{name}.seen.json"), Some(&told))?;
        let written = scenario.as_ref().map(facade::write);
        compare(&format!("{name}.json"), written.as_deref())?;
        let is_bill = !matches!(seen.kind, FileKind::FundBill | FileKind::Unknown);
        let opens = is_bill && seen.problems.is_empty();
        assert_eq!(scenario.is_some(), opens, "{name}");
        if let Some(scenario) = scenario {
            played(&scenario)?;
            assert_eq!(facade::open_wechat_bill(&bytes(&name)?), Ok(scenario));
        }
    }
    Ok(())
}

/// What is written as the format descriptions have it comes out byte for byte, from the day's own file.
#[test]
fn bills_in_the_described_form_come_out_byte_for_byte() -> Outcome {
    for (name, kind, party, date) in [
        ("all", "wechat-bill", "m1579507281", "2024-07-09"),
        (
            "success-four-totals",
            "wechat-bill-success",
            "m1601959334",
            "2021-01-28",
        ),
        ("refund", "wechat-bill-refund", "m1601959334", "2021-02-01"),
        ("provider", "wechat-bill", "p180023671", "2022-03-21"),
    ] {
        let (_, scenario) = facade::preview_import(&bytes(name)?);
        let run = played(&scenario.ok_or(name)?)?;
        let date = facade::AccountingDate::parse(date);
        let file = facade::export(&run, kind, party, date).map_err(|error| format!("{error:?}"))?;
        assert_eq!(
            String::from_utf8(file.bytes)?,
            String::from_utf8(bytes(name)?)?,
            "{name}"
        );
    }
    Ok(())
}

/// A provider's file holds all its sub-merchants; each has a file of its own rows beside it.
#[test]
fn a_sub_merchants_bill_holds_its_own_rows() -> Outcome {
    let (_, scenario) = facade::preview_import(&bytes("provider")?);
    let run = played(&scenario.ok_or("a scenario")?)?;
    let offers = facade::offers(&run).map_err(|fault| format!("{fault:?}"))?;
    let of_bills = offers.iter().filter(|offer| offer.kind == "wechat-bill");
    let parties: Vec<&str> = of_bills.map(|offer| offer.party.as_str()).collect();
    assert_eq!(
        parties,
        [
            "p180023671",
            "p180023671/s176531292",
            "p180023671/s176531293"
        ]
    );
    let date = facade::AccountingDate::parse("2022-03-21");
    let file = facade::export(&run, "wechat-bill", "p180023671/s176531293", date);
    let text = String::from_utf8(file.map_err(|error| format!("{error:?}"))?.bytes)?;
    let rows: Vec<&str> = text.lines().filter(|row| row.contains("SUCCESS")).collect();
    assert_eq!(rows.len(), 1);
    assert!(
        rows.iter()
            .all(|row| row.contains("`180023671,`176531293,"))
    );
    assert!(text.ends_with("`1,`10.00,`0.00,`0.00,`0.09000,`10.00,`0.00\r\n"));
    Ok(())
}
