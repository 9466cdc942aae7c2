//! What happens in a random scenario, as an author would write it: payments, refunds, traffic.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Names, fields, text, yuan};
use super::draft::Fen;

impl Names<'_> {
    pub fn payments(&self) -> Vec<Value> {
        let draft = self.draft;
        let payments = draft.payments.iter().enumerate();
        payments
            .map(|(place, payment)| {
                let at = draft.at(payment.at);
                let lines = draft.lines(payment).into_iter();
                let lines: Vec<Value> = lines
                    .map(|(seller, fen)| json!({ "seller": self.of('s', seller), "amount": yuan(fen) }))
                    .collect();
                let known_at = payment.known_after.map(|s| at + i64::from(s) * 1_000);
                fields(vec![
                    ("id", Some(json!(self.of('O', place)))),
                    ("at", Some(json!(text(at)))),
                    ("known_at", known_at.map(|at| json!(text(at)))),
                    ("channel", Some(json!(self.of('c', draft.channel_place(payment.channel))))),
                    ("lines", Some(json!(lines))),
                ])
            })
            .collect()
    }

    pub fn refunds(&self) -> Vec<Value> {
        let draft = self.draft;
        let mut left: BTreeMap<(usize, usize), Fen> = BTreeMap::new();
        let mut refunds = Vec::new();
        for (number, refund) in draft.refunds.iter().enumerate() {
            let payments = draft.payments.len();
            let Some(place) = usize::from(refund.payment).checked_rem(payments) else {
                continue;
            };
            let Some(payment) = draft.payments.get(place) else {
                continue;
            };
            let lines = draft.lines(payment);
            let line = usize::from(refund.line) % lines.len().max(1);
            let Some((seller, paid)) = lines.get(line) else {
                continue;
            };
            let left = left.entry((place, line)).or_insert(*paid);
            let amount = (*left * refund.part / 1_000).max(1).min(*left);
            if amount == 0 {
                continue;
            }
            *left -= amount;
            let at = draft.at(payment.at) + i64::from(refund.after_seconds) * 1_000;
            refunds.push(json!({
                "id": self.of('F', number),
                "of": { "payment": self.of('O', place), "seller": self.of('s', *seller) },
                "at": text(at.min(draft.ends() - 1)),
                "amount": yuan(amount),
            }));
        }
        for (number, external) in draft.externals.iter().enumerate() {
            refunds.push(json!({
                "id": self.of('X', number),
                "of": {
                    "external": self.of('E', number),
                    "seller": self.of('s', draft.seller_place(external.seller)),
                    "channel": self.of('c', draft.channel_place(external.channel)),
                    "paid_at": "2018-09-01T12:00:00",
                    "amount": yuan(external.paid),
                },
                "at": text(draft.at(external.at)),
                "amount": yuan((external.paid * external.part / 1_000).max(1)),
            }));
        }
        refunds
    }

    pub fn traffic(&self) -> Vec<Value> {
        let draft = self.draft;
        let traffic = draft.traffic.iter();
        traffic
            .map(|one| {
                json!({
                    "channel": self.of('c', draft.channel_place(one.channel)),
                    "seller": self.of('s', draft.seller_place(one.seller)),
                    "per_day": one.per_day,
                    "amount": { "from": yuan(one.from), "to": yuan(one.from + one.span) },
                    "hours": one.hours,
                })
            })
            .collect()
    }
}
