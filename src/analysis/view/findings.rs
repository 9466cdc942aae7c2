//! Rows about risk: which rule saw what, with the amounts, times and events that bear it out.
//!
//! A finding is a hint with its evidence, never a verdict: whether something is allowed is not decided here.

use serde::{Deserialize, Serialize};

use super::{EventRow, HeldStay};
use crate::base::amount_time::AmountTime;
use crate::base::date::WallClock;
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
pub use crate::domain::severity::Severity;

/// Numbers of events that a finding lists; it counts the others.
pub(in crate::analysis) const EVENTS_MAX: usize = 200;

macro_rules! rules {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// The rules, each by what it sees.
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        pub enum RuleId {
            $(#[doc = $code] #[serde(rename = $code)] $name),*
        }

        impl RuleId {
            /// All rules, in the order of their codes.
            pub const ALL: &'static [RuleId] = &[$(RuleId::$name),*];

            /// The code: `SC-01`.
            pub const fn code(self) -> &'static str {
                match self {
                    $(RuleId::$name => $code),*
                }
            }
        }
    };
}

rules! {
    PassesOnOthersMoney = "SC-01",
    OneNumberForManySellers = "SC-02",
    DecidesWhenOthersArePaid = "SC-03",
    PoolLeftAtDayEnd = "SC-04",
    PoolSpent = "SC-05",
    RedeemableBalance = "SC-06",
    SellerNotOnboarded = "SC-07",
    AccountNameDiffers = "SC-08",
    PaidToThirdPerson = "SC-09",
    SplitNotVerifiable = "SC-10",
    PayerSeesAnotherName = "SC-11",
    SplitAboveLimit = "SC-12",
    SplitToStranger = "SC-13",
    ShellSubMerchant = "SC-14",
    BatchPayoutToSellers = "SC-15",
    RefundFromAnothersMoney = "SC-16",
    InternalAccountLent = "SC-17",
    CustodyTransfersFreely = "SC-18",
    DirectLinkToBanks = "SC-19",
    ReserveNotWhole = "SC-20",
    SettledTooLate = "SC-21",
    PaidBeforeArrival = "SC-22",
    AggregatorAcquires = "SC-23",
    MoneyInCircle = "SC-24",
    CommissionNotSeparated = "SC-25",
    MallUnifiedCashier = "SC-26",
}

/// A fact that a scenario cannot express yet and that a rule would need.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactNeeded {
    /// Balances of users that are topped up, spent and cashed out.
    StoredValue,
    /// Whether a merchant was onboarded.
    Onboarding,
    /// The legal name of a merchant and the name on its account.
    NameOnAccount,
    /// What the licensed institution can compare a split with.
    SplitEvidence,
    /// The name that the payer sees.
    ShownName,
    /// What a receiver has to do with the deal.
    ReceiverRole,
    /// Internal accounts of banks.
    InternalAccounts,
    /// Custody accounts, and who may transfer out of them.
    CustodyRights,
    /// Links between payment institutions and banks.
    ClearingLinks,
    /// What a reserve is used for.
    ReserveUse,
    /// Who examines merchants, signs with them and handles disputes.
    AcquiringDuties,
    /// Who the payers are.
    PayerIdentity,
    /// Whether a platform is a physical mall.
    PhysicalMall,
}

/// What all rules say of a run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Findings {
    /// What was found, by rule and party.
    pub findings: Vec<Finding>,
    /// Rules that were judged and found nothing.
    pub nothing_found: Vec<RuleId>,
    /// Rules that could not be judged; nothing is said of them.
    pub not_judged: Vec<NotJudged>,
}

/// A rule that could not be judged.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NotJudged {
    /// The rule.
    pub rule: RuleId,
    /// What it would need to know.
    pub needs: Vec<FactNeeded>,
}

/// What a rule saw, with its evidence.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How grave it is.
    pub severity: Severity,
    /// Whom it is about.
    pub subject: PartyId,
    /// Whose money, or who else has part in it, in the order of the parties.
    pub others: Vec<PartyId>,
    /// Where the money lay: the subject's accounts.
    pub accounts: Vec<AccountId>,
    /// How the money went, summed over the evidence.
    pub path: Vec<FlowStep>,
    /// What the rule measures: the sum of its evidence, or the greatest of it.
    pub amount: Money,
    /// The most of others' money that the subject held, where it held any.
    pub held: Option<HeldMost>,
    /// Natural days from the payment to the settlement, where that is what was measured.
    pub days: Option<u32>,
    /// The events.
    pub evidence: Evidence,
    /// Where in the document it was agreed.
    pub paths: Vec<String>,
}

/// Money that went from one party to another.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FlowStep {
    /// From whom; payers have no name here.
    pub from: Option<PartyId>,
    /// To whom.
    pub to: PartyId,
    /// How much in all.
    pub amount: Money,
}

/// The most that was held of others' money.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldMost {
    /// The most at any moment.
    pub maximum: Money,
    /// Since when it was the most.
    pub maximum_at: WallClock,
    /// Milliseconds during which anything was held.
    pub held_ms: u64,
    /// The longest stay without a break, the first of several.
    pub longest: HeldStay,
}

/// The events that bear a finding out.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Evidence {
    /// Their numbers, counted from 1, the earliest of them when there are many.
    pub events: Vec<u32>,
    /// How many there are.
    pub count: u32,
    /// The first moment.
    pub first: Option<WallClock>,
    /// The last moment.
    pub last: Option<WallClock>,
}

/// Where a finding is to be seen.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FindingPlaces {
    /// Each step of its path on the picture.
    pub steps: Vec<StepDrawn>,
    /// The first of its events.
    pub events: Vec<EventRow>,
    /// Amount × time of all that the subject held of others' money.
    pub held: AmountTime,
    /// Accounts that the picture marks.
    pub marked: Vec<AccountId>,
    /// So many events have happened when it is seen best: when the most was held, or after the last of its events.
    pub seen: u32,
}

/// A step of a path on the picture.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct StepDrawn {
    /// Its edges where lanes show who holds the money, by their places in the lane model.
    pub by_holder: Vec<u32>,
    /// Its edges where lanes show who keeps the book.
    pub by_keeper: Vec<u32>,
    /// The first event of the evidence that moved money along them.
    pub event: Option<u32>,
}
