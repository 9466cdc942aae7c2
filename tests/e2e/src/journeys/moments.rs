//! The browser's process dies at random moments while somebody edits, slowly, at an ordinary pace and in a storm: what
//! comes back lacks at most the last two seconds, and never the work.

use anyhow::{Context, Result, ensure};
use std::time::{Duration, Instant};

use crate::journeys::{Scene, desk, shelf};
use crate::page::{PATIENCE, Page};

/// How long after one edit the next one follows.
const RHYTHMS: [Duration; 3] = [
    Duration::from_millis(80),
    Duration::from_millis(500),
    Duration::from_millis(1_300),
];
/// What a crash may cost.
const MOST_LOST: Duration = Duration::from_secs(2);
/// How long somebody edits before it dies, at the most.
const LONGEST: u64 = 4_500;
/// Moments in the ordinary run; `DAYCUT_CRASHES` asks for more.
const MOMENTS: u32 = 6;

/// Changes the rate as somebody does who types and presses Enter.
fn edit(rate: u32) -> String {
    format!(
        "(() => {{
            const field = document.getElementById('field-fee-plans-0--rate');
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '0.{rate:04}');
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"
    )
}

/// The rate that the page shows, in millionths.
async fn shown(page: &Page) -> Result<u32> {
    page.settled().await?;
    desk::unfold(page).await?;
    page.wait_for(
        "document.getElementById('field-fee-plans-0--rate')",
        PATIENCE,
    )
    .await?;
    let value = page
        .js("document.getElementById('field-fee-plans-0--rate').value")
        .await?;
    let value = value.as_str().context("no rate")?;
    let fraction = value.split_once('.').map_or("0", |(_, fraction)| fraction);
    format!("{fraction:0<4}")
        .parse()
        .with_context(|| format!("the rate is {value}"))
}

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let asked = std::env::var("DAYCUT_CRASHES").ok();
    let moments = asked
        .and_then(|asked| asked.parse().ok())
        .unwrap_or(MOMENTS);
    let page = scene.page;
    desk::open(page, "national-day-2018").await?;
    page.fill("#field-fee-plans-0--rate", "0.1000").await?;
    desk::kept(page).await?;
    let id = shelf::named(page).await?;
    let (mut rate, mut chance, mut worst) = (1_000, 0x5eed_u64, Duration::ZERO);
    for moment in 0..moments {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let dies_after = Duration::from_millis((chance >> 33) % LONGEST);
        let rhythm = RHYTHMS[usize::try_from(moment)? % RHYTHMS.len()];
        let lost = one(page, rhythm, dies_after, &mut rate)
            .await
            .with_context(|| {
                format!("moment {moment}, an edit each {rhythm:?}, dead after {dies_after:?}")
            })?;
        worst = worst.max(lost);
        ensure!(shelf::named(page).await? == id, "another work came back");
    }
    println!(
        "  {moments} crashes: at most {} ms of edits lost",
        worst.as_millis()
    );
    Ok(())
}

/// Edits until the moment comes; how much time of edits is lost afterwards.
async fn one(
    page: &Page,
    rhythm: Duration,
    dies_after: Duration,
    rate: &mut u32,
) -> Result<Duration> {
    let before = shown(page).await?;
    ensure!(
        before == *rate,
        "it began with {before} and not with {rate}"
    );
    let began = Instant::now();
    let mut edits = Vec::new();
    while began.elapsed() < dies_after {
        *rate += 1;
        let at = Instant::now();
        page.js(&edit(*rate)).await?;
        edits.push((*rate, at));
        let left = dies_after.saturating_sub(began.elapsed());
        tokio::time::sleep(rhythm.saturating_sub(at.elapsed()).min(left)).await;
    }
    let died = Instant::now();
    page.crash_and_reopen().await?;
    let found = shown(page).await?;
    let first_lost = edits.iter().find(|(rate, _)| *rate > found);
    let lost = first_lost.map_or(Duration::ZERO, |(_, at)| died.duration_since(*at));
    ensure!(
        lost <= MOST_LOST,
        "{} ms of edits are lost",
        lost.as_millis()
    );
    ensure!(found <= *rate && found >= before, "the rate is {found}");
    *rate = found;
    Ok(lost)
}
