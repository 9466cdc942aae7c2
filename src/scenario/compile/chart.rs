//! The chart of accounts of a plan: every account that some rule needs, ordered by book and code.

use std::collections::BTreeMap;

use crate::base::id::{AccountId, BookId, FlowId, PartyId};
use crate::base::table::Table;
use crate::domain::account::{Account, AccountKind};
use crate::domain::leg::Flow;

use super::parties::{Cast, Deposit};

/// What makes an account one and the same; ordered as books list their accounts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct AccountKey {
    pub(super) book: BookId,
    code: &'static str,
    pub(super) owner: PartyId,
    number: u32,
    kind: AccountKind,
}

/// Accounts and flows as the rules ask for them.
///
/// Rules are resolved twice: the first time the chart only notes what is wanted, then accounts get
/// their ids in book order, and the second time every answer is final.
#[derive(Default)]
pub(super) struct Chart {
    accounts: BTreeMap<AccountKey, AccountId>,
    flows: BTreeMap<Flow, FlowId>,
    flow_order: Vec<Flow>,
    numbered: bool,
}

impl Chart {
    pub(super) fn account(&mut self, book: BookId, kind: AccountKind, owner: PartyId) -> AccountId {
        self.want(AccountKey {
            book,
            code: kind.code(),
            owner,
            number: 1,
            kind,
        })
    }

    pub(super) fn deposit(&mut self, book: BookId, deposit: &Deposit) -> AccountId {
        self.want(AccountKey {
            book,
            code: deposit.kind.code(),
            owner: deposit.owner,
            number: deposit.number,
            kind: deposit.kind,
        })
    }

    fn want(&mut self, key: AccountKey) -> AccountId {
        let known = self.accounts.get(&key).copied();
        known.unwrap_or_else(|| {
            debug_assert!(!self.numbered, "the first pass noted every account");
            *self.accounts.entry(key).or_default()
        })
    }

    /// Numbers the accounts noted so far, in book order.
    pub(super) fn number_accounts(&mut self) {
        for (place, id) in self.accounts.values_mut().enumerate() {
            *id = AccountId::of(place);
        }
        self.numbered = true;
        self.flows.clear();
        self.flow_order.clear();
    }

    pub(super) fn flow(&mut self, flow: Flow) -> FlowId {
        let next = FlowId::of(self.flow_order.len());
        let id = *self.flows.entry(flow).or_insert(next);
        if id == next {
            self.flow_order.push(flow);
        }
        id
    }

    pub(super) fn flows(&mut self) -> Table<FlowId, Flow> {
        std::mem::take(&mut self.flow_order).into_iter().collect()
    }

    /// The finished accounts. `reserve_may_fall` names channels whose reserve may go below zero by policy.
    pub(super) fn accounts(
        &self,
        cast: &Cast,
        deposits: &BTreeMap<AccountId, &Deposit>,
        may_fall: &dyn Fn(&AccountKey, AccountKind) -> bool,
    ) -> Table<AccountId, Account> {
        let mut accounts = Table::default();
        for (key, id) in &self.accounts {
            let party = |id| {
                cast.party(id)
                    .map(|party| party.key.as_str())
                    .unwrap_or_default()
            };
            let keeper = cast
                .books
                .get(key.book)
                .map(|book| book.keeper)
                .unwrap_or_default();
            let mut code = key.code.to_owned();
            if key.kind.names_owner() {
                code = format!("{code}.{}", party(key.owner));
            }
            if key.number > 1 {
                code = format!("{code}.{}", key.number);
            }
            accounts.push(Account {
                id: *id,
                book: key.book,
                owner: key.owner,
                kind: key.kind,
                name: format!("{}:{code}", party(keeper)),
                code,
                alias: deposits.get(id).map(|deposit| deposit.alias.clone()),
                bears: deposits.get(id).and_then(|deposit| deposit.bears.clone()),
                never_negative: must_not_fall(key.kind) && !may_fall(key, key.kind),
            });
        }
        accounts
    }
}

/// Accounts that no party licensed or not may overdraw.
fn must_not_fall(kind: AccountKind) -> bool {
    match kind {
        AccountKind::CorporateDeposit
        | AccountKind::PersonalDeposit
        | AccountKind::ReserveDeposit
        | AccountKind::Reserve
        | AccountKind::Pending
        | AccountKind::Available
        | AccountKind::Frozen
        | AccountKind::PayoutInTransit => true,
        AccountKind::ClearingBoundary
        | AccountKind::FeeIncome
        | AccountKind::OwnBank
        | AccountKind::ChannelReceivable
        | AccountKind::CommissionIncome
        | AccountKind::SalesIncome
        | AccountKind::FeeExpense
        | AccountKind::OwnCosts
        | AccountKind::LoanGiven
        | AccountKind::Investment
        | AccountKind::OpeningEquity => false,
    }
}
