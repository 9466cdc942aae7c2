//! A WeChat Pay fund bill, read and compared with itself: every balance must be the one before plus the
//! movement, and the totals must be those of the rows.
//!
//! It becomes no scenario: it says what moved, but neither whose payment it was nor at which rate.

use super::bill_cell::{self, whole_count};
use super::bill_table::{self, Layout, Row, Table};
use super::flaws::{Flaw, Flaws};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::scenario::problem::{FileFlaw, Problem};

/// A column by which a fund bill is known.
pub(super) const MARK: &str = "资金流水单号";

const AT: &str = "记账时间";
const SIDE: &str = "收支类型";
const AMOUNT: &str = "收支金额(元)";
const BALANCE: &str = "账户结余(元)";
const ROWS: &str = "资金流水总笔数";

const LAYOUT: Layout = Layout {
    needed: &[AT, MARK, SIDE, AMOUNT, BALANCE],
    together: &[],
    known: &[],
    totals: ROWS,
    known_totals: &[],
};

/// What a fund bill says.
pub(super) struct FundBill {
    /// Moments of the first and the last row.
    pub(super) span: Option<(WallClock, WallClock)>,
    /// What came: rows and their sum.
    pub(super) income: (u32, Money),
    /// What went: rows and their sum.
    pub(super) expense: (u32, Money),
    /// The balance after the last row.
    pub(super) balance: Money,
}

/// Reads a fund bill.
pub(super) fn read(text: &str) -> Result<FundBill, Vec<Problem>> {
    let mut flaws = Flaws::default();
    let table = bill_table::table(text, &LAYOUT, &mut flaws)?;
    let mut bill = FundBill {
        span: None,
        income: (0, Money::ZERO),
        expense: (0, Money::ZERO),
        balance: Money::ZERO,
    };
    let mut before = None;
    for row in &table.rows {
        let cell = |column| row.cell(&table.columns, column).unwrap_or_default();
        match movement(cell) {
            Ok(one) => {
                bill.take(&one);
                // Of a balance behind a row that nobody understood nothing can be said.
                let due = before.map(|before: Money| before.plus(one.signed()));
                if let Some(due) = due.filter(|due| *due != Ok(one.balance)) {
                    let due = due.map(Money::plain).unwrap_or_default();
                    let flaw = Flaw::new(FileFlaw::BalanceDiffers, due);
                    flaws.add_in(row.line, BALANCE, flaw, cell(BALANCE));
                }
                before = Some(one.balance);
            }
            Err((column, flaw)) => {
                flaws.add_in(row.line, column, flaw, cell(column));
                before = None;
            }
        }
    }
    // Totals of a file with rows that nobody understood would differ for that reason alone.
    if flaws.is_empty() {
        bill.compare(&table, &mut flaws);
    }
    flaws.none()?;
    Ok(bill)
}

struct Movement {
    at: WallClock,
    came: bool,
    amount: Money,
    balance: Money,
}

impl Movement {
    const fn signed(&self) -> Money {
        match self.came {
            true => self.amount,
            false => self.amount.negated(),
        }
    }
}

/// A row, or the column in which it is wrong.
fn movement<'a>(cell: impl Fn(&'static str) -> &'a str) -> Result<Movement, (&'static str, Flaw)> {
    Ok(Movement {
        at: bill_cell::moment(cell(AT)).map_err(|flaw| (AT, flaw))?,
        came: match cell(SIDE) {
            "收入" => true,
            "支出" => false,
            "" => return Err((SIDE, Flaw::new(FileFlaw::BlankCell, ""))),
            _ => return Err((SIDE, Flaw::new(FileFlaw::UnknownWord, "收入、支出"))),
        },
        amount: bill_cell::balance(cell(AMOUNT))
            .and_then(|amount| match amount.is_negative() {
                true => Err(Flaw::new(FileFlaw::WrongSign, amount.negated().plain())),
                false => Ok(amount),
            })
            .map_err(|flaw| (AMOUNT, flaw))?,
        balance: bill_cell::balance(cell(BALANCE)).map_err(|flaw| (BALANCE, flaw))?,
    })
}

impl FundBill {
    fn take(&mut self, one: &Movement) {
        let (count, sum) = match one.came {
            true => &mut self.income,
            false => &mut self.expense,
        };
        *count = count.saturating_add(1);
        *sum = sum.plus(one.amount).unwrap_or(Money::MAX);
        let (first, last) = self.span.unwrap_or((one.at, one.at));
        self.span = Some((first.min(one.at), last.max(one.at)));
        self.balance = one.balance;
    }

    fn compare(&self, table: &Table<'_>, flaws: &mut Flaws) {
        let Some(row) = &table.totals else {
            return;
        };
        let rows = self.income.0.saturating_add(self.expense.0);
        for (column, count) in [
            (ROWS, rows),
            ("收入笔数", self.income.0),
            ("支出笔数", self.expense.0),
        ] {
            let is_so = |cell: &str| whole_count(cell) == Some(i64::from(count));
            same(row, table, column, flaws, is_so, count.to_string());
        }
        for (column, sum) in [("收入金额", self.income.1), ("支出金额", self.expense.1)] {
            let is_so = |cell: &str| Money::parse(cell) == Ok(sum);
            same(row, table, column, flaws, is_so, sum.plain());
        }
    }
}

fn same(
    row: &Row<'_>,
    table: &Table<'_>,
    column: &str,
    flaws: &mut Flaws,
    is_so: impl Fn(&str) -> bool,
    sum: String,
) {
    if let Some(cell) = row.cell(&table.totals_columns, column)
        && !is_so(cell)
    {
        flaws.add_in(
            row.line,
            column,
            Flaw::new(FileFlaw::TotalsDiffer, sum),
            cell,
        );
    }
}
