//! Decisions: what happens when something is due. Pure functions of plan and state, one file a kind of work.

mod capture;
mod day_cut;
mod notification;
mod outflow;
pub(crate) mod refund;
mod settle;
mod split;
mod transfer;

use crate::scenario::plan::Plan;

use super::agenda::{Due, Work};
use super::event::Event;
use super::fault::FaultKind;
use super::state::State;

/// The events that follow from what is due, in order, added to `events`.
pub(crate) fn decide(
    plan: &Plan,
    state: &State,
    due: Due,
    events: &mut Vec<Event>,
) -> Result<(), FaultKind> {
    match due.work {
        Work::Cut(book, closes) => events.push(day_cut::decide(due.at, book, closes)),
        Work::Pay(line) => events.push(capture::decide(plan, line)?),
        Work::Notify(line) => events.push(notification::decide(plan, due.at, line)?),
        Work::Split(line) => events.extend(split::decide(plan, state, due.at, line)?),
        Work::Refund(refund) => refund::decide(plan, state, refund, events)?,
        Work::Settle(payee) => settle::decide(plan, state, due.at, payee, events)?,
        Work::Outflow(outflow) => events.push(outflow::decide(plan, state, due.at, outflow)?),
        Work::Transfer(platform) => transfer::decide(plan, state, due.at, platform, events)?,
    }
    Ok(())
}
