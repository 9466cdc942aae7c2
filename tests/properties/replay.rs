//! Replay: a run is the same every time, and any moment of it is the sum of what happened before.

use std::collections::BTreeMap;

use daycut::facade::{AccountId, report};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::drawing::any_draft;
use super::world::{Check, Played, config, debit_positive, fine, play, there};

/// The moment after so many events, summed from the journal.
fn is_the_sum_of_what_happened(played: &Played, events: u32) -> Check {
    let snapshot = played.snapshot(events)?;
    prop_assert_eq!(snapshot.event, events);
    let mut sums: BTreeMap<AccountId, (i64, i64)> = BTreeMap::new();
    for leg in played.journal.iter().take_while(|leg| leg.event <= events) {
        let open = there(snapshot.dates.get(leg.book.index()))?;
        for (account, signed) in [
            (leg.debit, leg.amount.minor()),
            (leg.credit, -leg.amount.minor()),
        ] {
            let (current, previous) = sums.entry(account).or_default();
            *current += signed;
            *previous += if leg.date < *open { signed } else { 0 };
        }
    }
    for (place, row) in (0_u32..).zip(&snapshot.balances) {
        let account = played.account(AccountId(place))?;
        let shown = (
            debit_positive(account, row.current.minor()),
            debit_positive(account, row.previous_day.minor()),
        );
        let wanted = sums.get(&AccountId(place)).copied().unwrap_or_default();
        prop_assert_eq!(shown, wanted, "{} after {}", &account.name, events);
    }
    Ok(())
}

fn runs_are_equal(document: &Value) -> Check<Played> {
    let (once, again) = (play(document)?, play(document)?);
    prop_assert!(once.run == again.run, "D1");
    prop_assert_eq!(once.summary.fingerprint, again.summary.fingerprint);
    prop_assert_eq!(&once.journal, &again.journal);
    Ok(once)
}

/// A market of one shop with 2,500 payments and their splits: more than ten thousand events.
fn market() -> Value {
    json!({
        "format": "daycut/1", "title": "a busy shop", "starts": "2018-09-28T00:00:00", "days": 5,
        "seed": 42,
        "parties": [
            { "id": "wx", "kind": "channel", "name": "wx", "reserve_bank": "hs" },
            { "id": "hs", "kind": "bank", "name": "hs", "book": { "cut_off": "22:00:37" } },
            { "id": "mall", "kind": "platform", "name": "mall", "book": { "cut_off": "02:30:00" } },
            { "id": "shop", "kind": "merchant", "name": "shop", "book": {} }
        ],
        "accounts": [
            { "id": "mall.bank", "kept_by": "hs", "owner": "mall" },
            { "id": "shop.bank", "kept_by": "hs", "owner": "shop", "opening": "500.00" }
        ],
        "fee_plans": [{ "id": "std", "rate": "0.006" }],
        "settlement_rules": [{ "id": "t1", "cycle": "T+1" }],
        "contracts": [{
            "id": "k", "mode": "sub_merchant", "channel": "wx", "provider": "mall",
            "collector": "shop", "fee_plan": "std", "settlement_rule": "t1",
            "splits": [{ "to": "mall", "rate": "0.02" }], "notification_delay_seconds": 5
        }],
        "routes": [{ "seller": "shop", "channel": "wx", "contract": "k" }],
        "traffic": [{
            "seller": "shop", "channel": "wx", "per_day": 750,
            "amount": { "from": "0.01", "to": "90.00" }, "hours": "retail"
        }]
    })
}

#[test]
fn any_moment_of_a_long_run_is_the_sum_of_what_happened_before() -> Result<(), TestCaseError> {
    let played = runs_are_equal(&market())?;
    let events = played.run.event_count();
    assert!(events > 10_000, "{events}");
    // A checkpoint is kept every 4,096 events; each side of it must agree with the journal.
    let around = |event: u32| [event - 1, event, event + 1];
    let checkpoints = [4_096, 8_192].into_iter().flat_map(around);
    let others = (0..events).step_by(997).chain([events]);
    for event in checkpoints.chain(others) {
        is_the_sum_of_what_happened(&played, event)?;
    }
    Ok(())
}

/// A chart never has more points than were asked for, and its last point is the last balance.
fn series_are_thin_and_true(played: &Played, points: u32) -> Check {
    let end = played.end()?;
    for (place, row) in (0_u32..).zip(&end.balances) {
        let series = fine(report::series(&played.run, AccountId(place), points))?;
        let shown = fine(u32::try_from(series.at.len()))?;
        prop_assert!(shown <= points.max(2), "{} of {}", shown, points);
        prop_assert!(series.at.is_sorted());
        let last = series.current.last().copied().unwrap_or_default();
        prop_assert_eq!(last, row.current);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    /// D1, and a snapshot is the same whichever way it is reached.
    #[test]
    fn a_run_is_the_same_every_time_and_any_moment_is_the_sum_of_what_happened_before(
        draft in any_draft(),
        moments in prop::collection::vec(any::<prop::sample::Index>(), 4),
    ) {
        let played = runs_are_equal(&draft.document(""))?;
        let events = fine(usize::try_from(played.run.event_count()))?;
        for moment in moments {
            let event = fine(u32::try_from(moment.index(events + 1)))?;
            is_the_sum_of_what_happened(&played, event)?;
        }
    }

    #[test]
    fn a_balance_over_time_has_at_most_the_points_asked_for(
        draft in any_draft(),
        points in 2_u32..60,
    ) {
        series_are_thin_and_true(&play(&draft.document(""))?, points)?;
    }
}
