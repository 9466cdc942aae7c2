//! Others' money that left a pool by payments that no settlement asked for: what SC-05 and SC-22 have in common.

use std::collections::BTreeMap;

use crate::analysis::view::{Finding, RuleId, Severity};
use crate::base::id::PartyId;
use crate::domain::outflow::Purpose;
use crate::engine::fault::FaultKind;

use super::case::Case;
use super::pool::Sum;

/// Findings about every pool out of which others' money was paid for some purpose.
pub(super) fn taken(
    case: &Case<'_>,
    (rule, severity): (RuleId, Severity),
    is_meant: fn(Purpose) -> bool,
) -> Result<Vec<Finding>, FaultKind> {
    let mut of: BTreeMap<PartyId, (Sum, Vec<String>)> = BTreeMap::new();
    for one in &case.outflows {
        let outflow = one.outflow;
        if is_meant(outflow.purpose) && one.taken.is_positive() {
            let (sum, paths) = of.entry(outflow.payer).or_default();
            sum.note(one.place, one.at, one.taken)?;
            paths.push(format!("outflows[{}]", outflow.place));
        }
    }
    let mut found = Vec::new();
    for (payer, (sum, paths)) in of {
        // Who has a licence, or collects for nobody, has no pool.
        let Some(pool) = case.pools.get(&payer) else {
            continue;
        };
        let which = (rule, severity);
        let mut finding = pool.finding(which, pool.sellers(), sum.amount, sum.evidence)?;
        finding.paths.splice(0..0, paths);
        found.push(finding);
    }
    Ok(found)
}
