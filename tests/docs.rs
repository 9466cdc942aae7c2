//! The documents say nothing that the repository does not bear out: paths, commands, invariants,
//! dependencies and the words of the glossary are compared with what is there.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use daycut::facade;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Everything written for people, with its path.
fn documents() -> Outcome<Vec<(PathBuf, String)>> {
    let mut paths: Vec<PathBuf> = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"]
        .iter()
        .map(PathBuf::from)
        .collect();
    for entry in fs::read_dir("docs")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| Ok((path.clone(), fs::read_to_string(path)?));
    paths.into_iter().map(read).collect()
}

/// All Rust files below a directory, as one text.
fn sources(directory: &Path) -> Outcome<String> {
    let mut text = String::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            text += &sources(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text += &fs::read_to_string(&path)?;
            text.push('\n');
        }
    }
    Ok(text)
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The identifiers of a text.
fn identifiers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .collect()
}

/// The cells of the rows of all tables in a text, without headings and rules.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let rows = text.lines().filter_map(|line| {
        let row = line.strip_prefix('|')?.strip_suffix('|')?;
        Some(row.split('|').map(str::trim).collect::<Vec<_>>())
    });
    rows.filter(|row| !row.iter().all(|cell| cell.starts_with("---")))
}

/// Where a link of a document leads, unless it leaves the repository.
fn link_target(document: &Path, link: &str) -> Option<PathBuf> {
    let link = link.split('#').next().unwrap_or_default();
    if link.is_empty() || link.contains("://") {
        return None;
    }
    Some(document.parent()?.join(link))
}

#[test]
fn every_path_and_link_in_the_documents_leads_somewhere() -> Outcome {
    const OURS: [&str; 7] = [
        "src/", "tests/", "xtask/", "docs/", "www/", "data/", ".cargo/",
    ];
    for (document, text) in documents()? {
        let mut mentioned = 0;
        for word in text.split(|c: char| c.is_whitespace() || "`()[]<>\"|,".contains(c)) {
            let path = word.trim_end_matches(['.', ':', ';', '\'']);
            let is_pattern = path.contains(['*', '{', '…']);
            if OURS.iter().any(|prefix| path.starts_with(prefix)) && !is_pattern {
                let path = path.split('#').next().unwrap_or_default();
                let from_here = document.parent().ok_or("parent")?.join(path);
                assert!(
                    Path::new(path).exists() || from_here.exists(),
                    "{} names {path}",
                    document.display()
                );
                mentioned += 1;
            }
        }
        for link in text.split("](").skip(1) {
            let link = link.split(')').next().unwrap_or_default();
            if let Some(target) = link_target(&document, link) {
                assert!(target.exists(), "{} links to {link}", document.display());
                mentioned += 1;
            }
        }
        if document == Path::new("README.md") {
            assert!(mentioned > 5, "the README leads on");
        }
    }
    Ok(())
}

#[test]
fn every_xtask_chore_and_stage_in_the_documents_exists() -> Outcome {
    let chores = fs::read_to_string("xtask/src/main.rs")?;
    let stages = fs::read_to_string("xtask/src/stages.rs")?;
    let mut commands = 0;
    for (document, text) in documents()? {
        for rest in text.split("cargo xtask ").skip(1) {
            let mut words = rest.split(|c: char| c.is_whitespace() || "`.,:;)|".contains(c));
            let chore = words.next().unwrap_or_default();
            assert!(
                chores.contains(&format!("name == \"{chore}\"")),
                "{}: cargo xtask {chore}",
                document.display()
            );
            commands += 1;
            if words.next() != Some("--only") {
                continue;
            }
            let named = rest.split_once("--only ").map(|(_, names)| names);
            let named = named.and_then(|names| names.split([' ', '`', '\n']).next());
            for stage in named.unwrap_or_default().split(',') {
                assert!(
                    stages.contains(&format!("name: \"{stage}\"")),
                    "{}: stage {stage}",
                    document.display()
                );
            }
        }
    }
    assert!(commands >= 2, "serve and test are named");
    Ok(())
}

/// The command lines of the README that begin with `start`, as words.
fn readme_commands(start: &str) -> Outcome<Vec<Vec<String>>> {
    let text = fs::read_to_string("README.md")?;
    let lines = text.lines().filter_map(|line| line.strip_prefix(start));
    let words = |line: &str| line.split(' ').map(str::to_owned).collect();
    Ok(lines.map(words).collect())
}

#[test]
fn the_commands_of_the_readme_do_what_it_says() -> Outcome {
    let commands = readme_commands("cargo run -q -- ")?;
    assert!(commands.len() >= 4);
    for words in commands {
        let done = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
            .args(&words)
            .output()?;
        assert!(done.status.success(), "{words:?}: {done:?}");
    }
    for files in readme_commands("cmp ")? {
        let bytes: Result<Vec<_>, _> = files.iter().map(fs::read).collect();
        assert!(
            bytes?.windows(2).all(|pair| pair[0] == pair[1]),
            "{files:?}"
        );
    }
    Ok(())
}

#[test]
fn the_architecture_is_short_and_numbers_its_eleven_invariants_once() -> Outcome {
    let text = fs::read_to_string("ARCHITECTURE.md")?;
    assert!(text.lines().count() < 300);
    for number in 1..=11 {
        let mark = format!("**A{number}.");
        assert_eq!(text.matches(&mark).count(), 1, "{mark}");
    }
    Ok(())
}

#[test]
fn the_invariants_of_the_architecture_are_those_that_the_engine_checks() -> Outcome {
    let code = fs::read_to_string("src/engine/invariants.rs")?;
    let raised: BTreeSet<&str> = code
        .split("broken(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let text = fs::read_to_string("ARCHITECTURE.md")?;
    let section = text.split("\n## Invariants").nth(1).ok_or("no section")?;
    let section = section.split("\n## ").next().unwrap_or_default();
    let listed: BTreeSet<&str> = rows(section)
        .filter_map(|row| row.first().copied())
        .filter(|id| *id != "id")
        .collect();
    assert_eq!(listed, raised);
    Ok(())
}

#[test]
fn every_decision_has_a_date_and_says_what_would_change_it() -> Outcome {
    let text = fs::read_to_string("docs/decisions.md")?;
    let decisions: Vec<&str> = text.split("\n### ").skip(1).collect();
    assert!(decisions.len() > 20);
    for decision in decisions {
        let heading = decision.lines().next().unwrap_or_default();
        let body = decision.split_once("\n\n").map(|(_, body)| body);
        let body = body.unwrap_or_default();
        assert!(heading.ends_with('?'), "{heading}: is a question");
        assert!(body.starts_with("20"), "{heading}: begins with its date");
        assert!(body.contains("*Would change our mind:*"), "{heading}");
    }
    Ok(())
}

/// Names of the direct dependencies of a manifest.
fn dependencies(manifest: &str) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let mut listed = false;
    for line in fs::read_to_string(manifest)?.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            listed = section.ends_with("dependencies");
            if let Some((_, name)) = section.split_once("dependencies.") {
                names.push(name.to_owned());
            }
        } else if listed && let Some((name, _)) = line.split_once(" = ") {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

#[test]
fn every_direct_dependency_has_its_reason() -> Outcome {
    let decisions = fs::read_to_string("docs/decisions.md")?;
    let explained: BTreeSet<&str> = rows(&decisions)
        .filter_map(|row| row.first().copied())
        .flat_map(quoted)
        .collect();
    for manifest in ["Cargo.toml", "xtask/Cargo.toml", "tests/e2e/Cargo.toml"] {
        let names = dependencies(manifest)?;
        assert!(names.len() > 3, "{manifest}");
        for name in names {
            assert!(explained.contains(name.as_str()), "{manifest}: {name}");
        }
    }
    Ok(())
}

#[test]
fn the_changelog_tells_of_the_version_at_hand() -> Outcome {
    let manifest = fs::read_to_string("Cargo.toml")?;
    let version = manifest.split("\nversion = \"").nth(1).ok_or("version")?;
    let version = version.split('"').next().unwrap_or_default();
    let changelog = fs::read_to_string("CHANGELOG.md")?;
    assert!(changelog.contains(&format!("\n## {version}")), "{version}");
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(fs::read_to_string(licence)?.contains("the Daycut authors"));
    }
    Ok(())
}

#[test]
fn every_contradiction_and_every_notice_is_described() -> Outcome {
    let text = fs::read_to_string("docs/scenario.md")?;
    let section = |heading: &str| {
        let rest = text.split(heading).nth(1).unwrap_or_default();
        rest.split("\n## ").next().unwrap_or_default()
    };
    for (heading, folder) in [
        ("\n## What cannot both be true\n", "tests/contradictions"),
        ("\n## What is noticed\n", "tests/notices"),
    ] {
        let described: BTreeSet<&str> = rows(section(heading))
            .filter_map(|row| quoted(row.first()?).next())
            .filter(|word| !["clash", "code"].contains(word))
            .collect();
        let mut tried = BTreeSet::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_stem().and_then(|stem| stem.to_str());
            tried.insert(name.ok_or("name")?.to_owned());
        }
        tried.remove("sound");
        let tried: BTreeSet<&str> = tried.iter().map(String::as_str).collect();
        assert_eq!(described, tried, "{folder}");
    }
    Ok(())
}

/// Blocks of a Markdown text that are marked with this language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let mark = format!("```{language}\n");
    let blocks = text.split(mark.as_str()).skip(1);
    blocks.filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_example_of_the_link_format_is_a_link_of_its_document() -> Outcome {
    let text = fs::read_to_string("docs/link-format.md")?;
    let document = blocks(&text, "json")
        .first()
        .copied()
        .ok_or("no document")?;
    let written = facade::open_text(document).map_err(|problems| format!("{problems:?}"))?;
    let lines = text.lines().filter(|line| line.starts_with("s1."));
    let links: Vec<&str> = lines.collect();
    let link = facade::link(&written).map_err(|_| "too long")?;
    assert_eq!(
        links,
        [link],
        "links have changed: docs/link-format.md needs the new one"
    );
    let read = facade::open_link(links.concat().as_str());
    assert_eq!(read.map_err(|problems| format!("{problems:?}"))?, written);
    Ok(())
}

/// Functions and methods of the JavaScript API, from the code.
fn functions_for_javascript(code: &str) -> BTreeSet<&str> {
    // Everything public in those files but the handle itself is exported.
    let public = code.split("pub fn ").skip(1);
    public.filter_map(|rest| rest.split('(').next()).collect()
}

#[test]
fn the_javascript_api_is_described_whole_and_nothing_else() -> Outcome {
    let code = fs::read_to_string("src/js.rs")? + &sources(Path::new("src/js"))?;
    let text = fs::read_to_string("docs/js-api.md")?;
    let described: BTreeSet<&str> = rows(&text)
        .filter_map(|row| quoted(row.first()?).next())
        .filter_map(|call| call.split_once('('))
        .map(|(name, _)| name)
        .collect();
    let exported = functions_for_javascript(&code);
    let missing: Vec<_> = exported.symmetric_difference(&described).collect();
    assert!(
        missing.is_empty(),
        "src/js.rs and docs/js-api.md differ in {missing:?}"
    );
    Ok(())
}

/// A word of the glossary.
struct Term<'a> {
    english: &'a str,
    chinese: &'a str,
    code: &'a str,
    meaning: &'a str,
}

fn terms(text: &str) -> Vec<Term<'_>> {
    let terms = rows(text).filter_map(|row| match row.as_slice() {
        ["English", ..] => None,
        [english, chinese, code, meaning] => Some(Term {
            english,
            chinese,
            code,
            meaning,
        }),
        _ => None,
    });
    terms.collect()
}

#[test]
fn every_code_name_of_the_glossary_is_an_identifier_of_the_source() -> Outcome {
    let glossary = fs::read_to_string("docs/glossary.md")?;
    let source = sources(Path::new("src"))?;
    let known = identifiers(&source);
    let terms = terms(&glossary);
    assert!(terms.len() > 60);
    let mut seen = BTreeSet::new();
    for term in terms {
        assert!(seen.insert(term.english), "{}: listed once", term.english);
        assert!(term.meaning.ends_with(['.', ')']), "{}", term.english);
        for name in quoted(term.code) {
            for part in name.split("::") {
                assert!(known.contains(part), "{}: {name}", term.english);
            }
        }
    }
    Ok(())
}

/// The string literals of Rust source, one a line; comments are not literals.
fn literals(source: &str) -> String {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let literals = code.flat_map(|line| line.split('"').skip(1).step_by(2));
    literals.collect::<Vec<_>>().join("\n")
}

/// A text in small letters with single spaces between its words, so that `Day cut` is found as `day cut`
/// and `book` is not found in `booking`. A plural counts as its word.
fn only_words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(|word| word.strip_suffix('s').unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// Words marked `(screen)` are on the screen in exactly the listed form, in both languages.
#[test]
fn the_words_on_the_screen_are_those_of_the_glossary() -> Outcome {
    let words = Path::new("src/text");
    if !words.is_dir() {
        return Ok(());
    }
    let source = sources(words)?;
    let sentences = literals(&source);
    let english_sentences = format!(" {} ", only_words(&sentences));
    let glossary = fs::read_to_string("docs/glossary.md")?;
    let mut shown = 0;
    for term in terms(&glossary) {
        if term.meaning.ends_with("(screen)") {
            let english = format!(" {} ", only_words(term.english));
            assert!(
                english_sentences.contains(&english),
                "English: {}",
                term.english
            );
            assert!(sentences.contains(term.chinese), "中文: {}", term.chinese);
            shown += 1;
        }
    }
    assert!(shown > 20);
    Ok(())
}

/// What people read: every text of the program, the pages, the scenarios and lessons that ship, and the documents.
fn read_by_people() -> Outcome<Vec<(PathBuf, String)>> {
    let mut texts = documents()?;
    texts.push((
        "src/text".into(),
        literals(&sources(Path::new("src/text"))?),
    ));
    texts.push(("index.html".into(), fs::read_to_string("index.html")?));
    for folder in ["www", "www/scenarios", "www/lessons"] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                texts.push((path.clone(), fs::read_to_string(&path)?));
            }
        }
    }
    Ok(texts)
}

/// A retired word may stand inside the word that took its place, and nowhere else.
#[test]
fn retired_words_are_met_nowhere() -> Outcome {
    let glossary = fs::read_to_string("docs/glossary.md")?;
    let (_, retired) = glossary
        .split_once("## Retired words")
        .ok_or("no retired words")?;
    let retired: Vec<(&str, &str)> = retired
        .lines()
        .filter_map(|line| line.strip_prefix("- ")?.split_once(" → "))
        .collect();
    assert!(retired.len() > 15);
    for (path, text) in read_by_people()? {
        let text = text.split("## Retired words").next().unwrap_or_default();
        for (old, new) in &retired {
            let rest = text.replace(new, "");
            assert!(!rest.contains(old), "{}: {old}, say {new}", path.display());
        }
    }
    Ok(())
}
