//! Whose money lies in whose hands. A book says what its keeper owes others; what the keeper has at
//! channels and banks is where that money is, and no more than that can be held.
//!
//! Who owes nobody holds nobody's money, whatever passes its accounts.

mod hands;
mod share;
mod unlearnt;

pub(super) use hands::{Hand, Hands};
pub(super) use unlearnt::{Unlearnt, unlearnt};

use std::collections::BTreeMap;

use crate::analysis::view::{HeldFor, HeldNow};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::{Money, MoneyRange};
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

impl Due {
    /// Of what is pending and what is settled, which may be below zero, each as shown on the credit side.
    fn of(pending: Money, settled: Money) -> Result<Due, MoneyRange> {
        let all = pending.plus(settled)?.max(Money::ZERO);
        Ok(Due {
            pending: pending.max(Money::ZERO).min(all),
            all,
        })
    }
}

/// All that is held, and where.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Split {
    pub(super) total: Money,
    pub(super) at_channel: Money,
    pub(super) at_bank: Money,
    /// What is owed beyond all that there is.
    pub(super) uncovered: Money,
}

/// What is held of what is owed and of what of it is pending, with so much at channels and in cash: never more than
/// is owed, never more than there is.
fn split(
    (owed, pending): (Money, Money),
    (claims, cash): (Money, Money),
) -> Result<Split, MoneyRange> {
    let total = owed.min(claims.plus(cash)?);
    // What the holder has not been paid out lies at the channel, as far as it has a claim there.
    let at_channel = pending.min(claims).min(total).max(total.minus(cash)?);
    Ok(Split {
        total,
        at_channel,
        at_bank: total.minus(at_channel)?,
        uncovered: owed.minus(total)?,
    })
}

/// Shares what is held out among those to whom it is owed.
fn shared(pocket: &Pocket, due: &[Due], split: Split) -> Result<HeldNow, FaultKind> {
    let Split {
        total,
        at_channel,
        at_bank,
        uncovered,
    } = split;
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
    let at_banks = shared_out(at_bank, &left)?;
    let mut of = Vec::new();
    let parts = at_channels.into_iter().zip(at_banks);
    for ((one, due), (at_channel, at_bank)) in pocket.owes.iter().zip(due).zip(parts) {
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
        holder: pocket.holder,
        total,
        at_channel,
        at_bank,
        uncovered,
        of,
    })
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
    let mut claims: BTreeMap<PartyId, Vec<AccountId>> = BTreeMap::new();
    let mut cash: BTreeMap<PartyId, Vec<AccountId>> = BTreeMap::new();
    let mut owes: BTreeMap<PartyId, BTreeMap<PartyId, Owed>> = BTreeMap::new();
    for (id, account) in plan.accounts().iter() {
        if is_cash(account.kind) {
            cash.entry(account.owner).or_default().push(id);
        }
        if !is_owed(account.kind) {
            continue;
        }
        claims.entry(account.owner).or_default().push(id);
        let Some(book) = plan.books().get(account.book) else {
            continue;
        };
        let owed = owes.entry(book.keeper).or_default();
        let owed = owed.entry(account.owner).or_insert(Owed {
            beneficiary: account.owner,
            pending: Vec::new(),
            settled: Vec::new(),
        });
        match account.kind {
            AccountKind::Pending => owed.pending.push(id),
            _ => owed.settled.push(id),
        }
    }
    let pockets = owes.into_iter().map(|(holder, owes)| Pocket {
        holder,
        claims: claims.remove(&holder).unwrap_or_default(),
        cash: cash.remove(&holder).unwrap_or_default(),
        owes: owes.into_values().collect(),
    });
    pockets.collect()
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
        let mut all = Vec::with_capacity(self.owes.len());
        let (mut owed, mut pending) = (Money::ZERO, Money::ZERO);
        for one in &self.owes {
            let flying = unlearnt.map_or(Money::ZERO, |sales| {
                sales.owed(self.holder, one.beneficiary)
            });
            let waiting = credit(ledger, &one.pending)?.plus(flying)?;
            let due = Due::of(waiting, credit(ledger, &one.settled)?)?;
            owed = owed.plus(due.all)?;
            pending = pending.plus(due.pending)?;
            all.push(due);
        }
        let claims = credit(ledger, &self.claims)?.max(Money::ZERO);
        let cash = credit(ledger, &self.cash)?.max(Money::ZERO);
        shared(self, &all, split((owed, pending), (claims, cash))?)
    }
}
