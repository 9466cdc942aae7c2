//! The files of `tests/rules/`: for each judged rule a business that it sees, one that comes near and one in which it
//! is cleared. Each names a scenario of the gallery and says what is changed in it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use daycut::facade::rules::FixKind;
use daycut::facade::view::{RuleId, Severity};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub rule: RuleId,
    pub fires: Case,
    pub near_miss: Case,
    pub cleared: Case,
    /// The fixes that every finding of the first case offers.
    #[serde(default)]
    pub fixes: Vec<FixKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Why the rule should say so, for whoever reads the file.
    pub why: String,
    /// A scenario of the gallery.
    pub base: String,
    /// What is put where, by JSON pointer.
    #[serde(default)]
    pub set: BTreeMap<String, Value>,
    /// What the rule finds, worked out by hand.
    #[serde(default)]
    pub found: Vec<Found>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Found {
    pub severity: Severity,
    pub subject: String,
    pub amount: String,
}

impl Case {
    pub fn document(&self) -> Outcome<Value> {
        let text = fs::read_to_string(format!("www/scenarios/{}.json", self.base))?;
        let mut document: Value = serde_json::from_str(&text)?;
        for (pointer, value) in &self.set {
            let (parent, field) = pointer.rsplit_once('/').ok_or("a pointer")?;
            let parent = document.pointer_mut(parent).ok_or(pointer.as_str())?;
            let object = parent.as_object_mut().ok_or(pointer.as_str())?;
            object.insert(field.to_owned(), value.clone());
        }
        Ok(document)
    }
}

/// All of them, in the order of the rules.
pub fn files() -> Outcome<Vec<Rule>> {
    let mut rules = Vec::new();
    for entry in fs::read_dir("tests/rules")? {
        let path = entry?.path();
        let read = serde_json::from_str(&fs::read_to_string(&path)?);
        rules.push(read.map_err(|error| format!("{}: {error}", path.display()))?);
    }
    rules.sort_by_key(|rule: &Rule| rule.rule);
    Ok(rules)
}
