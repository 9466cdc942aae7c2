//! What happens: payments, refunds, and payments drawn from the seed.

use daycut::facade::document::{Payment, Refund, RefundOf, Scenario};
use daycut::facade::{Edit, WallClock};
use yew::prelude::*;

use super::fold;
use crate::ui::forms::{Asked, Desk, moment_shown, moment_written};
use crate::ui::widgets::field::Kind;
use crate::ui::widgets::icon::{Drawn, Icon, IconButton};

/// Rows shown at a time.
const PAGE: usize = 20;
/// A refund that is added comes an hour after its payment.
const HOUR_MS: i64 = 3_600_000;

/// Props of a section with pages.
#[derive(Properties, PartialEq)]
pub struct PagedProps {
    /// What the forms need.
    pub desk: Desk,
}

/// Payments.
#[component]
pub fn Payments(props: &PagedProps) -> Html {
    let page = use_state_eq(|| 0_usize);
    let desk = &props.desk;
    let text = desk.lang.text().model_panel;
    let payments = &desk.scenario.payments;
    let add = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = another_payment(&desk.scenario) {
                desk.edit(edit);
            }
        })
    };
    let body = html! {
        <>
            {pager(desk, &page, payments.len())}
            for (place, payment) in shown(payments, *page) { {payment_form(desk, place, payment)} }
            if payments.is_empty() { <p class="muted small">{text.none}</p> }
            <button type="button" class="btn btn-small" onclick={add}><Drawn icon={Icon::Plus} />{text.add_payment}</button>
        </>
    };
    fold(
        "payments",
        text.payments,
        payments.len(),
        payments.len() <= PAGE,
        body,
    )
}

fn payment_form(desk: &Desk, place: usize, payment: &Payment) -> Html {
    let text = desk.lang.text().model_panel;
    let channel = desk.party_name(&payment.channel);
    let remove = {
        let desk = desk.clone();
        Callback::from(move |()| desk.edit(Edit::RemovePayment { payment: place }))
    };
    let at = Asked::text(
        format!("payments[{place}].at"),
        text.at,
        moment_shown(payment.at),
    )
    .bare();
    html! {
        <div class="model-item" key={payment.id.clone()}>
            <div class="model-item-head">
                <bdi class="strong">{&payment.id}</bdi><span class="muted small clip">{channel}</span><span class="grow"></span>
                <IconButton icon={Icon::Cross} label={(text.remove)(&payment.id)} class="btn-small" onpress={remove} />
            </div>
            {desk.field(at, move |text| Ok(Edit::SetPaymentAt { payment: place, text: moment_written(&text) }))}
            for (line, part) in payment.lines.iter().enumerate() {
                {desk.field(
                    Asked::figure(format!("payments[{place}].lines[{line}].amount"), &desk.party_name(&part.seller), part.amount.plain()),
                    move |text| Ok(Edit::SetPaymentAmount { payment: place, line, text }),
                )}
            }
        </div>
    }
}

/// A payment like the last one, or by the first route.
fn another_payment(scenario: &Scenario) -> Option<Edit> {
    let last = scenario.payments.last();
    let route = scenario.routes.first();
    let seller = last
        .and_then(|last| last.lines.first())
        .map(|line| &line.seller);
    let seller = seller.or_else(|| route.map(|route| &route.seller))?;
    let channel = last
        .map(|last| &last.channel)
        .or_else(|| route.map(|route| &route.channel))?;
    let at = last.map_or(scenario.starts, |last| last.at);
    Some(Edit::AddPayment {
        seller: seller.clone(),
        channel: channel.clone(),
        at: at.to_string(),
        amount: "100.00".to_owned(),
    })
}

/// Refunds.
#[component]
pub fn Refunds(props: &PagedProps) -> Html {
    let page = use_state_eq(|| 0_usize);
    let desk = &props.desk;
    let text = desk.lang.text().model_panel;
    let refunds = &desk.scenario.refunds;
    let add = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = another_refund(&desk.scenario) {
                desk.edit(edit);
            }
        })
    };
    let body = html! {
        <>
            {pager(desk, &page, refunds.len())}
            for (place, refund) in shown(refunds, *page) { {refund_form(desk, place, refund)} }
            if refunds.is_empty() { <p class="muted small">{text.none}</p> }
            <button type="button" class="btn btn-small" disabled={desk.scenario.payments.is_empty()} onclick={add}>
                <Drawn icon={Icon::Plus} />{text.add_refund}
            </button>
        </>
    };
    fold(
        "refunds",
        text.refunds,
        refunds.len(),
        !refunds.is_empty() && refunds.len() <= PAGE,
        body,
    )
}

fn refund_form(desk: &Desk, place: usize, refund: &Refund) -> Html {
    let text = desk.lang.text().model_panel;
    let of = match &refund.of {
        RefundOf::Payment { payment, .. } => payment,
        RefundOf::External { external, .. } => external,
    };
    let remove = {
        let desk = desk.clone();
        Callback::from(move |()| desk.edit(Edit::RemoveRefund { refund: place }))
    };
    let at = Asked::text(
        format!("refunds[{place}].at"),
        text.at,
        moment_shown(refund.at),
    )
    .bare();
    html! {
        <div class="model-item" key={refund.id.clone()}>
            <div class="model-item-head">
                <bdi class="strong">{&refund.id}</bdi><span class="muted small clip">{(text.refund_of)(of)}</span><span class="grow"></span>
                <IconButton icon={Icon::Cross} label={(text.remove)(&refund.id)} class="btn-small" onpress={remove} />
            </div>
            {desk.field(at, move |text| Ok(Edit::SetRefundAt { refund: place, text: moment_written(&text) }))}
            {desk.field(
                Asked::figure(format!("refunds[{place}].amount"), text.amount, refund.amount.plain()),
                move |text| Ok(Edit::SetRefundAmount { refund: place, text }),
            )}
        </div>
    }
}

/// A whole refund of the last payment's first line.
fn another_refund(scenario: &Scenario) -> Option<Edit> {
    let payment = scenario.payments.last()?;
    let line = payment.lines.first()?;
    let several = payment.lines.len() > 1;
    let at = WallClock::of_millis(payment.at.millis().saturating_add(HOUR_MS));
    Some(Edit::AddRefund {
        payment: payment.id.clone(),
        seller: several.then(|| line.seller.clone()),
        at: at.to_string(),
        amount: line.amount.plain(),
    })
}

/// Payments drawn from the seed.
pub fn traffic(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let traffic = &desk.scenario.traffic;
    if traffic.is_empty() {
        return Html::default();
    }
    let body = html! {
        for (place, row) in traffic.iter().enumerate() {
            <div class="model-item" key={place}>
                <div class="model-item-head">
                    <bdi class="strong">{(text.through)(&desk.party_name(&row.seller), &desk.party_name(&row.channel))}</bdi>
                    <span class="muted small">{(text.hours_of)(row.hours)}</span>
                </div>
                {desk.field(
                    Asked { kind: Kind::Number, ..Asked::figure(format!("traffic[{place}].per_day"), text.per_day, row.per_day.to_string()) },
                    move |text| Ok(Edit::SetTrafficPerDay { traffic: place, text }),
                )}
                {desk.field(Asked::figure(format!("traffic[{place}].amount.from"), text.from, row.amount_from.plain()),
                    move |text| Ok(Edit::SetTrafficFrom { traffic: place, text }))}
                {desk.field(Asked::figure(format!("traffic[{place}].amount.to"), text.to, row.amount_to.plain()),
                    move |text| Ok(Edit::SetTrafficTo { traffic: place, text }))}
            </div>
        }
    };
    fold("traffic", text.traffic, traffic.len(), true, body)
}

fn first_of(page: usize) -> usize {
    page.saturating_mul(PAGE)
}

fn shown<T>(rows: &[T], page: usize) -> impl Iterator<Item = (usize, &T)> {
    rows.iter().enumerate().skip(first_of(page)).take(PAGE)
}

/// Which rows are shown, and the way to the others; nothing when all fit.
fn pager(desk: &Desk, page: &UseStateHandle<usize>, all: usize) -> Html {
    if all <= PAGE {
        return Html::default();
    }
    let text = desk.lang.text().model_panel;
    let first = first_of(**page);
    let last = first.saturating_add(PAGE).min(all);
    let turn = |to: usize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.set(to))
    };
    html! {
        <div class="row spread model-pager">
            <button type="button" class="btn btn-small" disabled={first == 0} onclick={turn(page.saturating_sub(1))}>{text.earlier}</button>
            <span class="small muted">{(text.rows)(first.saturating_add(1), last, all)}</span>
            <button type="button" class="btn btn-small" disabled={last >= all} onclick={turn(page.saturating_add(1))}>{text.later}</button>
        </div>
    }
}
