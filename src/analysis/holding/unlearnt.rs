//! Sales that the payer has paid and the platform has not yet learnt of: its book says nothing of them, and
//! yet it is the seller's money that lies at the channel.

use std::collections::BTreeMap;

use crate::base::id::{LineId, PartyId};
use crate::base::money::Money;
use crate::domain::contract::Contract;
use crate::domain::fee;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

/// What platforms will owe sellers as soon as they learn of it, by platform and seller.
#[derive(Default)]
pub(in crate::analysis) struct Unlearnt {
    owed: BTreeMap<(PartyId, PartyId), Money>,
}

impl Unlearnt {
    /// Takes note of an event.
    pub(in crate::analysis) fn note(
        &mut self,
        plan: &Plan,
        what: &Happening,
    ) -> Result<(), FaultKind> {
        if let Some(sale) = sale(plan, what)? {
            let owed = self.owed.entry((sale.holder, sale.seller)).or_default();
            *owed = owed.plus(sale.more)?;
        }
        Ok(())
    }

    /// What `holder` will owe `seller`.
    pub(super) fn owed(&self, holder: PartyId, seller: PartyId) -> Money {
        let owed = self.owed.get(&(holder, seller)).copied();
        owed.unwrap_or_default()
    }
}

/// A sale that a platform has still to learn of, or has just learnt of.
pub(super) struct Sale {
    pub(super) holder: PartyId,
    pub(super) seller: PartyId,
    /// So much more will be owed; below zero when the book has it now.
    pub(super) more: Money,
}

/// What an event changes in what is not yet learnt.
pub(super) fn sale(plan: &Plan, what: &Happening) -> Result<Option<Sale>, FaultKind> {
    let (line, amount, fee, is_new) = match *what {
        Happening::Captured { line, amount, fee } => (line, amount, fee, true),
        Happening::Notified { line, amount, fee } => (line, amount, fee, false),
        _ => return Ok(None),
    };
    let contract = contract_of(plan, line)?;
    let Some(seller) = contract.seller else {
        return Ok(None);
    };
    let (_, rest) = fee::divide(amount, fee, &contract.shares, contract.remainder)?;
    Ok(Some(Sale {
        holder: contract.collector,
        seller,
        more: if is_new { rest } else { rest.negated() },
    }))
}

fn contract_of(plan: &Plan, line: LineId) -> Result<&Contract, Missing> {
    let line = plan.lines().get(line).ok_or(Missing::Line)?;
    plan.contracts().get(line.contract).ok_or(Missing::Contract)
}

/// What is not yet learnt after `events` events.
pub(in crate::analysis) fn unlearnt(run: &Run, events: u32) -> Result<Unlearnt, Fault> {
    let plan = run.plan();
    let mut sales = Unlearnt::default();
    // Where nobody collects for others there is nothing to learn, and the run need not be read.
    let collects = |contract: &Contract| contract.seller.is_some();
    if !plan.contracts().rows().iter().any(collects) {
        return Ok(sales);
    }
    for place in 0..events.min(run.event_count()) {
        let event = run.event(place)?;
        sales
            .note(plan, &event.what)
            .map_err(|kind| kind.after(place))?;
    }
    Ok(sales)
}
