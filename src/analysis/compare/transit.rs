//! Whose money is how long on its way from the payment to a bank account, what that costs, and how long others'
//! money lies in a party's hands.

use std::collections::BTreeMap;

use crate::analysis::report::{after_all, held_over_run};
use crate::analysis::view::{HeldCompared, HeldOverRun, HeldSince, TransitCompared, TransitRow};
use crate::base::amount_time::AmountTime;
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::base::rate::Rate;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

use super::sides::{figures, key};
use super::{amounts, times};

/// Both views of the same money: of those who wait for it, and of those who have it meanwhile.
pub(super) fn transit(
    a: &Run,
    b: &Run,
    annual_rate: Option<Rate>,
) -> Result<(TransitCompared, Vec<HeldCompared>), Fault> {
    let in_a = held_over_run(a, HeldSince::EventTime)?;
    let in_b = held_over_run(b, HeldSince::EventTime)?;
    let waiting = figures(
        waiting(a, &in_a).map_err(after_all(a))?,
        waiting(b, &in_b).map_err(after_all(b))?,
    );
    let of = waiting.into_iter().map(|(owner, (in_a, in_b))| {
        let cost = annual_rate.map(|rate| amounts(in_a.interest(rate)?, in_b.interest(rate)?));
        Ok(TransitRow {
            owner,
            transit: times(in_a, in_b)?,
            cost: cost.transpose()?,
        })
    });
    let of = of.collect::<Result<Vec<_>, FaultKind>>();
    let mut of = of.map_err(after_all(b))?;
    of.order_by_key(|row| std::cmp::Reverse(row.transit.difference.size()));
    let transit = TransitCompared {
        annual_rate: annual_rate.map(Rate::plain),
        of,
    };
    let held = figures(in_hands(a, &in_a), in_hands(b, &in_b)).into_iter();
    let held = held.map(|(holder, (in_a, in_b))| {
        Ok(HeldCompared {
            holder,
            maximum: amounts(in_a.0, in_b.0)?,
            held: times(in_a.1, in_b.1)?,
        })
    });
    let held = held.collect::<Result<Vec<_>, FaultKind>>();
    let mut held = held.map_err(after_all(b))?;
    held.order_by_key(|row| std::cmp::Reverse(row.held.difference.size()));
    Ok((transit, held))
}

/// What lay in others' hands for each party. What a platform claims from a channel for its sellers is on its way
/// to them, not to it.
fn waiting(run: &Run, held: &[HeldOverRun]) -> Result<BTreeMap<String, AmountTime>, FaultKind> {
    let mut waiting: BTreeMap<String, AmountTime> = BTreeMap::new();
    for part in held.iter().flat_map(|held| &held.of) {
        let sum = waiting
            .entry(key(run.plan(), part.beneficiary))
            .or_default();
        *sum = sum.plus(part.held)?;
    }
    for held in held {
        if let Some(sum) = waiting.get_mut(&key(run.plan(), held.holder)) {
            *sum = sum.without(held.held_at_channel);
        }
    }
    waiting.retain(|_, time| !time.is_zero());
    Ok(waiting)
}

/// The most, and amount × time, in each holder's hands.
fn in_hands(run: &Run, held: &[HeldOverRun]) -> BTreeMap<String, (Money, AmountTime)> {
    let held = held.iter().filter(|held| !held.held.is_zero());
    held.map(|held| (key(run.plan(), held.holder), (held.maximum, held.held)))
        .collect()
}
