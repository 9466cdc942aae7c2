//! From a balance to the line of the scenario behind it: why, the entries, the cause, the field in the forms.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "mall-pooled").await?;

    // The table of double balances: the amount itself asks.
    page.click("#tab-balances").await?;
    page.click(".why-amount[aria-label*='待结算 书店']").await?;
    page.wait_for_text("#why-heading", "待结算 书店").await?;
    page.wait_for(
        "document.querySelectorAll('.why-entries > li').length >= 4",
        PATIENCE,
    )
    .await?;
    // The newest entry lies open: the batches and the counting of days.
    page.wait_for_text(".why-event", "10-08 第 1 个工作日")
        .await?;
    scene.assert_accessible().await?;

    // An older entry: its payment, down to the author's line.
    page.click(".why-entries > li:last-child > .entry").await?;
    page.wait_for_text(".why-entries > li:last-child .why-event", "交易第 2 笔")
        .await?;
    // Path and JSON are there for whoever asks.
    page.js("document.querySelectorAll('.why-entries > li:last-child .why-place details').forEach((one) => { one.open = true })")
        .await?;
    page.wait_for_text(".why-entries > li:last-child .why-event", "payments[1]")
        .await?;
    page.wait_for_text(".why-entries > li:last-child .why-event", "\"id\": \"O2\"")
        .await?;

    // The line of the scenario leads to its field.
    page.js("[...document.querySelectorAll('.why-place .link')].find((link) => link.textContent.includes('交易第 2 笔')).click()")
        .await?;
    page.wait_gone("#why-heading").await?;
    page.wait_for(
        "document.querySelector('.play-model')?.contains(document.activeElement)",
        PATIENCE,
    )
    .await?;

    inspector(scene).await?;
    mirrors(scene).await
}

/// The inspector asks too, tells whose money the mall holds, and an entry moves the cursor to its event.
async fn inspector(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.js("document.querySelector(\".balances th .link[aria-pressed='false']\") && [...document.querySelectorAll('.balances th .link')].find((link) => link.textContent.includes('对公户 商场')).click()")
        .await?;
    page.wait_for_text("[aria-labelledby='held-heading']", "292.20")
        .await?;
    page.wait_for_text("[aria-labelledby='held-heading']", "20,026.002")
        .await?;
    scene.assert_accessible().await?;
    page.click(".inspector-balances .link").await?;
    page.wait_for_text("#why-heading", "对公户 商场").await?;
    page.click(".why-entries > li:last-child > .entry").await?;
    page.wait_for_text(
        ".why-entries > li:last-child .why-event",
        "对应设置：银行账户第 1 条 · 期初余额",
    )
    .await?;
    page.click(".why-entries > li:last-child .why-event > .btn")
        .await?;
    page.wait_gone("#why-heading").await?;
    desk::cursor_at(page, 1).await
}

/// Every difference between two books is explained to 0.00.
async fn mirrors(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.click("#tab-mirrors").await?;
    page.wait_for_text(".mirrors", "未达账项：对方已记，我方未收到通知")
        .await?;
    page.wait_for_text(".mirrors", "跨日切（时间性差异）")
        .await?;
    let unexplained = page
        .js("[...document.querySelectorAll('.mirrors tr td:last-child .amount')].map((cell) => cell.textContent).join()")
        .await?;
    let unexplained = unexplained.as_str().unwrap_or_default().to_owned();
    ensure!(
        !unexplained.is_empty() && unexplained.split(',').all(|amount| amount == "0.00"),
        "unexplained: {unexplained}"
    );
    scene.assert_accessible().await?;
    page.click(".mirrors-item .link").await?;
    page.wait_for(
        "document.querySelector('[role=slider]')?.getAttribute('aria-valuenow') !== '1'",
        PATIENCE,
    )
    .await
}
