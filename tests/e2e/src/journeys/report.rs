//! Somebody opens the printed report from the page; and every report of the gallery, in both languages, goes to
//! paper: nothing is clipped, no row is lost, every page carries its number.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::paths;

use crate::journeys::{Scene, desk};
use crate::page::{PATIENCE, Page};

/// The width between the margins of A4, in CSS pixels: 182 mm.
const PAPER_WIDTH: u32 = 688;

/// Elements whose content is wider than they are, on paper.
const CLIPPED: &str = "
    [...document.querySelectorAll('h1, h2, h3, p, li, dd, td, th, caption, code, b, span')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => one.textContent.slice(0, 60))";

/// The last row of every table, without blanks, as a reader of the paper must find it.
const LAST_ROWS: &str = "
    [...document.querySelectorAll('table')].map((table) => table.rows[table.rows.length - 1])
        .map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\\s/g, '')).filter(Boolean))";

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    from_the_page(scene).await?;
    let page = scene.page;
    let directory = paths::target().join("reports");
    std::fs::create_dir_all(&directory)?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(paths::root().join("www/scenarios"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    ensure!(files.len() > 5, "the gallery is there");
    for file in &files {
        for lang in ["zh", "en"] {
            let html = written(file, lang, &directory)?;
            on_paper(page, &html)
                .await
                .with_context(|| html.display().to_string())?;
        }
    }
    Ok(())
}

/// The button opens a window of its own in which nothing runs, and nothing is blocked.
async fn from_the_page(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::open(page, "mall-pooled").await?;
    page.click("#tab-files").await?;
    let before = page.browser.client.windows().await?;
    page.click("#report-open").await?;
    let deadline = std::time::Instant::now() + PATIENCE;
    let opened = loop {
        let now = page.browser.client.windows().await?;
        if let Some(new) = now.into_iter().find(|window| !before.contains(window)) {
            break new;
        }
        ensure!(std::time::Instant::now() < deadline, "no window was opened");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    let old = page.browser.client.window().await?;
    page.switch_to(opened).await?;
    page.wait_for_text("h1", "大商户").await?;
    // The page's policy binds the window: only the style sheet that it names by digest is allowed.
    let styled = page
        .js("getComputedStyle(document.querySelector('table')).borderCollapse")
        .await?;
    ensure!(
        styled == "collapse",
        "the report's style is blocked: {styled}"
    );
    ensure!(page.count("script").await? == 0, "nothing runs in a report");
    scene.assert_accessible().await?;
    page.browser.client.close_window().await?;
    page.switch_to(old).await
}

/// The report as the command line writes it.
fn written(file: &Path, lang: &str, directory: &Path) -> Result<PathBuf> {
    let name = file.file_stem().context("a file name")?.to_string_lossy();
    let html = directory.join(format!("{name}.{lang}.html"));
    let program = paths::target().join("debug/daycut-cli");
    let status = Command::new(&program)
        .args(["--lang", lang, "report"])
        .arg(file)
        .arg("-o")
        .arg(&html)
        .status()
        .with_context(|| format!("cannot start {}", program.display()))?;
    ensure!(status.success(), "the command line failed");
    Ok(html)
}

async fn on_paper(page: &Page, html: &Path) -> Result<()> {
    page.browser
        .client
        .goto(&format!("file://{}", html.display()))
        .await?;
    let size = json!({
        "width": PAPER_WIDTH, "height": 1000, "deviceScaleFactor": 1, "mobile": false,
    });
    page.browser
        .devtools("Emulation.setDeviceMetricsOverride", size)
        .await?;
    page.browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    let clipped = page.js(CLIPPED).await?;
    ensure!(clipped == json!([]), "clipped: {clipped}");
    let wide = page.js("document.documentElement.scrollWidth").await?;
    ensure!(
        wide.as_u64() <= Some(u64::from(PAPER_WIDTH)),
        "wider than the paper: {wide}"
    );
    let last_rows = page.js(LAST_ROWS).await?;
    let pdf = printed(page, html).await?;
    // Cells of several lines stand together in the order in which they were drawn.
    let all: String = pages(&pdf, "-raw")?.concat();
    for row in last_rows.as_array().context("rows")? {
        for cell in row.as_array().context("cells")? {
            let cell = cell.as_str().context("a text")?;
            ensure!(all.contains(cell), "lost on paper: {cell}");
        }
    }
    let sheets = pages(&pdf, "-layout")?;
    let count = sheets.len();
    ensure!(count > 3, "a report has several pages");
    for (number, text) in (1..).zip(&sheets) {
        let foot = format!("Daycut清结算沙盘{number}/{count}");
        ensure!(
            text.ends_with(&foot),
            "page {number} does not end with {foot}"
        );
    }
    Ok(())
}

/// The PDF that the browser makes of what it shows.
async fn printed(page: &Page, html: &Path) -> Result<PathBuf> {
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": true });
    let answer = page.browser.devtools("Page.printToPDF", wanted).await?;
    let data = answer["data"].as_str().context("a PDF")?;
    let pdf = html.with_extension("pdf");
    let bytes = base64::engine::general_purpose::STANDARD.decode(data)?;
    std::fs::write(&pdf, bytes)?;
    Ok(pdf)
}

/// The text of each page, in lines or in the order of drawing, without blanks.
fn pages(pdf: &Path, order: &str) -> Result<Vec<String>> {
    let told = Command::new("pdftotext")
        .arg(order)
        .arg(pdf)
        .arg("-")
        .output()
        .context("cannot start pdftotext")?;
    ensure!(
        told.status.success(),
        "pdftotext cannot read {}",
        pdf.display()
    );
    let text = String::from_utf8(told.stdout)?;
    // A form feed ends every page.
    let pages = text.split('\u{c}');
    let mut pages: Vec<String> = pages
        .map(|page| page.split_whitespace().collect())
        .collect();
    pages.pop();
    Ok(pages)
}
