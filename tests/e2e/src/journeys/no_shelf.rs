//! A browser without IndexedDB, channels between tabs and locks: works are kept in the small storage, and the page says
//! how little that is.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

const RATE: &str = "#field-fee-plans-0--rate";
const WITHOUT: &str = "{
  Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });
  Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  delete globalThis.BroadcastChannel;
}";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.before_scripts(WITHOUT).await?;
    desk::open(page, "national-day-2018").await?;
    for rate in ["0.50", "0.51", "0.52"] {
        page.fill(RATE, rate).await?;
        desk::kept(page).await?;
    }
    let address = page.address().await?;
    page.reload().await?;
    page.settled().await?;
    desk::unfold(page).await?;
    page.wait_for(
        "document.querySelector('#field-fee-plans-0--rate')?.value === '0.52'",
        PATIENCE,
    )
    .await?;
    ensure!(
        page.address().await? == address,
        "the work has another address"
    );
    page.fill(RATE, "0.53").await?;
    desk::kept(page).await?;
    page.click("a.brand").await?;
    page.wait_for("document.querySelectorAll('.work').length === 1", PATIENCE)
        .await?;
    page.wait_for_text("main", "5 MB").await?;
    scene.assert_accessible().await
}
