//! Every text of a document that people read: none may hold a sign that nobody sees, for two shops could then
//! have names that look alike and are not the same, and a search would find one of them.
//!
//! The reader takes such a text, so that a link or a kept work with one opens and can be mended; it cannot be
//! played until then. Control and direction characters are refused by the reader itself.

use super::document::check::below;
use super::document::form;
use super::problem::Problem;
use super::v1::{BillNote, RefundOf, Scenario, Words};

/// Every text with a sign that nobody sees.
pub(super) fn unseen(scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    words("title", &scenario.title, &mut found);
    if let Some(story) = &scenario.story {
        words("story", story, &mut found);
    }
    for (place, party) in scenario.parties.iter().enumerate() {
        words(
            format_args!("parties[{place}].name"),
            &party.name,
            &mut found,
        );
        if let Some(name) = &party.legal_name {
            text(
                format_args!("parties[{place}].legal_name"),
                name,
                &mut found,
            );
        }
    }
    for (place, account) in scenario.accounts.iter().enumerate() {
        if let Some(name) = &account.name_on_account {
            let path = format_args!("accounts[{place}].name_on_account");
            text(path, name, &mut found);
        }
    }
    for (place, contract) in scenario.contracts.iter().enumerate() {
        if let Some(name) = &contract.shown_name {
            text(
                format_args!("contracts[{place}].shown_name"),
                name,
                &mut found,
            );
        }
    }
    for (place, payment) in scenario.payments.iter().enumerate() {
        bill(
            format_args!("payments[{place}]"),
            payment.bill.as_ref(),
            &mut found,
        );
    }
    for (place, refund) in scenario.refunds.iter().enumerate() {
        if let RefundOf::External { external, .. } = &refund.of {
            text(
                format_args!("refunds[{place}].of.external"),
                external,
                &mut found,
            );
        }
        bill(
            format_args!("refunds[{place}]"),
            refund.bill.as_ref(),
            &mut found,
        );
    }
    for (place, moment) in scenario.storyboard.iter().enumerate() {
        words(
            format_args!("storyboard[{place}].title"),
            &moment.title,
            &mut found,
        );
    }
    found
}

fn words(path: impl std::fmt::Display, words: &Words, found: &mut Vec<Problem>) {
    if words.zh == words.en {
        return text(path, &words.zh, found);
    }
    text(format_args!("{path}.zh"), &words.zh, found);
    text(format_args!("{path}.en"), &words.en, found);
}

fn bill(path: impl std::fmt::Display, note: Option<&BillNote>, found: &mut Vec<Problem>) {
    for (column, cell) in note.iter().flat_map(|note| &note.fields) {
        for unseen in [column, cell] {
            if let Err(kind) = form::seen(unseen) {
                let path = format!("{path}.bill.fields{}", below(column));
                found.push(Problem { path, kind });
            }
        }
    }
}

fn text(path: impl std::fmt::Display, text: &str, found: &mut Vec<Problem>) {
    if let Err(kind) = form::seen(text) {
        let path = path.to_string();
        found.push(Problem { path, kind });
    }
}
