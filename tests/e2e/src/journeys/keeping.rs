//! Two tabs work on the same scenario: neither writes over the other, the loser is told, and each finds its own again.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk, shelf};
use crate::page::PATIENCE;

const RATE: &str = "#field-fee-plans-0--rate";
/// What the rate field holds.
const SHOWN: &str = "document.getElementById('field-fee-plans-0--rate')?.value";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.fill(RATE, "0.50").await?;
    desk::kept(page).await?;
    let ours = shelf::named(page).await?;

    // The same work in another tab, which is told so, and is ahead from then on.
    let first = page.new_tab(&format!("#/play/w/{ours}")).await?;
    page.settled().await?;
    page.wait_for_text(".banner", "另一个标签页").await?;
    desk::unfold(page).await?;
    page.fill(RATE, "0.51").await?;
    desk::kept(page).await?;
    page.assert_quiet().await?;
    let second = page.browser.client.window().await?;

    // The first tab hears of it, changes its own edition all the same, and keeps it as another work.
    page.switch_to(first.clone()).await?;
    page.element(".banner-ahead").await?;
    scene.assert_accessible().await?;
    page.fill(RATE, "0.52").await?;
    page.wait_for_text(".banner-bad", "另存为一份").await?;
    desk::kept(page).await?;
    let copy = shelf::named(page).await?;
    ensure!(copy != ours, "the copy has the name of the other");
    scene.assert_accessible().await?;
    let kept = |works: &[shelf::Work]| {
        let has = |id: &str, rate: &str| {
            works
                .iter()
                .any(|work| work.id == id && work.text.contains(rate))
        };
        works.len() == 2 && has(&ours, "0.0051") && has(&copy, "0.0052")
    };
    shelf::until(page, "both editions", kept).await?;

    // Loaded again, each tab opens what it had.
    for (tab, rate) in [(second, "0.51"), (first, "0.52")] {
        page.switch_to(tab).await?;
        page.reload().await?;
        page.settled().await?;
        desk::unfold(page).await?;
        page.wait_for(&format!("{SHOWN} === '{rate}'"), PATIENCE)
            .await?;
    }

    // A tab that has changed nothing can go on with the newer edition.
    page.click("a.brand").await?;
    page.wait_for("document.querySelectorAll('.work').length === 2", PATIENCE)
        .await?;
    page.wait_for_text(".work", "KB").await?;
    scene.assert_accessible().await?;
    deleted_and_put_back(scene).await?;
    page.click(".work .btn-primary").await?;
    page.settled().await?;

    // An address of another browser's work says why it does not open.
    page.goto("#/play/w/nobodyhasthis").await?;
    page.wait_for_text(".banner-bad", "分享").await?;
    scene.assert_accessible().await
}

/// A work that was deleted by mistake comes back.
async fn deleted_and_put_back(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.click(".work button[aria-label^='删除']").await?;
    page.wait_for("document.querySelectorAll('.work').length === 1", PATIENCE)
        .await?;
    page.click(".toast button").await?;
    page.wait_for("document.querySelectorAll('.work').length === 2", PATIENCE)
        .await?;
    shelf::until(page, "both works", |works| works.len() == 2).await
}
