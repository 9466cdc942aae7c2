//! Routes that no payment line can take, because earlier ones of the same seller and channel take everything.
//!
//! A route is a rectangle of amounts and moments, both cut at their ends. From the rectangle of a route the earlier
//! ones are taken away, one after another; if nothing is left, the route is hidden by those that took something.

use std::collections::BTreeMap;

use super::{Notice, NoticeKind};
use crate::base::date::WallClock;
use crate::scenario::limits::AMOUNT_MAX;
use crate::scenario::v1::{RefundOf, Route, Scenario};

/// Pieces into which a route may fall before one stops looking: enough for every table that a person keeps.
const PIECES_MAX: usize = 64;

/// Amounts in fen and moments in milliseconds; the ends are exclusive.
#[derive(Clone, Copy)]
struct Rectangle {
    amounts: (i64, i64),
    times: (i64, i64),
}

pub(super) fn all(scenario: &Scenario, found: &mut Vec<Notice>) {
    let ends = scenario.starts.plus_days(i64::from(scenario.days));
    let mut earlier: BTreeMap<(&str, &str), Vec<(usize, Rectangle)>> = BTreeMap::new();
    for (place, route) in scenario.routes.iter().enumerate() {
        if route.is_empty() {
            continue;
        }
        let path = format!("routes[{place}]");
        if let Some(from) = route.from.filter(|from| *from >= ends) {
            found.push(Notice {
                path: format!("{path}.from"),
                kind: NoticeKind::RouteTooLate {
                    from: from.to_string(),
                    until: ends.to_string(),
                },
            });
            continue;
        }
        let over = route.until.filter(|until| *until <= scenario.starts);
        if let Some(until) = over.filter(|_| !is_asked_about_the_past(scenario, route)) {
            found.push(Notice {
                path: format!("{path}.until"),
                kind: NoticeKind::RouteTooEarly {
                    until: until.to_string(),
                    starts: scenario.starts.to_string(),
                },
            });
            continue;
        }
        let before = earlier.entry((&route.seller, &route.channel)).or_default();
        let whole = Rectangle::of(route, ends);
        if let Some(by) = hiding(whole, before) {
            let by = by.into_iter().map(|place| format!("routes[{place}]"));
            let by = by.collect();
            let kind = NoticeKind::HiddenRoute { by };
            found.push(Notice { path, kind });
        } else {
            before.push((place, whole));
        }
    }
}

/// Whether a payment from before the scenario is refunded that could have gone by this route.
fn is_asked_about_the_past(scenario: &Scenario, route: &Route) -> bool {
    let mut refunds = scenario.refunds.iter();
    refunds.any(|refund| match &refund.of {
        RefundOf::External {
            seller, channel, ..
        } => *seller == route.seller && *channel == route.channel,
        RefundOf::Payment { .. } => false,
    })
}

/// The earlier routes that together take all of this one.
fn hiding(whole: Rectangle, earlier: &[(usize, Rectangle)]) -> Option<Vec<usize>> {
    let mut left = vec![whole];
    let mut by = Vec::new();
    for (place, route) in earlier {
        let pieces: Vec<Rectangle> = left.iter().flat_map(|piece| piece.without(route)).collect();
        let took = left.iter().any(|piece| piece.meets(route));
        if took {
            by.push(*place);
        }
        left = pieces;
        if left.is_empty() {
            return Some(by);
        }
        if left.len() > PIECES_MAX {
            return None;
        }
    }
    None
}

impl Rectangle {
    /// Of what can be paid at all: a fen or more, up to the greatest amount, before the days are over.
    fn of(route: &Route, ends: WallClock) -> Rectangle {
        let least = route.min_amount.map_or(1, |min| min.minor().max(1));
        let most = route.max_amount.unwrap_or(AMOUNT_MAX).min(AMOUNT_MAX);
        let from = route.from.map(WallClock::millis);
        let until = route.until.unwrap_or(ends).min(ends);
        Rectangle {
            amounts: (least, most.minor().saturating_add(1)),
            times: (from.unwrap_or(i64::MIN), until.millis()),
        }
    }

    fn meets(&self, other: &Rectangle) -> bool {
        let meet = |a: (i64, i64), b: (i64, i64)| a.0 < b.1 && b.0 < a.1;
        meet(self.amounts, other.amounts) && meet(self.times, other.times)
    }

    /// What is left of this one: below, above, before and after the other.
    fn without(&self, other: &Rectangle) -> Vec<Rectangle> {
        if !self.meets(other) {
            return vec![*self];
        }
        let times = (
            self.times.0.max(other.times.0),
            self.times.1.min(other.times.1),
        );
        let of_times = |times| Rectangle { times, ..*self };
        let of_amounts = |amounts| Rectangle { amounts, times };
        let pieces = [
            of_times((self.times.0, other.times.0)),
            of_times((other.times.1, self.times.1)),
            of_amounts((self.amounts.0, other.amounts.0)),
            of_amounts((other.amounts.1, self.amounts.1)),
        ];
        let is_something =
            |piece: &Rectangle| piece.amounts.0 < piece.amounts.1 && piece.times.0 < piece.times.1;
        pieces.into_iter().filter(is_something).collect()
    }
}
