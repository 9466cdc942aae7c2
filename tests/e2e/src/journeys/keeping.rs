//! Work is kept, or the page says that it is not; two tabs never write over each other.

use anyhow::{Context, Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

const RATE: &str = "#field-fee-plans-0--rate";
const NAMES: &str =
    "[...new Set(Object.keys(localStorage).filter((key) => key.startsWith('daycut.work.'))
    .map((key) => key.slice(0, -2)))].length";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.fill(RATE, "0.50").await?;
    desk::kept(page).await?;

    // The same work in another tab, which is ahead from then on.
    let first = page.new_tab("#/play").await?;
    page.settled().await?;
    desk::unfold(page).await?;
    page.fill(RATE, "0.51").await?;
    desk::kept(page).await?;
    page.assert_quiet().await?;
    page.switch_to(first).await?;
    page.fill(RATE, "0.52").await?;
    page.wait_for_text(".toasts", "另一个标签页").await?;
    desk::kept(page).await?;
    let names = page.js(NAMES).await?;
    ensure!(names == 2, "storage holds {names} scenarios, not both");

    // Storage that is full says so until it is dealt with, and the work can be taken home.
    page.js("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
        .await?;
    page.fill(RATE, "0.53").await?;
    page.wait_for_text(".banner-warn", "没有存下").await?;
    scene.assert_accessible().await?;
    let (name, content) = page.download(".banner-warn button").await?;
    ensure!(name.ends_with(".daycut.json"), "the work is called {name}");
    let text = String::from_utf8(content).context("the file is not text")?;
    ensure!(text.contains("0.0053"), "the file lacks the last change");

    // The gallery lists both.
    page.reload().await?;
    page.settled().await?;
    page.click("a.brand").await?;
    page.wait_for("document.querySelectorAll('.work').length === 2", PATIENCE)
        .await?;
    scene.assert_accessible().await?;
    page.click(".work .btn-primary").await?;
    page.settled().await
}
