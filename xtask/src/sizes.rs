//! What a visitor has to download before the page can be used, before a scenario is on screen, and before the
//! first run, held against budgets.
//!
//! The page and its styles come first; the sandbox and then the engine follow while the visitor reads the gallery.

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What has to arrive, compressed, before something can be done.
struct Budget {
    what: &'static str,
    /// Beginnings of the names of its files; whatever no other budget names belongs to the first.
    prefixes: &'static [&'static str],
    /// What it should come down to.
    goal: usize,
    /// What it may be at the most today: a ratchet, lowered with every saving.
    most: usize,
}

const BUDGETS: [Budget; 3] = [
    Budget {
        what: "before the gallery can be used",
        prefixes: &[],
        goal: 300 * 1024,
        most: 336 * 1024,
    },
    Budget {
        what: "more before a scenario is on screen",
        prefixes: &["split_"],
        goal: 300 * 1024,
        most: 490 * 1024,
    },
    Budget {
        what: "more before the first run",
        prefixes: &["engine", "worker"],
        goal: 350 * 1024,
        most: 1112 * 1024,
    },
];

/// Fetched only when somebody asks for them, so no part of any of these.
const LAZY_PREFIXES: [&str; 2] = ["api.", "spreadsheet"];

const EXTENSIONS: [&str; 5] = ["html", "js", "css", "wasm", "svg"];

struct Size {
    name: String,
    raw: usize,
    gz: usize,
}

/// Prints the size of every file; fails above a ratchet when `enforce` is set.
pub fn report(dist: &Path, enforce: bool) -> Result<()> {
    let sizes = all(dist)?;
    println!("  {:<22} {:>10} {:>10}", "file", "raw bytes", "gz bytes");
    for (place, budget) in BUDGETS.iter().enumerate() {
        let mut gz = 0;
        for size in sizes.iter().filter(|size| budget_of(&size.name) == place) {
            println!("  {:<22} {:>10} {:>10}", size.name, size.raw, size.gz);
            gz += size.gz;
        }
        held(budget, gz, enforce)?;
    }
    Ok(())
}

fn budget_of(name: &str) -> usize {
    let names = |budget: &Budget| {
        budget
            .prefixes
            .iter()
            .any(|prefix| name.starts_with(prefix))
    };
    BUDGETS.iter().position(names).unwrap_or(0)
}

fn held(budget: &Budget, gz: usize, enforce: bool) -> Result<()> {
    let found = format!("{} KB gz {}", kilobytes(gz), budget.what);
    let (most, goal) = (kilobytes(budget.most), kilobytes(budget.goal));
    println!("  {found}; at most {most} KB today, the goal is {goal} KB");
    if gz > budget.most {
        if enforce {
            bail!("{found}, over the {most} KB allowed");
        }
        println!("  note: over the {most} KB allowed (not enforced in a debug build)");
    }
    Ok(())
}

fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

fn all(dist: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let lazy = LAZY_PREFIXES.iter().any(|prefix| name.starts_with(prefix));
        if lazy || name.ends_with(".d.ts") || !EXTENSIONS.contains(&extension.as_ref()) {
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        sizes.push(Size {
            name,
            raw: bytes.len(),
            gz: compressed_length(&bytes)?,
        });
    }
    sizes.sort_by(|a, b| b.gz.cmp(&a.gz).then_with(|| a.name.cmp(&b.name)));
    Ok(sizes)
}

fn compressed_length(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
