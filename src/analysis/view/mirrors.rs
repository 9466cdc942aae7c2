//! Rows about mirrors: two accounts in two books that stand for the same money, and why they differ.

use serde::{Deserialize, Serialize};

use crate::base::date::AccountingDate;
use crate::base::id::AccountId;
use crate::base::money::Money;

/// Which account stands for which of another book.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MirrorKind {
    /// M1: 1001 of a party against its deposits in banks' books.
    OwnBank,
    /// M2: 1002 of a channel against its reserve deposits in banks' books.
    Reserve,
    /// M3: 1122 of a party against what channels' (and platforms') books say they owe it.
    Receivable,
}

impl MirrorKind {
    /// `M1` to `M3`.
    pub const fn code(self) -> &'static str {
        match self {
            MirrorKind::OwnBank => "M1",
            MirrorKind::Reserve => "M2",
            MirrorKind::Receivable => "M3",
        }
    }
}

/// A mirror, and how both sides closed each date.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MirrorRow {
    /// Which kind.
    pub kind: MirrorKind,
    /// The account in one's own book.
    pub ours: AccountId,
    /// The accounts in others' books that say the same from the other side.
    pub theirs: Vec<AccountId>,
    /// Every date that all books concerned have closed.
    pub dates: Vec<MirrorDate>,
}

/// Closing of a date against closing of the same date.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MirrorDate {
    /// The date, in every book its own.
    pub date: AccountingDate,
    /// Both sides, and what explains their difference.
    pub compared: MirrorCompared,
}

/// A mirror at one instant: current balance against current balance.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MirrorNow {
    /// Which kind.
    pub kind: MirrorKind,
    /// The account in one's own book.
    pub ours: AccountId,
    /// Both sides, and what explains their difference.
    pub compared: MirrorCompared,
}

/// Two balances that should be the same, and why they are not.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct MirrorCompared {
    /// In one's own book.
    pub ours: Money,
    /// In others' books.
    pub theirs: Money,
    /// Ours less theirs.
    pub difference: Money,
    /// What of it lies between two cut-offs.
    pub between_cut_offs: Money,
    /// What of it one side has not yet learnt of.
    pub not_yet_learnt: Money,
    /// What is left, which no happening explains.
    pub unexplained: Money,
    /// The happenings that explain it, the first fifty.
    pub explained: Vec<Explained>,
    /// How many more there are.
    pub more: u32,
}

/// A happening that one side has and the other has not.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Explained {
    /// The event that the one side has posted, counted from 1.
    pub event: u32,
    /// Its cause in the author's terms.
    pub cause: String,
    /// What it adds to the difference.
    pub amount: Money,
    /// Who has it.
    pub had_by: MirrorSide,
    /// Why the other side has it not.
    pub reason: DifferenceReason,
}

/// One of the two sides of a mirror.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MirrorSide {
    /// One's own book.
    Ours,
    /// The others' books.
    Theirs,
}

/// Why one side has a happening and the other has it not.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceReason {
    /// It fell between two cut-offs: one book dates it a day later than the other.
    BetweenCutOffs,
    /// The other side had not yet learnt of it.
    NotYetLearnt,
}
