//! Two runs side by side: what a change of the model does to the findings and to others' money.

use std::collections::BTreeMap;

use crate::analysis::rules;
use crate::analysis::view::{
    Finding, FindingChange, FindingFigure, FindingsChange, HeldChange, HeldFigure, HeldSince,
    RuleId,
};
use crate::domain::party::{Licence, Words};
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::{expectations, held_over_run};

/// A finding in two runs is the same when its rule, its subject and the others concerned are the same; of several
/// such findings each has its number.
type Same = (RuleId, String, Vec<String>, usize);

/// Which findings vanish, stay and appear from one run to the next, and who held how much of others' money.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn findings_change(before: &Run, after: &Run) -> Result<FindingsChange, Fault> {
    let mut findings: Vec<FindingChange> = Vec::new();
    let mut places: BTreeMap<Same, usize> = BTreeMap::new();
    for (same, row, figure) in told(before)? {
        places.insert(same, findings.len());
        findings.push(FindingChange {
            before: Some(figure),
            ..row
        });
    }
    for (same, row, figure) in told(after)? {
        match places.get(&same).and_then(|place| findings.get_mut(*place)) {
            Some(known) => known.after = Some(figure),
            None => findings.push(FindingChange {
                after: Some(figure),
                ..row
            }),
        }
    }
    let mut held: Vec<HeldChange> = Vec::new();
    for (holder, name, figure) in pocketed(before)? {
        held.push(HeldChange {
            holder,
            name,
            before: figure,
            after: HeldFigure::default(),
        });
    }
    for (holder, name, figure) in pocketed(after)? {
        match held.iter_mut().find(|row| row.holder == holder) {
            Some(known) => known.after = figure,
            None => held.push(HeldChange {
                holder,
                name,
                before: HeldFigure::default(),
                after: figure,
            }),
        }
    }
    Ok(FindingsChange {
        findings,
        held,
        failing: (failing(before)?, failing(after)?),
    })
}

fn failing(run: &Run) -> Result<u32, Fault> {
    let fail = expectations(run)?.into_iter().filter(|row| !row.holds);
    Ok(u32::try_from(fail.count()).unwrap_or(u32::MAX))
}

/// Every finding of a run with what makes it the same in another run.
fn told(run: &Run) -> Result<Vec<(Same, FindingChange, FindingFigure)>, Fault> {
    let parties = run.plan().parties();
    let key = |id| {
        let party = parties.get(id);
        party.map(|party| party.key.clone()).unwrap_or_default()
    };
    let mut seen: BTreeMap<(RuleId, String, Vec<String>), usize> = BTreeMap::new();
    let row = |one: &Finding| {
        let subject = key(one.subject);
        let mut others: Vec<String> = one.others.iter().map(|id| key(*id)).collect();
        others.sort_unstable();
        let count = seen
            .entry((one.rule, subject.clone(), others.clone()))
            .or_default();
        *count = count.saturating_add(1);
        let name = parties.get(one.subject).map(|party| party.name.clone());
        let figure = FindingFigure {
            severity: one.severity,
            amount: one.amount,
        };
        let change = FindingChange {
            rule: one.rule,
            subject: subject.clone(),
            name: name.unwrap_or_default(),
            before: None,
            after: None,
        };
        ((one.rule, subject, others, *count), change, figure)
    };
    Ok(rules::judged(run)?.findings.iter().map(row).collect())
}

/// What parties without a licence held.
fn pocketed(run: &Run) -> Result<Vec<(String, Words, HeldFigure)>, Fault> {
    let mut rows = Vec::new();
    for held in held_over_run(run, HeldSince::EventTime)? {
        let Some(party) = run.plan().parties().get(held.holder) else {
            continue;
        };
        if party.licence == Licence::None {
            let figure = HeldFigure {
                maximum: held.maximum,
                held_ms: held.held_ms,
                held: held.held,
            };
            rows.push((party.key.clone(), party.name.clone(), figure));
        }
    }
    Ok(rows)
}
