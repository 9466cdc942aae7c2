//! Somebody takes each lesson from the bet to what one takes home, with a wrong idea on the way, and comes back to it.

use anyhow::{Result, ensure};

use crate::journeys::Scene;
use crate::page::Page;

/// One lesson as a visitor takes it.
struct Taken {
    id: &'static str,
    /// A field to type into, or a value to choose.
    bet: &'static str,
    /// A pick that many make first, as knob and choice, and what is said of it.
    wrong: (u32, u32, &'static str),
    /// What came out there.
    found: &'static str,
    /// The picks that pass.
    right: &'static [(u32, u32)],
    /// How many other numbers there are.
    others: usize,
}

const LESSONS: [Taken; 2] = [
    Taken {
        id: "K6",
        bet: "800",
        wrong: (0, 1, "300.00"),
        found: "300.00",
        right: &[(0, 2)],
        others: 1,
    },
    Taken {
        id: "K5",
        bet: "292.20",
        wrong: (2, 3, "一秒"),
        found: "6.00",
        right: &[(0, 1), (1, 1)],
        others: 2,
    },
];

const CHECKS: &str = ".lesson-checks";
const TAKEAWAY: &str = ".lesson-takeaway";

async fn pick(page: &Page, (knob, choice): (u32, u32)) -> Result<()> {
    page.click(&format!("input[name='knob-{knob}'][value='{choice}']"))
        .await
}

async fn bet(page: &Page, taken: &Taken) -> Result<()> {
    if page.count(".lesson-bet-field").await? > 0 {
        page.fill(".lesson-bet-field", taken.bet).await?;
    } else {
        page.click(&format!("input[name='bet'][value='{}']", taken.bet))
            .await?;
    }
    page.click(".lesson-bet button[type='submit']").await
}

async fn take(scene: &Scene<'_>, taken: &Taken) -> Result<()> {
    let page = scene.page;
    page.click(&format!("a[href='#/learn/{}'].btn", taken.id))
        .await?;
    page.settled().await?;
    page.element(".bubble").await?;
    ensure!(page.count(CHECKS).await? == 0, "the run waits for the bet");
    scene.assert_accessible().await?;

    bet(page, taken).await?;
    page.wait_for_text(".lesson-told.is-ok", "押对了").await?;
    page.element(".lesson-picture svg.lanes").await?;
    page.element(".lesson-check .sign-bad").await?;
    ensure!(
        page.count(TAKEAWAY).await? == 0,
        "nothing is taken home yet"
    );

    let (knob, choice, said) = taken.wrong;
    pick(page, (knob, choice)).await?;
    page.wait_for_text(".lesson-checks .lesson-told", said)
        .await?;
    page.wait_for_text(CHECKS, taken.found).await?;
    scene.assert_accessible().await?;

    for right in taken.right {
        pick(page, *right).await?;
    }
    page.element(TAKEAWAY).await?;
    ensure!(
        page.count(".lesson-check .sign-bad").await? == 0,
        "every check holds"
    );
    ensure!(
        page.count(".lesson-takeaway li").await? == 3,
        "three sentences"
    );
    ensure!(
        page.count(".lesson-variant .sign-ok").await? == taken.others + 1,
        "all numbers pass"
    );
    page.click(".lesson-variant:last-child").await?;
    page.element(".lesson-variant:last-child[aria-pressed='true']")
        .await?;
    scene.assert_accessible().await?;

    // The address carries bet and picks, is short, and opens as it was left.
    let address = page.address().await?;
    ensure!(
        address.contains(&format!("#/learn/{}/", taken.id)),
        "{address}"
    );
    ensure!(address.len() <= 600, "{address}");
    page.reload().await?;
    page.settled().await?;
    page.element(TAKEAWAY).await?;
    page.wait_for_text(".lesson-told.is-ok", "押对了").await?;
    Ok(())
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;
    page.click("a[href='#/learn']").await?;
    page.element(".lesson-cards").await?;
    scene.assert_accessible().await?;
    for taken in &LESSONS {
        page.goto("#/learn").await?;
        page.element(".lesson-cards").await?;
        take(scene, taken).await?;
    }

    page.goto("#/learn").await?;
    page.reload().await?;
    page.wait_for_text(".lesson-cards", "已通过").await?;
    ensure!(page.count(".lesson-cards .sign-ok").await? == LESSONS.len());

    // From a lesson into the sandbox, and back by the browser's own button.
    page.goto("#/learn/K5").await?;
    page.element(TAKEAWAY).await?;
    page.click(".lesson-takeaway button").await?;
    page.element(".play svg.lanes").await?;
    ensure!(page.address().await?.ends_with("#/play"));
    page.js("history.back()").await?;
    page.element(".lesson-head").await?;
    page.element(TAKEAWAY).await?;

    // A lesson that does not exist leads home and is named.
    page.goto("#/learn/K99").await?;
    page.wait_for_text(".banner-bad", "K99").await?;
    Ok(())
}
