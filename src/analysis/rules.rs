//! Rules about second clearing (二清): does a party without a licence hold or distribute the money of others?
//!
//! One file a rule, each with what it looks for, why, its evidence, how to clear it and its source. A rule whose
//! facts a scenario cannot express says what it would need; it never says that all is well. The run is read
//! once ([`case`]), the rules look at what was gathered.

mod case;
mod fixes;
mod names;
mod outgone;
mod paper;
mod pool;
mod refunding;
mod sc01_passes_on_others_money;
mod sc02_one_number_for_many_sellers;
mod sc03_decides_when_others_are_paid;
mod sc04_pool_left_at_day_end;
mod sc05_pool_spent;
mod sc06_redeemable_balance;
mod sc07_seller_not_onboarded;
mod sc08_account_name_differs;
mod sc09_paid_to_third_person;
mod sc10_split_not_verifiable;
mod sc11_payer_sees_another_name;
mod sc12_split_above_limit;
mod sc13_split_to_stranger;
mod sc14_shell_sub_merchant;
mod sc15_batch_payout_to_sellers;
mod sc16_refund_from_anothers_money;
mod sc17_internal_account_lent;
mod sc18_custody_transfers_freely;
mod sc19_direct_link_to_banks;
mod sc20_reserve_not_whole;
mod sc21_settled_too_late;
mod sc22_paid_before_arrival;
mod sc23_aggregator_acquires;
mod sc24_money_in_circle;
mod sc25_commission_not_separated;
mod sc26_mall_unified_cashier;

pub use fixes::{Fix, FixKind, fixes};
pub use paper::{Paper, Source, SourceDate, SourceStatus};

use std::sync::Arc;

use crate::analysis::view::{FactNeeded, Finding, Findings, NotJudged, RuleId};
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

use case::Case;

/// A rule: its name, what it leans on, and its look at a run.
struct Rule {
    id: RuleId,
    sources: &'static [Source],
    judge: fn(&Case<'_>) -> Result<Verdict, FaultKind>,
}

/// What a rule says.
enum Verdict {
    /// It looked, and found this.
    Judged(Vec<Finding>),
    /// It cannot look without these facts.
    NotJudged(&'static [FactNeeded]),
}

static RULES: [&Rule; RuleId::ALL.len()] = [
    &sc01_passes_on_others_money::RULE,
    &sc02_one_number_for_many_sellers::RULE,
    &sc03_decides_when_others_are_paid::RULE,
    &sc04_pool_left_at_day_end::RULE,
    &sc05_pool_spent::RULE,
    &sc06_redeemable_balance::RULE,
    &sc07_seller_not_onboarded::RULE,
    &sc08_account_name_differs::RULE,
    &sc09_paid_to_third_person::RULE,
    &sc10_split_not_verifiable::RULE,
    &sc11_payer_sees_another_name::RULE,
    &sc12_split_above_limit::RULE,
    &sc13_split_to_stranger::RULE,
    &sc14_shell_sub_merchant::RULE,
    &sc15_batch_payout_to_sellers::RULE,
    &sc16_refund_from_anothers_money::RULE,
    &sc17_internal_account_lent::RULE,
    &sc18_custody_transfers_freely::RULE,
    &sc19_direct_link_to_banks::RULE,
    &sc20_reserve_not_whole::RULE,
    &sc21_settled_too_late::RULE,
    &sc22_paid_before_arrival::RULE,
    &sc23_aggregator_acquires::RULE,
    &sc24_money_in_circle::RULE,
    &sc25_commission_not_separated::RULE,
    &sc26_mall_unified_cashier::RULE,
];

/// What all rules say of a run; it is judged once, whoever asks.
pub(in crate::analysis) fn judged(run: &Run) -> Result<Arc<Findings>, Fault> {
    run.reading(judge)
}

fn judge(run: &Run) -> Result<Findings, Fault> {
    let case = Case::of(run)?;
    let mut all = Findings::default();
    for rule in RULES {
        let verdict = (rule.judge)(&case).map_err(|kind| kind.after(run.event_count()))?;
        match verdict {
            Verdict::NotJudged(needs) => all.not_judged.push(NotJudged {
                rule: rule.id,
                needs: needs.to_vec(),
            }),
            Verdict::Judged(found) if found.is_empty() => all.nothing_found.push(rule.id),
            Verdict::Judged(found) => all.findings.extend(found),
        }
    }
    Ok(all)
}

/// What a rule leans on.
pub fn sources(rule: RuleId) -> &'static [Source] {
    let found = RULES.iter().find(|one| one.id == rule);
    found.map_or(&[], |one| one.sources)
}
