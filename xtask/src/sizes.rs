//! What a visitor has to download before the page can be used, and before the first run, held against budgets.
//!
//! The page and its styles come first; the engine follows while the visitor reads the gallery.

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What has to arrive, compressed, before something can be done.
struct Budget {
    what: &'static str,
    /// What it should come down to.
    goal: usize,
    /// What it may be at the most today: a ratchet, lowered with every saving.
    most: usize,
}

const PAGE: Budget = Budget {
    what: "before the gallery can be used",
    goal: 450 * 1024,
    most: 640 * 1024,
};

const ENGINE: Budget = Budget {
    what: "more before the first run",
    goal: 350 * 1024,
    most: 610 * 1024,
};

/// The engine, its glue and its worker are fetched behind the page.
const ENGINE_PREFIXES: [&str; 2] = ["engine", "worker"];

/// Fetched only when somebody asks for them, so no part of the first load.
const LAZY_PREFIXES: [&str; 2] = ["api.", "spreadsheet"];

const FIRST_LOAD_EXTENSIONS: [&str; 5] = ["html", "js", "css", "wasm", "svg"];

struct Size {
    name: String,
    raw: usize,
    gz: usize,
}

/// Prints the size of every file of the first load; fails above a ratchet when `enforce` is set.
pub fn report(dist: &Path, enforce: bool) -> Result<()> {
    let sizes = first_load(dist)?;
    let is_engine = |size: &&Size| {
        let mut prefixes = ENGINE_PREFIXES.iter();
        prefixes.any(|prefix| size.name.starts_with(prefix))
    };
    let (engine, page): (Vec<&Size>, Vec<&Size>) = sizes.iter().partition(is_engine);
    println!("  {:<22} {:>10} {:>10}", "file", "raw bytes", "gz bytes");
    for (budget, sizes) in [(PAGE, page), (ENGINE, engine)] {
        for size in &sizes {
            println!("  {:<22} {:>10} {:>10}", size.name, size.raw, size.gz);
        }
        held(&budget, sizes.iter().map(|size| size.gz).sum(), enforce)?;
    }
    Ok(())
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

fn first_load(dist: &Path) -> Result<Vec<Size>> {
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
        if lazy || name.ends_with(".d.ts") || !FIRST_LOAD_EXTENSIONS.contains(&extension.as_ref()) {
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
