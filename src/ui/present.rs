//! Showing the run to others: the moment's name above the picture, the two balances and the storyboard below it.

use daycut::facade::view::Snapshot;
use daycut::facade::{Money, ToldMoment, words};
use yew::prelude::*;

use super::facts::Msg;
use super::model::Model;
use super::qr::ScenarioQr;
use super::results::Results;
use super::widgets::icon::{Icon, IconButton};

/// What stands above the picture: number, name and time of the moment, every book's date, the way out.
pub fn present_head(model: &Model, results: &Results, dispatch: &Callback<Msg>) -> Html {
    let text = model.lang.text();
    let here = here(model, results);
    let snapshot = &results.told.moment.snapshot;
    let said = match (&here, &results.told.moment.happened) {
        (Some(moment), _) => moment.title.clone(),
        (None, Some(row)) => words::happening(row, &results.told.summary, model.lang),
        (None, None) => text.timeline.nothing_yet.to_owned(),
    };
    let leave = dispatch.reform(|()| Msg::PresentToggled(false));
    html! {
        <header class="present-head">
            <h1 class="present-title" aria-live="polite">
                if let Some(number) = here.and(model.presenting) {
                    <span class="present-number">{number.saturating_add(1)}</span>
                }
                <bdi>{said}</bdi>
            </h1>
            <span class="present-when">{text.timeline.moment(snapshot.at)}</span>
            <span class="present-dates muted">{dates(model, results, snapshot)}</span>
            <IconButton icon={Icon::Cross} label={text.storyboard.leave} onpress={leave} />
        </header>
    }
}

/// The moment of the storyboard at the cursor, when the cursor still stands on it.
fn here<'r>(model: &Model, results: &'r Results) -> Option<&'r ToldMoment> {
    let story = results.story.as_ref()?;
    let moment = story.get(model.presenting?)?;
    (moment.event == model.cursor).then_some(moment)
}

fn dates(model: &Model, results: &Results, snapshot: &Snapshot) -> Html {
    let summary = &results.told.summary;
    let books = summary.books.iter().zip(&snapshot.dates);
    html! {
        for (book, date) in books {
            <span class="nowrap"><bdi>{words::party_name(book.keeper, summary, model.lang).to_owned()}</bdi>{" "}
                <b>{words::short_date(&date.to_string()).to_owned()}</b></span>
        }
    }
}

/// What stands below the picture: the two balances of the account in the light, and the storyboard.
pub fn present_foot(model: &Model, results: &Results, dispatch: &Callback<Msg>) -> Html {
    html! {
        <footer class="present-foot">
            {balances(model, results)}
            {strip(model, results, dispatch)}
            <div class="present-scan"><ScenarioQr lang={model.lang} scenario={results.scenario.clone()} /><span class="muted">{model.lang.text().share.qr_hint}</span></div>
            <p class="present-keys muted">{model.lang.text().storyboard.keys}</p>
        </footer>
    }
}

fn balances(model: &Model, results: &Results) -> Html {
    let text = model.lang.text();
    let Some(account) = model.selected else {
        return html! { <p class="present-balances muted">{text.storyboard.no_account}</p> };
    };
    let moment = &results.told.moment.snapshot;
    let row = moment.balances.get(account.index());
    let (current, previous) = row.map_or((Money::ZERO, Money::ZERO), |row| {
        (row.current, row.previous_day)
    });
    let told = here(model, results).filter(|told| told.account == Some(account));
    let change = |now: Money, told: Option<[Money; 2]>| match told {
        Some([before, after]) if before != after => html! {
            <><span class="present-before">{before.grouped()}</span>{" → "}<strong>{after.grouped()}</strong></>
        },
        _ => html! { <strong>{now.grouped()}</strong> },
    };
    html! {
        <dl class="present-balances">
            <dt class="present-account"><bdi>{words::account_title(account, &results.told.summary, model.lang)}</bdi></dt>
            <dt class="muted">{text.ledger.current}</dt><dd>{change(current, told.map(|told| told.current))}</dd>
            <dt class="muted">{text.ledger.previous_day}</dt><dd>{change(previous, told.map(|told| told.previous_day))}</dd>
        </dl>
    }
}

/// The moments as buttons in a row, each with its number.
fn strip(model: &Model, results: &Results, dispatch: &Callback<Msg>) -> Html {
    let text = model.lang.text().storyboard;
    let Some(story) = &results.story else {
        return html! { <p class="muted" role="status">{text.looking}</p> };
    };
    let step = |(place, moment): (usize, &ToldMoment)| {
        let current = (model.presenting == Some(place)).then_some("step");
        let onclick = dispatch.reform(move |_: MouseEvent| Msg::StoryPicked(place));
        html! {
            <li key={place}>
                <button type="button" class="present-step" aria-current={current} title={moment.title.clone()} {onclick}>
                    <span class="present-number">{place.saturating_add(1)}</span>
                    <span class="clip"><bdi>{&moment.title}</bdi></span>
                </button>
            </li>
        }
    };
    let on = |on: bool| dispatch.reform(move |()| Msg::StoryStepped(on));
    let now = model.presenting.unwrap_or(0);
    html! {
        <nav class="present-story" aria-label={text.heading}>
            <IconButton icon={Icon::Before} label={text.previous} disabled={now == 0} onpress={on(false)} />
            <ol>{for story.iter().enumerate().map(step)}</ol>
            <IconButton icon={Icon::After} label={text.next} disabled={now.saturating_add(1) >= story.len()} onpress={on(true)} />
        </nav>
    }
}
