//! Somebody shows a run to others with the keys of a clicker, and leaves again.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "cut-off-night").await?;
    let key = |key: Key| char::from(key).to_string();
    page.press("p").await?;
    page.wait_for(
        "document.querySelectorAll('.present-step').length > 3",
        PATIENCE,
    )
    .await?;
    let hidden = page
        .js("['.bar', '.play-model', '.play-dock', '.play-time'].every((part) => !document.querySelector(part).checkVisibility({ visibilityProperty: true }))")
        .await?;
    ensure!(hidden == true, "an editor is still there");
    scene.assert_accessible().await?;

    // Every step moves on, has a name of its own and both balances of an account in the light.
    let steps = page
        .js("document.querySelectorAll('.present-step').length")
        .await?;
    let steps = steps.as_u64().context("steps")?;
    let mut names = Vec::new();
    for number in 1..=steps {
        page.wait_for_text(".present-title .present-number", &number.to_string())
            .await?;
        names.push(page.text(".present-title bdi").await?);
        page.wait_for(
            "document.querySelectorAll('.present-balances dd').length === 2",
            PATIENCE,
        )
        .await?;
        page.wait_for("document.querySelector('.node.is-selected')", PATIENCE)
            .await?;
        page.press(&key(Key::PageDown)).await?;
    }
    names.dedup();
    ensure!(names.len() as u64 == steps, "{names:?}");
    ensure!(
        names.iter().any(|name| name.contains("日切")),
        "no day cut in {names:?}"
    );
    page.press(&key(Key::PageUp)).await?;
    page.wait_for_text(".present-title .present-number", &(steps - 1).to_string())
        .await?;
    page.press(&key(Key::Home)).await?;
    page.wait_for_text(".present-title .present-number", "1")
        .await?;

    page.press(&key(Key::Escape)).await?;
    page.wait_gone(".present-head").await?;
    page.element(".share-button").await?;

    // The author's own moments take the place of those that were chosen.
    page.js("document.getElementById('add-storyboard').closest('details').open = true")
        .await?;
    page.click("#add-storyboard").await?;
    desk::kept(page).await?;
    page.js("document.activeElement.blur()").await?;
    page.press("p").await?;
    page.wait_for_text(".present-title", "时刻 1").await?;
    page.wait_for(
        "document.querySelectorAll('.present-step').length === 1",
        PATIENCE,
    )
    .await
}
