//! What a finding says about clearing it, as far as that can be done by changing what was agreed.
//!
//! Not every way to clear a finding is an edit: nobody gets a licence, and nobody examines a receiver, by typing.
//! A finding may therefore have no fix, and a fix clears what the rule saw, not whatever lies behind it.

use serde::{Deserialize, Serialize};

use crate::analysis::view::{Finding, RuleId};
use crate::scenario::edit::Edit;
use crate::scenario::mend;
use crate::scenario::v1::Scenario;

use super::sc12_split_above_limit;

/// What a fix does.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// Every seller gets a merchant number of its own under a service provider; the channel splits off the commission.
    SubMerchants,
    /// The seller's onboarding is finished.
    FinishOnboarding,
    /// The shares are lowered to the channel's limit.
    LowerSplits,
    /// The channel settles the next day, whatever the amount.
    SettleSooner,
    /// The money goes to an account in the merchant's own name.
    SameName,
    /// The payer sees the seller's name.
    ShowSeller,
    /// The payments are not made.
    DropOutflows,
    /// The channel splits directly to those whom the platform paid onward.
    SplitOnward,
}

impl FixKind {
    /// All kinds.
    pub const ALL: &'static [FixKind] = &[
        FixKind::SubMerchants,
        FixKind::FinishOnboarding,
        FixKind::LowerSplits,
        FixKind::SettleSooner,
        FixKind::SameName,
        FixKind::ShowSeller,
        FixKind::DropOutflows,
        FixKind::SplitOnward,
    ];
}

/// A fix: edits to be applied in their order.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fix {
    /// What it does.
    pub kind: FixKind,
    /// How.
    pub edits: Vec<Edit>,
}

/// The fixes of a finding, the one that keeps most of the business first. The scenario is the one that was played.
pub fn fixes(scenario: &Scenario, finding: &Finding) -> Vec<Fix> {
    let kinds = offered(finding.rule).iter();
    let made = kinds.filter_map(|kind| {
        let edits = edits(scenario, finding, *kind)?;
        Some(Fix { kind: *kind, edits })
    });
    made.collect()
}

/// What may clear a finding of this rule.
const fn offered(rule: RuleId) -> &'static [FixKind] {
    match rule {
        RuleId::PassesOnOthersMoney
        | RuleId::OneNumberForManySellers
        | RuleId::DecidesWhenOthersArePaid
        | RuleId::PoolLeftAtDayEnd
        | RuleId::BatchPayoutToSellers
        | RuleId::RefundFromAnothersMoney
        | RuleId::CommissionNotSeparated
        | RuleId::MallUnifiedCashier => &[FixKind::SubMerchants],
        RuleId::SellerNotOnboarded => &[FixKind::FinishOnboarding],
        RuleId::SplitAboveLimit => &[FixKind::LowerSplits],
        RuleId::ShellSubMerchant => &[FixKind::SplitOnward],
        RuleId::SettledTooLate => &[FixKind::SettleSooner],
        RuleId::AccountNameDiffers | RuleId::PaidToThirdPerson => &[FixKind::SameName],
        // Behind a pooled contract are several sellers, and none of their names is that of all.
        RuleId::PayerSeesAnotherName => &[FixKind::ShowSeller, FixKind::SubMerchants],
        RuleId::PoolSpent | RuleId::PaidBeforeArrival => {
            &[FixKind::DropOutflows, FixKind::SubMerchants]
        }
        RuleId::RedeemableBalance
        | RuleId::SplitNotVerifiable
        | RuleId::SplitToStranger
        | RuleId::InternalAccountLent
        | RuleId::CustodyTransfersFreely
        | RuleId::DirectLinkToBanks
        | RuleId::ReserveNotWhole
        | RuleId::AggregatorAcquires
        | RuleId::MoneyInCircle => &[],
    }
}

fn edits(scenario: &Scenario, finding: &Finding, kind: FixKind) -> Option<Vec<Edit>> {
    match kind {
        FixKind::SubMerchants => {
            // Parties of a run are those of the document, in its order; what the engine adds comes after them.
            let platform = scenario.parties.get(finding.subject.index())?;
            mend::sub_merchants(scenario, &platform.id)
        }
        FixKind::FinishOnboarding => {
            let party = place(finding, "parties")?;
            mend::finish_onboarding(scenario, party)
        }
        FixKind::LowerSplits => {
            let contract = place(finding, "contracts")?;
            mend::lower_splits(scenario, contract, sc12_split_above_limit::LIMIT_PPM)
        }
        FixKind::SettleSooner => {
            let rule = place(finding, "settlement_rules")?;
            mend::settle_sooner(scenario, rule)
        }
        FixKind::SameName => {
            let account = place(finding, "accounts")?;
            mend::same_name(scenario, account)
        }
        FixKind::ShowSeller => {
            let contract = place(finding, "contracts")?;
            mend::show_seller(scenario, contract)
        }
        FixKind::DropOutflows => mend::drop_outflows(scenario, places(finding, "outflows")),
        FixKind::SplitOnward => {
            let platform = scenario.parties.get(finding.subject.index())?;
            let paid = mend::PaidOnward {
                platform: &platform.id,
                // The first step of its path is what the sub-merchant's sales brought it.
                got: finding.path.first()?.amount,
                contracts: places(finding, "contracts"),
                outflows: places(finding, "outflows"),
            };
            mend::split_onward(scenario, &paid)
        }
    }
}

/// All entries of a list that the finding names.
fn places(finding: &Finding, list: &str) -> Vec<usize> {
    let paths = finding.paths.iter();
    let named = paths.filter_map(|path| {
        let inside = path.strip_prefix(list)?.strip_prefix('[')?;
        inside.split_once(']')?.0.parse().ok()
    });
    named.collect()
}

/// The first entry of a list that the finding names: 3 of `contracts[3]`.
fn place(finding: &Finding, list: &str) -> Option<usize> {
    places(finding, list).into_iter().next()
}
