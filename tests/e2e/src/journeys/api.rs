//! A programmer opens the page about the JavaScript API: rows, a file and a link come, and mistakes are told.

use anyhow::Result;

use crate::journeys::Scene;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("api.html").await?;
    page.wait_for_text("#said", "ok").await?;
    page.wait_for_text("#answer", "\"paid_in\"").await?;
    page.wait_for_text("#link", "t1.").await?;
    scene.assert_accessible().await?;

    // The mall of the worked example: what it has in the bank when National Day is over, and the file of it.
    page.select("#gallery", "mall-pooled").await?;
    page.wait_for_text("#account", "mall.bank").await?;
    choose_account(scene, "mall.bank").await?;
    page.wait_for_text("#balance", "current 93.92").await?;
    page.wait_for_text("#why", "\"after\"").await?;

    // A mistake is told with its place.
    page.fill("#scenario", "{\"format\": \"daycut/1\", \"dayz\": 1}")
        .await?;
    page.click("#run").await?;
    page.wait_for_text("#said", "rejected").await?;
    page.wait_for_text("#answer", "unknown-field").await?;
    scene.assert_accessible().await?;
    page.assert_quiet().await
}

async fn choose_account(scene: &Scene<'_>, name: &str) -> Result<()> {
    let place = format!(
        "[...document.getElementById('account').options].find((option) => option.text === '{name}').value"
    );
    let place = scene.page.js(&place).await?;
    scene
        .page
        .select("#account", place.as_str().unwrap_or_default())
        .await
}
