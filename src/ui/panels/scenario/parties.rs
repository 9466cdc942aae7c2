//! Who takes part and when each book cuts its day; what accounts hold at the start.

use daycut::facade::document::Party;
use daycut::facade::{Boundary, Edit, words};
use yew::prelude::*;

use super::fold;
use crate::ui::forms::{Asked, Desk, answer_of, choices, word_of};

const BOUNDARIES: [(&str, Boundary); 2] =
    [("new_day", Boundary::NewDay), ("old_day", Boundary::OldDay)];

/// Parties with their cut-offs.
pub fn section(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let parties = &desk.scenario.parties;
    let body = html! {
        for (place, party) in parties.iter().enumerate() { {one(desk, place, party)} }
    };
    fold("parties", text.parties, parties.len(), true, body)
}

fn one(desk: &Desk, place: usize, party: &Party) -> Html {
    let text = desk.lang.text();
    let kind = (text.accounts.party_kind)(party.kind);
    let more = match party.book {
        Some(_) => (text.accounts.licence)(party.licence),
        None => text.model_panel.no_book,
    };
    html! {
        <div class="model-item" key={party.id.clone()}>
            <div class="model-item-head">
                <bdi class="strong">{desk.lang.of(&party.name)}</bdi><span class="muted small">{format!("{kind} · {more}")}</span>
            </div>
            {book(desk, place, party)}
        </div>
    }
}

fn book(desk: &Desk, place: usize, party: &Party) -> Html {
    let text = desk.lang.text().model_panel;
    let Some(book) = &party.book else {
        return Html::default();
    };
    let announced = book
        .announced
        .map(|time| (text.announced)(&words::clock(time)));
    let path = |field: &str| format!("parties[{place}].book.{field}");
    let cut = words::clock(book.cut_off);
    let cut = Asked::figure(path("cut_off"), text.cut_off, cut).hinted(announced);
    let boundary = word_of(&BOUNDARIES, &book.boundary);
    let boundary = Asked::text(path("boundary"), text.boundary, boundary);
    html! {
        <>
            {desk.field(cut, move |text| Ok(Edit::SetCutOff { party: place, text }))}
            {desk.select(boundary, choices(&BOUNDARIES, text.boundary_of), move |word| {
                Some(Edit::SetBoundary { party: place, boundary: answer_of(&BOUNDARIES, word)? })
            })}
        </>
    }
}

/// Opening balances.
pub fn accounts(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let accounts = &desk.scenario.accounts;
    let body = html! {
        for (place, account) in accounts.iter().enumerate() {
            <div class="model-item" key={account.id.clone()}>
                <div class="model-item-head">
                    <bdi class="strong">{(text.kept_by)(&desk.party_name(&account.kept_by), &desk.party_name(&account.owner))}</bdi>
                </div>
                {desk.field(
                    Asked::figure(format!("accounts[{place}].opening"), text.opening, account.opening.plain()),
                    move |text| Ok(Edit::SetOpening { account: place, text }),
                )}
            </div>
        }
    };
    fold("accounts", text.accounts, accounts.len(), false, body)
}
