//! Which accounts mirror each other, and following both sides of every mirror through the events of a run.
//!
//! The same cause must move the same amount on both sides. What one side has and the other has not yet is
//! kept open; what both have is compared by the dates under which they have it.

use std::collections::BTreeMap;

use crate::analysis::view::{DifferenceReason, MirrorKind, MirrorSide};
use crate::base::date::{AccountingDate, CutOff, WallClock};
use crate::base::id::{AccountId, BookId, LineId};
use crate::base::money::{Money, MoneyRange};
use crate::base::order::InOrder;
use crate::domain::account::AccountKind;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::ledger::legs_of;
use crate::scenario::plan::Plan;

use super::holding::{is_cash, is_owed};

/// Two sides that stand for the same money.
pub(super) struct Mirror {
    pub(super) kind: MirrorKind,
    pub(super) ours: AccountId,
    pub(super) theirs: Vec<AccountId>,
}

/// Every mirror of the plan, by kind and account.
pub(super) fn mirrors(plan: &Plan) -> Vec<Mirror> {
    let mut mirrors = Vec::new();
    for (ours, account) in plan.accounts().iter() {
        let (kind, is_other): (MirrorKind, fn(AccountKind) -> bool) = match account.kind {
            AccountKind::OwnBank => (MirrorKind::OwnBank, is_cash),
            AccountKind::Reserve => (MirrorKind::Reserve, is_cash),
            AccountKind::ChannelReceivable => (MirrorKind::Receivable, is_owed),
            _ => continue,
        };
        let others = plan.accounts().iter().filter(|(_, other)| {
            other.owner == account.owner && other.book != account.book && is_other(other.kind)
        });
        let theirs: Vec<AccountId> = others.map(|(id, _)| id).collect();
        if !theirs.is_empty() {
            mirrors.push(Mirror { kind, ours, theirs });
        }
    }
    mirrors.order_by_key(|mirror| (mirror.kind, mirror.ours));
    mirrors
}

/// What makes the two sides move: a payment line, whoever learns of it when; or one event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Cause {
    Line(LineId),
    Event(u32),
}

/// What one event moved on one side.
#[derive(Clone, Copy)]
struct Item {
    side: MirrorSide,
    /// Debit positive on our side, credit positive on theirs.
    amount: Money,
    date: AccountingDate,
    at: WallClock,
    event: u32,
}

/// A difference that one cause makes on one date.
pub(super) struct Gap {
    pub(super) mirror: usize,
    pub(super) date: AccountingDate,
    /// The event, counted from 0, that one side has.
    pub(super) event: u32,
    pub(super) amount: Money,
    pub(super) had_by: MirrorSide,
    pub(super) reason: DifferenceReason,
}

/// Something that happened to a mirror, told while events pass.
pub(super) struct Moved {
    pub(super) mirror: usize,
    pub(super) side: MirrorSide,
    pub(super) date: AccountingDate,
    pub(super) amount: Money,
}

/// Both sides of all mirrors as events pass.
pub(super) struct Walk<'a> {
    plan: &'a Plan,
    /// By account: which mirror, which side.
    places: Vec<Option<(usize, MirrorSide)>>,
    /// Cut-off of the book in which our side stands, by mirror.
    cut_offs: Vec<CutOff>,
    open: BTreeMap<(usize, Cause), Vec<Item>>,
    /// Which books stand behind each mirror, ours first.
    pub(super) books: Vec<Vec<BookId>>,
}

impl<'a> Walk<'a> {
    pub(super) fn along(plan: &'a Plan, mirrors: &[Mirror]) -> Result<Walk<'a>, Missing> {
        let mut walk = Walk {
            plan,
            places: vec![None; plan.accounts().len()],
            cut_offs: Vec::new(),
            open: BTreeMap::new(),
            books: Vec::new(),
        };
        for (mirror, row) in mirrors.iter().enumerate() {
            let ours = [(row.ours, MirrorSide::Ours)];
            let theirs = row.theirs.iter().map(|id| (*id, MirrorSide::Theirs));
            let mut books = Vec::new();
            for (id, side) in ours.into_iter().chain(theirs) {
                let book = plan.accounts().get(id).ok_or(Missing::Account)?.book;
                if !books.contains(&book) {
                    books.push(book);
                }
                if let Some(place) = walk.places.get_mut(id.index()) {
                    *place = Some((mirror, side));
                }
            }
            let own = books.first().and_then(|book| plan.books().get(*book));
            walk.cut_offs.push(own.ok_or(Missing::Book)?.cut_off);
            walk.books.push(books);
        }
        Ok(walk)
    }

    /// Follows one event; tells what moved, and the gaps that a cause leaves once both sides have it.
    pub(super) fn passes(
        &mut self,
        place: u32,
        event: &Event,
        moved: &mut Vec<Moved>,
        gaps: &mut Vec<Gap>,
    ) -> Result<(), FaultKind> {
        let mut items: Vec<(usize, BookId, Item)> = Vec::new();
        let (plan, places) = (self.plan, &self.places);
        legs_of(plan, &event.what, |book, leg| {
            let date = plan.books().get(book).ok_or(Missing::Book)?;
            let date = date.cut_off.accounting_date(event.at);
            let sides = [(leg.debit, leg.amount), (leg.credit, leg.amount.negated())];
            for (account, debit) in sides {
                let Some((mirror, side)) = places.get(account.index()).copied().flatten() else {
                    continue;
                };
                let amount = match side {
                    MirrorSide::Ours => debit,
                    MirrorSide::Theirs => debit.negated(),
                };
                let same = |(of, within, item): &&mut (usize, BookId, Item)| {
                    *of == mirror && *within == book && item.side == side
                };
                if let Some((_, _, item)) = items.iter_mut().find(same) {
                    item.amount = item.amount.plus(amount)?;
                    continue;
                }
                let item = Item {
                    side,
                    amount,
                    date,
                    at: event.at,
                    event: place,
                };
                items.push((mirror, book, item));
            }
            Ok(())
        })?;
        let cause = match event.what {
            Happening::Captured { line, .. } | Happening::Notified { line, .. } => {
                Cause::Line(line)
            }
            _ => Cause::Event(place),
        };
        let mut touched = Vec::new();
        for (mirror, _, item) in items
            .into_iter()
            .filter(|(_, _, item)| !item.amount.is_zero())
        {
            moved.push(Moved {
                mirror,
                side: item.side,
                date: item.date,
                amount: item.amount,
            });
            self.open.entry((mirror, cause)).or_default().push(item);
            touched.push(mirror);
        }
        touched.dedup();
        for mirror in touched {
            self.closes(mirror, cause, gaps)?;
        }
        Ok(())
    }

    /// A cause that has moved the same on both sides is closed; dates between leave gaps.
    fn closes(
        &mut self,
        mirror: usize,
        cause: Cause,
        gaps: &mut Vec<Gap>,
    ) -> Result<(), FaultKind> {
        let Some(items) = self.open.get(&(mirror, cause)) else {
            return Ok(());
        };
        let (ours, theirs) = sums(items, |_| true)?;
        if ours != theirs {
            return Ok(());
        }
        let dates = || items.iter().map(|item| item.date);
        let (first, last) = (dates().min(), dates().max());
        let cut_off = self.cut_offs.get(mirror).copied().ok_or(Missing::Book)?;
        if let (Some(mut date), Some(last)) = (first, last) {
            while date < last {
                gaps.extend(gap(mirror, date, items, cut_off)?);
                date = date.next();
            }
        }
        self.open.remove(&(mirror, cause));
        Ok(())
    }

    /// What one side has now and the other has not: sales that our book will learn of.
    pub(super) fn unlearnt(&self) -> Result<Vec<Gap>, FaultKind> {
        let mut gaps = Vec::new();
        for ((mirror, cause), items) in &self.open {
            let Cause::Line(line) = *cause else { continue };
            let line = self.plan.lines().get(line).ok_or(Missing::Line)?;
            let contract = self.plan.contracts().get(line.contract);
            if !contract.ok_or(Missing::Contract)?.notifies {
                continue;
            }
            let (ours, theirs) = sums(items, |_| true)?;
            if let Some(item) = items.first() {
                gaps.push(Gap {
                    mirror: *mirror,
                    date: item.date,
                    event: item.event,
                    amount: ours.minus(theirs)?,
                    had_by: item.side,
                    reason: DifferenceReason::NotYetLearnt,
                });
            }
        }
        Ok(gaps)
    }
}

/// Sums of both sides.
fn sums(items: &[Item], counts: impl Fn(&Item) -> bool) -> Result<(Money, Money), MoneyRange> {
    let (mut ours, mut theirs) = (Money::ZERO, Money::ZERO);
    for item in items.iter().filter(|item| counts(item)) {
        match item.side {
            MirrorSide::Ours => ours = ours.plus(item.amount)?,
            MirrorSide::Theirs => theirs = theirs.plus(item.amount)?,
        }
    }
    Ok((ours, theirs))
}

/// The difference that a cause makes at the closings of a date, if it makes one.
fn gap(
    mirror: usize,
    date: AccountingDate,
    items: &[Item],
    cut_off: CutOff,
) -> Result<Option<Gap>, FaultKind> {
    let had = |item: &Item| item.date <= date;
    let (ours, theirs) = sums(items, had)?;
    let amount = ours.minus(theirs)?;
    let Some(first) = items.iter().find(|item| had(item)) else {
        return Ok(None);
    };
    if amount.is_zero() {
        return Ok(None);
    }
    // Had we known at once, would our book have it on this date?
    let by_event_time = cut_off.accounting_date(first.at) <= date;
    let later = items
        .iter()
        .any(|item| item.side == MirrorSide::Ours && item.at > first.at);
    let unlearnt = first.side == MirrorSide::Theirs && by_event_time && later;
    Ok(Some(Gap {
        mirror,
        date,
        event: first.event,
        amount,
        had_by: first.side,
        reason: if unlearnt {
            DifferenceReason::NotYetLearnt
        } else {
            DifferenceReason::BetweenCutOffs
        },
    }))
}
