//! Somebody pins a result, changes a cycle, reads both side by side, and sends both in one link.

use anyhow::{Context, Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.click("header button[aria-label*='固定为 A']").await?;
    page.click("#tab-compare").await?;
    page.wait_for_text(".compare-head", "一模一样").await?;
    page.fill("#field-settlement-rules-0--cycle", "2").await?;
    page.wait_for(
        "document.querySelectorAll('.compare-part').length > 6",
        PATIENCE,
    )
    .await?;
    page.wait_for_text(".compare", "B − A").await?;
    page.wait_for_text(".compare", "settlement_rules[0].cycle")
        .await?;
    scene.assert_accessible().await?;

    // Every balance shows A and the difference.
    page.click("#tab-balances").await?;
    page.js("document.querySelector('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))")
        .await?;
    page.wait_for(
        "document.querySelectorAll('.balances thead th').length === 9",
        PATIENCE,
    )
    .await?;
    scene.assert_accessible().await?;

    // One link holds both; whoever opens it sees both.
    page.click("#tab-compare").await?;
    page.js("[...document.querySelectorAll('.compare-head button')].find((button) => button.textContent.includes('分享两者')).click()")
        .await?;
    page.element("#share-link").await?;
    let link = page
        .js("document.getElementById('share-link').value")
        .await?;
    let link = link.as_str().context("no link")?;
    let (_, payload) = link.split_once('#').context("no payload")?;
    ensure!(payload.starts_with("p1."), "the link begins {payload:.10}");
    let first = page.new_tab(&format!("#{payload}")).await?;
    page.settled().await?;
    page.wait_for_text(".compare", "settlement_rules[0].cycle")
        .await?;
    page.wait_for("document.querySelector('.banner')", PATIENCE)
        .await?;
    page.assert_quiet().await?;
    page.switch_to(first).await
}
