//! From a scenario that may be wrong to a plan that cannot be: names are resolved, limits proven,
//! every random number drawn, and every mistake of the author reported at once.

mod agreements;
mod calendars;
mod chart;
mod due_dates;
mod expectations;
mod outflows;
mod parties;
mod payees;
mod payments;
mod postings;
mod problems;
mod refunds;
mod routing;
mod traffic;

use crate::base::calendar::Calendar;
use crate::base::date::WallClock;
use crate::base::table::Table;

use super::bill;
use super::contradictions;
use super::limits;
use super::names;
use super::origins::Origins;
use super::plan::Plan;
use super::problem::{Problem, ProblemKind};
use super::v1::Scenario;

use problems::Problems;

/// Compiles a scenario.
///
/// # Errors
/// Every problem found, sorted by path.
pub fn compile(scenario: &Scenario) -> Result<Plan, Vec<Problem>> {
    let mut problems = Problems::default();
    problems.limit(
        "days",
        u64::from(scenario.days),
        u64::from(limits::DAYS_MAX),
    );
    problems.all_of(contradictions::found(scenario));
    problems.all_of(names::unseen(scenario));
    problems.all_of(bill::problems(scenario));
    let cast = parties::cast(scenario, &mut problems);
    let deals = agreements::deals(scenario, &cast, &mut problems);
    let router = routing::Router::new(scenario, &cast, &deals, &mut problems);
    let traffic_ends = scenario.starts.plus_days(i64::from(scenario.days));

    let mut paid = payments::authored(scenario, &router, traffic_ends, &mut problems);
    traffic::draw(scenario, &router, &mut paid, &mut problems);
    prove_sums(paid.turnover, paid.openings, &mut problems);
    let order = payments::order(paid, &deals);
    let refunds = refunds::planned(scenario, &router, &order, traffic_ends, &mut problems);
    let outflows = outflows::agreed(scenario, (&cast, &deals), traffic_ends, &mut problems);
    // A moment that is itself a mistake asks for no due date.
    let last = if problems.none() {
        last_moment(traffic_ends, &order, &deals)
    } else {
        traffic_ends.plus_millis(-1)
    };
    let due = due_dates::due_dates(scenario, &deals, &cast, last, &mut problems);
    expectations::check(scenario, &cast, &mut problems);
    // Accounts follow from contracts, so the rest can only be read when nothing above is wrong.
    problems.stop_if_any()?;

    let old_fees = refunds::old_fees(&refunds, &deals);
    let chart = postings::resolve(&cast, &deals, due, &old_fees, &outflows);
    let expectations = expectations::planned(scenario, &cast, &chart, &mut problems);
    problems.stop_if_any()?;

    Ok(Plan {
        title: scenario.title.clone(),
        starts: scenario.starts,
        traffic_ends,
        parties: cast.parties,
        books: cast.books,
        payee_of: chart.payee_of,
        accounts: chart.accounts,
        flows: chart.flows,
        contracts: chart.contracts,
        payees: chart.payees,
        sellers_of: chart.sellers_of,
        openings: chart.openings,
        payments: order.payments,
        lines: order.lines,
        notified: order.notified,
        split: order.split,
        refunds: refunds.into_iter().collect::<Table<_, _>>(),
        outflows: chart.outflows,
        expectations,
        storyboard: scenario.storyboard.clone(),
        bill_form: scenario.bill_form.clone(),
        origins: Origins::of(scenario),
        shown_calendar: deals.first_calendar.unwrap_or_else(Calendar::cn),
    })
}

/// The last moment at which a leg can reach a pending account: payments, notifications, splits, refunds.
fn last_moment(
    traffic_ends: WallClock,
    order: &payments::Order,
    deals: &agreements::Deals,
) -> WallClock {
    let known = order.notified.last().and_then(|line| order.known_at(*line));
    let split = order
        .split
        .last()
        .and_then(|line| order.split_at(*line, deals));
    let last_of_traffic = traffic_ends.plus_millis(-1);
    [known, split]
        .into_iter()
        .flatten()
        .fold(last_of_traffic, WallClock::max)
}

/// All amounts together must stay far inside the money range, whatever accounts they pass.
fn prove_sums(turnover: i128, openings: i128, problems: &mut Problems) {
    // A yuan passes one account at most four times: paid in, topped up, refunded, paid out.
    let greatest = turnover.saturating_mul(4).saturating_add(openings);
    let max = i128::from(crate::base::money::Money::MAX.minor());
    if greatest > max {
        let kind = ProblemKind::SumsTooLarge {
            found: greatest.to_string(),
            max: max.to_string(),
        };
        problems.at("", kind);
    }
}
