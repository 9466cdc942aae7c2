//! From one merchant number for many sellers (大商户) to a number for each (服务商 + 特约商户): the channel then
//! settles to every seller, and the platform's commission is a share that the channel splits off.

use super::draft::{Draft, word};
use super::{names, outflows};
use crate::base::rate::Rounding;
use crate::scenario::edit::Edit;
use crate::scenario::v1::{Agreement, Contract, Mode, OnRefund, Scenario};

/// The edits by which a platform collects for nobody any more.
pub(crate) fn sub_merchants(scenario: &Scenario, platform: &str) -> Option<Vec<Edit>> {
    let mut draft = Draft::of(scenario);
    while let Some(place) = collecting(draft.now(), platform) {
        parted(&mut draft, place)?;
    }
    // What the platform owed the sellers is now what the channel owes them.
    while let Some(place) = owing(draft.now(), platform) {
        draft.remove(format!("agreements[{place}]"))?;
    }
    outflows::drop_advances(&mut draft, platform)?;
    draft.finished()
}

fn collecting(scenario: &Scenario, platform: &str) -> Option<usize> {
    let mut contracts = scenario.contracts.iter();
    contracts.position(|one| one.mode == Mode::Pooled && one.collector == platform)
}

fn owing(scenario: &Scenario, platform: &str) -> Option<usize> {
    let mut agreements = scenario.agreements.iter();
    agreements.position(|one| one.platform == platform)
}

/// Gives every seller behind a pooled contract a contract of its own, and the pooled one to nobody but its owner.
fn parted(draft: &mut Draft, place: usize) -> Option<()> {
    let pooled = draft.now().contracts.get(place)?.clone();
    let behind = draft.now().routes.iter();
    let mut sellers: Vec<String> = behind
        .filter(|route| route.contract == pooled.id && route.seller != pooled.collector)
        .map(|route| route.seller.clone())
        .collect();
    sellers.sort_unstable();
    sellers.dedup();
    for seller in &sellers {
        let agreed = draft.now().agreements.iter();
        let mut agreed =
            agreed.filter(|one| one.platform == pooled.collector && one.merchant == *seller);
        let agreed = agreed.next()?.clone();
        let id = own_contract(draft, &pooled, &agreed)?;
        for route in 0..draft.now().routes.len() {
            let one = draft.now().routes.get(route)?;
            if one.contract == pooled.id && one.seller == *seller {
                draft.set(format!("routes[{route}].contract"), id.as_str())?;
            }
        }
    }
    let mut routes = draft.now().routes.iter();
    match routes.any(|route| route.contract == pooled.id) {
        // Its own sales it may go on collecting.
        true => draft.set(format!("contracts[{place}].mode"), word(&Mode::Direct)),
        false => draft.remove(format!("contracts[{place}]")),
    }
}

/// A contract in the seller's own name, on the terms of the pooled one; its id.
fn own_contract(draft: &mut Draft, pooled: &Contract, agreed: &Agreement) -> Option<String> {
    let id = free_id(
        draft.now(),
        &format!("{}-{}", agreed.merchant, pooled.channel),
    );
    let at = draft.add("contracts")?;
    let payout_to = agreed.payout_to.as_deref();
    // Where it is said what payers see, they see the seller from now on.
    let seller = names::party(draft.now(), &agreed.merchant)?;
    let shown = pooled
        .shown_name
        .as_ref()
        .map(|_| names::name(seller).to_owned());
    let shown = shown.unwrap_or_default();
    draft.set(format!("{at}.id"), id.as_str())?;
    for (field, text) in [
        ("mode", word(&Mode::SubMerchant)),
        ("channel", pooled.channel.clone()),
        ("provider", pooled.collector.clone()),
        ("collector", agreed.merchant.clone()),
        ("fee_plan", pooled.fee_plan.clone()),
        ("settlement_rule", pooled.settlement_rule.clone()),
        ("payout_to", payout_to.unwrap_or_default().to_owned()),
        ("shown_name", shown),
        (
            "notification_delay_seconds",
            pooled.notification_delay_seconds.to_string(),
        ),
    ] {
        draft.set(format!("{at}.{field}"), text)?;
    }
    if agreed.rate.ppm() > 0 {
        let share = draft.add(&format!("{at}.splits"))?;
        let payout_to = pooled.payout_to.as_deref();
        for (field, text) in [
            ("to", pooled.collector.clone()),
            ("rate", agreed.rate.plain()),
            ("rounding", word::<Rounding>(&agreed.rounding)),
            ("on_refund", word::<OnRefund>(&agreed.on_refund)),
            ("payout_to", payout_to.unwrap_or_default().to_owned()),
        ] {
            draft.set(format!("{share}.{field}"), text)?;
        }
    }
    Some(id)
}

/// The id itself, or with the first number from 2 that no contract bears.
fn free_id(scenario: &Scenario, base: &str) -> String {
    let is_taken = |id: &str| scenario.contracts.iter().any(|one| one.id == id);
    let numbered = |number: u32| match number {
        1 => base.to_owned(),
        number => format!("{base}{number}"),
    };
    let mut free = (1..).map(numbered).filter(|id| !is_taken(id));
    free.next().unwrap_or_default()
}
