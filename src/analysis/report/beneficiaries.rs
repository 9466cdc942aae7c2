//! Whose money lies in every account: a deposit, a channel's reserve, a claim at a channel. The parts of an
//! account always sum to its balance, so that every fen has a holder and a beneficiary at every moment.

use std::collections::BTreeMap;

use crate::analysis::holding::{is_cash, is_owed, pockets};
use crate::analysis::view::{Beneficiaries, HeldNow, HeldSince};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::domain::party::PartyKind;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::held;

/// Whose the money of every account is after `events` events, in account order.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn beneficiaries(run: &Run, events: u32) -> Result<Vec<Beneficiaries>, Fault> {
    let events = events.min(run.event_count());
    let held = held(run, events, HeldSince::EventTime)?;
    let ledger = run.at(events)?;
    rows(run.plan(), &ledger, &held).map_err(|kind| kind.after(events))
}

/// What of others' money still has to be found in a holder's accounts.
type ToFind = BTreeMap<PartyId, Vec<(PartyId, Money)>>;

fn rows(plan: &Plan, ledger: &Ledger, held: &[HeldNow]) -> Result<Vec<Beneficiaries>, FaultKind> {
    let is_channel = |party: PartyId| {
        plan.parties()
            .get(party)
            .is_some_and(|row| row.kind == PartyKind::Channel)
    };
    let to_find = |part: fn(&crate::analysis::view::HeldFor) -> Money| -> ToFind {
        // A channel's clients are found one by one, through their claims.
        let holders = held.iter().filter(|held| !is_channel(held.holder));
        holders
            .map(|held| {
                let of = held.of.iter().map(|one| (one.beneficiary, part(one)));
                (held.holder, of.collect())
            })
            .collect()
    };
    let (mut at_channels, mut at_banks) =
        (to_find(|one| one.at_channel), to_find(|one| one.at_bank));
    let mut found: BTreeMap<AccountId, Beneficiaries> = BTreeMap::new();
    for (id, account) in plan.accounts().iter() {
        let keeper = plan.books().get(account.book).map(|book| book.keeper);
        let to_find = if is_owed(account.kind) && keeper.is_some_and(is_channel) {
            &mut at_channels
        } else if is_cash(account.kind) && account.kind != AccountKind::ReserveDeposit {
            &mut at_banks
        } else {
            continue;
        };
        let balance = ledger.balance(id)?.current().negated();
        let of = taken(balance, account.owner, to_find)?;
        let holder = account.owner;
        found.insert(
            id,
            Beneficiaries {
                account: id,
                holder,
                of,
            },
        );
    }
    for pocket in pockets(plan).iter().filter(|one| is_channel(one.holder)) {
        for id in &pocket.cash {
            let balance = ledger.balance(*id)?.current().negated();
            let row = reserve(plan, *id, (pocket.holder, balance), &found)?;
            found.insert(*id, row);
        }
    }
    Ok(found.into_values().collect())
}

/// Others' money comes first, the rest is the holder's own.
fn taken(
    balance: Money,
    holder: PartyId,
    to_find: &mut ToFind,
) -> Result<Vec<(PartyId, Money)>, FaultKind> {
    let mut left = balance;
    let mut of = Vec::new();
    for (beneficiary, sought) in to_find.entry(holder).or_default() {
        let here = (*sought).min(left.max(Money::ZERO));
        if here.is_positive() {
            *sought = sought.minus(here)?;
            left = left.minus(here)?;
            of.push((*beneficiary, here));
        }
    }
    if !left.is_zero() || of.is_empty() {
        of.push((holder, left));
    }
    Ok(of)
}

/// A channel's reserve is what lies in its clients' accounts, and what the channel itself has earned.
fn reserve(
    plan: &Plan,
    id: AccountId,
    (channel, balance): (PartyId, Money),
    found: &BTreeMap<AccountId, Beneficiaries>,
) -> Result<Beneficiaries, FaultKind> {
    let book = plan.parties().get(channel).and_then(|party| party.book);
    let mut clients: BTreeMap<PartyId, Money> = BTreeMap::new();
    let mut left = balance;
    for (claim, account) in plan.accounts().iter() {
        if Some(account.book) != book || !is_owed(account.kind) {
            continue;
        }
        for (beneficiary, amount) in found.get(&claim).map_or(&[][..], |row| &row.of) {
            let sum = clients.entry(*beneficiary).or_default();
            *sum = sum.plus(*amount)?;
            left = left.minus(*amount)?;
        }
    }
    let mut of: Vec<(PartyId, Money)> = clients
        .into_iter()
        .filter(|(_, amount)| !amount.is_zero())
        .collect();
    if !left.is_zero() || of.is_empty() {
        of.push((channel, left));
    }
    Ok(Beneficiaries {
        account: id,
        holder: channel,
        of,
    })
}
