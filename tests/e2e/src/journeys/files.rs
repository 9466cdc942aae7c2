//! Somebody brings a bill, looks at what was read, opens it, and takes files home: the same bytes that came
//! in, and the same that the command line writes.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::paths;

use crate::journeys::{Scene, desk};
use crate::page::{PATIENCE, Page};

/// The published bill, whose SHA-1 the native tests compare.
const BILL: &str = "tests/fixtures/wechat-trade-all-2021-01-28.csv";
const BILL_AGAIN: &str = "[data-file='wechat-bill~wx~m1601959334~2021-01-28.csv'] button";
const ONE_TOO_MANY: usize = 16 * 1024 * 1024 + 1;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;
    let bill = paths::root().join(BILL);

    // Looked at and put back: nothing is opened.
    page.choose_file("#import-file", &bill).await?;
    page.wait_for_text(".import-seen", "27 列").await?;
    page.wait_for_text(".import-seen", "3 笔，0.03 元").await?;
    scene.assert_accessible().await?;
    page.click("#import-discard").await?;
    page.wait_gone("dialog").await?;
    ensure!(page.count(".gallery-card").await? > 0, "still the gallery");

    // Looked at and opened.
    page.choose_file("#import-file", &bill).await?;
    page.click("#import-accept").await?;
    page.wait_for_text("h1", "微信支付账单 2021-01-28").await?;
    page.wait_for_text(".run-sign", "校验通过").await?;
    desk::kept(page).await?;
    desk::unfold(page).await?;
    page.click("#tab-files").await?;
    page.element(BILL_AGAIN).await?;
    scene.assert_accessible().await?;
    let (name, content) = page.download(BILL_AGAIN).await?;
    ensure!(name.ends_with(".csv"), "the bill is called {name}");
    ensure!(
        content == std::fs::read(&bill)?,
        "the bill came out changed"
    );

    dropped_and_refused(scene, &bill).await?;
    same_as_the_command_line(page).await
}

/// A file is dropped; one that is wrong shows where; one that is too large is told so.
async fn dropped_and_refused(scene: &Scene<'_>, bill: &Path) -> Result<()> {
    let page = scene.page;
    let text = std::fs::read_to_string(bill)?.replacen("1.00%", "1.00", 1);
    let text = serde_json::Value::from(text);
    page.js(&format!(
        "{{
            const data = new DataTransfer();
            data.items.add(new File([{text}], '改过的账单.csv'));
            document.querySelector('.files').dispatchEvent(
                new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));
        }}"
    ))
    .await?;
    page.wait_for_text(".import-problems", "第 2 行「费率」")
        .await?;
    ensure!(
        page.count("#import-accept").await? == 0,
        "what is wrong cannot be opened"
    );
    scene.assert_accessible().await?;
    page.click("#import-discard").await?;

    let large = page.browser.downloads().join("large.csv");
    std::fs::write(&large, vec![b'x'; ONE_TOO_MANY])?;
    page.choose_file("#import-file", &large).await?;
    page.wait_for_text(".banner-bad", "16.0 MB").await?;
    page.click(".banner-bad button").await
}

async fn same_as_the_command_line(page: &Page) -> Result<()> {
    desk::open(page, "refunds-over-cut").await?;
    page.click("#tab-files").await?;
    let (_, content) = page.download("[data-file='events.csv'] button").await?;
    let program: PathBuf = paths::target().join("debug/daycut-cli");
    let written = Command::new(&program)
        .args([
            "export",
            "www/scenarios/refunds-over-cut.json",
            "--kind",
            "events",
        ])
        .current_dir(paths::root())
        .output()
        .with_context(|| format!("cannot start {}", program.display()))?;
    ensure!(written.status.success(), "the command line failed");
    ensure!(content == written.stdout, "the page writes another file");
    page.wait_for("!document.querySelector('[aria-busy=true]')", PATIENCE)
        .await
}
