//! Generated payments: the same for the same seed on every machine and for ever, at the hours that the
//! clock shows.

use daycut::facade::EventKind;
use serde_json::json;

use super::shop::{Outcome, play, shop};

#[expect(
    clippy::indexing_slicing,
    reason = "the shop is an object; setting its fields cannot fail"
)]
fn busy(seed: u32, hours: &str) -> serde_json::Value {
    let mut shop = shop();
    shop["seed"] = json!(seed);
    shop["traffic"] = json!([{
        "seller": "cafe", "channel": "wx", "per_day": 40,
        "amount": { "from": "0.01", "to": "90.00" }, "hours": hours
    }]);
    shop
}

/// A change here changes what every published link of a scenario with traffic shows.
#[test]
fn the_first_payments_of_seed_42_never_change() -> Outcome {
    let played = play(&busy(42, "retail"))?;
    let drawn = played.events(EventKind::Captured)?;
    let first: Vec<String> = drawn
        .iter()
        .take(6)
        .map(|(at, cause, amount)| format!("{at} {cause} {amount}"))
        .collect();
    assert_eq!(
        first,
        [
            "2018-09-07T11:21:39 G000001 40.42",
            "2018-09-07T11:24:25 G000002 32.23",
            "2018-09-07T11:57:25 G000003 63.12",
            "2018-09-07T12:19:12 G000004 60.99",
            "2018-09-07T12:24:45 G000005 22.05",
            "2018-09-07T12:32:18 G000006 8.33",
        ]
    );
    assert_eq!(drawn.len(), 120);
    Ok(())
}

#[test]
fn another_seed_or_another_rule_draws_other_payments() -> Outcome {
    let drawn = |shop| -> Outcome<Vec<(String, String, String)>> {
        play(&shop)?.events(EventKind::Captured)
    };
    let usual = drawn(busy(42, "all_day"))?;
    assert_eq!(usual, drawn(busy(42, "all_day"))?);
    assert_ne!(usual, drawn(busy(43, "all_day"))?);
    // A second rule adds its own payments and leaves those of the first as they were.
    let mut two = busy(42, "all_day");
    let mut second = two["traffic"][0].clone();
    second["seller"] = json!("book");
    if let Some(traffic) = two["traffic"].as_array_mut() {
        traffic.push(second);
    }
    let facts = |rows: Vec<(String, String, String)>| -> Vec<(String, String)> {
        rows.into_iter()
            .map(|(at, _, amount)| (at, amount))
            .collect()
    };
    let (usual, both) = (facts(usual), facts(drawn(two)?));
    assert_eq!(both.len(), 240);
    assert!(usual.iter().all(|row| both.contains(row)));
    Ok(())
}

/// Office hours are those of the clock, also when a scenario begins at three in the afternoon.
#[test]
fn office_hours_are_those_of_the_clock_whenever_the_scenario_starts() -> Outcome {
    let mut shop = busy(7, "office");
    shop["starts"] = json!("2018-09-07T15:00:00");
    let played = play(&shop)?;
    let drawn = played.events(EventKind::Captured)?;
    assert_eq!(drawn.len(), 120);
    for (at, ..) in &drawn {
        let hour = at.split('T').nth(1).ok_or("time")?;
        assert!(("09:00:00".."18:00:00").contains(&hour), "{at}");
        assert!(
            ("2018-09-07T15:00:00".."2018-09-10T15:00:00").contains(&at.as_str()),
            "{at}"
        );
    }
    Ok(())
}
