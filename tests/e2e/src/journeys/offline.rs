//! The network goes while the gallery is read: the gallery stays, the page says what is missing, and fetches it
//! when the network is back.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};

/// Lets nothing of the sandbox through until the network is said to be back.
const CUT_OFF: &str = "{
  const real = globalThis.fetch;
  globalThis.back = false;
  globalThis.fetch = (address, ...more) => String(address).includes('split_') && !globalThis.back
    ? Promise.reject(new TypeError('no network'))
    : real(address, ...more);
}";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.before_scripts(CUT_OFF).await?;
    page.goto("").await?;
    page.settled().await?;
    page.wait_for_text(".banner", "没有下载下来").await?;
    ensure!(page.count(".card").await? > 0, "the gallery is gone");
    scene.assert_accessible().await?;
    // The loader names the reason in the console, once, and that is all.
    let said = page.console_errors().await?;
    ensure!(
        said.len() == 1 && said.iter().all(|line| line.contains("no network")),
        "the console says {said:?}"
    );

    page.click(".banner button").await?;
    page.js("(globalThis.back = true)").await?;
    page.js("(location.hash = '#/play/national-day-2018')")
        .await?;
    desk::picture_says(page, "0.60").await
}
