//! The engine dies in the middle of a run, and gets stuck in another: the page lives, and a fresh engine works.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

/// Puts a switch between page and worker: `fate` says what becomes of the next run.
const SWITCH: &str = "{
  const Real = Worker;
  globalThis.fate = null;
  globalThis.Worker = class extends Real {
    postMessage(message, ...more) {
      const fate = message?.method === 'simulate' ? globalThis.fate : null;
      if (fate === null) return super.postMessage(message, ...more);
      globalThis.fate = null;
      if (fate === 'dies') {
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'unreachable', cancelable: true })));
      }
    }
  };
}";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.before_scripts(SWITCH).await?;
    desk::open(page, "national-day-2018").await?;
    desk::picture_says(page, "0.60").await?;

    // It dies: the last results stay, the change is kept, and running again succeeds.
    page.js("(globalThis.fate = 'dies')").await?;
    page.fill("#field-fee-plans-0--rate", "0.77").await?;
    page.wait_for_text(".run-sign", "引擎").await?;
    ensure!(
        page.count(".pill-text").await? > 0,
        "the picture is gone with the engine"
    );
    scene.assert_accessible().await?;
    desk::kept(page).await?;
    page.click(".run-sign button").await?;
    desk::picture_says(page, "0.77").await?;

    // It gets stuck: taking the run back replaces it.
    page.js("(globalThis.fate = 'stuck')").await?;
    page.fill("#field-fee-plans-0--rate", "0.55").await?;
    page.wait_for(
        "document.querySelector('.run-sign progress') !== null",
        PATIENCE,
    )
    .await?;
    page.click(".run-sign button").await?;
    page.wait_for_text(".run-sign", "已取消").await?;
    page.click(".run-sign button").await?;
    desk::picture_says(page, "0.55").await?;
    scene.assert_accessible().await
}
