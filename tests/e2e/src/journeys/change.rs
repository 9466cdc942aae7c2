//! Somebody changes a fee and a settlement cycle, sees both move, takes them back, and finds them kept.

use anyhow::{Result, ensure};

use crate::journeys::Scene;
use crate::journeys::desk::{kept, open, picture_says as sees};

const FEE: &str = "#field-fee-plans-0--rate";
const CYCLE: &str = "#field-settlement-rules-0--cycle";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    open(page, "national-day-2018").await?;
    sees(page, "6.60").await?;

    page.fill(FEE, "1.20").await?;
    sees(page, "13.20").await?;
    kept(page).await?;

    page.fill(CYCLE, "2").await?;
    sees(page, "T+2").await?;

    // What makes no sense is said under the field and goes nowhere.
    page.fill(FEE, "much").await?;
    page.wait_for_text(".field-error", "百分数").await?;
    ensure!(
        page.js(&format!(
            "document.querySelector('{FEE}').getAttribute('aria-invalid')"
        ))
        .await?
            == "true",
        "the field does not say that it is wrong"
    );
    scene.assert_accessible().await?;
    sees(page, "13.20").await?;

    page.click("header button[aria-label^='撤销：结算周期']")
        .await?;
    sees(page, "③ T+1").await?;
    page.click("header button[aria-label^='撤销：费率']")
        .await?;
    sees(page, "6.60").await?;
    page.click("header button[aria-label^='重做：费率']")
        .await?;
    sees(page, "13.20").await?;
    kept(page).await?;

    page.reload().await?;
    page.settled().await?;
    sees(page, "13.20").await?;
    ensure!(
        page.address().await?.contains("#/play/w/"),
        "changed work has no address of its own"
    );
    Ok(())
}
