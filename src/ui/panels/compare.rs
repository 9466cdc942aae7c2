//! The pinned run A beside the present one B, table by table, and the link that holds both.

use daycut::facade::{Lang, ToldComparison, ToldTable};
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
                {for all.tables.iter().enumerate().map(table)}
            }
        </div>
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
