//! Writing so that nothing is lost: a file or a folder is whole in its place, or what stood there before still is.
//!
//! Everything is written beside its place under a name of our own, brought safely to the disk, and then put into
//! place by one renaming. A full disk, a pulled plug or Ctrl-C therefore leave the old state or the new one. What a
//! killed program left under such a name is recognised and taken away the next time.

mod file;
mod folder;
mod real;
#[cfg(test)]
mod tests;

use std::fs::{File, Permissions};
use std::io;
use std::path::Path;

pub use file::write_whole;
pub use folder::{Failure, Folder, prepare};
pub use real::Real;

/// Everything that is done to a file system, so that a test can let any of it fail.
pub trait Disk {
    /// Makes a new file; it must not exist.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Writes all bytes.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Brings a file to the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Brings the names in a folder to the disk.
    fn sync_names(&self, folder: &Path) -> io::Result<()>;
    /// Gives a file or folder the permissions of another.
    fn permit(&self, path: &Path, as_of: &Permissions) -> io::Result<()>;
    /// Puts a file or folder into a place; a file there gives way.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Lets two files or folders change places at once; `Unsupported` where the system cannot.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Makes a folder; it must not exist.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Takes a folder and everything in it away.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The folder in which a path lies.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
