//! Steps on the play page that several journeys share.

use anyhow::Result;
use fantoccini::key::Key;

use crate::page::{PATIENCE, Page};

/// Opens an item of the gallery with forms and tables unfolded, whatever the size of the screen.
pub async fn open(page: &Page, item: &str) -> Result<()> {
    page.goto(&format!("#/play/{item}")).await?;
    page.settled().await?;
    unfold(page).await
}

/// Opens a scenario document as somebody would who got it as a file.
pub async fn import(page: &Page, document: &str) -> Result<()> {
    let file = page.browser.downloads().join("document.json");
    std::fs::write(&file, document)?;
    page.goto("").await?;
    page.settled().await?;
    page.choose_file("#import-file", &file).await?;
    page.click("#import-accept").await
}

/// Unfolds forms and tables where they are folded, once the play page is there: a work is read before it is shown.
pub async fn unfold(page: &Page) -> Result<()> {
    page.wait_for("document.querySelector('.fold-forms')", PATIENCE)
        .await?;
    for folded in [
        ".fold-forms[aria-pressed='false']",
        ".dock-fold[aria-expanded='false']",
    ] {
        if page.count(folded).await? > 0 {
            page.click(folded).await?;
            page.wait_gone(folded).await?;
        }
    }
    Ok(())
}

/// Unfolds the section of the forms with titles and dates.
pub async fn unfold_head(page: &Page) -> Result<()> {
    unfold(page).await?;
    let section = "document.querySelector('details.model-section')";
    page.wait_for(section, PATIENCE).await?;
    page.js(&format!("{section}.open = true")).await?;
    Ok(())
}

/// Waits until an edge of the picture says so.
pub async fn picture_says(page: &Page, words: &str) -> Result<()> {
    let said =
        "[...document.querySelectorAll('.pill-text')].map((pill) => pill.textContent).join(' ')";
    page.wait_for(&format!("({said}).includes('{words}')"), PATIENCE)
        .await
}

/// Waits until storage has everything.
pub async fn kept(page: &Page) -> Result<()> {
    page.wait_for(
        "document.querySelector('.saved-sign')?.textContent === '已保存'",
        PATIENCE,
    )
    .await
}

/// Waits until so many events have happened.
pub async fn cursor_at(page: &Page, event: u64) -> Result<()> {
    page.wait_for(
        &format!(
            "document.querySelector('[role=slider]')?.getAttribute('aria-valuenow') === '{event}'"
        ),
        PATIENCE,
    )
    .await
}

/// A key with Shift held.
pub fn with_shift(key: Key) -> String {
    [Key::Shift, key, Key::Null]
        .map(char::from)
        .iter()
        .collect()
}
