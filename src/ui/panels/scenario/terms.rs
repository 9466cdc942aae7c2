//! What was agreed: settlement cycles, fees, contracts and their splits.

use daycut::facade::document::{
    Agreement, Contract, FeePlan, OnRefund, OnRefundShortfall, SettlementRule,
};
use daycut::facade::{Edit, NonWorkingTrade, Rounding, SettlementCycle, words};
use yew::prelude::*;

use super::fold;
use crate::ui::forms::{Asked, Desk, answer_of, choices, rate_of_percent, word_of};
use crate::ui::widgets::field::{Choice, Kind};

const ROUNDINGS: [(&str, Rounding); 4] = [
    ("half_up", Rounding::HalfUp),
    ("half_even", Rounding::HalfEven),
    ("down", Rounding::Down),
    ("up", Rounding::Up),
];
const ON_REFUND: [(&str, OnRefund); 2] = [("return", OnRefund::Return), ("keep", OnRefund::Keep)];
const TRADES: [(&str, NonWorkingTrade); 2] = [
    ("as_is", NonWorkingTrade::AsIs),
    ("next_working_day", NonWorkingTrade::NextWorkingDay),
];
const SHORTFALLS: [(&str, OnRefundShortfall); 3] = [
    ("top_up", OnRefundShortfall::TopUp),
    ("refuse", OnRefundShortfall::Refuse),
    ("carry_negative", OnRefundShortfall::CarryNegative),
];

/// Settlement rules.
pub fn cycles(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let rules = &desk.scenario.settlement_rules;
    let body = html! {
        for (place, rule) in rules.iter().enumerate() { {cycle(desk, place, rule)} }
    };
    fold("cycles", text.cycles, rules.len(), true, body)
}

fn cycle(desk: &Desk, place: usize, rule: &SettlementRule) -> Html {
    let text = desk.lang.text().model_panel;
    let at = |field: &str| format!("settlement_rules[{place}].{field}");
    let (letter, days) = match rule.cycle {
        SettlementCycle::T(days) => ("T", days),
        SettlementCycle::D(days) => ("D", days),
    };
    let kinds = [("T", text.working_days), ("D", text.natural_days)];
    let kinds = kinds
        .map(|(value, title)| Choice {
            value: value.into(),
            title: title.into(),
        })
        .to_vec();
    let kind = Asked::text(at("cycle.kind"), text.cycle_kind, letter.to_owned());
    let length = Asked {
        kind: Kind::Number,
        ..Asked::figure(at("cycle"), text.cycle_days, days.to_string())
    };
    let trade = Asked::text(
        at("non_working_trade"),
        text.non_working,
        word_of(&TRADES, &rule.non_working_trade),
    );
    let shortfall = Asked::text(
        at("on_refund_shortfall"),
        text.shortfall,
        word_of(&SHORTFALLS, &rule.on_refund_shortfall),
    );
    html! {
        <div class="model-item" key={rule.id.clone()}>
            <div class="model-item-head"><bdi class="strong">{rule.cycle.to_string()}</bdi><span class="muted small">{users(desk, &rule.id)}</span></div>
            {desk.select(kind, kinds, move |letter| Some(Edit::SetCycle { rule: place, text: format!("{letter}+{days}") }))}
            {desk.field(length, move |days| Ok(Edit::SetCycle { rule: place, text: format!("{letter}+{days}") }))}
            {desk.field(Asked::figure(at("pays_at"), text.pays_at, words::clock(rule.pays_at)),
                move |text| Ok(Edit::SetPaysAt { rule: place, text }))}
            {more(desk, html! {
                <>
                    {desk.field(Asked::figure(at("minimum"), text.minimum, rule.minimum.plain()),
                        move |text| Ok(Edit::SetMinimum { rule: place, text }))}
                    {desk.select(trade, choices(&TRADES, text.non_working_of),
                        move |word| Some(Edit::SetNonWorkingTrade { rule: place, trade: answer_of(&TRADES, word)? }))}
                    {desk.select(shortfall, choices(&SHORTFALLS, text.shortfall_of),
                        move |word| Some(Edit::SetShortfall { rule: place, shortfall: answer_of(&SHORTFALLS, word)? }))}
                </>
            })}
        </div>
    }
}

/// Who is settled by a rule.
fn users(desk: &Desk, rule: &str) -> String {
    let contracts = desk
        .scenario
        .contracts
        .iter()
        .filter(|contract| contract.settlement_rule == rule);
    let mut names: Vec<String> = contracts
        .map(|contract| desk.party_name(&contract.collector))
        .collect();
    names.dedup();
    names.join(" · ")
}

fn more(desk: &Desk, body: Html) -> Html {
    html! {
        <details class="model-more"><summary>{desk.lang.text().model_panel.more}</summary>{body}</details>
    }
}

/// Fee plans.
pub fn fees(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let plans = &desk.scenario.fee_plans;
    let body = html! {
        for (place, plan) in plans.iter().enumerate() { {fee(desk, place, plan)} }
    };
    fold("fees", text.fees, plans.len(), true, body)
}

fn fee(desk: &Desk, place: usize, plan: &FeePlan) -> Html {
    let text = desk.lang.text().model_panel;
    let at = |field: &str| format!("fee_plans[{place}].{field}");
    let contracts = desk
        .scenario
        .contracts
        .iter()
        .filter(|contract| contract.fee_plan == plan.id);
    let mut payers: Vec<String> = contracts
        .map(|contract| desk.party_name(&contract.collector))
        .collect();
    payers.dedup();
    let not_percent = text.percent_wanted;
    let rounding = Asked::text(
        at("rounding"),
        text.rounding,
        word_of(&ROUNDINGS, &plan.rounding),
    );
    let on_refund = Asked::text(
        at("on_refund"),
        text.on_refund,
        word_of(&ON_REFUND, &plan.on_refund),
    );
    html! {
        <div class="model-item" key={plan.id.clone()}>
            <div class="model-item-head"><bdi class="strong">{format!("{}%", plan.rate.percent())}</bdi><span class="muted small">{payers.join(" · ")}</span></div>
            {desk.field(Asked::figure(at("rate"), text.rate, plan.rate.percent()), move |text| {
                let rate = rate_of_percent(&text).ok_or_else(|| not_percent.to_owned())?;
                Ok(Edit::SetFeeRate { plan: place, text: rate })
            })}
            {more(desk, html! {
                <>
                    {desk.select(rounding, choices(&ROUNDINGS, text.rounding_of),
                        move |word| Some(Edit::SetFeeRounding { plan: place, rounding: answer_of(&ROUNDINGS, word)? }))}
                    {desk.select(on_refund, choices(&ON_REFUND, text.on_refund_of),
                        move |word| Some(Edit::SetFeeOnRefund { plan: place, on_refund: answer_of(&ON_REFUND, word)? }))}
                    {desk.field(Asked::figure(at("floor"), text.floor, plan.floor.map(|floor| floor.plain()).unwrap_or_default()),
                        move |text| Ok(Edit::SetFeeFloor { plan: place, text }))}
                    {desk.field(Asked::figure(at("cap"), text.cap, plan.cap.map(|cap| cap.plain()).unwrap_or_default()),
                        move |text| Ok(Edit::SetFeeCap { plan: place, text }))}
                </>
            })}
        </div>
    }
}

/// Contracts with their splits.
pub fn contracts(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let contracts = &desk.scenario.contracts;
    let body = html! {
        for (place, contract) in contracts.iter().enumerate() { {one(desk, place, contract)} }
    };
    let splits = contracts.iter().any(|contract| !contract.splits.is_empty());
    fold("contracts", text.contracts, contracts.len(), splits, body)
}

fn one(desk: &Desk, place: usize, contract: &Contract) -> Html {
    let text = desk.lang.text().model_panel;
    let title = (text.contract)(
        &desk.party_name(&contract.collector),
        &desk.party_name(&contract.channel),
    );
    let not_percent = text.percent_wanted;
    html! {
        <div class="model-item" key={contract.id.clone()}>
            <div class="model-item-head"><bdi class="strong">{title}</bdi><span class="muted small">{(text.mode_of)(contract.mode)}</span></div>
            if contract.splits.is_empty() { <span class="muted small">{text.no_splits}</span> }
            for (split, share) in contract.splits.iter().enumerate() {
                {desk.field(
                    Asked::figure(format!("contracts[{place}].splits[{split}].rate"), &(text.share_to)(&desk.party_name(&share.to)), share.rate.percent()),
                    move |text| {
                        let rate = rate_of_percent(&text).ok_or_else(|| not_percent.to_owned())?;
                        Ok(Edit::SetSplitRate { contract: place, split, text: rate })
                    },
                )}
            }
        </div>
    }
}

/// What a platform that collects owes its merchants.
pub fn agreements(desk: &Desk) -> Html {
    let text = desk.lang.text().model_panel;
    let agreements = &desk.scenario.agreements;
    if agreements.is_empty() {
        return Html::default();
    }
    let body = html! {
        for (place, agreement) in agreements.iter().enumerate() { {agreed(desk, place, agreement)} }
    };
    fold("agreements", text.agreements, agreements.len(), true, body)
}

fn agreed(desk: &Desk, place: usize, agreement: &Agreement) -> Html {
    let text = desk.lang.text().model_panel;
    let at = |field: &str| format!("agreements[{place}].{field}");
    let not_percent = text.percent_wanted;
    let on_refund = Asked::text(
        at("on_refund"),
        text.on_refund,
        word_of(&ON_REFUND, &agreement.on_refund),
    );
    html! {
        <div class="model-item" key={place}>
            <div class="model-item-head">
                <bdi class="strong">{desk.party_name(&agreement.merchant)}</bdi><span class="muted small">{desk.party_name(&agreement.platform)}</span>
            </div>
            {desk.field(Asked::figure(at("rate"), text.commission, agreement.rate.percent()), move |text| {
                let rate = rate_of_percent(&text).ok_or_else(|| not_percent.to_owned())?;
                Ok(Edit::SetAgreementRate { agreement: place, text: rate })
            })}
            {desk.field(Asked::figure(at("pays_at"), text.pays_at, words::clock(agreement.pays_at)),
                move |text| Ok(Edit::SetAgreementPaysAt { agreement: place, text }))}
            {desk.select(on_refund, choices(&ON_REFUND, text.on_refund_of),
                move |word| Some(Edit::SetAgreementOnRefund { agreement: place, on_refund: answer_of(&ON_REFUND, word)? }))}
        </div>
    }
}
