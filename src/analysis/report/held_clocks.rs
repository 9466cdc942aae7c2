//! The residence clock of every account: how much of others' money has lain in it for how long, up to a moment.

use crate::analysis::holding::{Hand, Hands};
use crate::analysis::view::HeldClock;
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
    hands: Hands,
    now: WallClock,
    /// By hand.
    of: Vec<OfHand>,
}

/// The clocks of one holder's accounts: claims at channels first, then money at banks. They have run until `since`.
struct OfHand {
    at_channels: Vec<HeldClock>,
    at_banks: Vec<HeldClock>,
    since: WallClock,
}

impl Clocks {
    fn opened(plan: &Plan) -> Clocks {
        let hands = Hands::opened(plan);
        let of = hands.all().iter().map(|Hand { pocket, .. }| {
            let clocks = |accounts: &[AccountId]| -> Vec<HeldClock> {
                let clock = |account: &AccountId| HeldClock {
                    account: *account,
                    holder: pocket.holder,
                    ..HeldClock::default()
                };
                accounts.iter().map(clock).collect()
            };
            OfHand {
                at_channels: clocks(&pocket.claims),
                at_banks: clocks(&pocket.cash),
                since: plan.opens(),
            }
        });
        Clocks {
            ledger: Ledger::opened(plan),
            now: plan.opens(),
            of: of.collect(),
            hands,
        }
    }

    fn passes(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        if event.at > self.now {
            self.look()?;
            self.now = event.at;
        }
        self.ledger.apply(plan, event)?;
        self.hands.learns(plan, &event.what)?;
        Ok(self.hands.posted(self.ledger.last_legs())?)
    }

    /// Finds others' money in the accounts anew, of those of whom anything has changed.
    fn look(&mut self) -> Result<(), FaultKind> {
        for place in self.hands.changed() {
            let hand = self.hands.all().get(place);
            let (Some(hand), Some(of)) = (hand, self.of.get_mut(place)) else {
                continue;
            };
            let split = hand.split()?;
            of.run_until(self.now)?;
            found(&mut of.at_channels, split.at_channel, &self.ledger)?;
            found(&mut of.at_banks, split.at_bank, &self.ledger)?;
        }
        Ok(())
    }

    /// The clocks as they stand, in account order; one that never ran is not told.
    fn told(mut self) -> Result<Vec<HeldClock>, FaultKind> {
        self.look()?;
        for of in &mut self.of {
            of.run_until(self.now)?;
        }
        let all = self.of.into_iter();
        let all = all.flat_map(|of| of.at_channels.into_iter().chain(of.at_banks));
        let mut told: Vec<HeldClock> = all
            .filter(|clock| clock.held_ms > 0 || !clock.now.is_zero())
            .collect();
        told.order_by_key(|clock| clock.account);
        Ok(told)
    }
}

impl OfHand {
    fn run_until(&mut self, at: WallClock) -> Result<(), MoneyRange> {
        let millis = at.millis().saturating_sub(self.since.millis());
        let millis = u64::try_from(millis).unwrap_or(0);
        self.since = at;
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
