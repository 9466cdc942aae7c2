//! Faults: bugs of ours, never of the author or of the world played. Each says where it happened.

use serde::{Deserialize, Serialize};

use crate::base::money::MoneyRange;
use crate::domain::balance::PostingRefused;

/// A bug in the simulator, with enough to report it.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fault {
    /// What went wrong.
    pub kind: FaultKind,
    /// Events that had happened before.
    pub event: u32,
}

/// What went wrong.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// An id of the plan or state names nothing.
    Missing(Missing),
    /// A sum left the money range that compile had proven.
    MoneyRange,
    /// An entry was dated before yesterday.
    EntryTooOld,
    /// An invariant does not hold.
    Invariant(Box<BrokenInvariant>),
    /// More events than the plan can cause.
    TooManyEvents,
    /// A file could not be written in its format.
    Export(Box<str>),
}

/// Which invariant does not hold. Boxed where it is told, so that the answer of every step stays small.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BrokenInvariant {
    /// Its id as in `ARCHITECTURE.md`: `L2`, `L7` …
    pub id: String,
    /// The account or book, as its name.
    pub subject: String,
}

/// What is missing.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// An account.
    Account,
    /// A book.
    Book,
    /// A flow.
    Flow,
    /// A contract.
    Contract,
    /// A payee.
    Payee,
    /// A payment line.
    Line,
    /// A refund.
    Refund,
    /// An outflow.
    Outflow,
    /// A batch.
    Batch,
    /// A payout.
    Payout,
    /// An opening.
    Opening,
    /// An event.
    Event,
    /// A due date.
    DueDate,
    /// A party.
    Party,
}

impl From<MoneyRange> for FaultKind {
    fn from(_: MoneyRange) -> FaultKind {
        FaultKind::MoneyRange
    }
}

impl From<PostingRefused> for FaultKind {
    fn from(refused: PostingRefused) -> FaultKind {
        match refused {
            PostingRefused::TooOld => FaultKind::EntryTooOld,
            PostingRefused::Range => FaultKind::MoneyRange,
        }
    }
}

impl From<Missing> for FaultKind {
    fn from(missing: Missing) -> FaultKind {
        FaultKind::Missing(missing)
    }
}

impl FaultKind {
    /// The fault, after so many events.
    pub(crate) fn after(self, event: u32) -> Fault {
        Fault { kind: self, event }
    }
}
