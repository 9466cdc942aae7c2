//! One account at the present moment: whose it is, who keeps it, both balances, latest entries.

use std::rc::Rc;

use daycut::facade::view::{
    Compared, HeldClock, JournalFilter, JournalRow, MomentCompared, Snapshot, Summary, Window,
};
use daycut::facade::{AccountId, Lang, Money, Scenario, forms, words};
use yew::prelude::*;

use super::balances::compared_row;
use super::held::HeldSection;
use super::ledger::RowsWanted;
use crate::ui::shared::Shared;
use crate::ui::widgets::money::Amount;

/// Entries shown.
const RECENT: u32 = 8;

/// The account inspector.
#[derive(Properties, PartialEq)]
pub struct InspectorPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Balances and dates at the cursor.
    pub snapshot: Option<Shared<Snapshot>>,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// The cursor.
    pub event: u32,
    /// Changes with each run.
    pub run: u32,
    /// Balances beside those of the pinned run.
    pub compared: Option<Shared<MomentCompared>>,
    /// How much of others' money has lain in which account for how long.
    pub clocks: Option<Shared<Vec<HeldClock>>>,
    /// Fetches journal rows.
    pub fetch: Callback<RowsWanted>,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
    /// Chooses an account, or none.
    pub on_select: Callback<Option<AccountId>>,
    /// Opens the journal with this account only.
    pub on_journal: Callback<AccountId>,
    /// The scenario on the desk, whose entry made the account.
    pub scenario: Shared<Scenario>,
    /// Goes to a place of the scenario.
    pub on_place: Callback<Rc<str>>,
    /// Asks why a balance is what it is; `true` is the previous-day balance.
    pub on_why: Callback<(AccountId, bool)>,
}

/// The account inspector.
#[component]
pub fn InspectorPanel(props: &InspectorPanelProps) -> Html {
    let text = props.lang.text().ledger;
    let Some(account) = props.selected else {
        return html! {
            <section class="panel" aria-labelledby="inspector-heading">
                <div class="panel-head"><h2 id="inspector-heading">{text.inspector}</h2></div>
                <p class="empty">{text.select_one}</p>
            </section>
        };
    };
    let close = props.on_select.reform(|_: MouseEvent| None);
    let on_journal = props.on_journal.reform(move |_: MouseEvent| account);
    html! {
        <section class="panel inspector" aria-labelledby="inspector-heading">
            <div class="panel-head">
                <h2 id="inspector-heading" class="grow clip"><bdi>{words::account_title(account, &props.summary, props.lang)}</bdi></h2>
                <button type="button" class="btn btn-small btn-icon btn-quiet" aria-label={text.close} title={text.close} onclick={close}>{"✕"}</button>
            </div>
            <div class="panel-body is-padded" tabindex="0" role="group" aria-labelledby="inspector-heading">
                <Balances lang={props.lang} summary={props.summary.clone()} snapshot={props.snapshot.clone()} {account}
                    on_why={props.on_why.clone()} />
                <Facts lang={props.lang} summary={props.summary.clone()} {account} />
                {beside(props, account)}
                {change(props, account)}
                {clock(props, account)}
                if let Some(holder) = props.summary.accounts.get(account.index()).map(|row| row.owner) {
                    <HeldSection lang={props.lang} summary={props.summary.clone()} {holder} event={props.event} run={props.run} />
                }
                <Recent lang={props.lang} summary={props.summary.clone()} {account} event={props.event} run={props.run}
                    fetch={props.fetch.clone()} on_seek={props.on_seek.clone()} />
                <button type="button" class="btn inspector-more" onclick={on_journal}>{text.show_in_journal}</button>
            </div>
        </section>
    }
}

/// The same account in the pinned run, and what has become of it.
fn beside(props: &InspectorPanelProps, account: AccountId) -> Html {
    let text = props.lang.text();
    let Some(row) = compared_row(props.compared.as_deref(), account) else {
        return Html::default();
    };
    let line = |name: &str, amount: &Compared| {
        html! {
            <>
                <dt>{format!("{name} · {}", text.pinning.pinned)}</dt><dd><Amount value={amount.a} /></dd>
                <dt>{format!("{name} · {}", text.pinning.difference)}</dt><dd class="strong">{words::signed(amount.difference)}</dd>
            </>
        }
    };
    html! {
        <dl class="pairs inspector-held inspector-beside">
            {line(text.ledger.current, &row.current)}
            {line(text.ledger.previous_day, &row.previous_day)}
        </dl>
    }
}

/// Others' money in this very account: how much, for how long, amount × time up to the cursor.
fn clock(props: &InspectorPanelProps, account: AccountId) -> Html {
    let text = props.lang.text().held;
    let mut clocks = props.clocks.iter().flat_map(|clocks| clocks.iter());
    let Some(clock) = clocks.find(|clock| clock.account == account) else {
        return Html::default();
    };
    html! {
        <section class="inspector-held" aria-labelledby="clock-heading">
            <h3 id="clock-heading">{text.clock}</h3>
            <dl class="pairs">
                <dt>{text.now}</dt><dd class="strong"><Amount value={clock.now} /></dd>
                <dt>{text.time}</dt><dd>{(text.duration)(clock.held_ms)}</dd>
                <dt>{text.product}</dt><dd>{(text.yuan_hours)(&clock.held.yuan_hours())}</dd>
            </dl>
        </section>
    }
}

/// The way to the form of the entry that made the account.
fn change(props: &InspectorPanelProps, account: AccountId) -> Html {
    let summary = &props.summary;
    let party = |id: daycut::facade::PartyId| Some(summary.parties.get(id.index())?.id.as_str());
    let place = summary.accounts.get(account.index()).and_then(|row| {
        let book = summary.books.get(row.book.index())?;
        let (keeper, owner) = (party(book.keeper)?, party(row.owner)?);
        forms::behind(&props.scenario, row.alias.as_deref(), keeper, owner)
    });
    let Some(place) = place else {
        return Html::default();
    };
    let onclick = props
        .on_place
        .reform(move |_: MouseEvent| Rc::from(place.as_str()));
    html! { <button type="button" class="btn inspector-change" {onclick}>{props.lang.text().model_panel.change_account}</button> }
}

#[derive(Properties, PartialEq)]
struct BalancesProps {
    lang: Lang,
    summary: Shared<Summary>,
    snapshot: Option<Shared<Snapshot>>,
    account: AccountId,
    on_why: Callback<(AccountId, bool)>,
}

#[component]
fn Balances(props: &BalancesProps) -> Html {
    let text = props.lang.text().ledger;
    let why = props.lang.text().why;
    let Some(snapshot) = &props.snapshot else {
        return html! { <div class="skeleton"></div> };
    };
    let ask = |previous_day: bool, balance: &str| {
        let account = props.account;
        let onclick = props
            .on_why
            .reform(move |_: MouseEvent| (account, previous_day));
        html! { <button type="button" class="link" aria-label={(why.why_of)(balance)} {onclick}>{why.why}</button> }
    };
    let row = snapshot.balances.get(props.account.index());
    let book = props
        .summary
        .accounts
        .get(props.account.index())
        .map(|row| row.book);
    let date = book.and_then(|book| snapshot.dates.get(book.index()));
    html! {
        <dl class="pairs inspector-balances">
            <dt>{text.current}{ask(false, text.current)}</dt><dd class="large"><Amount value={row.map_or(Money::ZERO, |row| row.current)} /></dd>
            <dt>{text.previous_day}{ask(true, text.previous_day)}</dt><dd><Amount value={row.map_or(Money::ZERO, |row| row.previous_day)} /></dd>
            <dt>{text.date}</dt><dd>{date.map(ToString::to_string).unwrap_or_default()}</dd>
        </dl>
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    lang: Lang,
    summary: Shared<Summary>,
    account: AccountId,
}

#[component]
fn Facts(props: &FactsProps) -> Html {
    let text = props.lang.text();
    let Some(row) = props.summary.accounts.get(props.account.index()) else {
        return Html::default();
    };
    html! {
        <dl class="pairs inspector-facts">
            <dt>{text.ledger.owner}</dt><dd><bdi>{words::party_name(row.owner, &props.summary, props.lang).to_owned()}</bdi></dd>
            <dt>{text.ledger.keeper}</dt><dd><bdi>{words::keeper_and_cut(props.account, &props.summary, props.lang)}</bdi></dd>
            <dt>{text.ledger.kind}</dt><dd>{(text.accounts.chart)(row.kind)}</dd>
            <dt>{text.ledger.code}</dt><dd class="mono">{&row.code}</dd>
            <dt>{text.ledger.normal_side}</dt><dd>{(text.accounts.side)(row.normal)}</dd>
            if let Some(alias) = &row.alias {
                <dt>{text.ledger.alias}</dt><dd class="mono">{alias}</dd>
            }
        </dl>
    }
}

#[derive(Properties, PartialEq)]
struct RecentProps {
    lang: Lang,
    summary: Shared<Summary>,
    account: AccountId,
    event: u32,
    run: u32,
    fetch: Callback<RowsWanted>,
    on_seek: Callback<u32>,
}

/// The newest entries of the account up to the cursor, newest first.
#[component]
fn Recent(props: &RecentProps) -> Html {
    let text = props.lang.text().ledger;
    let held = use_state(|| None::<(AccountId, Window<JournalRow>)>);
    {
        let held = held.clone();
        let fetch = props.fetch.clone();
        use_effect_with(
            (props.account, props.event, props.run),
            move |(account, event, _)| {
                let account = *account;
                let filter = JournalFilter {
                    account: Some(account),
                    ..JournalFilter::default()
                };
                let answer = Callback::from(move |window| held.set(Some((account, window))));
                fetch.emit(RowsWanted {
                    filter,
                    from: 0,
                    len: 40,
                    around: Some(*event),
                    answer,
                });
            },
        );
    }
    let here = held
        .as_ref()
        .filter(|(account, _)| *account == props.account);
    let upto = |row: &&JournalRow| row.event <= props.event;
    let rows: Vec<&JournalRow> = here
        .map(|(_, window)| {
            window
                .rows
                .iter()
                .rev()
                .filter(upto)
                .take(to_usize(RECENT))
                .collect()
        })
        .unwrap_or_default();
    html! {
        <div class="inspector-recent">
            <h3>{text.recent}</h3>
            if rows.is_empty() {
                <p class="muted small">{text.recent_none}</p>
            } else {
                <ul>
                    for (place, row) in rows.into_iter().enumerate() {
                        {recent_row(props, place, row)}
                    }
                </ul>
            }
        </div>
    }
}

fn recent_row(props: &RecentProps, place: usize, row: &JournalRow) -> Html {
    let text = props.lang.text();
    let normal = props
        .summary
        .accounts
        .get(props.account.index())
        .map(|row| row.normal);
    let debited = row.debit == props.account;
    let rises =
        normal.is_some_and(|normal| debited == matches!(normal, daycut::facade::Side::Debit));
    let other = if debited { row.credit } else { row.debit };
    let at = row.at.to_string();
    let at = words::short_date(&at).replacen('T', " ", 1);
    let event = row.event;
    let onclick = props.on_seek.reform(move |_: MouseEvent| event);
    let sign = if rises { "+" } else { "−" };
    html! {
        <li key={format!("{event}-{place}")}>
            <button type="button" class="entry" title={text.expectations.go} {onclick}>
                <span class="entry-what">{(text.accounts.meaning)(row.meaning)}{" "}<span class="muted">{&row.cause}</span></span>
                <span class="entry-amount">{sign}{row.amount.grouped()}</span>
                <span class="entry-where muted"><bdi>{words::account_title(other, &props.summary, props.lang)}</bdi></span>
                <span class="entry-when muted">{at}</span>
            </button>
        </li>
    }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
