//! New parties, their books and their accounts.

use super::{first_or, free_id, made, of_kinds};
use crate::scenario::edit::Tongue;
use crate::scenario::v1::{AccountSpec, BookSpec, Party, PartyKind, Scenario, Words};

/// A party of a kind; banks, channels and platforms keep a book.
pub(in crate::scenario::edit) fn party(
    scenario: &mut Scenario,
    kind: PartyKind,
    tongue: Tongue,
) -> Option<String> {
    let (base, zh, en) = match kind {
        PartyKind::Merchant => ("merchant", "商户", "Merchant"),
        PartyKind::Platform => ("platform", "平台", "Platform"),
        PartyKind::Channel => ("channel", "渠道", "Channel"),
        PartyKind::Bank => ("bank", "银行", "Bank"),
    };
    let id = free_id(base, scenario.parties.iter().map(|one| one.id.as_str()));
    let named = |number: u32| {
        let numbered = |word: &str| match number {
            1 => word.to_owned(),
            number => format!("{word} {number}"),
        };
        in_tongue(numbered(zh), numbered(en), tongue)
    };
    let is_free = |name: &Words| {
        let same = |one: &Party| one.name.zh == name.zh || one.name.en == name.en;
        !scenario.parties.iter().any(same)
    };
    let name = (1..).map(named).find(is_free)?;
    let mut party = made::<Party>([("id", id.as_str()), ("kind", base), ("name", &name.zh)])?;
    party.name = name;
    party.book = match kind {
        PartyKind::Merchant => None,
        PartyKind::Platform | PartyKind::Channel | PartyKind::Bank => book(),
    };
    scenario.parties.push(party);
    Some(id)
}

/// A name in the languages in which somebody writes; the other one repeats it.
pub(super) fn in_tongue(zh: String, en: String, tongue: Tongue) -> Words {
    match tongue {
        Tongue::Both => Words { zh, en },
        Tongue::Zh => Words { en: zh.clone(), zh },
        Tongue::En => Words { zh: en.clone(), en },
    }
}

/// A book that is cut at midnight.
pub(in crate::scenario::edit) fn book() -> Option<BookSpec> {
    const NOTHING_SAID: [(&str, &str); 0] = [];
    made::<BookSpec>(NOTHING_SAID)
}

/// A deposit account at the bank where the last one was opened.
pub(in crate::scenario::edit) fn account(scenario: &mut Scenario, owner: &str) -> Option<String> {
    let banks = of_kinds(scenario, &[PartyKind::Bank]);
    let usual = scenario.accounts.last().map(|account| &account.kept_by);
    let bank = first_or(usual.or(banks.first()), "bank");
    let base = format!("{owner}.bank");
    let id = free_id(&base, scenario.accounts.iter().map(|one| one.id.as_str()));
    let fields = [("id", id.as_str()), ("kept_by", &bank), ("owner", owner)];
    scenario.accounts.push(made::<AccountSpec>(fields)?);
    Some(id)
}
