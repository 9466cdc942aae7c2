//! The residence clock of every account: how much of others' money has lain in it for how long, up to a moment.

use crate::analysis::holding::{Pocket, Unlearnt, pockets};
use crate::analysis::view::{HeldClock, HeldNow};
use crate::base::amount_time::AmountTime;
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::base::money::{Money, MoneyRange};
use crate::base::order::InOrder;
use crate::engine::event::Event;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

/// The clocks of all accounts in which others' money lay, after `events` events; sales count from the moment at
/// which the payer paid.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn held_clocks(run: &Run, events: u32) -> Result<Vec<HeldClock>, Fault> {
    let plan = run.plan();
    let mut clocks = Clocks::opened(plan);
    for place in 0..events.min(run.event_count()) {
        let event = run.event(place)?;
        clocks
            .passes(plan, &event)
            .map_err(|kind| kind.after(place))?;
    }
    clocks.told().map_err(|kind| kind.after(events))
}

/// The books as time passes, with the clocks of everybody's accounts.
struct Clocks {
    ledger: Ledger,
    sales: Unlearnt,
    now: WallClock,
    hands: Vec<Hands>,
}

/// One holder with the clocks of its accounts: claims at channels first, then money at banks.
struct Hands {
    pocket: Pocket,
    at_channels: Vec<HeldClock>,
    at_banks: Vec<HeldClock>,
    /// Whether something happened since the last look.
    stale: bool,
}

impl Clocks {
    fn opened(plan: &Plan) -> Clocks {
        let hands = pockets(plan).into_iter().map(|pocket| {
            let clocks = |accounts: &[AccountId]| -> Vec<HeldClock> {
                let clock = |account: &AccountId| HeldClock {
                    account: *account,
                    holder: pocket.holder,
                    ..HeldClock::default()
                };
                accounts.iter().map(clock).collect()
            };
            Hands {
                at_channels: clocks(&pocket.claims),
                at_banks: clocks(&pocket.cash),
                pocket,
                stale: false,
            }
        });
        Clocks {
            ledger: Ledger::opened(plan),
            sales: Unlearnt::default(),
            now: plan.opens(),
            hands: hands.collect(),
        }
    }

    fn passes(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        if event.at > self.now {
            let millis = event.at.millis().saturating_sub(self.now.millis());
            let millis = u64::try_from(millis).unwrap_or(0);
            for hands in &mut self.hands {
                hands.look(&self.ledger, &self.sales)?;
                hands.run_for(millis)?;
            }
            self.now = event.at;
        }
        self.ledger.apply(plan, event)?;
        let learnt = self.sales.note(plan, &event.what)?;
        for hands in &mut self.hands {
            let touched = self.ledger.last_legs().iter().any(|posted| {
                let leg = &posted.leg;
                hands.pocket.concerns(leg.debit) || hands.pocket.concerns(leg.credit)
            });
            hands.stale |= learnt || touched;
        }
        Ok(())
    }

    /// The clocks as they stand, in account order; one that never ran is not told.
    fn told(mut self) -> Result<Vec<HeldClock>, FaultKind> {
        for hands in &mut self.hands {
            hands.look(&self.ledger, &self.sales)?;
        }
        let all = self.hands.into_iter();
        let all = all.flat_map(|hands| hands.at_channels.into_iter().chain(hands.at_banks));
        let mut told: Vec<HeldClock> = all
            .filter(|clock| clock.held_ms > 0 || !clock.now.is_zero())
            .collect();
        told.order_by_key(|clock| clock.account);
        Ok(told)
    }
}

impl Hands {
    /// Finds others' money in the accounts anew, where anything has changed.
    fn look(&mut self, ledger: &Ledger, sales: &Unlearnt) -> Result<(), FaultKind> {
        if !self.stale {
            return Ok(());
        }
        self.stale = false;
        let HeldNow {
            at_channel,
            at_bank,
            ..
        } = self.pocket.held(ledger, Some(sales))?;
        found(&mut self.at_channels, at_channel, ledger)?;
        found(&mut self.at_banks, at_bank, ledger)
    }

    fn run_for(&mut self, millis: u64) -> Result<(), MoneyRange> {
        let clocks = self.at_channels.iter_mut().chain(&mut self.at_banks);
        for clock in clocks.filter(|clock| !clock.now.is_zero()) {
            clock.held_ms = clock.held_ms.saturating_add(millis);
            clock.held = clock.held.plus(AmountTime::of(clock.now, millis)?)?;
        }
        Ok(())
    }
}

/// Others' money comes first: account after account holds as much of it as it has.
fn found(clocks: &mut [HeldClock], held: Money, ledger: &Ledger) -> Result<(), FaultKind> {
    let mut left = held;
    for clock in clocks {
        let balance = ledger.balance(clock.account)?.current().negated();
        clock.now = left.min(balance.max(Money::ZERO));
        left = left.minus(clock.now)?;
    }
    Ok(())
}
