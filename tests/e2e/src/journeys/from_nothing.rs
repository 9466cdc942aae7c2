//! Somebody builds the mall on an empty page, only with its forms, and reads a balance at a cut.
//!
//! The mall is the worked example of the tests with two of its payments: the figures are known beforehand.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::journeys::{Scene, desk};
use crate::page::{PATIENCE, Page};

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("#/").await?;
    page.settled().await?;
    page.click("a[href='#/play/blank']").await?;
    page.settled().await?;
    desk::unfold(page).await?;
    scene.assert_accessible().await?;

    // Pieces: the channel with its bank, the mall, a contract with a split for each of two shops.
    page.click(".blocks-button").await?;
    page.element("#blocks-heading").await?;
    scene.assert_accessible().await?;
    for place in [1, 3, 5, 5] {
        if page.count("#blocks-heading").await? == 0 {
            page.click(".blocks-button").await?;
        }
        page.click(&format!(".blocks > li:nth-child({place}) > button"))
            .await?;
        page.wait_gone("#blocks-heading").await?;
    }

    head(page).await?;
    people(page).await?;
    payments(page).await?;
    scene.assert_accessible().await?;
    page.wait_gone(".model-problems").await?;

    // An expectation of a balance at the bank's cut of 28 September, and another a day later.
    pressed(page, "#add-expectations-balance").await?;
    field(page, "expectations[0].account", "hs:2012.01.wx").await?;
    field(page, "expectations[0].at", "2018-09-28 22:00:00").await?;
    field(page, "expectations[0].value", "200.00").await?;
    chosen(page, "expectations[0].op", "=").await?;
    pressed(page, "#add-expectations-arrival").await?;
    field(page, "expectations[1].account", "cafe.bank").await?;
    field(page, "expectations[1].by", "2018-09-29").await?;
    field(page, "expectations[1].value", "194.80").await?;
    chosen(page, "expectations[1].op", "=").await?;
    page.wait_for("document.body.innerText.includes('2 条都成立')", PATIENCE)
        .await?;

    // The same figure in the table: both balances as they stand at the moment of the cut.
    page.click("#tab-expectations").await?;
    page.click("#panel-expectations tbody tr:first-child button.link")
        .await?;
    page.wait_for_text(".inspector-balances dd.large", "200.00")
        .await?;
    // From the account in the picture to the entry that made it: the channel, whose reserve it is.
    page.click(".inspector-change").await?;
    page.wait_for(
        "document.activeElement?.closest('#entry-parties-1-')",
        PATIENCE,
    )
    .await?;
    desk::kept(page).await?;
    page.reload().await?;
    page.settled().await?;
    desk::unfold(page).await?;
    page.wait_for("document.body.innerText.includes('2 条都成立')", PATIENCE)
        .await?;
    removed(page).await
}

async fn head(page: &Page) -> Result<()> {
    page.click(".model-section:first-of-type > summary").await?;
    field(page, "title", "商场").await?;
    page.wait_for_text("h1", "商场").await?;
    field(page, "story", "商场是服务商。").await?;
    field(page, "starts", "2018-09-28 00:00").await
}

async fn people(page: &Page) -> Result<()> {
    // A new id is followed everywhere: contracts, routes and accounts go on naming the party.
    for (place, id, name) in [
        (0, "hs", "徽商银行"),
        (1, "wx", "微信支付"),
        (2, "mall", "商场"),
        (3, "cafe", "咖啡店"),
        (4, "book", "书店"),
    ] {
        shown(page, &format!("parties[{place}]")).await?;
        field(page, &format!("parties[{place}].name"), name).await?;
        field(page, &format!("parties[{place}].id"), id).await?;
    }
    field(page, "parties[0].book.cut_off", "22:00").await?;
    // An id that is taken is refused where it is typed.
    page.fill(&at("parties[4].id"), "cafe").await?;
    page.wait_for_text("#field-parties-4--id-problem", "重复")
        .await?;
    field(page, "parties[4].id", "book").await?;

    unfolded(page, "#add-accounts").await?;
    shown(page, "accounts[0]").await?;
    field(page, "accounts[0].opening", "100").await?;
    shown(page, "accounts[1]").await?;
    field(page, "accounts[1].id", "cafe.bank").await?;
    shown(page, "contracts[0]").await?;
    let provider = page
        .js("document.querySelector('#field-contracts-0--provider').value")
        .await?;
    ensure!(provider == "mall", "the provider is {provider}");
    // A share that no contract can bear is shown where it stands, and mended there.
    field(page, "contracts[0].splits[0].rate", "99.90").await?;
    page.wait_for_text("#entry-contracts-0--splits .field-error", "可能超过")
        .await?;
    field(page, "contracts[0].splits[0].rate", "2.00").await
}

async fn payments(page: &Page) -> Result<()> {
    for (place, seller, when, amount) in [
        (0, "cafe", "2018-09-28 10:00:00", "200"),
        (1, "book", "2018-09-28 22:30:00", "100"),
    ] {
        pressed(page, "#add-payments").await?;
        chosen(page, &format!("payments[{place}].lines[0].seller"), seller).await?;
        field(page, &format!("payments[{place}].at"), when).await?;
        field(page, &format!("payments[{place}].lines[0].amount"), amount).await?;
    }
    Ok(())
}

/// Without the bookshop its account, contract, route and payment are gone as well, and come back with it.
async fn removed(page: &Page) -> Result<()> {
    page.click("button[aria-label='删除 书店']").await?;
    page.wait_for_text(".toast", "一起删除").await?;
    page.wait_for("!document.querySelector('#entry-payments-1-')", PATIENCE)
        .await?;
    page.click(".toast .btn").await?;
    page.wait_for("document.querySelector('#entry-payments-1-')", PATIENCE)
        .await?;
    page.wait_for("document.body.innerText.includes('2 条都成立')", PATIENCE)
        .await
}

/// The element of a field.
fn at(path: &str) -> String {
    let letters = path.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    format!("#field-{}", letters.collect::<String>())
}

/// Types into a field and waits until the scenario has it: no complaint stands below.
async fn field(page: &Page, path: &str, text: &str) -> Result<()> {
    let css = at(path);
    page.fill(&css, text).await?;
    page.wait_gone(&format!("{css}[aria-invalid=true]")).await
}

async fn chosen(page: &Page, path: &str, value: &str) -> Result<()> {
    let css = at(path);
    page.select(&css, value).await?;
    let (css, value) = (Value::from(css), Value::from(value));
    page.wait_for(
        &format!("document.querySelector({css}).value === {value}"),
        PATIENCE,
    )
    .await
}

/// Unfolds the section in which something stands.
async fn unfolded(page: &Page, css: &str) -> Result<()> {
    let folded = format!("details:not([open]):has({css})");
    if page.count(&folded).await? > 0 {
        page.click(&format!("{folded} > summary")).await?;
    }
    page.wait_gone(&folded).await
}

/// Presses a button that adds something, wherever it is.
async fn pressed(page: &Page, css: &str) -> Result<()> {
    unfolded(page, css).await?;
    page.click(css).await
}

/// Shows all fields of an entry.
async fn shown(page: &Page, path: &str) -> Result<()> {
    let entry = at(path).replacen("#field", "#entry", 1);
    let folded = format!("{entry} > div > .model-title[aria-expanded=false]");
    if page.count(&folded).await? > 0 {
        page.click(&folded).await?;
    }
    page.wait_gone(&folded).await
}
