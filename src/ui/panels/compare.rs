//! The pinned run A beside the present one B: every balance under one clock, then table by table over the whole run,
//! and the link that holds both.

use daycut::facade::view::{AccountAtMoment, Compared, MomentCompared, Summary};
use daycut::facade::{AccountId, Lang, ToldComparison, ToldTable, words};
use yew::prelude::*;

use crate::ui::effects::{answers, sharing};
use crate::ui::facts::{Msg, Pinned};
use crate::ui::shared::Shared;

/// The pinned run beside the present one.
#[derive(Properties, PartialEq)]
pub struct ComparePanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// A.
    pub pinned: Pinned,
    /// B: the scenario that was run.
    pub scenario: Shared<daycut::facade::Scenario>,
    /// The present run.
    pub summary: Shared<Summary>,
    /// Balances of both at the cursor.
    pub compared: Option<Shared<MomentCompared>>,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// Chooses an account.
    pub on_select: Callback<Option<AccountId>>,
    /// Changes with each run.
    pub run: u32,
    /// Sends messages.
    pub send: Callback<Msg>,
}

/// The pinned run beside the present one.
#[component]
pub fn ComparePanel(props: &ComparePanelProps) -> Html {
    let text = props.lang.text().pinning;
    let held = use_state(|| None::<(u32, Lang, Shared<ToldComparison>)>);
    {
        let held = held.clone();
        let key = (props.run, props.lang, props.pinned.clone());
        use_effect_with(key, move |(run, lang, pinned)| {
            let (run, lang) = (*run, *lang);
            let answer = Callback::from(move |all| held.set(Some((run, lang, Shared::new(all)))));
            answers::compared(&pinned.text, lang, answer);
        });
    }
    let share = {
        let (a, b) = (props.pinned.scenario.clone(), props.scenario.clone());
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| sharing::share_pair(&a, &b, &send))
    };
    let unpin = props.send.reform(|_: MouseEvent| Msg::Unpinned);
    let here = held
        .as_ref()
        .filter(|(run, lang, _)| *run == props.run && *lang == props.lang);
    html! {
        <div class="compare table-scroll" tabindex="0" role="region" aria-label={text.heading}>
            <h2 class="visually-hidden">{text.heading}</h2>
            <div class="compare-head">
                if let Some((_, _, all)) = here {
                    <p class="grow">{&all.sides[0]}<br />{&all.sides[1]}<br /><span class="muted">{&all.note}</span></p>
                } else {
                    <p class="grow" role="status">{text.looking}</p>
                }
                <button type="button" class="btn btn-small" onclick={share}>{text.share_both}</button>
                <button type="button" class="btn btn-small" onclick={unpin}>{text.unpin}</button>
            </div>
            if let Some((_, _, all)) = here {
                <ul class="compare-headlines">for line in &all.headlines { <li>{line}</li> }</ul>
                <div class="compare-body">
                    {under_one_clock(props)}
                    <div>{for all.tables.iter().enumerate().map(table)}</div>
                </div>
            }
        </div>
    }
}

/// Every balance of both at the moment of the time axis.
fn under_one_clock(props: &ComparePanelProps) -> Html {
    let text = props.lang.text();
    let Some(now) = &props.compared else {
        return Html::default();
    };
    let title = (text.pinning.at_moment)(&text.timeline.moment(now.at), now.event_a, now.event_b);
    let sides = ["A", "B", text.pinning.difference];
    let group = |name| html! { <th scope="colgroup" colspan="3" class="compare-group">{name}</th> };
    let side = |name: &&'static str| html! { <th scope="col" class="num">{*name}</th> };
    html! {
        <section class="compare-part compare-now">
            <h3>{&title}</h3>
            <table class="table is-dense">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr><td></td>{group(text.ledger.current)}{group(text.ledger.previous_day)}</tr>
                    <tr><th scope="col">{text.ledger.account}</th>{for sides.iter().map(side)}{for sides.iter().map(side)}</tr>
                </thead>
                <tbody>for row in &now.accounts { {account(props, row)} }</tbody>
            </table>
        </section>
    }
}

fn account(props: &ComparePanelProps, row: &AccountAtMoment) -> Html {
    let figures = |amount: &Compared| {
        let difference = words::signed(amount.difference);
        [amount.a.grouped(), amount.b.grouped(), difference]
    };
    let figures = [figures(&row.current), figures(&row.previous_day)];
    let cell = |(place, said): (usize, String)| {
        let differs = place == 2 && said.starts_with(['+', '−']);
        html! { <td class={if differs { "num strong" } else { "num" }}>{said}</td> }
    };
    let cells = |side: [String; 3]| side.into_iter().enumerate().map(cell);
    let chosen = row.b.is_some() && row.b == props.selected;
    let title = (props.lang.text().accounts.title)(row.kind, props.lang.of(&row.owner));
    // An account that only A has can be read, but it is not on the picture.
    let name = match row.b {
        None => html! { <bdi>{title}</bdi> },
        Some(id) => {
            let onclick = props
                .on_select
                .reform(move |_: MouseEvent| (!chosen).then_some(id));
            html! {
                <button type="button" class="link" aria-pressed={if chosen { "true" } else { "false" }} {onclick}>
                    <bdi>{title}</bdi>
                </button>
            }
        }
    };
    html! {
        <tr key={row.name.clone()} class={classes!(chosen.then_some("is-now"))}>
            <th scope="row">{name}</th>{for figures.into_iter().flat_map(cells)}
        </tr>
    }
}

fn table((place, table): (usize, &ToldTable)) -> Html {
    let is_words = |column: usize| u32::try_from(column).is_ok_and(|column| column < table.words);
    let class = |column: usize| (!is_words(column)).then_some("num");
    let cell = |(column, said): (usize, &String)| {
        let (minus, plus) = (said.starts_with('−'), said.starts_with('+'));
        let strong = (minus || plus).then_some("strong");
        html! { <td class={classes!(class(column), strong)}>{said}</td> }
    };
    html! {
        <section key={place} class="compare-part">
            <h3>{&table.title}</h3>
            if !table.note.is_empty() { <p class="muted small">{&table.note}</p> }
            if !table.rows.is_empty() {
                <table class="table is-dense">
                    <caption class="visually-hidden">{&table.title}</caption>
                    <thead><tr>
                        {for table.columns.iter().enumerate().map(|(column, name)| heading(class(column), name))}
                    </tr></thead>
                    <tbody>
                        for row in &table.rows { <tr>{for row.iter().enumerate().map(cell)}</tr> }
                    </tbody>
                </table>
            }
        </section>
    }
}

/// A column's heading; one without a name is no heading.
fn heading(class: Option<&'static str>, name: &str) -> Html {
    if name.is_empty() {
        return html! { <td></td> };
    }
    html! { <th scope="col" {class}>{name.to_owned()}</th> }
}
