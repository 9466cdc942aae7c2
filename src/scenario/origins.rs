//! Where in the document everything of a plan was written, so that a figure can be followed back to the
//! line that an author can change.
//!
//! A path is written as problems write it: `contracts[2].fee_plan`.

use crate::base::date::WallClock;
use crate::base::money::Money;

use super::v1::{Route, Scenario};

/// Ids of the document's lists in the author's order, and what refers to what.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Origins {
    seed: u32,
    /// Party, and the book's field if the author wrote one.
    parties: Vec<(String, bool)>,
    accounts: Vec<String>,
    fee_plans: Vec<String>,
    settlement_rules: Vec<String>,
    /// Contract and its fee plan.
    contracts: Vec<(String, String)>,
    /// Platform and merchant.
    agreements: Vec<(String, String)>,
    routes: Vec<Route>,
    /// Payments that each traffic rule draws in all.
    draws: Vec<u32>,
}

impl Origins {
    pub(super) fn of(scenario: &Scenario) -> Origins {
        let days = scenario.days;
        let parties = scenario.parties.iter();
        let contracts = scenario.contracts.iter();
        let agreements = scenario.agreements.iter();
        let traffic = scenario.traffic.iter();
        let ids = |ids: &mut dyn Iterator<Item = &String>| ids.cloned().collect::<Vec<_>>();
        Origins {
            seed: scenario.seed,
            parties: parties
                .map(|party| (party.id.clone(), party.book.is_some()))
                .collect(),
            accounts: ids(&mut scenario.accounts.iter().map(|account| &account.id)),
            fee_plans: ids(&mut scenario.fee_plans.iter().map(|plan| &plan.id)),
            settlement_rules: ids(&mut scenario.settlement_rules.iter().map(|rule| &rule.id)),
            contracts: contracts
                .map(|contract| (contract.id.clone(), contract.fee_plan.clone()))
                .collect(),
            agreements: agreements
                .map(|agreement| (agreement.platform.clone(), agreement.merchant.clone()))
                .collect(),
            routes: scenario.routes.clone(),
            draws: traffic
                .map(|traffic| traffic.per_day.saturating_mul(days))
                .collect(),
        }
    }

    /// The seed of everything drawn.
    pub(crate) fn seed(&self) -> u32 {
        self.seed
    }

    /// How many payments a traffic rule draws in all.
    pub(crate) fn draws(&self, traffic: u16) -> u32 {
        let drawn = self.draws.get(usize::from(traffic)).copied();
        drawn.unwrap_or_default()
    }

    /// `parties[0]`.
    pub(crate) fn party(&self, party: &str) -> Option<String> {
        let place = self.parties.iter().position(|(id, _)| id == party)?;
        Some(format!("parties[{place}]"))
    }

    /// `parties[0].book`, or the party alone where the book is a default of its kind.
    pub(crate) fn book(&self, party: &str) -> Option<String> {
        let place = self.parties.iter().position(|(id, _)| id == party)?;
        let (_, has_book) = self.parties.get(place)?;
        let field = if *has_book { ".book" } else { "" };
        Some(format!("parties[{place}]{field}"))
    }

    /// `accounts[0]`.
    pub(crate) fn account(&self, account: &str) -> Option<String> {
        let place = self.accounts.iter().position(|id| id == account)?;
        Some(format!("accounts[{place}]"))
    }

    /// `accounts[0].opening`.
    pub(crate) fn opening(&self, account: &str) -> Option<String> {
        let place = self.accounts.iter().position(|id| id == account)?;
        Some(format!("accounts[{place}].opening"))
    }

    /// `settlement_rules[0]`.
    pub(crate) fn settlement_rule(&self, rule: &str) -> Option<String> {
        let place = self.settlement_rules.iter().position(|id| id == rule)?;
        Some(format!("settlement_rules[{place}]"))
    }

    /// `contracts[0]`.
    pub(crate) fn contract(&self, contract: &str) -> Option<String> {
        let place = self.contracts.iter().position(|(id, _)| id == contract)?;
        Some(format!("contracts[{place}]"))
    }

    /// `fee_plans[0]`, that of a contract.
    pub(crate) fn fee_plan_of(&self, contract: &str) -> Option<String> {
        let (_, plan) = self.contracts.iter().find(|(id, _)| id == contract)?;
        let place = self.fee_plans.iter().position(|id| id == plan)?;
        Some(format!("fee_plans[{place}]"))
    }

    /// `agreements[0]`.
    pub(crate) fn agreement(&self, platform: &str, merchant: &str) -> Option<String> {
        let mut agreements = self.agreements.iter();
        let place = agreements.position(|(by, with)| by == platform && with == merchant)?;
        Some(format!("agreements[{place}]"))
    }

    /// `routes[0]`: the first that fits, which is the one that was taken.
    pub(crate) fn route(
        &self,
        (seller, channel): (&str, &str),
        amount: Money,
        at: WallClock,
    ) -> Option<String> {
        let place = self.routes.iter().position(|route| {
            route.seller == seller && route.channel == channel && route.fits(amount, at)
        })?;
        Some(format!("routes[{place}]"))
    }
}
