//! A link that is only looked at leaves nothing in storage however often it is opened, stays in the address, and Back
//! leads back to one's own work.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk, shelf};
use crate::page::PATIENCE;

const RATE: &str = "#field-fee-plans-0--rate";
const LINK: &str = include_str!("../../../links/docs-one-payment.link");

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    let link = LINK.trim();
    desk::open(page, "national-day-2018").await?;
    page.fill(RATE, "0.50").await?;
    desk::kept(page).await?;
    let own = shelf::named(page).await?;

    // Seven openings, and the address is still the link.
    for _ in 0..7 {
        page.goto("").await?;
        page.goto(&format!("#{link}")).await?;
        page.wait_for_text("h1", "一笔").await?;
    }
    ensure!(
        page.address().await?.ends_with(link),
        "the address is no longer the link"
    );
    shelf::until(page, "the own work alone", |works| works.len() == 1).await?;
    page.wait_for_text(".banner", "回到我的沙盘").await?;

    // Pasted over one's own work, Back leads back to it.
    page.goto(&format!("#/play/w/{own}")).await?;
    page.wait_for_text("h1", "国庆").await?;
    page.js(&format!("(location.hash = '{link}')")).await?;
    page.wait_for_text("h1", "一笔").await?;
    page.js("history.back()").await?;
    page.wait_for_text("h1", "国庆").await?;
    page.wait_gone(".banner").await?;

    // The first change makes it one's own, under its own address, which holds over a reload.
    page.js(&format!("(location.hash = '{link}')")).await?;
    page.wait_for_text("h1", "一笔").await?;
    desk::unfold_head(page).await?;
    page.fill("#field-title", "我改的").await?;
    desk::kept(page).await?;
    let changed = shelf::named(page).await?;
    ensure!(changed != own, "the link was kept over one's own work");
    page.reload().await?;
    page.wait_for_text("h1", "我改的").await?;
    page.wait_for("document.querySelector('.banner') === null", PATIENCE)
        .await?;

    // The same link again shows what was sent, and offers what one has made of it.
    page.goto("").await?;
    page.goto(&format!("#{link}")).await?;
    page.wait_for_text("h1", "一笔").await?;
    page.wait_for_text(".banner", "打开我改过的").await?;
    scene.assert_accessible().await?;
    page.click(".banner-return").await?;
    page.wait_for_text("h1", "我改的").await?;
    shelf::until(page, "two works", |works| works.len() == 2).await
}
