//! Balances at the end of each day, in both runs: of every party, and of every account where it differs most.

use crate::analysis::report::after_all;
use crate::analysis::view::{AccountCompared, AccountDay, Compared, PartyBalances, PartyCompared};
use crate::base::date::CivilDate;
use crate::base::id::{AccountId, PartyId};
use crate::base::money::{Money, MoneyRange};
use crate::base::order::InOrder;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::limits::COMPARED_DAY_ENDS_MAX;
use crate::scenario::plan::Plan;

use super::reading::{Purse, Reading};
use super::sides::{Paired, accounts, key, parties};
use super::{amounts, end_of};

/// All parties and all accounts of both; what differs most comes first.
pub(super) fn watched(
    a: &Run,
    b: &Run,
    days: &[CivilDate],
) -> Result<(Vec<PartyCompared>, Vec<AccountCompared>), Fault> {
    let plans = (a.plan(), b.plan());
    let mut watch = Watch::opened(plans).map_err(after_all(b))?;
    let (mut in_a, mut in_b) = (Reading::opened(a), Reading::opened(b));
    for day in days {
        in_a.until(end_of(*day))?;
        in_b.until(end_of(*day))?;
        watch.day_ends(*day, &in_a, &in_b).map_err(after_all(b))?;
    }
    Ok(watch.told(days.len()))
}

/// One account at the end of each day.
pub(super) fn of_account(
    a: &Run,
    b: &Run,
    days: &[CivilDate],
    pair: &Paired<AccountId>,
) -> Result<Vec<AccountDay>, Fault> {
    let (mut in_a, mut in_b) = (Reading::opened(a), Reading::opened(b));
    let mut rows = Vec::with_capacity(days.len());
    for date in days {
        in_a.until(end_of(*date))?;
        in_b.until(end_of(*date))?;
        let balance = balances(&in_a, &in_b, pair).map_err(after_all(b))?;
        rows.push(AccountDay {
            date: *date,
            balance,
        });
    }
    Ok(rows)
}

fn balances(
    in_a: &Reading<'_>,
    in_b: &Reading<'_>,
    pair: &Paired<AccountId>,
) -> Result<Compared, FaultKind> {
    Ok(amounts(in_a.balance(pair.a)?, in_b.balance(pair.b)?)?)
}

/// What has been seen so far.
struct Watch {
    parties: Vec<(Paired<PartyId>, PartyCompared)>,
    accounts: Vec<(Paired<AccountId>, AccountCompared)>,
}

impl Watch {
    fn opened((a, b): (&Plan, &Plan)) -> Result<Watch, FaultKind> {
        let both = parties(a, b).into_iter();
        let parties = both.map(|(id, pair)| Ok((pair, party((a, b), id, pair)?)));
        let both = accounts(a, b).into_iter();
        let accounts = both.map(|(name, pair)| Ok((pair, account((a, b), name, pair)?)));
        Ok(Watch {
            parties: parties.collect::<Result<_, FaultKind>>()?,
            accounts: accounts.collect::<Result<_, FaultKind>>()?,
        })
    }

    fn day_ends(
        &mut self,
        day: CivilDate,
        in_a: &Reading<'_>,
        in_b: &Reading<'_>,
    ) -> Result<(), FaultKind> {
        let (purses_a, purses_b) = (in_a.purses()?, in_b.purses()?);
        let purse = |purses: &[Purse], id: Option<PartyId>| {
            id.and_then(|id| purses.get(id.index()).copied())
                .unwrap_or_default()
        };
        for (pair, row) in &mut self.parties {
            let balances = of_purses(purse(&purses_a, pair.a), purse(&purses_b, pair.b))?;
            let most = greatest(&balances);
            if most > row.most {
                row.most = most;
                row.most_on = Some(day);
            }
            row.end = balances;
            row.days.push(balances);
        }
        for (pair, row) in &mut self.accounts {
            row.end = balances(in_a, in_b, pair)?;
            if row.end.size() > row.most.size() {
                row.most = row.end;
                row.most_on = Some(day);
            }
        }
        Ok(())
    }

    fn told(self, days: usize) -> (Vec<PartyCompared>, Vec<AccountCompared>) {
        let mut parties: Vec<PartyCompared> =
            self.parties.into_iter().map(|(_, row)| row).collect();
        parties.order_by(|one, two| two.most.cmp(&one.most).then_with(|| one.id.cmp(&two.id)));
        let whole = COMPARED_DAY_ENDS_MAX.checked_div(days).unwrap_or_default();
        for row in parties.iter_mut().skip(whole) {
            row.days = Vec::new();
        }
        let mut accounts: Vec<AccountCompared> =
            self.accounts.into_iter().map(|(_, row)| row).collect();
        let by_size = |one: &AccountCompared, two: &AccountCompared| {
            let sizes = two.most.size().cmp(&one.most.size());
            sizes.then_with(|| one.name.cmp(&two.name))
        };
        accounts.order_by(by_size);
        (parties, accounts)
    }
}

fn of_purses(a: Purse, b: Purse) -> Result<PartyBalances, MoneyRange> {
    Ok(PartyBalances {
        at_banks: amounts(a.at_banks, b.at_banks)?,
        in_transit: amounts(a.in_transit, b.in_transit)?,
        holds: amounts(a.holds, b.holds)?,
    })
}

fn greatest(balances: &PartyBalances) -> Money {
    let sizes = [
        balances.at_banks.size(),
        balances.in_transit.size(),
        balances.holds.size(),
    ];
    sizes.into_iter().max().unwrap_or_default()
}

fn party(
    (a, b): (&Plan, &Plan),
    id: &str,
    pair: Paired<PartyId>,
) -> Result<PartyCompared, FaultKind> {
    let in_a = pair.a.and_then(|id| a.parties().get(id));
    let party = in_a.or_else(|| pair.b.and_then(|id| b.parties().get(id)));
    let party = party.ok_or(Missing::Party)?;
    Ok(PartyCompared {
        id: id.to_owned(),
        name: party.name.clone(),
        kind: party.kind,
        a: pair.a,
        b: pair.b,
        end: PartyBalances::default(),
        most: Money::ZERO,
        most_on: None,
        days: Vec::new(),
    })
}

fn account(
    (a, b): (&Plan, &Plan),
    name: &str,
    pair: Paired<AccountId>,
) -> Result<AccountCompared, FaultKind> {
    let in_a = pair.a.and_then(|id| Some((a, a.accounts().get(id)?)));
    let (plan, row) = in_a
        .or_else(|| pair.b.and_then(|id| Some((b, b.accounts().get(id)?))))
        .ok_or(Missing::Account)?;
    let keeper = plan.books().get(row.book).ok_or(Missing::Book)?.keeper;
    Ok(AccountCompared {
        name: name.to_owned(),
        alias: row.alias.clone(),
        kind: row.kind,
        keeper: key(plan, keeper),
        owner: key(plan, row.owner),
        a: pair.a,
        b: pair.b,
        end: Compared::default(),
        most: Compared::default(),
        most_on: None,
    })
}
