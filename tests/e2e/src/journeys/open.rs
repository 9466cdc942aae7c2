//! Somebody opens the page for the first time: it appears, in Chinese and in English, for everybody.

use anyhow::{Result, ensure};

use crate::journeys::Scene;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    for (address, language) in [("", "zh"), ("?lang=en", "en")] {
        page.goto(address).await?;
        page.settled().await?;
        let headings = page.count("h1").await?;
        ensure!(headings == 1, "one main heading is wanted, not {headings}");
        let declared = page.js("document.documentElement.lang").await?;
        ensure!(
            declared
                .as_str()
                .is_some_and(|tag| tag.starts_with(language)),
            "at {address:?} the page declares the language {declared}, not {language}"
        );
        page.assert_quiet().await?;
        scene.assert_accessible().await?;
    }
    Ok(())
}
