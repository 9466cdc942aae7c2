//! What one party has held of others' money so far: the most, how long, how much for how long, and whose.
//!
//! A figure is added up when it changes and when all is over, not in every second that passes.

use crate::analysis::holding::{Hand, Split};
use crate::analysis::view::{HeldDayEnd, HeldForOverRun, HeldOverRun, HeldStay, HeldStep};
use crate::base::amount_time::AmountTime;
use crate::base::date::{AccountingDate, WallClock};
use crate::base::money::{Money, MoneyRange};
use crate::engine::fault::FaultKind;

/// Steps kept for a chart.
const STEPS_MAX: usize = 2_000;

/// What one holder has held so far.
pub(super) struct Tally {
    told: HeldOverRun,
    /// What it holds since the last change.
    now: Split,
    since: WallClock,
    /// Since when it has held something without a break.
    stays_since: Option<WallClock>,
    /// Whose it is, each beneficiary at its place in the hand.
    of: Vec<Share>,
    /// How many of them hold something now.
    beneficiaries: u32,
}

/// One beneficiary's part, counted up to `since`.
struct Share {
    row: HeldForOverRun,
    /// What it holds now; `None` when nothing is owed to it or there is nothing to hold.
    now: Option<Money>,
    since: WallClock,
    /// Whether it ever held anything.
    is_told: bool,
}

impl Tally {
    pub(super) fn opened(hand: &Hand) -> Tally {
        let of = hand.beneficiaries().map(|beneficiary| Share {
            row: HeldForOverRun {
                beneficiary,
                maximum: Money::ZERO,
                held_ms: 0,
                held: AmountTime::ZERO,
            },
            now: None,
            since: WallClock::default(),
            is_told: false,
        });
        Tally {
            told: HeldOverRun {
                holder: hand.pocket.holder,
                ..HeldOverRun::default()
            },
            now: Split::default(),
            since: WallClock::default(),
            stays_since: None,
            of: of.collect(),
            beneficiaries: 0,
        }
    }

    /// What was left when the holder's book cut its day.
    pub(super) fn day_ends(&mut self, date: AccountingDate, at: WallClock) {
        self.told.day_ends.push(HeldDayEnd {
            date,
            at,
            total: self.now.total,
            beneficiaries: self.beneficiaries,
        });
    }

    /// From `at` on the hand holds what it holds now; `touched` are the places of the debts that changed.
    pub(super) fn looks(
        &mut self,
        at: WallClock,
        hand: &Hand,
        touched: &[usize],
    ) -> Result<(), FaultKind> {
        let split = hand.split()?;
        let was_covered = self.now.uncovered.is_zero();
        self.counted_until(at)?;
        self.now = split;
        self.step(at);
        if split.total.is_zero() {
            self.stays_until(at);
        } else {
            self.stays_since.get_or_insert(at);
            if split.total > self.told.maximum {
                self.told.maximum = split.total;
                self.told.maximum_at = Some(at);
            }
        }
        if was_covered && split.uncovered.is_zero() {
            // There is enough for everybody: who was not touched holds what was held before.
            for of in touched {
                let due = hand.due(*of)?;
                self.holds(at, *of, due.is_positive().then_some(due))?;
            }
            return Ok(());
        }
        let held = hand.held()?;
        let mut parts = held.of.iter().peekable();
        for (of, beneficiary) in hand.beneficiaries().enumerate() {
            let part = parts.next_if(|part| part.beneficiary == beneficiary);
            self.holds(at, of, part.map(|part| part.amount))?;
        }
        Ok(())
    }

    /// From `at` on the beneficiary at a place holds this much.
    fn holds(&mut self, at: WallClock, of: usize, amount: Option<Money>) -> Result<(), MoneyRange> {
        let Some(share) = self.of.get_mut(of) else {
            return Ok(());
        };
        if share.now == amount {
            return Ok(());
        }
        share.counted_until(at)?;
        match (share.now, amount) {
            (None, Some(_)) => self.beneficiaries = self.beneficiaries.saturating_add(1),
            (Some(_), None) => self.beneficiaries = self.beneficiaries.saturating_sub(1),
            _ => {}
        }
        share.now = amount;
        if let Some(amount) = amount {
            share.is_told = true;
            share.row.maximum = share.row.maximum.max(amount);
        }
        Ok(())
    }

    /// Adds up what was held without a change until `at`.
    fn counted_until(&mut self, at: WallClock) -> Result<(), MoneyRange> {
        let millis = elapsed(self.since, at);
        self.since = at;
        if self.now.total.is_zero() {
            return Ok(());
        }
        let (now, told) = (&self.now, &mut self.told);
        told.held_ms = told.held_ms.saturating_add(millis);
        told.held = more(told.held, now.total, millis)?;
        told.held_at_channel = more(told.held_at_channel, now.at_channel, millis)?;
        told.held_at_bank = more(told.held_at_bank, now.at_bank, millis)?;
        Ok(())
    }

    /// A stay ends, if there was one; of stays as long as each other the first is told.
    fn stays_until(&mut self, until: WallClock) {
        let Some(from) = self.stays_since.take() else {
            return;
        };
        let ms = elapsed(from, until);
        if self.told.longest.is_none_or(|longest| ms > longest.ms) {
            self.told.longest = Some(HeldStay { from, until, ms });
        }
    }

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

    /// All that was held until `at`, when the last second begins.
    pub(super) fn over(mut self, at: WallClock) -> Result<HeldOverRun, MoneyRange> {
        self.counted_until(at)?;
        self.stays_until(at);
        for share in &mut self.of {
            share.counted_until(at)?;
        }
        let told = self.of.into_iter().filter(|share| share.is_told);
        self.told.of = told.map(|share| share.row).collect();
        Ok(self.told)
    }
}

impl Share {
    fn counted_until(&mut self, at: WallClock) -> Result<(), MoneyRange> {
        let millis = elapsed(self.since, at);
        self.since = at;
        if let Some(now) = self.now {
            self.row.held_ms = self.row.held_ms.saturating_add(millis);
            self.row.held = more(self.row.held, now, millis)?;
        }
        Ok(())
    }
}

fn more(so_far: AmountTime, amount: Money, millis: u64) -> Result<AmountTime, MoneyRange> {
    so_far.plus(AmountTime::of(amount, millis)?)
}

fn elapsed(from: WallClock, until: WallClock) -> u64 {
    u64::try_from(until.millis().saturating_sub(from.millis())).unwrap_or(0)
}
