//! A run plays the same every time, and any moment of it is the sum of what happened before.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

mod made_up;

use std::error::Error;

use daycut::facade::view::{JournalFilter, JournalRow, Summary};
use daycut::facade::{self, AccountingDate, Run, Side, report};
use proptest::prelude::*;

use made_up::Wishes;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn played(text: &str) -> Outcome<Run> {
    let scenario = facade::open_text(text).map_err(|problems| format!("{problems:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

fn summary(run: &Run) -> Outcome<Summary> {
    Ok(report::summary(run).map_err(|fault| format!("{fault:?}"))?)
}

/// Two plays of one scenario are equal in every event and in every byte of every file.
fn plays_the_same_twice(text: &str) -> Outcome {
    let (one, two) = (played(text)?, played(text)?);
    assert_eq!(summary(&one)?, summary(&two)?);
    let offers = facade::offers(&one).map_err(|fault| format!("{fault:?}"))?;
    assert_eq!(facade::offers(&two), Ok(offers.clone()));
    for offer in offers {
        let file = |run| facade::export(run, &offer.kind, &offer.party, offer.date);
        let file_of_one = file(&one).map_err(|error| format!("{error:?}"))?;
        assert!(Ok(file_of_one) == file(&two), "{}", offer.file_name);
    }
    Ok(())
}

/// Every leg of the run, in the order of events.
fn journal(run: &Run) -> Outcome<Vec<JournalRow>> {
    let mut rows = Vec::new();
    loop {
        let from = u32::try_from(rows.len())?;
        let window = report::journal(run, JournalFilter::default(), from, 200);
        let window = window.map_err(|fault| format!("{fault:?}"))?;
        rows.extend(window.rows);
        if rows.len() >= usize::try_from(window.total)? {
            return Ok(rows);
        }
    }
}

/// Balances as somebody finds them who starts from nothing and adds up legs with a pencil.
struct Pencil {
    /// Debits and credits of each account with their dates, debit positive.
    postings: Vec<Vec<(AccountingDate, i64)>>,
    used: usize,
}

impl Pencil {
    fn up_to(&mut self, event: u32, journal: &[JournalRow]) {
        while let Some(row) = journal.get(self.used).filter(|row| row.event <= event) {
            let amount = row.amount.minor();
            self.postings[row.debit.index()].push((row.date, amount));
            self.postings[row.credit.index()].push((row.date, -amount));
            self.used += 1;
        }
    }

    /// Sum of all postings dated before `date`; all of them without a date.
    fn sum(&self, account: usize, before: Option<AccountingDate>) -> i64 {
        let postings = self.postings[account].iter();
        let counted = postings.filter(|(date, _)| before.is_none_or(|before| *date < before));
        counted.map(|(_, amount)| amount).sum()
    }
}

/// At the moments asked for, both balances of every account are what the pencil finds.
fn every_moment_is_the_sum_of_its_past(run: &Run, moments: &[u32]) -> Outcome {
    let summary = summary(run)?;
    let journal = journal(run)?;
    let mut pencil = Pencil {
        postings: vec![Vec::new(); summary.accounts.len()],
        used: 0,
    };
    for moment in moments {
        pencil.up_to(*moment, &journal);
        let snapshot = report::snapshot(run, *moment).map_err(|fault| format!("{fault:?}"))?;
        assert_eq!(snapshot.event, *moment);
        for (place, (row, balance)) in summary.accounts.iter().zip(&snapshot.balances).enumerate() {
            let shown = |signed: i64| {
                if row.normal == Side::Debit {
                    signed
                } else {
                    -signed
                }
            };
            let open = snapshot.dates[row.book.index()];
            let found = (balance.current.minor(), balance.previous_day.minor());
            let added = (
                shown(pencil.sum(place, None)),
                shown(pencil.sum(place, Some(open))),
            );
            assert_eq!(found, added, "{} after {moment} events", row.name);
        }
    }
    Ok(())
}

#[test]
fn every_gallery_scenario_plays_the_same_twice() -> Outcome {
    for item in facade::gallery() {
        plays_the_same_twice(item.text)?;
    }
    Ok(())
}

#[test]
fn every_moment_of_every_gallery_scenario_is_the_sum_of_its_past() -> Outcome {
    for item in facade::gallery() {
        let run = played(item.text)?;
        let moments: Vec<u32> = (0..=run.event_count()).collect();
        every_moment_is_the_sum_of_its_past(&run, &moments)?;
    }
    Ok(())
}

/// Long enough to cross several checkpoints; moments on both sides of each.
#[test]
fn a_long_run_can_be_entered_anywhere() -> Outcome {
    let mall = include_str!("../www/scenarios/mall-sub-merchants.json");
    let mut mall: serde_json::Value = serde_json::from_str(mall)?;
    mall["traffic"] = serde_json::json!([{"seller": "cafe", "channel": "wx", "per_day": 400,
        "amount": {"from": "0.01", "to": "90.00"}, "hours": "retail"}]);
    let text = mall.to_string();
    plays_the_same_twice(&text)?;
    let run = played(&text)?;
    let last = run.event_count();
    assert!(last > 9_000, "{last}");
    let mut moments: Vec<u32> = (0..last).step_by(511).collect();
    moments.extend([4_095, 4_096, 4_097, 8_191, 8_192, 8_193, last]);
    moments.sort_unstable();
    every_moment_is_the_sum_of_its_past(&run, &moments)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_made_up_scenario_plays_the_same_twice_and_adds_up_at_every_moment(
        text in made_up::scenarios(Wishes { drawn_per_day: 3, refunds: true, risky: false })
    ) {
        let checked = plays_the_same_twice(&text).and_then(|()| {
            let run = played(&text)?;
            let moments: Vec<u32> = (0..=run.event_count()).collect();
            every_moment_is_the_sum_of_its_past(&run, &moments)
        });
        prop_assert!(checked.is_ok(), "{checked:?}\n{text}");
    }
}
