//! Whose money lies in whose hands. A book says what its keeper owes others; what the keeper has at
//! channels and banks is where that money is, and no more than that can be held.
//!
//! Who owes nobody holds nobody's money, whatever passes its accounts.

mod share;
mod unlearnt;

pub(super) use unlearnt::{Unlearnt, unlearnt};

use std::collections::BTreeMap;

use crate::analysis::view::{HeldFor, HeldNow};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::engine::fault::FaultKind;
use crate::engine::ledger::Ledger;
use crate::scenario::plan::Plan;

use share::shared_out;

/// Everything about one party that keeps others' money: what it owes, and where it has money.
pub(super) struct Pocket {
    /// Who holds.
    pub(super) holder: PartyId,
    /// Its claims at channels.
    pub(super) claims: Vec<AccountId>,
    /// Its own money, and others' money, at banks.
    pub(super) cash: Vec<AccountId>,
    /// What its own book says it owes, by beneficiary.
    owes: Vec<Owed>,
}

/// Accounts in a holder's book that say what it owes one beneficiary.
struct Owed {
    beneficiary: PartyId,
    /// Money for which the holder itself has not been paid out yet.
    pending: Vec<AccountId>,
    /// Everything else that it owes.
    settled: Vec<AccountId>,
}

/// What is owed to one beneficiary at a moment; neither is below zero.
struct Due {
    pending: Money,
    all: Money,
}

/// Whether accounts of this kind say what their keeper owes their owner.
pub(super) const fn is_owed(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::Pending
            | AccountKind::Available
            | AccountKind::Frozen
            | AccountKind::PayoutInTransit
    )
}

/// Whether accounts of this kind hold money at a bank.
pub(super) const fn is_cash(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::CorporateDeposit | AccountKind::PersonalDeposit | AccountKind::ReserveDeposit
    )
}

/// Every party whose book owes others something, in the order of the parties.
pub(super) fn pockets(plan: &Plan) -> Vec<Pocket> {
    let parties = plan.parties().iter();
    let pockets = parties.map(|(holder, _)| Pocket {
        holder,
        claims: owned(plan, holder, is_owed),
        cash: owned(plan, holder, is_cash),
        owes: owes(plan, holder),
    });
    pockets.filter(|pocket| !pocket.owes.is_empty()).collect()
}

fn owned(plan: &Plan, owner: PartyId, is: fn(AccountKind) -> bool) -> Vec<AccountId> {
    let accounts = plan.accounts().iter();
    let owned = accounts.filter(|(_, account)| account.owner == owner && is(account.kind));
    owned.map(|(id, _)| id).collect()
}

fn owes(plan: &Plan, holder: PartyId) -> Vec<Owed> {
    let book = plan.parties().get(holder).and_then(|party| party.book);
    let mut owes: BTreeMap<PartyId, Owed> = BTreeMap::new();
    for (id, account) in plan.accounts().iter() {
        if Some(account.book) != book || !is_owed(account.kind) {
            continue;
        }
        let owed = owes.entry(account.owner).or_insert(Owed {
            beneficiary: account.owner,
            pending: Vec::new(),
            settled: Vec::new(),
        });
        match account.kind {
            AccountKind::Pending => owed.pending.push(id),
            _ => owed.settled.push(id),
        }
    }
    owes.into_values().collect()
}

/// Sum of balances, each as shown on the credit side.
fn credit(ledger: &Ledger, accounts: &[AccountId]) -> Result<Money, FaultKind> {
    let mut sum = Money::ZERO;
    for account in accounts {
        sum = sum.minus(ledger.balance(*account)?.current())?;
    }
    Ok(sum)
}

impl Pocket {
    /// Others' money in these hands: never more than is owed, never more than there is.
    ///
    /// There is no netting: what one seller owes the holder covers nothing of another's.
    pub(super) fn held(
        &self,
        ledger: &Ledger,
        unlearnt: Option<&Unlearnt>,
    ) -> Result<HeldNow, FaultKind> {
        let mut due = Vec::with_capacity(self.owes.len());
        let (mut owed, mut pending) = (Money::ZERO, Money::ZERO);
        for one in &self.owes {
            let flying = unlearnt.map_or(Money::ZERO, |sales| {
                sales.owed(self.holder, one.beneficiary)
            });
            let waiting = credit(ledger, &one.pending)?.plus(flying)?;
            let all = waiting
                .plus(credit(ledger, &one.settled)?)?
                .max(Money::ZERO);
            let waiting = waiting.max(Money::ZERO).min(all);
            owed = owed.plus(all)?;
            pending = pending.plus(waiting)?;
            due.push(Due {
                pending: waiting,
                all,
            });
        }
        let claims = credit(ledger, &self.claims)?.max(Money::ZERO);
        let cash = credit(ledger, &self.cash)?.max(Money::ZERO);
        let total = owed.min(claims.plus(cash)?);
        // What the holder has not been paid out lies at the channel, as far as it has a claim there.
        let at_channel = pending.min(claims).min(total).max(total.minus(cash)?);
        self.shared(due, (total, at_channel), owed.minus(total)?)
    }

    /// Shares what is held out among those to whom it is owed.
    fn shared(
        &self,
        due: Vec<Due>,
        (total, at_channel): (Money, Money),
        uncovered: Money,
    ) -> Result<HeldNow, FaultKind> {
        let pending: Vec<Money> = due.iter().map(|due| due.pending).collect();
        let most = pending
            .iter()
            .try_fold(Money::ZERO, |sum, one| sum.plus(*one))?;
        // A claim that covers more than is pending covers settled money too.
        let (first, beyond) = (
            at_channel.min(most),
            at_channel.minus(at_channel.min(most))?,
        );
        let first = shared_out(first, &pending)?;
        let later: Vec<Money> = due
            .iter()
            .map(|due| due.all.minus(due.pending))
            .collect::<Result<_, _>>()?;
        let beyond = shared_out(beyond, &later)?;
        let mut at_channels = Vec::with_capacity(due.len());
        let mut left = Vec::with_capacity(due.len());
        for ((due, first), beyond) in due.iter().zip(first).zip(beyond) {
            let here = first.plus(beyond)?;
            at_channels.push(here);
            left.push(due.all.minus(here)?);
        }
        let at_bank = total.minus(at_channel)?;
        let at_banks = shared_out(at_bank, &left)?;
        let mut of = Vec::new();
        let parts = at_channels.into_iter().zip(at_banks);
        for ((one, due), (at_channel, at_bank)) in self.owes.iter().zip(&due).zip(parts) {
            // Of too little, somebody's part may be less than a fen; it is that person's money all the same.
            if due.all.is_positive() && total.is_positive() {
                of.push(HeldFor {
                    beneficiary: one.beneficiary,
                    amount: at_channel.plus(at_bank)?,
                    at_channel,
                    at_bank,
                });
            }
        }
        Ok(HeldNow {
            holder: self.holder,
            total,
            at_channel,
            at_bank,
            uncovered,
            of,
        })
    }

    /// What there is too little of for everybody, but for `beside`: at channels for what is pending, at banks for the rest.
    pub(super) fn lacking(
        &self,
        ledger: &Ledger,
        unlearnt: &Unlearnt,
        beside: Option<PartyId>,
    ) -> Result<Money, FaultKind> {
        let mut waiting = Money::ZERO;
        for one in self.owed_beside(beside) {
            let flying = unlearnt.owed(self.holder, one.beneficiary);
            let pending = credit(ledger, &one.pending)?.plus(flying)?;
            waiting = waiting.plus(pending.max(Money::ZERO))?;
        }
        let claims = credit(ledger, &self.claims)?.max(Money::ZERO);
        let at_channels = waiting.minus(claims)?.max(Money::ZERO);
        Ok(at_channels.plus(self.lacking_at_banks(ledger, beside)?)?)
    }

    /// What there is too little of at banks for those whose money has arrived, but for `beside`.
    pub(super) fn lacking_at_banks(
        &self,
        ledger: &Ledger,
        beside: Option<PartyId>,
    ) -> Result<Money, FaultKind> {
        let mut arrived = Money::ZERO;
        for one in self.owed_beside(beside) {
            arrived = arrived.plus(credit(ledger, &one.settled)?.max(Money::ZERO))?;
        }
        let cash = credit(ledger, &self.cash)?.max(Money::ZERO);
        Ok(arrived.minus(cash)?.max(Money::ZERO))
    }

    fn owed_beside(&self, beside: Option<PartyId>) -> impl Iterator<Item = &Owed> {
        let all = self.owes.iter();
        all.filter(move |one| beside != Some(one.beneficiary))
    }

    /// Whether a posting to this account can change what is held.
    pub(super) fn concerns(&self, account: AccountId) -> bool {
        let owed = |one: &Owed| one.pending.contains(&account) || one.settled.contains(&account);
        self.claims.contains(&account) || self.cash.contains(&account) || self.owes.iter().any(owed)
    }
}
