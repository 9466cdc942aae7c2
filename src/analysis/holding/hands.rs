//! Everybody's pockets while a run is read from its first event to its last: each posting is entered where it
//! counts, so that a look costs what has changed and not what there is.
//!
//! What it answers is what [`Pocket::held`] would answer of the same books.

use crate::analysis::view::HeldNow;
use crate::base::id::{AccountId, PartyId};
use crate::base::money::{Money, MoneyRange};
use crate::domain::leg::Leg;
use crate::engine::event::Happening;
use crate::engine::fault::FaultKind;
use crate::engine::ledger::PostedLeg;
use crate::scenario::plan::Plan;

use super::unlearnt::sale;
use super::{Due, Pocket, Split, pockets, shared, split};

/// The pockets of all parties that owe others something, kept up with the books.
pub(in crate::analysis) struct Hands {
    all: Vec<Hand>,
    /// By account: for what it counts. One account may be a claim of its owner and a debt of its keeper.
    parts: Vec<[Option<Part>; 2]>,
    /// By party: the place in `all`.
    places: Vec<Option<usize>>,
    /// Places of those of whom something changed since they were looked at, each once.
    changed: Vec<usize>,
}

/// For what an account counts, in which hand.
#[derive(Clone, Copy)]
enum Part {
    Claim(usize),
    Cash(usize),
    /// What a hand owes the beneficiary at a place: not yet paid out to itself, or settled.
    Pending(usize, usize),
    Settled(usize, usize),
}

/// One pocket with its sums.
pub(in crate::analysis) struct Hand {
    pub(in crate::analysis) pocket: Pocket,
    claims: Money,
    cash: Money,
    owes: Vec<Debt>,
    sums: Sums,
    /// Places of the debts that changed since the last look, each once.
    touched: Vec<usize>,
    is_changed: bool,
}

/// What is owed to one beneficiary, each part as shown on the credit side.
#[derive(Clone, Copy, Default)]
struct Debt {
    pending: Money,
    settled: Money,
    is_touched: bool,
}

/// Over all debts.
#[derive(Clone, Copy, Default)]
struct Sums {
    /// What is owed, none below nothing.
    all: Money,
    /// What of it is not yet paid out to the holder.
    waiting: Money,
    /// Pending and settled parts, none below nothing, without regard to each other.
    pending: Money,
    settled: Money,
}

impl Debt {
    fn due(&self) -> Result<Due, MoneyRange> {
        Due::of(self.pending, self.settled)
    }
}

impl Sums {
    fn with(self, debt: &Debt) -> Result<Sums, MoneyRange> {
        let due = debt.due()?;
        Ok(Sums {
            all: self.all.plus(due.all)?,
            waiting: self.waiting.plus(due.pending)?,
            pending: self.pending.plus(debt.pending.max(Money::ZERO))?,
            settled: self.settled.plus(debt.settled.max(Money::ZERO))?,
        })
    }

    fn without(self, debt: &Debt) -> Result<Sums, MoneyRange> {
        let due = debt.due()?;
        Ok(Sums {
            all: self.all.minus(due.all)?,
            waiting: self.waiting.minus(due.pending)?,
            pending: self.pending.minus(debt.pending.max(Money::ZERO))?,
            settled: self.settled.minus(debt.settled.max(Money::ZERO))?,
        })
    }
}

impl Hands {
    /// Before anything was posted.
    pub(in crate::analysis) fn opened(plan: &Plan) -> Hands {
        let mut hands = Hands {
            all: Vec::new(),
            parts: vec![[None; 2]; plan.accounts().len()],
            places: vec![None; plan.parties().len()],
            changed: Vec::new(),
        };
        for (place, pocket) in pockets(plan).into_iter().enumerate() {
            if let Some(slot) = hands.places.get_mut(pocket.holder.index()) {
                *slot = Some(place);
            }
            let ids = |ids: &[AccountId], part: Part| -> Vec<(AccountId, Part)> {
                ids.iter().map(|id| (*id, part)).collect()
            };
            let mut counts = ids(&pocket.claims, Part::Claim(place));
            counts.extend(ids(&pocket.cash, Part::Cash(place)));
            for (of, owed) in pocket.owes.iter().enumerate() {
                counts.extend(ids(&owed.pending, Part::Pending(place, of)));
                counts.extend(ids(&owed.settled, Part::Settled(place, of)));
            }
            for (account, part) in counts {
                let parts = hands.parts.get_mut(account.index());
                let free = parts.and_then(|parts| parts.iter_mut().find(|slot| slot.is_none()));
                if let Some(free) = free {
                    *free = Some(part);
                }
            }
            hands.all.push(Hand {
                claims: Money::ZERO,
                cash: Money::ZERO,
                owes: vec![Debt::default(); pocket.owes.len()],
                pocket,
                sums: Sums::default(),
                touched: Vec::new(),
                is_changed: false,
            });
        }
        hands
    }

    /// All hands, in the order of the parties.
    pub(in crate::analysis) fn all(&self) -> &[Hand] {
        &self.all
    }

    /// The hand of a party, if it owes others anything.
    pub(in crate::analysis) fn of(&self, holder: PartyId) -> Option<&Hand> {
        self.all.get(self.place(holder)?)
    }

    /// The place of a party's hand among all.
    pub(in crate::analysis) fn place(&self, holder: PartyId) -> Option<usize> {
        self.places.get(holder.index()).copied().flatten()
    }

    /// Enters the legs of an event.
    pub(in crate::analysis) fn posted(&mut self, legs: &[PostedLeg]) -> Result<(), MoneyRange> {
        for PostedLeg { leg, .. } in legs {
            let Leg {
                debit,
                credit,
                amount,
                ..
            } = *leg;
            for (account, more) in [(debit, amount.negated()), (credit, amount)] {
                let parts = self.parts.get(account.index()).copied();
                for part in parts.into_iter().flatten().flatten() {
                    self.counts(part, more)?;
                }
            }
        }
        Ok(())
    }

    /// Enters what the payer has paid and a platform has not yet learnt of, and takes it out again when it has.
    pub(in crate::analysis) fn learns(
        &mut self,
        plan: &Plan,
        what: &Happening,
    ) -> Result<(), FaultKind> {
        let Some(sale) = sale(plan, what)? else {
            return Ok(());
        };
        if let Some(place) = self.place(sale.holder)
            && let Some(hand) = self.all.get(place)
            && let Some(of) = hand.owed(sale.seller)
        {
            self.counts(Part::Pending(place, of), sale.more)?;
        }
        Ok(())
    }

    fn counts(&mut self, part: Part, more: Money) -> Result<(), MoneyRange> {
        let (Part::Claim(place)
        | Part::Cash(place)
        | Part::Pending(place, _)
        | Part::Settled(place, _)) = part;
        let Some(hand) = self.all.get_mut(place) else {
            return Ok(());
        };
        if !hand.is_changed {
            hand.is_changed = true;
            self.changed.push(place);
        }
        match part {
            Part::Claim(_) => hand.claims = hand.claims.plus(more)?,
            Part::Cash(_) => hand.cash = hand.cash.plus(more)?,
            Part::Pending(_, of) => hand.owes_more(of, (more, Money::ZERO))?,
            Part::Settled(_, of) => hand.owes_more(of, (Money::ZERO, more))?,
        }
        Ok(())
    }

    /// Places of the hands of which something changed since this was last asked.
    pub(in crate::analysis) fn changed(&mut self) -> Vec<usize> {
        let changed = std::mem::take(&mut self.changed);
        for place in &changed {
            if let Some(hand) = self.all.get_mut(*place) {
                hand.is_changed = false;
            }
        }
        changed
    }

    /// Places of the debts of a hand that changed since this was last asked.
    pub(in crate::analysis) fn touched(&mut self, place: usize) -> Vec<usize> {
        let Some(hand) = self.all.get_mut(place) else {
            return Vec::new();
        };
        let touched = std::mem::take(&mut hand.touched);
        for of in &touched {
            if let Some(debt) = hand.owes.get_mut(*of) {
                debt.is_touched = false;
            }
        }
        touched
    }
}

impl Hand {
    fn owes_more(
        &mut self,
        of: usize,
        (pending, settled): (Money, Money),
    ) -> Result<(), MoneyRange> {
        let Some(debt) = self.owes.get_mut(of) else {
            return Ok(());
        };
        self.sums = self.sums.without(debt)?;
        debt.pending = debt.pending.plus(pending)?;
        debt.settled = debt.settled.plus(settled)?;
        self.sums = self.sums.with(debt)?;
        if !debt.is_touched {
            debt.is_touched = true;
            self.touched.push(of);
        }
        Ok(())
    }

    /// The place of what is owed to somebody.
    fn owed(&self, beneficiary: PartyId) -> Option<usize> {
        let owes = &self.pocket.owes;
        owes.binary_search_by_key(&beneficiary, |owed| owed.beneficiary)
            .ok()
    }

    /// All that is held, and where.
    pub(in crate::analysis) fn split(&self) -> Result<Split, MoneyRange> {
        let (claims, cash) = (self.claims.max(Money::ZERO), self.cash.max(Money::ZERO));
        split((self.sums.all, self.sums.waiting), (claims, cash))
    }

    /// To how many beneficiaries something may be owed.
    pub(in crate::analysis) fn beneficiaries(&self) -> impl Iterator<Item = PartyId> {
        self.pocket.owes.iter().map(|owed| owed.beneficiary)
    }

    /// What is owed to the beneficiary at a place, never below nothing: where there is enough, it is what is held.
    pub(in crate::analysis) fn due(&self, of: usize) -> Result<Money, MoneyRange> {
        let due = self.owes.get(of).map(Debt::due).transpose()?;
        Ok(due.map_or(Money::ZERO, |due| due.all))
    }

    /// Whose all of it is.
    pub(in crate::analysis) fn held(&self) -> Result<HeldNow, FaultKind> {
        let due: Result<Vec<Due>, MoneyRange> = self.owes.iter().map(Debt::due).collect();
        shared(&self.pocket, &due?, self.split()?)
    }

    /// What there is too little of for everybody, but for `beside`: at channels for what is pending, at banks for the rest.
    pub(in crate::analysis) fn lacking(
        &self,
        beside: Option<PartyId>,
    ) -> Result<Money, MoneyRange> {
        let waiting = self.sums_beside(beside)?.pending;
        let claims = self.claims.max(Money::ZERO);
        let at_channels = waiting.minus(claims)?.max(Money::ZERO);
        at_channels.plus(self.lacking_at_banks(beside)?)
    }

    /// What there is too little of at banks for those whose money has arrived, but for `beside`.
    pub(in crate::analysis) fn lacking_at_banks(
        &self,
        beside: Option<PartyId>,
    ) -> Result<Money, MoneyRange> {
        let arrived = self.sums_beside(beside)?.settled;
        let cash = self.cash.max(Money::ZERO);
        Ok(arrived.minus(cash)?.max(Money::ZERO))
    }

    fn sums_beside(&self, beside: Option<PartyId>) -> Result<Sums, MoneyRange> {
        let place = beside.and_then(|party| self.owed(party));
        match place.and_then(|place| self.owes.get(place)) {
            Some(debt) => self.sums.without(debt),
            None => Ok(self.sums),
        }
    }
}
