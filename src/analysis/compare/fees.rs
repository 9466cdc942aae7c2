//! Fees and shares, and who bears them. A platform that collects for sellers passes the channel's fee on to
//! them, so it is the seller who bears it, whoever has the contract.

use std::collections::BTreeMap;

use crate::analysis::report::after_all;
use crate::analysis::view::{FeeCompared, FeeKind};
use crate::base::id::{AccountId, ContractId, PartyId};
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::domain::account::AccountKind;
use crate::domain::posting::Meaning;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::amounts;
use super::sides::{figures, key};

/// What of it, who bears it, who gets it.
pub(in crate::analysis) type Burden = (FeeKind, String, String);

/// Every fee and share of both runs, less what was given back; what differs most comes first.
pub(super) fn fees(a: &Run, b: &Run) -> Result<Vec<FeeCompared>, Fault> {
    let both = figures(borne(a)?, borne(b)?).into_iter();
    let rows = both.map(|((kind, bearer, to), (in_a, in_b))| {
        Ok(FeeCompared {
            kind,
            bearer,
            to,
            amount: amounts(in_a, in_b)?,
        })
    });
    let rows = rows.collect::<Result<Vec<_>, FaultKind>>();
    let mut rows = rows.map_err(after_all(b))?;
    // A stable order: of equal differences the order of kinds and names remains.
    rows.order_by_key(|row| std::cmp::Reverse(row.amount.size()));
    Ok(rows)
}

/// Every fee and share of one run, less what was given back.
pub(in crate::analysis) fn borne(run: &Run) -> Result<BTreeMap<Burden, Money>, Fault> {
    let mut borne = BTreeMap::new();
    channel_fees(run, &mut borne)?;
    shares(run, &mut borne).map_err(after_all(run))?;
    Ok(borne)
}

/// The channel's fees, by what was charged of each sale and given back with each refund.
fn channel_fees(run: &Run, borne: &mut BTreeMap<Burden, Money>) -> Result<(), Fault> {
    let plan = run.plan();
    for place in 0..run.event_count() {
        let (contract, fee) = match run.event(place)?.what {
            Happening::Captured { line, fee, .. } => {
                (plan.lines().get(line).map(|line| line.contract), fee)
            }
            Happening::Refunded { refund, fee, .. } => {
                let refund = plan.refunds().get(refund);
                (refund.map(|refund| refund.contract), fee.negated())
            }
            _ => continue,
        };
        let noted = contract.ok_or(Missing::Contract.into()).and_then(|id| {
            let (bearer, channel) = bearer(plan, id)?;
            add(plan, borne, FeeKind::ChannelFee, (bearer, channel), fee)
        });
        noted.map_err(|kind: FaultKind| kind.after(place))?;
    }
    Ok(())
}

/// Whose sales a contract is for, and the channel.
fn bearer(plan: &Plan, contract: ContractId) -> Result<(PartyId, PartyId), Missing> {
    let contract = plan.contracts().get(contract).ok_or(Missing::Contract)?;
    Ok((
        contract.seller.unwrap_or(contract.collector),
        contract.channel,
    ))
}

/// Shares split off at channels, and commissions that platforms keep of what they collected.
fn shares(run: &Run, borne: &mut BTreeMap<Burden, Money>) -> Result<(), FaultKind> {
    let plan = run.plan();
    for (id, flow) in plan.flows().iter() {
        let (from, to) = (account(plan, flow.debit)?, account(plan, flow.credit)?);
        // What channels and platforms owe is where a share leaves the one and reaches the other; books of the
        // parties themselves only mirror it.
        let is_owed = |(kind, _): (AccountKind, PartyId)| {
            matches!(kind, AccountKind::Pending | AccountKind::Frozen)
        };
        let moved = run.end().flow(id)?;
        match flow.meaning {
            Meaning::Share | Meaning::Commission if is_owed(from) => {
                add(plan, borne, FeeKind::Share, (from.1, to.1), moved)?;
            }
            Meaning::ShareReturned if is_owed(to) => {
                let back = moved.negated();
                add(plan, borne, FeeKind::Share, (to.1, from.1), back)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn account(plan: &Plan, id: AccountId) -> Result<(AccountKind, PartyId), Missing> {
    let account = plan.accounts().get(id).ok_or(Missing::Account)?;
    Ok((account.kind, account.owner))
}

fn add(
    plan: &Plan,
    borne: &mut BTreeMap<Burden, Money>,
    kind: FeeKind,
    (bearer, to): (PartyId, PartyId),
    amount: Money,
) -> Result<(), FaultKind> {
    if amount.is_zero() {
        return Ok(());
    }
    let sum = borne.entry((kind, key(plan, bearer), key(plan, to)));
    let sum = sum.or_default();
    *sum = sum.plus(amount)?;
    Ok(())
}
