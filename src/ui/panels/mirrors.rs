//! Mirrors: where two books stand for the same money, how far they differ, and which happenings explain it.

use daycut::facade::view::{Explained, MirrorCompared, MirrorNow, MirrorRow, Summary};
use daycut::facade::{AccountId, Lang, Money, words};
use yew::prelude::*;

use crate::ui::effects::answers;
use crate::ui::shared::Shared;
use crate::ui::widgets::money::Amount;

/// Mirrors.
#[derive(Properties, PartialEq)]
pub struct MirrorsPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// The cursor.
    pub event: u32,
    /// Changes with each run.
    pub run: u32,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
}

/// Mirrors.
#[component]
pub fn MirrorsPanel(props: &MirrorsPanelProps) -> Html {
    let text = props.lang.text();
    let rows = use_state(|| None::<(u32, Shared<Vec<MirrorRow>>)>);
    let now = use_state(|| None::<(u32, Shared<Vec<MirrorNow>>)>);
    {
        let rows = rows.clone();
        use_effect_with(props.run, move |run| {
            let run = *run;
            let answer = Callback::from(move |told| rows.set(Some((run, Shared::new(told)))));
            answers::mirrors(answer);
        });
    }
    {
        let now = now.clone();
        use_effect_with((props.run, props.event), move |(run, event)| {
            let run = *run;
            let answer = Callback::from(move |told| now.set(Some((run, Shared::new(told)))));
            answers::mirrors_at(*event, answer);
        });
    }
    let here = rows.as_ref().filter(|(run, _)| *run == props.run);
    let Some((_, rows)) = here else {
        return html! { <p class="empty" role="status">{text.why.looking}</p> };
    };
    if rows.is_empty() {
        return html! { <p class="empty">{text.mirrors.none}</p> };
    }
    let now = now.as_ref().filter(|(run, _)| *run == props.run);
    let text = text.mirrors;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={text.heading}>
            <p class="muted small mirrors-hint" id="mirrors-hint">{text.hint}</p>
            <table class="table is-dense mirrors" aria-describedby="mirrors-hint">
                <caption class="visually-hidden">{text.heading}</caption>
                <thead><tr>
                    <th scope="col">{text.date}</th><th scope="col" class="num">{text.ours}</th><th scope="col" class="num">{text.theirs}</th>
                    <th scope="col" class="num">{text.difference}</th><th scope="col">{text.explained}</th>
                    <th scope="col" class="num">{text.unexplained}</th>
                </tr></thead>
                for (place, row) in rows.iter().enumerate() {
                    {mirror(props, row, now.and_then(|(_, now)| now.get(place)))}
                }
            </table>
        </div>
    }
}

fn mirror(props: &MirrorsPanelProps, row: &MirrorRow, now: Option<&MirrorNow>) -> Html {
    let text = props.lang.text().mirrors;
    let differ = row
        .dates
        .iter()
        .filter(|one| one.compared.difference != Money::ZERO);
    let agree = row.dates.len().saturating_sub(differ.clone().count());
    let theirs: Vec<&str> = row.theirs.iter().map(|id| keeper(props, *id)).collect();
    let mut keepers = theirs.clone();
    keepers.dedup();
    let title = (text.mirror)(row.kind, keeper(props, row.ours), &keepers.join(" + "));
    html! {
        <tbody key={row.ours.0}>
            <tr class="is-group"><th scope="colgroup" colspan="6"><bdi>{title}</bdi></th></tr>
            if let Some(now) = now { {compared(props, text.now.to_owned(), &now.compared)} }
            for one in differ { {compared(props, one.date.to_string(), &one.compared)} }
            if agree > 0 {
                <tr><td colspan="6" class="muted">{(text.agree)(agree)}</td></tr>
            }
        </tbody>
    }
}

fn keeper(props: &MirrorsPanelProps, account: AccountId) -> &str {
    let row = props.summary.accounts.get(account.index());
    row.map_or("", |row| {
        words::book_name(row.book, &props.summary, props.lang)
    })
}

fn compared(props: &MirrorsPanelProps, date: String, compared: &MirrorCompared) -> Html {
    let text = props.lang.text().mirrors;
    html! {
        <tr key={date.clone()}>
            <th scope="row">{date}</th>
            <td class="num"><Amount value={compared.ours} /></td>
            <td class="num"><Amount value={compared.theirs} /></td>
            <td class="num strong"><Amount value={compared.difference} /></td>
            <td class="mirrors-explained">
                for one in compared.explained.iter() { {happening(props, one)} }
                if compared.more > 0 { <span class="muted">{(text.more)(compared.more)}</span> }
            </td>
            <td class="num"><Amount value={compared.unexplained} /></td>
        </tr>
    }
}

fn happening(props: &MirrorsPanelProps, one: &Explained) -> Html {
    let text = props.lang.text();
    let event = one.event;
    let onclick = props.on_seek.reform(move |_: MouseEvent| event);
    html! {
        <span class="mirrors-item" key={event}>
            <button type="button" class="link" title={text.why.go_to_event} {onclick}>{&one.cause}</button>{" "}
            <Amount value={one.amount} />{" "}<span class="muted">{(text.mirrors.reason)(one.reason)}</span>
        </span>
    }
}
