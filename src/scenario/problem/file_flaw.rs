//! What can be wrong with a file that should be imported. Each reason has a sentence of its own, so that nobody
//! is told of an unreadable cell that reads well.

use serde::{Deserialize, Serialize};

/// What can be wrong with an imported file.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFlaw {
    /// Not UTF-8.
    Encoding,
    /// Nothing in it.
    Blank,
    /// A header of another program: columns that we do not know, and those of ours that are missing.
    UnknownHeader,
    /// A column that must be there.
    MissingColumn,
    /// The same column twice.
    DuplicateColumn,
    /// A row with another number of columns.
    ColumnCount,
    /// Cut off before the totals.
    CutOff,
    /// Something behind the totals.
    AfterTotals,
    /// No rows.
    Empty,
    /// A blank cell that must not be blank.
    BlankCell,
    /// A cell that is not written as bills write it.
    BadForm,
    /// A word that is none of those allowed.
    UnknownWord,
    /// A number that a spreadsheet rounded.
    DestroyedNumber,
    /// A character that no text may contain.
    ForbiddenCharacter,
    /// Longer than a text may be.
    TooLong,
    /// Beyond a limit.
    OutOfRange,
    /// An amount with a part of a fen.
    FinerThanFen,
    /// Below zero where it must not be, or the other way round.
    WrongSign,
    /// The fee is not that of amount and rate.
    FeeDiffers,
    /// Money that is not CNY.
    OtherCurrency,
    /// A refund that has not arrived yet.
    RefundPending,
    /// A refund that did not happen.
    RefundFailed,
    /// A refund that did not reach the payer and waits for somebody.
    RefundStuck,
    /// A value that a row of this state cannot have.
    NotOfThisState,
    /// A row that a bill with these columns cannot have.
    NotInThisBill,
    /// A number that another line has already.
    DuplicateNumber,
    /// Not what another line says of the same order.
    DiffersFromLine,
    /// A refund larger than what is left of its payment.
    RefundTooLarge,
    /// A refund before its payment.
    RefundTooEarly,
    /// More days than a scenario has.
    SpanTooLong,
    /// More rows than a scenario takes.
    TooManyRows,
    /// The totals do not agree with the rows.
    TotalsDiffer,
    /// A balance is not the one before plus the movement.
    BalanceDiffers,
    /// A row that makes a scenario that cannot be played; the problem beside it says why.
    NotPlayable,
}
