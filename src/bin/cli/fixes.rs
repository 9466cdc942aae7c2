//! Fixes of findings: which there are, and a scenario as it is after one of them.

use std::path::Path;

use daycut::facade::rules::{self, Fix};
use daycut::facade::view::{Findings, FindingsChange, RuleId};
use daycut::facade::{self, Run, Scenario, report, words};
use serde::Serialize;

use super::delivery::Written;
use super::scenario;
use super::speech::{Complaint, Ending, Speech, is_stream};

/// A fix that can be asked for.
#[derive(Serialize)]
pub struct Offered {
    /// How it is asked for: the code of the rule, and a number where the rule has several.
    pub name: String,
    /// The place of the finding that it clears.
    pub finding: usize,
    /// Its rule.
    #[serde(skip)]
    pub rule: RuleId,
    /// What it does.
    #[serde(flatten)]
    pub fix: Fix,
}

/// What `findings --fix --json` says beside a file that it wrote.
#[derive(Serialize)]
struct Applied {
    #[serde(flatten)]
    written: Written,
    #[serde(flatten)]
    change: FindingsChange,
}

/// All fixes, in the order of the findings.
pub fn offered(scenario: &Scenario, found: &Findings) -> Vec<Offered> {
    let mut all: Vec<Offered> = Vec::new();
    for (finding, one) in found.findings.iter().enumerate() {
        for fix in rules::fixes(scenario, one) {
            let code = one.rule.code();
            let earlier = all.iter().filter(|other| other.name.starts_with(code));
            let name = match earlier.count() {
                0 => code.to_owned(),
                count => format!("{code}:{}", count.saturating_add(1)),
            };
            all.push(Offered {
                name,
                finding,
                rule: one.rule,
                fix,
            });
        }
    }
    all
}

/// Writes the scenario as it is after a fix. What that does to the findings is said only where it does not get
/// into the way of the scenario.
pub fn apply(
    (before, played): (&Scenario, &Run),
    name: &str,
    offered: &[Offered],
    (out, speech): (&Path, &Speech),
) -> Result<Ending, Complaint> {
    let wanted = name.strip_suffix(":1").unwrap_or(name);
    let Some(chosen) = offered.iter().find(|one| one.name == wanted) else {
        let names: Vec<&str> = offered.iter().map(|one| one.name.as_str()).collect();
        let words = (speech.lang.findings().change.no_fix)(name, &names);
        return Err(Complaint::Nothing(words));
    };
    let after = facade::edit_all(before, &chosen.fix.edits)?;
    let written = speech.write(out, facade::write(&after).as_bytes())?;
    if !is_stream(out) {
        let change = report::findings_change(played, &scenario::simulate(&after, speech)?)?;
        match speech.json {
            true => speech.say(&facade::json(&Applied { written, change }))?,
            false => speech.say(&told(&change, chosen, speech))?,
        }
    }
    Ok(Ending::Good)
}

/// What a fix does, line by line.
fn told(change: &FindingsChange, chosen: &Offered, speech: &Speech) -> String {
    let text = speech.lang.findings();
    let label = words::fix(chosen.fix.kind, speech.lang);
    let mut lines = vec![label.to_owned()];
    let sources = rules::sources(chosen.rule).iter();
    lines.extend(sources.map(|source| format!("  {}", (text.leans_on)(&(text.source)(source)))));
    let edit = speech.text().edits.label;
    lines.extend(
        chosen
            .fix
            .edits
            .iter()
            .map(|one| format!("  {}", edit(one))),
    );
    lines.extend(words::change_lines(change, speech.lang));
    lines.join("\n")
}
