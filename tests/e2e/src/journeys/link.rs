//! Somebody sends a link; whoever opens it gets the scenario, and keeps their own.

use anyhow::{Context, Result, ensure};

use crate::journeys::{Scene, desk, shelf};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "mall-sub-merchants").await?;
    page.fill("#field-fee-plans-0--rate", "0.38").await?;
    desk::kept(page).await?;
    page.click(".share-button").await?;
    page.element("#share-link").await?;
    // A link this short can be scanned from a projector.
    page.element("dialog svg.qr .qr-ink").await?;
    scene.assert_accessible().await?;
    let link = page
        .js("document.getElementById('share-link').value")
        .await?;
    let link = link.as_str().context("no link")?;
    let (site, payload) = link.split_once('#').context("no payload")?;
    ensure!(payload.starts_with("t1."), "the link begins {payload:.10}");
    ensure!(payload.len() < 100, "one changed rate takes {payload}");
    ensure!(
        page.address().await?.starts_with(site),
        "the link leads elsewhere: {site}"
    );

    // In another tab, as a chat application might open it.
    let first = page.new_tab(&format!("?from=chat&s={payload}")).await?;
    page.settled().await?;
    page.wait_for(
        "document.getElementById('field-fee-plans-0--rate')?.value === '0.38'",
        PATIENCE,
    )
    .await?;
    // Whoever copies the address now passes the scenario on; nothing of it is in storage yet.
    let address = page.address().await?;
    ensure!(
        address.contains(payload),
        "the payload has left the address"
    );
    ensure!(
        shelf::works(page).await?.len() == 1,
        "a link was kept unasked"
    );
    page.wait_for_text(".banner", "回到我的沙盘").await?;
    scene.assert_accessible().await?;
    page.click(".banner-return").await?;
    // One's own work is shown again, and it is still open in the first tab.
    page.wait_gone(".banner-return").await?;
    page.wait_for_text(".banner", "另一个标签页里打开着")
        .await?;
    page.assert_quiet().await?;
    page.switch_to(first).await?;

    // A link that was cut on the way says so and opens nothing.
    let cut: String = payload.chars().take(payload.len() / 2).collect();
    let second = page.new_tab(&format!("#{cut}")).await?;
    page.wait_for_text(".banner-bad", "截断").await?;
    page.assert_quiet().await?;
    page.switch_to(second).await?;

    // A link of the first kind, published long ago, still opens.
    let old = include_str!("../../../links/docs-one-payment.link").trim();
    let third = page.new_tab(&format!("#{old}")).await?;
    page.wait_for_text("h1", "一笔").await?;
    page.assert_quiet().await?;
    page.switch_to(third).await
}
