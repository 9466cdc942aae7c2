//! The command line as a person or a script calls it.

use std::error::Error;
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

pub const MALL: &str = "www/scenarios/mall-sub-merchants.json";

/// Calls it with something on standard input.
pub fn daycut<A: AsRef<OsStr>>(arguments: &[A], input: &[u8]) -> Outcome<Output> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut to = child.stdin.take().ok_or("standard input")?;
    // A command that refuses its arguments does not wait for what it is told besides.
    let _ = to.write_all(input);
    drop(to);
    Ok(child.wait_with_output()?)
}

/// Exit code, standard output, standard error.
pub fn said<A: AsRef<OsStr>>(arguments: &[A], input: &str) -> Outcome<(i32, String, String)> {
    let output = daycut(arguments, input.as_bytes())?;
    Ok((
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stdout)?,
        String::from_utf8(output.stderr)?,
    ))
}

/// A folder that is not there yet.
pub fn directory(name: &str) -> Outcome<PathBuf> {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if directory.exists() {
        std::fs::remove_dir_all(&directory)?;
    }
    Ok(directory)
}
