//! The platform that collects in its own name for sellers: its contracts and agreements as an author
//! would write them.

use serde_json::{Value, json};

use super::document::{Names, fields, rate};
use super::draft::Pool;

impl Names<'_> {
    /// A pooled contract at each of the last two channels, under one rule.
    pub fn pooled(&self, pool: &Pool) -> Vec<Value> {
        let channels = 0..self.draft.channels.len();
        let plan = usize::from(pool.plan) % self.draft.plans.len();
        let pooled = channels.filter(|channel| self.draft.is_pooled(*channel, 0));
        pooled
            .map(|channel| {
                json!({
                    "id": self.id(&format!("pool.{channel}")),
                    "mode": "pooled",
                    "channel": self.of('c', channel),
                    "collector": self.id("pool"),
                    "fee_plan": self.of('f', plan),
                    "settlement_rule": self.id("pool"),
                    "notification_delay_seconds": pool.notification_delay,
                })
            })
            .collect()
    }

    /// With every seller.
    pub fn agreements(&self) -> Vec<Value> {
        let Some(pool) = &self.draft.pool else {
            return Vec::new();
        };
        let sellers = self.draft.sellers.iter().enumerate();
        sellers
            .map(|(place, seller)| {
                fields(vec![
                    ("platform", Some(json!(self.id("pool")))),
                    ("merchant", Some(json!(self.of('s', place)))),
                    ("rate", Some(json!(rate(pool.commission.ppm)))),
                    ("rounding", Some(json!(pool.commission.rounding))),
                    ("on_refund", Some(json!(pool.commission.on_refund))),
                    ("pays_at", Some(json!(pool.pays_at))),
                    ("payout_to", self.payout_to(0, place, seller)),
                ])
            })
            .collect()
    }
}
