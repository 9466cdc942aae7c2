//! Single terms that are set right: an onboarding that is finished, shares within the channel's limit, a shorter
//! settlement cycle.

use super::draft::Draft;
use crate::base::rate::Rate;
use crate::domain::cycle::SettlementCycle;
use crate::scenario::edit::Edit;
use crate::scenario::v1::{Scenario, SettlementRule};

/// The party at this place has finished its onboarding.
pub(crate) fn finish_onboarding(scenario: &Scenario, place: usize) -> Option<Vec<Edit>> {
    let mut draft = Draft::of(scenario);
    draft.set(format!("parties[{place}].onboarding"), "finished")?;
    draft.finished()
}

/// All shares of the contract at this place together are at most `limit_ppm`, each in its proportion.
pub(crate) fn lower_splits(scenario: &Scenario, place: usize, limit_ppm: u32) -> Option<Vec<Edit>> {
    let splits = &scenario.contracts.get(place)?.splits;
    let sum: u64 = splits.iter().map(|split| u64::from(split.rate.ppm())).sum();
    let limit = u64::from(limit_ppm);
    if sum <= limit {
        return None;
    }
    let mut draft = Draft::of(scenario);
    for (share, split) in splits.iter().enumerate() {
        let lowered = u64::from(split.rate.ppm())
            .checked_mul(limit)?
            .checked_div(sum)?;
        let rate = Rate::of_ppm(u32::try_from(lowered).ok()?)?;
        draft.set(
            format!("contracts[{place}].splits[{share}].rate"),
            rate.plain(),
        )?;
    }
    draft.finished()
}

/// The rule at this place settles the day after, whatever the amount.
pub(crate) fn settle_sooner(scenario: &Scenario, place: usize) -> Option<Vec<Edit>> {
    let rule: &SettlementRule = scenario.settlement_rules.get(place)?;
    let next = match rule.cycle {
        SettlementCycle::T(days) => SettlementCycle::T(days.min(1)),
        SettlementCycle::D(days) => SettlementCycle::D(days.min(1)),
    };
    let mut draft = Draft::of(scenario);
    draft.set(format!("settlement_rules[{place}].cycle"), next.to_string())?;
    draft.set(format!("settlement_rules[{place}].minimum"), "")?;
    draft.finished()
}
