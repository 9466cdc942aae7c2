//! Builds the site: the page and the engine apart, then `dist/` in one step.
//!
//! Two wasm files because the page never computes: the engine runs in a worker, and the page
//! should not carry it a second time. `wasm-bindgen` is a library of xtask, locked with everything
//! else, so its version always equals that of the crates it processes.

use anyhow::{Context, Result};
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;

use crate::{chores, commands, paths, sizes, splitting};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// How much the compiler should care about size and speed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    Release,
    Dev,
}

/// One of the two wasm files.
#[derive(Clone, Copy)]
enum Program {
    Page,
    Engine,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Dev => "dev",
        }
    }

    /// Cargo's profile for a program: the page is built for size, the engine for speed.
    fn of(self, program: Program) -> &'static str {
        match (self, program) {
            (Profile::Dev, _) => "dev",
            (Profile::Release, Program::Engine) => "release",
            (Profile::Release, Program::Page) => "page",
        }
    }

    fn directory(self, program: Program) -> &'static str {
        match self.of(program) {
            "dev" => "debug",
            name => name,
        }
    }
}

/// Compiles page and engine and replaces `dist/` with the result.
///
/// Everything is put together beside `dist/` first: a build that fails leaves the old one whole.
pub fn build(profile: Profile) -> Result<()> {
    ensure_wasm_target()?;
    let started = Instant::now();
    let (page, engine) = compile_both(profile)?;

    let staging = paths::target().join(format!("dist-staging-{}", std::process::id()));
    clear(&staging)?;
    fs::create_dir_all(&staging)?;
    let assembled = assemble(profile, &page, &engine, &staging);
    if assembled.is_err() {
        clear(&staging)?;
    }
    assembled?;
    put_in_place(&staging, &paths::dist())?;
    println!(
        "dist/ is ready ({} build, {:.1} s)",
        profile.name(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Compiles the engine alone, as the Node module that the parity stage loads.
pub fn build_engine_for_node(profile: Profile) -> Result<()> {
    ensure_wasm_target()?;
    let engine = chores::timed("engine: compile", || compile_engine(profile))?;
    chores::timed("engine: bind for node", || bind_for_node(profile, &engine))
}

fn assemble(profile: Profile, page: &Path, engine: &Path, staging: &Path) -> Result<()> {
    let main = paths::target().join("page-split/page.wasm");
    let release = profile == Profile::Release;
    chores::timed("page: split", || {
        splitting::split(page, &main, staging, release)
    })?;
    chores::timed("page: bind", || {
        let mut bindgen = bindgen(profile, &main, "page");
        // The later parts call the first through its table of functions.
        bindgen.web(true)?.typescript(false).keep_lld_exports(true);
        bind(bindgen, staging)
    })?;
    chores::timed("engine: bind for the worker", || {
        let mut bindgen = bindgen(profile, engine, "engine");
        bindgen
            .no_modules(true)?
            .no_modules_global("wasm_bindgen")?
            .typescript(true);
        bind(bindgen, staging)?;
        // Typings of the compiled module's raw exports: of no use to anybody who reads engine.d.ts.
        let raw_typings = staging.join("engine_bg.wasm.d.ts");
        if raw_typings.exists() {
            fs::remove_file(raw_typings)?;
        }
        Ok(())
    })?;
    chores::timed("engine: bind for node", || bind_for_node(profile, engine))?;
    chores::timed("static files: copy", || {
        let root = paths::root();
        copy_tree(&root.join("www"), staging)?;
        let index = root.join("index.html");
        fs::copy(&index, staging.join("index.html"))
            .with_context(|| format!("cannot copy {}", index.display()))?;
        Ok(())
    })?;
    sizes::report(staging, profile == Profile::Release)
}

/// The wasm target of the pinned toolchain; rustup may be told not to install it by itself.
pub fn ensure_wasm_target() -> Result<()> {
    let library = commands::output(commands::program("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    if Path::new(&library).is_dir() {
        return Ok(());
    }
    println!("the compiler has no {WASM_TARGET} library yet: adding it");
    commands::run(commands::program("rustup").args(["target", "add", WASM_TARGET])).with_context(
        || format!("install it with your package manager, or: rustup target add {WASM_TARGET}"),
    )
}

/// The page and the engine at once: each spends most of its time in one thread that joins everything.
fn compile_both(profile: Profile) -> Result<(PathBuf, PathBuf)> {
    let page = || chores::timed("page: compile", || compile_page(profile));
    let engine = || chores::timed("engine: compile", || compile_engine(profile));
    thread::scope(|both| {
        let page = both.spawn(page);
        let engine = engine();
        let page = page.join().unwrap_or_else(|panic| resume_unwind(panic));
        Ok((page?, engine?))
    })
}

fn compile_page(profile: Profile) -> Result<PathBuf> {
    // Where every function and every piece of data is referred to: what splitting goes by.
    let relocations = ["--", "-C", "link-arg=--emit-relocs"];
    compile(
        profile.of(Program::Page),
        &["rustc", "--bin", "page"],
        "page",
        &relocations,
    )?;
    Ok(artifact(profile.directory(Program::Page), "page.wasm"))
}

fn compile_engine(profile: Profile) -> Result<PathBuf> {
    let crate_type = ["--crate-type", "cdylib"];
    compile(
        profile.of(Program::Engine),
        &["rustc", "--lib"],
        "js-api",
        &crate_type,
    )?;
    Ok(artifact(profile.directory(Program::Engine), "daycut.wasm"))
}

fn compile(profile: &str, what: &[&str], feature: &str, more: &[&str]) -> Result<()> {
    let mut command = commands::cargo(what);
    command
        .args(["--locked", "--package", "daycut", "--target", WASM_TARGET])
        .args(["--no-default-features", "--features", feature])
        .args(["--profile", profile])
        .args(more);
    commands::run(&mut command)
}

fn artifact(directory: &str, name: &str) -> PathBuf {
    paths::target().join(WASM_TARGET).join(directory).join(name)
}

fn bindgen(profile: Profile, wasm: &Path, name: &str) -> Bindgen {
    let release = profile == Profile::Release;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(name)
        // So that the glue finds its wasm beside itself, as with the command line's defaults.
        .omit_default_module_path(false)
        .debug(!release)
        .keep_debug(!release)
        .remove_name_section(release)
        .remove_producers_section(release);
    bindgen
}

fn bind_for_node(profile: Profile, engine: &Path) -> Result<()> {
    let directory = paths::engine_node();
    clear(&directory)?;
    let mut bindgen = bindgen(profile, engine, "engine");
    bindgen.nodejs(true)?.typescript(false);
    bind(bindgen, &directory)
}

fn bind(mut bindgen: Bindgen, directory: &Path) -> Result<()> {
    bindgen.generate(directory).context(
        "wasm-bindgen refuses the compiled file (one that uses nothing of wasm-bindgen is refused too)",
    )
}

fn put_in_place(staging: &Path, dist: &Path) -> Result<()> {
    let retired = paths::target().join(format!("dist-retired-{}", std::process::id()));
    clear(&retired)?;
    if dist.exists() {
        fs::rename(dist, &retired).context("cannot move the old dist/ away")?;
    }
    fs::rename(staging, dist).context("cannot move the new dist/ into place")?;
    clear(&retired)
}

fn clear(directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)
            .with_context(|| format!("cannot remove {}", directory.display()))?;
    }
    Ok(())
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot list {}", from.display()))? {
        let entry = entry?;
        let destination = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &destination)?;
        } else {
            fs::copy(entry.path(), &destination)
                .with_context(|| format!("cannot copy {}", entry.path().display()))?;
        }
    }
    Ok(())
}
