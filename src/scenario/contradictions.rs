//! Contradictions: pairs of places in a document that cannot both be true, whatever the names in it stand for.
//!
//! Every list is gone through on its own and against the lists that it speaks of. A contradiction is told at the
//! place that came later, and names the other. Which pairs there are is the table [`Clash`]; each has an input in
//! `tests/contradictions`. What merely has no effect is no contradiction; that is told by [`super::notices`].

mod agreed;
mod described;
mod happened;
mod moments;

use super::problem::clash::Clash;
use super::problem::{Problem, ProblemKind};
use super::v1::Scenario;

/// Every contradiction of a scenario.
pub(super) fn found(scenario: &Scenario) -> Vec<Problem> {
    let mut found = Found(Vec::new());
    described::calendars(scenario, &mut found);
    described::parties(scenario, &mut found);
    agreed::fee_plans(scenario, &mut found);
    agreed::contracts(scenario, &mut found);
    agreed::agreements(scenario, &mut found);
    agreed::routes(scenario, &mut found);
    happened::payments(scenario, &mut found);
    happened::refunds(scenario, &mut found);
    happened::traffic(scenario, &mut found);
    happened::outflows(scenario, &mut found);
    moments::expectations(scenario, &mut found);
    moments::storyboard(scenario, &mut found);
    found.0
}

struct Found(Vec<Problem>);

impl Found {
    /// `here` says `found` and `other` says `there`.
    fn clash(
        &mut self,
        clash: Clash,
        (here, found): (String, impl ToString),
        (other, there): (String, impl ToString),
    ) {
        self.at(
            here,
            ProblemKind::Contradiction {
                clash,
                found: found.to_string(),
                other,
                there: there.to_string(),
            },
        );
    }

    fn at(&mut self, path: String, kind: ProblemKind) {
        self.0.push(Problem { path, kind });
    }
}
