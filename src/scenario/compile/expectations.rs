//! Expectations with their names resolved. An account is named by its author or by `keeper:code.owner`.

use crate::base::id::{AccountId, PartyId};
use crate::domain::party::PartyKind;
use crate::scenario::limits;
use crate::scenario::plan::PlannedExpectation;
use crate::scenario::problem::Noun;
use crate::scenario::v1::{Expectation, Scenario};

use super::parties::Cast;
use super::postings::Resolved;
use super::problems::{Names, Problems};

/// What can be said of expectations before there are accounts: channels and deposits.
pub(super) fn check(scenario: &Scenario, cast: &Cast, problems: &mut Problems) {
    let found = u64::try_from(scenario.expectations.len()).unwrap_or(u64::MAX);
    let max = u64::try_from(limits::EXPECTATIONS_MAX).unwrap_or(u64::MAX);
    problems.limit("expectations", found, max);
    for (place, expectation) in scenario.expectations.iter().enumerate() {
        let path = format!("expectations[{place}]");
        match expectation {
            Expectation::Arrival { account, .. } => {
                problems.resolve(format!("{path}.account"), &cast.deposit_names, account);
            }
            Expectation::TotalFee { channel, .. } => {
                channel_of(&path, channel, cast, problems);
            }
            Expectation::Balance { .. } | Expectation::Refused { .. } => {}
        }
    }
}

fn channel_of(path: &str, name: &str, cast: &Cast, problems: &mut Problems) -> Option<PartyId> {
    let wanted = &[PartyKind::Channel];
    cast.resolve(
        &format!("{path}.channel"),
        name,
        wanted,
        Noun::Channel,
        problems,
    )
}

/// Expectations with accounts; what `check` finds was told before.
pub(super) fn planned(
    scenario: &Scenario,
    cast: &Cast,
    chart: &Resolved,
    problems: &mut Problems,
) -> Vec<PlannedExpectation> {
    let all = chart
        .accounts
        .iter()
        .map(|(_, account)| account.name.as_str());
    let mut names = Names::read("accounts", Noun::Account, all, problems);
    for (id, account) in chart.accounts.iter() {
        if let Some(alias) = &account.alias {
            names.add(alias, id.index());
        }
    }
    let planner = Planner { cast, names };
    let expectations = scenario.expectations.iter().enumerate();
    expectations
        .filter_map(|(place, one)| planner.planned(place, one, problems))
        .collect()
}

struct Planner<'a> {
    cast: &'a Cast,
    names: Names,
}

impl Planner<'_> {
    fn planned(
        &self,
        place: usize,
        expectation: &Expectation,
        problems: &mut Problems,
    ) -> Option<PlannedExpectation> {
        let path = format!("expectations[{place}]");
        Some(match expectation {
            Expectation::Balance {
                account,
                at,
                which,
                op,
                value,
            } => PlannedExpectation::Balance {
                account: self.account(&path, account, problems)?,
                at: *at,
                which: *which,
                op: *op,
                value: *value,
            },
            Expectation::Arrival {
                account,
                by,
                op,
                value,
            } => PlannedExpectation::Arrival {
                account: self.account(&path, account, problems)?,
                by: *by,
                op: *op,
                value: *value,
            },
            Expectation::TotalFee { channel, op, value } => PlannedExpectation::TotalFee {
                channel: channel_of(&path, channel, self.cast, problems)?,
                op: *op,
                value: *value,
            },
            Expectation::Refused { op, count } => PlannedExpectation::Refused {
                op: *op,
                count: *count,
            },
        })
    }

    fn account(&self, path: &str, name: &str, problems: &mut Problems) -> Option<AccountId> {
        let place = problems.resolve(format!("{path}.account"), &self.names, name)?;
        Some(AccountId::of(place))
    }
}
