//! What was said and changes nothing: an author who said it expected something of it.

use super::{Idle, Notice, NoticeKind};
use crate::domain::contract::Mode;
use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};
use crate::domain::fee::SplitRemainder;
use crate::domain::party::PartyKind;
use crate::scenario::v1::{Contract, Scenario};

/// Seconds between learning and split when none are written.
const USUAL_SPLIT_DELAY: u32 = 60;

pub(super) fn all(scenario: &Scenario, found: &mut Vec<Notice>) {
    let mut idle = |path: String, because: Idle| {
        let kind = NoticeKind::NoEffect { because };
        found.push(Notice { path, kind });
    };
    for (place, party) in scenario.parties.iter().enumerate() {
        if matches!(party.kind, PartyKind::Merchant | PartyKind::Platform) {
            continue;
        }
        if party.onboarding.is_some() {
            idle(format!("parties[{place}].onboarding"), Idle::NoSeller);
        }
        if party.premises.is_some() {
            idle(format!("parties[{place}].premises"), Idle::NoPremises);
        }
    }
    for (place, account) in scenario.accounts.iter().enumerate() {
        if account.authority.is_some() && account.name_on_account.is_none() {
            idle(format!("accounts[{place}].authority"), Idle::OwnName);
        }
    }
    for (place, rule) in scenario.settlement_rules.iter().enumerate() {
        let natural = matches!(rule.cycle, SettlementCycle::D(_));
        if natural && rule.non_working_trade != NonWorkingTrade::AsIs {
            let path = format!("settlement_rules[{place}].non_working_trade");
            idle(path, Idle::NaturalDays);
        }
    }
    for (place, contract) in scenario.contracts.iter().enumerate() {
        for (field, because) in of_contract(scenario, contract) {
            idle(format!("contracts[{place}].{field}"), because);
        }
    }
    for (place, agreement) in scenario.agreements.iter().enumerate() {
        let mut contracts = scenario.contracts.iter();
        let collects = contracts.any(|contract| {
            contract.mode == Mode::Pooled && contract.collector == agreement.platform
        });
        if !collects {
            idle(format!("agreements[{place}]"), Idle::CollectsNothing);
        }
    }
}

fn of_contract(scenario: &Scenario, contract: &Contract) -> Vec<(&'static str, Idle)> {
    let mut found = Vec::new();
    let is_split = contract.mode == Mode::SubMerchant;
    if contract.splits.is_empty() && contract.split_remainder != SplitRemainder::Collector {
        found.push(("split_remainder", Idle::NoSplits));
    }
    if !is_split && contract.split_delay_seconds != USUAL_SPLIT_DELAY {
        found.push(("split_delay_seconds", Idle::NeverSplit));
    }
    if contract.mode == Mode::Direct && contract.notification_delay_seconds > 0 {
        let mut parties = scenario.parties.iter();
        let collector = parties.find(|party| party.id == contract.collector);
        if collector.is_some_and(|party| party.book.is_none()) {
            found.push(("notification_delay_seconds", Idle::NobodyLearns));
        }
    }
    found
}
