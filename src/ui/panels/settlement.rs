//! Settlement batches and payouts: what a channel owes whom for which date, when it is due, what arrived.

use daycut::facade::view::{BatchRow, BatchState, PayoutRow, Summary};
use daycut::facade::{AccountId, Lang, WallClock, words};
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::widgets::chip::{Sign, Tone};
use crate::ui::widgets::money::Amount;

/// Batches and payouts.
#[derive(Properties, PartialEq)]
pub struct SettlementPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Batches of the run.
    pub batches: Option<Shared<Vec<BatchRow>>>,
    /// Payouts of the run.
    pub payouts: Option<Shared<Vec<PayoutRow>>>,
    /// The cursor.
    pub event: u32,
    /// Its moment.
    pub now: Option<WallClock>,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
    /// Chooses an account.
    pub on_select: Callback<Option<AccountId>>,
}

/// Batches and payouts, side by side where there is room.
#[component]
pub fn SettlementPanel(props: &SettlementPanelProps) -> Html {
    let text = props.lang.text().settlement;
    let batches = props
        .batches
        .as_ref()
        .map_or(&[][..], |rows| rows.as_slice());
    let payouts = props
        .payouts
        .as_ref()
        .map_or(&[][..], |rows| rows.as_slice());
    html! {
        <div class="settlement">
            <div class="table-scroll" tabindex="0" role="region" aria-label={text.batches}>
                <table class="table is-dense">
                    <caption>{text.batches}</caption>
                    <thead><tr>
                        <th scope="col">{text.channel_date}</th><th scope="col">{text.channel}</th><th scope="col">{text.payee}</th>
                        <th scope="col" class="num">{text.items}</th><th scope="col" class="num">{text.amount}</th>
                        <th scope="col">{text.cycle}</th><th scope="col">{text.due}</th><th scope="col">{text.state}</th>
                    </tr></thead>
                    <tbody>
                        for row in batches { {batch(props, row)} }
                    </tbody>
                </table>
                if batches.is_empty() { <p class="empty">{text.no_batches}</p> }
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text.payouts}>
                <table class="table is-dense">
                    <caption>{text.payouts}</caption>
                    <thead><tr>
                        <th scope="col">{text.arrived}</th><th scope="col">{text.account}</th>
                        <th scope="col" class="num">{text.amount}</th><th scope="col">{text.state}</th><th scope="col">{text.payout}</th>
                    </tr></thead>
                    <tbody>
                        for row in payouts { {payout(props, row)} }
                    </tbody>
                </table>
                if payouts.is_empty() { <p class="empty">{text.no_payouts}</p> }
            </div>
        </div>
    }
}

fn batch(props: &SettlementPanelProps, row: &BatchRow) -> Html {
    let text = props.lang.text().settlement;
    let name = |party| words::party_name(party, &props.summary, props.lang).to_owned();
    let waiting = props.now.is_some_and(|now| now.day() < row.due);
    let (tone, word) = match row.state {
        BatchState::Carried => (Tone::Other, (text.batch_state)(row.state)),
        BatchState::Paid | BatchState::Offset if waiting => (Tone::Waiting, text.waiting),
        BatchState::Paid => (Tone::Good, (text.batch_state)(row.state)),
        BatchState::Offset => (Tone::Other, (text.batch_state)(row.state)),
    };
    let due = row.due.to_string();
    html! {
        <tr key={row.batch.0}>
            <td>{row.channel_date.to_string()}</td>
            <td><bdi>{name(row.channel)}</bdi></td>
            <td><bdi>{name(row.owner)}</bdi></td>
            <td class="num">{row.items}</td>
            <td class="num strong"><Amount value={row.amount} /></td>
            <td>{&row.cycle}</td>
            <td>{format!("{due} {}", props.lang.text().timeline.weekday(row.due))}</td>
            <td><Sign {tone} {word} hint={(text.batch_state_hint)(row.state)} /></td>
        </tr>
    }
}

fn payout(props: &SettlementPanelProps, row: &PayoutRow) -> Html {
    let text = props.lang.text();
    let arrived = row.event <= props.event;
    let (tone, word) = if arrived {
        (Tone::Good, (text.settlement.batch_state)(BatchState::Paid))
    } else {
        (Tone::Waiting, text.settlement.not_yet)
    };
    let (event, account) = (row.event, row.account);
    let (on_seek, on_select) = (props.on_seek.clone(), props.on_select.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        on_select.emit(Some(account));
        on_seek.emit(event);
    });
    html! {
        <tr key={row.event} class={classes!((row.event == props.event).then_some("is-now"))}>
            <td><button type="button" class="link" title={text.expectations.go} {onclick}>{text.timeline.moment(row.at)}</button></td>
            <td><bdi>{words::account_title(row.account, &props.summary, props.lang)}</bdi></td>
            <td class="num strong"><Amount value={row.amount} /></td>
            <td><Sign {tone} {word} /></td>
            <td class="muted mono">{&row.cause}</td>
        </tr>
    }
}
