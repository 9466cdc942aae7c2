//! Expectations: what the author expects against what the books say. Red or green, with both figures.

use crate::analysis::rules;
use crate::analysis::view::{ExpectationRow, ExpectationSubject, Figure, HeldSince};
use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::domain::posting::Meaning;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::PlannedExpectation;
use crate::scenario::v1::{Op, Which};

use super::moments::balance_row;
use super::{after_all, held_over_run};

/// All expectations in the author's order.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn expectations(run: &Run) -> Result<Vec<ExpectationRow>, Fault> {
    let planned = run.plan().expectations().iter().enumerate();
    planned.map(|(place, one)| row(run, place, one)).collect()
}

fn row(run: &Run, place: usize, one: &PlannedExpectation) -> Result<ExpectationRow, Fault> {
    let (op, expected, actual, subject) = looked(run, one)?;
    Ok(ExpectationRow {
        path: format!("expectations[{place}]"),
        holds: holds(op, expected, actual),
        op: sign(op).to_owned(),
        expected,
        actual,
        subject,
    })
}

/// Comparison, what was expected, what came out, and of what.
type Looked = (Op, Figure, Figure, ExpectationSubject);

fn looked(run: &Run, one: &PlannedExpectation) -> Result<Looked, Fault> {
    Ok(match *one {
        PlannedExpectation::Balance {
            account,
            at,
            which,
            op,
            value,
        } => {
            let actual = balance(run, account, at, which)?;
            let previous_day = which == Which::PreviousDay;
            let subject = ExpectationSubject::Balance {
                account,
                at,
                previous_day,
            };
            (op, Figure::Amount(value), Figure::Amount(actual), subject)
        }
        PlannedExpectation::Arrival {
            account,
            by,
            op,
            value,
        } => {
            let actual = arrived(run, account, by)?;
            let subject = ExpectationSubject::Arrival { account, by };
            (op, Figure::Amount(value), Figure::Amount(actual), subject)
        }
        PlannedExpectation::TotalFee { channel, op, value } => {
            let actual = total_fee(run, channel).map_err(after_all(run))?;
            let subject = ExpectationSubject::TotalFee { channel };
            (op, Figure::Amount(value), Figure::Amount(actual), subject)
        }
        PlannedExpectation::Refused { op, count } => {
            let actual = Figure::Count(run.desk().refused);
            (
                op,
                Figure::Count(count),
                actual,
                ExpectationSubject::Refused,
            )
        }
        PlannedExpectation::Inflow { .. }
        | PlannedExpectation::Commission { .. }
        | PlannedExpectation::Held { .. }
        | PlannedExpectation::Findings { .. } => of_party(run, one)?,
    })
}

/// The same of expectations that name a party or nobody, and no account.
fn of_party(run: &Run, one: &PlannedExpectation) -> Result<Looked, Fault> {
    Ok(match *one {
        PlannedExpectation::Inflow {
            party,
            from,
            by,
            op,
            value,
        } => {
            let actual = Figure::Amount(flowed_in(run, party, (from, by))?);
            let subject = ExpectationSubject::Inflow { party, from, by };
            (op, Figure::Amount(value), actual, subject)
        }
        PlannedExpectation::Commission { party, op, value } => {
            let actual = commission(run, party).map_err(after_all(run))?;
            let subject = ExpectationSubject::Commission { party };
            (op, Figure::Amount(value), Figure::Amount(actual), subject)
        }
        PlannedExpectation::Held { party, op, value } => {
            let actual = Figure::Amount(held_most(run, party)?);
            let subject = ExpectationSubject::Held { party };
            (op, Figure::Amount(value), actual, subject)
        }
        PlannedExpectation::Findings {
            at_least,
            op,
            count,
        } => {
            let found = rules::judged(run)?;
            let all = found.findings.iter();
            let grave = all.filter(|one| one.severity >= at_least).count();
            let actual = Figure::Count(u32::try_from(grave).unwrap_or(u32::MAX));
            let subject = ExpectationSubject::Findings { at_least };
            (op, Figure::Count(count), actual, subject)
        }
        PlannedExpectation::Balance { .. }
        | PlannedExpectation::Arrival { .. }
        | PlannedExpectation::TotalFee { .. }
        | PlannedExpectation::Refused { .. } => looked(run, one)?,
    })
}

fn balance(run: &Run, account: AccountId, at: WallClock, which: Which) -> Result<Money, Fault> {
    let events = run.moment_after(at);
    let ledger = run.at(events)?;
    let row = ledger
        .balance(account)
        .and_then(|balance| balance_row(run.plan(), &ledger, account, balance));
    let row = row.map_err(|kind| kind.after(events))?;
    Ok(match which {
        Which::Current => row.current,
        Which::PreviousDay => row.previous_day,
    })
}

/// What payouts brought to a deposit up to the end of a natural day.
fn arrived(run: &Run, account: AccountId, by: CivilDate) -> Result<Money, Fault> {
    let ends = by.plus_days(1).at(TimeOfDay::MIDNIGHT).plus_millis(-1);
    let mut sum = Money::ZERO;
    for place in 0..run.moment_after(ends) {
        let event = run.event(place)?;
        let Happening::PayoutSucceeded { payee, amount, .. } = event.what else {
            continue;
        };
        let payee = run.plan().payees().get(payee).ok_or(Missing::Payee);
        let payee = payee.map_err(|missing| FaultKind::from(missing).after(place))?;
        if payee.deposit == account {
            sum = sum
                .plus(amount)
                .map_err(|range| FaultKind::from(range).after(place))?;
        }
    }
    Ok(sum)
}

/// Fees of a channel less fees returned, read from its book's flows.
fn total_fee(run: &Run, channel: PartyId) -> Result<Money, FaultKind> {
    let plan = run.plan();
    let mut sum = Money::ZERO;
    for (id, flow) in plan.flows().iter() {
        let keeper = plan.books().get(flow.book).ok_or(Missing::Book)?.keeper;
        if keeper != channel {
            continue;
        }
        let moved = run.end().flow(id)?;
        match flow.meaning {
            Meaning::ChannelFee => sum = sum.plus(moved)?,
            Meaning::FeeReturned => sum = sum.minus(moved)?,
            _ => {}
        }
    }
    Ok(sum)
}

/// What payouts of channels and payments of platforms brought to a party's deposits between two days.
fn flowed_in(
    run: &Run,
    party: PartyId,
    (from, by): (Option<CivilDate>, CivilDate),
) -> Result<Money, Fault> {
    let first = from.map_or(0, |from| {
        run.moment_after(from.at(TimeOfDay::MIDNIGHT).plus_millis(-1))
    });
    let ends = by.plus_days(1).at(TimeOfDay::MIDNIGHT).plus_millis(-1);
    let mut sum = Money::ZERO;
    for place in first..run.moment_after(ends) {
        let event = run.event(place)?;
        let (payee, amount) = match event.what {
            Happening::PayoutSucceeded { payee, amount, .. }
            | Happening::Transferred { payee, amount } => (payee, amount),
            _ => continue,
        };
        let payee = run.plan().payees().get(payee).ok_or(Missing::Payee);
        let payee = payee.map_err(|missing| FaultKind::from(missing).after(place))?;
        if payee.owner == party {
            sum = sum
                .plus(amount)
                .map_err(|range| FaultKind::from(range).after(place))?;
        }
    }
    Ok(sum)
}

/// What a party's own book shows as commission income at the end.
fn commission(run: &Run, party: PartyId) -> Result<Money, FaultKind> {
    let plan = run.plan();
    let mut sum = Money::ZERO;
    for (id, account) in plan.accounts().iter() {
        let keeper = plan.books().get(account.book).ok_or(Missing::Book)?.keeper;
        if account.kind == AccountKind::CommissionIncome && keeper == party {
            let balance = run.end().balance(id)?;
            sum = sum.plus(balance_row(plan, run.end(), id, balance)?.current)?;
        }
    }
    Ok(sum)
}

fn held_most(run: &Run, party: PartyId) -> Result<Money, Fault> {
    let over_run = held_over_run(run, HeldSince::EventTime)?;
    let held = over_run.iter().find(|held| held.holder == party);
    Ok(held.map_or(Money::ZERO, |held| held.maximum))
}

fn holds(op: Op, expected: Figure, actual: Figure) -> bool {
    let number = |figure| match figure {
        Figure::Amount(amount) => amount.minor(),
        Figure::Count(count) => i64::from(count),
    };
    let (actual, expected) = (number(actual), number(expected));
    match op {
        Op::Equal => actual == expected,
        Op::NotEqual => actual != expected,
        Op::Less => actual < expected,
        Op::AtMost => actual <= expected,
        Op::More => actual > expected,
        Op::AtLeast => actual >= expected,
    }
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Equal => "=",
        Op::NotEqual => "!=",
        Op::Less => "<",
        Op::AtMost => "<=",
        Op::More => ">",
        Op::AtLeast => ">=",
    }
}
