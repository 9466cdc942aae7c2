//! What a run is about and how it ended, on one page.

use std::collections::BTreeSet;

use crate::analysis::view::{AccountRow, BookRow, PartyRow, Summary};
use crate::base::date::{Boundary, CivilDate};
use crate::base::money::Money;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

use super::{after_all, expectations};

/// The summary of a run.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn summary(run: &Run) -> Result<Summary, Fault> {
    let plan = run.plan();
    let totals = totals(run).map_err(after_all(run))?;
    let refunds = plan.refunds().len();
    let refused = run.desk().refused;
    Ok(Summary {
        title: plan.title().clone(),
        starts: plan.starts(),
        ends: run.ends(),
        events: run.event_count(),
        payments: count(plan.lines().len()),
        refunds: count(refunds).saturating_sub(refused),
        refused,
        payouts: count(run.desk().payouts().len()),
        paid_in: totals.paid_in,
        refunded: totals.refunded,
        fees: totals.fees,
        paid_out: totals.paid_out,
        parties: parties(run),
        books: books(run),
        accounts: accounts(run).map_err(after_all(run))?,
        expectations: expectations(run)?,
        checks: run.checks(),
        beyond_calendar: beyond_calendar(run),
        fingerprint: run.events().fingerprint(),
    })
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Due dates of batches that were counted by weekends only.
fn beyond_calendar(run: &Run) -> Vec<CivilDate> {
    let mut dates = BTreeSet::new();
    for batch in run.desk().batches().rows().rows() {
        let payee = run.plan().payees().get(batch.via);
        if payee.is_some_and(|payee| payee.beyond.contains(&batch.due)) {
            dates.insert(batch.due);
        }
    }
    dates.into_iter().collect()
}

#[derive(Default)]
struct Totals {
    paid_in: Money,
    refunded: Money,
    fees: Money,
    paid_out: Money,
}

/// Totals are what moved along the flows of channels' books, so they cannot differ from the books.
fn totals(run: &Run) -> Result<Totals, FaultKind> {
    let plan = run.plan();
    let mut totals = Totals::default();
    for (id, flow) in plan.flows().iter() {
        let keeper = plan.books().get(flow.book).map(|book| book.keeper);
        let keeper = keeper
            .and_then(|id| plan.parties().get(id))
            .map(|party| party.kind);
        // Banks and own books mirror the same money; counted once, where the channel books it.
        if keeper != Some(PartyKind::Channel) {
            continue;
        }
        let moved = run.end().flow(id)?;
        match flow.meaning {
            Meaning::Payment => totals.paid_in = totals.paid_in.plus(moved)?,
            Meaning::Refund => totals.refunded = totals.refunded.plus(moved)?,
            Meaning::PaidOut => totals.paid_out = totals.paid_out.plus(moved)?,
            Meaning::ChannelFee => totals.fees = totals.fees.plus(moved)?,
            Meaning::FeeReturned => totals.fees = totals.fees.minus(moved)?,
            Meaning::Opening
            | Meaning::Share
            | Meaning::Unfreeze
            | Meaning::Commission
            | Meaning::Sale
            | Meaning::TopUp
            | Meaning::ShareReturned
            | Meaning::Cleared
            | Meaning::PayoutSent
            | Meaning::Transferred
            | Meaning::Spent
            | Meaning::Advanced
            | Meaning::PaidOnward => {}
        }
    }
    Ok(totals)
}

fn parties(run: &Run) -> Vec<PartyRow> {
    let parties = run.plan().parties().rows().iter();
    parties
        .map(|party| PartyRow {
            id: party.key.clone(),
            name: party.name.clone(),
            kind: party.kind,
            licence: party.licence,
            book: party.book,
            implicit: party.implicit,
        })
        .collect()
}

fn books(run: &Run) -> Vec<BookRow> {
    let books = run.plan().books().rows().iter();
    books
        .map(|book| BookRow {
            keeper: book.keeper,
            cut_off: book.cut_off.time(),
            boundary_is_new_day: book.cut_off.boundary() == Boundary::NewDay,
            announced: book.announced,
        })
        .collect()
}

fn accounts(run: &Run) -> Result<Vec<AccountRow>, FaultKind> {
    let plan = run.plan();
    let mut used = vec![false; plan.accounts().len()];
    for (id, flow) in plan.flows().iter() {
        if !run.end().flow(id)?.is_zero() {
            for account in [flow.debit, flow.credit] {
                if let Some(used) = used.get_mut(account.index()) {
                    *used = true;
                }
            }
        }
    }
    let rows = plan.accounts().rows().iter().zip(used);
    Ok(rows
        .map(|(account, used)| AccountRow {
            name: account.name.clone(),
            code: account.code.clone(),
            alias: account.alias.clone(),
            book: account.book,
            owner: account.owner,
            kind: account.kind,
            normal: account.kind.normal(),
            used,
        })
        .collect())
}
