//! Why a payout was made on that day: the batches that were due, and the counting of days to their due dates.

use crate::analysis::view::{BatchWhy, DayRow, Reason};
use crate::base::calendar::Calendar;
use crate::base::date::CivilDate;
use crate::base::id::{BatchId, PayeeId};
use crate::domain::contract::Payee;
use crate::domain::cycle::SettlementCycle;
use crate::engine::batches::Batch;
use crate::engine::fault::{FaultKind, Missing};
use crate::engine::run::Run;
use crate::engine::state::State;

use super::why_event::Teller;

/// Books and open items after `events` events, played again from the beginning.
pub(super) fn state(run: &Run, events: u32) -> Result<State, FaultKind> {
    let mut state = State::opened(run.plan());
    for place in 0..events {
        let event = run.events().get(place)?;
        state.apply(run.plan(), &event)?;
    }
    Ok(state)
}

impl Teller<'_> {
    /// The batches of a payee that were open and due via `via`, just before the event at `place`.
    pub(super) fn batches(
        &self,
        payee: PayeeId,
        via: PayeeId,
        place: u32,
    ) -> Result<Option<Reason>, FaultKind> {
        let plan = self.run.plan();
        let row = plan.payees().get(payee).ok_or(Missing::Payee)?;
        let rule = plan.payees().get(via).ok_or(Missing::Payee)?;
        let day = self.event.at.day();
        let state = state(self.run, place)?;
        let rows = state.desk.batches().rows().iter();
        let open = rows.filter(|(_, batch)| {
            batch.payee == payee && batch.via == via && batch.due <= day && batch.closed.is_none()
        });
        let of: Vec<BatchWhy> = open.map(|(id, batch)| told(id, batch, rule)).collect();
        if of.is_empty() {
            return Ok(None);
        }
        let path = plan.origins().settlement_rule(&rule.rule);
        Ok(Some(Reason::Batches {
            owner: row.owner,
            day,
            pays_at: rule.pays_at,
            path: path.unwrap_or_default(),
            of,
        }))
    }
}

fn told(id: BatchId, batch: &Batch, rule: &Payee) -> BatchWhy {
    BatchWhy {
        batch: id,
        date: batch.date,
        cycle: rule.cycle.to_string(),
        trade: rule.trade,
        calendar: rule.calendar.clone(),
        counted: counted(batch.date.civil(), batch.due, rule),
        due: batch.due,
        unpaid: batch.unpaid,
        items: batch.items,
    }
}

/// The days from the one after a date to its due date. Under T(n) each is a working day or not.
fn counted(date: CivilDate, due: CivilDate, rule: &Payee) -> Vec<DayRow> {
    let calendar: Option<&Calendar> = match rule.cycle {
        SettlementCycle::T(_) => rule.working_days.as_deref(),
        SettlementCycle::D(_) => None,
    };
    let mut days = Vec::new();
    let mut day = date.next();
    while day <= due {
        days.push(DayRow {
            date: day,
            working: calendar.and_then(|calendar| calendar.is_working(day).ok()),
            made_up: calendar.is_some_and(|calendar| calendar.is_made_up(day)),
        });
        day = day.next();
    }
    days
}
