//! The journal: every leg of every entry, fetched in windows as one scrolls.

use std::rc::Rc;

use daycut::facade::view::{JournalFilter, JournalRow, Summary, Window};
use daycut::facade::{AccountId, AccountingDate, BookId, Lang, words};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::widgets::chip::FilterChip;
use crate::ui::widgets::money::Amount;
use crate::ui::widgets::table::{Column, RowView, VirtualTable};

/// Rows fetched at a time, the most the engine gives.
const WINDOW: u32 = 200;
/// Rows fetched above the first one wanted.
const ABOVE: u32 = 60;

/// A wish for journal rows, and where to bring them.
#[derive(Clone, PartialEq)]
pub struct RowsWanted {
    /// Which rows count.
    pub filter: JournalFilter,
    /// Place of the first.
    pub from: u32,
    /// How many, at most 200.
    pub len: u32,
    /// The event whose first row should be among them, instead of `from`.
    pub around: Option<u32>,
    /// Takes them.
    pub answer: Callback<Window<JournalRow>>,
}

/// The journal.
#[derive(Properties, PartialEq)]
pub struct LedgerPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Changes with each run.
    pub run: u32,
    /// The cursor.
    pub event: u32,
    /// Which rows are wanted.
    pub filter: JournalFilter,
    /// Fetches rows.
    pub fetch: Callback<RowsWanted>,
    /// Wants other rows.
    pub on_filter: Callback<JournalFilter>,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
}

/// Asks for rows: from a place, or around an event.
type Ask = Callback<(u32, Option<u32>)>;

/// Rows held, with what they belong to.
type Held = Option<Shared<Kept>>;

struct Kept {
    run: u32,
    filter: JournalFilter,
    window: Window<JournalRow>,
}

/// The rows held for the present run and filter, and the way to ask for others.
#[hook]
fn use_rows(props: &LedgerPanelProps, following: bool) -> (Held, Ask) {
    let held = use_state_eq(Held::default);
    let kept = (*held)
        .clone()
        .filter(|kept| kept.run == props.run && kept.filter == props.filter);
    let ask = use_callback(
        (props.run, props.filter, props.fetch.clone(), held),
        |(from, around): (u32, Option<u32>), (run, filter, fetch, held)| {
            let (run, filter, held) = (*run, *filter, held.clone());
            let answer = Callback::from(move |window| {
                held.set(Some(Shared::new(Kept {
                    run,
                    filter,
                    window,
                })));
            });
            fetch.emit(RowsWanted {
                filter,
                from,
                len: WINDOW,
                around,
                answer,
            });
        },
    );
    {
        let (ask, kept) = (ask.clone(), kept.clone());
        use_effect_with(
            (props.run, props.filter, props.event, following),
            move |(_, _, event, following)| {
                let known = kept.as_ref();
                let known =
                    known.is_some_and(|kept| !*following || surrounds(&kept.window, *event));
                if !known {
                    ask.emit((0, following.then_some(*event)));
                }
            },
        );
    }
    (kept, ask)
}

/// The journal.
#[component]
pub fn LedgerPanel(props: &LedgerPanelProps) -> Html {
    let text = props.lang.text().ledger;
    let follow = use_state_eq(|| true);
    let (kept, ask) = use_rows(props, *follow);
    let on_range = {
        let kept = kept.clone();
        Callback::from(move |(from, len): (u32, u32)| {
            if let Some(kept) = &kept
                && !covers(&kept.window, from, len)
            {
                ask.emit((from.saturating_sub(ABOVE), None));
            }
        })
    };
    let total = kept.as_ref().map_or(0, |kept| kept.window.total);
    let shown = kept
        .as_ref()
        .filter(|_| *follow)
        .filter(|kept| surrounds(&kept.window, props.event))
        .and_then(|kept| last_at(&kept.window, props.event))
        .map(|row| (row, props.event));
    let on_activate = {
        let (kept, on_seek) = (kept.clone(), props.on_seek.clone());
        Callback::from(move |place: u32| {
            if let Some(row) = kept.as_ref().and_then(|kept| row_at(&kept.window, place)) {
                on_seek.emit(row.event);
            }
        })
    };
    let onfollow = {
        let follow = follow.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                follow.set(input.checked());
            }
        })
    };
    html! {
        <div class="ledger">
            <div class="ledger-tools">
                <Filters lang={props.lang} summary={props.summary.clone()} filter={props.filter} on_filter={props.on_filter.clone()} />
                <span class="grow"></span>
                <span class="muted small" aria-live="polite">{(text.rows)(total)}</span>
                <label class="check" title={text.follow_hint}><input type="checkbox" checked={*follow} onchange={onfollow} />{text.follow}</label>
            </div>
            if kept.is_none() {
                <p class="empty" role="status">{text.loading}</p>
            } else if total == 0 {
                <p class="empty">{text.no_rows}</p>
            } else {
                <VirtualTable id="journal" label={text.journal} class="cols-journal" columns={columns(props.lang)} {total}
                    row={row_callback(props, kept)} {shown} {on_range} {on_activate} />
            }
        </div>
    }
}

fn covers(window: &Window<JournalRow>, from: u32, len: u32) -> bool {
    let here = u32::try_from(window.rows.len()).unwrap_or(u32::MAX);
    let end = window.from.saturating_add(here);
    let wanted = from.saturating_add(len).min(window.total);
    window.from <= from && wanted <= end
}

/// Whether the row of an event, if it has one, is among the rows held.
fn surrounds(window: &Window<JournalRow>, event: u32) -> bool {
    let here = u32::try_from(window.rows.len()).unwrap_or(u32::MAX);
    let from_start = window.from == 0;
    let to_end = window.from.saturating_add(here) >= window.total;
    let first = window.rows.first().is_some_and(|row| row.event < event);
    let last = window.rows.last().is_some_and(|row| row.event > event);
    (from_start || first) && (to_end || last)
}

fn row_at(window: &Window<JournalRow>, place: u32) -> Option<&JournalRow> {
    let place = usize::try_from(place.checked_sub(window.from)?).ok()?;
    window.rows.get(place)
}

/// Place of the newest row at or before an event, if it is among the rows held.
fn last_at(window: &Window<JournalRow>, event: u32) -> Option<u32> {
    let place = window.rows.iter().rposition(|row| row.event <= event)?;
    Some(window.from.saturating_add(u32::try_from(place).ok()?))
}

fn columns(lang: Lang) -> Rc<[Column]> {
    let text = lang.text().ledger;
    let column = |title: &'static str, class: &'static str| Column {
        title: AttrValue::from(title),
        class,
    };
    Rc::from([
        column(text.time, "cell"),
        column(text.book, "cell"),
        column(text.date, "cell"),
        column(text.event, "cell"),
        column(text.debit, "cell debit"),
        column(text.credit, "cell credit"),
        column(text.amount, "cell num"),
        column(text.meaning, "cell"),
        column(text.cause, "cell"),
    ])
}

fn row_callback(props: &LedgerPanelProps, kept: Held) -> Callback<u32, Option<RowView>> {
    let (lang, summary, event) = (props.lang, props.summary.clone(), props.event);
    Callback::from(move |place: u32| {
        let kept = kept.as_ref()?;
        let row = row_at(&kept.window, place)?;
        let fresh = place
            .checked_sub(1)
            .and_then(|before| row_at(&kept.window, before));
        let fresh = fresh.is_none_or(|before| before.event != row.event);
        Some(RowView {
            cells: cells(lang, &summary, row, fresh),
            now: row.event == event,
        })
    })
}

/// The cells of a leg; what all legs of one event share is written in the second ink after the first.
fn cells(lang: Lang, summary: &Summary, row: &JournalRow, fresh: bool) -> Vec<Html> {
    let text = lang.text();
    let at = row.at.to_string();
    let (date, time) = at.split_once('T').unwrap_or((&at, ""));
    let date_text = row.date.to_string();
    let accounting = words::short_date(&date_text);
    let wall = words::short_date(date);
    let shared = if fresh { "" } else { "muted" };
    let account = |id: AccountId| html! { <bdi>{words::account_title(id, summary, lang)}</bdi> };
    vec![
        html! { <span class={shared}>{format!("{wall} {time}")}</span> },
        html! { <bdi>{words::book_name(row.book, summary, lang).to_owned()}</bdi> },
        html! { <span class={if accounting == wall { "" } else { "other-day" }}>{accounting.to_owned()}</span> },
        said(shared, (text.accounts.event)(row.kind)),
        account(row.debit),
        account(row.credit),
        html! { <Amount value={row.amount} /> },
        said("", (text.accounts.meaning)(row.meaning)),
        said("muted", &row.cause),
    ]
}

/// Words that may be wider than their column; a pointer that rests on them shows the whole.
fn said(class: &'static str, words: &str) -> Html {
    html! { <span {class} title={words.to_owned()}>{words.to_owned()}</span> }
}

#[derive(Properties, PartialEq)]
struct FiltersProps {
    lang: Lang,
    summary: Shared<Summary>,
    filter: JournalFilter,
    on_filter: Callback<JournalFilter>,
}

/// Book and date as choices, the account as a chip.
#[component]
fn Filters(props: &FiltersProps) -> Html {
    let text = props.lang.text().ledger;
    let filter = props.filter;
    let on_book = props.on_filter.reform(move |event: Event| {
        let book = chosen(&event).parse().ok().map(BookId);
        JournalFilter { book, ..filter }
    });
    let on_date = props.on_filter.reform(move |event: Event| {
        let date = AccountingDate::parse(&chosen(&event));
        JournalFilter { date, ..filter }
    });
    let (starts, ends) = (
        props.summary.starts.day().days(),
        props.summary.ends.day().days(),
    );
    let last = ends.saturating_add(1).min(starts.saturating_add(120));
    let account = filter
        .account
        .map(|id| words::account_title(id, &props.summary, props.lang));
    let drop_account = props.on_filter.reform(move |()| JournalFilter {
        account: None,
        ..filter
    });
    html! {
        <div class="row ledger-filters" role="group" aria-label={text.filters}>
            <select class="select" aria-label={text.book} onchange={on_book}>
                <option value="" selected={filter.book.is_none()}>{text.all_books}</option>
                for (book, place) in props.summary.books.iter().zip(0_u32..) {
                    <option value={place.to_string()} selected={filter.book == Some(BookId(place))}>{words::party_name(book.keeper, &props.summary, props.lang).to_owned()}</option>
                }
            </select>
            <select class="select" aria-label={text.date} onchange={on_date}>
                <option value="" selected={filter.date.is_none()}>{text.all_dates}</option>
                for day in starts..=last {
                    <option value={AccountingDate::of_days(day).to_string()} selected={filter.date == Some(AccountingDate::of_days(day))}>{AccountingDate::of_days(day).to_string()}</option>
                }
            </select>
            if let Some(account) = account {
                <FilterChip label={(text.drop_filter)(&account)} shown={account} on_drop={drop_account} />
            }
        </div>
    }
}

/// The value of the choice that changed.
fn chosen(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|choice| choice.value())
        .unwrap_or_default()
}
