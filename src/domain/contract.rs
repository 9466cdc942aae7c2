//! Contracts and payees as a plan holds them: how a merchant is connected to a channel, what is charged
//! and split, and how its money is settled. Posting rules are resolved to accounts here, once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::calendar::Calendar;
use crate::base::date::{AccountingDate, CivilDate, TimeOfDay};
use crate::base::id::{AccountId, PartyId, PayeeId};
use crate::base::money::Money;

use super::cycle::{NonWorkingTrade, SettlementCycle};
use super::fee::{FeePlan, Share, SplitRemainder};
use super::leg::LegRule;

/// How a merchant is connected to a channel.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The merchant itself has the contract with the channel (直连).
    Direct,
    /// A sub-merchant under a service provider (服务商 + 特约商户).
    SubMerchant,
    /// A platform collects in its own name for several sellers (大商户).
    Pooled,
}

/// What happens when the collector's pending money is smaller than a refund.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnRefundShortfall {
    /// The collector pays the exact gap from its bank account in the same second; refused if that is too small.
    #[default]
    TopUp,
    /// The refund is refused.
    Refuse,
    /// The pending account goes below zero and is netted with later sales.
    CarryNegative,
}

/// Out of which money of the collector a refund is paid.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundedFrom {
    /// What the channel owes it: pending money.
    #[default]
    Pending,
    /// The frozen money of the order itself, which is not split yet.
    Frozen,
}

/// A merchant's arrangement with a channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contract {
    /// The author's id.
    pub key: String,
    /// How the merchant is connected.
    pub mode: Mode,
    /// The channel.
    pub channel: PartyId,
    /// The platform that brings the merchant.
    pub provider: Option<PartyId>,
    /// In whose name the channel collects.
    pub collector: PartyId,
    /// Whose sale it is, when the collector collects for somebody else.
    pub seller: Option<PartyId>,
    /// To whom the channel settles.
    pub payee: PayeeId,
    /// What the channel charges.
    pub fee: FeePlan,
    /// What is split off each payment.
    pub shares: Vec<Share>,
    /// Who gets the fen that a split leaves over.
    pub remainder: SplitRemainder,
    /// Who receives those shares, in the same order.
    pub receivers: Vec<PayeeId>,
    /// Whether somebody with a need to know learns of each payment.
    pub notifies: bool,
    /// Milliseconds between a payment and its notification.
    pub notification_delay_ms: u32,
    /// Milliseconds between a notification and the split.
    pub split_delay_ms: u32,
    /// The name that the payer sees, where the author says so.
    pub shown_name: Option<String>,
    /// What each happening posts.
    pub rules: ContractRules,
}

/// Posting rules of a contract.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ContractRules {
    /// A payment line was captured.
    pub captured: Vec<LegRule>,
    /// The collector learnt of it.
    pub notified: Vec<LegRule>,
    /// It was split.
    pub split: Vec<LegRule>,
    /// It was refunded.
    pub refunded: Vec<LegRule>,
    /// It was refunded before its split.
    pub refunded_frozen: Vec<LegRule>,
    /// All of it was unfrozen, because a refund finished it before its split.
    pub unfrozen: Vec<LegRule>,
    /// A payment older than the scenario was refunded.
    pub refunded_external: Vec<LegRule>,
    /// The receiver at this place gave back its share.
    pub share_returned: Vec<Vec<LegRule>>,
    /// The same, of a payment older than the scenario.
    pub external_share_returned: Vec<Vec<LegRule>>,
}

/// An owner to whom batches are settled: one merchant number at a channel, or one seller at a platform
/// that collects for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payee {
    /// Who owes and settles: a channel, or a platform.
    pub channel: PartyId,
    /// Whose money.
    pub owner: PartyId,
    /// Id of the settlement rule by which it is paid.
    pub rule: String,
    /// When batches are due.
    pub cycle: SettlementCycle,
    /// What a trade on a non-working day counts as.
    pub trade: NonWorkingTrade,
    /// Id of the calendar that counts working days.
    pub calendar: String,
    /// Time of day of the payout.
    pub pays_at: TimeOfDay,
    /// Least payout; less is carried.
    pub minimum: Money,
    /// What happens when a refund finds too little.
    pub shortfall: OnRefundShortfall,
    /// The deposit account that payouts credit.
    pub deposit: AccountId,
    /// 2241.01 at the channel (or in the platform's book).
    pub pending: AccountId,
    /// How a platform pays; `None` for a payee of a channel.
    pub platform: Option<PlatformPays>,
    /// The calendar whose working days are the only days of payouts, under `T+n`.
    pub working_days: Option<Arc<Calendar>>,
    /// Due date of each accounting date from `due_from` on.
    pub due: Vec<CivilDate>,
    /// Those of `due` that lie outside the calendar's years and were counted by weekends only.
    pub beyond: Vec<CivilDate>,
    /// Accounting date of the first entry of `due`.
    pub due_from: AccountingDate,
    /// What each happening posts.
    pub rules: PayeeRules,
}

/// How a platform pays a seller: out of its own deposit, some time after the channel's payout arrived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlatformPays {
    /// The platform's own deposit on which the channel's payouts arrive.
    pub from: AccountId,
}

/// Posting rules of a payee.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PayeeRules {
    /// It topped up its pending money.
    pub topped_up: Vec<LegRule>,
    /// A batch became available.
    pub settled: Vec<LegRule>,
    /// A payout was sent.
    pub payout_sent: Vec<LegRule>,
    /// A payout arrived.
    pub payout_succeeded: Vec<LegRule>,
    /// A platform paid it.
    pub transferred: Vec<LegRule>,
}

impl Payee {
    /// The first day from `day` on, itself included, on which the payee can be paid.
    pub(crate) fn payout_day(&self, day: CivilDate) -> CivilDate {
        let working = self.working_days.as_ref();
        let first = working.map(|calendar| calendar.working_day_after(day, 0));
        // Beyond the calendar's years any day will do: no batch is due there but a late one.
        first.and_then(Result::ok).unwrap_or(day)
    }

    /// Due date of a batch of this accounting date of the channel. Compile listed every date that can occur.
    pub(crate) fn due(&self, date: AccountingDate) -> Option<CivilDate> {
        let place = date.days().checked_sub(self.due_from.days())?;
        self.due.get(usize::try_from(place).ok()?).copied()
    }
}
