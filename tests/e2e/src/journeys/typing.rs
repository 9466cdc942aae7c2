//! What is typed in a field and not taken yet comes back after the page was loaded again, and after it died.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk, shelf};
use crate::page::{PATIENCE, Page};

const TITLE: &str = "#field-title";
const SHOWN: &str = "document.querySelector('#field-title')?.value";

/// Types at the end of a field and stays in it.
async fn typed(page: &Page, text: &str) -> Result<()> {
    page.element(TITLE).await?.click().await?;
    page.press(&format!("\u{e010}{text}")).await
}

async fn shows(page: &Page, text: &str) -> Result<()> {
    page.settled().await?;
    desk::unfold_head(page).await?;
    page.wait_for(&format!("{SHOWN}?.endsWith('{text}')"), PATIENCE)
        .await
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    desk::unfold_head(page).await?;
    typed(page, "甲").await?;
    page.reload().await?;
    shows(page, "甲").await?;
    page.wait_for_text(".toasts", "回车").await?;
    scene.assert_accessible().await?;
    ensure!(
        shelf::works(page).await?.is_empty(),
        "a draft of a field was taken unasked"
    );

    // It dies half a second after the last letter.
    typed(page, "乙").await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    page.crash_and_reopen().await?;
    shows(page, "甲乙").await?;

    // Enter takes what came back; it is work like any other from then on.
    page.element(TITLE).await?.click().await?;
    page.press("\u{e007}").await?;
    desk::kept(page).await?;
    shelf::until(page, "the title", |works| {
        works.iter().any(|work| work.text.contains("甲乙"))
    })
    .await?;
    typed(page, "丙").await?;
    page.reload().await?;
    shows(page, "甲乙丙").await?;
    page.press("\u{e00c}").await?;
    Ok(())
}
