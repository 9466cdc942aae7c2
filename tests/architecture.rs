//! The rules of `ARCHITECTURE.md` that the compiler and clippy cannot hold, read from the sources.
//!
//! A complaint names the rule, the file and the line. Numbers in the lists at the end may fall, never rise.

mod sources;

use std::collections::BTreeSet;

use sources::{Outcome, Source, functions, sources};

/// Layers from left to right; a layer names itself and those to its left.
const LAYERS: [&str; 7] = [
    "base", "domain", "scenario", "engine", "analysis", "text", "facade",
];

const FUNCTION_LINES_MAX: usize = 70;
const FILE_LINES_MAX: usize = 450;
/// Tests are lists of cases and may go on.
const TEST_FILE_LINES_MAX: usize = 600;

/// Functions that are longer than they should be, mostly one match: file, name, lines.
const LONG_FUNCTIONS: &[(&str, &str, usize)] = &[
    ("src/analysis/lanes/tall.rs", "layout", 86),
    ("src/analysis/lanes/wide.rs", "edge", 71),
    ("src/engine/desk.rs", "apply", 90),
    ("src/engine/event_log.rs", "happening", 81),
    ("src/engine/ledger.rs", "posting_of", 103),
    ("src/text/problems.rs", "problem_en", 140),
    ("src/text/problems.rs", "problem_zh", 115),
];

/// Files that are longer than they should be: file, lines.
const LONG_FILES: &[(&str, usize)] = &[("src/domain/posting.rs", 501)];

/// The layer of a library file, with its place.
fn layer(path: &str) -> Option<usize> {
    let inside = path.strip_prefix("src/")?;
    let name = inside.split(['/', '.']).next()?;
    LAYERS.iter().position(|layer| *layer == name)
}

fn is_shell(path: &str) -> bool {
    let own = ["src/main.rs", "src/ui/", "src/bin/"];
    let is_outside = path.starts_with("tests/") && !path.starts_with("tests/e2e/");
    is_outside || own.iter().any(|start| path.starts_with(start))
}

/// What stands behind each occurrence of a word: `names_behind("use daycut::facade;", "daycut::")`.
fn names_behind<'a>(line: &'a str, word: &str) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (place, _) in line.match_indices(word) {
        let before = line[..place].chars().next_back();
        if before.is_some_and(|character| character.is_alphanumeric() || "_:\"".contains(character))
        {
            continue;
        }
        let behind = &line[place + word.len()..];
        let end = behind.find(|character: char| !character.is_alphanumeric() && character != '_');
        names.push(&behind[..end.unwrap_or(behind.len())]);
    }
    names
}

fn none(rule: &str, complaints: &[String]) {
    assert!(complaints.is_empty(), "{rule}\n{}", complaints.join("\n"));
}

/// Lines outside `allowed` that hold one of the words.
fn naming<'a>(
    sources: impl Iterator<Item = &'a Source>,
    words: &[&str],
    allowed: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.filter(|source| !allowed(&source.path)) {
        for (number, line) in source.code() {
            if words.iter().any(|word| line.contains(word)) {
                complaints.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    complaints
}

fn library(sources: &[Source]) -> impl Iterator<Item = &Source> {
    sources
        .iter()
        .filter(|source| source.path.starts_with("src/"))
}

#[test]
fn a1_shells_name_only_the_facade() -> Outcome {
    let mut complaints = Vec::new();
    for source in sources()? {
        let root = match source.path.as_str() {
            path if path.starts_with("src/js") => "crate::",
            path if is_shell(path) => "daycut::",
            _ => continue,
        };
        for (number, line) in source.code() {
            if names_behind(line, root)
                .iter()
                .any(|name| *name != "facade")
            {
                complaints.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    none(
        "A1: a shell names nothing of the library but its façade",
        &complaints,
    );
    Ok(())
}

#[test]
fn a3_imports_point_left() -> Outcome {
    let mut complaints = Vec::new();
    for source in sources()? {
        let Some(own) = layer(&source.path) else {
            continue;
        };
        for (number, line) in source.code() {
            for name in names_behind(line, "crate::") {
                let named = LAYERS.iter().position(|layer| *layer == name);
                if named.is_none_or(|named| named > own) {
                    complaints.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    none(
        "A3: a module names its own layer and those to its left",
        &complaints,
    );
    Ok(())
}

/// `super::` that climbs to the crate's root could name any layer unseen.
#[test]
fn a3_nobody_climbs_to_the_root() -> Outcome {
    let mut complaints = Vec::new();
    for source in sources()?.iter().filter(|one| layer(&one.path).is_some()) {
        let tests_from = source.tests_from();
        let depth = source.path.matches('/').count();
        for (number, line) in source.code() {
            let inside = if number > tests_from {
                depth + 1
            } else {
                depth
            };
            if line.contains(&"super::".repeat(inside)) {
                complaints.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    none("A3: no module climbs to the root with `super`", &complaints);
    Ok(())
}

#[test]
fn a4_decimals_and_calendars_of_others_stay_in_base() -> Outcome {
    let sources = sources()?;
    let decimals = naming(library(&sources), &["rust_decimal", "Decimal::"], |path| {
        path == "src/base/rate.rs"
    });
    none("A4: rust_decimal is named in base/rate.rs only", &decimals);
    let dates = naming(library(&sources), &["chrono::", "NaiveDate"], |path| {
        path.starts_with("src/base/")
    });
    none("A4: chrono is named in base only", &dates);
    Ok(())
}

#[test]
fn a5_arithmetic_is_denied_to_the_right_of_base() -> Outcome {
    for layer in ["domain", "scenario", "engine", "analysis"] {
        let text = std::fs::read_to_string(format!("src/{layer}.rs"))?;
        assert!(
            text.contains("#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]"),
            "A5: src/{layer}.rs denies clippy::arithmetic_side_effects"
        );
    }
    let exceptions = naming(
        library(&sources()?),
        &["clippy::arithmetic_side_effects"],
        |path| path.matches('/').count() == 1,
    );
    let exceptions: BTreeSet<&str> = exceptions
        .iter()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        exceptions,
        BTreeSet::from(["src/analysis/lanes.rs"]),
        "A5: only the pixels of the lane diagram are computed with operators"
    );
    Ok(())
}

#[test]
fn a7_the_pages_model_knows_no_browser() -> Outcome {
    let sources = sources()?;
    let model = sources
        .iter()
        .filter(|source| ["src/ui/model.rs", "src/ui/learning.rs"].contains(&source.path.as_str()));
    let words = ["yew", "html!", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
    let complaints = naming(model, &words, |_| false);
    none(
        "A7: the page's model names no browser, no Yew and no html!",
        &complaints,
    );
    Ok(())
}

#[test]
fn a8_one_module_touches_the_browser() -> Outcome {
    let sources = sources()?;
    let page = sources
        .iter()
        .filter(|source| source.path.starts_with("src/ui/") || source.path == "src/main.rs");
    let words = [
        "window()",
        "document()",
        "local_storage",
        "session_storage",
        "navigator()",
        "Worker::new",
        "web_sys::Window",
        "web_sys::Document",
        "web_sys::Storage",
        "web_sys::Navigator",
        "web_sys::Worker",
        "gloo",
    ];
    let complaints = naming(page, &words, |path| path.starts_with("src/ui/effects"));
    none(
        "A8: only ui/effects names window, document, storage, navigator and worker",
        &complaints,
    );
    Ok(())
}

#[test]
fn a9_no_shell_can_compute_with_money() -> Outcome {
    let money = std::fs::read_to_string("src/base/money.rs")?;
    for method in ["plus", "minus", "negated"] {
        assert!(
            money.contains(&format!("pub(crate) const fn {method}")),
            "A9: Money::{method} is pub(crate)"
        );
    }
    for operator in ["Add", "Sub", "Neg", "Mul", "Div", "Sum"] {
        let given = format!("{operator} for Money");
        assert!(!money.contains(&given), "A9: {given}");
    }
    Ok(())
}

#[test]
fn a10_json_is_known_only_where_documents_are_read_and_written() -> Outcome {
    let allowed = |path: &str| {
        let starts = ["src/scenario/", "src/analysis/export/"];
        let tests_of_lanes = path == "src/analysis/lanes/tests.rs";
        starts.iter().any(|start| path.starts_with(start))
            || ["src/js.rs", "src/facade.rs"].contains(&path)
            || tests_of_lanes
    };
    let complaints = naming(library(&sources()?), &["serde_json"], allowed);
    none(
        "A10: serde_json is named in scenario, analysis/export, js.rs and the façade",
        &complaints,
    );
    Ok(())
}

#[test]
fn a11_every_file_says_what_it_is_for() -> Outcome {
    let mut complaints = Vec::new();
    for source in sources()? {
        let first = source.lines.first().map(String::as_str).unwrap_or_default();
        if !first.starts_with("//! ") || first.len() < 12 {
            complaints.push(format!("{}: {first}", source.path));
        }
    }
    none(
        "A11: the first line of a file is a `//!` sentence",
        &complaints,
    );
    Ok(())
}

#[test]
fn a11_functions_stay_short() -> Outcome {
    let mut complaints = Vec::new();
    let mut long = BTreeSet::new();
    for source in sources()?.iter().filter(|source| !source.is_test()) {
        for (name, lines) in functions(source) {
            let listed = LONG_FUNCTIONS
                .iter()
                .find(|(path, listed, _)| *path == source.path && *listed == name);
            let allowed = listed.map_or(FUNCTION_LINES_MAX, |(_, _, lines)| *lines);
            if lines > FUNCTION_LINES_MAX {
                long.insert((source.path.clone(), name.clone()));
            }
            if lines > allowed {
                complaints.push(format!(
                    "{}: {name} has {lines} lines, at most {allowed}",
                    source.path
                ));
            }
        }
    }
    for (path, name, _) in LONG_FUNCTIONS {
        if !long.contains(&((*path).to_owned(), (*name).to_owned())) {
            complaints.push(format!("{path}: {name} is short now; take it off the list"));
        }
    }
    none("A11: functions are short", &complaints);
    Ok(())
}

#[test]
fn a11_files_stay_short() -> Outcome {
    let mut complaints = Vec::new();
    let mut long = BTreeSet::new();
    for source in sources()? {
        let listed = LONG_FILES.iter().find(|(path, _)| *path == source.path);
        let usual = if source.is_test() {
            TEST_FILE_LINES_MAX
        } else {
            FILE_LINES_MAX
        };
        let allowed = listed.map_or(usual, |(_, lines)| *lines);
        let lines = source.lines.len();
        if lines > usual {
            long.insert(source.path.clone());
        }
        if lines > allowed {
            complaints.push(format!(
                "{} has {lines} lines, at most {allowed}",
                source.path
            ));
        }
    }
    for (path, _) in LONG_FILES {
        if !long.contains(*path) {
            complaints.push(format!("{path} is short now; take it off the list"));
        }
    }
    none("A11: files are short", &complaints);
    Ok(())
}

#[test]
fn no_test_is_passed_over_and_no_name_says_nothing() -> Outcome {
    let mut complaints = Vec::new();
    // Written in parts, so that this file does not name what it looks for.
    let banned = ["ignore", "should_panic"].map(|word| format!("#[{word}"));
    let marks = ["TODO", "FIXME", "XXX"];
    let empty = ["util", "helper", "manager", "misc", "common"];
    for source in sources()? {
        let name = source.path.rsplit('/').next().unwrap_or_default();
        if empty.iter().any(|word| name.contains(word)) {
            complaints.push(format!("{}: a name that says nothing", source.path));
        }
        if source.path == "tests/architecture.rs" {
            continue;
        }
        for (place, line) in source.lines.iter().enumerate() {
            let is_banned = banned
                .iter()
                .any(|word| line.trim_start().starts_with(word));
            if is_banned || marks.iter().any(|mark| line.contains(mark)) {
                complaints.push(format!("{}:{}: {}", source.path, place + 1, line.trim()));
            }
        }
    }
    none("Tests run, names speak, nothing is left to do", &complaints);
    Ok(())
}
