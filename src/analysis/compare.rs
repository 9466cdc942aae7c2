//! Two scenarios under one clock: what differs in money, in time, in fees, in risk, and in the documents.
//!
//! A pure reader of two finished runs. Days are natural days, because each book of each scenario has
//! accounting dates of its own and only the clock on the wall is common to all of them.

mod arrivals;
mod days;
pub(super) mod fees;
mod found;
pub(super) mod reading;
mod refused;
mod sides;
mod transit;

use crate::base::amount_time::AmountTime;
use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::money::{Money, MoneyRange};
use crate::base::rate::Rate;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::difference::difference;
use crate::scenario::v1::Scenario;

use super::report;
use super::view::{
    AccountAtMoment, AccountDay, Compared, ComparedSide, ComparedTotals, Comparison, Counted,
    DocumentChanges, MomentCompared, Summary, Timed,
};

/// A scenario and its run.
#[derive(Clone, Copy)]
pub struct Played<'a> {
    /// What was written down.
    pub scenario: &'a Scenario,
    /// What came of it.
    pub run: &'a Run,
}

/// Compares two scenarios; with a rate a year also what waiting for money costs.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn both(a: Played<'_>, b: Played<'_>, annual_rate: Option<Rate>) -> Result<Comparison, Fault> {
    let (total, rows) = difference(a.scenario, b.scenario);
    let (run_a, run_b) = (a.run, b.run);
    let (of_a, of_b) = (report::summary(run_a)?, report::summary(run_b)?);
    let findings = found::findings(run_a, run_b)?;
    let days = days(run_a, run_b);
    let (parties, accounts) = days::watched(run_a, run_b, &days)?;
    let (transit, held) = transit::transit(run_a, run_b, annual_rate)?;
    Ok(Comparison {
        is_same: total == 0,
        totals: totals(&of_a, &of_b, &findings).map_err(report::after_all(run_b))?,
        a: side(of_a),
        b: side(of_b),
        document: DocumentChanges { total, rows },
        days,
        parties,
        accounts,
        arrivals: arrivals::arrivals(run_a, run_b)?,
        fees: fees::fees(run_a, run_b)?,
        transit,
        held,
        findings,
        refused: refused::refused(run_a, run_b)?,
    })
}

/// All balances of both after everything at or before a moment.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn at(a: &Run, b: &Run, at: WallClock) -> Result<MomentCompared, Fault> {
    let (event_a, event_b) = (a.moment_after(at), b.moment_after(at));
    let (in_a, in_b) = (report::snapshot(a, event_a)?, report::snapshot(b, event_b)?);
    let rows = sides::accounts(a.plan(), b.plan()).into_iter();
    let rows = rows.map(|(name, pair)| {
        let in_a = pair.a.and_then(|id| in_a.balances.get(id.index()).copied());
        let in_b = pair.b.and_then(|id| in_b.balances.get(id.index()).copied());
        let amount = |row: Option<Money>| row.unwrap_or_default();
        let in_b_first = pair.b.map(|id| (b, id)).or(pair.a.map(|id| (a, id)));
        let (run, id) = in_b_first.ok_or(Missing::Account)?;
        let account = run.plan().accounts().get(id).ok_or(Missing::Account)?;
        let owner = run.plan().parties().get(account.owner);
        Ok(AccountAtMoment {
            name: name.to_owned(),
            kind: account.kind,
            owner: owner.ok_or(Missing::Party)?.name.clone(),
            a: pair.a,
            b: pair.b,
            in_a,
            in_b,
            current: amounts(
                amount(in_a.map(|row| row.current)),
                amount(in_b.map(|row| row.current)),
            )?,
            previous_day: amounts(
                amount(in_a.map(|row| row.previous_day)),
                amount(in_b.map(|row| row.previous_day)),
            )?,
        })
    });
    let accounts = rows.collect::<Result<_, FaultKind>>();
    Ok(MomentCompared {
        at,
        event_a,
        event_b,
        accounts: accounts.map_err(|kind| kind.after(event_b))?,
    })
}

/// One account at the end of each day of either run; empty when neither has an account of this name.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn account(a: &Run, b: &Run, name: &str) -> Result<Vec<AccountDay>, Fault> {
    let accounts = sides::accounts(a.plan(), b.plan());
    match accounts.get(name) {
        Some(pair) => days::of_account(a, b, &days(a, b), pair),
        None => Ok(Vec::new()),
    }
}

fn side(summary: Summary) -> ComparedSide {
    ComparedSide {
        title: summary.title,
        starts: summary.starts,
        ends: summary.ends,
        events: summary.events,
        fingerprint: summary.fingerprint,
    }
}

fn totals(
    a: &Summary,
    b: &Summary,
    findings: &[super::view::FindingCompared],
) -> Result<ComparedTotals, FaultKind> {
    let found = |is: fn(&super::view::FindingCompared) -> bool| {
        u32::try_from(findings.iter().filter(|one| is(one)).count()).unwrap_or(u32::MAX)
    };
    Ok(ComparedTotals {
        paid_in: amounts(a.paid_in, b.paid_in)?,
        refunded: amounts(a.refunded, b.refunded)?,
        fees: amounts(a.fees, b.fees)?,
        paid_out: amounts(a.paid_out, b.paid_out)?,
        payments: counts(a.payments, b.payments),
        refunds: counts(a.refunds, b.refunds),
        refused: counts(a.refused, b.refused),
        payouts: counts(a.payouts, b.payouts),
        findings: counts(found(|one| one.a.is_some()), found(|one| one.b.is_some())),
    })
}

/// Natural days on which either run goes on.
fn days(a: &Run, b: &Run) -> Vec<CivilDate> {
    let span = |run: &Run| {
        let first = run.plan().starts().day().days();
        first..=run.ends().day().days()
    };
    let mut days: Vec<i32> = span(a).chain(span(b)).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(CivilDate::of_days).collect()
}

/// The last moment of a day.
pub(super) fn end_of(day: CivilDate) -> WallClock {
    day.plus_days(1).at(TimeOfDay::MIDNIGHT).plus_millis(-1)
}

fn amounts(a: Money, b: Money) -> Result<Compared, MoneyRange> {
    let difference = b.minus(a)?;
    Ok(Compared { a, b, difference })
}

fn counts(a: u32, b: u32) -> Counted {
    let difference = i64::from(b).saturating_sub(i64::from(a));
    Counted { a, b, difference }
}

fn times(a: AmountTime, b: AmountTime) -> Result<Timed, MoneyRange> {
    let difference = b.change_from(a)?;
    Ok(Timed { a, b, difference })
}

impl Compared {
    /// How much they differ, whichever way.
    pub fn size(&self) -> Money {
        match self.difference.is_negative() {
            true => self.difference.negated(),
            false => self.difference,
        }
    }

    /// Whether both have the same.
    pub fn is_same(&self) -> bool {
        self.difference.is_zero()
    }
}
