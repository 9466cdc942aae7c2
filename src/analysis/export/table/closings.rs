//! Closings: what every account of every book held at the end of every accounting date, as a table for
//! spreadsheets and for programs that check the journals.
//!
//! `closing` is shown on the account's normal side in yuan; `closing_signed_minor` is debit positive in fen.

use super::super::escape::csv::{Cell, Table, figure, text};
use super::super::journal;
use super::super::reading::each_step;
use super::super::stems::Stems;
use crate::analysis::report;
use crate::domain::account::Side;
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, Missing};
use crate::engine::run::Run;

const COLUMNS: [&str; 7] = [
    "book",
    "date",
    "account",
    "code",
    "normal",
    "closing",
    "closing_signed_minor",
];

/// The table, by book, date and account.
pub(in crate::analysis::export) fn closings(run: &Run) -> Result<String, Fault> {
    let plan = run.plan();
    let mut books: Vec<(String, _, Vec<[Cell; 7]>)> = Vec::new();
    let stems = Stems::of(plan);
    for (id, book) in plan.books().iter() {
        let accounts = journal::accounts(plan, id).map_err(|kind| kind.after(0))?;
        books.push((stems.get(book.keeper).to_owned(), accounts, Vec::new()));
    }
    each_step(run, |step| {
        let Happening::DayCut { book, closes } = step.event.what else {
            return Ok(());
        };
        let row = books.get_mut(book.index()).ok_or(Missing::Book)?;
        let (stem, accounts, lines) = row;
        let closing = journal::closing(accounts, step.ledger, closes)?;
        for ((id, _), (name, signed)) in accounts.iter().zip(closing) {
            let account = plan.accounts().get(*id).ok_or(Missing::Account)?;
            let shown = report::on_normal_side(plan, *id, signed)?;
            let normal = match account.kind.normal() {
                Side::Debit => "debit",
                Side::Credit => "credit",
            };
            lines.push([
                text(stem.as_str()),
                figure(closes),
                figure(name),
                text(&account.code),
                figure(normal),
                figure(shown.plain()),
                figure(signed.minor()),
            ]);
        }
        Ok(())
    })?;
    let mut table = Table::new(&COLUMNS);
    for row in books.into_iter().flat_map(|(_, _, rows)| rows) {
        table.row(row);
    }
    Ok(table.finish())
}
