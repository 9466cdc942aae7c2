//! Risk hints of both runs opposite each other: the same rule about the same party is the same hint.

use std::collections::BTreeMap;

use crate::analysis::report::{self, after_all};
use crate::analysis::view::{FindingCompared, FoundIn, RuleId, Severity};
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;

use super::amounts;
use super::sides::{figures, key};

/// Rule, party, and which of several.
type Hint = (RuleId, String, u32);

/// What was found in A, in B, or in both; the gravest first.
pub(super) fn findings(a: &Run, b: &Run) -> Result<Vec<FindingCompared>, Fault> {
    let both = figures(hints(a)?, hints(b)?).into_iter();
    let rows = both.map(|((rule, subject, _), (in_a, in_b))| {
        let measured = |found: &Option<(FoundIn, Money)>| found.map_or(Money::ZERO, |one| one.1);
        Ok(FindingCompared {
            rule,
            subject,
            amount: amounts(measured(&in_a), measured(&in_b))?,
            a: in_a.map(|one| one.0),
            b: in_b.map(|one| one.0),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, FaultKind>>();
    let mut rows = rows.map_err(after_all(b))?;
    rows.order_by_key(|row| std::cmp::Reverse(severity(row)));
    Ok(rows)
}

fn severity(row: &FindingCompared) -> Option<Severity> {
    let grave = |found: Option<FoundIn>| found.map(|one| one.severity);
    grave(row.a).max(grave(row.b))
}

fn hints(run: &Run) -> Result<BTreeMap<Hint, Option<(FoundIn, Money)>>, Fault> {
    let mut hints: BTreeMap<Hint, Option<(FoundIn, Money)>> = BTreeMap::new();
    for (place, finding) in (0_u32..).zip(report::findings(run)?.findings) {
        let subject = key(run.plan(), finding.subject);
        let mut hint = (finding.rule, subject, 0);
        while hints.contains_key(&hint) {
            hint.2 = hint.2.saturating_add(1);
        }
        let found = FoundIn {
            place,
            severity: finding.severity,
        };
        hints.insert(hint, Some((found, finding.amount)));
    }
    Ok(hints)
}
