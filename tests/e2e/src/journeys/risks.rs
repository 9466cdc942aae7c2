//! Somebody opens the mall that collects for others, sees what is suspected, and follows it to the picture, to the
//! books and to the scenario.

use anyhow::{Result, ensure};
use fantoccini::key::Key;

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "mall-pooled").await?;
    page.wait_for_text("#tab-risks .tab-count", "").await?;
    page.click("#tab-risks").await?;
    page.wait_for_text(".risk-note", "不构成合规意见").await?;
    let found = page.count(".risk-row").await?;
    let counted = page.text("#tab-risks .tab-count").await?;
    ensure!(
        found > 3 && counted == found.to_string(),
        "{found}, {counted}"
    );
    // The gravest comes first; its word and its shape say so.
    page.wait_for_text(".risk-list li:first-child .sign", "高危")
        .await?;
    page.wait_for("document.querySelector('.risk-more summary')", PATIENCE)
        .await?;
    scene.assert_accessible().await?;

    // The account that is suspected is marked on the picture.
    page.wait_for(
        "document.querySelector('.node-mark.grave-high title')?.textContent.includes('疑似')",
        PATIENCE,
    )
    .await?;

    // Keys go from one to the next, and the path is lit.
    page.press(".").await?;
    page.wait_for_text(".risk h3", "SC-01").await?;
    page.wait_for(
        "document.querySelectorAll('.edge.is-lit').length >= 4",
        PATIENCE,
    )
    .await?;
    page.press(".").await?;
    page.wait_for(
        "!document.querySelector('.risk h3').textContent.includes('SC-01')",
        PATIENCE,
    )
    .await?;
    page.press(",").await?;
    page.wait_for_text(".risk h3", "SC-01").await?;
    for words in ["国务院令第768号", "2024-05-01", "来源待", "整改建议"] {
        page.wait_for_text(".risk", words).await?;
    }
    scene.assert_accessible().await?;

    // A step alone, which is what the platform owed and what it paid, and the moment at which it was taken.
    page.js("[...document.querySelectorAll('.risk ol .link')].find((link) => link.textContent.includes('商场 → 咖啡店')).click()")
        .await?;
    page.wait_for(
        "document.querySelectorAll('.edge.is-lit').length === 2",
        PATIENCE,
    )
    .await?;
    page.wait_for_text(".time-event", "平台转付").await?;

    // An event of the evidence, the balance behind it, the line of the scenario.
    page.click(".risk-events .link").await?;
    page.wait_for_text(".time-event", "支付").await?;
    page.js("[...document.querySelectorAll('.risk .risk-lines .link')].find((link) => link.textContent.includes('对公户 商场')).click()")
        .await?;
    page.wait_for_text("#why-heading", "对公户 商场").await?;
    page.press(&char::from(Key::Escape).to_string()).await?;
    page.wait_gone("#why-heading").await?;
    page.js("[...document.querySelectorAll('.risk .risk-lines .link')].find((link) => link.textContent.includes('平台约定第 1 条')).click()")
        .await?;
    page.wait_for(
        "document.querySelector('.play-model')?.contains(document.activeElement)",
        PATIENCE,
    )
    .await?;

    mended(scene).await
}

/// The fix says what it will do, does it as one change, and undoing brings the findings back.
async fn mended(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.wait_for_text(".risk-fix", "→ 0").await?;
    page.wait_for_text(".risk-fix", "消除：SC-01").await?;
    page.wait_for_text(".risk-fix", "292.20 → 0.00").await?;
    scene.assert_accessible().await?;
    page.click(".risk-fix .btn-primary").await?;
    page.wait_for_text("#tab-risks .tab-count", "0").await?;
    page.wait_for(
        "document.querySelectorAll('.node-mark').length === 0",
        PATIENCE,
    )
    .await?;
    let undo = page
        .js("document.querySelector('header button[aria-label^=撤销]').getAttribute('aria-label')")
        .await?;
    let undo = undo.as_str().unwrap_or_default();
    ensure!(undo.contains("一户一号"), "{undo}");
    page.click("header button[aria-label^='撤销']").await?;
    page.wait_for(
        "Number(document.querySelector('#tab-risks .tab-count').textContent) > 3",
        PATIENCE,
    )
    .await
}
