//! New entries of what is agreed: fees, settlement rules, contracts, agreements, routes.

use super::{USUAL_SHARE, ends, first_or, free_id, made, of_kinds, sellers};
use crate::scenario::v1::{
    Agreement, Contract, FeePlan, Mode, PartyKind, Route, Scenario, SettlementRule,
};

const USUAL_FEE: &str = "0.006";

pub(in crate::scenario::edit) fn fee_plan(scenario: &mut Scenario) -> Option<String> {
    let id = free_id("fee", scenario.fee_plans.iter().map(|one| one.id.as_str()));
    let fields = [("id", id.as_str()), ("rate", USUAL_FEE)];
    scenario.fee_plans.push(made::<FeePlan>(fields)?);
    Some(id)
}

/// `T+1` on Chinese working days.
pub(in crate::scenario::edit) fn rule(scenario: &mut Scenario) -> Option<String> {
    let ids = scenario.settlement_rules.iter().map(|one| one.id.as_str());
    let id = free_id("t1", ids);
    let fields = [("id", id.as_str()), ("cycle", "T+1")];
    scenario
        .settlement_rules
        .push(made::<SettlementRule>(fields)?);
    Some(id)
}

/// Who is party to a contract, and in which mode.
pub(in crate::scenario::edit) struct Sides<'a> {
    pub(in crate::scenario::edit) mode: Mode,
    pub(in crate::scenario::edit) channel: &'a str,
    pub(in crate::scenario::edit) provider: Option<&'a str>,
    pub(in crate::scenario::edit) collector: &'a str,
    pub(in crate::scenario::edit) fee_plan: &'a str,
    pub(in crate::scenario::edit) rule: &'a str,
}

pub(in crate::scenario::edit) fn contract(
    scenario: &mut Scenario,
    sides: &Sides<'_>,
) -> Option<String> {
    let base = format!("{}-{}", sides.collector, sides.channel);
    let id = free_id(&base, scenario.contracts.iter().map(|one| one.id.as_str()));
    let mut fields = vec![
        ("id", id.as_str()),
        ("channel", sides.channel),
        ("collector", sides.collector),
        ("fee_plan", sides.fee_plan),
        ("settlement_rule", sides.rule),
    ];
    fields.push(match sides.mode {
        Mode::Direct => ("mode", "direct"),
        Mode::SubMerchant => ("mode", "sub_merchant"),
        Mode::Pooled => ("mode", "pooled"),
    });
    fields.extend(sides.provider.map(|provider| ("provider", provider)));
    let mut contract = made::<Contract>(fields)?;
    contract.payout_to = named_account(scenario, sides.collector);
    scenario.contracts.push(contract);
    Some(id)
}

/// The first account of somebody with several; one who has a single account needs no naming.
fn named_account(scenario: &Scenario, owner: &str) -> Option<String> {
    let mut accounts = scenario
        .accounts
        .iter()
        .filter(|account| account.owner == owner);
    let first = accounts.next()?;
    accounts.next().map(|_| first.id.clone())
}

pub(super) fn lone_contract(scenario: &mut Scenario) -> Option<String> {
    let all = sellers(scenario);
    let is_new = |id: &&String| scenario.contracts.iter().all(|one| one.collector != **id);
    let collector = first_or(all.iter().find(is_new).or(all.first()), "merchant");
    let channels = of_kinds(scenario, &[PartyKind::Channel]);
    let channel = first_or(channels.last(), "channel");
    let fee_plan = first_or(scenario.fee_plans.first().map(|one| &one.id), "fee");
    let rule = first_or(scenario.settlement_rules.first().map(|one| &one.id), "t1");
    let sides = Sides {
        mode: Mode::Direct,
        channel: &channel,
        provider: None,
        collector: &collector,
        fee_plan: &fee_plan,
        rule: &rule,
    };
    contract(scenario, &sides)
}

pub(in crate::scenario::edit) fn agreement(
    scenario: &mut Scenario,
    platform: &str,
    merchant: &str,
) -> Option<()> {
    let fields = [
        ("platform", platform),
        ("merchant", merchant),
        ("rate", USUAL_SHARE),
    ];
    let mut agreement = made::<Agreement>(fields)?;
    agreement.payout_to = named_account(scenario, merchant);
    scenario.agreements.push(agreement);
    Some(())
}

pub(super) fn lone_agreement(scenario: &mut Scenario) -> Option<()> {
    let platform = first_or(
        of_kinds(scenario, &[PartyKind::Platform]).first(),
        "platform",
    );
    let merchants = of_kinds(scenario, &[PartyKind::Merchant]);
    let is_new = |id: &&String| scenario.agreements.iter().all(|one| one.merchant != **id);
    let merchant = first_or(
        merchants.iter().find(is_new).or(merchants.first()),
        "merchant",
    );
    agreement(scenario, &platform, &merchant)
}

pub(in crate::scenario::edit) fn route(
    scenario: &mut Scenario,
    seller: &str,
    channel: &str,
    contract: &str,
) -> Option<()> {
    let fields = [
        ("seller", seller),
        ("channel", channel),
        ("contract", contract),
    ];
    scenario.routes.push(made::<Route>(fields)?);
    Some(())
}

/// To the first contract that no route leads to.
pub(super) fn lone_route(scenario: &mut Scenario) -> Option<()> {
    let is_new = |one: &&Contract| scenario.routes.iter().all(|route| route.contract != one.id);
    let contracts = &scenario.contracts;
    let contract = contracts.iter().find(is_new).or(contracts.last()).cloned();
    match contract {
        Some(one) => route(scenario, &one.collector, &one.channel, &one.id),
        None => {
            let (seller, channel) = ends(scenario);
            let contract = format!("{seller}-{channel}");
            route(scenario, &seller, &channel, &contract)
        }
    }
}
