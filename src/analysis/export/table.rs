//! Every table of a run as CSV, for spreadsheets and for programs that check us.
//!
//! Column names and words of ours are English and never change with the page's language; amounts are in
//! yuan with two decimals, moments `2018-09-30 22:59:50`, parties, accounts and orders go by the author's
//! ids. How a text is kept from becoming a formula, and how to get it back, says `escape::csv`.

mod balances;
mod closings;
mod events;
mod expectations;
mod journal;
mod orders;
mod settlement;

pub(super) use balances::balances;
pub(super) use closings::closings;
pub(super) use events::events;
pub(super) use expectations::expectations;
pub(super) use journal::journal;
pub(super) use orders::{payments, refunds};
pub(super) use settlement::{batches, payouts};

use serde::Serialize;

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{AccountId, PartyId};
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::Plan;

/// A moment as spreadsheets know it.
fn moment(at: WallClock) -> String {
    at.to_string().replace('T', " ")
}

/// A word of ours as rows of data have it: `payout_sent`.
fn word(value: &impl Serialize) -> Result<String, FaultKind> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(FaultKind::Export(other.to_string().into())),
        Err(error) => Err(FaultKind::Export(error.to_string().into())),
    }
}

fn party(plan: &Plan, id: PartyId) -> Result<&str, Missing> {
    let party = plan.parties().get(id).ok_or(Missing::Party)?;
    Ok(&party.key)
}

fn account(plan: &Plan, id: AccountId) -> Result<&str, Missing> {
    let account = plan.accounts().get(id).ok_or(Missing::Account)?;
    Ok(&account.name)
}

/// The accounting date of a moment in a channel's book.
fn channel_date(plan: &Plan, channel: PartyId, at: WallClock) -> Result<AccountingDate, Missing> {
    let book = plan.parties().get(channel).and_then(|party| party.book);
    let book = book.and_then(|book| plan.books().get(book));
    Ok(book.ok_or(Missing::Book)?.cut_off.accounting_date(at))
}
