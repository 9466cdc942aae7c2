//! Why a refund went as it did: which payment it refunds, out of which money, and what it found too little.

use crate::analysis::view::Reason;
use crate::base::id::RefundId;
use crate::domain::contract::{Contract, RefundedFrom};
use crate::engine::decide::refund::fee_returned;
use crate::engine::event::Happening;
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::frozen;
use crate::scenario::plan::{PlannedRefund, RefundedPayment};

use super::why_event::{Reasons, Teller};
use super::why_settled;

impl Teller<'_> {
    pub(super) fn refunded(&self, id: RefundId) -> Reasons {
        let plan = self.run.plan();
        let (refund, contract) = self.refund(id)?;
        let mut reasons = vec![Reason::Written {
            path: format!("refunds[{}]", refund.place),
        }];
        let state = why_settled::state(self.run, self.first_step(id)?)?;
        let payment = match &refund.of {
            RefundedPayment::External(number) => (number.clone(), None),
            RefundedPayment::Line(line) => {
                let line = self.line(*line)?;
                let path = match self.source(line) {
                    Reason::Written { path } | Reason::Drawn { path, .. } => Some(path),
                    _ => None,
                };
                (plan.line_name(line), path)
            }
        };
        reasons.push(Reason::RefundOf {
            payment: payment.0,
            paid: refund.paid,
            before: state.desk.given_back(&refund.of).amount,
            path: payment.1,
        });
        if let Some(frozen) = frozen::frozen(plan, &state.desk, refund)? {
            let already = state.desk.given_back(&refund.of);
            let fee = fee_returned(&already, refund, contract)?;
            let needed = refund.amount.minus(fee)?;
            reasons.push(Reason::FromFrozen { frozen, needed });
        }
        reasons.extend(self.shortfall(refund, contract)?);
        Ok(reasons)
    }

    /// Whether the event moves the frozen money of a refunded order.
    pub(super) fn takes_frozen(&self) -> bool {
        match self.event.what {
            Happening::Refunded { from, .. } => from == RefundedFrom::Frozen,
            Happening::Unfrozen { .. } => true,
            _ => false,
        }
    }

    /// What a refund found and needed, where that was too little.
    fn shortfall(
        &self,
        refund: &PlannedRefund,
        contract: &Contract,
    ) -> Result<Option<Reason>, FaultKind> {
        let plan = self.run.plan();
        let id = match self.event.what {
            Happening::ToppedUp { payee, .. } => payee,
            Happening::Refunded {
                from: RefundedFrom::Pending,
                ..
            }
            | Happening::RefundRefused { .. } => contract.payee,
            _ => return Ok(None),
        };
        let payee = plan.payees().get(id).ok_or(Missing::Payee)?;
        let ledger = self.run.at(self.place).map_err(|fault| fault.kind)?;
        let pending = ledger.balance(payee.pending)?.current().negated();
        let needed = match self.event.what {
            Happening::ToppedUp { amount, .. } => pending.plus(amount)?,
            Happening::RefundRefused { short, .. } => pending.plus(short)?,
            Happening::Refunded { fee, .. } => refund.amount.minus(fee)?,
            _ => return Ok(None),
        };
        let path = plan.origins().settlement_rule(&payee.rule);
        Ok((pending < needed).then(|| Reason::Shortfall {
            pending,
            needed,
            policy: payee.shortfall,
            path: path.unwrap_or_default(),
        }))
    }

    /// Place of the first event that a refund made: what it gave back, topped up, or its refusal.
    fn first_step(&self, id: RefundId) -> Result<u32, FaultKind> {
        let mut first = self.place;
        while let Some(before) = first.checked_sub(1) {
            match self.run.events().get(before)?.what {
                Happening::ToppedUp { refund, .. }
                | Happening::ShareReturned { refund, .. }
                | Happening::Unfrozen { refund, .. }
                    if refund == id =>
                {
                    first = before;
                }
                _ => break,
            }
        }
        Ok(first)
    }
}
