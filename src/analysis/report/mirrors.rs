//! Mirrors: ours against theirs, by date and at an instant, and every happening that explains a difference.
//!
//! A difference is explained only when the same cause has the same amount on both sides in the end.

use std::collections::BTreeMap;

use crate::analysis::mirroring::{Gap, Mirror, Moved, Walk, mirrors as pairs};
use crate::analysis::view::{
    DifferenceReason, Explained, MirrorCompared, MirrorDate, MirrorNow, MirrorRow, MirrorSide,
};
use crate::base::date::AccountingDate;
use crate::base::id::{AccountId, BookId};
use crate::base::money::Money;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;

use super::{after_all, cause};

/// Happenings listed for one difference; all are counted and summed.
const LISTED_MAX: usize = 50;

/// Every mirror with the closings of every date that all its books have closed.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn mirrors(run: &Run) -> Result<Vec<MirrorRow>, Fault> {
    let pairs = pairs(run.plan());
    let mut sheets: Vec<Sheet> = pairs.iter().map(|_| Sheet::default()).collect();
    let mut closed: BTreeMap<BookId, (AccountingDate, AccountingDate)> = BTreeMap::new();
    let walk = Walk::along(run.plan(), &pairs);
    let mut walk = walk.map_err(|missing| FaultKind::from(missing).after(0))?;
    let (mut moved, mut gaps) = (Vec::new(), Vec::new());
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        if let Happening::DayCut { book, closes } = event.what {
            closed.entry(book).or_insert((closes, closes)).1 = closes;
        }
        walk.passes(place, &event, &mut moved, &mut gaps)
            .and_then(|()| entered(run, &mut sheets, &mut moved, &mut gaps))
            .map_err(|kind| kind.after(place))?;
    }
    let rows = pairs.into_iter().zip(sheets).zip(&walk.books);
    rows.map(|((pair, sheet), books)| {
        let spans = books.iter().map(|book| closed.get(book).copied());
        let spans: Option<Vec<_>> = spans.collect();
        Ok(MirrorRow {
            kind: pair.kind,
            ours: pair.ours,
            theirs: pair.theirs,
            dates: sheet.dates(&spans.unwrap_or_default())?,
        })
    })
    .collect::<Result<_, FaultKind>>()
    .map_err(after_all(run))
}

/// Every mirror at the instant after `events` events.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn mirrors_at(run: &Run, events: u32) -> Result<Vec<MirrorNow>, Fault> {
    let events = events.min(run.event_count());
    let pairs = pairs(run.plan());
    let ledger = run.at(events)?;
    let walk = Walk::along(run.plan(), &pairs);
    let mut walk = walk.map_err(|missing| FaultKind::from(missing).after(0))?;
    let (mut moved, mut gaps) = (Vec::new(), Vec::new());
    for place in 0..events {
        let event = run.event(place)?;
        walk.passes(place, &event, &mut moved, &mut gaps)
            .map_err(|kind| kind.after(place))?;
        moved.clear();
        gaps.clear();
    }
    now(run, &ledger, &pairs, &walk).map_err(|kind| kind.after(events))
}

fn now(
    run: &Run,
    ledger: &Ledger,
    pairs: &[Mirror],
    walk: &Walk<'_>,
) -> Result<Vec<MirrorNow>, FaultKind> {
    let mut rows = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let ours = ledger.balance(pair.ours)?.current();
        let theirs = owed(ledger, &pair.theirs)?;
        rows.push(MirrorNow {
            kind: pair.kind,
            ours: pair.ours,
            compared: MirrorCompared::of(ours, theirs)?,
        });
    }
    for gap in walk.unlearnt()? {
        if let Some(row) = rows.get_mut(gap.mirror) {
            row.compared.explained_by(run, &gap)?;
        }
    }
    Ok(rows)
}

/// What others' books say that they owe.
fn owed(ledger: &Ledger, accounts: &[AccountId]) -> Result<Money, FaultKind> {
    let mut sum = Money::ZERO;
    for account in accounts {
        sum = sum.minus(ledger.balance(*account)?.current())?;
    }
    Ok(sum)
}

/// One mirror while the run is read: what moved under which date, and the gaps found.
#[derive(Default)]
struct Sheet {
    ours: BTreeMap<AccountingDate, Money>,
    theirs: BTreeMap<AccountingDate, Money>,
    gaps: BTreeMap<AccountingDate, MirrorCompared>,
}

/// Enters what moved and the gaps found into the sheets of their mirrors.
fn entered(
    run: &Run,
    sheets: &mut [Sheet],
    moved: &mut Vec<Moved>,
    gaps: &mut Vec<Gap>,
) -> Result<(), FaultKind> {
    for one in moved.drain(..) {
        let Some(sheet) = sheets.get_mut(one.mirror) else {
            continue;
        };
        let side = match one.side {
            MirrorSide::Ours => &mut sheet.ours,
            MirrorSide::Theirs => &mut sheet.theirs,
        };
        let sum = side.entry(one.date).or_default();
        *sum = sum.plus(one.amount)?;
    }
    for gap in gaps.drain(..) {
        if let Some(sheet) = sheets.get_mut(gap.mirror) {
            let compared = sheet.gaps.entry(gap.date).or_default();
            compared.explained_by(run, &gap)?;
        }
    }
    Ok(())
}

impl Sheet {
    /// Both closings of every date that all books have closed; `spans` are first and last date of each.
    fn dates(
        mut self,
        spans: &[(AccountingDate, AccountingDate)],
    ) -> Result<Vec<MirrorDate>, FaultKind> {
        let first = spans.iter().map(|(first, _)| *first).max();
        let last = spans.iter().map(|(_, last)| *last).min();
        let (Some(mut date), Some(last)) = (first, last) else {
            return Ok(Vec::new());
        };
        let before = |side: &BTreeMap<AccountingDate, Money>| {
            let earlier = side.range(..date);
            earlier
                .map(|(_, sum)| *sum)
                .try_fold(Money::ZERO, Money::plus)
        };
        let (mut ours, mut theirs) = (before(&self.ours)?, before(&self.theirs)?);
        let mut rows = Vec::new();
        while date <= last {
            ours = ours.plus(self.ours.get(&date).copied().unwrap_or_default())?;
            theirs = theirs.plus(self.theirs.get(&date).copied().unwrap_or_default())?;
            let found = self.gaps.remove(&date).unwrap_or_default();
            let whole = MirrorCompared::of(ours, theirs)?;
            rows.push(MirrorDate {
                date,
                compared: MirrorCompared {
                    ours,
                    theirs,
                    difference: whole.difference,
                    unexplained: whole
                        .difference
                        .minus(found.between_cut_offs)?
                        .minus(found.not_yet_learnt)?,
                    ..found
                },
            });
            date = date.next();
        }
        Ok(rows)
    }
}

impl MirrorCompared {
    /// Two balances, nothing explained yet.
    fn of(ours: Money, theirs: Money) -> Result<MirrorCompared, FaultKind> {
        let difference = ours.minus(theirs)?;
        Ok(MirrorCompared {
            ours,
            theirs,
            difference,
            unexplained: difference,
            ..MirrorCompared::default()
        })
    }

    fn explained_by(&mut self, run: &Run, gap: &Gap) -> Result<(), FaultKind> {
        let sum = match gap.reason {
            DifferenceReason::BetweenCutOffs => &mut self.between_cut_offs,
            DifferenceReason::NotYetLearnt => &mut self.not_yet_learnt,
        };
        *sum = sum.plus(gap.amount)?;
        self.unexplained = self.unexplained.minus(gap.amount)?;
        if self.explained.len() >= LISTED_MAX {
            self.more = self.more.saturating_add(1);
            return Ok(());
        }
        let event = run.events().get(gap.event)?;
        self.explained.push(Explained {
            event: gap.event.saturating_add(1),
            cause: cause(run, &event)?,
            amount: gap.amount,
            had_by: gap.had_by,
            reason: gap.reason,
        });
        Ok(())
    }
}
