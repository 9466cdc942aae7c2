//! A scenario played: its run, its summary and its whole journal, with the figures that checks ask for.

use std::collections::BTreeMap;

use daycut::facade::view::{AccountRow, JournalFilter, JournalRow, Snapshot, Summary};
use daycut::facade::{self, AccountId, AccountKind, PartyId, Run, Side, report};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError};
use serde_json::Value;

pub type Check<T = ()> = Result<T, TestCaseError>;

/// 256 cases; a case that ever failed is kept and played first.
pub fn config() -> Config {
    let kept = FileFailurePersistence::Direct("proptest-regressions/properties.txt");
    Config {
        failure_persistence: Some(Box::new(kept)),
        max_shrink_iters: 4_000,
        ..Config::with_cases(256)
    }
}

/// What should not happen, as the failure of the case.
pub fn fine<T, E: std::fmt::Debug>(result: Result<T, E>) -> Check<T> {
    result.map_err(|error| TestCaseError::fail(format!("{error:?}")))
}

/// What should be there.
pub fn there<T>(value: Option<T>) -> Check<T> {
    value.ok_or_else(|| TestCaseError::fail("something is missing"))
}

/// A run and what was read from it.
pub struct Played {
    pub run: Run,
    pub summary: Summary,
    pub journal: Vec<JournalRow>,
}

/// Opens, checks and plays a document: it must be valid and end without a fault.
pub fn play(document: &Value) -> Check<Played> {
    let scenario = fine(facade::open_text(&document.to_string()))?;
    let plan = fine(facade::check(&scenario))?;
    let run = fine(facade::simulate(plan, &mut |_| {}))?;
    let summary = fine(report::summary(&run))?;
    let mut journal: Vec<JournalRow> = Vec::new();
    loop {
        let from = fine(u32::try_from(journal.len()))?;
        let window = fine(report::journal(&run, JournalFilter::default(), from, 200))?;
        journal.extend(window.rows);
        if journal.len() >= fine(usize::try_from(window.total))? {
            break;
        }
    }
    Ok(Played {
        run,
        summary,
        journal,
    })
}

impl Played {
    pub fn snapshot(&self, events: u32) -> Check<Snapshot> {
        fine(report::snapshot(&self.run, events))
    }

    pub fn end(&self) -> Check<Snapshot> {
        self.snapshot(self.run.event_count())
    }

    pub fn account(&self, id: AccountId) -> Check<&AccountRow> {
        there(self.summary.accounts.get(id.index()))
    }

    pub fn kind(&self, id: AccountId) -> Check<AccountKind> {
        Ok(self.account(id)?.kind)
    }

    pub fn party(&self, id: PartyId) -> Check<&str> {
        Ok(there(self.summary.parties.get(id.index()))?.id.as_str())
    }

    /// Who keeps the book of an account.
    pub fn keeper(&self, account: &AccountRow) -> Check<PartyId> {
        Ok(there(self.summary.books.get(account.book.index()))?.keeper)
    }

    /// Names of accounts by what the author calls them, so that runs with other numbers compare.
    pub fn name(&self, id: AccountId) -> Check<String> {
        let account = self.account(id)?;
        Ok(account
            .alias
            .clone()
            .unwrap_or_else(|| account.name.clone()))
    }

    /// Current balances by name, on the normal side.
    pub fn balances(&self, snapshot: &Snapshot) -> Check<BTreeMap<String, i64>> {
        let mut balances = BTreeMap::new();
        for (place, row) in (0_u32..).zip(&snapshot.balances) {
            balances.insert(self.name(AccountId(place))?, row.current.minor());
        }
        Ok(balances)
    }
}

/// A balance on the normal side as debit positive, and the other way round.
pub fn debit_positive(account: &AccountRow, shown: i64) -> i64 {
    match account.normal {
        Side::Debit => shown,
        Side::Credit => -shown,
    }
}
