//! Divides the page's compiled program into what the gallery needs and what is fetched after it.
//!
//! The places to divide at are named in `src/ui/sandbox.rs`. What is reached from there only leaves the first
//! load; the linker's notes on who refers to what tell which that is.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::Parser;

/// Writes the first part to `main`, and the later parts with the script that fetches them into `directory`.
pub fn split(page: &Path, main: &Path, directory: &Path, release: bool) -> Result<()> {
    let input = fs::read(page).with_context(|| format!("cannot read {}", page.display()))?;
    if let Some(parent) = main.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut options = Options::new(&input);
    options.output_dir = directory;
    options.main_out_path = main;
    options.main_module = "./page.js";
    options.link_name = "./parts.js";
    let parts = transform(options).map_err(|error| anyhow!("cannot split the page: {error:?}"))?;
    if release {
        for part in parts.split_modules {
            let bare = without_notes(&fs::read(&part)?)?;
            fs::write(&part, bare)?;
        }
    }
    Ok(())
}

/// The same program without what only its makers read: names and other custom sections.
fn without_notes(wasm: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let mut bare = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the splitter wrote a file that is no WebAssembly")?;
        if let Some((id, range)) = payload.as_section().filter(|(id, _)| *id != CUSTOM) {
            let data = &wasm[usize::try_from(range.start)?..usize::try_from(range.end)?];
            bare.section(&RawSection { id, data });
        }
    }
    Ok(bare.finish())
}
