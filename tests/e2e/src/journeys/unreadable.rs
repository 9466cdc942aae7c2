//! Works that an earlier page kept are found; what is damaged or of a later page is told, kept as it is, and can be
//! taken home.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::journeys::{Scene, desk, shelf};
use crate::page::{PATIENCE, Page};

/// Puts slots into the small storage, in the form of the first page, before any script of ours runs.
const PLANT: &str = r"((text) => {
    const sum = [...new TextEncoder().encode(text)]
        .reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n)
        .toString(16).padStart(16, '0');
    const whole = (revision, sum) => `daycut-work/1\t${revision}\t1538319600000\t${sum}\t旧作\tOld\n${text}`;
    localStorage.setItem('daycut.work.old.a', whole(6, sum));
    localStorage.setItem('daycut.work.old.b', whole(7, sum));
    localStorage.setItem('daycut.work.hurt.a', whole(2, sum));
    localStorage.setItem('daycut.work.hurt.b', whole(3, sum).slice(0, -9));
    localStorage.setItem('daycut.work.lost.a', whole(1, sum).slice(0, -2));
    localStorage.setItem('daycut.work.new.a', 'daycut-work/9\twho knows\n{}');
})";

/// The scenario that the old page kept.
const OLD: &str = include_str!("../../../../www/scenarios/mall-pooled.json");

async fn pieces(page: &Page) -> Result<Value> {
    page.js(
        "['hurt.b', 'lost.a', 'new.a'].map((name) => localStorage.getItem(`daycut.work.${name}`))",
    )
    .await
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("api.html").await?;
    page.js(&format!("{PLANT}({})", Value::from(OLD))).await?;
    let before = pieces(page).await?;
    page.goto("").await?;
    page.settled().await?;
    page.wait_for(
        "document.querySelectorAll('.work:not(.work-aside)').length === 2",
        PATIENCE,
    )
    .await?;
    page.wait_for(
        "document.querySelectorAll('.work-aside').length === 3",
        PATIENCE,
    )
    .await?;
    scene.assert_accessible().await?;
    let (name, content) = page.download(".work-aside > button.btn:last-child").await?;
    ensure!(
        name.ends_with(".txt") && !content.is_empty(),
        "the raw file is {name}"
    );

    // The old work is opened by its own address, and goes on there.
    page.goto("#/play/w/old").await?;
    page.settled().await?;
    page.element(".play-stage svg.lanes").await?;

    // Of the damaged one the edition before it is opened; changes go elsewhere.
    page.goto("#/play/w/hurt").await?;
    page.wait_for_text(".banner-bad", "上一版").await?;
    scene.assert_accessible().await?;
    desk::unfold_head(page).await?;
    page.fill("#field-title", "接着改").await?;
    desk::kept(page).await?;

    // Of the others nothing is opened, and it is said why.
    page.goto("#/play/w/new").await?;
    page.wait_for_text(".banner-bad", "更新版本").await?;
    page.goto("#/play/w/lost").await?;
    page.wait_for_text(".banner-bad", "损坏").await?;
    ensure!(
        pieces(page).await? == before,
        "what cannot be read was changed"
    );

    // The same on the shelf: a work whose text was damaged there, and a document of a later page.
    page.js("daycut.shelf.leave('torn.a', 'daycut-work/2\\t4\\t3\\tx\\t1\\t0000000000000001\\t2\\t\\t甲\\tA', '{}')")
        .await?;
    page.js("daycut.shelf.leave('later.a', 'daycut-work/9\\tsomething', '{}')")
        .await?;
    page.goto("#/play/w/torn").await?;
    page.wait_for_text(".banner-bad", "损坏").await?;
    page.goto("#/play/w/later").await?;
    page.wait_for_text(".banner-bad", "更新版本").await?;
    page.js(LATER_DOCUMENT).await?;
    page.goto("#/play/w/doc").await?;
    page.wait_for_text(".banner-bad", "打不开").await?;
    scene.assert_accessible().await?;
    let (name, content) = page.download(".banner-bad button").await?;
    ensure!(
        name == "daycut-doc.json" && content.starts_with(b"{"),
        "the raw text is {name}"
    );
    ensure!(
        shelf::works(page)
            .await?
            .iter()
            .any(|work| work.id == "old")
    );
    Ok(())
}

/// A work in good order whose document is of a later page.
const LATER_DOCUMENT: &str = r#"(() => {
    const text = '{"format": 99, "title": {"zh": "后来", "en": "Later"}}';
    const sum = [...new TextEncoder().encode(text)]
        .reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n)
        .toString(16).padStart(16, '0');
    return daycut.shelf.leave('doc.a', `daycut-work/2\t1\t0\tx\t1\t${sum}\t${text.length}\t\t后来\tLater`, text);
})()"#;
