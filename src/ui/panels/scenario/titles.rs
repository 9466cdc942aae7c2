//! What an entry is called above its fields: names where it has some, the figure that makes it out where not.

use daycut::facade::document::{Contract, Expectation, NamedMoment, Outflow, RefundOf};
use daycut::facade::{Scenario, forms, words};

use crate::ui::forms::Desk;

/// How many entries a list has.
pub fn count(scenario: &Scenario, list: &str) -> usize {
    match list {
        "calendars" => scenario.calendars.len(),
        "parties" => scenario.parties.len(),
        "accounts" => scenario.accounts.len(),
        "fee_plans" => scenario.fee_plans.len(),
        "settlement_rules" => scenario.settlement_rules.len(),
        "contracts" => scenario.contracts.len(),
        "agreements" => scenario.agreements.len(),
        "routes" => scenario.routes.len(),
        "payments" => scenario.payments.len(),
        "refunds" => scenario.refunds.len(),
        "outflows" => scenario.outflows.len(),
        "traffic" => scenario.traffic.len(),
        "expectations" => scenario.expectations.len(),
        "storyboard" => scenario.storyboard.len(),
        _ => 0,
    }
}

/// The place in its list that a path names first.
pub fn place_of(path: &str) -> Option<usize> {
    let (_, rest) = path.split_once('[')?;
    rest.split_once(']')?.0.parse().ok()
}

/// Title and addition of an entry.
pub fn of(desk: &Desk, path: &str) -> (String, String) {
    let list = path.split_once('[').map_or(path, |(list, _)| list);
    let place = place_of(path).unwrap_or_default();
    found(desk, list, place).unwrap_or_default()
}

fn found(desk: &Desk, list: &str, place: usize) -> Option<(String, String)> {
    let (scenario, text) = (&desk.scenario, desk.lang.text());
    let name = |id: &str| desk.party_name(id);
    let both = |one: &str, other: &str| format!("{} · {}", name(one), name(other));
    Some(match list {
        "calendars" => (scenario.calendars.get(place)?.id.clone(), String::new()),
        "parties" => {
            let party = scenario.parties.get(place)?;
            let kind = (text.accounts.party_kind)(party.kind);
            let more = match party.book {
                Some(_) => (text.accounts.licence)(party.licence),
                None => text.model_panel.no_book,
            };
            (
                desk.lang.of(&party.name).to_owned(),
                format!("{kind} · {more}"),
            )
        }
        "accounts" => {
            let account = scenario.accounts.get(place)?;
            let title = (text.model_panel.kept_by)(&name(&account.kept_by), &name(&account.owner));
            (title, account.id.clone())
        }
        "fee_plans" => {
            let plan = scenario.fee_plans.get(place)?;
            let users = users(desk, |contract| contract.fee_plan == plan.id);
            (format!("{}%", plan.rate.percent()), users)
        }
        "settlement_rules" => {
            let rule = scenario.settlement_rules.get(place)?;
            let users = users(desk, |contract| contract.settlement_rule == rule.id);
            (rule.cycle.to_string(), users)
        }
        "contracts" => {
            let contract = scenario.contracts.get(place)?;
            let mode = (text.model_panel.mode_of)(contract.mode).to_owned();
            (both(&contract.collector, &contract.channel), mode)
        }
        "agreements" => {
            let agreement = scenario.agreements.get(place)?;
            (name(&agreement.merchant), name(&agreement.platform))
        }
        "routes" => {
            let route = scenario.routes.get(place)?;
            (
                both(&route.seller, &route.channel),
                format!("→ {}", route.contract),
            )
        }
        "payments" => {
            let payment = scenario.payments.get(place)?;
            (payment.id.clone(), name(&payment.channel))
        }
        "refunds" => {
            let refund = scenario.refunds.get(place)?;
            let (RefundOf::Payment { payment: of, .. } | RefundOf::External { external: of, .. }) =
                &refund.of;
            (refund.id.clone(), (text.model_panel.refund_of)(of))
        }
        "outflows" => outflow(scenario.outflows.get(place)?),
        "traffic" => {
            let traffic = scenario.traffic.get(place)?;
            let hours = (text.model_panel.hours_of)(traffic.hours).to_owned();
            (both(&traffic.seller, &traffic.channel), hours)
        }
        "expectations" => expectation(desk, scenario.expectations.get(place)?),
        "storyboard" => moment(desk, scenario.storyboard.get(place)?),
        _ => return None,
    })
}

/// What is shown, and when.
fn moment(desk: &Desk, moment: &NamedMoment) -> (String, String) {
    let at = moment.at.to_string().replacen('T', " ", 1);
    (desk.lang.of(&moment.title).to_owned(), at)
}

/// What is expected of whom.
fn expectation(desk: &Desk, expectation: &Expectation) -> (String, String) {
    let (kind, subject) = match expectation {
        Expectation::Balance { account, .. } => ("balance", account.clone()),
        Expectation::Arrival { account, .. } => ("arrival", account.clone()),
        Expectation::TotalFee { channel, .. } => ("total_fee", desk.party_name(channel)),
        Expectation::Refused { .. } => ("refused", String::new()),
        Expectation::Inflow { party, .. } => ("inflow", desk.party_name(party)),
        Expectation::Commission { party, .. } => ("commission", desk.party_name(party)),
        Expectation::Held { party, .. } => ("held", desk.party_name(party)),
        Expectation::Findings { at_least, .. } => {
            let severity = words::severity(desk.lang, *at_least).to_owned();
            ("findings", severity)
        }
    };
    (words::answer(desk.lang, "kind", kind).to_owned(), subject)
}

/// Who collects under contracts of this sort.
fn users(desk: &Desk, is_one: impl Fn(&Contract) -> bool) -> String {
    let contracts = desk.scenario.contracts.iter();
    let mut names: Vec<String> = contracts
        .filter(|contract| is_one(contract))
        .map(|contract| desk.party_name(&contract.collector))
        .collect();
    names.dedup();
    names.join(" · ")
}

/// A place in words: the entry's title and the field's name.
pub fn place(desk: &Desk, path: &str) -> String {
    let list = path.split_once('[').map_or(path, |(list, _)| list);
    let heading = words::list(desk.lang, list).0;
    let (title, _) = of(desk, path);
    let field = forms::named(path).filter(|(of, _)| *of != "Scenario" || heading.is_empty());
    let field = field.map(|(of, name)| words::label(desk.lang, of, &name).to_owned());
    let parts = [heading.to_owned(), title, field.unwrap_or_default()];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() {
        path.to_owned()
    } else {
        said.join(" · ")
    }
}

fn outflow(one: &Outflow) -> (String, String) {
    (one.id.clone(), one.from.clone())
}
