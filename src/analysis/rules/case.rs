//! A run as the rules look at it: read once from the first event to the last, with everything that bears on
//! others' money put together by whom it concerns.

use std::collections::BTreeMap;

use crate::analysis::holding::Hands;
use crate::analysis::report::held_throughout;
use crate::analysis::view::HeldSince;
use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{ContractId, LineId, OutflowId, PartyId, PayeeId, RefundId};
use crate::base::money::{Money, MoneyRange};
use crate::domain::contract::Contract;
use crate::domain::fee;
use crate::domain::party::{Licence, Premises};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::engine::state::State;
use crate::scenario::plan::{Plan, PlannedOutflow};

use super::pool::{Pool, Sum};
use super::refunding::Refunds;

/// What the rules look at.
pub(super) struct Case<'r> {
    pub(super) run: &'r Run,
    /// Parties without a licence that collect for others.
    pub(super) pools: BTreeMap<PartyId, Pool>,
    /// All sales, by seller.
    pub(super) sold: BTreeMap<PartyId, Sum>,
    /// All sales, by contract.
    pub(super) sales: BTreeMap<ContractId, Sum>,
    /// What deposits paid that no settlement asked for, in time order.
    pub(super) outflows: Vec<Outgone<'r>>,
    /// What reached deposits, by whom it was paid to.
    pub(super) paid: BTreeMap<PayeeId, Sum>,
    /// Splits at channels, by contract.
    pub(super) splits: BTreeMap<ContractId, Splits>,
    /// Settlements by channels, by merchant number.
    pub(super) settlements: BTreeMap<PayeeId, Vec<Settlement>>,
}

/// All splits of one contract.
#[derive(Default)]
pub(super) struct Splits {
    /// What went to the receivers.
    pub(super) shares: Sum,
    /// What went to each of them.
    pub(super) parts: BTreeMap<PayeeId, Money>,
    /// What was left for the collector.
    pub(super) left: Money,
}

/// A payment that no settlement asked for.
pub(super) struct Outgone<'r> {
    pub(super) place: u32,
    pub(super) at: WallClock,
    pub(super) outflow: &'r PlannedOutflow,
    /// What of it was others' money.
    pub(super) taken: Money,
}

/// One settlement to a merchant number.
pub(super) struct Settlement {
    pub(super) place: u32,
    pub(super) at: WallClock,
    pub(super) amount: Money,
    /// Natural days since the earliest payment in it.
    pub(super) days: u32,
}

impl<'r> Case<'r> {
    /// Where the sellers of a platform sell, if the scenario says so.
    pub(super) fn premises(&self, platform: PartyId) -> Option<Premises> {
        let party = self.run.plan().parties().get(platform);
        party.and_then(|party| party.premises)
    }

    /// Where a contract was written. A pooled one stands in a plan once for each seller, under `contract/seller`.
    pub(super) fn contract_path(&self, id: ContractId) -> Option<String> {
        let plan = self.run.plan();
        let row = plan.contracts().get(id)?;
        let own = row.seller.and_then(|seller| {
            let behind = row.key.strip_suffix(key(plan, seller))?;
            behind.strip_suffix('/')
        });
        plan.origins().contract(own.unwrap_or(&row.key))
    }

    pub(super) fn of(run: &'r Run) -> Result<Case<'r>, Fault> {
        let mut reader = Reader::opened(run);
        for place in 0..run.event_count() {
            let event = run.event(place)?;
            reader
                .passes(place, &event)
                .map_err(|kind| kind.after(place))?;
        }
        let all = run.event_count();
        reader.refunds_end().map_err(|kind| kind.after(all))?;
        let mut case = reader.case;
        for held in held_throughout(run, HeldSince::EventTime)?.iter() {
            if let Some(pool) = case.pools.get_mut(&held.holder) {
                pool.held = held.clone();
            }
        }
        Ok(case)
    }
}

/// The run as it is read.
struct Reader<'r> {
    case: Case<'r>,
    state: State,
    hands: Hands,
    /// The first payment in each batch.
    first_paid: BTreeMap<(PayeeId, AccountingDate), WallClock>,
    /// The refunds of the second that is under way.
    refunds: Refunds,
}

fn contract(plan: &Plan, id: ContractId) -> Result<&Contract, Missing> {
    plan.contracts().get(id).ok_or(Missing::Contract)
}

fn contract_of(plan: &Plan, line: LineId) -> Result<(ContractId, &Contract), Missing> {
    let id = plan.lines().get(line).ok_or(Missing::Line)?.contract;
    Ok((id, contract(plan, id)?))
}

fn key(plan: &Plan, party: PartyId) -> &str {
    let party = plan.parties().get(party);
    party.map(|party| party.key.as_str()).unwrap_or_default()
}

impl<'r> Reader<'r> {
    fn opened(run: &'r Run) -> Reader<'r> {
        let plan = run.plan();
        let hands = Hands::opened(plan);
        let mut case = Case {
            run,
            pools: BTreeMap::new(),
            sold: BTreeMap::new(),
            sales: BTreeMap::new(),
            paid: BTreeMap::new(),
            outflows: Vec::new(),
            splits: BTreeMap::new(),
            settlements: BTreeMap::new(),
        };
        for row in plan.contracts().rows() {
            let party = plan.parties().get(row.collector);
            let licence = party.map_or(Licence::None, |party| party.licence);
            if row.seller.is_none() || licence != Licence::None {
                continue;
            }
            let pool = case.pools.entry(row.collector).or_default();
            pool.holder = row.collector;
            let premises = party.and_then(|party| party.premises);
            pool.contested = premises == Some(Premises::PhysicalMall);
            if let Some(hand) = hands.of(row.collector) {
                pool.accounts.extend(&hand.pocket.claims);
                pool.accounts.extend(&hand.pocket.cash);
            }
        }
        Reader {
            case,
            state: State::opened(plan),
            hands,
            first_paid: BTreeMap::new(),
            refunds: Refunds::default(),
        }
    }

    fn passes(&mut self, place: u32, event: &Event) -> Result<(), FaultKind> {
        let plan = self.case.run.plan();
        match event.what {
            Happening::ToppedUp { refund, .. }
            | Happening::ShareReturned { refund, .. }
            | Happening::Unfrozen { refund, .. }
            | Happening::Refunded { refund, .. } => self.refunds_begin(event.at, refund)?,
            Happening::RefundRefused { .. } => {}
            Happening::Settled { payee, amount, .. } => {
                self.refunds_end()?;
                self.settles(place, event.at, payee, amount)?;
            }
            _ => self.refunds_end()?,
        }
        let lacked = self.lacking_before(&event.what)?;
        self.state.apply(plan, event)?;
        self.hands.learns(plan, &event.what)?;
        self.hands.posted(self.state.ledger.last_legs())?;
        match event.what {
            Happening::Captured { line, amount, fee } => {
                self.captured(place, event.at, (line, amount, fee))?;
            }
            Happening::Split { line, amount, fee } => {
                self.split(place, event.at, (line, amount, fee))?;
            }
            Happening::Refunded {
                refund,
                amount,
                fee,
                ..
            } => self.refunds.note(plan, place, refund, amount.minus(fee)?)?,
            Happening::Unfrozen { refund, .. } => {
                let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
                let row = plan.contracts().get(refund.contract);
                self.enters_batch(row.ok_or(Missing::Contract)?, event.at, refund.paid_at)?;
            }
            Happening::PayoutSucceeded { payee, amount, .. } => {
                self.paid(place, event.at, payee, amount)?;
                let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
                if let Some(pool) = self.case.pools.get_mut(&row.owner)
                    && pool.collected.contains_key(&payee)
                {
                    let sum = pool.paid_out.entry(row.channel).or_default();
                    sum.note(place, event.at, amount)?;
                }
            }
            Happening::Transferred { payee, amount } => {
                self.paid(place, event.at, payee, amount)?;
                let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
                if let Some(pool) = self.case.pools.get_mut(&row.channel) {
                    let sum = pool.passed_on.entry(row.owner).or_default();
                    sum.note(place, event.at, amount)?;
                    let day = pool.days.entry(event.at.day()).or_default();
                    let sum = day.entry(row.owner).or_default();
                    sum.note(place, event.at, amount)?;
                }
            }
            Happening::OutflowPaid { outflow, .. } => {
                self.flowed_out(place, event.at, outflow, lacked)?;
            }
            Happening::DayCut { book, .. } => {
                let keeper = plan.books().get(book).ok_or(Missing::Book)?.keeper;
                if let Some(pool) = self.case.pools.get_mut(&keeper) {
                    pool.cuts.insert(event.at, place);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn paid(
        &mut self,
        place: u32,
        at: WallClock,
        payee: PayeeId,
        amount: Money,
    ) -> Result<(), MoneyRange> {
        let paid = self.case.paid.entry(payee).or_default();
        paid.note(place, at, amount)
    }

    fn split(
        &mut self,
        place: u32,
        at: WallClock,
        (line, amount, fee): (LineId, Money, Money),
    ) -> Result<(), FaultKind> {
        let plan = self.case.run.plan();
        let (id, row) = contract_of(plan, line)?;
        let (parts, rest) = fee::divide(amount, fee, &row.shares, row.remainder)?;
        let splits = self.case.splits.entry(id).or_default();
        splits.shares.note(place, at, sum(&parts)?)?;
        for (receiver, part) in row.receivers.iter().zip(&parts) {
            let so_far = splits.parts.entry(*receiver).or_default();
            *so_far = so_far.plus(*part)?;
        }
        splits.left = splits.left.plus(rest)?;
        let paid_at = plan.lines().get(line).ok_or(Missing::Line)?.at;
        self.enters_batch(row, at, paid_at)
    }

    fn captured(
        &mut self,
        place: u32,
        at: WallClock,
        (line, amount, fee): (LineId, Money, Money),
    ) -> Result<(), FaultKind> {
        let plan = self.case.run.plan();
        let (id, row) = contract_of(plan, line)?;
        let sales = self.case.sales.entry(id).or_default();
        sales.note(place, at, amount)?;
        let seller = row.seller.unwrap_or(row.collector);
        let sold = self.case.sold.entry(seller).or_default();
        sold.note(place, at, amount)?;
        // What is split becomes the collector's when it is split, and is settled with that day's batch.
        if row.rules.split.is_empty() {
            self.enters_batch(row, at, at)?;
        }
        let is_unknown = |pool: &Pool| {
            let sellers = pool.collected.get(&row.payee);
            !sellers.is_some_and(|sellers| sellers.contains_key(&seller))
        };
        // Where it was agreed is looked up once for each seller, not for each sale.
        let pool = self.case.pools.get(&row.collector);
        let is_new = row.seller.is_some() && pool.is_some_and(is_unknown);
        let written = is_new.then(|| self.case.contract_path(id)).flatten();
        let (Some(seller), Some(pool)) = (row.seller, self.case.pools.get_mut(&row.collector))
        else {
            return Ok(());
        };
        let sellers = pool.collected.entry(row.payee).or_default();
        if is_new {
            let (holder, name) = (key(plan, row.collector), key(plan, seller));
            pool.paths.extend(written);
            pool.paths.extend(plan.origins().agreement(holder, name));
        }
        let sales = sellers.entry(seller).or_default();
        sales.note(place, at, amount)?;
        let (parts, _) = fee::divide(amount, fee, &row.shares, row.remainder)?;
        let commission = sum(&parts)?;
        if commission.is_positive() {
            pool.commission.note(place, at, commission)?;
        }
        Ok(())
    }

    /// A payment enters the batch of the date that the channel's book has open.
    fn enters_batch(
        &mut self,
        row: &Contract,
        at: WallClock,
        paid_at: WallClock,
    ) -> Result<(), FaultKind> {
        let plan = self.case.run.plan();
        let channel = plan.parties().get(row.channel).ok_or(Missing::Party)?;
        let book = channel.book.and_then(|book| plan.books().get(book));
        let date = book.ok_or(Missing::Book)?.cut_off.accounting_date(at);
        let first = self.first_paid.entry((row.payee, date)).or_insert(paid_at);
        *first = paid_at.min(*first);
        Ok(())
    }

    /// What others lack before any refund of a second is posted.
    fn refunds_begin(&mut self, at: WallClock, refund: RefundId) -> Result<(), FaultKind> {
        if self.refunds.at() == Some(at) {
            return Ok(());
        }
        self.refunds_end()?;
        self.refunds = Refunds::begin(self.case.run.plan(), refund, |pair| self.lacking(pair))?;
        Ok(())
    }

    /// What they took of others' money in all.
    fn refunds_end(&mut self) -> Result<(), FaultKind> {
        let over = std::mem::take(&mut self.refunds);
        for taken in over.end(|pair| self.lacking(pair))? {
            if let Some(pool) = self.case.pools.get_mut(&taken.collector) {
                pool.borrows(taken)?;
            }
        }
        Ok(())
    }

    /// What the payer of an outflow lacks at banks before it.
    fn lacking_before(&self, what: &Happening) -> Result<Money, FaultKind> {
        let Happening::OutflowPaid { outflow, .. } = *what else {
            return Ok(Money::ZERO);
        };
        let outflow = self.case.run.plan().outflows().get(outflow);
        self.lacking_to_all(outflow.ok_or(Missing::Outflow)?.payer)
    }

    /// Money that has arrived for others and for which a payer has too little at banks: a deposit pays, so that what
    /// lies at channels does not count.
    fn lacking_to_all(&self, payer: PartyId) -> Result<Money, FaultKind> {
        match self.hands.of(payer) {
            Some(hand) => Ok(hand.lacking_at_banks(None)?),
            None => Ok(Money::ZERO),
        }
    }

    /// A deposit paid what no settlement asked for; what others lacked before tells whose money it was.
    fn flowed_out(
        &mut self,
        place: u32,
        at: WallClock,
        id: OutflowId,
        before: Money,
    ) -> Result<(), FaultKind> {
        let outflow = self.case.run.plan().outflows().get(id);
        let outflow = outflow.ok_or(Missing::Outflow)?;
        let taken = self.lacking_to_all(outflow.payer)?.minus(before)?;
        self.case.outflows.push(Outgone {
            place,
            at,
            outflow,
            taken: taken.max(Money::ZERO),
        });
        Ok(())
    }

    /// What all but one seller lack of what a collector owes them.
    fn lacking(&self, (collector, seller): (PartyId, PartyId)) -> Result<Money, FaultKind> {
        match self.hands.of(collector) {
            Some(hand) => Ok(hand.lacking(Some(seller))?),
            None => Ok(Money::ZERO),
        }
    }

    /// How old the oldest payment is in what is about to be settled.
    fn settles(
        &mut self,
        place: u32,
        at: WallClock,
        payee: PayeeId,
        amount: Money,
    ) -> Result<(), FaultKind> {
        let day = at.day();
        let due = self.state.desk.batches().open(payee);
        let due = due.filter(|batch| batch.via == payee && batch.due <= day);
        let first = due.filter_map(|batch| self.first_paid.get(&(payee, batch.date)));
        if let Some(first) = first.min() {
            let days = day.days().saturating_sub(first.day().days());
            let settled = Settlement {
                place,
                at,
                amount,
                days: u32::try_from(days).unwrap_or(0),
            };
            self.case
                .settlements
                .entry(payee)
                .or_default()
                .push(settled);
        }
        Ok(())
    }
}

fn sum(parts: &[Money]) -> Result<Money, FaultKind> {
    let mut all = Money::ZERO;
    for part in parts {
        all = all.plus(*part)?;
    }
    Ok(all)
}
