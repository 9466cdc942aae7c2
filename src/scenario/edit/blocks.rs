//! Ready-made pieces of a scenario: several entries that belong together, put in with one gesture.
//!
//! A piece brings along whatever it needs and does not find, so it is sound wherever it is put: a contract
//! on an empty page comes with a channel, a bank, a merchant, a fee and a settlement rule.

use serde::{Deserialize, Serialize};

use super::Tongue;
use super::fresh::{self, Sides, of_kinds};
use crate::domain::cycle::SettlementCycle;
use crate::scenario::v1::{Mode, PartyKind, Scenario, Split};

/// A ready-made piece.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A channel and the bank that keeps its reserve.
    ChannelAndBank,
    /// A merchant with a deposit account.
    MerchantWithAccount,
    /// A platform with a book and a deposit account.
    PlatformWithAccount,
    /// A merchant's own contract with the channel, settled T+1, and its route.
    DirectContract,
    /// A sub-merchant's contract, with a commission that is split off to its provider.
    SubMerchantContract,
    /// A platform collects for every merchant that has no route yet, and owes each what was agreed.
    PooledContract,
    /// Payments drawn for every route that has none.
    DayOfTraffic,
}

/// All pieces, in the order in which somebody who starts from nothing needs them.
pub const BLOCKS: [Block; 7] = [
    Block::ChannelAndBank,
    Block::MerchantWithAccount,
    Block::PlatformWithAccount,
    Block::DirectContract,
    Block::SubMerchantContract,
    Block::PooledContract,
    Block::DayOfTraffic,
];

/// The scenario with a piece put in.
pub(super) fn inserted(scenario: &Scenario, block: Block, tongue: Tongue) -> Scenario {
    let mut builder = Builder {
        scenario: scenario.clone(),
        tongue,
    };
    // Every entry is made of words that the tables know; an edit reads the whole again all the same.
    let _ = match block {
        Block::ChannelAndBank => builder.channel_and_bank().map(drop),
        Block::MerchantWithAccount => builder.with_account(PartyKind::Merchant).map(drop),
        Block::PlatformWithAccount => builder.with_account(PartyKind::Platform).map(drop),
        Block::DirectContract => builder.direct(),
        Block::SubMerchantContract => builder.sub_merchant(),
        Block::PooledContract => builder.pooled(),
        Block::DayOfTraffic => builder.traffic(),
    };
    builder.scenario
}

struct Builder {
    scenario: Scenario,
    tongue: Tongue,
}

/// What every contract needs.
struct Terms {
    channel: String,
    fee_plan: String,
    rule: String,
}

impl Builder {
    fn new_party(&mut self, kind: PartyKind) -> Option<String> {
        fresh::party(&mut self.scenario, kind, self.tongue)
    }

    /// The first party of a kind, or a new one.
    fn some_party(&mut self, kind: PartyKind) -> Option<String> {
        let found = of_kinds(&self.scenario, &[kind]).into_iter().next();
        found.or_else(|| self.new_party(kind))
    }

    fn channel_and_bank(&mut self) -> Option<String> {
        let bank = self.new_party(PartyKind::Bank)?;
        self.channel_at(bank)
    }

    fn channel_at(&mut self, bank: String) -> Option<String> {
        let channel = self.new_party(PartyKind::Channel)?;
        self.scenario.parties.last_mut()?.reserve_bank = Some(bank);
        Some(channel)
    }

    fn some_channel(&mut self) -> Option<String> {
        if let Some(channel) = of_kinds(&self.scenario, &[PartyKind::Channel])
            .into_iter()
            .next()
        {
            return Some(channel);
        }
        let bank = self.some_party(PartyKind::Bank)?;
        self.channel_at(bank)
    }

    fn with_account(&mut self, kind: PartyKind) -> Option<String> {
        self.some_party(PartyKind::Bank)?;
        let party = self.new_party(kind)?;
        fresh::account(&mut self.scenario, &party)?;
        Some(party)
    }

    /// Sees to it that a party has a deposit account.
    fn banked(&mut self, party: String) -> Option<String> {
        if self
            .scenario
            .accounts
            .iter()
            .all(|account| account.owner != party)
        {
            self.some_party(PartyKind::Bank)?;
            fresh::account(&mut self.scenario, &party)?;
        }
        Some(party)
    }

    fn some_platform(&mut self) -> Option<String> {
        match of_kinds(&self.scenario, &[PartyKind::Platform])
            .into_iter()
            .next()
        {
            Some(platform) => self.banked(platform),
            None => self.with_account(PartyKind::Platform),
        }
    }

    /// Merchants from whom no route leads to a channel.
    fn unconnected(&self, channel: &str) -> Vec<String> {
        let is_routed = |seller: &String| {
            let mut routes = self.scenario.routes.iter();
            routes.any(|route| route.seller == *seller && route.channel == channel)
        };
        let has_contract = |seller: &String| {
            let mut contracts = self.scenario.contracts.iter();
            contracts.any(|contract| contract.collector == *seller && contract.channel == channel)
        };
        let mut merchants = of_kinds(&self.scenario, &[PartyKind::Merchant]);
        merchants.retain(|merchant| !is_routed(merchant) && !has_contract(merchant));
        merchants
    }

    fn new_merchant(&mut self, channel: &str) -> Option<String> {
        match self.unconnected(channel).into_iter().next() {
            Some(merchant) => self.banked(merchant),
            None => self.with_account(PartyKind::Merchant),
        }
    }

    fn terms(&mut self) -> Option<Terms> {
        let channel = self.some_channel()?;
        let fee_plan = self.scenario.fee_plans.first().map(|plan| plan.id.clone());
        let fee_plan = match fee_plan {
            Some(plan) => plan,
            None => fresh::fee_plan(&mut self.scenario)?,
        };
        let mut rules = self.scenario.settlement_rules.iter();
        let rule = rules.find(|rule| rule.cycle == SettlementCycle::T(1));
        let rule = match rule.map(|rule| rule.id.clone()) {
            Some(rule) => rule,
            None => fresh::rule(&mut self.scenario)?,
        };
        Some(Terms {
            channel,
            fee_plan,
            rule,
        })
    }

    fn contract(
        &mut self,
        terms: &Terms,
        mode: Mode,
        provider: Option<&str>,
        collector: &str,
    ) -> Option<String> {
        let sides = Sides {
            mode,
            channel: &terms.channel,
            provider,
            collector,
            fee_plan: &terms.fee_plan,
            rule: &terms.rule,
        };
        fresh::contract(&mut self.scenario, &sides)
    }

    fn direct(&mut self) -> Option<()> {
        let terms = self.terms()?;
        let merchant = self.new_merchant(&terms.channel)?;
        let contract = self.contract(&terms, Mode::Direct, None, &merchant)?;
        fresh::route(&mut self.scenario, &merchant, &terms.channel, &contract)
    }

    fn sub_merchant(&mut self) -> Option<()> {
        let terms = self.terms()?;
        let platform = self.some_platform()?;
        let merchant = self.new_merchant(&terms.channel)?;
        let contract = self.contract(&terms, Mode::SubMerchant, Some(&platform), &merchant)?;
        let split = fresh::made::<Split>([("to", platform.as_str()), ("rate", "0.02")])?;
        self.scenario.contracts.last_mut()?.splits.push(split);
        fresh::route(&mut self.scenario, &merchant, &terms.channel, &contract)
    }

    fn pooled(&mut self) -> Option<()> {
        let terms = self.terms()?;
        let platform = self.some_platform()?;
        let books = |party: &mut crate::scenario::v1::Party| {
            if party.id == platform && party.book.is_none() {
                party.book = fresh::book();
            }
        };
        self.scenario.parties.iter_mut().for_each(books);
        let mut contracts = self.scenario.contracts.iter();
        let known = contracts.find(|contract| {
            contract.mode == Mode::Pooled
                && contract.collector == platform
                && contract.channel == terms.channel
        });
        let contract = match known.map(|contract| contract.id.clone()) {
            Some(contract) => contract,
            None => self.contract(&terms, Mode::Pooled, None, &platform)?,
        };
        let mut merchants = self.unconnected(&terms.channel);
        if merchants.is_empty() {
            merchants.push(self.with_account(PartyKind::Merchant)?);
        }
        for merchant in merchants {
            let merchant = self.banked(merchant)?;
            let mut agreements = self.scenario.agreements.iter();
            if !agreements.any(|one| one.platform == platform && one.merchant == merchant) {
                fresh::agreement(&mut self.scenario, &platform, &merchant)?;
            }
            fresh::route(&mut self.scenario, &merchant, &terms.channel, &contract)?;
        }
        Some(())
    }

    fn traffic(&mut self) -> Option<()> {
        if self.scenario.routes.is_empty() {
            self.direct()?;
        }
        let has_some = |seller: &str, channel: &str| {
            let mut traffic = self.scenario.traffic.iter();
            traffic.any(|one| one.seller == seller && one.channel == channel)
        };
        let mut quiet: Vec<(String, String)> = Vec::new();
        for route in &self.scenario.routes {
            let ends = (route.seller.clone(), route.channel.clone());
            if !has_some(&ends.0, &ends.1) && !quiet.contains(&ends) {
                quiet.push(ends);
            }
        }
        for (seller, channel) in quiet {
            fresh::traffic(&mut self.scenario, &seller, &channel)?;
        }
        Some(())
    }
}
