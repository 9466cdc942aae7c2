//! The totals of a trade bill: they must be those of its rows, or rows are missing.

use super::super::bill_cell::{total_units, whole_count};
use super::super::bill_table::Table;
use super::super::flaws::{Flaw, Flaws};
use super::entry::Entry;
use crate::base::money::Money;
use crate::scenario::bill::TOTALS;
use crate::scenario::problem::FileFlaw;

const ROWS: &str = "总交易单数";
const FEES: &str = "手续费总金额";

/// Hundred-thousandths of a yuan in a fen: fees stand in the file with five decimals.
const UNITS: i64 = 1_000;

/// Compares the totals that the file has with the sums of its rows.
pub(super) fn compare(entries: &[Entry<'_>], table: &Table<'_>, flaws: &mut Flaws) {
    let Some(row) = &table.totals else {
        return;
    };
    let count = row.cell(&table.totals_columns, ROWS).unwrap_or_default();
    let rows = entries.len();
    if whole_count(count) != i64::try_from(rows).ok() {
        let flaw = Flaw::new(FileFlaw::TotalsDiffer, rows.to_string());
        flaws.add_in(row.line, ROWS, flaw, count);
    }
    let sum = |is_refund: bool, of: fn(&Entry<'_>) -> Money| {
        let rows = entries.iter().filter(|entry| entry.is_refund == is_refund);
        rows.fold(Money::ZERO, |sum, entry| {
            sum.plus(of(entry)).unwrap_or(Money::MAX)
        })
    };
    let fees = [false, true].map(|is_refund| sum(is_refund, |entry| entry.fee));
    let fees = fees.into_iter().fold(Money::ZERO, |sum, fees| {
        sum.plus(fees).unwrap_or(Money::MAX)
    });
    let sums = [
        sum(false, |entry| entry.amount),
        sum(true, |entry| entry.amount),
        sum(true, |entry| entry.vouchers),
        fees,
        sum(false, |entry| entry.asked),
        sum(true, |entry| entry.asked),
    ];
    for (name, sum) in TOTALS.into_iter().skip(1).zip(sums) {
        if let Some(cell) = row.cell(&table.totals_columns, name)
            && total_units(cell) != Some(sum.minor().saturating_mul(UNITS))
        {
            let decimals = if name == FEES { "000" } else { "" };
            let flaw = Flaw::new(FileFlaw::TotalsDiffer, sum.plain() + decimals);
            flaws.add_in(row.line, name, flaw, cell);
        }
    }
}
