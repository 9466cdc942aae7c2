//! Every step of writing fails once, in every place: what stood there before is whole, or what should come is.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use daycut::facade::LeftAlone;

use super::*;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A disk on which one step fails, and with a killed program every step after it as well.
struct Failing {
    /// Steps that still succeed.
    left: Cell<usize>,
    /// Whether the program is killed there.
    is_killed: bool,
    /// Whether the system lets two folders change places at once.
    exchanges: bool,
    failed: Cell<bool>,
}

impl Failing {
    fn after(steps: usize, is_killed: bool, exchanges: bool) -> Failing {
        Failing {
            left: Cell::new(steps),
            is_killed,
            exchanges,
            failed: Cell::new(false),
        }
    }

    fn step(&self) -> io::Result<()> {
        if self.failed.get() {
            return match self.is_killed {
                true => Err(ErrorKind::StorageFull.into()),
                false => Ok(()),
            };
        }
        match self.left.get().checked_sub(1) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => {
                self.failed.set(true);
                Err(ErrorKind::StorageFull.into())
            }
        }
    }
}

impl Disk for Failing {
    fn create(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        Real.create(path)
    }

    /// A full disk takes a part.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            if let Some(half) = bytes.get(..bytes.len() / 2) {
                Real.write(file, half)?;
            }
            return Err(error);
        }
        Real.write(file, bytes)
    }

    fn sync(&self, _file: &File) -> io::Result<()> {
        self.step()
    }

    fn sync_names(&self, _folder: &Path) -> io::Result<()> {
        self.step()
    }

    fn permit(&self, path: &Path, as_of: &Permissions) -> io::Result<()> {
        self.step()?;
        Real.permit(path, as_of)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        Real.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.exchanges {
            return Err(ErrorKind::Unsupported.into());
        }
        self.step()?;
        Real.exchange(one, other)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Real.create_folder(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Real.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Real.remove_folder(path)
    }
}

/// An empty folder of this test's own.
fn scratch(name: &str) -> Outcome<PathBuf> {
    let folder = std::env::temp_dir().join(format!("daycut-{}-{name}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What lies in a folder: names and contents.
fn lies_in(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let text = match entry.file_type()?.is_dir() {
            true => "a folder".to_owned(),
            false => fs::read_to_string(entry.path())?,
        };
        files.insert(entry.file_name().to_string_lossy().into_owned(), text);
    }
    Ok(files)
}

/// Old and new files of a run; the old one has one that the new one has not.
fn of_run(mark: &str) -> Vec<(&'static str, String)> {
    let names: &[&str] = match mark {
        "old" => &["events.csv", "hs.hledger", "summary.json"],
        _ => &["events.csv", "summary.json"],
    };
    let files = names.join("\", \"");
    let list = format!(
        "{{\"format\": \"daycut-summary/1\", \"mark\": \"{mark}\", \"files\": [\"{files}\"]}}"
    );
    let content = |name: &str| match name {
        "summary.json" => list.clone(),
        _ => format!("{mark} {name}"),
    };
    names.iter().map(|name| (*name, content(name))).collect()
}

fn write_run(disk: &dyn Disk, place: &Path, mark: &str) -> Result<(), Failure> {
    let folder = prepare(disk, place, true)?;
    for (name, content) in of_run(mark) {
        folder.write(name, content.as_bytes())?;
    }
    folder.finish()
}

fn as_map(files: Vec<(&'static str, String)>) -> BTreeMap<String, String> {
    let files = files.into_iter();
    files
        .map(|(name, content)| (name.to_owned(), content))
        .collect()
}

#[test]
fn a_file_is_the_old_one_or_the_new_one_whatever_fails() -> Outcome {
    for is_killed in [false, true] {
        for had in [None, Some("old")] {
            let mut steps = 0;
            loop {
                let folder = scratch("file")?;
                let place = folder.join("out.json");
                if let Some(old) = had {
                    fs::write(&place, old)?;
                }
                let disk = Failing::after(steps, is_killed, true);
                let written = write_whole(&disk, &place, b"new");
                let now = fs::read_to_string(&place).ok();
                if !disk.failed.get() {
                    assert!(written.is_ok());
                    assert_eq!(now.as_deref(), Some("new"));
                    break;
                }
                let is_whole = now.as_deref() == had || now.as_deref() == Some("new");
                assert!(is_whole, "{steps} steps, killed {is_killed}: {now:?}");
                // The next writing succeeds and leaves nothing behind.
                write_whole(&Real, &place, b"next")?;
                let alone = BTreeMap::from([("out.json".to_owned(), "next".to_owned())]);
                assert_eq!(
                    lies_in(&folder)?,
                    alone,
                    "{steps} steps, killed {is_killed}"
                );
                steps += 1;
            }
            assert!(steps >= 4, "{steps}");
            fs::remove_dir_all(scratch("file")?)?;
        }
    }
    Ok(())
}

#[test]
fn a_folder_is_the_old_run_or_the_new_one_whatever_fails() -> Outcome {
    for (is_killed, exchanges, had) in [
        (false, true, None),
        (true, true, None),
        (false, true, Some("old")),
        (true, true, Some("old")),
        (false, false, Some("old")),
        (true, false, Some("old")),
    ] {
        let case = format!("killed {is_killed}, exchanges {exchanges}, had {had:?}");
        let mut steps = 0;
        loop {
            let above = scratch("folder")?;
            let place = above.join("run");
            if let Some(old) = had {
                write_run(&Real, &place, old).map_err(|failure| format!("{failure:?}"))?;
            }
            let disk = Failing::after(steps, is_killed, exchanges);
            let written = write_run(&disk, &place, "new");
            let now = match place.exists() {
                true => Some(lies_in(&place)?),
                false => None,
            };
            let (old, new) = (had.map(|old| as_map(of_run(old))), as_map(of_run("new")));
            if !disk.failed.get() {
                assert!(written.is_ok(), "{case}: {written:?}");
                assert_eq!(now, Some(new), "{case}");
                assert_eq!(lies_in(&above)?.len(), 1, "{case}: {:?}", lies_in(&above)?);
                break;
            }
            // Killed between two renamings, the old run lies whole beside its place until the next run.
            let between = !exchanges && is_killed && now.is_none();
            assert!(
                now == old || now == Some(new) || between,
                "{steps} steps, {case}: {now:?}"
            );
            if between {
                let beside = above.join(".run.daycut-earlier");
                assert_eq!(Some(lies_in(&beside)?), old, "{steps} steps, {case}");
                let refused = prepare(&Real, &place, false).err();
                let ours = Some(Failure::Refused(LeftAlone::Ours));
                assert_eq!(format!("{refused:?}"), format!("{ours:?}"), "{case}");
                assert_eq!(
                    Some(lies_in(&place)?),
                    old,
                    "brought back: {steps} steps, {case}"
                );
            }
            write_run(&Real, &place, "next").map_err(|failure| format!("{case}: {failure:?}"))?;
            assert_eq!(
                lies_in(&place)?,
                as_map(of_run("next")),
                "{steps} steps, {case}"
            );
            assert_eq!(
                lies_in(&above)?.len(),
                1,
                "{steps} steps, {case}: {:?}",
                lies_in(&above)?
            );
            steps += 1;
        }
        assert!(steps >= 10, "{case}: {steps}");
        fs::remove_dir_all(scratch("folder")?)?;
    }
    Ok(())
}

#[test]
fn two_runs_do_not_write_into_one_folder() -> Outcome {
    let above = scratch("lock")?;
    let place = above.join("run");
    let first = prepare(&Real, &place, true).map_err(|failure| format!("{failure:?}"))?;
    let second = prepare(&Real, &place, true).err();
    assert!(
        matches!(second, Some(Failure::Refused(LeftAlone::InUse))),
        "{second:?}"
    );
    drop(first);
    assert!(prepare(&Real, &place, true).is_ok());
    assert_eq!(lies_in(&above)?.len(), 0);
    fs::remove_dir_all(above)?;
    Ok(())
}
