//! Rows about two scenarios side by side: what is in the first (A), what in the second (B), and B less A.
//!
//! Parties go by the author's ids and accounts by their names, because numbers are of one run only.

use serde::{Deserialize, Serialize};

use crate::base::amount_time::{AmountTime, AmountTimeChange};
use crate::base::date::{CivilDate, WallClock};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::domain::posting::EventKind;
use crate::scenario::difference::DocumentChange;
use crate::scenario::v1::{PartyKind, Words};

use super::{BalanceRow, RuleId, Severity};

/// An amount in both.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Compared {
    /// In A; nothing where it is not there.
    pub a: Money,
    /// In B.
    pub b: Money,
    /// B less A.
    pub difference: Money,
}

/// A count in both.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Counted {
    /// In A.
    pub a: u32,
    /// In B.
    pub b: u32,
    /// B less A.
    pub difference: i64,
}

/// An amount × time in both, in fen-seconds.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Timed {
    /// In A.
    pub a: AmountTime,
    /// In B.
    pub b: AmountTime,
    /// B less A.
    pub difference: AmountTimeChange,
}

/// Two scenarios and their runs, compared under one clock.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Comparison {
    /// Whether both are the same document; then every difference below is nothing.
    pub is_same: bool,
    /// The first.
    pub a: ComparedSide,
    /// The second.
    pub b: ComparedSide,
    /// Where the documents differ.
    pub document: DocumentChanges,
    /// Sums over the whole run.
    pub totals: ComparedTotals,
    /// Natural days on which either run goes on; balances are those at their ends.
    pub days: Vec<CivilDate>,
    /// All parties of both, those whose money differs most first.
    pub parties: Vec<PartyCompared>,
    /// All accounts of both, those that differ most first.
    pub accounts: Vec<AccountCompared>,
    /// When how much arrives at whose bank, those that differ most first.
    pub arrivals: Vec<ArrivalsCompared>,
    /// Fees and shares: who bears them, who gets them.
    pub fees: Vec<FeeCompared>,
    /// Whose money is how long on its way, and what that costs.
    pub transit: TransitCompared,
    /// Others' money in a party's hands.
    pub held: Vec<HeldCompared>,
    /// Risk hints in A, in B, or in both, the gravest first.
    pub findings: Vec<FindingCompared>,
    /// What was refused or put off.
    pub refused: Vec<RefusedCompared>,
}

/// One of the two.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ComparedSide {
    /// Title of the scenario.
    pub title: Words,
    /// First moment.
    pub starts: WallClock,
    /// Last moment.
    pub ends: WallClock,
    /// Number of events.
    pub events: u32,
    /// Fingerprint of all events.
    pub fingerprint: u32,
}

/// Where two documents differ.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DocumentChanges {
    /// How many places in all.
    pub total: u32,
    /// The first of them, at most 500.
    pub rows: Vec<DocumentChange>,
}

/// Sums over the whole run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComparedTotals {
    /// All payments.
    pub paid_in: Compared,
    /// All refunds.
    pub refunded: Compared,
    /// Channel fees less fees returned.
    pub fees: Compared,
    /// All payouts of channels.
    pub paid_out: Compared,
    /// Payment lines.
    pub payments: Counted,
    /// Refunds made.
    pub refunds: Counted,
    /// Refunds refused.
    pub refused: Counted,
    /// Payouts of channels.
    pub payouts: Counted,
    /// Risk hints.
    pub findings: Counted,
}

/// A party's money at one moment.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PartyBalances {
    /// In its accounts at banks.
    pub at_banks: Compared,
    /// Its money on the way to it: in the hands of channels and of platforms that collect for it.
    pub in_transit: Compared,
    /// Others' money in its hands.
    pub holds: Compared,
}

/// A party in both.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PartyCompared {
    /// The author's id.
    pub id: String,
    /// Its name, in A where it is there.
    pub name: Words,
    /// What it is.
    pub kind: PartyKind,
    /// Its number in A.
    pub a: Option<PartyId>,
    /// Its number in B.
    pub b: Option<PartyId>,
    /// When both runs have ended.
    pub end: PartyBalances,
    /// The greatest difference at any day's end, of the three, without its sign.
    pub most: Money,
    /// On which day first.
    pub most_on: Option<CivilDate>,
    /// At the end of each of the days; empty for the last parties where there are more than 20,000 in all.
    pub days: Vec<PartyBalances>,
}

/// An account in both, on its normal side.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AccountCompared {
    /// `keeper:code.owner`.
    pub name: String,
    /// The author's own id, in A where it is there.
    pub alias: Option<String>,
    /// What it is for.
    pub kind: AccountKind,
    /// Id of the party that keeps its book.
    pub keeper: String,
    /// Id of its owner.
    pub owner: String,
    /// Its number in A.
    pub a: Option<AccountId>,
    /// Its number in B.
    pub b: Option<AccountId>,
    /// When both runs have ended.
    pub end: Compared,
    /// At the day's end at which it differs most.
    pub most: Compared,
    /// Which day that is first.
    pub most_on: Option<CivilDate>,
}

/// An account at a day's end.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountDay {
    /// The natural day.
    pub date: CivilDate,
    /// Current balance at its end.
    pub balance: Compared,
}

/// What arrives at the bank accounts of one party.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ArrivalsCompared {
    /// Id of the party.
    pub owner: String,
    /// All of it.
    pub total: Compared,
    /// The greatest difference of what had arrived by the end of a day, without its sign.
    pub most: Money,
    /// On which day first.
    pub most_on: Option<CivilDate>,
    /// Days on which something arrives in either.
    pub days: Vec<ArrivalDay>,
}

/// What arrives on a day.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ArrivalDay {
    /// The natural day.
    pub date: CivilDate,
    /// On this day.
    pub arrived: Compared,
    /// Up to the end of this day.
    pub so_far: Compared,
}

/// What is taken off a sale.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// The channel's fee.
    ChannelFee,
    /// A share or commission.
    Share,
}

/// A fee or share, less what was given back.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FeeCompared {
    /// What it is.
    pub kind: FeeKind,
    /// Id of the party whose money is less by it.
    pub bearer: String,
    /// Id of the party that gets it.
    pub to: String,
    /// How much.
    pub amount: Compared,
}

/// Whose money is how long on its way.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TransitCompared {
    /// The rate a year by which cost is counted, as the reader gave it: simple interest, 365 days a year.
    pub annual_rate: Option<String>,
    /// Each party that waits for money, those that differ most first.
    pub of: Vec<TransitRow>,
}

/// One party's money on its way, from the payment to its bank account.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TransitRow {
    /// Id of the party.
    pub owner: String,
    /// Amount × time.
    pub transit: Timed,
    /// What that would have earned, to the fen; nothing is said without a rate.
    pub cost: Option<Compared>,
}

/// Others' money in a party's hands over the whole run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldCompared {
    /// Id of the holder.
    pub holder: String,
    /// The most at any moment.
    pub maximum: Compared,
    /// Amount × time.
    pub held: Timed,
}

/// A risk hint in A, in B, or in both: the same rule about the same party.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FindingCompared {
    /// The rule.
    pub rule: RuleId,
    /// Id of the party it is about.
    pub subject: String,
    /// In A.
    pub a: Option<FoundIn>,
    /// In B.
    pub b: Option<FoundIn>,
    /// What the rule measures.
    pub amount: Compared,
}

/// A finding of one of the two.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FoundIn {
    /// Its place in the findings of that run.
    pub place: u32,
    /// How grave it is there.
    pub severity: Severity,
}

/// What was refused or put off, by what it is and its cause.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RefusedCompared {
    /// What happened.
    pub kind: EventKind,
    /// Its cause in the author's terms.
    pub cause: String,
    /// How often.
    pub count: Counted,
    /// When first, in A.
    pub first_a: Option<WallClock>,
    /// When first, in B.
    pub first_b: Option<WallClock>,
    /// What was short or due, all times together.
    pub amount: Compared,
}

/// All balances of both at one moment.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MomentCompared {
    /// The moment: after everything at or before it.
    pub at: WallClock,
    /// How many events had happened in A.
    pub event_a: u32,
    /// How many in B.
    pub event_b: u32,
    /// All accounts of both, by name.
    pub accounts: Vec<AccountAtMoment>,
}

/// An account in both at one moment, on its normal side.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AccountAtMoment {
    /// `keeper:code.owner`.
    pub name: String,
    /// What it holds.
    pub kind: AccountKind,
    /// The name of whose it is.
    pub owner: Words,
    /// Its number in A.
    pub a: Option<AccountId>,
    /// Its number in B.
    pub b: Option<AccountId>,
    /// Both balances in A.
    pub in_a: Option<BalanceRow>,
    /// Both balances in B.
    pub in_b: Option<BalanceRow>,
    /// 当前余额.
    pub current: Compared,
    /// 上日余额.
    pub previous_day: Compared,
}
