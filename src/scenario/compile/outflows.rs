//! Payments that no settlement asks for: which deposit pays, which is paid, and what is owed where it is an advance.

use crate::base::date::WallClock;
use crate::base::id::{ContractId, PayeeId};
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::domain::outflow::Purpose;
use crate::scenario::limits;
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{Outflow, Scenario};

use super::agreements::Deals;
use super::parties::Cast;
use super::payments::within;
use super::problems::{Names, Problems};

/// An outflow with its names resolved.
pub(super) struct OutflowDeal {
    pub(super) key: String,
    pub(super) at: WallClock,
    pub(super) amount: Money,
    pub(super) purpose: Purpose,
    pub(super) place: u32,
    /// Place among the deposits.
    pub(super) from: usize,
    /// Place among the deposits.
    pub(super) to: Option<usize>,
    /// Of an advance: the contract under which the payer collects for the seller.
    pub(super) contract: Option<ContractId>,
}

/// All outflows in time order.
pub(super) fn agreed(
    scenario: &Scenario,
    (cast, deals): (&Cast, &Deals),
    ends: WallClock,
    problems: &mut Problems,
) -> Vec<OutflowDeal> {
    let many = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let outflows = &scenario.outflows;
    problems.limit("outflows", many(outflows.len()), many(limits::OUTFLOWS_MAX));
    let ids = outflows.iter().map(|outflow| outflow.id.as_str());
    Names::read("outflows", Noun::Payment, ids, problems);
    let mut all = Vec::new();
    for (place, outflow) in outflows.iter().enumerate() {
        let at = format!("outflows[{place}].at");
        let in_time = within(&at, outflow.at, scenario.starts, ends, problems);
        let read = read(place, outflow, (cast, deals), problems);
        all.extend(read.filter(|_| in_time));
    }
    all.order_by_key(|outflow| outflow.at);
    all
}

fn read(
    place: usize,
    outflow: &Outflow,
    (cast, deals): (&Cast, &Deals),
    problems: &mut Problems,
) -> Option<OutflowDeal> {
    let path = format!("outflows[{place}]");
    let from = problems.resolve(format!("{path}.from"), &cast.deposit_names, &outflow.from);
    let to_path = format!("{path}.to");
    let to = match (&outflow.to, outflow.purpose.pays_somebody()) {
        (None, false) => None,
        (Some(to), true) => Some(problems.resolve(&to_path, &cast.deposit_names, to)?),
        (None, true) => {
            let field = "to".to_owned();
            problems.at(path, ProblemKind::MissingField { field });
            return None;
        }
        (Some(_), false) => {
            let allowed = ["id", "from", "at", "amount", "purpose"];
            let kind = ProblemKind::UnknownField {
                found: "to".to_owned(),
                allowed: allowed.map(str::to_owned).to_vec(),
            };
            problems.at(to_path, kind);
            return None;
        }
    };
    let from = from?;
    let contract = match (outflow.purpose, to) {
        // From an account to itself: a contradiction, told as such.
        (Purpose::Advance, Some(to)) if to != from => {
            Some(advanced(&to_path, (from, to), (cast, deals), problems)?)
        }
        _ => None,
    };
    Some(OutflowDeal {
        key: outflow.id.clone(),
        at: outflow.at,
        amount: outflow.amount,
        purpose: outflow.purpose,
        place: u32::try_from(place).unwrap_or(u32::MAX),
        from,
        to,
        contract,
    })
}

/// The contract under which the owner of the one deposit collects for the owner of the other: only what will be
/// owed can be advanced.
fn advanced(
    path: &str,
    (from, to): (usize, usize),
    (cast, deals): (&Cast, &Deals),
    problems: &mut Problems,
) -> Option<ContractId> {
    let (payer, seller) = (cast.deposits.get(from)?, cast.deposits.get(to)?);
    if !payer.is_owned || !seller.is_owned {
        return None;
    }
    let (payer, seller) = (payer.owner, seller.owner);
    let contracts = deals.contracts.iter().enumerate();
    let collecting = contracts.filter_map(|(place, deal)| {
        let deal = deal.as_ref()?;
        (deal.collector == payer && deal.seller == Some(seller)).then_some((place, deal))
    });
    // Of several channels, one whose money arrives on the paying deposit; then the ids decide, and not the list.
    let found = collecting.min_by_key(|(_, deal)| {
        let payee = deal.receivers.first().and_then(|id| deals.payees.get(*id));
        let paid_from = payee.and_then(|payee| payee.paid_from);
        let channel = cast.party(deal.channel).map(|party| party.key.as_str());
        (paid_from != Some(from), channel, deal.key.as_str())
    });
    if let Some((place, _)) = found {
        return Some(ContractId::of(place));
    }
    if !deals.agreements_are_whole || deals.contracts.iter().any(Option::is_none) {
        return None;
    }
    let key = |id| {
        cast.party(id)
            .map(|party| party.key.clone())
            .unwrap_or_default()
    };
    let kind = ProblemKind::NoAgreement {
        platform: key(payer),
        merchant: key(seller),
    };
    problems.at(path, kind);
    None
}

/// The seller as a payee of the platform that collects for it.
pub(super) fn owed(deals: &Deals, contract: ContractId) -> Option<PayeeId> {
    let deal = deals.contracts.get(contract.index())?.as_ref()?;
    deal.seller?;
    deal.receivers.first().copied()
}
