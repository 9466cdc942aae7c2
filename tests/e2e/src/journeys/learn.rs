//! Somebody takes each lesson from the bet to what one takes home, with a wrong idea and hints on the way, comes back
//! to it, and hands in a completion code; the trainer looks it up, and clears the desk for the next class.

use anyhow::{Context, Result, ensure};

use crate::journeys::Scene;
use crate::page::{PATIENCE, Page};

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

/// Asks for every hint, one at a time.
async fn ask_for_hints(page: &Page) -> Result<()> {
    const SHOWN: &str = ".lesson-hints [role='status'] > p";
    for place in 1..=3 {
        ensure!(page.count(SHOWN).await? == place - 1, "one hint at a time");
        page.wait_for_text(".lesson-hint", &format!("提示 {place}/3"))
            .await?;
        page.click(".lesson-hint").await?;
        page.wait_for(
            &format!("document.querySelectorAll(\"{SHOWN}\").length === {place}"),
            PATIENCE,
        )
        .await?;
    }
    ensure!(page.count(".lesson-hint").await? == 0, "there are three");
    Ok(())
}

/// The completion code, once it is that of a name.
async fn code_of(page: &Page, name: &str, before: &str) -> Result<String> {
    page.fill("#lesson-name", name).await?;
    let code = "document.querySelector('.lesson-code output').textContent";
    page.wait_for(
        &format!(
            "/^[A-HJ-NP-Z2-9]{{4}}-[A-HJ-NP-Z2-9]{{4}}$/.test({code}) && {code} !== '{before}'"
        ),
        PATIENCE,
    )
    .await?;
    let code = page.js(code).await?;
    Ok(code.as_str().context("a code")?.to_owned())
}

/// Takes a lesson; the answer is its completion code for 小王.
async fn take(scene: &Scene<'_>, taken: &Taken) -> Result<String> {
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

    ask_for_hints(page).await?;
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
    let of_li = code_of(page, "Li", "").await?;
    let code = code_of(page, "小王", &of_li).await?;
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
    page.wait_for_text(".lesson-code output", &code).await?;
    ensure!(!address.contains("%E5"), "a name is in no link: {address}");
    Ok(code)
}

/// The trainer looks the codes up: good ones, one under another name, one copied wrong, no code at all.
async fn look_up(scene: &Scene<'_>, codes: &[String]) -> Result<()> {
    let page = scene.page;
    page.goto("#/learn").await?;
    page.click("a[href='#/learn/codes']").await?;
    page.wait_for("location.hash === '#/learn/codes'", PATIENCE)
        .await?;
    let good: Vec<String> = codes.iter().map(|code| format!("小王 {code}")).collect();
    let (first, other) = (codes.first(), codes.last());
    let (first, other) = (first.context("a code")?, other.context("a code")?);
    let last = if first.ends_with('A') { 'B' } else { 'A' };
    let wrong = format!("{}{last}", first.get(..8).context("eight")?);
    let lines = format!(
        "{}\n{other} Li\n{wrong} 小王\n谢谢老师 再见",
        good.join("\n")
    );
    page.fill("textarea", &lines).await?;
    let rows = codes.len() + 3;
    page.wait_for(
        &format!("document.querySelectorAll('.lesson-codes tbody tr').length === {rows}"),
        PATIENCE,
    )
    .await?;
    let passed = "[...document.querySelectorAll('.lesson-codes td')].filter((cell) => cell.textContent === '✓ 通过')";
    page.wait_for(&format!("{passed}.length === {}", codes.len()), PATIENCE)
        .await?;
    for wanted in ["K5 没牌照的平台", "不是用这个名字", "抄错", "没有完成码"] {
        page.wait_for_text(".lesson-codes table", wanted).await?;
    }
    scene.assert_accessible().await?;
    page.reload().await?;
    page.element(".lesson-codes textarea").await?;
    ensure!(
        page.count(".lesson-codes tbody tr").await? == 0,
        "no name is kept"
    );
    Ok(())
}

/// The trainer shows the solution, lets the clock run, and clears everything for the next class.
async fn train(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("#/learn/K6").await?;
    page.element(TAKEAWAY).await?;
    page.click(".lesson-tools button:nth-child(2)").await?;
    page.wait_gone(TAKEAWAY).await?;
    ensure!(
        page.count(".lesson-tools button:first-child:disabled")
            .await?
            == 1
    );
    page.click(".lesson-bet button[type='button']").await?;
    page.click(".lesson-tools button:first-child:not(:disabled)")
        .await?;
    page.element(TAKEAWAY).await?;
    page.element("input[name='knob-0'][value='2']:checked")
        .await?;

    page.click(".lesson-head > button").await?;
    page.wait_for_text(".lesson-clock", "06:00").await?;
    page.click(".lesson-trainer .btn-primary").await?;
    page.wait_for_text(".lesson-clock", "05:5").await?;
    scene.assert_accessible().await?;
    page.click(".lesson-trainer .btn-primary").await?;
    page.wait_for_text(".lesson-trainer .btn-primary", "开始")
        .await?;

    page.click(".lesson-forget").await?;
    page.wait_for_text("dialog", "不能撤销").await?;
    scene.assert_accessible().await?;
    page.click(".dialog-foot .btn-primary").await?;
    page.wait_gone("dialog").await?;
    page.element(".lesson-bet").await?;
    page.goto("#/learn").await?;
    page.wait_for_text(".lesson-progress", "已通过 0/2").await?;
    ensure!(page.count(".lesson-cards .sign-ok").await? == 0);
    page.reload().await?;
    page.wait_for_text(".lesson-progress", "已通过 0/2").await
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    page.goto("").await?;
    page.settled().await?;
    page.click("a[href='#/learn']").await?;
    page.element(".lesson-cards").await?;
    scene.assert_accessible().await?;
    let mut codes = Vec::new();
    for taken in &LESSONS {
        page.goto("#/learn").await?;
        page.element(".lesson-cards").await?;
        codes.push(take(scene, taken).await?);
    }

    page.goto("#/learn").await?;
    page.reload().await?;
    page.wait_for_text(".lesson-cards", "已通过").await?;
    page.wait_for_text(".lesson-progress", "已通过 2/2").await?;
    ensure!(page.count(".lesson-cards .sign-ok").await? == LESSONS.len());

    // From a lesson into the sandbox, and back by the browser's own button.
    page.goto("#/learn/K5").await?;
    page.element(TAKEAWAY).await?;
    page.click(".lesson-takeaway > .row > button").await?;
    page.element(".play svg.lanes").await?;
    ensure!(page.address().await?.contains("#/play/w/"));
    page.js("history.back()").await?;
    page.element(".lesson-head").await?;
    page.element(TAKEAWAY).await?;

    look_up(scene, &codes).await?;
    train(scene).await?;

    // A lesson that does not exist leads home and is named.
    page.goto("#/learn/K99").await?;
    page.wait_for_text(".banner-bad", "K99").await?;
    Ok(())
}
