//! Checkpoints: what changed in every few thousand events, so that any moment is found quickly by
//! taking the nearest checkpoint and applying the rest.

use crate::base::date::AccountingDate;
use crate::base::id::{AccountId, BookId, FlowId};
use crate::base::money::Money;
use crate::domain::balance::AccountBalance;
use crate::scenario::plan::Plan;

use super::fault::{FaultKind, Missing};
use super::ledger::Ledger;

/// Events between two checkpoints.
pub(crate) const EVERY: u32 = 4_096;

/// For each account, flow and book: its value at the checkpoints at which it had changed.
///
/// Only flows are marked leg by leg: an account changes when a flow from or to it does.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Checkpoints {
    balances: Vec<Vec<(u32, AccountBalance)>>,
    flows: Vec<Vec<(u32, Money)>>,
    dates: Vec<Vec<(u32, AccountingDate)>>,
    changed_accounts: Changed,
    changed_flows: Changed,
    changed_books: Changed,
}

/// Which rows changed since the last checkpoint.
#[derive(Clone, PartialEq, Debug, Default)]
struct Changed {
    is: Vec<bool>,
    rows: Vec<usize>,
}

impl Changed {
    fn of(rows: usize) -> Changed {
        Changed {
            is: vec![false; rows],
            rows: Vec::new(),
        }
    }

    fn mark(&mut self, row: usize) {
        if let Some(is) = self.is.get_mut(row)
            && !*is
        {
            *is = true;
            self.rows.push(row);
        }
    }

    fn take(&mut self) -> Vec<usize> {
        let rows = std::mem::take(&mut self.rows);
        for row in &rows {
            if let Some(is) = self.is.get_mut(*row) {
                *is = false;
            }
        }
        rows
    }
}

impl Checkpoints {
    pub(crate) fn of(plan: &Plan) -> Checkpoints {
        let (accounts, flows, books) = (
            plan.accounts().len(),
            plan.flows().len(),
            plan.books().len(),
        );
        Checkpoints {
            balances: vec![Vec::new(); accounts],
            flows: vec![Vec::new(); flows],
            dates: vec![Vec::new(); books],
            changed_accounts: Changed::of(accounts),
            changed_flows: Changed::of(flows),
            changed_books: Changed::of(books),
        }
    }

    /// Takes note of what the last event changed.
    pub(crate) fn note(&mut self, ledger: &Ledger, cut: Option<BookId>) {
        for posted in ledger.last_legs() {
            self.changed_flows.mark(posted.leg.flow.index());
        }
        if let Some(book) = cut {
            self.changed_books.mark(book.index());
        }
    }

    /// Writes a checkpoint after `events` events.
    pub(crate) fn write(
        &mut self,
        plan: &Plan,
        events: u32,
        ledger: &Ledger,
    ) -> Result<(), FaultKind> {
        for row in self.changed_flows.take() {
            let id = FlowId::of(row);
            let moved = ledger.flow(id)?;
            if let Some(column) = self.flows.get_mut(row) {
                column.push((events, moved));
            }
            let flow = plan.flows().get(id).ok_or(Missing::Flow)?;
            self.changed_accounts.mark(flow.debit.index());
            self.changed_accounts.mark(flow.credit.index());
        }
        for row in self.changed_accounts.take() {
            let balance = *ledger.balance(AccountId::of(row))?;
            if let Some(column) = self.balances.get_mut(row) {
                column.push((events, balance));
            }
        }
        for row in self.changed_books.take() {
            let open = ledger.open_date(BookId::of(row))?;
            if let Some(column) = self.dates.get_mut(row) {
                column.push((events, open));
            }
        }
        Ok(())
    }

    /// The ledger at the last checkpoint not after `events`, and how many events that holds.
    pub(crate) fn nearest(&self, plan: &Plan, events: u32) -> (Ledger, u32) {
        let at = events
            .checked_rem(EVERY)
            .map_or(0, |rest| events.saturating_sub(rest));
        let mut ledger = Ledger::opened(plan);
        for (row, column) in self.balances.iter().enumerate() {
            if let Some(balance) = latest(column, at) {
                ledger.restore_balance(AccountId::of(row), balance);
            }
        }
        for (row, column) in self.flows.iter().enumerate() {
            if let Some(moved) = latest(column, at) {
                ledger.restore_flow(FlowId::of(row), moved);
            }
        }
        for (row, column) in self.dates.iter().enumerate() {
            if let Some(open) = latest(column, at) {
                ledger.restore_date(BookId::of(row), open);
            }
        }
        (ledger, at)
    }
}

fn latest<T: Copy>(column: &[(u32, T)], at: u32) -> Option<T> {
    let after = column.partition_point(|(events, _)| *events <= at);
    column.get(after.checked_sub(1)?).map(|(_, value)| *value)
}
