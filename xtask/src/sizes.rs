//! What a visitor has to download before the page works, held against a budget.

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What the first load in all, compressed, should come down to.
const GOAL_GZ_BYTES: usize = 450 * 1024;

/// What it may be at the most today: a ratchet, lowered with every saving and never raised.
const MOST_GZ_BYTES: usize = 1000 * 1024;

/// Fetched only when somebody asks for them, so no part of the first load.
const LAZY_PREFIXES: [&str; 2] = ["api.", "spreadsheet"];

const FIRST_LOAD_EXTENSIONS: [&str; 5] = ["html", "js", "css", "wasm", "svg"];

struct Size {
    name: String,
    raw: usize,
    gz: usize,
}

/// Prints the size of every file of the first load; fails above the ratchet when `enforce` is set.
pub fn report(dist: &Path, enforce: bool) -> Result<()> {
    let sizes = first_load(dist)?;
    println!(
        "  {:<22} {:>10} {:>10}",
        "first load", "raw bytes", "gz bytes"
    );
    for size in &sizes {
        println!("  {:<22} {:>10} {:>10}", size.name, size.raw, size.gz);
    }
    let raw: usize = sizes.iter().map(|size| size.raw).sum();
    let gz: usize = sizes.iter().map(|size| size.gz).sum();
    println!("  {:<22} {raw:>10} {gz:>10}", "total");
    let (found, most, goal) = (
        kilobytes(gz),
        kilobytes(MOST_GZ_BYTES),
        kilobytes(GOAL_GZ_BYTES),
    );
    println!("  {found} KB gz; at most {most} KB today, the goal is {goal} KB");
    if gz > MOST_GZ_BYTES {
        let message = format!("the first load is {found} KB gz, over the {most} KB allowed");
        if enforce {
            bail!(message);
        }
        println!("  note: {message} (not enforced in a debug build)");
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
