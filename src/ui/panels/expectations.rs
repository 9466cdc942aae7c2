//! Expectations: what the author expected, what came out, and the way to the moment in question.

use daycut::facade::view::{ExpectationRow, ExpectationSubject, Figure, Summary};
use daycut::facade::{AccountId, CivilDate, Lang, WallClock, words};
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::widgets::chip::{Sign, Tone};

const DAY: i64 = 86_400_000;

/// Expectations.
#[derive(Properties, PartialEq)]
pub struct ExpectationsPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Goes to the last event at or before a moment.
    pub on_seek_moment: Callback<WallClock>,
    /// Chooses an account.
    pub on_select: Callback<Option<AccountId>>,
}

/// Expectations.
#[component]
pub fn ExpectationsPanel(props: &ExpectationsPanelProps) -> Html {
    let text = props.lang.text().expectations;
    let rows = &props.summary.expectations;
    if rows.is_empty() {
        return html! { <p class="empty">{text.none}</p> };
    }
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={text.heading}>
            <table class="table is-dense">
                <caption class="visually-hidden">{text.heading}</caption>
                <thead><tr>
                    <th scope="col">{text.result}</th><th scope="col">{text.subject}</th><th scope="col">{text.moment}</th>
                    <th scope="col" class="num">{text.expected}</th><th scope="col" class="num">{text.actual}</th>
                </tr></thead>
                <tbody>
                    for row in rows { {expectation(props, row)} }
                </tbody>
            </table>
        </div>
    }
}

/// What an expectation looks at: words, account, moment.
struct Looked {
    subject: String,
    account: Option<AccountId>,
    at: WallClock,
    moment: String,
}

fn looked(props: &ExpectationsPanelProps, row: &ExpectationRow) -> Looked {
    let text = props.lang.text();
    let said = text.expectations;
    let title = |account: AccountId| words::account_title(account, &props.summary, props.lang);
    let whole = || (props.summary.ends, said.whole_run.to_owned());
    let (subject, account, (at, moment)) = match &row.subject {
        ExpectationSubject::Balance {
            account,
            at,
            previous_day,
        } => {
            let name = title(*account);
            let subject = if *previous_day {
                (said.balance_previous)(&name)
            } else {
                (said.balance)(&name)
            };
            (subject, Some(*account), (*at, text.timeline.moment(*at)))
        }
        ExpectationSubject::Arrival { account, by } => (
            (said.arrival)(&title(*account)),
            Some(*account),
            (end_of(*by), (said.end_of)(&by.to_string())),
        ),
        ExpectationSubject::TotalFee { channel } => {
            let name = words::party_name(*channel, &props.summary, props.lang);
            ((said.total_fee)(name), None, whole())
        }
        ExpectationSubject::Refused => (said.refused.to_owned(), None, whole()),
        ExpectationSubject::Inflow { party, from, by } => {
            let name = words::party_name(*party, &props.summary, props.lang);
            let (by_day, end) = (by.to_string(), end_of(*by));
            let time = from.map_or_else(
                || (said.end_of)(&by_day),
                |from| (said.from_to)(&from.to_string(), &by_day),
            );
            ((said.inflow)(name), None, (end, time))
        }
        ExpectationSubject::Commission { party } => {
            let name = words::party_name(*party, &props.summary, props.lang);
            ((said.commission)(name), None, whole())
        }
        ExpectationSubject::Held { party } => {
            let name = words::party_name(*party, &props.summary, props.lang);
            ((said.held)(name), None, whole())
        }
        ExpectationSubject::Findings { at_least } => {
            let severity = words::severity(props.lang, *at_least);
            ((said.findings)(severity), None, whole())
        }
    };
    Looked {
        subject,
        account,
        at,
        moment,
    }
}

fn expectation(props: &ExpectationsPanelProps, row: &ExpectationRow) -> Html {
    let text = props.lang.text().expectations;
    let looked = looked(props, row);
    let (tone, word) = if row.holds {
        (Tone::Good, text.holds)
    } else {
        (Tone::Bad, text.fails)
    };
    let (on_seek, on_select) = (props.on_seek_moment.clone(), props.on_select.clone());
    let (account, at) = (looked.account, looked.at);
    let onclick = Callback::from(move |_: MouseEvent| {
        if account.is_some() {
            on_select.emit(account);
        }
        on_seek.emit(at);
    });
    let figure = |figure: Figure| match figure {
        Figure::Amount(amount) => amount.grouped(),
        Figure::Count(count) => (text.count)(count),
    };
    let expected = figure(row.expected);
    html! {
        <tr key={row.path.clone()}>
            <td><Sign {tone} {word} hint={AttrValue::from(row.path.clone())} /></td>
            <th scope="row"><bdi>{looked.subject}</bdi></th>
            <td><button type="button" class="link" title={text.go} {onclick}>{looked.moment}</button></td>
            <td class="num">{format!("{} {expected}", op_sign(&row.op))}</td>
            <td class={classes!("num", "strong", (!row.holds).then_some("minus"))}>{figure(row.actual)}</td>
        </tr>
    }
}

fn op_sign(op: &str) -> &str {
    match op {
        "!=" => "≠",
        "<=" => "≤",
        ">=" => "≥",
        other => other,
    }
}

/// The last millisecond of a day.
fn end_of(day: CivilDate) -> WallClock {
    let next = i64::from(day.days()).saturating_add(1).saturating_mul(DAY);
    WallClock::of_millis(next.saturating_sub(1))
}
