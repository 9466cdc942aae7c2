//! Our own source files, as the rules about them read them: line by line, comments apart.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use std::error::Error;
use std::path::{Path, PathBuf};

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A source file of ours.
pub struct Source {
    /// `src/base/money.rs`.
    pub path: String,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Source {
    /// Lines that are not comments, with their numbers from 1.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.lines.iter().enumerate();
        numbered
            .map(|(place, line)| (place + 1, line.as_str()))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Whether it is compiled for tests only.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests")
            || self.path.contains("/samples")
    }

    /// Place of the first line that is compiled for tests only.
    pub fn tests_from(&self) -> usize {
        let place = self.lines.iter().position(|line| line == "#[cfg(test)]");
        let followed = place.filter(|place| {
            let next = self.lines.get(place + 1).map(String::as_str);
            next == Some("mod tests {")
        });
        followed.unwrap_or(self.lines.len())
    }
}

/// Every source file of ours, by path.
pub fn sources() -> Outcome<Vec<Source>> {
    let mut waiting: Vec<PathBuf> = ["src", "tests", "xtask/src"].map(PathBuf::from).to_vec();
    let mut sources = Vec::new();
    while let Some(directory) = waiting.pop() {
        for entry in std::fs::read_dir(directory)? {
            let path = entry?.path();
            if path.is_dir() {
                let skipped = ["node_modules", "target", "cases"];
                if !skipped.iter().any(|name| path.ends_with(name)) {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path)?;
                sources.push(Source {
                    path: slashed(&path),
                    lines: text.lines().map(str::to_owned).collect(),
                });
            }
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 100, "{} files", sources.len());
    Ok(sources)
}

fn slashed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Name and number of lines of every function outside tests.
pub fn functions(source: &Source) -> Vec<(String, usize)> {
    let mut functions = Vec::new();
    let own = &source.lines[..source.tests_from()];
    for (place, line) in own.iter().enumerate() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let mut words = code
            .split_whitespace()
            .skip_while(|word| word.starts_with("pub") || ["const", "async", "in"].contains(word));
        let (Some("fn"), Some(name)) = (words.next(), words.next()) else {
            continue;
        };
        if line.ends_with([';', '}']) {
            continue;
        }
        let end = format!("{indent}}}");
        let length = own[place..].iter().position(|line| *line == end);
        let name = name.split(['(', '<']).next().unwrap_or(name);
        functions.push((name.to_owned(), length.map_or(1, |length| length + 1)));
    }
    functions
}
