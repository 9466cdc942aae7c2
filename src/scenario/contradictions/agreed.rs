//! What was agreed: no pair of parties agrees twice, nobody agrees with itself, and every range has something in it.

use std::collections::BTreeMap;

use super::Found;
use crate::scenario::problem::clash::Clash;
use crate::scenario::v1::{Route, Scenario};

pub(super) fn fee_plans(scenario: &Scenario, found: &mut Found) {
    for (place, plan) in scenario.fee_plans.iter().enumerate() {
        if let (Some(floor), Some(cap)) = (plan.floor, plan.cap)
            && floor > cap
        {
            let here = (format!("fee_plans[{place}].floor"), floor.plain());
            let other = (format!("fee_plans[{place}].cap"), cap.plain());
            found.clash(Clash::FloorAboveCap, here, other);
        }
    }
}

pub(super) fn contracts(scenario: &Scenario, found: &mut Found) {
    for (place, contract) in scenario.contracts.iter().enumerate() {
        let at = |split: usize| format!("contracts[{place}].splits[{split}].to");
        let mut receivers: BTreeMap<&str, usize> = BTreeMap::new();
        for (split, receiver) in contract.splits.iter().enumerate() {
            let first = *receivers.entry(&receiver.to).or_insert(split);
            if first != split {
                let (here, other) = ((at(split), &receiver.to), (at(first), &receiver.to));
                found.clash(Clash::ReceiverTwice, here, other);
            }
        }
    }
}

pub(super) fn agreements(scenario: &Scenario, found: &mut Found) {
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (place, agreement) in scenario.agreements.iter().enumerate() {
        let (platform, merchant) = (&agreement.platform, &agreement.merchant);
        let here = (format!("agreements[{place}].merchant"), merchant);
        let first = *pairs.entry((platform, merchant)).or_insert(place);
        if platform == merchant {
            let other = (format!("agreements[{place}].platform"), platform);
            found.clash(Clash::AgreementWithItself, here, other);
        } else if first != place {
            let other = (format!("agreements[{first}].merchant"), merchant);
            found.clash(Clash::AgreementTwice, here, other);
        }
    }
}

pub(super) fn routes(scenario: &Scenario, found: &mut Found) {
    for (place, route) in scenario.routes.iter().enumerate() {
        let at = |field: &str| format!("routes[{place}].{field}");
        if let (Some(min), Some(max)) = (route.min_amount, route.max_amount)
            && min > max
        {
            let (here, other) = (at("min_amount"), at("max_amount"));
            found.clash(
                Clash::AmountsReversed,
                (here, min.plain()),
                (other, max.plain()),
            );
        }
        if let (Some(from), Some(until)) = (route.from, route.until)
            && until <= from
        {
            let (here, other) = (at("until"), at("from"));
            found.clash(Clash::TimesReversed, (here, until), (other, from));
        }
    }
}

impl Route {
    /// Whether some amount at some moment could take the route at all.
    pub(crate) fn is_empty(&self) -> bool {
        let amounts = self.min_amount.zip(self.max_amount);
        let times = self.from.zip(self.until);
        amounts.is_some_and(|(min, max)| min > max)
            || times.is_some_and(|(from, until)| until <= from)
    }
}
