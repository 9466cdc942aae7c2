//! Somebody changes a great deal, takes all of it back and brings all of it again; not a byte is lost.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

use crate::journeys::shelf::{self, Work};
use crate::journeys::{Scene, desk};
use crate::page::{PATIENCE, Page};

const UNDO: &str = "header button[aria-label^='撤销：']";
const REDO: &str = "header button[aria-label^='重做：']";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "mall-sub-merchants").await?;
    // What was never changed is not in storage: a change that is taken back puts it there.
    page.fill("#field-fee-plans-0--rate", "0.10").await?;
    desk::kept(page).await?;
    page.click(UNDO).await?;
    page.wait_gone(UNDO).await?;
    let without = |works: &[Work]| holds(works, |text| !text.contains("0.001"));
    shelf::until(page, "the scenario as it was", without).await?;
    let before = text(page).await?;
    let mut changes = storm(page).await?;
    for place in [1, 2, 4, 6, 7] {
        page.click(".blocks-button").await?;
        page.click(&format!(".blocks > li:nth-child({place}) > button"))
            .await?;
        page.wait_gone("#blocks-heading").await?;
        changes += 1;
    }
    let with = |works: &[Work]| holds(works, |text| text.contains("per_day"));
    shelf::until(page, "the drawn traffic", with).await?;
    let after = text(page).await?;
    ensure!(before != after, "nothing was changed");

    // Everything back, one after another.
    for _ in 0..changes {
        page.click(UNDO).await?;
    }
    page.wait_gone(UNDO).await?;
    becomes(page, &before)
        .await
        .context("undoing left something behind")?;
    for _ in 0..changes {
        page.click(REDO).await?;
    }
    page.wait_gone(REDO).await?;
    becomes(page, &after)
        .await
        .context("redoing lost something")?;

    // The list of changes leads to the start and back to the end in one press each.
    page.click("button[aria-label='修改记录']").await?;
    let steps = page.count(".step").await?;
    ensure!(steps == changes + 1, "{steps} states of {changes} changes");
    scene.assert_accessible().await?;
    page.click(".steps > li:last-child > button").await?;
    page.wait_for_text(".steps > li:last-child", "现在").await?;
    becomes(page, &before)
        .await
        .context("the start is another one")?;
    page.click(".steps > li:first-child > button").await?;
    page.wait_for_text(".steps > li:first-child", "现在")
        .await?;
    becomes(page, &after)
        .await
        .context("the end is another one")?;
    page.press(&char::from(Key::Escape).to_string()).await?;
    page.wait_gone("#history-heading").await?;
    desk::kept(page).await
}

/// Changes, additions and removals in many lists; how many there were.
async fn storm(page: &Page) -> Result<usize> {
    let mut changes = 0;
    for text in ["0.50", "0.70", "1.00"] {
        page.fill("#field-fee-plans-0--rate", text).await?;
        changes += 1;
    }
    for text in ["2", "0"] {
        page.fill("#field-settlement-rules-0--cycle", text).await?;
        changes += 1;
    }
    for text in ["21:00", "23:30"] {
        page.fill("#field-parties-1--book-cut-off", text).await?;
        changes += 1;
    }
    for add in [
        "#add-payments",
        "#add-payments",
        "#add-parties-merchant",
        "#add-fee_plans",
    ] {
        page.click(add).await?;
        changes += 1;
    }
    for entry in ["书店", "O1"] {
        page.click(&format!("button[aria-label='删除 {entry}']"))
            .await?;
        changes += 1;
    }
    page.wait_for(
        "!document.querySelector(\"button[aria-label='删除 O1']\")",
        PATIENCE,
    )
    .await?;
    Ok(changes)
}

/// The only work on the shelf holds this.
fn holds(works: &[Work], what: impl Fn(&str) -> bool) -> bool {
    matches!(works, [work] if what(&work.text))
}

/// The scenario as storage has it once everything is kept.
async fn text(page: &Page) -> Result<String> {
    desk::kept(page).await?;
    let works = shelf::works(page).await?;
    Ok(works.into_iter().map(|work| work.text).collect())
}

/// Waits until storage has exactly this scenario.
async fn becomes(page: &Page, text: &str) -> Result<()> {
    let is_it = |works: &[Work]| holds(works, |found| found == text);
    shelf::until(page, "that scenario", is_it).await
}
