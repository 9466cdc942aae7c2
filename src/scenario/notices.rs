//! Notices: what an author should know of a document that can be played all the same.
//!
//! A [`Problem`](super::problem::Problem) stops a document, because it says two things or nothing. A notice stops
//! nothing: the document says one thing, and some of it has no effect, as a route behind another that takes
//! everything. They are found in the document alone and told beside the problems.

mod hidden_routes;
mod without_effect;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::problem::sort_by_path;
use super::v1::{Expectation, Op, Scenario, Which};
use crate::base::date::WallClock;
use crate::base::money::Money;

/// Something that an author should know.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Notice {
    /// Where, in the author's JSON terms.
    pub path: String,
    /// What.
    pub kind: NoticeKind,
}

/// What an author should know.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Whatever could take this route takes an earlier one.
    HiddenRoute {
        /// The earlier routes that take it all.
        by: Vec<String>,
    },
    /// A route that begins when all payments are over.
    RouteTooLate {
        /// From when it holds.
        from: String,
        /// When the days of the scenario end.
        until: String,
    },
    /// A route that ends before the first payment, and no earlier payment is refunded that could have taken it.
    RouteTooEarly {
        /// Until when it holds.
        until: String,
        /// When the scenario starts.
        starts: String,
    },
    /// A day stands twice in one list.
    DayTwice {
        /// The day.
        day: String,
        /// Where it stood first.
        first: String,
    },
    /// Two expectations of one figure that cannot both hold.
    ExpectationsDisagree {
        /// The other one.
        first: String,
    },
    /// Something was said that changes nothing here.
    NoEffect {
        /// Why.
        because: Idle,
    },
}

/// Why something that was said changes nothing.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Idle {
    /// Natural days are counted whether worked or not.
    NaturalDays,
    /// Only sellers are onboarded.
    NoSeller,
    /// Only sellers and platforms have premises.
    NoPremises,
    /// The account bears its owner's name.
    OwnName,
    /// Nothing is split.
    NoSplits,
    /// Orders are split in the mode `sub_merchant` only.
    NeverSplit,
    /// Nobody keeps a book that would learn of it.
    NobodyLearns,
    /// The platform collects for nobody.
    CollectsNothing,
}

/// Every notice of a scenario, by path.
pub fn notices(scenario: &Scenario) -> Vec<Notice> {
    let mut found = Vec::new();
    days_twice(scenario, &mut found);
    without_effect::all(scenario, &mut found);
    hidden_routes::all(scenario, &mut found);
    expectations_that_disagree(scenario, &mut found);
    sort_by_path(&mut found, |notice| &notice.path);
    found
}

fn days_twice(scenario: &Scenario, found: &mut Vec<Notice>) {
    for (place, calendar) in scenario.calendars.iter().enumerate() {
        for (list, days) in [
            ("holidays", &calendar.holidays),
            ("workdays", &calendar.workdays),
        ] {
            let at = |day: usize| format!("calendars[{place}].{list}[{day}]");
            let mut first = BTreeMap::new();
            for (day, date) in days.iter().enumerate() {
                let first = *first.entry(date).or_insert(day);
                if first != day {
                    found.push(Notice {
                        path: at(day),
                        kind: NoticeKind::DayTwice {
                            day: date.to_string(),
                            first: at(first),
                        },
                    });
                }
            }
        }
    }
}

/// A figure that an expectation is about, where it is about one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Figure<'a> {
    Balance(&'a str, WallClock, bool),
    TotalFee(&'a str),
    Refused,
    Commission(&'a str),
    Held(&'a str),
}

/// Two expectations of one figure: `=` with two values. Only one of them can hold.
fn expectations_that_disagree(scenario: &Scenario, found: &mut Vec<Notice>) {
    let mut known: BTreeMap<Figure<'_>, (usize, Money)> = BTreeMap::new();
    for (place, expectation) in scenario.expectations.iter().enumerate() {
        let Some((figure, value)) = equal(expectation) else {
            continue;
        };
        let (first, expected) = *known.entry(figure).or_insert((place, value));
        if expected != value {
            found.push(Notice {
                path: format!("expectations[{place}]"),
                kind: NoticeKind::ExpectationsDisagree {
                    first: format!("expectations[{first}]"),
                },
            });
        }
    }
}

fn equal(expectation: &Expectation) -> Option<(Figure<'_>, Money)> {
    let (figure, op, value) = match expectation {
        Expectation::Balance {
            account,
            at,
            which,
            op,
            value,
        } => (
            Figure::Balance(account, *at, *which == Which::PreviousDay),
            op,
            *value,
        ),
        Expectation::TotalFee { channel, op, value } => (Figure::TotalFee(channel), op, *value),
        Expectation::Refused { op, count } => {
            let count = Money::of_minor(i64::from(*count)).ok()?;
            (Figure::Refused, op, count)
        }
        Expectation::Commission { party, op, value } => (Figure::Commission(party), op, *value),
        Expectation::Held { party, op, value } => (Figure::Held(party), op, *value),
        Expectation::Arrival { .. } | Expectation::Inflow { .. } | Expectation::Findings { .. } => {
            return None;
        }
    };
    (*op == Op::Equal).then_some((figure, value))
}
