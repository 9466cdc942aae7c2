//! S9: what the rules flag is what the auditor flags, in both directions: the same events, the same sums, and nothing
//! of a platform that has a licence or collects for nobody.

pub mod channels;

use std::collections::BTreeMap;

use daycut::facade::view::{Finding, Findings};
use daycut::facade::{PartyId, Run, report};
use serde_json::Value;

use crate::naive::flagged::{Flagged, flagged};
use crate::naive::holding::Held;
use crate::naive::shells::shells;
use crate::naive::{Outcome, platform, text};

/// How many scenarios each rule found something in, and in how many it found nothing.
pub type Tally = BTreeMap<&'static str, (u32, u32)>;

/// The rules that are looked at.
pub const AUDITED: [&str; 10] = [
    "SC-01", "SC-02", "SC-03", "SC-04", "SC-05", "SC-14", "SC-15", "SC-16", "SC-22", "SC-25",
];

struct Found<'a> {
    all: Findings,
    parties: &'a [Value],
    platform: &'a str,
}

/// Numbers of events and a sum.
type Seen = (Vec<u64>, i64);

fn seen(one: &Finding) -> Seen {
    let events = one.evidence.events.iter().map(|event| u64::from(*event));
    (events.collect(), one.amount.minor())
}

impl Found<'_> {
    fn id(&self, party: PartyId) -> &str {
        text(&self.parties[party.index()]["id"])
    }

    fn of(&self, code: &str) -> impl Iterator<Item = &Finding> {
        let findings = self.all.findings.iter();
        findings.filter(move |one| one.rule.code() == code)
    }

    /// The only finding of a rule about the platform.
    fn only(&self, code: &str) -> Option<&Finding> {
        let mut its = self.of(code);
        let one = its.next();
        assert!(its.next().is_none(), "{code}: one platform, one finding");
        assert!(one.is_none_or(|one| self.id(one.subject) == self.platform));
        one
    }

    fn numbers(&self, code: &str) -> Seen {
        self.only(code).map(seen).unwrap_or_default()
    }

    fn amount(&self, code: &str) -> i64 {
        self.only(code).map_or(0, |one| one.amount.minor())
    }
}

/// Compares, and counts which rules found something.
pub fn compare_flagged(
    run: &Run,
    scenario: &Value,
    log: &Value,
    held: &Held,
    tally: &mut Tally,
) -> Outcome {
    let platform = platform(scenario);
    let parties = log["parties"].as_array().ok_or("parties")?;
    let found = Found {
        all: report::findings(run).map_err(|fault| format!("{fault:?}"))?,
        parties,
        platform,
    };
    let mall = parties.iter().find(|party| party["id"] == *platform);
    let has_none = mall.is_some_and(|party| party["licence"] == "none");
    let naive = match has_none {
        true => flagged(scenario, platform, log, held)?,
        false => Flagged::default(),
    };
    assert_eq!(found.numbers("SC-01"), naive.passed_on, "SC-01");
    assert_eq!(found.numbers("SC-02"), naive.one_number, "SC-02");
    assert_eq!(found.numbers("SC-04"), naive.pool_left, "SC-04");
    assert_eq!(found.numbers("SC-05"), naive.spent, "SC-05");
    assert_eq!(found.numbers("SC-15"), naive.batches, "SC-15");
    assert_eq!(found.numbers("SC-22"), naive.advanced, "SC-22");
    let most = if has_none { held.maximum } else { 0 };
    assert_eq!(found.amount("SC-03"), most, "SC-03");
    let commission = if most > 0 { naive.commission } else { 0 };
    assert_eq!(found.amount("SC-25"), commission, "SC-25");
    // Whatever rule looks at a pool says how long the money stayed there at one stretch.
    for one in &found.all.findings {
        let stay = one.held.map(|held| held.longest);
        let stay = stay.map(|stay| (stay.from.millis(), stay.until.millis()));
        assert!(
            stay.is_none() || stay == held.longest,
            "{}",
            one.rule.code()
        );
    }
    compare_borrowed(&found, &naive)?;
    compare_shells(&found, scenario, log)?;
    for code in AUDITED {
        let (fired, silent) = tally.entry(code).or_default();
        match found.of(code).next() {
            Some(_) => *fired += 1,
            None => *silent += 1,
        }
    }
    Ok(())
}

/// SC-16: a finding for each seller whose refunds took others' money; everybody else lent it.
fn compare_borrowed(found: &Found<'_>, naive: &Flagged) -> Outcome {
    let mut ours: BTreeMap<&str, Seen> = BTreeMap::new();
    for one in found.of("SC-16") {
        let lenders: Vec<&str> = one.others.iter().map(|id| found.id(*id)).collect();
        let mut sellers = naive.sellers.iter().map(String::as_str);
        let refunded = sellers.find(|seller| !lenders.contains(seller));
        assert_eq!(lenders.len() + 1, naive.sellers.len(), "SC-16: {lenders:?}");
        assert_eq!(found.id(one.subject), found.platform, "SC-16");
        ours.insert(refunded.ok_or("a seller")?, seen(one));
    }
    let theirs = naive.borrowed.iter();
    let theirs = theirs.map(|(seller, taken)| (seller.as_str(), taken.clone()));
    assert_eq!(ours, theirs.collect(), "SC-16");
    Ok(())
}

/// SC-14: a finding for each platform and sub-merchant, with the way of the money.
fn compare_shells(found: &Found<'_>, scenario: &Value, log: &Value) -> Outcome {
    let shells = shells(scenario, log)?;
    let mut ours = BTreeMap::new();
    for one in found.of("SC-14") {
        let shell = one.others.first().ok_or("a sub-merchant")?;
        let steps = one.path.iter().map(|step| {
            let from = step.from.map(|id| found.id(id));
            (from, found.id(step.to), step.amount.minor())
        });
        let told = (seen(one), steps.collect::<Vec<_>>());
        ours.insert((found.id(one.subject), found.id(*shell)), told);
    }
    let mut theirs = BTreeMap::new();
    for ((platform, shell), behind) in &shells {
        let mut steps = vec![(Some(shell.as_str()), platform.as_str(), behind.got)];
        // Parties stand in the order in which the document lists them.
        for party in found.parties {
            if let Some(paid) = behind.onward.get(text(&party["id"])) {
                steps.push((Some(platform.as_str()), text(&party["id"]), *paid));
            }
        }
        let sum = behind.onward.values().sum();
        let told = ((behind.events.clone(), sum), steps);
        theirs.insert((platform.as_str(), shell.as_str()), told);
    }
    assert_eq!(ours, theirs, "SC-14");
    Ok(())
}
