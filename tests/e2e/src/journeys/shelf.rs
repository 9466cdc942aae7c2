//! What stands in the browser's storage, as journeys look it up behind the page's back.

use anyhow::{Result, bail};
use serde_json::Value;
use std::time::{Duration, Instant};

use crate::page::{PATIENCE, Page};

/// The newest revision of every work: its name, its line, its text.
const NEWEST: &str = "(async () => {
    const newest = new Map();
    for (const [key, line] of await daycut.shelf.lines()) {
        const id = key.replace(/\\.[abx]$/, '');
        const revision = Number(line.split('\\t')[1]);
        if (!(newest.get(id)?.revision >= revision)) newest.set(id, { id, key, revision });
    }
    const works = [];
    for (const { id, key, revision } of newest.values()) {
        const [, text] = await daycut.shelf.read(key);
        works.push([id, revision, text]);
    }
    return works;
})()";

/// A work as storage has it.
#[derive(Clone, Debug)]
pub struct Work {
    pub id: String,
    pub text: String,
}

/// Every work on the shelf.
pub async fn works(page: &Page) -> Result<Vec<Work>> {
    let found = page.js(NEWEST).await?;
    let works = found.as_array().cloned().unwrap_or_default();
    let text = |work: &Value, place: usize| work[place].as_str().unwrap_or_default().to_owned();
    Ok(works
        .iter()
        .map(|work| Work {
            id: text(work, 0),
            text: text(work, 2),
        })
        .collect())
}

/// Waits until what stands on the shelf is as it should be.
pub async fn until(page: &Page, what: &str, holds: impl Fn(&[Work]) -> bool) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let works = works(page).await?;
        if holds(&works) {
            return Ok(());
        }
        if Instant::now() >= deadline {
            let found: Vec<_> = works
                .iter()
                .map(|work| (&work.id, work.text.len()))
                .collect();
            bail!("storage never had {what}; it has {found:?}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The name of the work that the address bar names.
pub async fn named(page: &Page) -> Result<String> {
    page.wait_for("location.hash.includes('/w/')", PATIENCE)
        .await?;
    let id = page.js("location.hash.split('/w/')[1]").await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}
