//! Somebody changes language and colours; both hold after the page is loaded again.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "cut-off-night").await?;
    page.wait_for_text(".share-button", "分享").await?;
    page.click(".lang-button").await?;
    page.wait_for_text(".share-button", "Share").await?;
    ensure!(page.js("document.documentElement.lang").await? == "en");
    scene.assert_accessible().await?;

    // System, light, dark.
    page.click("button[aria-label='Change to light']").await?;
    page.click("button[aria-label='Change to dark']").await?;
    page.element("html[data-theme='dark']").await?;
    scene.assert_accessible().await?;

    page.reload().await?;
    page.settled().await?;
    page.wait_for_text(".share-button", "Share").await?;
    page.element("html[data-theme='dark']").await?;
    let shown = page.text("main").await?;
    ensure!(
        !shown
            .chars()
            .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)),
        "Chinese is left on the English page: {shown}"
    );
    Ok(())
}
