//! When how much arrives at whose bank, in both runs: what a merchant asks first.

use std::collections::BTreeMap;

use crate::analysis::report::after_all;
use crate::analysis::view::{ArrivalDay, ArrivalsCompared, Compared};
use crate::base::date::CivilDate;
use crate::base::id::PayeeId;
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;

use super::amounts;
use super::sides::{figures, key};

/// What arrives at each party's accounts day by day; where it differs most comes first.
pub(super) fn arrivals(a: &Run, b: &Run) -> Result<Vec<ArrivalsCompared>, Fault> {
    let both = figures(arrived(a)?, arrived(b)?);
    let mut rows: Vec<ArrivalsCompared> = Vec::new();
    for ((owner, date), (in_a, in_b)) in both {
        if rows.last().is_none_or(|row| row.owner != owner) {
            rows.push(ArrivalsCompared {
                owner,
                total: Compared::default(),
                most: Money::ZERO,
                most_on: None,
                days: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            add_day(row, date, (in_a, in_b)).map_err(after_all(b))?;
        }
    }
    rows.order_by(|one, two| {
        let sizes = two.most.cmp(&one.most);
        sizes.then_with(|| one.owner.cmp(&two.owner))
    });
    Ok(rows)
}

fn add_day(
    row: &mut ArrivalsCompared,
    date: CivilDate,
    (in_a, in_b): (Money, Money),
) -> Result<(), FaultKind> {
    row.total = amounts(row.total.a.plus(in_a)?, row.total.b.plus(in_b)?)?;
    if row.total.size() > row.most {
        row.most = row.total.size();
        row.most_on = Some(date);
    }
    row.days.push(ArrivalDay {
        date,
        arrived: amounts(in_a, in_b)?,
        so_far: row.total,
    });
    Ok(())
}

/// What channels and platforms paid out, by owner and day of arrival.
fn arrived(run: &Run) -> Result<BTreeMap<(String, CivilDate), Money>, Fault> {
    let mut arrived = BTreeMap::new();
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let (payee, amount) = match event.what {
            Happening::PayoutSucceeded { payee, amount, .. }
            | Happening::Transferred { payee, amount } => (payee, amount),
            _ => continue,
        };
        let day = event.at.day();
        let sum = owner(run, payee).and_then(|owner| {
            let sum: &mut Money = arrived.entry((owner, day)).or_default();
            *sum = sum.plus(amount)?;
            Ok(())
        });
        sum.map_err(|kind| kind.after(place))?;
    }
    Ok(arrived)
}

fn owner(run: &Run, payee: PayeeId) -> Result<String, FaultKind> {
    let payee = run.plan().payees().get(payee).ok_or(Missing::Payee)?;
    Ok(key(run.plan(), payee.owner))
}
