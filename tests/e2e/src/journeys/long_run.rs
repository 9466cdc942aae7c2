//! Somebody runs far too many payments, sees how far the run is, and takes it back.

use anyhow::{Result, ensure};

use crate::journeys::{Scene, desk};
use crate::page::PATIENCE;

/// Days of a busy channel. It comes as a file.
const HEAVY: &str = r#"{
  "format": "daycut/1", "title": {"zh": "很多笔", "en": "Very many"},
  "starts": "2018-09-01T00:00:00", "days": 19, "seed": 1,
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
  "traffic": [{"seller": "cafe", "channel": "wx", "per_day": 100000, "amount": {"from": "1.00", "to": "2.00"}}]
}"#;

pub async fn run(scene: &Scene<'_>) -> Result<()> {
    let page = scene.page;
    desk::import(page, HEAVY).await?;
    page.wait_for_text("h1", "很多笔").await?;
    page.wait_for_text(".run-sign", "推演中").await?;
    page.click(".run-sign button").await?;
    page.wait_for_text(".run-sign", "已取消").await?;
    scene.assert_accessible().await?;

    // The engine is fresh: with few payments it is done soon.
    desk::unfold(page).await?;
    page.fill("#field-traffic-0--per-day", "10").await?;
    page.wait_for_text(".run-sign", "校验通过").await?;
    let rows = page.text("#tab-batches .tab-count").await?;
    ensure!(rows == "19", "there are {rows} batches");
    page.wait_for("!document.querySelector('[aria-busy=true]')", PATIENCE)
        .await
}
