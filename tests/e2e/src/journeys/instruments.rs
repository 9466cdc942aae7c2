//! Before the audits are believed, they are shown one fault of each kind, and must see it.

use anyhow::{Result, ensure};

use crate::journeys::Scene;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;

    page.js("console.error('a planted error')").await?;
    let errors = page.console_errors().await?;
    ensure!(
        errors.iter().any(|error| error.contains("a planted error")),
        "the console audit is blind"
    );

    let inline_script = "{ const script = document.createElement('script');
        script.append('window.planted = true'); document.head.append(script); }";
    // Refused outright where trusted types are required, blocked as inline code elsewhere.
    page.js(inline_script).await.ok();
    ensure!(
        page.js("window.planted ?? null").await?.is_null(),
        "an inline script ran: the content security policy is off"
    );
    ensure!(
        !page.csp_reports().await?.is_empty(),
        "the policy audit is blind"
    );

    page.js("{ const image = document.createElement('img'); image.src = 'data:,'; document.querySelector('h1').append(image); }")
        .await?;
    let verdict = scene.assert_accessible().await;
    ensure!(
        verdict.is_err_and(|error| error.to_string().contains("image-alt")),
        "the accessibility audit is blind"
    );

    // A clean page again, and nobody to complain about what was planted.
    page.reload().await?;
    page.settled().await?;
    page.console_errors().await?;
    Ok(())
}
