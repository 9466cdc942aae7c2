//! Storage refuses: every write in turn, by every way in which a browser refuses, and for good. Nothing is lost, what is
//! not kept is told, and it is kept once storage takes it again. What was cleared away while open is written again.

use anyhow::{Context, Result, ensure};

use crate::journeys::{Scene, desk, shelf};
use crate::page::{PATIENCE, Page};

const RATE: &str = "#field-fee-plans-0--rate";

/// Between the page and its storage: `refuse` says how, `spare` how many writes succeed before. The small storage
/// refuses together with the shelf.
const SWITCH: &str = "{
  globalThis.refuse = null;
  globalThis.spare = 0;
  const refused = () => globalThis.refuse !== null && globalThis.spare-- <= 0;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...row) {
    if (!refused()) return put.apply(this, row);
    if (globalThis.refuse === 'abort') { this.transaction.abort(); return {}; }
    throw new DOMException('full', 'QuotaExceededError');
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...row) {
    if (globalThis.refuse !== null && globalThis.spare <= 0) throw new DOMException('full', 'QuotaExceededError');
    setItem.apply(this, row);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...what) {
    if (globalThis.refuse === 'denied') throw new DOMException('denied', 'SecurityError');
    return transaction.apply(this, what);
  };
}";

async fn kept(page: &Page, rate: &str) -> Result<()> {
    let text = format!("0.00{}", rate.trim_start_matches("0."));
    desk::kept(page).await?;
    shelf::until(
        page,
        &text,
        |works| matches!(works, [work] if work.text.contains(&text)),
    )
    .await
    .with_context(|| format!("with the rate {rate}"))
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.before_scripts(SWITCH).await?;
    desk::open(page, "national-day-2018").await?;
    page.fill(RATE, "0.49").await?;
    kept(page, "0.49").await?;
    let ours = shelf::named(page).await?;

    // Each write of a save in turn, then storage takes everything again.
    let mut cents = 50;
    for way in ["full", "abort", "denied"] {
        for spare in 0..3 {
            cents += 1;
            let rate = format!("0.{cents}");
            page.js(&format!(
                "(globalThis.spare = {spare}, globalThis.refuse = '{way}')"
            ))
            .await?;
            page.fill(RATE, &rate).await?;
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            page.js("(globalThis.refuse = null)").await?;
            kept(page, &rate).await?;
        }
    }
    ensure!(
        shelf::named(page).await? == ours,
        "a refusal has made a copy"
    );

    // Refused for good: the page says so, and the work can be taken home.
    page.js("(globalThis.spare = 0, globalThis.refuse = 'full')")
        .await?;
    page.fill(RATE, "0.88").await?;
    page.wait_for_text(".banner-warn", "没有存下").await?;
    scene.assert_accessible().await?;
    let (name, content) = page.download(".banner-warn button").await?;
    ensure!(name.ends_with(".daycut.json"), "the work is called {name}");
    let text = String::from_utf8(content).context("the file is not text")?;
    ensure!(text.contains("0.0088"), "the file lacks the last change");

    // After a failure of the program the page is not opened again while the work is not kept.
    page.js("daycut.fail('a planted failure')").await?;
    page.wait_for_text("#guard h1", "出错").await?;
    page.click("#guard .btn-primary").await?;
    page.wait_for_text("#guard [role=alert]", "没有存下")
        .await?;
    scene.assert_accessible().await?;
    let (_, content) = page.download("#guard button:nth-of-type(2)").await?;
    ensure!(String::from_utf8_lossy(&content).contains("0.0088"));

    // Storage has room again: the same press keeps it, and it comes back.
    page.js("(globalThis.refuse = null)").await?;
    page.click("#guard .btn-primary").await?;
    page.settled().await?;
    desk::unfold(page).await?;
    page.wait_for_text(".toasts", "已恢复").await?;
    page.wait_for(
        "document.querySelector('#field-fee-plans-0--rate')?.value === '0.88'",
        PATIENCE,
    )
    .await?;
    ensure!(shelf::named(page).await? == ours && page.count(".banner").await? == 0);

    // Storage is cleared behind the page's back: it is written again without another change.
    page.js("localStorage.clear()").await?;
    kept(page, "0.88").await?;
    page.js("new Promise((done) => { indexedDB.deleteDatabase('daycut').onsuccess = done; })")
        .await?;
    shelf::until(
        page,
        "the work again",
        |works| matches!(works, [work] if work.text.contains("0.0088")),
    )
    .await
}
