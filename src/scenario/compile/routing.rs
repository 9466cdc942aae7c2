//! Routes: which contract a payment line goes by. The first route that fits wins, at the moment of capture;
//! a line that names its contract itself asks no route.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::WallClock;
use crate::base::id::{ContractId, PartyId};
use crate::base::money::Money;
use crate::domain::contract::Mode;
use crate::domain::party::PartyKind;
use crate::scenario::limits;
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{Route, Scenario};

use super::agreements::{Deal, Deals};
use super::parties::Cast;
use super::problems::Problems;

/// The routes of a scenario, by seller and channel, in the author's order.
pub(super) struct Router<'a> {
    cast: &'a Cast,
    deals: &'a Deals,
    routes: BTreeMap<(PartyId, PartyId), Vec<Way<'a>>>,
    /// Seller and channel of routes that could not be read, as far as they are known: where one of these may be
    /// meant, none is said to be missing.
    unread: BTreeSet<(Option<PartyId>, Option<PartyId>)>,
}

struct Way<'a> {
    route: &'a Route,
    contract: ContractId,
}

impl<'a> Router<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        cast: &'a Cast,
        deals: &'a Deals,
        problems: &mut Problems,
    ) -> Router<'a> {
        let found = u64::try_from(scenario.routes.len()).unwrap_or(u64::MAX);
        problems.limit(
            "routes",
            found,
            u64::try_from(limits::ROUTES_MAX).unwrap_or(u64::MAX),
        );
        let mut routes: BTreeMap<(PartyId, PartyId), Vec<Way<'a>>> = BTreeMap::new();
        let mut router = Router {
            cast,
            deals,
            routes: BTreeMap::new(),
            unread: BTreeSet::new(),
        };
        for (place, route) in scenario.routes.iter().enumerate() {
            let path = format!("routes[{place}]");
            let seller = router.seller(&path, &route.seller, problems);
            let channel = router.channel(&path, &route.channel, problems);
            let contract = format!("{path}.contract");
            let chosen = problems.resolve(&contract, &deals.contract_names, &route.contract);
            let at = (path.as_str(), contract.as_str());
            let found = seller.zip(channel).zip(chosen).and_then(|(ends, place)| {
                router.goes_by(at, place, ends, &route.contract, problems)
            });
            // One that nothing fits is a contradiction, told as such.
            let is_read = found.is_some() && !route.is_empty();
            let (Some(seller), Some(channel), Some(contract), true) =
                (seller, channel, found, is_read)
            else {
                router.unread.insert((seller, channel));
                continue;
            };
            routes
                .entry((seller, channel))
                .or_default()
                .push(Way { route, contract });
        }
        router.routes = routes;
        router
    }

    /// The contract that a route or line to the authored contract at `place` leads this seller to.
    fn goes_by(
        &self,
        (route, field): (&str, &str),
        place: usize,
        (seller, channel): (PartyId, PartyId),
        named: &str,
        problems: &mut Problems,
    ) -> Option<ContractId> {
        // A contract that is itself wrong has been reported where it stands.
        let deal = self.deals.contracts.get(place)?.as_ref()?;
        let for_others = deal.mode == Mode::Pooled && deal.collector != seller;
        if deal.channel != channel || (deal.collector != seller && !for_others) {
            let contract = named.to_owned();
            problems.at(field, ProblemKind::RouteMismatch { contract });
            return None;
        }
        if !for_others {
            return Some(ContractId::of(place));
        }
        // The platform collects for the seller, and owes it what their agreement says.
        let agreed = self.deals.pooled.get(&(place, seller)).copied();
        if agreed.is_none() && self.deals.agreements_are_whole {
            let key = |id| {
                self.cast
                    .party(id)
                    .map(|party| party.key.clone())
                    .unwrap_or_default()
            };
            let (platform, merchant) = (key(deal.collector), key(seller));
            problems.at(route, ProblemKind::NoAgreement { platform, merchant });
        }
        agreed
    }

    /// Whether somebody who can sell has this name.
    pub(super) fn is_seller(&self, name: &str) -> bool {
        let id = self.cast.party_names.place(name).map(PartyId::of);
        let sells = |kind| id.is_some_and(|id| self.cast.is(id, kind));
        sells(PartyKind::Merchant) || sells(PartyKind::Platform)
    }

    /// The seller named at `path`, or a problem.
    pub(super) fn seller(
        &self,
        path: &str,
        name: &str,
        problems: &mut Problems,
    ) -> Option<PartyId> {
        let sellers = &[PartyKind::Merchant, PartyKind::Platform];
        self.cast.resolve(
            &format!("{path}.seller"),
            name,
            sellers,
            Noun::Seller,
            problems,
        )
    }

    /// The channel named at `path`, or a problem.
    pub(super) fn channel(
        &self,
        path: &str,
        name: &str,
        problems: &mut Problems,
    ) -> Option<PartyId> {
        let channels = &[PartyKind::Channel];
        self.cast.resolve(
            &format!("{path}.channel"),
            name,
            channels,
            Noun::Channel,
            problems,
        )
    }

    /// Both parties of something that names them side by side.
    pub(super) fn ends(
        &self,
        path: &str,
        seller: &str,
        channel: &str,
        problems: &mut Problems,
    ) -> Option<(PartyId, PartyId)> {
        let seller = self.seller(path, seller, problems);
        let channel = self.channel(path, channel, problems);
        seller.zip(channel)
    }

    /// The contract of a line.
    pub(super) fn contract(
        &self,
        (seller, channel): (PartyId, PartyId),
        amount: Money,
        at: WallClock,
    ) -> Option<ContractId> {
        let ways = self.routes.get(&(seller, channel))?;
        let mut ways = ways.iter();
        ways.find(|way| way.route.fits(amount, at))
            .map(|way| way.contract)
    }

    /// The contract that something at `path` names itself, else that of its route, or a problem.
    pub(super) fn chosen(
        &self,
        (path, named): (&str, Option<&str>),
        ends: (PartyId, PartyId),
        amount: Money,
        at: WallClock,
        problems: &mut Problems,
    ) -> Option<ContractId> {
        if let Some(name) = named {
            let field = format!("{path}.contract");
            let place = problems.resolve(&field, &self.deals.contract_names, name)?;
            return self.goes_by((path, &field), place, ends, name, problems);
        }
        let contract = self.contract(ends, amount, at);
        if contract.is_none() && !self.may_be_unread(ends) && !self.some_contract_is_broken() {
            let key = |id| {
                self.cast
                    .party(id)
                    .map(|party| party.key.clone())
                    .unwrap_or_default()
            };
            let (seller, channel) = (key(ends.0), key(ends.1));
            problems.at(path, ProblemKind::NoRoute { seller, channel });
        }
        contract
    }

    /// Whether a route of these two could be one that was not read.
    fn may_be_unread(&self, (seller, channel): (PartyId, PartyId)) -> bool {
        let mut unread = self.unread.iter();
        unread.any(|(of, through)| {
            of.is_none_or(|of| of == seller) && through.is_none_or(|through| through == channel)
        })
    }

    /// Whether some contract of the scenario could not be read; then a missing route may be its fault.
    fn some_contract_is_broken(&self) -> bool {
        self.deals.contracts.iter().any(Option::is_none)
    }

    pub(super) fn deal(&self, contract: ContractId) -> Option<&Deal> {
        self.deals.contracts.get(contract.index())?.as_ref()
    }
}
