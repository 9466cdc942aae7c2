//! What of one scenario stands opposite what of the other: parties by their ids, accounts by their names.

use std::collections::BTreeMap;

use crate::base::id::{AccountId, PartyId};
use crate::scenario::plan::Plan;

/// The numbers of one thing in both runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paired<K> {
    pub(super) a: Option<K>,
    pub(super) b: Option<K>,
}

impl<K> Default for Paired<K> {
    fn default() -> Paired<K> {
        Paired { a: None, b: None }
    }
}

/// All parties of both.
pub(super) fn parties<'p>(a: &'p Plan, b: &'p Plan) -> BTreeMap<&'p str, Paired<PartyId>> {
    fn named(plan: &Plan) -> impl Iterator<Item = (&str, PartyId)> {
        let parties = plan.parties().iter();
        parties.map(|(id, party)| (party.key.as_str(), id))
    }
    paired(named(a), named(b))
}

/// All accounts of both.
pub(super) fn accounts<'p>(a: &'p Plan, b: &'p Plan) -> BTreeMap<&'p str, Paired<AccountId>> {
    fn named(plan: &Plan) -> impl Iterator<Item = (&str, AccountId)> {
        let accounts = plan.accounts().iter();
        accounts.map(|(id, account)| (account.name.as_str(), id))
    }
    paired(named(a), named(b))
}

fn paired<'p, K>(
    a: impl Iterator<Item = (&'p str, K)>,
    b: impl Iterator<Item = (&'p str, K)>,
) -> BTreeMap<&'p str, Paired<K>> {
    let mut both: BTreeMap<&str, Paired<K>> = BTreeMap::new();
    for (name, id) in a {
        both.entry(name).or_default().a = Some(id);
    }
    for (name, id) in b {
        both.entry(name).or_default().b = Some(id);
    }
    both
}

/// Figures of both runs under the same name; what one of them has not is nothing.
pub(super) fn figures<K: Ord, V: Default>(
    a: BTreeMap<K, V>,
    b: BTreeMap<K, V>,
) -> BTreeMap<K, (V, V)> {
    let mut both: BTreeMap<K, (V, V)> = BTreeMap::new();
    for (name, figure) in a {
        both.entry(name).or_default().0 = figure;
    }
    for (name, figure) in b {
        both.entry(name).or_default().1 = figure;
    }
    both
}

/// The id of a party in the author's terms.
pub(super) fn key(plan: &Plan, party: PartyId) -> String {
    let party = plan.parties().get(party);
    party.map(|party| party.key.clone()).unwrap_or_default()
}
