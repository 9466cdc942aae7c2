//! Names that are set right: on the account to which somebody's money goes, and before the eyes of the payer.

use super::draft::Draft;
use crate::scenario::edit::Edit;
use crate::scenario::v1::{Mode, Party, Scenario};

/// The account at this place bears the name of its owner.
pub(crate) fn same_name(scenario: &Scenario, place: usize) -> Option<Vec<Edit>> {
    let account = scenario.accounts.get(place)?;
    let owner = party(scenario, &account.owner)?;
    let mut draft = Draft::of(scenario);
    draft.set(
        format!("accounts[{place}].name_on_account"),
        owner.legal_name.clone()?,
    )?;
    draft.finished()
}

/// Under the contract at this place the payer sees the name of the one seller that it is for.
pub(crate) fn show_seller(scenario: &Scenario, place: usize) -> Option<Vec<Edit>> {
    let contract = scenario.contracts.get(place)?;
    if contract.mode == Mode::Pooled {
        return None;
    }
    let mut draft = Draft::of(scenario);
    let shown = name(party(scenario, &contract.collector)?);
    draft.set(format!("contracts[{place}].shown_name"), shown)?;
    draft.finished()
}

pub(super) fn party<'s>(scenario: &'s Scenario, id: &str) -> Option<&'s Party> {
    scenario.parties.iter().find(|party| party.id == id)
}

/// The name by which payers may know somebody.
pub(super) fn name(party: &Party) -> &str {
    party.legal_name.as_deref().unwrap_or(&party.name.zh)
}
