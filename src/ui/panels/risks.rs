//! Suspected risks: the list by severity, and beside it one of them with its path, evidence and sources.

use daycut::facade::view::Summary;
use daycut::facade::{self, FixPreview, Lang, Risk, Risks, words};
use yew::prelude::*;

use crate::ui::facts::{Asked, Dialog, Lit, Msg};
use crate::ui::shared::Shared;
use crate::ui::widgets::chip::grave_sign;

/// What the panel shows, and where its messages go.
pub struct RisksPanel<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: &'a Summary,
    /// What the rules say, once they have.
    pub risks: Option<&'a Shared<Risks>>,
    /// The risk and step that are looked at.
    pub lit: Option<Lit>,
    /// The fixes of the risk at a place, once they were tried out.
    pub fixes: Option<&'a (u32, Shared<Vec<FixPreview>>)>,
    /// Sends messages.
    pub send: &'a Callback<Msg>,
}

/// Suspected risks.
pub fn risks_panel(panel: &RisksPanel<'_>) -> Html {
    let text = panel.lang.text().risks;
    let Some(risks) = panel.risks else {
        return html! { <p class="empty" role="status">{text.looking}</p> };
    };
    let at = panel.lit.and_then(|lit| usize::try_from(lit.risk).ok());
    let chosen = at.and_then(|place| risks.found.get(place));
    let class = classes!("risks", chosen.map(|_| "has-choice"));
    html! {
        <div {class}>
            <div class="risk-list" tabindex="0" role="region" aria-label={text.list}>
                <p class="risk-note muted small">{&risks.disclaimer}</p>
                if risks.found.is_empty() {
                    <p class="empty">{text.none}</p>
                }
                <ol aria-label={text.list}>
                    for (place, risk) in (0_u32..).zip(&risks.found) {
                        {row(panel, place, risk)}
                    }
                </ol>
            </div>
            <div class="risk-more" tabindex="0" role="region" aria-label={chosen.map_or(text.heading, |_| text.evidence)}>
                if let Some((risk, lit)) = chosen.zip(panel.lit) {
                    {whole(panel, risk, lit)}
                } else {
                    {silent(panel, risks)}
                }
            </div>
        </div>
    }
}

fn row(panel: &RisksPanel<'_>, place: u32, risk: &Risk) -> Html {
    let is_lit = panel.lit.is_some_and(|lit| lit.risk == place);
    let lit = (!is_lit).then_some(Lit {
        risk: place,
        step: None,
    });
    let onclick = panel.send.reform(move |_: MouseEvent| Msg::RiskChosen(lit));
    html! {
        <li key={place}>
            <button type="button" class="risk-row" aria-pressed={if is_lit { "true" } else { "false" }} {onclick}>
                {grave_sign(risk.severity, &risk.grave)}
                <span class="risk-title">{&risk.title}</span>
                <span class="risk-amount">{&risk.amount}</span>
                <span class="risk-who muted"><span class="mono">{&risk.code}</span>{" "}<bdi>{&risk.who}</bdi></span>
            </button>
        </li>
    }
}

/// Rules that found nothing, and those that cannot say.
fn silent(panel: &RisksPanel<'_>, risks: &Risks) -> Html {
    let text = panel.lang.text().risks;
    let list = |lines: &[String]| html! { <ul class="risk-lines">for line in lines { <li>{line}</li> }</ul> };
    html! {
        <>
            <details open={risks.found.is_empty()}>
                <summary>{(text.nothing_found)(risks.nothing_found.len())}</summary>
                {list(&risks.nothing_found)}
            </details>
            <details>
                <summary>{(text.not_judged)(risks.not_judged.len())}</summary>
                <p class="muted small">{text.not_judged_hint}</p>
                {list(&risks.not_judged)}
            </details>
        </>
    }
}

/// Everything about one finding.
fn whole(panel: &RisksPanel<'_>, risk: &Risk, lit: Lit) -> Html {
    let text = panel.lang.text().risks;
    let back = panel.send.reform(|_: MouseEvent| Msg::RiskChosen(None));
    html! {
        <article class="risk" aria-labelledby="risk-heading">
            <header>
                {grave_sign(risk.severity, &risk.grave)}
                <h3 id="risk-heading"><span class="mono">{&risk.code}</span>{" "}{(text.suspected)(&risk.title)}</h3>
                <button type="button" class="btn btn-small" onclick={back}>{text.back}</button>
            </header>
            <div class="risk-columns">
            <dl class="pairs risk-facts">
                <dt>{text.who}</dt><dd><bdi>{&risk.who}</bdi></dd>
                for (name, value) in &risk.facts {
                    <dt key={name.clone()}>{name}</dt><dd><bdi>{value}</bdi></dd>
                }
            </dl>
            <section><h4>{text.why}</h4><p>{&risk.why}</p></section>
            <section><h4>{text.clear}</h4><p>{&risk.clear}</p></section>
            {fixes(panel, lit)}
            {path(panel, risk, lit)}
            {evidence(panel, risk)}
            {accounts(panel, risk)}
            {agreed(panel, risk)}
            <section><h4>{text.sources}</h4>
                <ul class="risk-lines">for line in &risk.sources { <li>{line}</li> }</ul>
            </section>
            </div>
        </article>
    }
}

/// What an edit can do about it, tried out: the effects before the button.
fn fixes(panel: &RisksPanel<'_>, lit: Lit) -> Html {
    let text = panel.lang.text().risks;
    let tried = panel.fixes.filter(|(risk, _)| *risk == lit.risk);
    let Some((_, tried)) = tried else {
        return html! { <section><h4>{text.fixes}</h4><p class="muted" role="status">{text.trying}</p></section> };
    };
    html! {
        <section class="risk-fixes"><h4>{text.fixes}</h4>
            if tried.is_empty() { <p class="muted">{text.no_fixes}</p> }
            {for tried.iter().map(|fix| preview(panel, fix))}
        </section>
    }
}

fn preview(panel: &RisksPanel<'_>, fix: &FixPreview) -> Html {
    let text = panel.lang.text().risks;
    let apply = {
        let (send, fix) = (panel.send.clone(), fix.clone());
        Callback::from(move |_: MouseEvent| {
            // The engine wrote this text a moment ago.
            if let Ok(after) = facade::open_text(&fix.text) {
                let (zh, en) = (fix.label.zh.as_str(), fix.label.en.as_str());
                send.emit(Msg::Fixed(zh.into(), en.into(), Shared::new(after)));
            }
        })
    };
    let list = |lines: &[String]| html! { <ul class="risk-lines">for line in lines { <li>{line}</li> }</ul> };
    html! {
        <div class="risk-fix">
            <p class="strong">{panel.lang.of(&fix.label)}</p>
            <p class="strong">{&fix.score}</p>
            {list(&fix.effects)}
            <details>
                <summary>{(text.edits)(fix.edits.len())}</summary>
                {list(&fix.edits)}
            </details>
            <button type="button" class="btn btn-primary btn-small" onclick={apply}>{text.fix}</button>
        </div>
    }
}

/// How the money went; a press lights the step on the picture and goes to its first event.
fn path(panel: &RisksPanel<'_>, risk: &Risk, lit: Lit) -> Html {
    let text = panel.lang.text().risks;
    let step = |(place, step): (u32, &daycut::facade::RiskStep)| {
        let is_lit = lit.step == Some(place);
        let next = Lit {
            risk: lit.risk,
            step: (!is_lit).then_some(place),
        };
        let onclick = panel
            .send
            .reform(move |_: MouseEvent| Msg::RiskChosen(Some(next)));
        html! {
            <li key={place}>
                <button type="button" class="link" title={text.show_step} aria-pressed={if is_lit { "true" } else { "false" }} {onclick}>
                    <bdi>{&step.said}</bdi>
                </button>
            </li>
        }
    };
    html! {
        <section><h4>{text.path}</h4>
            <ol class="risk-lines">{for (0_u32..).zip(&risk.steps).map(step)}</ol>
        </section>
    }
}

/// The events; a press goes there.
fn evidence(panel: &RisksPanel<'_>, risk: &Risk) -> Html {
    let text = panel.lang.text().risks;
    let journal = panel.send.reform(|_: MouseEvent| Msg::TabPicked("journal"));
    html! {
        <section><h4>{text.evidence}</h4>
            <ul class="risk-lines risk-events">
                for (event, said) in &risk.events {
                    <li key={*event}>{link(said, go_to(panel.send, *event))}</li>
                }
                if let Some(more) = &risk.more { <li class="muted">{more}</li> }
            </ul>
            <button type="button" class="btn btn-small" onclick={journal}>{text.in_journal}</button>
        </section>
    }
}

fn go_to(send: &Callback<Msg>, event: u32) -> Callback<MouseEvent> {
    send.reform(move |_: MouseEvent| Msg::CursorMoved(event))
}

fn link(said: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="link" {onclick}><bdi>{said.to_owned()}</bdi></button> }
}

/// Where the money lay; a press explains the balance at the moment at which the risk is seen best.
fn accounts(panel: &RisksPanel<'_>, risk: &Risk) -> Html {
    let text = panel.lang.text().risks;
    if risk.accounts.is_empty() {
        return Html::default();
    }
    let account = |account: &daycut::facade::AccountId| {
        let asked = Asked {
            account: *account,
            event: risk.event,
            previous_day: false,
        };
        let onclick = panel
            .send
            .reform(move |_: MouseEvent| Msg::DialogOpened(Dialog::Why(asked)));
        let title = words::account_title(*account, panel.summary, panel.lang);
        html! { <li key={account.0}>{link(&title, onclick)}</li> }
    };
    html! {
        <section><h4>{text.accounts}</h4>
            <ul class="risk-lines">{for risk.accounts.iter().map(account)}</ul>
        </section>
    }
}

/// Where the scenario says so; a press leads to its form.
fn agreed(panel: &RisksPanel<'_>, risk: &Risk) -> Html {
    let text = panel.lang.text().risks;
    if risk.paths.is_empty() {
        return Html::default();
    }
    let place = |path: &String| {
        let wanted = path.clone();
        let onclick = panel
            .send
            .reform(move |_: MouseEvent| Msg::PlaceAsked(wanted.as_str().into()));
        html! { <li key={path.clone()} title={path.clone()}>{link(&words::place(panel.lang, path), onclick)}</li> }
    };
    html! {
        <section><h4>{text.agreed}</h4>
            <ul class="risk-lines">{for risk.paths.iter().map(place)}</ul>
        </section>
    }
}
