//! The double balance of every account, book by book, each book on its own accounting date.

use daycut::facade::view::{
    AccountAtMoment, AccountRow, BalanceRow, BookRow, Compared, MomentCompared, Snapshot, Summary,
};
use daycut::facade::{AccountId, Lang, Money, words};
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::widgets::money::Amount;

/// The double balances.
#[derive(Properties, PartialEq)]
pub struct BalancesPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Balances and dates at the cursor.
    pub snapshot: Option<Shared<Snapshot>>,
    /// Balances beside those of the pinned run.
    pub compared: Option<Shared<MomentCompared>>,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// Chooses an account.
    pub on_select: Callback<Option<AccountId>>,
    /// Asks why a balance is what it is; `true` is the previous-day balance.
    pub on_why: Callback<(AccountId, bool)>,
}

/// The double balances.
#[component]
pub fn BalancesPanel(props: &BalancesPanelProps) -> Html {
    let text = props.lang.text().ledger;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={text.balances}>
            <table class="table is-dense balances">
                <caption class="visually-hidden">{text.balances}</caption>
                <thead><tr>
                    <th scope="col">{text.account}</th><th scope="col">{text.code}</th>
                    <th scope="col" class="num">{text.current}</th><th scope="col" class="num">{text.previous_day}</th>
                    <th scope="col" class="num">{text.change}</th>
                    if props.compared.is_some() { {beside_heads(props)} }
                </tr></thead>
                for (place, book) in props.summary.books.iter().enumerate() {
                    {book_rows(props, place, book)}
                }
            </table>
        </div>
    }
}

fn book_rows(props: &BalancesPanelProps, place: usize, book: &BookRow) -> Html {
    let text = props.lang.text().ledger;
    let keeper = words::party_name(book.keeper, &props.summary, props.lang);
    let date = props
        .snapshot
        .as_ref()
        .and_then(|snapshot| snapshot.dates.get(place).copied());
    let heading = match date {
        Some(date) => (text.book_on)(keeper, &date.to_string()),
        None => keeper.to_owned(),
    };
    let accounts = props.summary.accounts.iter().zip(0_u32..);
    let of_book: Vec<(&AccountRow, AccountId)> = accounts
        .filter(|(row, _)| row.used && row.book.index() == place)
        .map(|(row, id)| (row, AccountId(id)))
        .collect();
    html! {
        <tbody key={place}>
            <tr class="is-group"><th scope="colgroup" colspan={columns(props)}><bdi>{heading}</bdi></th></tr>
            for (row, id) in of_book {
                {account_row(props, row, id)}
            }
        </tbody>
    }
}

fn account_row(props: &BalancesPanelProps, row: &AccountRow, id: AccountId) -> Html {
    let balance = props
        .snapshot
        .as_ref()
        .and_then(|snapshot| snapshot.balances.get(id.index()).copied());
    let BalanceRow {
        current,
        previous_day,
    } = balance.unwrap_or(BalanceRow {
        current: Money::ZERO,
        previous_day: Money::ZERO,
    });
    let selected = props.selected == Some(id);
    let onclick = props
        .on_select
        .reform(move |_: MouseEvent| if selected { None } else { Some(id) });
    html! {
        <tr key={id.0} class={classes!(selected.then_some("is-now"))}>
            <th scope="row"><button type="button" class="link" aria-pressed={if selected { "true" } else { "false" }} {onclick}>
                <bdi>{words::account_title(id, &props.summary, props.lang)}</bdi>
            </button></th>
            <td class="muted mono">{&row.code}</td>
            <td class="num strong">{asked(props, id, current, false)}</td>
            <td class="num">{asked(props, id, previous_day, true)}</td>
            <td class="num">{change(current, previous_day)}</td>
            if let Some(row) = compared_row(props.compared.as_deref(), id) { {beside(row)} }
        </tr>
    }
}

/// The row of an account of the present run, which is B.
pub fn compared_row(
    compared: Option<&MomentCompared>,
    account: AccountId,
) -> Option<&AccountAtMoment> {
    let mut rows = compared?.accounts.iter();
    rows.find(|row| row.b == Some(account))
}

fn columns(props: &BalancesPanelProps) -> &'static str {
    if props.compared.is_some() { "9" } else { "5" }
}

/// Both balances in the pinned run, and how far the present ones are from them.
fn beside_heads(props: &BalancesPanelProps) -> Html {
    let (text, pinning) = (props.lang.text().ledger, props.lang.text().pinning);
    let head = |name: &str, side: &str| html! { <th scope="col" class="num">{format!("{name} {side}")}</th> };
    html! {
        <>
            {head(text.current, pinning.pinned)}{head(text.current, pinning.difference)}
            {head(text.previous_day, pinning.pinned)}{head(text.previous_day, pinning.difference)}
        </>
    }
}

fn beside(row: &AccountAtMoment) -> Html {
    let cells = |amount: &Compared| {
        let same = amount.difference.is_zero();
        let class = if same { "amount zero" } else { "amount strong" };
        html! { <><td class="num"><Amount value={amount.a} /></td><td class="num"><span {class}>{words::signed(amount.difference)}</span></td></> }
    };
    html! { <>{cells(&row.current)}{cells(&row.previous_day)}</> }
}

/// A balance that tells why it is what it is.
fn asked(props: &BalancesPanelProps, id: AccountId, value: Money, previous_day: bool) -> Html {
    let text = props.lang.text();
    let onclick = props.on_why.reform(move |_: MouseEvent| (id, previous_day));
    let which = if previous_day {
        text.ledger.previous_day
    } else {
        text.ledger.current
    };
    let title = words::account_title(id, &props.summary, props.lang);
    let label = (text.why.why_of)(&format!("{title} {which} {}", value.grouped()));
    html! {
        <button type="button" class="link why-amount" title={text.why.why} aria-label={label} {onclick}><Amount {value} /></button>
    }
}

/// Today's change with its sign; the two balances are whole fen, so their difference is exact.
fn change(current: Money, previous: Money) -> Html {
    let minor = current.minor().saturating_sub(previous.minor());
    let Ok(change) = Money::of_minor(minor) else {
        return Html::default();
    };
    let sign = if change.is_positive() { "+" } else { "" };
    let class = if change.is_zero() {
        "amount zero"
    } else {
        "amount"
    };
    html! { <span {class}>{sign}{change.grouped()}</span> }
}
