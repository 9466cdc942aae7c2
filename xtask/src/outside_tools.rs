//! Programs that nobody here wrote and the tests need: browser, journal readers, Python, npm.
//!
//! A machine with apt, run as root, gets them installed; any other is told the one line to run.
//! What was already there is left alone, and what had to be installed is printed.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

use crate::{chores, commands, paths};

/// A program, how to see that it works, and the Debian packages that bring it.
pub struct Tool {
    name: &'static str,
    probe: (&'static str, &'static [&'static str]),
    packages: &'static [&'static str],
}

pub const CHROMIUM: Tool = Tool {
    name: "chromium",
    probe: ("chromium", &["--version"]),
    packages: &["chromium"],
};
pub const CHROMEDRIVER: Tool = Tool {
    name: "chromedriver",
    probe: ("chromedriver", &["--version"]),
    packages: &["chromium-driver"],
};
/// Without Chinese glyphs the layout that the journeys see is not the one that visitors see.
pub const CHINESE_FONT: Tool = Tool {
    name: "a font with Chinese glyphs",
    probe: ("sh", &["-c", "fc-list :lang=zh | grep -q ."]),
    packages: &["fontconfig", "fonts-liberation", "fonts-noto-cjk"],
};
/// Reads the text of a printed page.
pub const PDFTOTEXT: Tool = Tool {
    name: "pdftotext",
    probe: ("pdftotext", &["-v"]),
    packages: &["poppler-utils"],
};
pub const HLEDGER: Tool = Tool {
    name: "hledger",
    probe: ("hledger", &["--version"]),
    packages: &["hledger"],
};
pub const LEDGER: Tool = Tool {
    name: "ledger",
    probe: ("ledger", &["--version"]),
    packages: &["ledger"],
};
pub const NODE: Tool = Tool {
    name: "node",
    probe: ("node", &["--version"]),
    packages: &["nodejs"],
};
pub const NPM: Tool = Tool {
    name: "npm",
    probe: ("npm", &["--version"]),
    packages: &["npm"],
};
pub const PYTHON: Tool = Tool {
    name: "python3 with venv",
    probe: ("python3", &["-c", "import venv, ensurepip"]),
    packages: &["python3", "python3-venv"],
};

impl Tool {
    fn is_there(&self) -> bool {
        commands::answers(self.probe.0, self.probe.1)
    }
}

/// A tool is missing and could not be installed: the stage cannot run, which is not the same as failing.
#[derive(Debug)]
pub struct Missing(String);

impl std::fmt::Display for Missing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Missing {}

/// Makes sure that the tools are there, installing with apt where that is possible.
pub fn ensure(tools: &[&Tool]) -> Result<()> {
    let absent = |tools: &[&Tool]| -> Vec<usize> {
        (0..tools.len())
            .filter(|index| !tools[*index].is_there())
            .collect()
    };
    let missing = absent(tools);
    if missing.is_empty() {
        return Ok(());
    }
    let names = list(missing.iter().map(|index| tools[*index].name));
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|index| tools[*index].packages.iter().copied())
        .collect();
    let advice = format!(
        "missing: {names}. Debian or Ubuntu: sudo apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    if !is_root() || !commands::answers("apt-get", &["--version"]) {
        return Err(Missing(advice).into());
    }
    if let Err(error) = chores::timed(&format!("install {names}"), || apt_install(&packages)) {
        return Err(Missing(format!("{advice}\n(tried here: {error:#})")).into());
    }
    match absent(tools).first() {
        None => Ok(()),
        Some(index) => Err(Missing(format!(
            "{} does not work though installed",
            tools[*index].name
        ))
        .into()),
    }
}

/// The Python of a private environment with exactly the packages of `tests/readers/requirements.txt`.
pub fn python_with_readers() -> Result<PathBuf> {
    ensure(&[&PYTHON])?;
    let requirements = paths::root().join("tests/readers/requirements.txt");
    let venv = paths::tools().join("venv");
    let python = venv.join("bin/python");
    install_once(&venv, &[&requirements], || {
        commands::run(
            commands::program("python3")
                .args(["-m", "venv", "--clear"])
                .arg(&venv),
        )?;
        commands::run(
            commands::program(&python)
                .args(["-m", "pip", "install", "--quiet", "--no-input", "-r"])
                .arg(&requirements),
        )
    })?;
    Ok(python)
}

/// The axe-core script, from npm at the version of the committed lock file.
pub fn axe_script() -> Result<PathBuf> {
    let npm = npm_packages("tests/e2e", "npm")?;
    Ok(npm.join("node_modules/axe-core/axe.min.js"))
}

/// The folder into which the npm packages of `source` are installed, exactly as its lock file says.
pub fn npm_packages(source: &str, name: &str) -> Result<PathBuf> {
    ensure(&[&NODE, &NPM])?;
    let source = paths::root().join(source);
    let manifest = source.join("package.json");
    let lock = source.join("package-lock.json");
    let npm = paths::tools().join(name);
    install_once(&npm, &[&manifest, &lock], || {
        fs::create_dir_all(&npm)?;
        fs::copy(&manifest, npm.join("package.json"))?;
        fs::copy(&lock, npm.join("package-lock.json"))?;
        commands::run(
            commands::program("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&npm),
        )
    })?;
    Ok(npm)
}

/// Installs again only when one of the files that say what to install has changed.
fn install_once(
    directory: &Path,
    described_by: &[&PathBuf],
    install: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let mut wanted = String::new();
    for file in described_by {
        wanted +=
            &fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    }
    let stamp = directory.join("installed.stamp");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let name = directory.strip_prefix(paths::root()).unwrap_or(directory);
    chores::timed(&format!("install into {}", name.display()), install)
        .map_err(|error| Missing(format!("{}: {error:#}", name.display())))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = commands::program("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args([
            "-q",
            "-o",
            "DPkg::Lock::Timeout=120",
        ]);
        command
    };
    commands::run(apt().arg("update"))?;
    commands::run(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

/// A component of the pinned toolchain, added when a minimal installation left it out.
pub fn ensure_component(component: &str, probe: &[&str]) -> Result<()> {
    if commands::answers("cargo", probe) {
        return Ok(());
    }
    commands::run(commands::program("rustup").args(["component", "add", component]))
        .map_err(|error| Missing(format!("{component} is missing: {error:#}")))?;
    if !commands::answers("cargo", probe) {
        bail!("{component} does not work though installed");
    }
    Ok(())
}

fn is_root() -> bool {
    commands::output(commands::program("id").arg("-u")).is_ok_and(|number| number == "0")
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
