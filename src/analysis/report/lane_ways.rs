//! Which way a booked movement goes on the picture: from which account to which.
//!
//! By holder only real money is drawn: claims on a channel, deposits, and what the channel has earned. A platform
//! that collects for others keeps their money among its own; its book alone says for whom it lies there, so what
//! it owes them and what it has earned stand behind its deposit, and the ways to them move nothing.

use std::collections::BTreeMap;

use crate::analysis::holding::is_cash;
use crate::base::id::{AccountId, BookId, PartyId};
use crate::domain::account::{AccountKind, Side};
use crate::domain::contract::Payee;
use crate::domain::leg::Flow;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::Plan;

/// Where a movement begins or ends: an account, or the payers.
pub(super) type Place = Option<AccountId>;

/// Where a movement begins and ends.
pub(super) struct Way {
    pub(super) from: Place,
    pub(super) to: Place,
    /// Whether no money moves: it only says for whom it lies where it lies.
    pub(super) earmark: bool,
}

impl Way {
    fn of_money(from: Place, to: Place) -> Self {
        let earmark = false;
        Self { from, to, earmark }
    }

    fn of_claim(from: AccountId, to: AccountId) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            earmark: true,
        }
    }
}

/// What the ways of a plan's flows depend on, looked up once for all of them. Of several the first counts.
pub(super) struct Ways<'p> {
    plan: &'p Plan,
    /// Whom a party pays out, by owner and party.
    payees: BTreeMap<(PartyId, PartyId), &'p Payee>,
    /// The deposit on which channels pay a party out.
    deposits: BTreeMap<PartyId, AccountId>,
    /// By book and owner.
    pending: BTreeMap<(BookId, PartyId), AccountId>,
    /// Out of which deposit money goes that is booked this way.
    spent: BTreeMap<(AccountId, AccountId), AccountId>,
}

impl<'p> Ways<'p> {
    pub(super) fn of(plan: &'p Plan) -> Ways<'p> {
        let mut ways = Ways {
            plan,
            payees: BTreeMap::new(),
            deposits: BTreeMap::new(),
            pending: BTreeMap::new(),
            spent: BTreeMap::new(),
        };
        for payee in plan.payees().rows() {
            let by = (payee.owner, payee.channel);
            ways.payees.entry(by).or_insert(payee);
            if payee.platform.is_none() {
                ways.deposits.entry(payee.owner).or_insert(payee.deposit);
            }
        }
        for (id, account) in plan.accounts().iter() {
            if account.kind == AccountKind::Pending {
                let of = (account.book, account.owner);
                ways.pending.entry(of).or_insert(id);
            }
        }
        for outflow in plan.outflows().rows() {
            for rule in &outflow.rules {
                let way = (rule.debit, rule.credit);
                ways.spent.entry(way).or_insert(outflow.from);
            }
        }
        ways
    }

    /// The one whom the keeper of this claim pays out, as the claim's owner.
    fn payee(&self, claim: AccountId) -> Option<&'p Payee> {
        let account = self.plan.accounts().get(claim)?;
        let keeper = self.plan.books().get(account.book)?.keeper;
        self.payees.get(&(account.owner, keeper)).copied()
    }

    /// The deposit on which a platform collects what it owes under this claim; `None` of a channel's claims.
    fn collected_on(&self, claim: AccountId) -> Option<AccountId> {
        let account = self.plan.accounts().get(claim)?;
        let keeper = self.plan.books().get(account.book)?.keeper;
        if self.plan.parties().get(keeper)?.kind != PartyKind::Platform {
            return None;
        }
        self.deposits.get(&keeper).copied()
    }

    /// The way of a flow among those who hold money; `None` where it says nothing of them.
    pub(super) fn by_holder(&self, flow: &Flow) -> Option<Way> {
        let plan = self.plan;
        let kind = |id| plan.accounts().get(id).map(|account| account.kind);
        let (debit, credit) = (kind(flow.debit)?, kind(flow.credit)?);
        match (flow.meaning, debit, credit) {
            (Meaning::Payment, AccountKind::Reserve, _) => {
                Some(Way::of_money(None, Some(flow.credit)))
            }
            (Meaning::Refund, _, AccountKind::Reserve) => {
                Some(Way::of_money(Some(flow.debit), None))
            }
            (Meaning::TopUp, AccountKind::Reserve, _) => {
                let deposit = self.payee(flow.credit)?.deposit;
                Some(Way::of_money(Some(deposit), Some(flow.credit)))
            }
            (Meaning::PaidOut, AccountKind::PayoutInTransit, _) => {
                let account = plan.accounts().get(flow.debit)?;
                let pending = self.pending.get(&(account.book, account.owner)).copied()?;
                let deposit = self.payee(flow.debit)?.deposit;
                Some(Way::of_money(Some(pending), Some(deposit)))
            }
            (Meaning::Cleared, AccountKind::Pending, AccountKind::Available)
            | (Meaning::Commission, AccountKind::Pending, AccountKind::CommissionIncome) => {
                Some(Way::of_claim(self.collected_on(flow.debit)?, flow.credit))
            }
            (Meaning::ShareReturned, AccountKind::CommissionIncome, AccountKind::Pending) => {
                Some(Way::of_claim(flow.debit, self.collected_on(flow.credit)?))
            }
            (Meaning::Transferred, AccountKind::Available, _) => {
                let payee = self.payee(flow.debit)?;
                Some(Way::of_money(Some(flow.debit), Some(payee.deposit)))
            }
            // Money that leaves for what is not drawn ends where the payer's book writes down what for, or at the
            // bank's way out if it keeps none.
            (Meaning::Spent, _, AccountKind::OwnBank) => {
                let from = self.spent.get(&(flow.debit, flow.credit)).copied()?;
                Some(Way::of_money(Some(from), Some(flow.debit)))
            }
            (Meaning::Spent, _, AccountKind::ClearingBoundary) => {
                let owner = plan.accounts().get(flow.debit)?.owner;
                let no_book = plan.parties().get(owner)?.book.is_none();
                no_book.then(|| Way::of_money(Some(flow.debit), Some(flow.credit)))
            }
            // The bank's book alone sees both ends of these, or the one that takes part.
            (Meaning::Advanced | Meaning::PaidOnward, debit, credit)
                if is_cash(debit) && is_cash(credit) =>
            {
                Some(Way::of_money(Some(flow.debit), Some(flow.credit)))
            }
            (
                Meaning::ChannelFee
                | Meaning::Share
                | Meaning::Unfreeze
                | Meaning::FeeReturned
                | Meaning::ShareReturned,
                AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
                AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
            ) => Some(Way::of_money(Some(flow.debit), Some(flow.credit))),
            _ => None,
        }
    }
}

/// The way of a flow inside its book. Claims pass from the debited to the credited account, assets the
/// other way round; money that comes in or goes out passes between its asset and its claim.
pub(super) fn by_keeper(plan: &Plan, flow: &Flow) -> Result<Way, FaultKind> {
    let normal = |id| {
        let account = plan.accounts().get(id).ok_or(Missing::Account)?;
        Ok::<_, Missing>(account.kind.normal())
    };
    let (debit, credit) = (Some(flow.debit), Some(flow.credit));
    Ok(match (normal(flow.debit)?, normal(flow.credit)?) {
        (Side::Debit, Side::Debit) => Way::of_money(credit, debit),
        (Side::Credit, Side::Credit)
        | (Side::Debit, Side::Credit)
        | (Side::Credit, Side::Debit) => Way::of_money(debit, credit),
    })
}
