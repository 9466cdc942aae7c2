//! Names of parties as parts of file names, such that all files of a run can lie in one folder of any file system.
//!
//! Two ids may differ in nothing but capitals, and some file systems take both for one; `con` is a device to one of
//! them, and some signs are refused. The ids stay as they are; where a file name must differ from an id,
//! `summary.json` says which name stands for which id.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::PartyId;
use crate::scenario::plan::Plan;

/// What a file system takes for a device, whatever stands behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// So it is with these and a digit.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The part of a file name for each party.
pub(super) struct Stems(BTreeMap<PartyId, String>);

impl Stems {
    /// The parts for all parties of a plan.
    pub(super) fn of(plan: &Plan) -> Stems {
        let parties = plan.parties().iter();
        let parties: Vec<(PartyId, &str)> = parties
            .map(|(id, party)| (id, party.key.as_str()))
            .collect();
        Stems(told_apart(&parties))
    }

    /// The part for one party.
    pub(super) fn get(&self, party: PartyId) -> &str {
        self.0.get(&party).map(String::as_str).unwrap_or_default()
    }

    /// Ids that have another name in files.
    pub(super) fn changed<'a>(
        &'a self,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let parties = plan.parties().iter();
        let names = parties.map(|(id, party)| (party.key.as_str(), self.get(id)));
        names.filter(|(key, name)| key != name)
    }
}

/// Whoever comes first keeps the name; a name that had to be changed anyway gives way to one that had not.
fn told_apart<I: Copy + Ord>(parties: &[(I, &str)]) -> BTreeMap<I, String> {
    let folded: BTreeSet<String> = parties
        .iter()
        .map(|(_, id)| id.to_ascii_lowercase())
        .collect();
    let mut taken = BTreeSet::new();
    let mut names = BTreeMap::new();
    for (party, id) in parties {
        if safe(id) == **id && taken.insert(id.to_ascii_lowercase()) {
            names.insert(*party, (*id).to_owned());
        }
    }
    for (party, id) in parties {
        if names.contains_key(party) {
            continue;
        }
        let name = safe(id);
        let free = numbered(&name, &folded).find(|name| taken.insert(name.to_ascii_lowercase()));
        names.insert(*party, free.unwrap_or(name));
    }
    names
}

/// The name itself, then `HS~2`, `HS~3` and so on. A number that is somebody's id would make `HS~2` the name of two
/// parties in a row.
fn numbered<'a>(name: &'a str, ids: &'a BTreeSet<String>) -> impl Iterator<Item = String> + 'a {
    let numbers = (2_u32..).map(|number| number.to_string());
    let numbers = numbers.filter(|number| !ids.contains(number));
    std::iter::once(name.to_owned()).chain(numbers.map(move |number| format!("{name}~{number}")))
}

/// A name without signs that are refused, and not that of a device.
fn safe(id: &str) -> String {
    let name = id.replace('*', "+").replace('|', "!");
    let (head, tail) = name
        .split_at_checked(name.find('.').unwrap_or(name.len()))
        .unwrap_or_default();
    let lower = head.to_ascii_lowercase();
    let numbered = NUMBERED_DEVICES
        .iter()
        .find_map(|device| lower.strip_prefix(device));
    let is_numbered = numbered
        .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    match is_numbered || DEVICES.contains(&lower.as_str()) {
        true => format!("{head}_{tail}"),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(ids: &[&str]) -> Vec<String> {
        let parties: Vec<(usize, &str)> = ids.iter().copied().enumerate().collect();
        told_apart(&parties).into_values().collect()
    }

    #[test]
    fn names_live_together_where_capitals_do_not_count() {
        for (ids, expected) in [
            (
                &["hs", "HS", "Hs", "con"][..],
                &["hs", "HS~2", "Hs~3", "con_"][..],
            ),
            (&["con", "con_", "CON"], &["con_~2", "con_", "CON_~3"]),
            (
                &["nul.1", "Com1", "com10", "lpt0", "console"],
                &["nul_.1", "Com1_", "com10", "lpt0_", "console"],
            ),
            (&["a*b|c.d", "a+b"], &["a+b!c.d", "a+b"]),
            (&["hs", "2", "HS", "3"], &["hs", "2", "HS~4", "3"]),
            (&["aux.", "AUX"], &["aux_.", "AUX_"]),
        ] {
            assert_eq!(names(ids), expected, "{ids:?}");
        }
    }

    proptest! {
        #[test]
        fn no_two_parties_share_a_name(ids in prop::collection::btree_set("[aAcCoOnN1*|._@-]{1,4}|[23]", 1..40)) {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let folded: BTreeSet<String> = names(&ids).iter().map(|name| name.to_ascii_lowercase()).collect();
            prop_assert_eq!(folded.len(), ids.len());
        }
    }
}
