//! A folder of files that belong together: all of them are there, or what stood in their place still does.
//!
//! The files are written into a fresh folder beside the place, which then takes the place in one step. A folder that
//! holds anything but an earlier run of ours is never touched, and two runs never write into one folder: a lock
//! beside it keeps the second out.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use daycut::facade::{self, LeftAlone};

use super::{Disk, folder_of};

/// The file that says what a folder of ours holds.
const LIST: &str = "summary.json";
/// More than any list of files.
const LIST_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Bytes of a folder's name that are taken over into the names beside it.
const NAME_BYTES_MAX: usize = 200;

/// Why a folder could not be written.
#[derive(Debug)]
pub enum Failure {
    /// It is left alone.
    Refused(LeftAlone),
    /// The system said no.
    System(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::System(error)
    }
}

impl From<LeftAlone> for Failure {
    fn from(refused: LeftAlone) -> Failure {
        Failure::Refused(refused)
    }
}

/// A folder that is being written.
pub struct Folder<'a> {
    disk: &'a dyn Disk,
    names: Names,
    replaces: bool,
    /// Released when the file is closed.
    _lock: Option<File>,
}

/// The place and what stands beside it for a while.
struct Names {
    place: PathBuf,
    /// The new files until they take the place.
    fresh: PathBuf,
    /// The earlier ones, where the system cannot let both change places at once.
    earlier: PathBuf,
    lock: PathBuf,
}

impl Names {
    fn of(path: &Path) -> io::Result<Names> {
        let place = match path.file_name() {
            Some(name) => {
                let above = folder_of(path);
                fs::create_dir_all(above)?;
                fs::canonicalize(above)?.join(name)
            }
            None => fs::canonicalize(path)?,
        };
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let mut end = name.len().min(NAME_BYTES_MAX);
        while !name.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let name = name.get(..end).unwrap_or_default();
        let beside = |what: &str| folder_of(&place).join(format!(".{name}.daycut-{what}"));
        Ok(Names {
            fresh: beside("part"),
            earlier: beside("earlier"),
            lock: beside("lock"),
            place,
        })
    }
}

/// Begins to write a folder, unless it must be left alone.
///
/// # Errors
/// Why it is left alone, or what the system says.
pub fn prepare<'a>(disk: &'a dyn Disk, path: &Path, replaces: bool) -> Result<Folder<'a>, Failure> {
    if path.as_os_str() == "-" {
        return Err(LeftAlone::Stream.into());
    }
    let names = Names::of(path)?;
    let lock = locked(&names.lock)?;
    let folder = Folder {
        disk,
        names,
        replaces,
        _lock: lock,
    };
    folder.recover()?;
    folder.may_be_replaced()?;
    disk.create_folder(&folder.names.fresh)?;
    Ok(folder)
}

impl Folder<'_> {
    /// Brings back what a killed run had moved away, and takes away what it had begun.
    fn recover(&self) -> io::Result<()> {
        let Names {
            place,
            fresh,
            earlier,
            ..
        } = &self.names;
        let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
        if is_there(earlier) && !is_there(place) {
            self.disk.rename(earlier, place)?;
        }
        for left in [fresh, earlier] {
            if is_there(left) {
                self.disk.remove_folder(left)?;
            }
        }
        Ok(())
    }

    /// What stands in the place, if it may give way.
    fn may_be_replaced(&self) -> Result<Option<Metadata>, Failure> {
        let place = &self.names.place;
        let there = match fs::symlink_metadata(place) {
            Ok(there) => there,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if there.is_symlink() {
            return Err(LeftAlone::Link(fs::read_link(place)?.display().to_string()).into());
        }
        if !there.is_dir() {
            return Err(LeftAlone::NotAFolder.into());
        }
        if std::env::current_dir().is_ok_and(|current| current.starts_with(place)) {
            return Err(LeftAlone::Current.into());
        }
        if begins_a_disk(&there, folder_of(place)) {
            return Err(LeftAlone::MountPoint.into());
        }
        let mut entries = fs::read_dir(place)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        if entries.is_empty() {
            return Ok(Some(there));
        }
        let listed = listed(&place.join(LIST));
        for entry in entries {
            let name = entry.file_name();
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            let is_ours = name
                .to_str()
                .is_some_and(|name| listed.iter().any(|one| one == name));
            if !(is_file && is_ours) {
                return Err(LeftAlone::Foreign(name.to_string_lossy().into_owned()).into());
            }
        }
        match self.replaces {
            true => Ok(Some(there)),
            false => Err(LeftAlone::Ours.into()),
        }
    }

    /// Writes one of its files.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.disk.create(&self.names.fresh.join(name))?;
        self.disk.write(&mut file, bytes)?;
        self.disk.sync(&file)
    }

    /// Lets the folder take its place.
    pub fn finish(self) -> Result<(), Failure> {
        let Names {
            place,
            fresh,
            earlier,
            ..
        } = &self.names;
        let before = self.may_be_replaced()?;
        if let Some(before) = &before {
            self.disk.permit(fresh, &before.permissions())?;
        }
        self.disk.sync_names(fresh)?;
        match before {
            None => self.disk.rename(fresh, place)?,
            Some(_) => match self.disk.exchange(fresh, place) {
                Err(error) if error.kind() == ErrorKind::Unsupported => {
                    self.disk.rename(place, earlier)?;
                    if let Err(error) = self.disk.rename(fresh, place) {
                        self.disk.rename(earlier, place)?;
                        return Err(error.into());
                    }
                }
                other => other?,
            },
        }
        self.disk.sync_names(folder_of(place))?;
        Ok(())
    }
}

/// Whatever is beside the place now is the half of a new state or all of an old one. What cannot be taken away is
/// taken away the next time.
impl Drop for Folder<'_> {
    fn drop(&mut self) {
        let _ = self.disk.remove_folder(&self.names.fresh);
        if fs::symlink_metadata(&self.names.place).is_ok() {
            let _ = self.disk.remove_folder(&self.names.earlier);
        }
        let _ = self.disk.remove(&self.names.lock);
    }
}

/// Keeps other runs out; nothing where the file system knows no locks.
fn locked(path: &Path) -> Result<Option<File>, Failure> {
    loop {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => return Ok(Some(file)),
            // The run before took the lock away while we waited for it.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LeftAlone::InUse.into()),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(ours), Ok(there)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    (ours.dev(), ours.ino()) == (there.dev(), there.ino())
}

/// Elsewhere a file that is open cannot be taken away.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(unix)]
fn begins_a_disk(folder: &Metadata, above: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(above).is_ok_and(|above| above.dev() != folder.dev())
}

#[cfg(not(unix))]
fn begins_a_disk(_folder: &Metadata, _above: &Path) -> bool {
    false
}

/// The files that a folder says it holds; none when it is not ours.
fn listed(list: &Path) -> Vec<String> {
    let is_fit =
        fs::symlink_metadata(list).is_ok_and(|list| list.is_file() && list.len() <= LIST_BYTES_MAX);
    match is_fit.then(|| fs::read_to_string(list)) {
        Some(Ok(text)) => facade::files_listed(&text),
        _ => Vec::new(),
    }
}
