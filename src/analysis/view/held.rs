//! Rows about money in other people's hands: who holds it, whose it is, where it lies, how long it stays.

use serde::{Deserialize, Serialize};

use crate::base::amount_time::AmountTime;
use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;

/// Since when a sale counts as money held for the seller.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldSince {
    /// Since the payer paid, whether or not the holder knew.
    #[default]
    EventTime,
    /// Since the holder learnt of it and wrote it down.
    KnowledgeTime,
}

/// Others' money in one party's hands at a moment.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct HeldNow {
    /// Who holds it.
    pub holder: PartyId,
    /// All of it.
    pub total: Money,
    /// What of it lies as the holder's claim at channels.
    pub at_channel: Money,
    /// What of it lies in the holder's accounts at banks.
    pub at_bank: Money,
    /// What the holder owes beyond all that it has: nobody holds it any more.
    pub uncovered: Money,
    /// Whose it is, in the order of the parties: everybody to whom something is owed.
    pub of: Vec<HeldFor>,
}

/// One beneficiary's part of what a party holds.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldFor {
    /// Whose money it is.
    pub beneficiary: PartyId,
    /// How much.
    pub amount: Money,
    /// What of it lies at channels.
    pub at_channel: Money,
    /// What of it lies at banks.
    pub at_bank: Money,
}

/// Others' money in one account, and how much of it has lain there for how long so far.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HeldClock {
    /// The account: a claim at a channel, or a deposit.
    pub account: AccountId,
    /// Who can move the money next: its owner.
    pub holder: PartyId,
    /// What of others' money lies in it now.
    pub now: Money,
    /// Milliseconds during which any lay in it.
    pub held_ms: u64,
    /// Amount × time.
    pub held: AmountTime,
}

/// A time without a break during which others' money lay in one party's hands.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldStay {
    /// Since when there was any.
    pub from: WallClock,
    /// From when on there was none, or the run had ended.
    pub until: WallClock,
    /// Milliseconds from the one to the other.
    pub ms: u64,
}

/// Others' money in one party's hands over the whole run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HeldOverRun {
    /// Who holds it.
    pub holder: PartyId,
    /// The most at any moment.
    pub maximum: Money,
    /// Since when it was the most, the first time.
    pub maximum_at: Option<WallClock>,
    /// Milliseconds during which anything was held.
    pub held_ms: u64,
    /// The longest stay without a break, the first of several.
    pub longest: Option<HeldStay>,
    /// Amount × time.
    pub held: AmountTime,
    /// What of it lay at channels.
    pub held_at_channel: AmountTime,
    /// What of it lay at banks.
    pub held_at_bank: AmountTime,
    /// The same for each beneficiary, in the order of the parties.
    pub of: Vec<HeldForOverRun>,
    /// What was left at each cut of the holder's own book.
    pub day_ends: Vec<HeldDayEnd>,
    /// The amounts over time, thinned to what a chart can show.
    pub steps: Vec<HeldStep>,
}

/// One beneficiary's money in the holder's hands over the whole run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct HeldForOverRun {
    /// Whose money it is.
    pub beneficiary: PartyId,
    /// The most at any moment.
    pub maximum: Money,
    /// Milliseconds during which anything of it was held.
    pub held_ms: u64,
    /// Amount × time.
    pub held: AmountTime,
}

/// What was left of others' money when the holder's book cut its day.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldDayEnd {
    /// The date that ended.
    pub date: AccountingDate,
    /// When.
    pub at: WallClock,
    /// All of it.
    pub total: Money,
    /// To how many people it is owed.
    pub beneficiaries: u32,
}

/// Others' money from a moment on.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldStep {
    /// From then on.
    pub at: WallClock,
    /// All of it.
    pub total: Money,
    /// At channels.
    pub at_channel: Money,
    /// At banks.
    pub at_bank: Money,
}

/// Whose money an account holds at a moment. The parts sum to its balance.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Beneficiaries {
    /// The account: a deposit, a reserve, or a claim at a channel.
    pub account: AccountId,
    /// Who can move the money next: its owner.
    pub holder: PartyId,
    /// Whose it is, and how much; the holder's own part is the last.
    pub of: Vec<(PartyId, Money)>,
}
