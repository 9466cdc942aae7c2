//! Expectations with their names resolved. An account is named by its author or by `keeper:code.owner`.

use crate::base::id::AccountId;
use crate::domain::account::AccountKind;
use crate::domain::party::PartyKind;
use crate::scenario::limits;
use crate::scenario::plan::PlannedExpectation;
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{Expectation, Scenario};

use super::parties::Cast;
use super::postings::Resolved;
use super::problems::{Names, Problems};

pub(super) fn planned(
    scenario: &Scenario,
    cast: &Cast,
    chart: &Resolved,
    problems: &mut Problems,
) -> Vec<PlannedExpectation> {
    let found = u64::try_from(scenario.expectations.len()).unwrap_or(u64::MAX);
    let max = u64::try_from(limits::EXPECTATIONS_MAX).unwrap_or(u64::MAX);
    problems.limit("expectations", found, max);
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
    let planner = Planner { cast, chart, names };
    let expectations = scenario.expectations.iter().enumerate();
    expectations
        .filter_map(|(place, one)| planner.planned(place, one, problems))
        .collect()
}

struct Planner<'a> {
    cast: &'a Cast,
    chart: &'a Resolved,
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
                account: self.deposit(&path, account, problems)?,
                by: *by,
                op: *op,
                value: *value,
            },
            Expectation::TotalFee { channel, op, value } => {
                let path = format!("{path}.channel");
                let wanted = &[PartyKind::Channel];
                let channel = self
                    .cast
                    .resolve(&path, channel, wanted, Noun::Channel, problems)?;
                PlannedExpectation::TotalFee {
                    channel,
                    op: *op,
                    value: *value,
                }
            }
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

    fn deposit(&self, path: &str, name: &str, problems: &mut Problems) -> Option<AccountId> {
        let id = self.account(path, name, problems)?;
        let kind = self.chart.accounts.get(id).map(|account| account.kind);
        let is_deposit = matches!(
            kind,
            Some(AccountKind::CorporateDeposit | AccountKind::PersonalDeposit)
        );
        if !is_deposit {
            let kind = ProblemKind::UnknownReference {
                found: name.to_owned(),
                what: Noun::DepositAccount,
                allowed: Vec::new(),
            };
            problems.at(format!("{path}.account"), kind);
        }
        is_deposit.then_some(id)
    }
}
