//! Somebody pins a result, changes a cycle, reads both side by side at an address of its own, sends both in one link,
//! and compares somebody else's scenario with the own one.

use anyhow::{Context, Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::{PATIENCE, Page};

const COMPARE: &str = ".stage-views a[href^='#/compare/']";
const PICTURE: &str = ".stage-views a[href^='#/play/']";
const CYCLE: &str = "结算周期第 1 条 · 结算周期";

async fn is_at(page: &Page, hash: &str) -> Result<()> {
    page.wait_for(&format!("location.hash.startsWith('{hash}')"), PATIENCE)
        .await
}

/// Both balances of every account, for A, B and the difference, under the clock of the time axis.
async fn under_one_clock(page: &Page) -> Result<()> {
    page.wait_for_text(".compare-now h3", "此刻").await?;
    let cells = "document.querySelector('.compare-now tbody tr').cells.length";
    page.wait_for(&format!("{cells} === 7"), PATIENCE).await?;
    let changed = "[...document.querySelectorAll('.compare-now td.strong')].length";
    page.js("document.querySelector('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))")
        .await?;
    page.wait_for(&format!("{changed} === 0"), PATIENCE).await
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.goto("#/compare").await?;
    page.wait_for_text(".play-stage", "还没有固定 A").await?;
    scene.assert_accessible().await?;
    page.js("history.back()").await?;
    is_at(page, "#/play/national-day-2018").await?;
    page.click("header button[aria-label*='固定为 A']").await?;
    page.click(COMPARE).await?;
    is_at(page, "#/compare/w/").await?;
    page.wait_for_text(".compare-head", "一模一样").await?;
    page.fill("#field-settlement-rules-0--cycle", "2").await?;
    page.wait_for(
        "document.querySelectorAll('.compare-part').length > 6",
        PATIENCE,
    )
    .await?;
    page.wait_for_text(".compare", "B − A").await?;
    page.wait_for_text(".compare", CYCLE).await?;
    is_at(page, "#/compare/w/").await?;
    desk::kept(page).await?;
    scene.assert_accessible().await?;
    under_one_clock(page).await?;

    // The address holds over a reload, and the browser's own buttons go to the picture and back.
    page.reload().await?;
    page.settled().await?;
    page.wait_for_text(".compare", CYCLE).await?;
    is_at(page, "#/compare/w/").await?;
    page.js("history.back()").await?;
    page.element(".play-stage svg.lanes").await?;
    is_at(page, "#/play/w/").await?;
    page.js("history.forward()").await?;
    page.wait_for_text(".compare", CYCLE).await?;

    beside_balances(scene).await?;
    let payload = shared_pair(page).await?;
    let first = page.new_tab(&format!("#{payload}")).await?;
    page.settled().await?;
    page.wait_for_text(".compare", CYCLE).await?;
    is_at(page, "#p1.").await?;
    page.element(".banner").await?;
    scene.assert_accessible().await?;
    page.reload().await?;
    page.settled().await?;
    page.wait_for_text(".compare", CYCLE).await?;
    page.assert_quiet().await?;
    page.switch_to(first).await?;
    with_mine(scene).await
}

/// On the picture's side every balance shows A and the difference, in the table and in the inspector.
async fn beside_balances(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.click(PICTURE).await?;
    page.element(".play-stage svg.lanes").await?;
    desk::unfold(page).await?;
    page.click("#tab-balances").await?;
    page.wait_for(
        "document.querySelectorAll('.balances thead th').length === 9",
        PATIENCE,
    )
    .await?;
    page.click(".balances tbody th button.link").await?;
    for wanted in ["A 固定", "B − A"] {
        page.wait_for_text(".inspector-beside", wanted).await?;
    }
    ensure!(page.count(".inspector-beside dd").await? == 4);
    scene.assert_accessible().await?;
    page.click(COMPARE).await?;
    page.wait_for_text(".compare", CYCLE).await
}

/// What stands behind `#` in the link of both.
async fn shared_pair(page: &Page) -> Result<String> {
    page.js("[...document.querySelectorAll('.compare-head button')].find((button) => button.textContent.includes('分享两者')).click()")
        .await?;
    let payload = shown_payload(page).await?;
    ensure!(payload.starts_with("p1."), "the link begins {payload:.10}");
    Ok(payload)
}

/// What stands behind `#` in the link that is shown.
async fn shown_payload(page: &Page) -> Result<String> {
    page.element("#share-link").await?;
    let link = page
        .js("document.getElementById('share-link').value")
        .await?;
    let link = link.as_str().context("no link")?;
    let (_, payload) = link.split_once('#').context("no payload")?;
    Ok(payload.to_owned())
}

/// Somebody's link is open while one's own work waits: one press compares both, and unpinning says what to do next.
async fn with_mine(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.press("\u{e00c}").await?;
    page.wait_gone("dialog").await?;
    page.click(".share-button").await?;
    let payload = shown_payload(page).await?;
    let first = page.new_tab(&format!("#{payload}")).await?;
    page.settled().await?;
    page.element(".play-stage svg.lanes").await?;
    scene.assert_accessible().await?;
    page.click(".banner button:not(.banner-return)").await?;
    is_at(page, "#/compare/t1.").await?;
    page.element(".compare-head").await?;
    page.wait_gone(".banner button:not(.banner-return)").await?;
    scene.assert_accessible().await?;
    page.js("history.back()").await?;
    page.element(".play-stage svg.lanes").await?;
    is_at(page, "#t1.").await?;
    page.click(COMPARE).await?;
    page.click(".compare-head button:last-child").await?;
    page.wait_for_text(".play-stage", "还没有固定 A").await?;
    page.click(".play-stage .btn-primary").await?;
    page.wait_for_text(".compare-head", "一模一样").await?;
    page.assert_quiet().await?;
    page.switch_to(first).await
}
