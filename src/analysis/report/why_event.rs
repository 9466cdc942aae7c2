//! An event opened up: the posting rule and its lines, and the chain of reasons down to the scenario.

use crate::analysis::view::{EventWhy, LegWhy, PostingRule, Reason};
use crate::base::id::{LineId, OutflowId, PartyId, PayeeId, PayoutId};
use crate::base::money::Money;
use crate::domain::contract::Contract;
use crate::domain::leg::JournalEntry;
use crate::domain::posting::EventKind;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::ruled_legs_of;
use crate::engine::run::Run;
use crate::scenario::plan::{LineSource, PaymentLine, PlannedRefund, RefundedPayment};

use super::journal::row;
use super::moments::row_of;

/// Why event number `event`, counted from 1, happened, and what it posted.
///
/// # Errors
/// A [`Fault`]: there is no such event, or a bug of ours.
pub fn why_event(run: &Run, event: u32) -> Result<EventWhy, Fault> {
    let place = event.saturating_sub(1);
    let happened = run.event(place)?;
    let teller = Teller {
        run,
        place,
        event: happened,
    };
    Ok(EventWhy {
        event: row_of(run, event, &happened).map_err(|kind| kind.after(place))?,
        rule: teller.rule().map_err(|kind| kind.after(place))?,
        legs: legs(run, place, &happened)?,
        reasons: teller.reasons().map_err(|kind| kind.after(place))?,
    })
}

fn legs(run: &Run, place: u32, event: &Event) -> Result<Vec<LegWhy>, Fault> {
    let mut found = Vec::new();
    ruled_legs_of(run.plan(), &event.what, |line, rule, leg| {
        let book = run.plan().books().get(rule.book).ok_or(Missing::Book)?;
        let entry = JournalEntry {
            event: place,
            book: rule.book,
            date: book.cut_off.accounting_date(event.at),
            legs: vec![leg],
        };
        found.push((line, rule.term, entry));
        Ok(())
    })
    .map_err(|kind| kind.after(place))?;
    let mut legs = Vec::with_capacity(found.len());
    for (line, term, entry) in found {
        for leg in &entry.legs {
            legs.push(LegWhy {
                row: row(run, place, &entry, leg)?,
                line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1),
                term,
            });
        }
    }
    Ok(legs)
}

/// Tells why one event happened.
pub(super) struct Teller<'a> {
    pub(super) run: &'a Run,
    /// Place of the event, counted from 0.
    pub(super) place: u32,
    pub(super) event: Event,
}

pub(super) type Reasons = Result<Vec<Reason>, FaultKind>;

impl Teller<'_> {
    fn rule(&self) -> Result<Option<PostingRule>, FaultKind> {
        let mut before_split = false;
        let (mode, external) = match self.event.what {
            Happening::DayCut { .. }
            | Happening::RefundRefused { .. }
            | Happening::PayoutDeferred { .. }
            | Happening::TransferDeferred { .. }
            | Happening::OutflowRefused { .. } => return Ok(None),
            Happening::Captured { line, .. }
            | Happening::Notified { line, .. }
            | Happening::Split { line, .. } => (Some(self.contract_of(line)?.mode), false),
            Happening::Refunded { refund, .. }
            | Happening::Unfrozen { refund, .. }
            | Happening::ShareReturned { refund, .. } => {
                before_split = self.takes_frozen();
                let (refund, contract) = self.refund(refund)?;
                let external = matches!(refund.of, RefundedPayment::External(_));
                (Some(contract.mode), external)
            }
            Happening::Opened { .. }
            | Happening::ToppedUp { .. }
            | Happening::Settled { .. }
            | Happening::PayoutSent { .. }
            | Happening::PayoutSucceeded { .. }
            | Happening::SettledByPlatform { .. }
            | Happening::Transferred { .. }
            | Happening::OutflowPaid { .. } => (None, false),
        };
        Ok(Some(PostingRule {
            event: self.event.what.kind(),
            mode,
            external,
            before_split,
        }))
    }

    fn reasons(&self) -> Reasons {
        match self.event.what {
            Happening::Opened { opening, .. } => self.opened(opening),
            Happening::DayCut { book, closes } => self.day_cut(book, closes),
            Happening::Captured { line, amount, fee } => self.captured(line, amount, fee),
            Happening::Notified { line, .. } => self.notified(line),
            Happening::Split { line, .. } => self.split(line),
            Happening::ToppedUp { refund, .. }
            | Happening::ShareReturned { refund, .. }
            | Happening::Unfrozen { refund, .. }
            | Happening::Refunded { refund, .. }
            | Happening::RefundRefused { refund, .. } => self.refunded(refund),
            Happening::Settled { payee, .. } => self.settled(payee),
            Happening::PayoutSent { payout, payee, .. } => {
                self.payout_step(payout, payee, EventKind::Settled)
            }
            Happening::PayoutSucceeded { payout, payee, .. } => {
                self.payout_step(payout, payee, EventKind::PayoutSent)
            }
            Happening::PayoutDeferred { payee, reason, due } => {
                let mut reasons = vec![Reason::PutOff { reason, due }];
                reasons.extend(self.settled(payee)?);
                Ok(reasons)
            }
            Happening::SettledByPlatform { payout, payee, .. } => {
                self.settled_by_platform(payout, payee)
            }
            Happening::Transferred { payee, .. } => self.transferred(payee, None),
            Happening::TransferDeferred { payee, short } => self.transferred(payee, Some(short)),
            Happening::OutflowPaid { outflow, .. } | Happening::OutflowRefused { outflow, .. } => {
                self.flowed_out(outflow)
            }
        }
    }

    fn flowed_out(&self, id: OutflowId) -> Reasons {
        let plan = self.run.plan();
        let outflow = plan.outflows().get(id).ok_or(Missing::Outflow)?;
        let mut reasons = vec![Reason::Written {
            path: format!("outflows[{}]", outflow.place),
        }];
        if let (Some(_), Some(to)) = (outflow.advance, outflow.to) {
            let ends = (self.party(outflow.payer), self.party(to));
            let path = plan.origins().agreement(ends.0, ends.1);
            reasons.extend(path.map(|path| Reason::Agreed { path }));
        }
        Ok(reasons)
    }

    pub(super) fn party(&self, party: PartyId) -> &str {
        let party = self.run.plan().parties().get(party);
        party.map(|party| party.key.as_str()).unwrap_or_default()
    }

    pub(super) fn line(&self, line: LineId) -> Result<&PaymentLine, Missing> {
        self.run.plan().lines().get(line).ok_or(Missing::Line)
    }

    fn contract_of(&self, line: LineId) -> Result<&Contract, Missing> {
        let contract = self.line(line)?.contract;
        let contract = self.run.plan().contracts().get(contract);
        contract.ok_or(Missing::Contract)
    }

    pub(super) fn refund(
        &self,
        refund: crate::base::id::RefundId,
    ) -> Result<(&PlannedRefund, &Contract), Missing> {
        let plan = self.run.plan();
        let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
        let contract = plan.contracts().get(refund.contract);
        Ok((refund, contract.ok_or(Missing::Contract)?))
    }

    /// The last event before this one that answers.
    pub(super) fn before(
        &self,
        is: impl Fn(&Happening) -> bool,
    ) -> Result<Option<(u32, Event)>, FaultKind> {
        for place in (0..self.place).rev() {
            let event = self.run.events().get(place)?;
            if is(&event.what) {
                return Ok(Some((place, event)));
            }
        }
        Ok(None)
    }

    pub(super) fn follows(&self, (place, event): (u32, Event), path: Option<String>) -> Reason {
        let between = self.event.at.millis().saturating_sub(event.at.millis());
        Reason::Follows {
            event: place.saturating_add(1),
            kind: event.what.kind(),
            at: event.at,
            after_ms: u64::try_from(between).unwrap_or(0),
            path,
        }
    }

    fn captured(&self, id: LineId, amount: Money, fee: Money) -> Reasons {
        let (line, contract) = (self.line(id)?, self.contract_of(id)?);
        let plan = self.run.plan();
        let mut reasons = vec![self.source(line)];
        let seller = contract.seller.unwrap_or(contract.collector);
        let ends = (self.party(seller), self.party(contract.channel));
        let key = self.contract_key(contract);
        if !plan.names_its_contract(line)
            && let Some(path) = plan.origins().route(ends, line.amount, line.at)
        {
            reasons.push(Reason::Routed {
                path,
                contract: key.to_owned(),
                mode: contract.mode,
            });
        }
        if let Some(path) = self.contract_path(contract) {
            let contract = key.to_owned();
            reasons.push(Reason::Contract { path, contract });
        }
        if let Some(path) = plan.origins().fee_plan_of(key) {
            reasons.push(Reason::Fee {
                path,
                rate: contract.fee.rate.percent(),
                amount,
                fee,
            });
        }
        Ok(reasons)
    }

    fn notified(&self, id: LineId) -> Reasons {
        let (line, contract) = (self.line(id)?, self.contract_of(id)?);
        let is = |what: &Happening| matches!(what, Happening::Captured { line, .. } if *line == id);
        let mut reasons = Vec::new();
        if let Some(captured) = self.before(is)? {
            let agreed = line.known_after_ms == contract.notification_delay_ms;
            let path = match (line.source, agreed) {
                (LineSource::Authored { payment, .. }, false) => {
                    Some(format!("payments[{payment}].known_at"))
                }
                _ => self.contract_path(contract),
            };
            reasons.push(self.follows(captured, path));
        }
        reasons.push(self.source(line));
        if let Some(seller) = contract.seller {
            let ends = (self.party(contract.collector), self.party(seller));
            let path = self.run.plan().origins().agreement(ends.0, ends.1);
            reasons.extend(path.map(|path| Reason::Agreed { path }));
        }
        Ok(reasons)
    }

    fn split(&self, id: LineId) -> Reasons {
        let (line, contract) = (self.line(id)?, self.contract_of(id)?);
        let is = |what: &Happening| match what {
            Happening::Notified { line, .. } => contract.notifies && *line == id,
            Happening::Captured { line, .. } => *line == id,
            _ => false,
        };
        let path = self.contract_path(contract);
        let earlier = self.before(is)?;
        let mut reasons = Vec::new();
        reasons.extend(earlier.map(|earlier| self.follows(earlier, path)));
        reasons.push(self.source(line));
        if let Happening::Split { amount, .. } = self.event.what
            && amount < line.amount
        {
            reasons.push(Reason::LeftToSplit {
                refunded: line.amount.minus(amount)?,
                left: amount,
            });
        }
        Ok(reasons)
    }

    fn payout_step(&self, id: PayoutId, payee: PayeeId, kind: EventKind) -> Reasons {
        let is = |what: &Happening| match what {
            Happening::Settled { payout, .. } | Happening::PayoutSent { payout, .. } => {
                *payout == id && what.kind() == kind
            }
            _ => false,
        };
        let mut reasons = Vec::new();
        if let Some((place, event)) = self.before(is)? {
            reasons.push(self.follows((place, event), None));
        }
        let settled =
            |what: &Happening| matches!(what, Happening::Settled { payout, .. } if *payout == id);
        if let Some((place, _)) = self.before(settled)? {
            reasons.extend(self.batches(payee, payee, place)?);
        }
        Ok(reasons)
    }

    fn settled(&self, payee: PayeeId) -> Reasons {
        Ok(self
            .batches(payee, payee, self.place)?
            .into_iter()
            .collect())
    }

    fn settled_by_platform(&self, id: PayoutId, payee: PayeeId) -> Reasons {
        let plan = self.run.plan();
        let is = |what: &Happening| matches!(what, Happening::PayoutSucceeded { payout, .. } if *payout == id);
        let mut reasons = Vec::new();
        if let Some((place, event)) = self.before(is)? {
            reasons.push(self.follows((place, event), None));
            if let Happening::PayoutSucceeded { payee: via, .. } = event.what {
                reasons.extend(self.batches(payee, via, self.place)?);
            }
        }
        let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
        let path = plan
            .origins()
            .agreement(self.party(row.channel), self.party(row.owner));
        reasons.extend(path.map(|path| Reason::Agreed { path }));
        Ok(reasons)
    }

    fn transferred(&self, id: PayeeId, short: Option<Money>) -> Reasons {
        let plan = self.run.plan();
        let row = plan.payees().get(id).ok_or(Missing::Payee)?;
        let is = |what: &Happening| match what {
            Happening::SettledByPlatform { payee, .. }
            | Happening::TransferDeferred { payee, .. } => *payee == id,
            _ => false,
        };
        let mut reasons = Vec::new();
        if let (Some(short), Some(platform)) = (short, row.platform) {
            let ledger = self.run.at(self.place).map_err(|fault| fault.kind)?;
            let had = ledger.balance(platform.from)?.current().negated();
            reasons.push(Reason::TooLittle { had, short });
        }
        reasons.extend(self.before(is)?.map(|earlier| self.follows(earlier, None)));
        let path = plan
            .origins()
            .agreement(self.party(row.channel), self.party(row.owner));
        reasons.extend(path.map(|path| Reason::PlatformPays {
            path,
            pays_at: row.pays_at,
        }));
        Ok(reasons)
    }
}
