//! Typing, downloading and opening a tab work here at all, shown on things planted in the page.

use anyhow::{Result, ensure};

use crate::journeys::Scene;

const PLANT: &str = "{
    const field = document.createElement('input');
    field.id = 'planted-field';
    field.value = 'old';
    const link = document.createElement('a');
    link.id = 'planted-link';
    link.download = 'planted.txt';
    link.textContent = 'download';
    link.href = URL.createObjectURL(new Blob(['明细,1.00\\n']));
    const body = document.querySelector('h1');
    body.append(field, link);
}";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;
    page.js(PLANT).await?;

    page.fill("#planted-field", "12.50 元").await?;
    page.wait_for(
        "document.getElementById('planted-field').value === '12.50 元'",
        crate::page::PATIENCE,
    )
    .await?;

    let (name, content) = page.download("#planted-link").await?;
    ensure!(name == "planted.txt", "the download is called {name}");
    ensure!(content == "明细,1.00\n".as_bytes(), "the download differs");

    let first = page.new_tab("?lang=en").await?;
    page.settled().await?;
    page.assert_quiet().await?;
    page.switch_to(first).await?;
    page.wait_for_text("h1", "download").await
}
