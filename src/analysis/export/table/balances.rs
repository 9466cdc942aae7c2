//! Both balances of every account when the run is over, each on the account's normal side.

use super::super::escape::csv::{Table, figure, text};
use super::super::names;
use super::{party, word};
use crate::analysis::report;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;

const COLUMNS: [&str; 12] = [
    "book",
    "account",
    "alias",
    "code",
    "journal_name",
    "owner",
    "owner_name_zh",
    "owner_name_en",
    "normal",
    "open_date",
    "current",
    "previous_day",
];

/// The table, by book and account.
pub(in crate::analysis::export) fn balances(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let last = report::snapshot(run, run.event_count())?;
    let mut table = Table::new(&COLUMNS);
    let mut row = |(place, balance): (usize, &crate::analysis::view::BalanceRow)| {
        let account = plan.accounts().rows().get(place).ok_or(Missing::Account)?;
        let owner = plan.parties().get(account.owner).ok_or(Missing::Party)?;
        let keeper = plan.books().get(account.book).ok_or(Missing::Book)?.keeper;
        let date = last.dates.get(account.book.index()).ok_or(Missing::Book)?;
        table.row([
            text(party(plan, keeper)?),
            text(&account.name),
            text(account.alias.as_deref().unwrap_or_default()),
            text(&account.code),
            figure(names::journal_name(plan, account)?),
            text(&owner.key),
            text(&owner.name.zh),
            text(&owner.name.en),
            figure(word(&account.kind.normal())?),
            figure(date),
            figure(balance.current.plain()),
            figure(balance.previous_day.plain()),
        ]);
        Ok::<(), FaultKind>(())
    };
    let mut rows = last.balances.iter().enumerate();
    rows.try_for_each(&mut row)
        .map_err(|kind| kind.after(run.event_count()))?;
    Ok(table.finish())
}
