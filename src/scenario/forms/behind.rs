//! From an account in the results back to the entry of the scenario that made it.

use crate::scenario::v1::Scenario;

/// The entry that an account follows from: itself when the author wrote it, else the contract or agreement
/// that made it, else its owner. `None` for what belongs to nobody in the document.
pub fn behind(
    scenario: &Scenario,
    alias: Option<&str>,
    keeper: &str,
    owner: &str,
) -> Option<String> {
    let mut accounts = scenario.accounts.iter();
    if let Some(place) = accounts.position(|one| Some(one.id.as_str()) == alias) {
        return Some(format!("accounts[{place}]"));
    }
    let mut contracts = scenario.contracts.iter();
    if let Some(place) = contracts.position(|one| one.channel == keeper && one.collector == owner) {
        return Some(format!("contracts[{place}]"));
    }
    let mut agreements = scenario.agreements.iter();
    if let Some(place) = agreements.position(|one| one.platform == keeper && one.merchant == owner)
    {
        return Some(format!("agreements[{place}]"));
    }
    let mut parties = scenario.parties.iter();
    let place = parties.position(|one| one.id == owner)?;
    Some(format!("parties[{place}]"))
}
