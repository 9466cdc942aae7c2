//! Rules of what happens once: opening balances, and payments that no settlement asks for.

use crate::base::id::OutflowId;
use crate::base::table::Table;
use crate::domain::account::AccountKind;
use crate::domain::posting::{self, older};
use crate::scenario::compile::outflows::{self, OutflowDeal};
use crate::scenario::plan::{Opening, PlannedOutflow};

use super::{Parts, Resolver};

impl Resolver<'_> {
    pub(super) fn openings(&mut self) -> Vec<Opening> {
        let cast = self.cast;
        let mut openings = Vec::new();
        for deposit in &cast.deposits {
            let Some(book) = cast.book(deposit.bank) else {
                continue;
            };
            // Every authored account exists, even one that nothing ever touches.
            let account = self.chart.deposit(book, deposit);
            let parts = Parts {
                channel: deposit.owner,
                owner: deposit.owner,
                deposit: Some(deposit),
                seller: None,
                payer: None,
                receivers: Vec::new(),
            };
            let rules = self.rules(older::OPENED, &parts);
            if !deposit.opening.is_zero() {
                openings.push(Opening {
                    account,
                    amount: deposit.opening,
                    rules,
                });
            }
        }
        openings.extend(self.reserve_openings());
        openings
    }

    /// Before the scenario channels took fees of payments that are refunded in it. They lie in the
    /// reserve: a channel can give back only what it has.
    fn reserve_openings(&mut self) -> Vec<Opening> {
        let (cast, old_fees) = (self.cast, self.old_fees);
        let mut openings = Vec::new();
        for (channel, amount) in old_fees {
            let bank = cast.reserve_bank(*channel);
            let Some(book) = bank.and_then(|bank| cast.book(bank)) else {
                continue;
            };
            let parts = Parts {
                channel: *channel,
                owner: *channel,
                deposit: None,
                seller: None,
                payer: None,
                receivers: Vec::new(),
            };
            let kind = AccountKind::ReserveDeposit;
            let opening = Opening {
                account: self.chart.account(book, kind, *channel),
                amount: *amount,
                rules: self.rules(older::OPENED_RESERVE, &parts),
            };
            openings.extend((!amount.is_zero()).then_some(opening));
        }
        openings
    }

    pub(super) fn outflows(
        &mut self,
        outflows: &[OutflowDeal],
    ) -> Table<OutflowId, PlannedOutflow> {
        let planned = outflows.iter().filter_map(|one| self.outflow(one));
        planned.collect()
    }

    fn outflow(&mut self, one: &OutflowDeal) -> Option<PlannedOutflow> {
        let (cast, deals) = (self.cast, self.deals);
        let from = cast.deposits.get(one.from)?;
        let to = one.to.and_then(|place| cast.deposits.get(place));
        let parts = Parts {
            channel: from.owner,
            owner: to.map_or(from.owner, |to| to.owner),
            deposit: to,
            seller: None,
            payer: Some(from),
            receivers: Vec::new(),
        };
        let one_bank = to.is_some_and(|to| to.bank == from.bank);
        let advance = one.contract.and_then(|contract| {
            let payee = deals.payees.get(outflows::owed(deals, contract)?)?;
            let book = cast.book(payee.channel)?;
            let pending = self.chart.account(book, AccountKind::Pending, payee.owner);
            Some((contract, pending))
        });
        Some(PlannedOutflow {
            key: one.key.clone(),
            at: one.at,
            amount: one.amount,
            purpose: one.purpose,
            place: one.place,
            payer: from.owner,
            from: self.chart.deposit(cast.book(from.bank)?, from),
            to: to.map(|to| to.owner),
            advance,
            rules: self.rules(posting::outflow::paid(one.purpose, one_bank), &parts),
        })
    }
}
