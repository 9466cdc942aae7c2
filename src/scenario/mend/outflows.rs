//! Payments out of deposits that are not made after all.

use super::draft::Draft;
use crate::scenario::edit::Edit;
use crate::scenario::v1::{Purpose, Scenario};

/// The outflows at these places are taken away.
pub(crate) fn drop_outflows(scenario: &Scenario, mut places: Vec<usize>) -> Option<Vec<Edit>> {
    let mut draft = Draft::of(scenario);
    places.sort_unstable();
    places.dedup();
    // From the last on, so that the places of the others stay what they are.
    for place in places.into_iter().rev() {
        draft.remove(format!("outflows[{place}]"))?;
    }
    draft.finished()
}

/// Who collects for nobody any more has nothing to advance.
pub(super) fn drop_advances(draft: &mut Draft, platform: &str) -> Option<()> {
    let is_its = |scenario: &Scenario, account: &str| {
        let mut accounts = scenario.accounts.iter();
        accounts.any(|one| one.id == account && one.owner == platform)
    };
    for place in (0..draft.now().outflows.len()).rev() {
        let outflow = draft.now().outflows.get(place)?;
        if outflow.purpose == Purpose::Advance && is_its(draft.now(), &outflow.from) {
            draft.remove(format!("outflows[{place}]"))?;
        }
    }
    Some(())
}
