//! Expectations with their names resolved. An account is named by its author or by `keeper:code.owner`.

use crate::base::id::{AccountId, PartyId};
use crate::domain::party::PartyKind;
use crate::scenario::limits;
use crate::scenario::plan::PlannedExpectation;
use crate::scenario::problem::{Noun, ProblemKind};
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
            Expectation::Inflow { party, .. } | Expectation::Held { party, .. } => {
                party_of(&path, party, cast, problems);
            }
            Expectation::Commission { party, .. } => {
                if let Some(id) = party_of(&path, party, cast, problems) {
                    keeps_a_book(&path, id, cast, problems);
                }
            }
            Expectation::Balance { .. }
            | Expectation::Refused { .. }
            | Expectation::Findings { .. } => {}
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

fn party_of(path: &str, name: &str, cast: &Cast, problems: &mut Problems) -> Option<PartyId> {
    cast.resolve(&format!("{path}.party"), name, &[], Noun::Party, problems)
}

/// Commission is read from the books of whoever earns it.
fn keeps_a_book(path: &str, id: PartyId, cast: &Cast, problems: &mut Problems) {
    let Some(party) = cast.parties.get(id) else {
        return;
    };
    if party.book.is_none() {
        let kind = ProblemKind::NeedsBook {
            party: party.key.clone(),
        };
        problems.at(format!("{path}.party"), kind);
    }
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
            Expectation::Inflow { .. }
            | Expectation::Commission { .. }
            | Expectation::Held { .. }
            | Expectation::Findings { .. } => self.of_a_party(&path, expectation, problems)?,
        })
    }

    /// Expectations that name a party or nobody, and no account.
    fn of_a_party(
        &self,
        path: &str,
        expectation: &Expectation,
        problems: &mut Problems,
    ) -> Option<PlannedExpectation> {
        let mut party = |name: &str| party_of(path, name, self.cast, problems);
        Some(match expectation {
            Expectation::Inflow {
                party: name,
                from,
                by,
                op,
                value,
            } => PlannedExpectation::Inflow {
                party: party(name)?,
                from: *from,
                by: *by,
                op: *op,
                value: *value,
            },
            Expectation::Commission {
                party: name,
                op,
                value,
            } => PlannedExpectation::Commission {
                party: party(name)?,
                op: *op,
                value: *value,
            },
            Expectation::Held {
                party: name,
                op,
                value,
            } => PlannedExpectation::Held {
                party: party(name)?,
                op: *op,
                value: *value,
            },
            Expectation::Findings {
                at_least,
                op,
                count,
            } => PlannedExpectation::Findings {
                at_least: *at_least,
                op: *op,
                count: *count,
            },
            Expectation::Balance { .. }
            | Expectation::Arrival { .. }
            | Expectation::TotalFee { .. }
            | Expectation::Refused { .. } => return None,
        })
    }

    fn account(&self, path: &str, name: &str, problems: &mut Problems) -> Option<AccountId> {
        let place = problems.resolve(format!("{path}.account"), &self.names, name)?;
        Some(AccountId::of(place))
    }
}
