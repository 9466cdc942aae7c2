//! Books: after every event every book balances, both balances of every account are what its journal
//! says, and nothing that may not be overdrawn is.

use std::collections::BTreeMap;

use daycut::facade::view::{JournalRow, Snapshot};
use daycut::facade::{AccountId, AccountKind, EventKind, PartyId, report};
use proptest::prelude::*;

use super::draft::Draft;
use super::drawing::any_draft;
use super::world::{Check, Played, config, debit_positive, fine, play, there};

/// Sums of the journal so far, debit positive.
#[derive(Default)]
struct Auditor {
    current: BTreeMap<AccountId, i64>,
    /// What is dated on the open date of the account's book.
    today: BTreeMap<AccountId, i64>,
    paid_in: i64,
}

impl Auditor {
    fn reads(&mut self, played: &Played, event: u32, legs: &[&JournalRow]) -> Check {
        let row = fine(report::event_row(&played.run, event))?;
        if let Some(book) = row.book {
            let accounts = (0_u32..).zip(&played.summary.accounts);
            for (place, account) in accounts {
                if account.book == book {
                    self.today.insert(AccountId(place), 0);
                }
            }
        }
        let amount = row.amount.map_or(0, |amount| amount.minor());
        match row.kind {
            EventKind::Opened | EventKind::Captured => self.paid_in += amount,
            EventKind::Refunded => self.paid_in -= amount,
            _ => {}
        }
        for leg in legs {
            prop_assert!(leg.amount.is_positive(), "L1: {leg:?}");
            prop_assert!(leg.debit != leg.credit, "L1: {leg:?}");
            for (account, signed) in [
                (leg.debit, leg.amount.minor()),
                (leg.credit, -leg.amount.minor()),
            ] {
                prop_assert_eq!(played.account(account)?.book, leg.book);
                *self.current.entry(account).or_default() += signed;
                *self.today.entry(account).or_default() += signed;
            }
        }
        Ok(())
    }

    /// L2, L4, L9: what is shown is what the journal sums to, and every book sums to zero.
    fn agrees(&self, played: &Played, snapshot: &Snapshot) -> Check {
        let mut books: BTreeMap<_, (i64, i64)> = BTreeMap::new();
        for (place, row) in (0_u32..).zip(&snapshot.balances) {
            let id = AccountId(place);
            let account = played.account(id)?;
            let current = debit_positive(account, row.current.minor());
            let previous = debit_positive(account, row.previous_day.minor());
            let all = self.current.get(&id).copied().unwrap_or(0);
            let today = self.today.get(&id).copied().unwrap_or(0);
            prop_assert_eq!(current, all, "{} at {}", &account.name, snapshot.event);
            prop_assert_eq!(
                previous,
                all - today,
                "{} at {}",
                &account.name,
                snapshot.event
            );
            let sums = books.entry(account.book).or_default();
            *sums = (sums.0 + current, sums.1 + previous);
        }
        for (book, sums) in books {
            prop_assert_eq!(sums, (0, 0), "{:?} at {}", book, snapshot.event);
        }
        Ok(())
    }
}

/// The sum of all accounts of a kind that belong to an owner, on the normal side.
fn sum(played: &Played, snapshot: &Snapshot, kinds: &[AccountKind], owner: Option<PartyId>) -> i64 {
    let accounts = played.summary.accounts.iter().zip(&snapshot.balances);
    accounts
        .filter(|(account, _)| kinds.contains(&account.kind))
        .filter(|(account, _)| owner.is_none_or(|owner| owner == account.owner))
        .map(|(_, row)| row.current.minor())
        .sum()
}

const DEPOSITS: &[AccountKind] = &[AccountKind::CorporateDeposit, AccountKind::PersonalDeposit];

/// Money is counted once: what came in lies at banks, and every mirror shows it.
fn money_is_counted_once(played: &Played, auditor: &Auditor, snapshot: &Snapshot) -> Check {
    let at_banks = sum(played, snapshot, DEPOSITS, None)
        + sum(played, snapshot, &[AccountKind::ReserveDeposit], None);
    let boundary = sum(played, snapshot, &[AccountKind::ClearingBoundary], None);
    prop_assert_eq!(boundary, at_banks);
    prop_assert_eq!(boundary, auditor.paid_in, "1003 at {}", snapshot.event);
    for (place, party) in (0_u32..).zip(&played.summary.parties) {
        let owner = Some(PartyId(place));
        let reserve = sum(played, snapshot, &[AccountKind::Reserve], owner);
        let theirs = sum(played, snapshot, &[AccountKind::ReserveDeposit], owner);
        prop_assert_eq!(reserve, theirs, "M2 {} at {}", &party.id, snapshot.event);
        let keeps = party.book.is_some();
        if keeps && sum(played, snapshot, DEPOSITS, owner) != 0 {
            let own = sum(played, snapshot, &[AccountKind::OwnBank], owner);
            let theirs = sum(played, snapshot, DEPOSITS, owner);
            prop_assert_eq!(own, theirs, "M1 {} at {}", &party.id, snapshot.event);
        }
    }
    Ok(())
}

/// L7: only pending money, and with it the reserve, may fall below zero, and only by policy; and what a
/// platform owes a seller may turn into what the seller owes it.
fn nothing_is_overdrawn(draft: &Draft, played: &Played, snapshot: &Snapshot) -> Check {
    let pool = draft
        .pool
        .iter()
        .map(|pool| ("pool".to_owned(), &pool.rule));
    let sellers = draft.sellers.iter().enumerate();
    let sellers = sellers.map(|(place, seller)| (format!("s{place}"), &seller.rule));
    let carries: Vec<String> = sellers
        .chain(pool)
        .filter(|(_, rule)| rule.shortfall == "carry_negative")
        .map(|(name, _)| name)
        .collect();
    let carries = |owner: &str| {
        // The agent's rule is that of the first seller's contracts.
        let owner = if owner == "agent" { "s0" } else { owner };
        carries.iter().any(|name| name == owner)
    };
    let anybody = played
        .summary
        .parties
        .iter()
        .any(|party| carries(&party.id));
    for (account, row) in played.summary.accounts.iter().zip(&snapshot.balances) {
        let keeper = played.party(played.keeper(account)?)?;
        let may_fall = match account.kind {
            AccountKind::CorporateDeposit
            | AccountKind::PersonalDeposit
            | AccountKind::Available
            | AccountKind::Frozen
            | AccountKind::PayoutInTransit
            | AccountKind::FeeIncome => false,
            AccountKind::Pending => keeper == "pool" || carries(played.party(account.owner)?),
            AccountKind::Reserve | AccountKind::ReserveDeposit => anybody,
            _ => true,
        };
        let overdrawn = row.current.is_negative();
        prop_assert!(
            may_fall || !overdrawn,
            "L7 {} at {}",
            &account.name,
            snapshot.event
        );
    }
    Ok(())
}

/// L3: the previous day after a cut is the current balance before it.
fn a_cut_turns_one_book_only(before: &Snapshot, after: &Snapshot, played: &Played) -> Check {
    let cut = fine(report::event_row(&played.run, after.event))?;
    let (Some(book), Some(closes)) = (cut.book, cut.closes) else {
        prop_assert_eq!(&before.dates, &after.dates);
        return Ok(());
    };
    for (place, (was, is)) in before.dates.iter().zip(&after.dates).enumerate() {
        let turned = if place == book.index() { 1 } else { 0 };
        prop_assert_eq!(was.days() + turned, is.days());
        prop_assert!(turned == 0 || *was == closes);
    }
    for (place, account) in played.summary.accounts.iter().enumerate() {
        let (was, is) = (before.balances.get(place), after.balances.get(place));
        let (was, is) = there(was.zip(is))?;
        if account.book == book {
            prop_assert_eq!(is.previous_day, was.current, "{}", &account.name);
            prop_assert_eq!(is.current, was.current);
        } else {
            prop_assert_eq!(is, was);
        }
    }
    Ok(())
}

fn every_event_keeps_the_books(draft: &Draft) -> Check {
    let played = play(&draft.document(""))?;
    let mut auditor = Auditor::default();
    let mut before = played.snapshot(0)?;
    let mut legs = played.journal.iter().peekable();
    for event in 1..=played.run.event_count() {
        let mut own = Vec::new();
        while let Some(leg) = legs.next_if(|leg| leg.event == event) {
            own.push(leg);
        }
        let after = played.snapshot(event)?;
        prop_assert!(before.at <= after.at, "T1: time goes back at {}", event);
        auditor.reads(&played, event, &own)?;
        for leg in own {
            let date = after.dates.get(leg.book.index());
            prop_assert_eq!(Some(&leg.date), date, "T2: {:?}", leg);
        }
        auditor.agrees(&played, &after)?;
        money_is_counted_once(&played, &auditor, &after)?;
        nothing_is_overdrawn(draft, &played, &after)?;
        a_cut_turns_one_book_only(&before, &after, &played)?;
        before = after;
    }
    prop_assert!(legs.next().is_none(), "every leg belongs to an event");
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_event_keeps_every_book_balanced_and_nothing_overdrawn(draft in any_draft()) {
        every_event_keeps_the_books(&draft)?;
    }
}
