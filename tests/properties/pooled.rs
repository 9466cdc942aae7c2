//! A platform that collects for sellers: what it owes each of them, what it settles on the day on which the
//! channel settles to it, and what it pays them out of its own deposit.

use std::collections::BTreeMap;

use daycut::facade::view::{JournalRow, PayoutRow};
use daycut::facade::{AccountId, AccountKind, CivilDate, EventKind, Meaning, PartyId, report};
use proptest::prelude::*;

use super::draft::{Draft, Pool};
use super::drawing::any_draft;
use super::settlement::due;
use super::world::{Check, Played, config, fine, play, there};

/// What the pool owes one seller: event, the channel, the day on which that falls due, and how much.
struct Item {
    event: u32,
    channel: PartyId,
    due: CivilDate,
    amount: i64,
}

/// A seller's claims on the pool.
struct Claims {
    pending: AccountId,
    available: AccountId,
    deposit: AccountId,
    items: Vec<Item>,
}

fn accounts(played: &Played, kinds: &[AccountKind], keeper: &str) -> Check<Vec<AccountId>> {
    let mut found = Vec::new();
    for (place, row) in (0_u32..).zip(&played.summary.accounts) {
        if kinds.contains(&row.kind) && played.party(played.keeper(row)?)? == keeper {
            found.push(AccountId(place));
        }
    }
    Ok(found)
}

fn deposit(played: &Played, alias: &str) -> Check<AccountId> {
    let mut rows = (0_u32..).zip(&played.summary.accounts);
    let found = rows.find(|(_, row)| row.alias.as_deref() == Some(alias));
    Ok(AccountId(there(found)?.0))
}

fn claims(draft: &Draft, pool: &Pool, played: &Played) -> Check<Vec<Claims>> {
    // Where and on which date the channel booked what the pool learns of later.
    let mut booked: BTreeMap<(EventKind, &str), &JournalRow> = BTreeMap::new();
    for leg in &played.journal {
        let from_payer = matches!(leg.meaning, Meaning::Payment | Meaning::Refund);
        let reserve = [played.kind(leg.debit)?, played.kind(leg.credit)?];
        if from_payer && reserve.contains(&AccountKind::Reserve) {
            booked.insert((leg.kind, leg.cause.as_str()), leg);
        }
    }
    let mut claims = Vec::new();
    for pending in accounts(played, &[AccountKind::Pending], "pool")? {
        let owner = played.account(pending)?.owner;
        let available = accounts(played, &[AccountKind::Available], "pool")?.into_iter();
        let mut available = available.filter(|id| {
            let row = played.account(*id);
            row.is_ok_and(|row| row.owner == owner)
        });
        let mut items = Vec::new();
        for leg in &played.journal {
            let side = match (leg.debit == pending, leg.credit == pending) {
                (true, _) => -1,
                (_, true) => 1,
                _ => continue,
            };
            let kind = match leg.kind {
                EventKind::Notified => EventKind::Captured,
                EventKind::Refunded | EventKind::ShareReturned => EventKind::Refunded,
                EventKind::SettledByPlatform => continue,
                _ => return Err(TestCaseError::fail(format!("{leg:?}"))),
            };
            let at = there(booked.get(&(kind, leg.cause.as_str())))?;
            items.push(Item {
                event: leg.event,
                channel: played.keeper(played.account(at.debit)?)?,
                due: due(draft, &pool.rule, at.date)?,
                amount: side * leg.amount.minor(),
            });
        }
        let name = played.party(owner)?;
        claims.push(Claims {
            pending,
            available: there(available.next())?,
            deposit: deposit(played, &format!("{name}.bank0"))?,
            items,
        });
    }
    Ok(claims)
}

fn current(played: &Played, account: AccountId, event: u32) -> Check<i64> {
    let snapshot = played.snapshot(event)?;
    Ok(there(snapshot.balances.get(account.index()))?
        .current
        .minor())
}

/// On a day on which the channel settles to the pool, every seller is settled what of the same channel is
/// due to it by then, never more than it is owed now.
fn settled_with_the_channel(played: &Played, claims: &Claims, payouts: &[PayoutRow]) -> Check<i64> {
    let legs = played.journal.iter();
    let settled = legs.filter(|leg| leg.debit == claims.pending && leg.credit == claims.available);
    let settled: Vec<&JournalRow> = settled.collect();
    let mut by_channel: BTreeMap<PartyId, i64> = BTreeMap::new();
    let mut known = 0;
    for payout in payouts.iter() {
        if played.party(payout.owner)? != "pool" {
            continue;
        }
        let before = by_channel.entry(payout.channel).or_default();
        let items = claims.items.iter().filter(|item| {
            item.event < payout.event
                && item.channel == payout.channel
                && item.due <= payout.at.day()
        });
        let unpaid = items.map(|item| item.amount).sum::<i64>() - *before;
        let now = unpaid
            .min(current(played, claims.pending, payout.event)?)
            .max(0);
        let later = payouts.iter().map(|row| row.event);
        let next = later
            .filter(|event| *event > payout.event)
            .min()
            .unwrap_or(u32::MAX);
        let mut legs = settled
            .iter()
            .filter(|leg| leg.event > payout.event && leg.event < next && leg.at == payout.at);
        let paid = legs.next().map_or(0, |leg| leg.amount.minor());
        prop_assert_eq!(paid, now, "{}", &payout.cause);
        *before += paid;
        known += usize::from(paid > 0);
    }
    prop_assert_eq!(
        known,
        settled.len(),
        "nothing is settled without the channel"
    );
    Ok(settled.iter().map(|leg| leg.amount.minor()).sum())
}

/// The pool pays at its own time of day, all that is available, out of its own deposit.
fn paid_out_of_its_own_deposit(pool: &Pool, played: &Played, claims: &Claims) -> Check<i64> {
    let from = deposit(played, "pool.bank0")?;
    let mut all = 0;
    for leg in played
        .journal
        .iter()
        .filter(|leg| leg.debit == claims.available)
    {
        let amount = leg.amount.minor();
        prop_assert_eq!(leg.kind, EventKind::Transferred);
        prop_assert_eq!(leg.at.time().to_string(), pool.pays_at);
        prop_assert_eq!(current(played, claims.available, leg.event - 1)?, amount);
        prop_assert!(current(played, from, leg.event - 1)? >= amount);
        let arrived = current(played, claims.deposit, leg.event)?;
        prop_assert_eq!(
            arrived - current(played, claims.deposit, leg.event - 1)?,
            amount
        );
        all += amount;
    }
    let left = current(played, claims.available, played.run.event_count())?;
    let money = current(played, from, played.run.event_count())?;
    prop_assert!(left == 0 || money < left, "{} could pay {}", money, left);
    Ok(all)
}

fn a_pool_pays_its_sellers(draft: &Draft, pool: &Pool) -> Check {
    let played = play(&draft.document(""))?;
    let payouts = fine(report::payouts(&played.run))?;
    let batches = fine(report::batches(&played.run))?;
    let end = played.run.event_count();
    for claims in claims(draft, pool, &played)? {
        let settled = settled_with_the_channel(&played, &claims, &payouts)?;
        let paid = paid_out_of_its_own_deposit(pool, &played, &claims)?;
        let owed: i64 = claims.items.iter().map(|item| item.amount).sum();
        let pending = current(&played, claims.pending, end)?;
        prop_assert_eq!(owed, settled + pending);
        prop_assert_eq!(settled, paid + current(&played, claims.available, end)?);
        let owner = played.account(claims.pending)?.owner;
        let keeper = played.keeper(played.account(claims.pending)?)?;
        let own = batches
            .iter()
            .filter(|row| row.channel == keeper && row.owner == owner);
        prop_assert_eq!(own.map(|row| row.amount.minor()).sum::<i64>(), owed);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_platform_that_collects_settles_with_the_channel_and_pays_out_of_its_own_deposit(
        draft in any_draft(),
    ) {
        if let Some(pool) = &draft.pool {
            a_pool_pays_its_sellers(&draft, pool)?;
        }
    }
}
