//! Every scenario of the gallery is a case: its journals, bills, tables, picture and explanations are files that
//! a bookkeeper can read, compared byte for byte.
//!
//! `UPDATE_GOLDEN=1 cargo test --test cases` writes them again; the difference belongs into the commit
//! that explains it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use daycut::facade::view::LaneView;
use daycut::facade::{self, AccountKind, Lang, Run, report};
use sha1::{Digest, Sha1};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A longer file is represented by its digest.
const BYTES_MAX: usize = 256 * 1024;

fn played(path: &Path) -> Outcome<Run> {
    let text = std::fs::read_to_string(path)?;
    let scenario = facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

/// Name and content of every file of the case. The run as data repeats what the journals say.
fn files(run: &Run) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for offer in facade::offers(run).map_err(|fault| format!("{fault:?}"))? {
        if offer.kind == "run" {
            continue;
        }
        let file = facade::export(run, &offer.kind, &offer.party, offer.date)
            .map_err(|error| format!("{error:?}"))?;
        if file.bytes.len() <= BYTES_MAX {
            files.insert(file.file_name, file.bytes);
        } else {
            let digest = Sha1::digest(&file.bytes);
            let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            let said = format!("{digest} {} bytes\n", file.bytes.len());
            files.insert(format!("{}.sha1", file.file_name), said.into_bytes());
        }
    }
    files.insert("diagram.svg".to_owned(), diagram(run)?.into_bytes());
    Ok(files)
}

/// Why a few balances are what they are: what merchants have to come and what lies at banks, at the end and
/// as the day before; as the command line tells it in Chinese.
fn explained(path: &Path, run: &Run) -> Outcome<Vec<u8>> {
    let summary = facade::report::summary(run).map_err(|fault| format!("{fault:?}"))?;
    let of_kind = |kind| {
        let mut used = summary
            .accounts
            .iter()
            .filter(move |row| row.used && row.kind == kind);
        used.next().map(|row| row.name.clone())
    };
    let middle = summary.starts.day().to_string();
    let mut told = Vec::new();
    for (kind, at, previous_day) in [
        (AccountKind::Pending, None, false),
        (AccountKind::CorporateDeposit, None, true),
        (AccountKind::ReserveDeposit, Some(middle.as_str()), false),
        (AccountKind::ChannelReceivable, None, false),
    ] {
        let Some(account) = of_kind(kind) else {
            continue;
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_daycut-cli"));
        command.args(["--lang", "zh", "explain"]).arg(path);
        command.args(["--account", account.as_str(), "--last", "6"]);
        command.args(at.iter().flat_map(|at| ["--at", *at]));
        command.args(previous_day.then_some("--previous-day"));
        let output = command.output()?;
        assert!(output.status.success(), "{account}: {output:?}");
        told.extend(output.stdout);
        told.push(b'\n');
    }
    Ok(told)
}

/// What the rules of second clearing say, as the command line tells it in Chinese.
fn risks(path: &Path) -> Outcome<Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_daycut-cli"));
    let output = command
        .args(["--lang", "zh", "findings"])
        .arg(path)
        .output()?;
    assert!(output.status.success(), "{}: {output:?}", path.display());
    Ok(output.stdout)
}

/// The picture by holder at the end of the run, as the command line draws it.
fn diagram(run: &Run) -> Outcome<String> {
    let view = LaneView::Holder;
    let told = |fault: facade::Fault| format!("{fault:?}");
    let event = run.event_count();
    let at = report::snapshot(run, event).map_err(told)?.at;
    Ok(facade::diagram(
        &report::lanes(run, view).map_err(told)?,
        &report::lane_amounts(run, view, event).map_err(told)?,
        at,
        &report::summary(run).map_err(told)?,
        Lang::ZhCn,
    ))
}

fn file_names(directory: &Path) -> Outcome<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    if directory.exists() {
        for entry in std::fs::read_dir(directory)? {
            names.insert(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// The first line in which two files differ.
fn difference(name: &str, old: &[u8], new: &[u8]) -> Option<String> {
    if old == new {
        return None;
    }
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let (mut old, mut new) = (old.split('\n'), new.split('\n'));
    for line in 1_u32.. {
        let (was, is) = (old.next(), new.next());
        if was != is {
            return Some(format!("{name}:{line}\n  was {was:?}\n  is  {is:?}"));
        }
        if was.is_none() {
            break;
        }
    }
    Some(format!("{name}: bytes that are no text differ"))
}

fn write(directory: &Path, files: &BTreeMap<String, Vec<u8>>) -> Outcome {
    std::fs::create_dir_all(directory)?;
    for old in file_names(directory)? {
        if !files.contains_key(&old) {
            std::fs::remove_file(directory.join(old))?;
        }
    }
    for (name, bytes) in files {
        std::fs::write(directory.join(name), bytes)?;
    }
    Ok(())
}

#[test]
fn every_file_of_every_gallery_scenario_is_as_it_was() -> Outcome {
    let rewrite = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut complaints = Vec::new();
    let mut cases = BTreeSet::new();
    for entry in std::fs::read_dir("www/scenarios")? {
        let path = entry?.path();
        let case = path.file_stem().ok_or("a file name")?.to_owned();
        let directory = PathBuf::from("tests/cases").join(&case);
        cases.insert(case.to_string_lossy().into_owned());
        let run = played(&path)?;
        let mut files = files(&run)?;
        files.insert("findings.zh.txt".to_owned(), risks(&path)?);
        files.insert("why.zh.txt".to_owned(), explained(&path, &run)?);
        if rewrite {
            write(&directory, &files)?;
            continue;
        }
        let known = file_names(&directory)?;
        for gone in known.iter().filter(|name| !files.contains_key(*name)) {
            complaints.push(format!(
                "{} is no longer written",
                directory.join(gone).display()
            ));
        }
        for (name, bytes) in &files {
            let path = directory.join(name);
            if known.contains(name) {
                let shown = path.display().to_string();
                complaints.extend(difference(&shown, &std::fs::read(&path)?, bytes));
            } else {
                complaints.push(format!("{} is new", path.display()));
            }
        }
    }
    for case in file_names(Path::new("tests/cases"))?.difference(&cases) {
        complaints.push(format!("tests/cases/{case} has no scenario"));
    }
    let shown = complaints.join("\n");
    assert!(
        complaints.is_empty(),
        "{shown}\nUPDATE_GOLDEN=1 cargo test --test cases writes them again"
    );
    Ok(())
}
