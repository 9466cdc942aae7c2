//! What was refused or put off in both runs: refunds, payouts, payments by platforms.

use std::collections::BTreeMap;

use crate::analysis::report::{after_all, cause};
use crate::analysis::view::RefusedCompared;
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::domain::posting::EventKind;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

use super::sides::figures;
use super::{amounts, counts};

/// How often, when first, and how much in all.
#[derive(Clone, Copy, Default)]
struct Times {
    count: u32,
    first: Option<WallClock>,
    amount: Money,
}

/// Everything refused or put off, by what it is and its cause.
pub(super) fn refused(a: &Run, b: &Run) -> Result<Vec<RefusedCompared>, Fault> {
    let both = figures(times(a)?, times(b)?).into_iter();
    let rows = both.map(|((kind, cause), (in_a, in_b))| {
        Ok(RefusedCompared {
            kind,
            cause,
            count: counts(in_a.count, in_b.count),
            first_a: in_a.first,
            first_b: in_b.first,
            amount: amounts(in_a.amount, in_b.amount)?,
        })
    });
    let rows = rows.collect::<Result<Vec<_>, FaultKind>>();
    rows.map_err(after_all(b))
}

fn times(run: &Run) -> Result<BTreeMap<(EventKind, String), Times>, Fault> {
    let mut times: BTreeMap<(EventKind, String), Times> = BTreeMap::new();
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let amount = match event.what {
            Happening::RefundRefused { short, .. } | Happening::TransferDeferred { short, .. } => {
                short
            }
            Happening::PayoutDeferred { due, .. } => due,
            _ => continue,
        };
        let noted = cause(run, &event).and_then(|cause| {
            let so_far = times.entry((event.what.kind(), cause)).or_default();
            so_far.count = so_far.count.saturating_add(1);
            so_far.first = so_far.first.or(Some(event.at));
            so_far.amount = so_far.amount.plus(amount)?;
            Ok(())
        });
        noted.map_err(|kind: FaultKind| kind.after(place))?;
    }
    Ok(times)
}
