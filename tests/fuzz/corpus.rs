//! What the inputs are made from: the gallery, the sound documents of other tests, links and bills that were
//! published, and whatever once made the program fail (`tests/fuzz/found`).

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// Every file of a folder with this ending, in the order of their names.
pub fn files(folder: &str, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(folder))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The texts of all files of these folders.
pub fn texts(folders: &[&str], ending: &str) -> Outcome<Vec<String>> {
    let mut texts = Vec::new();
    for folder in folders {
        for file in files(folder, ending)? {
            texts.push(fs::read_to_string(&file).map_err(|error| format!("{file:?}: {error}"))?);
        }
    }
    Ok(texts)
}

/// Documents that are right, small enough to be played a thousand times.
pub fn scenarios() -> Outcome<Vec<String>> {
    let mut all = texts(&["www/scenarios"], "json")?;
    for sound in [
        "tests/problems/sound.json",
        "tests/contradictions/sound.json",
    ] {
        all.push(fs::read_to_string(sound)?);
    }
    all.retain(|text| text.len() < 30_000);
    Ok(all)
}

/// Links that were published.
pub fn links() -> Outcome<Vec<String>> {
    let links = texts(&["tests/links", "tests/compare"], "link")?;
    Ok(links.iter().map(|link| link.trim().to_owned()).collect())
}

/// Bills of every edition.
pub fn bills() -> Outcome<Vec<String>> {
    texts(&["tests/imports", "tests/fixtures"], "csv")
}
