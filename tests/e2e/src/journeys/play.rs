//! Somebody comes to the gallery, opens a scenario and plays it to its end.

use anyhow::{Context, Result, ensure};

use fantoccini::key::Key;

use crate::journeys::{Scene, desk};

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;
    page.click(".gallery-card a[href='#/play/national-day-2018']")
        .await?;
    page.settled().await?;
    page.wait_for_text("h1", "2018").await?;
    scene.assert_accessible().await?;

    let events = page
        .js("Number(document.querySelector('[role=slider]').getAttribute('aria-valuemax'))")
        .await?;
    let events = events.as_u64().context("the slider has no end")?;
    page.press(&char::from(Key::Home).to_string()).await?;
    desk::cursor_at(page, 0).await?;
    page.select(".time-speed", "40").await?;
    page.click(".time-play").await?;
    desk::cursor_at(page, events)
        .await
        .context("it does not play to the end")?;

    // Every expectation of the author holds, and the tab says so.
    page.click("#tab-expectations").await?;
    let held = page.text("#tab-expectations .tab-count").await?;
    ensure!(held.contains('✓'), "the expectations say {held:?}");
    scene.assert_accessible().await?;

    page.click("a.brand").await?;
    page.wait_for_text("h1", "问题").await
}
