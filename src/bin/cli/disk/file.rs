//! One file, whole or not at all.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::{Disk, folder_of};

/// Links from link to link that are followed.
const LINKS_MAX: usize = 40;
/// Names of our own that are tried.
const TRIES: u32 = 100;
/// Before and behind the number of a name of our own.
const OURS: (&str, &str) = (".daycut-", ".part");

/// What a path means.
enum Place {
    /// A file with a name, there or not yet.
    Named(PathBuf),
    /// What a program has open already, such as `/dev/stdout`.
    Open(PathBuf),
}

/// Writes a file: all of it, or what stood there before stays as it was.
///
/// A link is followed and stays a link, permissions stay as they were. What is no file (a device, a pipe, standard
/// output by its name) has nothing to lose and is written into.
pub fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = match followed(path)? {
        Place::Named(place) => place,
        Place::Open(place) => {
            let mut file = OpenOptions::new().append(true).open(place)?;
            return disk.write(&mut file, bytes);
        }
    };
    let before = match fs::metadata(&place) {
        Ok(before) if before.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Ok(before) => {
            // Whoever may not write into a file may not put another in its place either.
            let mut file = OpenOptions::new().write(true).open(&place)?;
            if !before.is_file() {
                return disk.write(&mut file, bytes);
            }
            Some(before)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    clear(disk, folder_of(&place));
    let (beside, file) = fresh(disk, folder_of(&place))?;
    let put = filled(disk, (&beside, file), bytes, before.as_ref())
        .and_then(|()| disk.rename(&beside, &place));
    if put.is_err() {
        // What cannot be taken away now is taken away the next time.
        let _ = disk.remove(&beside);
        return put;
    }
    disk.sync_names(folder_of(&place))
}

fn filled(
    disk: &dyn Disk,
    (beside, mut file): (&Path, File),
    bytes: &[u8],
    before: Option<&Metadata>,
) -> io::Result<()> {
    disk.write(&mut file, bytes)?;
    if let Some(before) = before {
        keep_owner(beside, before);
        disk.permit(beside, &before.permissions())?;
    }
    disk.sync(&file)
}

/// The administrator who writes into somebody's file does not take it over; nobody else can give files away.
#[cfg(unix)]
fn keep_owner(path: &Path, before: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(path, Some(before.uid()), Some(before.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_path: &Path, _before: &Metadata) {}

/// The place that a path means at the end of all links, whether something stands there or not.
fn followed(path: &Path) -> io::Result<Place> {
    let mut place = path.to_owned();
    for _ in 0..LINKS_MAX {
        let is_open = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
        if is_open.iter().any(|start| place.starts_with(start)) {
            return Ok(Place::Open(place));
        }
        match fs::read_link(&place) {
            Ok(to) => place = folder_of(&place).join(to),
            Err(_) => return Ok(Place::Named(place)),
        }
    }
    Err(io::Error::other("too many links"))
}

/// A new file beside a place, held so that nobody takes it for something left behind.
fn fresh(disk: &dyn Disk, folder: &Path) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    for number in 0..TRIES {
        let path = folder.join(format!("{}{process}-{number}{}", OURS.0, OURS.1));
        match disk.create(&path) {
            Ok(file) => {
                // A file system without locks has nobody who looks for them either.
                let _ = file.lock();
                if path.exists() {
                    return Ok((path, file));
                }
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Takes away what killed programs left in a folder: files with a name of our own that nobody holds.
fn clear(disk: &dyn Disk, folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !(name.starts_with(OURS.0) && name.ends_with(OURS.1)) {
            continue;
        }
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if let (true, Ok(file)) = (is_file, File::open(entry.path()))
            && file.try_lock().is_ok()
        {
            let _ = disk.remove(&entry.path());
        }
    }
}
