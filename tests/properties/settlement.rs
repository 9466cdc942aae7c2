//! Settlement: batches are what the pending account says, payouts are what the rule says and when it says,
//! and at the end every fen that was owed is paid, used up by refunds, or carried for a named reason.

use std::collections::BTreeMap;

use daycut::facade::view::{AccountRow, BatchRow, BatchState, JournalRow, PayoutRow};
use daycut::facade::{
    self, AccountId, AccountKind, AccountingDate, CivilDate, Meaning, PartyId, SettlementCycle,
    report,
};
use proptest::prelude::*;

use super::document::DAY;
use super::draft::{Draft, Rule};
use super::drawing::any_draft;
use super::world::{Check, Played, config, fine, play, there};

/// An owner's pending money at one channel, with everything that was posted to it.
struct Payee<'a> {
    channel: PartyId,
    owner: PartyId,
    pending: AccountId,
    rule: &'a Rule,
    /// Event, accounting date and amount (credit positive) of all but payouts.
    items: Vec<(u32, AccountingDate, i64)>,
    batches: Vec<&'a BatchRow>,
    payouts: Vec<&'a PayoutRow>,
}

fn rule_of<'a>(draft: &'a Draft, owner: &str) -> Check<&'a Rule> {
    if let (Some(pool), "pool") = (&draft.pool, owner) {
        return Ok(&pool.rule);
    }
    let number = owner.strip_prefix('s').unwrap_or("0");
    let place: usize = fine(number.parse())?;
    Ok(&there(draft.sellers.get(place))?.rule)
}

fn items(played: &Played, pending: AccountId) -> Vec<(u32, AccountingDate, i64)> {
    let own = |leg: &&JournalRow| {
        leg.meaning != Meaning::Cleared && (leg.debit == pending || leg.credit == pending)
    };
    let legs = played.journal.iter().filter(own);
    legs.map(|leg| {
        let minor = leg.amount.minor();
        let signed = if leg.credit == pending { minor } else { -minor };
        (leg.event, leg.date, signed)
    })
    .collect()
}

fn payees<'a>(
    draft: &'a Draft,
    played: &Played,
    batches: &'a [BatchRow],
    payouts: &'a [PayoutRow],
) -> Check<Vec<Payee<'a>>> {
    let is_pending = |(_, row): &(u32, &AccountRow)| row.kind == AccountKind::Pending;
    let accounts = (0_u32..).zip(&played.summary.accounts);
    let mut payees = Vec::new();
    for (place, account) in accounts.filter(is_pending) {
        let (channel, owner) = (played.keeper(account)?, account.owner);
        // What the pool owes sellers follows other rules.
        if played.party(channel)? == "pool" {
            continue;
        }
        let pending = AccountId(place);
        let same = |at: PartyId, who: PartyId| at == channel && who == owner;
        payees.push(Payee {
            channel,
            owner,
            pending,
            rule: rule_of(draft, played.party(owner)?)?,
            items: items(played, pending),
            batches: batches
                .iter()
                .filter(|row| same(row.channel, row.owner))
                .collect(),
            payouts: payouts
                .iter()
                .filter(|row| same(row.channel, row.owner))
                .collect(),
        });
    }
    Ok(payees)
}

fn is_working(draft: &Draft, day: CivilDate) -> Option<bool> {
    // The author's own days of the calendar `shop`.
    let own = match (draft.calendar, day.to_string().as_str()) {
        ("shop", "2018-09-26" | "2018-10-11") => Some(false),
        ("shop", "2018-10-06") => Some(true),
        _ => None,
    };
    let base = match draft.calendar {
        "weekdays" => "weekdays",
        _ => "cn",
    };
    own.or_else(|| facade::is_working(day, base))
}

/// The due date as the rule words it, counted day by day.
pub fn due(draft: &Draft, rule: &Rule, date: AccountingDate) -> Check<CivilDate> {
    let is_working = |day: CivilDate| is_working(draft, day);
    let next = |day: CivilDate| CivilDate::of_days(day.days() + 1);
    let mut day = date.civil();
    if rule.basis == "D" {
        return Ok(CivilDate::of_days(day.days() + i32::from(rule.cycle_days)));
    }
    if rule.trade == "next_working_day" || rule.cycle_days == 0 {
        while !there(is_working(day))? {
            day = next(day);
        }
    }
    for _ in 0..rule.cycle_days {
        day = next(day);
        while !there(is_working(day))? {
            day = next(day);
        }
    }
    Ok(day)
}

/// Rule 12: one batch an accounting date, of all legs on the pending account but payouts.
fn batches_are_what_was_posted(draft: &Draft, payee: &Payee<'_>) -> Check {
    let mut sums: BTreeMap<AccountingDate, (i64, Vec<u32>)> = BTreeMap::new();
    for (event, date, amount) in &payee.items {
        let (sum, events) = sums.entry(*date).or_default();
        *sum += amount;
        events.push(*event);
        events.dedup();
    }
    prop_assert_eq!(payee.batches.len(), sums.len());
    for batch in &payee.batches {
        let (sum, events) = there(sums.get(&batch.channel_date))?;
        prop_assert_eq!(batch.amount.minor(), *sum);
        prop_assert_eq!(fine(usize::try_from(batch.items))?, events.len());
        prop_assert_eq!(batch.due, due(draft, payee.rule, batch.channel_date)?, "S3");
        let cycle = format!("{}+{}", payee.rule.basis, payee.rule.cycle_days);
        prop_assert_eq!(&batch.cycle, &cycle);
        prop_assert!(SettlementCycle::parse(&cycle).is_some());
    }
    Ok(())
}

/// Rule 16 and S4: a payout is the least of what is due and what is pending, at the hour of the rule.
fn payouts_are_what_was_due(draft: &Draft, played: &Played, payee: &Payee<'_>) -> Check {
    let dates = payee.batches.iter();
    let due: BTreeMap<AccountingDate, CivilDate> =
        dates.map(|row| (row.channel_date, row.due)).collect();
    let mut paid = 0;
    for payout in &payee.payouts {
        let settled = there(payout.event.checked_sub(2))?;
        let before = played.snapshot(settled - 1)?;
        let pending = there(before.balances.get(payee.pending.index()))?
            .current
            .minor();
        let mut unpaid = -paid;
        for (event, date, amount) in &payee.items {
            if *event < settled && *there(due.get(date))? <= payout.at.day() {
                unpaid += amount;
            }
        }
        let amount = payout.amount.minor();
        prop_assert_eq!(
            amount,
            unpaid.min(pending),
            "{} {}",
            &payout.cause,
            payout.at
        );
        prop_assert!(amount >= payee.rule.minimum.max(1), "{}", payout.at);
        let works = is_working(draft, payout.at.day()) == Some(true);
        prop_assert!(payee.rule.basis == "D" || works, "S3: {}", payout.at);
        let hour = payout.at.time().to_string();
        prop_assert_eq!(hour, payee.rule.pays_at, "S3");
        paid += amount;
    }
    Ok(())
}

/// S2: nothing is left over without a reason.
fn everything_is_explained(draft: &Draft, played: &Played, payee: &Payee<'_>) -> Check {
    let all: i64 = payee.batches.iter().map(|batch| batch.amount.minor()).sum();
    let paid: i64 = payee
        .payouts
        .iter()
        .map(|payout| payout.amount.minor())
        .sum();
    let end = played.end()?;
    let pending = there(end.balances.get(payee.pending.index()))?
        .current
        .minor();
    prop_assert_eq!(all, paid + pending);
    let is = |wanted: BatchState| payee.batches.iter().any(|batch| batch.state == wanted);
    prop_assert_eq!(is(BatchState::Carried), pending != 0);
    prop_assert!(
        pending < payee.rule.minimum.max(1),
        "{} could be paid",
        pending
    );
    prop_assert!(pending >= 0 || payee.rule.shortfall == "carry_negative");
    prop_assert!(paid == 0 || is(BatchState::Paid) || is(BatchState::Carried));
    // Every open batch is due before the run ends: the run waits for it.
    let last = played.summary.ends.millis();
    for batch in &payee.batches {
        let limit = draft.ends() + 60 * DAY;
        let due = i64::from(batch.due.days()) * DAY;
        prop_assert!(due <= last.max(limit));
    }
    Ok(())
}

/// L11: money on its way is nowhere at the end.
fn nothing_is_on_its_way(played: &Played) -> Check {
    let end = played.end()?;
    for (account, row) in played.summary.accounts.iter().zip(&end.balances) {
        let passes = matches!(
            account.kind,
            AccountKind::Available | AccountKind::PayoutInTransit | AccountKind::Frozen
        );
        // The pool may lack the money to pay on; see there.
        let keeper = played.party(played.keeper(account)?)?;
        let passes = passes && keeper != "pool";
        prop_assert!(!passes || row.current.is_zero(), "{}", &account.name);
    }
    Ok(())
}

/// M3 of the worked example: what a book says its channels owe it is what they say they owe.
fn receivables_mirror_claims(played: &Played) -> Check {
    let end = played.end()?;
    let rows = || played.summary.accounts.iter().zip(&end.balances);
    for (place, party) in (0_u32..).zip(&played.summary.parties) {
        let own = rows().filter(|(row, _)| row.owner == PartyId(place));
        let (mut ours, mut theirs) = (0, 0);
        for (row, balance) in own {
            match row.kind {
                AccountKind::ChannelReceivable => ours += balance.current.minor(),
                AccountKind::Pending | AccountKind::Available => {
                    theirs += balance.current.minor();
                }
                _ => {}
            }
        }
        prop_assert!(party.book.is_none() || party.id.starts_with('c') || ours == theirs);
    }
    Ok(())
}

fn is_settled(draft: &Draft) -> Check {
    let played = play(&draft.document(""))?;
    let batches = fine(report::batches(&played.run))?;
    let payouts = fine(report::payouts(&played.run))?;
    let mut seen = (0, 0);
    for payee in payees(draft, &played, &batches, &payouts)? {
        batches_are_what_was_posted(draft, &payee)?;
        payouts_are_what_was_due(draft, &played, &payee)?;
        everything_is_explained(draft, &played, &payee)?;
        prop_assert!(payee.channel != payee.owner);
        seen = (seen.0 + payee.batches.len(), seen.1 + payee.payouts.len());
    }
    let parties = &played.summary.parties;
    let pool = parties.iter().position(|party| party.id == "pool");
    let of_channels = |row: &&BatchRow| Some(row.channel.index()) != pool;
    let batches = batches.iter().filter(of_channels).count();
    prop_assert_eq!(seen, (batches, payouts.len()), "S1: one payee each");
    nothing_is_on_its_way(&played)?;
    receivables_mirror_claims(&played)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn everything_owed_is_paid_when_it_is_due_or_carried_for_a_reason(draft in any_draft()) {
        is_settled(&draft)?;
    }
}
