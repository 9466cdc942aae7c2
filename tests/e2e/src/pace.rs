//! How long somebody waits at the page: from an edit to the repainted result, and from one event to the next.
//!
//! Nothing here is a test: it wants an idle machine and judges by figures, as the bench does.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xtask::paths;
use xtask::static_server::StaticServer;

use crate::browser::Browser;
use crate::chromedriver::Chromedriver;
use crate::journeys::desk;
use crate::page::Page;

/// Waits for the first frame in which a condition holds, and until it was painted; answers the milliseconds since
/// `start`. A frame's own callback runs before it is painted, a message sent from there arrives after.
const PAINTED: &str = "const painted = (start, holds) => new Promise((done) => {
    const frame = () => {
        if (!holds()) return requestAnimationFrame(frame);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - start);
        port2.postMessage(null);
    };
    requestAnimationFrame(frame);
});";

/// A hundred thousand payments in ten days.
const MANY: &str = r#"{
  "format": "daycut/1", "title": {"zh": "十万笔", "en": "A hundred thousand"},
  "starts": "2018-09-01T00:00:00", "days": 10, "seed": 1,
  "parties": [
    {"id": "wx", "kind": "channel", "name": {"zh": "微信支付", "en": "WeChat Pay"}},
    {"id": "hs", "kind": "bank", "name": {"zh": "徽商银行", "en": "Huishang Bank"}},
    {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}}
  ],
  "accounts": [{"id": "cafe.bank", "kept_by": "hs", "owner": "cafe"}],
  "fee_plans": [{"id": "std", "rate": "0.006"}],
  "settlement_rules": [{"id": "t1", "cycle": "T+1"}],
  "contracts": [{"id": "c", "mode": "direct", "channel": "wx", "collector": "cafe", "fee_plan": "std", "settlement_rule": "t1"}],
  "routes": [{"seller": "cafe", "channel": "wx", "contract": "c"}],
  "traffic": [{"seller": "cafe", "channel": "wx", "per_day": 10000, "amount": {"from": "1.00", "to": "2.00"}}]
}"#;

/// A figure: what, 95th percentile in milliseconds, gate and goal.
struct Figure {
    what: &'static str,
    p95: f64,
    gate: f64,
    goal: f64,
}

/// Measures and prints; whether every gate holds.
pub async fn measure() -> Result<bool> {
    let server = StaticServer::start(&paths::dist(), 0)?;
    let driver = Chromedriver::start().await?;
    let page = Page::new(Browser::open(driver.url()).await?, &server.url()).await?;
    let figures = measured(&page).await;
    page.browser.close().await;
    let figures = figures?;
    println!("| figure | p95, ms | gate | goal | |\n|---|---:|---:|---:|---|");
    for Figure {
        what,
        p95,
        gate,
        goal,
    } in &figures
    {
        let verdict = if p95 <= gate { "" } else { "misses the gate" };
        println!("| {what} | {p95:.0} | ≤ {gate:.0} | ≤ {goal:.0} | {verdict} |");
    }
    Ok(figures.iter().all(|figure| figure.p95 <= figure.gate))
}

async fn measured(page: &Page) -> Result<[Figure; 2]> {
    desk::open(page, "mall-sub-merchants").await?;
    desk::picture_says(page, "0.60").await?;
    let edit = page.js(&edits()).await?;
    desk::import(page, MANY).await?;
    page.wait_for_text("h1", "十万笔").await?;
    page.wait_for_text(".run-sign", "校验通过").await?;
    let step = page.js(&steps()).await?;
    Ok([
        Figure {
            what: "an edit of a gallery scenario to its repainted result",
            p95: p95(&edit)?,
            gate: 100.0,
            goal: 33.0,
        },
        Figure {
            what: "a step through time among 100,000 payments",
            p95: p95(&step)?,
            gate: 33.0,
            goal: 16.0,
        },
    ])
}

/// Forty fee rates one after another, each until the picture says it.
fn edits() -> String {
    format!(
        "(async () => {{ {PAINTED}
            const said = () => [...document.querySelectorAll('.pill-text')].map((pill) => pill.textContent).join(' ');
            const took = [];
            for (let round = 0; round < 40; round += 1) {{
                const field = document.getElementById('field-fee-plans-0--rate');
                const rate = `0.${{41 + round}}`;
                const start = performance.now();
                field.value = rate;
                field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                field.dispatchEvent(new Event('change', {{ bubbles: true }}));
                took.push(await painted(start, () => said().includes(`${{rate}}%`)));
                await new Promise((done) => setTimeout(done, 150));
            }}
            return took;
        }})()"
    )
}

/// Forty steps back in time by key, each until what happened there is told.
fn steps() -> String {
    format!(
        "(async () => {{ {PAINTED}
            const place = () => document.querySelector('.time-event bdi')?.textContent;
            const took = [];
            for (let round = 0; round < 40; round += 1) {{
                const before = place();
                const start = performance.now();
                document.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowLeft', bubbles: true }}));
                took.push(await painted(start, () => place() !== before));
                await new Promise((done) => setTimeout(done, 60));
            }}
            return took;
        }})()"
    )
}

fn p95(took: &Value) -> Result<f64> {
    let took = took.as_array().context("nothing was measured")?;
    let mut took: Vec<f64> = took.iter().filter_map(Value::as_f64).collect();
    ensure!(!took.is_empty(), "nothing was measured");
    took.sort_by(f64::total_cmp);
    let place = (took.len() * 95).div_ceil(100) - 1;
    Ok(took[place])
}
