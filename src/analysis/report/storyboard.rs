//! The storyboard of a run: the moments at which one stops when showing it to others, and the account that each
//! is about. The author's moments where there are any; otherwise the first of everything that happened.

use std::collections::BTreeSet;

use crate::analysis::view::{BalanceRow, LaneView, StoryMoment};
use crate::base::date::WallClock;
use crate::base::id::{AccountId, BookId};
use crate::domain::account::AccountKind;
use crate::domain::posting::EventKind;
use crate::engine::event::Happening;
use crate::engine::fault::Fault;
use crate::engine::run::Run;
use crate::scenario::v1::Words;

use super::lane_fold::End;
use super::lane_picture::{Drawn, picture};
use super::moments::{event_at, event_row, snapshot};

/// Kinds of which the first is shown.
const SHOWN: [EventKind; 9] = [
    EventKind::Captured,
    EventKind::Split,
    EventKind::Refunded,
    EventKind::ToppedUp,
    EventKind::RefundRefused,
    EventKind::PayoutSucceeded,
    EventKind::PayoutDeferred,
    EventKind::Transferred,
    EventKind::TransferDeferred,
];

/// The moments of the storyboard, in the author's order or in that of time.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn storyboard(run: &Run) -> Result<Vec<StoryMoment>, Fault> {
    let picture = picture(run, LaneView::Holder)?;
    let authored = run.plan().storyboard();
    let moments: Vec<(u32, Option<(WallClock, Words)>)> = if authored.is_empty() {
        first_of_all(run)
            .into_iter()
            .map(|event| (event, None))
            .collect()
    } else {
        let named = authored.iter();
        named
            .map(|one| (event_at(run, one.at), Some((one.at, one.title.clone()))))
            .collect()
    };
    moments
        .into_iter()
        .map(|(event, named)| moment(run, &picture.edges, event, named))
        .collect()
}

/// The first event of every kind that is shown, every book's first cut after the first payment, and the end.
fn first_of_all(run: &Run) -> BTreeSet<u32> {
    let mut kinds: Vec<EventKind> = Vec::new();
    let mut cut: BTreeSet<BookId> = BTreeSet::new();
    let mut found = BTreeSet::new();
    for (event, kind) in (1_u32..).zip(run.events().kinds().iter().copied()) {
        let is_first = match kind {
            EventKind::DayCut if kinds.contains(&EventKind::Captured) => {
                let what = run.event(event.saturating_sub(1)).map(|event| event.what);
                matches!(what, Ok(Happening::DayCut { book, .. }) if cut.insert(book))
            }
            kind => SHOWN.contains(&kind) && !kinds.contains(&kind),
        };
        if is_first {
            kinds.push(kind);
            found.insert(event);
        }
    }
    found.insert(run.event_count());
    found
}

fn moment(
    run: &Run,
    picture: &[Drawn],
    event: u32,
    named: Option<(WallClock, Words)>,
) -> Result<StoryMoment, Fault> {
    let after = snapshot(run, event)?;
    let before = snapshot(run, event.saturating_sub(1))?;
    let happened = match event {
        0 => None,
        event => Some(event_row(run, event)?),
    };
    let cut = happened.as_ref().and_then(|row| row.book);
    let account = match cut {
        Some(book) => turned(run, book, &before.balances),
        None => moved(run, picture, event)?,
    };
    let of = |balances: &[BalanceRow]| account.and_then(|id| balances.get(id.index()).copied());
    let (at, title) = match named {
        Some((at, title)) => (at, Some(title)),
        None => (after.at, None),
    };
    Ok(StoryMoment {
        event,
        at,
        title,
        account,
        before: of(&before.balances),
        after: of(&after.balances),
        happened,
    })
}

/// The account into which the last event moved money on the picture, or out of which where it left the picture.
fn moved(run: &Run, picture: &[Drawn], event: u32) -> Result<Option<AccountId>, Fault> {
    let Some(place) = event.checked_sub(1) else {
        return Ok(None);
    };
    let entries = run.entries(place)?;
    let flows: Vec<_> = entries
        .iter()
        .flat_map(|entry| entry.legs.iter().map(|leg| leg.flow))
        .collect();
    let mut along = picture
        .iter()
        .filter(|edge| edge.flows.iter().any(|along| flows.contains(&along.flow)));
    // What is folded is no account that one could look at.
    let account = |end: End| match end {
        End::Account(id) => Some(id),
        End::Payers | End::Folded(_) => None,
    };
    Ok(along.find_map(|edge| account(edge.to).or(account(edge.from))))
}

/// The account of a book whose two balances differed most before it cut its day: there the cut is seen.
fn turned(run: &Run, book: BookId, before: &[BalanceRow]) -> Option<AccountId> {
    let accounts = run.plan().accounts().iter();
    let of_book = accounts.filter(|(_, account)| account.book == book);
    let owed = of_book.filter(|(_, account)| is_told(account.kind));
    let differing = owed.filter_map(|(id, _)| {
        let row = before.get(id.index())?;
        (row.current != row.previous_day).then_some((row.current, std::cmp::Reverse(id)))
    });
    differing.max().map(|(_, std::cmp::Reverse(id))| id)
}

/// Accounts in which money waits or lies: what a day cut does is shown on one of them.
const fn is_told(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::Pending
            | AccountKind::Frozen
            | AccountKind::Available
            | AccountKind::CorporateDeposit
            | AccountKind::PersonalDeposit
    )
}
