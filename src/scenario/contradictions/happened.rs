//! What happens: each seller once in a payment, nothing known before it was, nothing before the scenario that is in it.

use std::collections::BTreeMap;

use super::Found;
use crate::scenario::problem::clash::Clash;
use crate::scenario::v1::{RefundOf, Scenario};

pub(super) fn payments(scenario: &Scenario, found: &mut Found) {
    for (place, payment) in scenario.payments.iter().enumerate() {
        if let Some(known_at) = payment.known_at.filter(|known_at| *known_at < payment.at) {
            let here = (format!("payments[{place}].known_at"), known_at);
            let other = (format!("payments[{place}].at"), payment.at);
            found.clash(Clash::KnownBeforePaid, here, other);
        }
        if payment.lines.len() < 2 {
            continue;
        }
        let at = |line: usize| format!("payments[{place}].lines[{line}].seller");
        let mut sellers: BTreeMap<&str, usize> = BTreeMap::new();
        for (line, sold) in payment.lines.iter().enumerate() {
            let first = *sellers.entry(&sold.seller).or_insert(line);
            if first != line {
                let (here, other) = ((at(line), &sold.seller), (at(first), &sold.seller));
                found.clash(Clash::SellerTwice, here, other);
            }
        }
    }
}

pub(super) fn refunds(scenario: &Scenario, found: &mut Found) {
    let mut described: BTreeMap<&str, (usize, &RefundOf)> = BTreeMap::new();
    let mut payments: Option<BTreeMap<&str, usize>> = None;
    for (place, refund) in scenario.refunds.iter().enumerate() {
        let RefundOf::External {
            external, paid_at, ..
        } = &refund.of
        else {
            continue;
        };
        let at = |field: &str| format!("refunds[{place}].of.{field}");
        if *paid_at >= scenario.starts {
            let other = ("starts".to_owned(), scenario.starts);
            found.clash(Clash::PaidInside, (at("paid_at"), paid_at), other);
        }
        // Most scenarios refund nothing from before; then nobody needs the list of payments.
        let payments = payments.get_or_insert_with(|| {
            let ids = scenario.payments.iter().enumerate();
            ids.map(|(place, payment)| (payment.id.as_str(), place))
                .collect()
        });
        let here = (at("external"), external);
        if let Some(paid) = payments.get(external.as_str()) {
            let other = (format!("payments[{paid}].id"), external);
            found.clash(Clash::ExternalIsPayment, here, other);
            continue;
        }
        let (first, of) = *described.entry(external).or_insert((place, &refund.of));
        if *of != refund.of {
            let other = (format!("refunds[{first}].of.external"), external);
            found.clash(Clash::ExternalDiffers, here, other);
        }
    }
}

pub(super) fn traffic(scenario: &Scenario, found: &mut Found) {
    for (place, traffic) in scenario.traffic.iter().enumerate() {
        let (from, to) = (traffic.amount_from, traffic.amount_to);
        if from > to {
            let here = (format!("traffic[{place}].amount.from"), from.plain());
            let other = (format!("traffic[{place}].amount.to"), to.plain());
            found.clash(Clash::AmountsReversed, here, other);
        }
    }
}

pub(super) fn outflows(scenario: &Scenario, found: &mut Found) {
    for (place, outflow) in scenario.outflows.iter().enumerate() {
        let Some(to) = outflow.to.as_ref().filter(|to| **to == outflow.from) else {
            continue;
        };
        let here = (format!("outflows[{place}].to"), to);
        let other = (format!("outflows[{place}].from"), to);
        found.clash(Clash::PaysItself, here, other);
    }
}
