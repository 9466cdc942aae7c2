//! Rows that answer "why?": a balance opens to its entries, an entry to its event and posting rule, an
//! event to what caused it and to the line of the scenario that made it.

use serde::{Deserialize, Serialize};

use crate::base::date::{AccountingDate, CivilDate, TimeOfDay, WallClock};
use crate::base::id::{AccountId, BatchId, PartyId};
use crate::base::money::Money;
use crate::domain::contract::{Mode, OnRefundShortfall};
use crate::domain::cycle::NonWorkingTrade;
use crate::domain::posting::{EventKind, Term};
use crate::engine::event::DeferReason;

use super::{DayRow, EventRow, JournalRow, Window};

/// Why an account shows what it shows.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BalanceWhy {
    /// The account.
    pub account: AccountId,
    /// After so many events.
    pub event: u32,
    /// The moment of the last of them.
    pub at: WallClock,
    /// Whether it is the previous-day balance.
    pub previous_day: bool,
    /// Entries up to this accounting date of the book count: the open date, or the one before it.
    pub counted_to: AccountingDate,
    /// What is explained.
    pub balance: Money,
    /// The balance before the first entry here.
    pub before: Money,
    /// The entries that count, oldest first.
    pub entries: Window<BalanceEntry>,
}

/// One entry of an account, with the balance after it.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BalanceEntry {
    /// The entry.
    pub row: JournalRow,
    /// What it adds to the balance as shown.
    pub change: Money,
    /// The balance after it.
    pub after: Money,
}

/// Why something happened, and what it posted.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EventWhy {
    /// What happened.
    pub event: EventRow,
    /// The rule by which it was posted; `None` where nothing is posted.
    pub rule: Option<PostingRule>,
    /// What it posted.
    pub legs: Vec<LegWhy>,
    /// What caused it, from the nearest cause to the lines of the scenario.
    pub reasons: Vec<Reason>,
}

/// The name of a posting rule.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PostingRule {
    /// For which happening.
    pub event: EventKind,
    /// In which mode of contract, where that makes a difference.
    pub mode: Option<Mode>,
    /// Whether it is about a payment from before the scenario.
    pub external: bool,
    /// Whether it is about an order that is not split yet.
    pub before_split: bool,
}

/// One leg and the line of the rule that made it.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LegWhy {
    /// The leg.
    pub row: JournalRow,
    /// The line of the rule, counted from 1.
    pub line: u32,
    /// Which of the event's amounts it moves.
    pub term: Term,
}

/// Why something happened. A `path` is a place in the scenario's document.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// The author wrote it.
    Written {
        /// Where.
        path: String,
    },
    /// It was drawn from the seed.
    Drawn {
        /// The traffic rule.
        path: String,
        /// Which draw of that rule, from 1.
        draw: u32,
        /// How many payments the rule draws in all.
        of: u32,
        /// The seed.
        seed: u32,
    },
    /// A route chose the contract.
    Routed {
        /// The route.
        path: String,
        /// The contract.
        contract: String,
        /// How it connects the merchant.
        mode: Mode,
    },
    /// The contract says so.
    Contract {
        /// The contract.
        path: String,
        /// Its id.
        contract: String,
    },
    /// A platform that collects and a merchant have agreed so.
    Agreed {
        /// The agreement.
        path: String,
    },
    /// The channel's fee.
    Fee {
        /// The fee plan.
        path: String,
        /// Its rate in per cent.
        rate: String,
        /// Of what.
        amount: Money,
        /// How much.
        fee: Money,
    },
    /// It follows an earlier event.
    Follows {
        /// That event, counted from 1.
        event: u32,
        /// What it was.
        kind: EventKind,
        /// When.
        at: WallClock,
        /// Milliseconds in between.
        after_ms: u64,
        /// Who says how long it takes.
        path: Option<String>,
    },
    /// It belongs to a refund of an earlier payment.
    RefundOf {
        /// The payment in the author's terms.
        payment: String,
        /// What had been paid.
        paid: Money,
        /// What of it refunds had given back before.
        before: Money,
        /// Where the payment was written.
        path: Option<String>,
    },
    /// The refunded order was not split yet and is refunded out of its frozen money.
    FromFrozen {
        /// What of it lay frozen.
        frozen: Money,
        /// What the refund takes, less the fee that comes back.
        needed: Money,
    },
    /// Of the order that is split, refunds had taken a part before.
    LeftToSplit {
        /// What had been refunded.
        refunded: Money,
        /// What was left; shares are taken of it.
        left: Money,
    },
    /// A refund found so much and needed so much.
    Shortfall {
        /// Pending money of the payee then.
        pending: Money,
        /// What the refund takes, less the fee that comes back.
        needed: Money,
        /// What the settlement rule does then.
        policy: OnRefundShortfall,
        /// The settlement rule.
        path: String,
    },
    /// These batches were due.
    Batches {
        /// To whom.
        owner: PartyId,
        /// The day of the payout run.
        day: CivilDate,
        /// Time of day of payout runs.
        pays_at: TimeOfDay,
        /// The rule.
        path: String,
        /// The batches, oldest first.
        of: Vec<BatchWhy>,
    },
    /// Nothing could be paid.
    PutOff {
        /// Why.
        reason: DeferReason,
        /// Sum of the batches due.
        due: Money,
    },
    /// A platform pays at its own time of day.
    PlatformPays {
        /// The agreement.
        path: String,
        /// The time of day.
        pays_at: TimeOfDay,
    },
    /// A deposit was too small.
    TooLittle {
        /// What was there.
        had: Money,
        /// What was missing.
        short: Money,
    },
    /// A book reached its cut-off.
    CutOff {
        /// The book, if the author wrote it.
        path: Option<String>,
        /// The time of day.
        time: TimeOfDay,
        /// The date that ended.
        closes: AccountingDate,
    },
    /// It stands for what happened before the scenario.
    BeforeScenario,
}

impl Reason {
    /// The place in the scenario's document that it leads to.
    pub fn path(&self) -> Option<&str> {
        match self {
            Reason::Written { path }
            | Reason::Drawn { path, .. }
            | Reason::Routed { path, .. }
            | Reason::Contract { path, .. }
            | Reason::Agreed { path }
            | Reason::Fee { path, .. }
            | Reason::Shortfall { path, .. }
            | Reason::Batches { path, .. }
            | Reason::PlatformPays { path, .. } => Some(path),
            Reason::Follows { path, .. }
            | Reason::RefundOf { path, .. }
            | Reason::CutOff { path, .. } => path.as_deref(),
            Reason::FromFrozen { .. }
            | Reason::LeftToSplit { .. }
            | Reason::PutOff { .. }
            | Reason::TooLittle { .. }
            | Reason::BeforeScenario => None,
        }
    }
}

/// One batch, and the counting of days to its due date.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BatchWhy {
    /// The batch.
    pub batch: BatchId,
    /// Accounting date of the channel.
    pub date: AccountingDate,
    /// Its cycle, `T+1`.
    pub cycle: String,
    /// What a trade on a non-working day counts as.
    pub trade: NonWorkingTrade,
    /// Id of the calendar.
    pub calendar: String,
    /// The days counted, from the one after its date to the due date. Natural days have no calendar.
    pub counted: Vec<DayRow>,
    /// The day on which it is due.
    pub due: CivilDate,
    /// What of it was still to be paid.
    pub unpaid: Money,
    /// Number of items in it.
    pub items: u32,
}
