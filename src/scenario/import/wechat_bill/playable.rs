//! The last net under the import: what becomes of a bill must be a scenario that can be played.
//!
//! Rows are compared with everything that we know of before; whatever the reader or the compiler refuses all the
//! same is told with the line of its row.

use super::super::flaws::{Flaw, problem};
use super::entry::Entry;
use crate::scenario::problem::{FileFlaw, Problem};
use crate::scenario::v1::Scenario;
use crate::scenario::{compile, document, writer};

/// The scenario as its written text would be read, if it can be played.
pub(super) fn playable(
    scenario: &Scenario,
    entries: &[Entry<'_>],
) -> Result<Scenario, Vec<Problem>> {
    let read = document::read(&writer::tree(scenario));
    let played = read.and_then(|read| compile::compile(&read).map(|_| read));
    played.map_err(|problems| {
        let of_rows = problems.iter().filter_map(|problem| row(problem, entries));
        let mut told: Vec<Problem> = of_rows.collect();
        told.extend(problems);
        told
    })
}

/// The line of the row that became what a problem is about.
fn row(refused: &Problem, entries: &[Entry<'_>]) -> Option<Problem> {
    let (list, rest) = refused.path.split_once('[')?;
    let is_refund = match list {
        "payments" => false,
        "refunds" => true,
        _ => return None,
    };
    let (place, _) = rest.split_once(']')?;
    let place = place.parse().ok()?;
    let mut rows = entries.iter().filter(|entry| entry.is_refund == is_refund);
    let entry = rows.nth(place)?;
    let flaw = Flaw::new(FileFlaw::NotPlayable, "");
    Some(problem(entry.line, "", flaw, entry.order))
}
