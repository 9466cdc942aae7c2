//! Handing over what was asked for: to standard output, as a file, or as a folder of files.

use std::io::ErrorKind;
use std::path::Path;

use daycut::facade;
use serde::Serialize;

use super::disk::{self, Failure, Folder};
use super::speech::{Complaint, Speech, is_stream};

/// What the disk did not take.
#[derive(Serialize)]
pub struct Unwritten {
    file: String,
    /// Whether there was no room.
    is_full: bool,
    /// The sentence.
    pub text: String,
}

/// What stands in a file of ours.
pub struct Content<'a> {
    /// How it is called.
    pub file_name: &'a str,
    /// What it is.
    pub media_type: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// A file as JSON, where it is no JSON itself.
#[derive(Serialize)]
struct Wrapped<'a> {
    file_name: &'a str,
    media_type: &'a str,
    text: &'a str,
}

/// What was written, for whoever asked for JSON.
#[derive(Serialize)]
pub struct Written {
    /// The file.
    pub written: String,
    /// Its length.
    pub bytes: usize,
}

impl Speech {
    /// Writes a file, whole or not at all; `-` is standard output, where JSON is what was asked for.
    pub fn deliver(&self, out: &Path, content: &Content<'_>) -> Result<(), Complaint> {
        if is_stream(out) {
            return match std::str::from_utf8(content.bytes) {
                Ok(text) if self.json && !content.media_type.contains("json") => {
                    self.say(&facade::json(&Wrapped {
                        file_name: content.file_name,
                        media_type: content.media_type,
                        text,
                    }))
                }
                _ => self.write_out(content.bytes),
            };
        }
        let written = self.write(out, content.bytes)?;
        match self.json {
            true => self.say(&facade::json(&written)),
            false => Ok(()),
        }
    }

    /// Writes a file, whole or not at all, and says nothing; `-` is standard output.
    pub fn write(&self, out: &Path, bytes: &[u8]) -> Result<Written, Complaint> {
        let name = out.display().to_string();
        if is_stream(out) {
            self.write_out(bytes)?;
        } else {
            let put = disk::write_whole(&disk::Real, out, bytes);
            put.map_err(|error| self.unwritable(&name, &error))?;
        }
        Ok(Written {
            written: name,
            bytes: bytes.len(),
        })
    }

    /// Begins to write a folder of files that belong together.
    pub fn folder(&self, path: &Path, replaces: bool) -> Result<Folder<'static>, Complaint> {
        let begun = disk::prepare(&disk::Real, path, replaces);
        begun.map_err(|failure| self.no_folder(path, failure))
    }

    /// Writes a file of such a folder.
    pub fn put(
        &self,
        folder: &Folder<'_>,
        (path, name): (&Path, &str),
        bytes: &[u8],
    ) -> Result<(), Complaint> {
        let put = folder.write(name, bytes);
        put.map_err(|error| self.unwritable(&path.join(name).display().to_string(), &error))
    }

    /// Lets such a folder take its place.
    pub fn finish(&self, folder: Folder<'_>, path: &Path) -> Result<(), Complaint> {
        let finished = folder.finish();
        finished.map_err(|failure| self.no_folder(path, failure))
    }

    fn no_folder(&self, path: &Path, failure: Failure) -> Complaint {
        let path = path.display().to_string();
        match failure {
            Failure::System(error) => self.unwritable(&path, &error),
            Failure::Refused(refused) => {
                Complaint::Misused((self.text().terminal.left_alone)(&path, &refused))
            }
        }
    }

    /// What is said of a file that could not be written.
    pub fn unwritable(&self, name: &str, error: &std::io::Error) -> Complaint {
        let text = self.text().terminal;
        let words = (text.unwritable)(name, &text.reason(error));
        let kind = error.kind();
        match kind {
            // The place was not a good one; nothing is wrong with the disk.
            ErrorKind::NotFound
            | ErrorKind::PermissionDenied
            | ErrorKind::AlreadyExists
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::DirectoryNotEmpty
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::InvalidFilename
            | ErrorKind::InvalidInput
            | ErrorKind::ResourceBusy => Complaint::Misused(words),
            _ => Complaint::Unwritten(Unwritten {
                file: name.to_owned(),
                is_full: matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded),
                text: (text.unchanged)(&words),
            }),
        }
    }
}
