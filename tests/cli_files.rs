//! What the command line writes: whole or not at all, never over what is not its own, under names that every file
//! system can keep apart.
#![cfg(unix)]

mod command;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use command::{MALL, Outcome, daycut, directory, said};
use serde_json::Value;

const POOLED: &str = "www/scenarios/mall-pooled.json";

/// A folder that is there and empty.
fn empty(name: &str) -> Outcome<PathBuf> {
    let folder = directory(name)?;
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn names_in(folder: &Path) -> Outcome<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        names.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

fn run(scenario: &str, out: &Path, more: &[&str]) -> Outcome<(i32, String, String)> {
    let out = out.display().to_string();
    let arguments = [&["run", scenario, "--out", &out], more].concat();
    said(&arguments, "")
}

/// B1: on a disk without room the old file stays, and the exit code says that it was the disk.
#[test]
fn a_full_disk_leaves_the_old_file_and_has_a_code_of_its_own() -> Outcome {
    let folder = empty("full-disk")?;
    let old = folder.join("old.svg");
    fs::write(&old, "the old picture")?;
    // The shell allows files of 4 KiB; a picture has more. Without the signal that would kill it the program is told.
    let line = format!(
        "trap '' XFSZ; ulimit -f 4; exec {} diagram {MALL} -o {}",
        env!("CARGO_BIN_EXE_daycut-cli"),
        old.display()
    );
    let output = Command::new("bash").args(["-c", &line]).output()?;
    assert_eq!(fs::read_to_string(&old)?, "the old picture");
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let told = String::from_utf8(output.stderr)?;
    assert!(told.contains("larger than the system allows"), "{told}");
    assert!(
        told.contains("what was there before is unchanged"),
        "{told}"
    );
    assert_eq!(names_in(&folder)?, BTreeSet::from(["old.svg".to_owned()]));
    // A device that is always full.
    for arguments in [
        vec!["diagram", MALL, "-o", "/dev/full"],
        vec!["--json", "diagram", MALL, "-o", "/dev/full"],
    ] {
        let (code, out, err) = said(&arguments, "")?;
        assert_eq!(code, 4, "{out}{err}");
        assert!(
            format!("{out}{err}").contains("the disk is full"),
            "{out}{err}"
        );
    }
    let (_, json, _) = said(&["--json", "--lang", "zh", "schema"], "")?;
    assert!(serde_json::from_str::<Value>(&json).is_ok());
    let full = fs::OpenOptions::new().write(true).open("/dev/full")?;
    let output = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
        .arg("schema")
        .stdout(full)
        .stderr(Stdio::piped())
        .output()?;
    assert_eq!(output.status.code(), Some(4));
    Ok(())
}

#[test]
fn a_killed_writer_leaves_the_old_file_and_its_rest_is_cleared_away() -> Outcome {
    let folder = empty("killed")?;
    let old = folder.join("old.svg");
    fs::write(&old, "the old picture")?;
    // Killed by the signal itself this time, in the middle of the new file.
    let line = format!(
        "ulimit -f 4; exec {} diagram {MALL} -o {}",
        env!("CARGO_BIN_EXE_daycut-cli"),
        old.display()
    );
    let output = Command::new("bash").args(["-c", &line]).output()?;
    assert!(!output.status.success());
    assert_eq!(fs::read_to_string(&old)?, "the old picture");
    let (code, ..) = said(&["diagram", MALL, "-o", &old.display().to_string()], "")?;
    assert_eq!(code, 0);
    assert!(fs::read_to_string(&old)?.starts_with("<svg "));
    assert_eq!(names_in(&folder)?, BTreeSet::from(["old.svg".to_owned()]));
    Ok(())
}

#[test]
fn links_permissions_and_devices_stay_what_they_are() -> Outcome {
    let folder = empty("kinds")?;
    let (real, link) = (folder.join("real.json"), folder.join("link.json"));
    fs::write(&real, "old")?;
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640))?;
    symlink("real.json", &link)?;
    let export = |out: &Path| {
        let out = out.display().to_string();
        said(&["export", MALL, "--kind", "expectations", "-o", &out], "")
    };
    let expected = daycut(&["export", MALL, "--kind", "expectations"], b"")?.stdout;
    assert_eq!(export(&link)?, (0, String::new(), String::new()));
    assert_eq!(fs::read(&real)?, expected);
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(fs::metadata(&real)?.permissions().mode() & 0o777, 0o640);
    // A link to what is not there yet makes it there.
    let (aim, arrow) = (folder.join("aim.csv"), folder.join("arrow.csv"));
    symlink(&aim, &arrow)?;
    assert_eq!(export(&arrow)?.0, 0);
    assert_eq!(fs::read(&aim)?, expected);
    // Standard output by its name, and a pipe with a name.
    let (code, out, _) = export(Path::new("/dev/stdout"))?;
    assert_eq!((code, out.into_bytes()), (0, expected.clone()));
    assert_eq!(export(Path::new("/dev/null"))?.0, 0);
    let pipe = folder.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status()?.success());
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || {
            let mut read = Vec::new();
            fs::File::open(pipe)
                .and_then(|mut pipe| pipe.read_to_end(&mut read))
                .map(|_| read)
        })
    };
    assert_eq!(export(&pipe)?.0, 0);
    assert_eq!(reader.join().map_err(|_| "reader")??, expected);
    assert!(fs::metadata(&pipe)?.file_type().is_fifo());
    // A folder is no file.
    let (code, _, err) = export(&folder)?;
    assert_eq!(code, 2);
    assert!(err.contains("it is a folder, not a file"), "{err}");
    Ok(())
}

/// B2, B3: a folder has all files of one run, and what is not ours is left alone.
#[test]
fn a_run_takes_a_folder_of_its_own_only() -> Outcome {
    let above = empty("folders")?;
    let out = above.join("deep/run");
    let (code, told, _) = run(POOLED, &out, &[])?;
    assert_eq!(code, 0, "{told}");
    let first = names_in(&out)?;
    // An earlier run gives way only when asked to, and leaves nothing behind.
    let (code, _, err) = run(MALL, &out, &[])?;
    assert_eq!(code, 2);
    assert!(err.contains("--replace"), "{err}");
    assert_eq!(names_in(&out)?, first);
    assert_eq!(run(MALL, &out, &["--replace"])?.0, 0);
    let second = names_in(&out)?;
    assert_ne!(second, first);
    let other = above.join("other");
    assert_eq!(run(MALL, &other, &[])?.0, 0);
    assert_eq!(names_in(&other)?, second);
    for name in &second {
        assert_eq!(
            fs::read(out.join(name))?,
            fs::read(other.join(name))?,
            "{name}"
        );
    }
    assert_eq!(
        names_in(&above)?,
        BTreeSet::from(["deep".to_owned(), "other".to_owned()])
    );
    assert_eq!(
        names_in(&above.join("deep"))?,
        BTreeSet::from(["run".to_owned()])
    );
    // An empty folder is nobody's, and keeps its permissions.
    let bare = empty("folders/bare")?;
    fs::set_permissions(&bare, fs::Permissions::from_mode(0o700))?;
    assert_eq!(run(MALL, &bare, &[])?.0, 0);
    assert_eq!(fs::metadata(&bare)?.permissions().mode() & 0o777, 0o700);
    Ok(())
}

#[test]
fn what_no_run_has_written_is_never_touched() -> Outcome {
    let above = empty("foreign")?;
    let outside = above.join("outside.txt");
    fs::write(&outside, "precious")?;
    let made = |name: &str| -> Outcome<PathBuf> {
        let out = above.join(name);
        assert_eq!(run(MALL, &out, &[])?.0, 0);
        Ok(out)
    };
    let notes = made("notes")?;
    fs::write(notes.join("notes.txt"), "mine")?;
    let linked = made("linked")?;
    fs::remove_file(linked.join("events.csv"))?;
    symlink(&outside, linked.join("events.csv"))?;
    let nested = made("nested")?;
    fs::create_dir(nested.join("sub"))?;
    let plain = empty("foreign/plain")?;
    fs::write(
        plain.join("summary.json"),
        "{\"files\": [\"summary.json\"]}",
    )?;
    let through = above.join("through");
    let real = made("real")?;
    symlink(&real, &through)?;
    let file = above.join("file");
    fs::write(&file, "a file")?;
    for (out, named) in [
        (&notes, "notes.txt"),
        (&linked, "events.csv"),
        (&nested, "sub"),
        (&plain, "summary.json"),
        (&through, "link to"),
        (&file, "is a file"),
    ] {
        let before = out.is_dir().then(|| names_in(out)).transpose()?;
        for more in [&[][..], &["--replace"]] {
            let (code, _, err) = run(POOLED, out, more)?;
            assert_eq!(code, 2, "{out:?}");
            assert!(err.contains(named), "{out:?}: {err}");
        }
        assert_eq!(out.is_dir().then(|| names_in(out)).transpose()?, before);
    }
    assert_eq!(fs::read_to_string(&outside)?, "precious");
    assert!(fs::symlink_metadata(&through)?.is_symlink());
    // Neither the folder in which one works, nor standard output.
    for (out, named) in [
        (".", "current folder"),
        ("..", "current folder"),
        ("-", "standard output"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
            .args([
                "run",
                &fs::canonicalize(MALL)?.display().to_string(),
                "--out",
                out,
            ])
            .current_dir(&plain)
            .output()?;
        let told = String::from_utf8(output.stderr)?;
        assert_eq!(output.status.code(), Some(2), "{out}: {told}");
        assert!(told.contains(named), "{out}: {told}");
    }
    assert!(!plain.join("-").exists());
    Ok(())
}

#[test]
fn a_run_that_fails_leaves_the_earlier_one_whole() -> Outcome {
    let above = empty("run-fails")?;
    let out = above.join("run");
    assert_eq!(run(POOLED, &out, &[])?.0, 0);
    let before = names_in(&out)?;
    for trap in ["trap '' XFSZ; ", ""] {
        let line = format!(
            "{trap}ulimit -f 4; exec {} run {MALL} --out {} --replace",
            env!("CARGO_BIN_EXE_daycut-cli"),
            out.display()
        );
        let output = Command::new("bash").args(["-c", &line]).output()?;
        assert!(!output.status.success());
        assert_eq!(
            output.status.code(),
            (!trap.is_empty()).then_some(4),
            "{output:?}"
        );
        assert_eq!(names_in(&out)?, before);
    }
    // The problems of a scenario are told before anything is written.
    let (code, ..) = said(
        &[
            "run",
            "-",
            "--out",
            &above.join("never").display().to_string(),
        ],
        "{}",
    )?;
    assert_eq!(code, 1);
    assert!(!above.join("never").exists());
    assert_eq!(run(MALL, &out, &["--replace"])?.0, 0);
    assert_eq!(names_in(&above)?, BTreeSet::from(["run".to_owned()]));
    Ok(())
}

/// Two at once: one of both, or both one after the other, and never a mixture.
#[test]
fn two_runs_at_once_do_not_mix() -> Outcome {
    let above = empty("at-once")?;
    let out = above.join("run");
    let mut children = Vec::new();
    for scenario in [MALL, POOLED, MALL, POOLED] {
        let child = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
            .args(["run", scenario, "--replace", "--out"])
            .arg(&out)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        children.push(child);
    }
    let mut good = 0;
    for child in children {
        let output = child.wait_with_output()?;
        let told = String::from_utf8(output.stderr)?;
        match output.status.code() {
            Some(0) => good += 1,
            code => assert!(
                code == Some(2) && told.contains("another run"),
                "{code:?} {told}"
            ),
        }
    }
    assert!(good > 0);
    let summary: Value = serde_json::from_str(&fs::read_to_string(out.join("summary.json"))?)?;
    let listed = summary["files"].as_array().ok_or("files")?.iter();
    let listed: BTreeSet<String> = listed
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    assert_eq!(names_in(&out)?, listed);
    assert_eq!(names_in(&above)?, BTreeSet::from(["run".to_owned()]));
    Ok(())
}

/// B5: ids that differ in capitals only, and one that is a device's name elsewhere.
#[test]
fn names_of_files_live_together_on_every_file_system() -> Outcome {
    let text = fs::read_to_string("tests/cli/capitals.json")?;
    let out = directory("capitals")?;
    let (code, _, err) = said(&["run", "-", "--out", &out.display().to_string()], &text)?;
    assert_eq!((code, err.as_str()), (0, ""));
    let names = names_in(&out)?;
    let folded: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(folded.len(), names.len(), "{names:?}");
    for name in ["hs.hledger", "HS~2.hledger", "Hs~3.hledger", "con_.hledger"] {
        assert!(names.contains(name), "{name}: {names:?}");
    }
    let summary: Value = serde_json::from_str(&fs::read_to_string(out.join("summary.json"))?)?;
    let mapping = serde_json::json!({ "HS": "HS~2", "Hs": "Hs~3", "con": "con_" });
    assert_eq!(summary["file_names"], mapping);
    // One file, and the list, have the same names.
    let (_, list, _) = said(&["export", "-", "--list"], &text)?;
    let listed: BTreeSet<String> = list
        .lines()
        .filter_map(|line| Some(line.rsplit_once('\t')?.1.to_owned()))
        .collect();
    assert_eq!(listed, names);
    let one = daycut(
        &["export", "-", "--kind", "hledger", "--party", "HS"],
        text.as_bytes(),
    )?;
    assert_eq!(one.stdout, fs::read(out.join("HS~2.hledger"))?);
    Ok(())
}

#[test]
fn a_name_need_not_be_utf8() -> Outcome {
    let folder = empty("bytes")?;
    let odd = |start: &str| {
        let mut name = folder.join(start).into_os_string().into_vec();
        name.extend([0xff, 0xfe]);
        OsString::from_vec(name)
    };
    let scenario = odd("in");
    fs::copy(MALL, &scenario)?;
    let check = [OsString::from("check"), scenario.clone()];
    assert_eq!(
        said(&check, "")?,
        (0, "7/7 hold\n".to_owned(), String::new())
    );
    let run = ["run".into(), scenario.clone(), "--out".into(), odd("out")];
    assert_eq!(said(&run, "")?.0, 0);
    assert!(Path::new(&odd("out")).join("summary.json").exists());
    let compare = ["compare".into(), scenario.clone(), scenario.clone()];
    assert_eq!(said(&compare, "")?.0, 0);
    let picture = ["diagram".into(), scenario, "-o".into(), odd("svg")];
    assert_eq!(said(&picture, "")?.0, 0);
    Ok(())
}

#[test]
fn whoever_asks_for_json_is_told_what_was_written() -> Outcome {
    let folder = empty("written")?;
    let link = said(&["link", "encode", MALL], "")?.1;
    let out = folder.join("out").display().to_string();
    for arguments in [
        vec!["export", MALL, "--kind", "events"],
        vec!["export", MALL, "--list"],
        vec!["diagram", MALL],
        vec!["report", MALL],
        vec!["findings", POOLED, "--fix", "SC-01"],
        vec![
            "import",
            "wechat-bill",
            "tests/fixtures/wechat-trade-all-2021-01-28.csv",
        ],
    ] {
        let all = [arguments.clone(), vec!["--json", "-o", &out]].concat();
        let (code, json, err) = said(&all, &link)?;
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        let told: Value = serde_json::from_str(&json)?;
        assert_eq!(told["written"], Value::from(out.clone()), "{arguments:?}");
        assert_eq!(
            told["bytes"],
            Value::from(fs::metadata(&out)?.len()),
            "{arguments:?}"
        );
    }
    let (_, json, _) = run(MALL, &folder.join("run"), &["--json"])?;
    let told: Value = serde_json::from_str(&json)?;
    assert_eq!(
        told["folder"],
        Value::from(folder.join("run").display().to_string())
    );
    Ok(())
}
