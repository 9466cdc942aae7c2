//! One of two runs, read forward to the end of each day while the other is read to the same moment.

use crate::analysis::holding::{Pocket, Unlearnt, is_cash, pockets};
use crate::analysis::report::on_normal_side;
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::base::money::Money;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;

/// The books of a run at a moment, and what its platforms do not know yet.
pub(in crate::analysis) struct Reading<'r> {
    run: &'r Run,
    ledger: Ledger,
    sales: Unlearnt,
    place: u32,
    pockets: Vec<Pocket>,
}

/// One party's money at a moment.
#[derive(Clone, Copy, Default)]
pub(in crate::analysis) struct Purse {
    pub(in crate::analysis) at_banks: Money,
    pub(in crate::analysis) in_transit: Money,
    pub(in crate::analysis) holds: Money,
}

impl<'r> Reading<'r> {
    /// Before anything.
    pub(in crate::analysis) fn opened(run: &'r Run) -> Reading<'r> {
        Reading {
            run,
            ledger: Ledger::opened(run.plan()),
            sales: Unlearnt::default(),
            place: 0,
            pockets: pockets(run.plan()),
        }
    }

    /// Everything at or before a moment, which is never earlier than the one before.
    pub(in crate::analysis) fn until(&mut self, at: WallClock) -> Result<(), Fault> {
        let plan = self.run.plan();
        for place in self.place..self.run.moment_after(at) {
            let event = self.run.event(place)?;
            let applied = self.ledger.apply(plan, &event);
            let noted = applied.and_then(|()| self.sales.note(plan, &event.what));
            noted.map_err(|kind| kind.after(place))?;
            self.place = place.saturating_add(1);
        }
        Ok(())
    }

    /// The current balance of an account, on its normal side; nothing where there is no such account.
    pub(in crate::analysis) fn balance(
        &self,
        account: Option<AccountId>,
    ) -> Result<Money, FaultKind> {
        match account {
            None => Ok(Money::ZERO),
            Some(id) => {
                let current = self.ledger.balance(id)?.current();
                on_normal_side(self.run.plan(), id, current)
            }
        }
    }

    /// What every party has at banks, what is on its way to it, and what it holds of others', in the order of
    /// the parties.
    pub(in crate::analysis) fn purses(&self) -> Result<Vec<Purse>, FaultKind> {
        let plan = self.run.plan();
        let mut purses = vec![Purse::default(); plan.parties().len()];
        for (id, account) in plan.accounts().iter() {
            if is_cash(account.kind)
                && let Some(purse) = purses.get_mut(account.owner.index())
            {
                let current = self.ledger.balance(id)?.current();
                purse.at_banks = purse.at_banks.minus(current)?;
            }
        }
        let mut passed_on = vec![Money::ZERO; purses.len()];
        for pocket in &self.pockets {
            let held = pocket.held(&self.ledger, Some(&self.sales))?;
            if let Some(purse) = purses.get_mut(held.holder.index()) {
                purse.holds = held.total;
            }
            if let Some(passed_on) = passed_on.get_mut(held.holder.index()) {
                *passed_on = held.at_channel;
            }
            for part in held.of {
                if let Some(purse) = purses.get_mut(part.beneficiary.index()) {
                    purse.in_transit = purse.in_transit.plus(part.amount)?;
                }
            }
        }
        // What a platform claims from a channel for its sellers is on its way to them, not to it.
        for (purse, passed_on) in purses.iter_mut().zip(passed_on) {
            purse.in_transit = purse.in_transit.minus(passed_on)?.max(Money::ZERO);
        }
        Ok(purses)
    }
}
