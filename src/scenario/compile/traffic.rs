//! Generated payments: drawn from the seed day by day, with whole numbers only, so that a link replays
//! to the fen on every machine.

use crate::base::date::{TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::prng::SplitMix64;
use crate::scenario::limits;
use crate::scenario::plan::{LineSource, PaymentLine};
use crate::scenario::problem::ProblemKind;
use crate::scenario::v1::{Hours, Scenario, Traffic};

use super::payments::Paid;
use super::problems::Problems;
use super::routing::Router;

const HOUR_MS: u64 = 3_600_000;

/// Weight of each hour of the day.
const fn weights(hours: Hours) -> [u64; 24] {
    match hours {
        Hours::AllDay => [1; 24],
        Hours::Retail => [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8, 10, 7, 5, 5, 6, 9, 12, 12, 9, 5, 0, 0,
        ],
        Hours::Office => [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 10, 10, 5, 6, 9, 10, 9, 7, 0, 0, 0, 0, 0, 0,
        ],
        Hours::Night => [
            4, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 10, 12, 12, 10,
        ],
    }
}

/// Adds the drawn lines of every traffic rule to the authored ones.
pub(super) fn draw(
    scenario: &Scenario,
    router: &Router<'_>,
    paid: &mut Paid,
    problems: &mut Problems,
) {
    let many = |list: usize| u64::try_from(list).unwrap_or(u64::MAX);
    problems.limit(
        "traffic",
        many(scenario.traffic.len()),
        many(limits::TRAFFIC_MAX),
    );
    let days = u64::from(scenario.days);
    let per_day: u64 = scenario
        .traffic
        .iter()
        .map(|traffic| u64::from(traffic.per_day))
        .sum();
    let drawn = per_day.saturating_mul(days);
    let all = drawn.saturating_add(many(paid.lines.len()));
    if all > limits::PAYMENT_LINES_MAX || scenario.traffic.len() > limits::TRAFFIC_MAX {
        problems.limit("traffic", all, limits::PAYMENT_LINES_MAX);
        return;
    }
    paid.lines.reserve(usize::try_from(drawn).unwrap_or(0));
    for (place, traffic) in scenario.traffic.iter().enumerate() {
        let path = format!("traffic[{place}]");
        // A range with nothing in it is a contradiction, told as such.
        if traffic.amount_from > traffic.amount_to {
            continue;
        }
        if !traffic.amount_from.is_positive() {
            let kind = ProblemKind::OutOfRange {
                found: traffic.amount_from.plain(),
                min: "0.01".to_owned(),
                max: traffic.amount_to.plain(),
            };
            problems.at(format!("{path}.amount.from"), kind);
            continue;
        }
        let lines = i128::from(traffic.per_day).saturating_mul(i128::from(days));
        let turnover = i128::from(traffic.amount_to.minor()).saturating_mul(lines);
        paid.turnover = paid.turnover.saturating_add(turnover);
        draw_rule(&path, place, traffic, scenario, router, paid, problems);
    }
}

fn draw_rule(
    path: &str,
    place: usize,
    traffic: &Traffic,
    scenario: &Scenario,
    router: &Router<'_>,
    paid: &mut Paid,
    problems: &mut Problems,
) {
    let Some(ends) = router.ends(path, &traffic.seller, &traffic.channel, problems) else {
        return;
    };
    // One stream a rule: adding a rule never changes the payments of another.
    let mut prng = SplitMix64::named(scenario.seed, &format!("traffic/{place}"));
    let weights = weights(traffic.hours);
    let total: u64 = weights.iter().sum();
    let span = traffic
        .amount_to
        .minor()
        .saturating_sub(traffic.amount_from.minor());
    let span = u64::try_from(span).unwrap_or(0).saturating_add(1);
    let mut draw = 0_u32;
    for day in 0..i64::from(scenario.days) {
        let starts = scenario.starts.plus_days(day);
        let first = paid.lines.len();
        for _ in 0..traffic.per_day {
            draw = draw.saturating_add(1);
            let at = moment(starts, &weights, prng.below(total), &mut prng);
            let more = i64::try_from(prng.below(span)).unwrap_or(0);
            let minor = traffic.amount_from.minor().saturating_add(more);
            let amount = Money::of_minor(minor).unwrap_or(traffic.amount_to);
            let Some(contract) = router.chosen((path, None), ends, amount, at, problems) else {
                return;
            };
            let delay = router.deal(contract).map(|deal| deal.notification_delay_ms);
            paid.lines.push(PaymentLine {
                at,
                amount,
                known_after_ms: delay.unwrap_or(0),
                contract,
                source: LineSource::Drawn {
                    number: 0,
                    traffic: u16::try_from(place).unwrap_or(u16::MAX),
                    draw,
                },
            });
        }
        // Sorted day by day, the whole is almost in order before it is merged.
        if let Some(day) = paid.lines.get_mut(first..) {
            day.sort_by_key(|line| (line.at, line.amount));
        }
    }
}

/// The moment, within a natural day from `starts` on, at which the clock shows the hour that `lot` falls
/// into, to the second.
fn moment(starts: WallClock, weights: &[u64; 24], lot: u64, prng: &mut SplitMix64) -> WallClock {
    let mut left = lot;
    let mut hour = 0_u64;
    for weight in weights {
        match left.checked_sub(*weight) {
            None => break,
            Some(rest) => left = rest,
        }
        hour = hour.saturating_add(1);
    }
    let second = prng.below(HOUR_MS / 1000).saturating_mul(1000);
    let millis = hour.saturating_mul(HOUR_MS).saturating_add(second);
    let midnight = starts.day().at(TimeOfDay::MIDNIGHT);
    let at = midnight.plus_millis(i64::try_from(millis).unwrap_or(0));
    if at < starts { at.plus_days(1) } else { at }
}
