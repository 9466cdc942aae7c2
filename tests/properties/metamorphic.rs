//! What may be changed in a scenario without changing its meaning, and how the result must follow (M7).

use std::collections::BTreeSet;

use daycut::facade::report;
use proptest::prelude::*;
use serde_json::Value;

use super::document::DAY;
use super::draft::Draft;
use super::drawing::any_draft;
use super::world::{Check, Played, config, fine, play, there};

/// Payouts and batches by names, without event numbers.
pub fn settled(played: &Played) -> Check<BTreeSet<String>> {
    let mut rows = BTreeSet::new();
    for row in fine(report::payouts(&played.run))? {
        let (at, amount) = (row.at, row.amount);
        rows.insert(format!(
            "{} {at} {amount} {}",
            row.cause,
            played.name(row.account)?
        ));
    }
    for row in fine(report::batches(&played.run))? {
        let (channel, owner) = (played.party(row.channel)?, played.party(row.owner)?);
        let line = format!(
            "{channel}.{owner} {} {} {} {} {:?}",
            row.channel_date, row.due, row.amount, row.items, row.state
        );
        rows.insert(line);
    }
    Ok(rows)
}

/// Every list of the second document after that of the first.
fn joined(first: &Value, second: &Value) -> Check<Value> {
    let mut both = first.clone();
    for (field, list) in there(both.as_object_mut())? {
        if let (Some(list), Some(more)) = (list.as_array_mut(), second[field].as_array()) {
            list.extend(more.iter().cloned());
        }
    }
    Ok(both)
}

/// Two scenarios that share nothing but the calendar year.
fn two_together_are_both_apart(first: &Draft, mut second: Draft) -> Check {
    second.start_day = first.start_day;
    second.start_ms = first.start_ms;
    second.days = first.days;
    // The stream of generated payments is named by the place of its rule.
    second.traffic = None;
    let (first, second) = (first.document("a"), second.document("b"));
    let together = play(&joined(&first, &second)?)?;
    let (first, second) = (play(&first)?, play(&second)?);
    let mut balances = first.balances(&first.end()?)?;
    balances.extend(second.balances(&second.end()?)?);
    prop_assert_eq!(together.balances(&together.end()?)?, balances);
    let mut apart = settled(&first)?;
    apart.extend(settled(&second)?);
    prop_assert_eq!(settled(&together)?, apart);
    let sum = |played: &Played| {
        let all = &played.summary;
        [all.paid_in, all.refunded, all.fees, all.paid_out].map(|amount| amount.minor())
    };
    let (one, two, all) = (sum(&first), sum(&second), sum(&together));
    for ((one, two), all) in one.iter().zip(two).zip(all) {
        prop_assert_eq!(one + two, all);
    }
    Ok(())
}

/// All legs with the moment and the date moved by so many days.
pub fn story(played: &Played, days: i32) -> Check<Vec<String>> {
    let mut legs = Vec::new();
    for leg in &played.journal {
        let at = leg.at.millis() + i64::from(days) * DAY;
        let date = leg.date.days() + days;
        let (debit, credit) = (played.name(leg.debit)?, played.name(leg.credit)?);
        legs.push(format!(
            "{at} {date} {debit} {credit} {} {:?}",
            leg.amount, leg.meaning
        ));
    }
    Ok(legs)
}

fn a_week_later_everything_is_a_week_later(mut draft: Draft) -> Check {
    draft.calendar = "weekdays";
    // What is older than the scenario stays where it is.
    draft.externals.clear();
    let this_week = play(&draft.document(""))?;
    draft.start_day += 7;
    let next_week = play(&draft.document(""))?;
    prop_assert_eq!(story(&this_week, 7)?, story(&next_week, 0)?);
    let ends = this_week.summary.ends.millis() + 7 * DAY;
    prop_assert_eq!(ends, next_week.summary.ends.millis());
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn two_unrelated_scenarios_together_are_the_sum_of_both(
        first in any_draft(),
        second in any_draft(),
    ) {
        two_together_are_both_apart(&first, second)?;
    }

    #[test]
    fn a_scenario_a_week_later_is_the_same_a_week_later(draft in any_draft()) {
        a_week_later_everything_is_a_week_later(draft)?;
    }
}
