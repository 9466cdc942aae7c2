//! The page's program fails; the guard says so, and the work comes back.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.fill("#field-fee-plans-0--rate", "0.77").await?;
    desk::picture_says(page, "0.77").await?;

    page.js("daycut.fail('a planted failure')").await?;
    page.wait_for_text("#guard h1", "出错").await?;
    scene.assert_accessible().await?;
    let report = page
        .js("document.querySelector('#guard textarea').value")
        .await?;
    ensure!(
        report
            .as_str()
            .is_some_and(|report| report.contains("a planted failure")),
        "the report says {report}"
    );
    let (name, content) = page.download("#guard button:nth-of-type(2)").await?;
    ensure!(name.ends_with(".json"), "the work is called {name}");
    ensure!(
        String::from_utf8_lossy(&content).contains("0.0077"),
        "the work lacks the last change"
    );

    page.click("#guard .btn-primary").await?;
    page.settled().await?;
    desk::unfold(page).await?;
    page.wait_for(
        "document.getElementById('field-fee-plans-0--rate')?.value === '0.77'",
        PATIENCE,
    )
    .await?;
    scene.assert_accessible().await
}
