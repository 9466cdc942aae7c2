//! The dialog that answers "why?": a balance, its entries, the cause and posting rule of each, and the line of
//! the scenario behind it.

use daycut::facade::view::{BalanceEntry, BalanceWhy, BatchWhy, EventWhy, LegWhy, Reason, Summary};
use daycut::facade::{self, Lang, Money, Scenario, Side, words};
use yew::prelude::*;

use super::effects::answers;
use super::facts::{Asked, Dialog, Msg};
use super::shared::Shared;
use super::store::{use_dispatch, use_model};
use super::widgets::dialog::Modal;

/// Entries shown, the newest.
const ENTRIES: u32 = 40;
/// Characters of a scenario's line that are shown.
const EXCERPT_CHARS: usize = 160;

/// The dialog that answers "why?".
#[component]
pub fn WhyDialog() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let (Some(Dialog::Why(asked)), Some(results)) = (&model.dialog, &model.results) else {
        return Html::default();
    };
    let text = model.lang.text();
    let summary = &results.told.summary;
    html! {
        <Modal id="why" title={words::account_title(asked.account, summary, model.lang)} close={text.frame.close}
            on_close={dispatch.reform(|()| Msg::DialogClosed)}>
            <BalanceChain lang={model.lang} asked={*asked} run={results.run} summary={summary.clone()}
                scenario={results.scenario.clone()} dispatch={dispatch.clone()} />
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct BalanceChainProps {
    lang: Lang,
    asked: Asked,
    run: u32,
    summary: Shared<Summary>,
    scenario: Shared<Scenario>,
    dispatch: Callback<Msg>,
}

/// A balance and the entries that make it, newest first.
#[component]
fn BalanceChain(props: &BalanceChainProps) -> Html {
    let text = props.lang.text().why;
    let held = use_state(|| None::<(Asked, Shared<BalanceWhy>)>);
    {
        let held = held.clone();
        use_effect_with((props.asked, props.run), move |(asked, _)| {
            let asked = *asked;
            let answer = Callback::from(move |why| held.set(Some((asked, Shared::new(why)))));
            answers::why_balance(asked, ENTRIES, answer);
        });
    }
    let here = held.as_ref().filter(|(asked, _)| *asked == props.asked);
    let Some((_, why)) = here else {
        return html! { <p class="empty" role="status">{text.looking}</p> };
    };
    let entries = why.entries.rows.iter().enumerate().rev();
    html! {
        <div class="why">
            <p class="why-balance">{why.balance.grouped()}</p>
            <p class="muted small">{(text.counted)(&why.counted_to.to_string(), why.previous_day)}</p>
            if why.entries.total == 0 {
                <p>{text.no_entries}</p>
            } else {
                <ol class="why-entries" aria-label={text.entries}>
                    for (place, entry) in entries {
                        <EntryChain key={format!("{}-{place}", entry.row.event)} lang={props.lang} summary={props.summary.clone()}
                            scenario={props.scenario.clone()} account={props.asked.account} entry={Shared::new(entry.clone())}
                            newest={place.saturating_add(1) == why.entries.rows.len()} dispatch={props.dispatch.clone()} />
                    }
                </ol>
                <p class="muted small">{(text.before)(why.entries.from, &why.before.grouped())}</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EntryChainProps {
    lang: Lang,
    summary: Shared<Summary>,
    scenario: Shared<Scenario>,
    account: daycut::facade::AccountId,
    entry: Shared<BalanceEntry>,
    newest: bool,
    dispatch: Callback<Msg>,
}

/// One entry; unfolded it says by which rule it was posted and why it happened.
#[component]
fn EntryChain(props: &EntryChainProps) -> Html {
    let text = props.lang.text();
    let open = use_state_eq(|| props.newest);
    let row = &props.entry.row;
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let at = row.at.to_string();
    let at = words::short_date(&at).replacen('T', " ", 1);
    html! {
        <li>
            <button type="button" class="entry" aria-expanded={if *open { "true" } else { "false" }} {onclick}>
                <span class="entry-what">{(text.accounts.meaning)(row.meaning)}{" "}<span class="muted">{&row.cause}</span></span>
                <span class="entry-amount">{signed(props.entry.change)}</span>
                <span class="entry-where muted">{at}</span>
                <span class="entry-when muted">{text.why.after}{" "}{props.entry.after.grouped()}</span>
            </button>
            if *open {
                <EventChain lang={props.lang} summary={props.summary.clone()} scenario={props.scenario.clone()}
                    entry={props.entry.clone()} account={props.account} dispatch={props.dispatch.clone()} />
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct EventChainProps {
    lang: Lang,
    summary: Shared<Summary>,
    scenario: Shared<Scenario>,
    account: daycut::facade::AccountId,
    entry: Shared<BalanceEntry>,
    dispatch: Callback<Msg>,
}

/// The rule and the reasons of one entry's event.
#[component]
fn EventChain(props: &EventChainProps) -> Html {
    let text = props.lang.text().why;
    let held = use_state(|| None::<Shared<EventWhy>>);
    let event = props.entry.row.event;
    {
        let held = held.clone();
        use_effect_with(event, move |event| {
            let answer = Callback::from(move |why| held.set(Some(Shared::new(why))));
            answers::why_event(*event, answer);
        });
    }
    let Some(why) = held.as_ref().filter(|why| why.event.event == event) else {
        return html! { <p class="muted small" role="status">{text.looking}</p> };
    };
    let leg = why.legs.iter().find(|leg| leg.row == props.entry.row);
    let dispatch = props.dispatch.clone();
    let go = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Msg::CursorMoved(event));
        dispatch.emit(Msg::DialogClosed);
    });
    html! {
        <div class="why-event">
            if let Some(leg) = leg { {posting(props, why, leg)} }
            <ul class="why-reasons" aria-label={text.reasons}>
                for (place, reason) in why.reasons.iter().enumerate() {
                    <li key={place}>{told(props, reason)}</li>
                }
            </ul>
            <button type="button" class="btn btn-small" onclick={go}>{text.go_to_event}</button>
        </div>
    }
}

/// The leg as a bookkeeper writes it, the rule that made it, and what it means.
fn posting(props: &EventChainProps, why: &EventWhy, leg: &LegWhy) -> Html {
    let text = props.lang.text();
    let title = |account| words::account_title(account, &props.summary, props.lang);
    let kind = |account: daycut::facade::AccountId| {
        let row = props.summary.accounts.get(account.index());
        row.map(|row| row.kind)
    };
    let meaning = kind(leg.row.debit)
        .zip(kind(leg.row.credit))
        .map(|(debit, credit)| (text.why.leg)(leg.row.meaning, debit, credit));
    let rule = why.rule.as_ref().map(|rule| (text.why.rule)(rule));
    html! {
        <div class="why-posting">
            <p>{meaning.unwrap_or_default()}</p>
            <p class="muted small">
                <bdi>{words::book_name(leg.row.book, &props.summary, props.lang).to_owned()}</bdi>{" "}{leg.row.date.to_string()}{" · "}
                {(text.accounts.side)(Side::Debit)}{" "}<bdi>{title(leg.row.debit)}</bdi>{" / "}
                {(text.accounts.side)(Side::Credit)}{" "}<bdi>{title(leg.row.credit)}</bdi>
            </p>
            <p class="muted small">{rule.unwrap_or_default()}{" "}{(text.why.line)(leg.line, leg.term)}</p>
        </div>
    }
}

/// A reason, the batches it counts, and the way to the scenario's line.
fn told(props: &EventChainProps, reason: &Reason) -> Html {
    let text = props.lang.text().why;
    let owner = match reason {
        Reason::Batches { owner, .. } => words::party_name(*owner, &props.summary, props.lang),
        _ => "",
    };
    let batches: &[BatchWhy] = match reason {
        Reason::Batches { of, .. } => of,
        _ => &[],
    };
    html! {
        <>
            <span>{(text.reason)(reason, owner)}</span>
            if !batches.is_empty() {
                <ul class="why-batches">
                    for batch in batches { <li key={batch.batch.0}>{(text.batch)(batch)}</li> }
                </ul>
            }
            if let Some(path) = reason.path() { {place(props, path)} }
        </>
    }
}

/// The line of the scenario; a click leads to its field in the forms.
fn place(props: &EventChainProps, path: &str) -> Html {
    let text = props.lang.text().why;
    let (dispatch, wanted) = (props.dispatch.clone(), path.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Msg::DialogClosed);
        dispatch.emit(Msg::PlaceAsked(wanted.as_str().into()));
    });
    let excerpt = facade::excerpt(&props.scenario, path);
    html! {
        <span class="why-place">
            <button type="button" class="link" title={text.show_in_forms} {onclick}>{(text.written_at)(&words::place(props.lang, path))}</button>
            if let Some(excerpt) = excerpt {
                <details><summary class="muted small">{text.original}</summary><code>{format!("{path}: {}", shortened(&excerpt))}</code></details>
            }
        </span>
    }
}

fn signed(amount: Money) -> String {
    let sign = if amount.is_negative() { "" } else { "+" };
    format!("{sign}{}", amount.grouped())
}

fn shortened(excerpt: &str) -> String {
    match excerpt.char_indices().nth(EXCERPT_CHARS) {
        Some((end, _)) => format!("{}…", excerpt.get(..end).unwrap_or(excerpt)),
        None => excerpt.to_owned(),
    }
}
