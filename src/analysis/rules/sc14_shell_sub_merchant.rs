//! SC-14: the sub-merchant is a shell in front of the platform.
//!
//! ## What it looks for
//! A sub-merchant that keeps next to nothing of its sales, while the platform that gets the rest pays other merchants with it.
//!
//! ## Why it matters
//! The sub-merchant is then a shell in front of a platform that collects.
//!
//! ## Evidence
//! The splits and what the platform pays onward.
//!
//! ## How to clear it
//! Make the real sellers sub-merchants; at the least let the channel split directly to those whom the platform
//! pays onward, so that it passes on nobody's money.
//!
//! ## Source
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.
//! - 银办发〔2017〕217号 (2017-11-13): to be confirmed.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::view::{Finding, FlowStep, RuleId, Severity};
use crate::base::id::PartyId;
use crate::base::money::Money;
use crate::domain::contract::Mode;
use crate::domain::outflow::Purpose;
use crate::domain::party::Licence;
use crate::engine::fault::{FaultKind, Missing};

use super::case::{Case, Outgone};
use super::paper::{Paper, Source};
use super::pool::{Sum, together};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::ShellSubMerchant,
    sources: &[
        Source::paragraph(Paper::Order768, 6, 2),
        Source::of(Paper::Notice217),
    ],
    judge,
};

/// At most so much of what is split is next to nothing, in parts per million. The figure is ours.
const NEXT_TO_NOTHING_PPM: i64 = 100_000;
const WHOLE_PPM: i64 = 1_000_000;

/// A platform behind one sub-merchant.
#[derive(Default)]
struct Behind<'c> {
    /// All splits under the contracts.
    splits: Vec<&'c Sum>,
    /// What the platform got of them.
    got: Money,
    contracts: Vec<String>,
}

fn judge(case: &Case<'_>) -> Result<Verdict, FaultKind> {
    let mut found = Vec::new();
    for ((platform, shell), behind) in shells(case)? {
        let onward = case.outflows.iter().filter(|one| {
            let outflow = one.outflow;
            let to_another = outflow.to.is_some_and(|to| to != shell && to != platform);
            outflow.payer == platform && outflow.purpose == Purpose::Onward && to_another
        });
        let onward: Vec<&Outgone<'_>> = onward.collect();
        if !onward.is_empty() {
            found.push(finding((platform, shell), &behind, &onward)?);
        }
    }
    Ok(Verdict::Judged(found))
}

/// Who gets the rest of what a sub-merchant hardly keeps anything of, by platform and sub-merchant.
fn shells<'c>(case: &'c Case<'_>) -> Result<BTreeMap<(PartyId, PartyId), Behind<'c>>, FaultKind> {
    let plan = case.run.plan();
    let mut shells: BTreeMap<(PartyId, PartyId), Behind<'c>> = BTreeMap::new();
    for (id, splits) in &case.splits {
        let contract = plan.contracts().get(*id).ok_or(Missing::Contract)?;
        let all = splits.left.plus(splits.shares.amount)?;
        if contract.mode != Mode::SubMerchant || !is_next_to_nothing(splits.left, all) {
            continue;
        }
        for (receiver, part) in &splits.parts {
            let owner = plan.payees().get(*receiver).ok_or(Missing::Payee)?.owner;
            let party = plan.parties().get(owner).ok_or(Missing::Party)?;
            let gets_the_rest = owner != contract.collector && !is_next_to_nothing(*part, all);
            if gets_the_rest && party.licence == Licence::None {
                let behind = shells.entry((owner, contract.collector)).or_default();
                behind.splits.push(&splits.shares);
                behind.got = behind.got.plus(*part)?;
                behind.contracts.extend(case.contract_path(*id));
            }
        }
    }
    Ok(shells)
}

fn is_next_to_nothing(part: Money, all: Money) -> bool {
    let (part, all) = (i128::from(part.minor()), i128::from(all.minor()));
    let is = part.saturating_mul(i128::from(WHOLE_PPM));
    is <= all.saturating_mul(i128::from(NEXT_TO_NOTHING_PPM))
}

fn finding(
    (platform, shell): (PartyId, PartyId),
    behind: &Behind<'_>,
    onward: &[&Outgone<'_>],
) -> Result<Finding, FaultKind> {
    let mut paid: BTreeMap<PartyId, Sum> = BTreeMap::new();
    let (mut accounts, mut paths) = (BTreeSet::new(), behind.contracts.clone());
    for one in onward {
        let outflow = one.outflow;
        if let Some(to) = outflow.to {
            let sum = paid.entry(to).or_default();
            sum.note(one.place, one.at, outflow.amount)?;
        }
        accounts.insert(outflow.from);
        paths.push(format!("outflows[{}]", outflow.place));
    }
    let mut amount = Money::ZERO;
    let mut path = vec![FlowStep {
        from: Some(shell),
        to: platform,
        amount: behind.got,
    }];
    for (to, sum) in &paid {
        amount = amount.plus(sum.amount)?;
        path.push(FlowStep {
            from: Some(platform),
            to: *to,
            amount: sum.amount,
        });
    }
    Ok(Finding {
        rule: RULE.id,
        severity: Severity::High,
        subject: platform,
        others: std::iter::once(shell).chain(paid.keys().copied()).collect(),
        accounts: accounts.into_iter().collect(),
        path,
        amount,
        held: None,
        days: None,
        evidence: together(behind.splits.iter().copied().chain(paid.values())),
        paths,
    })
}
