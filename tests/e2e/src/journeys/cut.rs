//! Somebody travels to a day cut and reads both balances of an account there.

use anyhow::{Result, ensure};
use fantoccini::key::Key;

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "cut-off-night").await?;

    // From station to station, back from the end.
    page.press(&desk::with_shift(Key::Left)).await?;
    page.press(&desk::with_shift(Key::Left)).await?;
    page.wait_for_text(".time-readout", "日切").await?;

    // Each expectation leads to its account and moment, where the same amount stands.
    page.click("#tab-expectations").await?;
    let rows = page.count("#panel-expectations tbody tr").await?;
    ensure!(rows > 0, "no expectations");
    let mut read = 0;
    for row in 1..=rows {
        let row = format!("#panel-expectations tbody tr:nth-child({row})");
        let about = page.text(&format!("{row} th")).await?;
        if !about.contains("余额") {
            continue;
        }
        page.click(&format!("{row} button.link")).await?;
        let actual = page.text(&format!("{row} td:last-child")).await?;
        let place = if about.contains("上日") { 2 } else { 1 };
        page.wait_for(
            &format!(
                "document.querySelectorAll('.inspector-balances dd')[{}]?.textContent.trim() === '{}'",
                place - 1,
                actual.trim()
            ),
            PATIENCE,
        )
        .await?;
        read += 1;
    }
    ensure!(read > 0, "no expectation is about a balance");
    scene.assert_accessible().await
}
