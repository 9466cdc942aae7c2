//! A work of 30,000 payments, more than the small storage takes, is kept more than once and comes back whole.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::journeys::{Scene, desk, shelf};
use crate::page::PATIENCE;

const PAYMENTS: usize = 30_000;

/// The shop of the documentation, with many payments.
fn large() -> Result<String> {
    let mut scenario: Value = serde_json::from_str(include_str!(
        "../../../../www/scenarios/national-day-2018.json"
    ))?;
    let payment = scenario["payments"][0].clone();
    let payments = (0..PAYMENTS).map(|number| {
        let mut payment = payment.clone();
        payment["id"] = json!(format!("P{number:05}"));
        payment
    });
    scenario["payments"] = payments.collect();
    for list in ["refunds", "expectations", "storyboard"] {
        if let Some(entries) = scenario.as_object_mut() {
            entries.remove(list);
        }
    }
    Ok(scenario.to_string())
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    let file = page.browser.downloads().join("large.json");
    std::fs::write(&file, large()?)?;
    page.goto("").await?;
    page.settled().await?;
    page.choose_file("#import-file", &file).await?;
    page.click("#import-accept").await?;
    desk::kept(page).await?;
    let id = shelf::named(page).await?;
    for title in ["三万笔甲", "三万笔乙"] {
        desk::unfold_head(page).await?;
        page.fill("#field-title", title).await?;
        page.wait_for_text("h1", title).await?;
        desk::kept(page).await?;
        shelf::until(page, title, |works| {
            works
                .iter()
                .any(|work| work.id == id && work.text.contains(title))
        })
        .await?;
    }
    let works = shelf::works(page).await?;
    let [work] = works.as_slice() else {
        anyhow::bail!("storage has {} works", works.len());
    };
    ensure!(
        work.text.len() > 2_600_000,
        "this would fit the small storage"
    );
    page.reload().await?;
    page.wait_for_text("h1", "三万笔乙").await?;
    page.click("a.brand").await?;
    page.wait_for_text(".work", "MB").await?;
    page.wait_for("document.querySelectorAll('.work').length === 1", PATIENCE)
        .await
}
