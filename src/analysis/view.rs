//! Plain rows and summaries as shells receive them: numbers already computed, words still to be chosen.
//!
//! These types cross the boundary to the page and to JavaScript; amounts are whole fen, shown on the
//! account's normal side unless said otherwise.

mod change;
mod compare;
mod findings;
mod held;
mod lanes;
mod lessons;
mod mirrors;
mod storyboard;
mod why;

pub use change::{FindingChange, FindingFigure, FindingsChange, HeldChange, HeldFigure};
pub use compare::{
    AccountAtMoment, AccountCompared, AccountDay, ArrivalDay, ArrivalsCompared, Compared,
    ComparedSide, ComparedTotals, Comparison, Counted, DocumentChanges, FeeCompared, FeeKind,
    FindingCompared, FoundIn, HeldCompared, MomentCompared, PartyBalances, PartyCompared,
    RefusedCompared, Timed, TransitCompared, TransitRow,
};
pub(super) use findings::EVENTS_MAX;
pub use findings::{
    Evidence, FactNeeded, Finding, FindingPlaces, Findings, FlowStep, HeldMost, NotJudged, RuleId,
    Severity, StepDrawn,
};
pub use held::{
    Beneficiaries, HeldClock, HeldDayEnd, HeldFor, HeldForOverRun, HeldNow, HeldOverRun, HeldSince,
    HeldStay, HeldStep,
};
pub use lanes::{FoldedLane, FoldedNode, LaneAmounts, LaneEdge, LaneModel, LaneNode, LaneView};
pub use lessons::{
    BetRow, CheckRow, CodeRow, CodeStanding, CodesSeen, KnobRow, LessonAnswer, LessonCard,
    LessonPage, LessonState, Signature, VariantRow,
};
pub use mirrors::{
    DifferenceReason, Explained, MirrorCompared, MirrorDate, MirrorKind, MirrorNow, MirrorRow,
    MirrorSide,
};
pub use storyboard::StoryMoment;
pub use why::{BalanceEntry, BalanceWhy, BatchWhy, EventWhy, LegWhy, PostingRule, Reason};

use serde::{Deserialize, Serialize};

use crate::base::date::{AccountingDate, CivilDate, TimeOfDay, WallClock};
use crate::base::id::{AccountId, BatchId, BookId, PartyId};
use crate::base::money::Money;
use crate::domain::account::{AccountKind, Side};
use crate::domain::posting::{EventKind, Meaning};
use crate::scenario::v1::{Licence, PartyKind, Words};

/// What a run is about and how it ended.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Summary {
    /// Title of the scenario.
    pub title: Words,
    /// First moment of the run (openings are a day earlier).
    pub starts: WallClock,
    /// Last moment of the run.
    pub ends: WallClock,
    /// Number of events; moments are counted 0 (nothing yet) to this number (all done).
    pub events: u32,
    /// Payment lines captured.
    pub payments: u32,
    /// Refunds made.
    pub refunds: u32,
    /// Refunds refused.
    pub refused: u32,
    /// Payouts made.
    pub payouts: u32,
    /// All payments.
    pub paid_in: Money,
    /// All refunds.
    pub refunded: Money,
    /// All channel fees less fees returned.
    pub fees: Money,
    /// All payouts.
    pub paid_out: Money,
    /// Parties; `PartyId` is the place in this list.
    pub parties: Vec<PartyRow>,
    /// Books; `BookId` is the place in this list.
    pub books: Vec<BookRow>,
    /// Accounts; `AccountId` is the place in this list.
    pub accounts: Vec<AccountRow>,
    /// Expectations in the author's order.
    pub expectations: Vec<ExpectationRow>,
    /// How many times an invariant was checked during the run; none failed, or there would be no run.
    pub checks: u64,
    /// Due dates counted beyond the calendar's years by weekends only.
    pub beyond_calendar: Vec<CivilDate>,
    /// Checksum (CRC-32) of all events: it tells runs apart, it proves nothing,, equal natively and in wasm.
    pub fingerprint: u32,
}

/// A party.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PartyRow {
    /// The author's id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Kind.
    pub kind: PartyKind,
    /// Licence.
    pub licence: Licence,
    /// The book it keeps.
    pub book: Option<BookId>,
    /// Whether the engine added it (an implicit reserve bank).
    pub implicit: bool,
}

/// A book.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BookRow {
    /// Who keeps it.
    pub keeper: PartyId,
    /// When it cuts.
    pub cut_off: TimeOfDay,
    /// Whether the instant of the cut belongs to the new day.
    pub boundary_is_new_day: bool,
    /// The cut-off its keeper announces, when another.
    pub announced: Option<TimeOfDay>,
}

/// An account.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AccountRow {
    /// `keeper:code.owner`.
    pub name: String,
    /// Code in the chart, with the owner where it matters.
    pub code: String,
    /// The author's own id.
    pub alias: Option<String>,
    /// The book it stands in.
    pub book: BookId,
    /// Its owner.
    pub owner: PartyId,
    /// What it is for.
    pub kind: AccountKind,
    /// Its normal side.
    pub normal: Side,
    /// Whether any event ever touches it.
    pub used: bool,
}

/// An expectation and what came out.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ExpectationRow {
    /// `expectations[3]`.
    pub path: String,
    /// Whether it holds.
    pub holds: bool,
    /// The comparison, as written.
    pub op: String,
    /// What was expected.
    pub expected: Figure,
    /// What came out.
    pub actual: Figure,
    /// What is compared.
    pub subject: ExpectationSubject,
}

/// An amount or a count.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Fen.
    Amount(Money),
    /// A number of things.
    Count(u32),
}

/// What an expectation looks at.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExpectationSubject {
    /// A balance at a moment.
    Balance {
        /// The account.
        account: AccountId,
        /// After everything at or before this moment.
        at: WallClock,
        /// Previous-day balance instead of the current one.
        previous_day: bool,
    },
    /// What payouts brought by the end of a day.
    Arrival {
        /// The deposit account.
        account: AccountId,
        /// End of this day.
        by: CivilDate,
    },
    /// Fees of a channel over the whole run.
    TotalFee {
        /// The channel.
        channel: PartyId,
    },
    /// Refunds refused.
    Refused,
    /// What reached all deposits of a party.
    Inflow {
        /// Whose.
        party: PartyId,
        /// Beginning of this day; the start of the run when absent.
        from: Option<CivilDate>,
        /// End of this day.
        by: CivilDate,
    },
    /// Commission over the whole run.
    Commission {
        /// Whose.
        party: PartyId,
    },
    /// The most of others' money at any moment.
    Held {
        /// In whose hands.
        party: PartyId,
    },
    /// Findings.
    Findings {
        /// How grave at least.
        at_least: Severity,
    },
}

/// All balances after a number of events.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    /// How many events have happened.
    pub event: u32,
    /// The moment of the last of them; the start of the run when none.
    pub at: WallClock,
    /// Open accounting date of each book.
    pub dates: Vec<AccountingDate>,
    /// Balances of all accounts, in account order.
    pub balances: Vec<BalanceRow>,
}

/// 单表双余额 of one account.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct BalanceRow {
    /// 当前余额.
    pub current: Money,
    /// 上日余额: closing of the day before the book's open accounting date.
    pub previous_day: Money,
}

/// Which journal rows are wanted. An empty filter wants all.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct JournalFilter {
    /// Only legs of this account.
    pub account: Option<AccountId>,
    /// Only legs in this book.
    pub book: Option<BookId>,
    /// Only legs of this accounting date.
    pub date: Option<AccountingDate>,
}

/// A window of rows out of a longer table.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Window<T> {
    /// Rows in the whole table.
    pub total: u32,
    /// Place of the first row here.
    pub from: u32,
    /// The rows.
    pub rows: Vec<T>,
}

/// One leg of one journal entry.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct JournalRow {
    /// The event, counted from 1: after it, the moment is this number.
    pub event: u32,
    /// When it happened.
    pub at: WallClock,
    /// What happened.
    pub kind: EventKind,
    /// Its cause in the author's terms: payment, refund or payout id.
    pub cause: String,
    /// The book.
    pub book: BookId,
    /// Accounting date in that book.
    pub date: AccountingDate,
    /// Debited account.
    pub debit: AccountId,
    /// Credited account.
    pub credit: AccountId,
    /// Amount, above zero.
    pub amount: Money,
    /// What the leg means.
    pub meaning: Meaning,
}

/// An event without its entries.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EventRow {
    /// The event, counted from 1.
    pub event: u32,
    /// When it happened.
    pub at: WallClock,
    /// What happened.
    pub kind: EventKind,
    /// Its cause in the author's terms; for a day cut the keeper's id.
    pub cause: String,
    /// Its amount, where it has one.
    pub amount: Option<Money>,
    /// The book of a day cut.
    pub book: Option<BookId>,
    /// The date that a day cut closes.
    pub closes: Option<AccountingDate>,
}

/// The time axis: days, cuts, and what happened.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Timeline {
    /// Left end.
    pub from: WallClock,
    /// Right end.
    pub until: WallClock,
    /// Natural days between.
    pub days: Vec<DayRow>,
    /// Day cuts of all books, in time order.
    pub cuts: Vec<EventRow>,
    /// Everything but payments, notifications, splits and cuts, in time order, at most 2,000.
    pub marks: Vec<EventRow>,
    /// Payments counted in equal slices of the axis.
    pub density: Vec<u32>,
}

/// A natural day on the axis.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DayRow {
    /// The day.
    pub date: CivilDate,
    /// Whether a working day of the (first) calendar used; `None` where it does not know.
    pub working: Option<bool>,
    /// A weekend day that is worked (班).
    pub made_up: bool,
}

/// A balance over time, thinned to the points that a chart can show.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Series {
    /// The account.
    pub account: AccountId,
    /// Moments, rising.
    pub at: Vec<WallClock>,
    /// Current balance from that moment on.
    pub current: Vec<Money>,
    /// Previous-day balance from that moment on.
    pub previous_day: Vec<Money>,
}

/// One batch: what a channel owes one payee for one accounting date.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BatchRow {
    /// Its id.
    pub batch: BatchId,
    /// The channel.
    pub channel: PartyId,
    /// The payee.
    pub owner: PartyId,
    /// Accounting date in the channel's book.
    pub channel_date: AccountingDate,
    /// Natural day on which it is due.
    pub due: CivilDate,
    /// Sum of its items (negative when refunds prevail).
    pub amount: Money,
    /// Number of items.
    pub items: u32,
    /// Cycle as written, `T+1`.
    pub cycle: String,
    /// Paid out so far by payouts.
    pub state: BatchState,
}

/// How a batch ended.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// In a payout.
    Paid,
    /// Used up by refunds or top-ups, nothing to pay.
    Offset,
    /// Below the minimum or not due before the run ended.
    Carried,
}

/// One payout.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PayoutRow {
    /// Event at which it arrived.
    pub event: u32,
    /// When.
    pub at: WallClock,
    /// Its id in the author's terms.
    pub cause: String,
    /// The channel.
    pub channel: PartyId,
    /// The payee.
    pub owner: PartyId,
    /// The deposit account credited.
    pub account: AccountId,
    /// Amount.
    pub amount: Money,
}

/// A file that a run can give.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ExportOffer {
    /// Kind, as the command line's `--kind`.
    pub kind: String,
    /// Whose file: a party id, or several with `/` between; empty for the whole run.
    pub party: String,
    /// For which accounting date; `None` for the whole run.
    pub date: Option<AccountingDate>,
    /// Name of the file.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
}
