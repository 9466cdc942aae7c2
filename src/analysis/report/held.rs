//! Others' money: what each party holds of it at a moment, and over the whole run to the fen and the second.

use crate::analysis::holding::{Pocket, Unlearnt, pockets, unlearnt};
use crate::analysis::view::{
    HeldDayEnd, HeldForOverRun, HeldNow, HeldOverRun, HeldSince, HeldStay, HeldStep,
};
use crate::base::amount_time::AmountTime;
use crate::base::date::WallClock;
use crate::base::money::{Money, MoneyRange};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

/// Steps kept for a chart.
const STEPS_MAX: usize = 2_000;

/// What every party that owes others something holds of their money after `events` events.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn held(run: &Run, events: u32, since: HeldSince) -> Result<Vec<HeldNow>, Fault> {
    let events = events.min(run.event_count());
    let ledger = run.at(events)?;
    let sales = match since {
        HeldSince::EventTime => Some(unlearnt(run, events)?),
        HeldSince::KnowledgeTime => None,
    };
    pockets(run.plan())
        .iter()
        .map(|pocket| pocket.held(&ledger, sales.as_ref()))
        .collect::<Result<_, _>>()
        .map_err(|kind| kind.after(events))
}

/// Maximum, time and amount × time of others' money in every party's hands, over the whole run.
///
/// What happens in one second is looked at when that second is over.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn held_over_run(run: &Run, since: HeldSince) -> Result<Vec<HeldOverRun>, Fault> {
    let plan = run.plan();
    let mut watch = Watch::opened(plan, since);
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        watch
            .passes(plan, &event)
            .map_err(|kind| kind.after(place))?;
    }
    let tallies = watch.tallies.into_iter();
    Ok(tallies.map(|tally| tally.told).collect())
}

/// The books as time passes, with a tally for every holder.
struct Watch {
    ledger: Ledger,
    sales: Option<Unlearnt>,
    now: WallClock,
    pockets: Vec<Pocket>,
    tallies: Vec<Tally>,
}

/// What one holder has held so far.
struct Tally {
    told: HeldOverRun,
    /// What it holds since the last look.
    now: HeldNow,
    /// Since when it has held something without a break.
    stays_since: Option<WallClock>,
    /// Whether something happened since the last look.
    stale: bool,
}

impl Watch {
    fn opened(plan: &Plan, since: HeldSince) -> Watch {
        let pockets = pockets(plan);
        let tallies = pockets.iter().map(|pocket| Tally {
            told: HeldOverRun {
                holder: pocket.holder,
                ..HeldOverRun::default()
            },
            now: HeldNow::default(),
            stays_since: None,
            stale: false,
        });
        Watch {
            ledger: Ledger::opened(plan),
            sales: (since == HeldSince::EventTime).then(Unlearnt::default),
            now: plan.opens(),
            tallies: tallies.collect(),
            pockets,
        }
    }

    fn passes(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        if event.at > self.now {
            self.time_passes(event.at)?;
        }
        self.ledger.apply(plan, event)?;
        if let Happening::DayCut { book, closes } = event.what {
            // Cuts come first in their second: what is held here is what was held as the day ended.
            let keeper = plan.books().get(book).ok_or(Missing::Book)?.keeper;
            for tally in &mut self.tallies {
                if tally.told.holder == keeper {
                    tally.told.day_ends.push(HeldDayEnd {
                        date: closes,
                        at: event.at,
                        total: tally.now.total,
                        beneficiaries: u32::try_from(tally.now.of.len()).unwrap_or(u32::MAX),
                    });
                }
            }
        }
        let learnt = match &mut self.sales {
            Some(sales) => sales.note(plan, &event.what)?,
            None => false,
        };
        for (pocket, tally) in self.pockets.iter().zip(&mut self.tallies) {
            tally.stale |= learnt
                || self.ledger.last_legs().iter().any(|posted| {
                    pocket.concerns(posted.leg.debit) || pocket.concerns(posted.leg.credit)
                });
        }
        Ok(())
    }

    /// Everything of the second that ends is known; it holds until `until`.
    fn time_passes(&mut self, until: WallClock) -> Result<(), FaultKind> {
        for (pocket, tally) in self.pockets.iter().zip(&mut self.tallies) {
            if tally.stale {
                tally.now = pocket.held(&self.ledger, self.sales.as_ref())?;
                tally.stale = false;
                tally.step(self.now);
            }
            tally.holds(self.now, until)?;
        }
        self.now = until;
        Ok(())
    }
}

impl Tally {
    /// Remembers the amounts from here on, every second one of them when there are too many.
    fn step(&mut self, at: WallClock) {
        let step = HeldStep {
            at,
            total: self.now.total,
            at_channel: self.now.at_channel,
            at_bank: self.now.at_bank,
        };
        let same = |last: &HeldStep| HeldStep { at, ..*last } == step;
        let steps = &mut self.told.steps;
        let nothing_yet = steps.is_empty() && step.total.is_zero();
        if nothing_yet || steps.last().is_some_and(same) {
            return;
        }
        if steps.len() >= STEPS_MAX {
            let mut keep = false;
            steps.retain(|_| {
                keep = !keep;
                keep
            });
        }
        steps.push(step);
    }

    fn holds(&mut self, from: WallClock, until: WallClock) -> Result<(), MoneyRange> {
        if self.now.total.is_zero() {
            self.stays_since = None;
            return Ok(());
        }
        let since = *self.stays_since.get_or_insert(from);
        let (now, told) = (&self.now, &mut self.told);
        let ms = elapsed(since, until);
        if told.longest.is_none_or(|longest| ms > longest.ms) {
            let from = since;
            told.longest = Some(HeldStay { from, until, ms });
        }
        let millis = elapsed(from, until);
        if now.total > told.maximum {
            told.maximum = now.total;
            told.maximum_at = Some(from);
        }
        told.held_ms = told.held_ms.saturating_add(millis);
        let more = |so_far: AmountTime, amount: Money| so_far.plus(AmountTime::of(amount, millis)?);
        told.held = more(told.held, now.total)?;
        told.held_at_channel = more(told.held_at_channel, now.at_channel)?;
        told.held_at_bank = more(told.held_at_bank, now.at_bank)?;
        for one in &now.of {
            let place = told
                .of
                .partition_point(|row| row.beneficiary < one.beneficiary);
            if told.of.get(place).map(|row| row.beneficiary) != Some(one.beneficiary) {
                told.of.insert(
                    place,
                    HeldForOverRun {
                        beneficiary: one.beneficiary,
                        maximum: Money::ZERO,
                        held_ms: 0,
                        held: AmountTime::ZERO,
                    },
                );
            }
            if let Some(row) = told.of.get_mut(place) {
                row.maximum = row.maximum.max(one.amount);
                row.held_ms = row.held_ms.saturating_add(millis);
                row.held = more(row.held, one.amount)?;
            }
        }
        Ok(())
    }
}

fn elapsed(from: WallClock, until: WallClock) -> u64 {
    u64::try_from(until.millis().saturating_sub(from.millis())).unwrap_or(0)
}
