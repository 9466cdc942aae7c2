//! Reports: plain rows read from a finished run. They compute nothing that the books do not already say.

mod batches;
mod beneficiaries;
mod expectations;
mod finding_places;
mod findings;
mod findings_change;
mod held;
mod held_clocks;
mod held_tally;
mod journal;
mod lane_fold;
mod lane_marks;
mod lane_phase;
mod lane_picture;
mod lane_ways;
mod lanes;
mod mirrors;
mod moments;
mod series;
mod storyboard;
mod summary;
mod timeline;
mod why_balance;
mod why_event;
mod why_origin;
mod why_refund;
mod why_settled;

pub use batches::{batches, payouts};
pub use beneficiaries::beneficiaries;
pub use expectations::expectations;
pub use finding_places::finding_places;
pub use findings::findings;
pub use findings_change::findings_change;
pub(in crate::analysis) use held::held_throughout;
pub use held::{held, held_over_run};
pub use held_clocks::held_clocks;
pub use journal::{journal, journal_place};
pub use lanes::{lane_amounts, lanes};
pub use mirrors::{mirrors, mirrors_at};
pub use moments::{event_at, event_row, snapshot};
pub use series::series;
pub use storyboard::storyboard;
pub use summary::summary;
pub use timeline::timeline;
pub use why_balance::why_balance;
pub use why_event::why_event;

use crate::base::id::AccountId;
use crate::base::money::Money;
use crate::domain::account::Side;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

/// A stored balance (debit positive) as it is shown: positive on the account's normal side.
pub(super) fn on_normal_side(
    plan: &Plan,
    account: AccountId,
    signed: Money,
) -> Result<Money, FaultKind> {
    let account = plan.accounts().get(account).ok_or(Missing::Account)?;
    Ok(match account.kind.normal() {
        Side::Debit => signed,
        Side::Credit => signed.negated(),
    })
}

/// What caused an event, in the author's terms: a payment, refund or payout id, an account, a book's keeper.
pub(super) fn cause(run: &Run, event: &Event) -> Result<String, FaultKind> {
    let plan = run.plan();
    let party = |id| {
        plan.parties()
            .get(id)
            .map(|party| party.key.as_str())
            .unwrap_or_default()
    };
    let payee_name = |id| {
        let payee = plan.payees().get(id).ok_or(Missing::Payee)?;
        Ok::<_, Missing>(format!("{}.{}", party(payee.channel), party(payee.owner)))
    };
    Ok(match event.what {
        Happening::Opened { opening, .. } => {
            let place = crate::base::id::to_index(opening);
            let opening = plan.openings().get(place).ok_or(Missing::Opening)?;
            let account = plan
                .accounts()
                .get(opening.account)
                .ok_or(Missing::Account)?;
            account
                .alias
                .clone()
                .unwrap_or_else(|| account.name.clone())
        }
        Happening::DayCut { book, .. } => {
            party(plan.books().get(book).ok_or(Missing::Book)?.keeper).to_owned()
        }
        Happening::Captured { line, .. }
        | Happening::Notified { line, .. }
        | Happening::Split { line, .. } => {
            plan.line_name(plan.lines().get(line).ok_or(Missing::Line)?)
        }
        Happening::ToppedUp { refund, .. }
        | Happening::ShareReturned { refund, .. }
        | Happening::Unfrozen { refund, .. }
        | Happening::Refunded { refund, .. }
        | Happening::RefundRefused { refund, .. } => plan
            .refunds()
            .get(refund)
            .ok_or(Missing::Refund)?
            .key
            .clone(),
        Happening::Settled { payout, payee, .. }
        | Happening::PayoutSent { payout, payee, .. }
        | Happening::PayoutSucceeded { payout, payee, .. }
        | Happening::SettledByPlatform { payout, payee, .. } => {
            let paid = run.desk().payouts().get(payout).ok_or(Missing::Payout)?;
            let day = paid.at.day().to_string().replace('-', "");
            format!("PO{day}.{}", payee_name(payee)?)
        }
        Happening::Transferred { payee, .. } => {
            let day = event.at.day().to_string().replace('-', "");
            format!("TR{day}.{}", payee_name(payee)?)
        }
        Happening::OutflowPaid { outflow, .. } | Happening::OutflowRefused { outflow, .. } => {
            let outflow = plan.outflows().get(outflow);
            outflow.ok_or(Missing::Outflow)?.key.clone()
        }
        Happening::PayoutDeferred { payee, .. } | Happening::TransferDeferred { payee, .. } => {
            payee_name(payee)?
        }
    })
}

/// A fault of a report, which has no event of its own.
pub(super) fn after_all(run: &Run) -> impl Fn(FaultKind) -> Fault + '_ {
    |kind| kind.after(run.event_count())
}
