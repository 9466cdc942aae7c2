//! New entries: each with an id and a name of its own, and as few fields as make it sound beside what is there.
//!
//! What a new entry has to name is chosen from what exists, the one that has none yet first: a new account
//! is for the first seller without one. Where nothing exists, the id is written that such a thing will get
//! when it is added, so that the gap is shown now and closes by itself then.

pub(super) use self::agreed::{Sides, agreement, contract, fee_plan, route, rule};
pub(super) use self::happenings::traffic;
pub(super) use self::people::{account, book, party};

use self::agreed::{lone_agreement, lone_contract, lone_route};
use self::happenings::{
    bill_note, expectation, named_moment, outflow, payment, refund, refund_of, say_whose,
};
use super::Tongue;
use super::path::{Step, no_such_place, not_so_many, steps};
use crate::scenario::document::codec::Codec;
use crate::scenario::document::tree::Node;
use crate::scenario::forms;
use crate::scenario::problem::{Problem, ProblemKind};
use crate::scenario::v1::{CalendarSpec, Line, PartyKind, Scenario, Split};

mod agreed;
mod happenings;
mod people;

const USUAL_AMOUNT: &str = "100.00";
const USUAL_SHARE: &str = "0.02";

/// The scenario with a new entry in a list, or with an object that was absent.
pub(super) fn added(
    scenario: &Scenario,
    (path, kind): (&str, &str),
    tongue: Tongue,
) -> Result<Scenario, Problem> {
    let steps = steps(path).unwrap_or_default();
    let mut next = scenario.clone();
    let is_done = match steps.as_slice() {
        [Step::Field(list)] => entry(&mut next, (list, kind), tongue),
        [Step::Field(list), Step::Index(place), Step::Field(name)] => {
            part(&mut next, (list, *place), name)
        }
        _ => None,
    };
    is_done.map(|()| next).ok_or_else(|| no_such_place(path))
}

fn entry(scenario: &mut Scenario, (list, kind): (&str, &str), tongue: Tongue) -> Option<()> {
    match list {
        "calendars" => {
            let id = free_id(
                "calendar",
                scenario.calendars.iter().map(|one| one.id.as_str()),
            );
            scenario
                .calendars
                .push(made::<CalendarSpec>([("id", &id)])?);
        }
        "parties" => {
            let kind = if kind.is_empty() { "merchant" } else { kind };
            drop(party(
                scenario,
                PartyKind::take(&Node::text(kind))?,
                tongue,
            )?);
        }
        "accounts" => {
            let owners = sellers(scenario);
            let has_none = |id: &&String| scenario.accounts.iter().all(|one| one.owner != **id);
            let owner = first_or(owners.iter().find(has_none).or(owners.first()), "merchant");
            account(scenario, &owner)?;
        }
        "fee_plans" => drop(fee_plan(scenario)?),
        "settlement_rules" => drop(rule(scenario)?),
        "contracts" => drop(lone_contract(scenario)?),
        "agreements" => lone_agreement(scenario)?,
        "routes" => lone_route(scenario)?,
        "payments" => payment(scenario)?,
        "refunds" => refund(scenario)?,
        "outflows" => outflow(scenario)?,
        "traffic" => {
            let (seller, channel) = ends(scenario);
            traffic(scenario, &seller, &channel)?;
        }
        "expectations" => {
            let kind = if kind.is_empty() { "balance" } else { kind };
            let new = expectation(scenario, kind, None)?;
            scenario.expectations.push(new);
        }
        "storyboard" => named_moment(scenario, tongue),
        _ => return None,
    }
    Some(())
}

fn part(scenario: &mut Scenario, (list, place): (&str, usize), name: &str) -> Option<()> {
    match (list, name) {
        ("parties", "book") => {
            let party = scenario.parties.get_mut(place)?;
            party.book = book();
        }
        ("payments", "bill") => scenario.payments.get_mut(place)?.bill = Some(bill_note()),
        ("refunds", "bill") => scenario.refunds.get_mut(place)?.bill = Some(bill_note()),
        ("contracts", "splits") => {
            let contract = scenario.contracts.get(place)?;
            let has = |id: &str| contract.splits.iter().any(|split| split.to == id);
            let provider = contract.provider.clone().filter(|id| !has(id));
            let other = || {
                sellers(scenario)
                    .into_iter()
                    .find(|id| !has(id) && *id != contract.collector)
            };
            let to = provider
                .or_else(other)
                .unwrap_or_else(|| "platform".to_owned());
            let split = made::<Split>([("to", to.as_str()), ("rate", USUAL_SHARE)])?;
            scenario.contracts.get_mut(place)?.splits.push(split);
        }
        ("payments", "lines") => {
            let payment = scenario.payments.get(place)?;
            let has = |id: &String| payment.lines.iter().any(|line| line.seller == *id);
            let routes = scenario.routes.iter();
            let by_route = routes
                .filter(|route| route.channel == payment.channel && !has(&route.seller))
                .map(|route| route.seller.clone())
                .next();
            let seller = by_route.or_else(|| sellers(scenario).into_iter().find(|id| !has(id)));
            let seller = seller.unwrap_or_else(|| ends(scenario).0);
            let line = made::<Line>([("seller", seller.as_str()), ("amount", USUAL_AMOUNT)])?;
            say_whose(scenario, place);
            scenario.payments.get_mut(place)?.lines.push(line);
        }
        _ => return None,
    }
    Some(())
}

/// The scenario with an entry that has become one of another kind.
pub(super) fn turned(scenario: &Scenario, path: &str, into: &str) -> Result<Scenario, Problem> {
    let steps = steps(path).unwrap_or_default();
    let mut next = scenario.clone();
    let unknown = |words: Vec<&str>| Problem {
        path: path.to_owned(),
        kind: ProblemKind::UnknownValue {
            found: into.to_owned(),
            allowed: words.into_iter().map(str::to_owned).collect(),
        },
    };
    match steps.as_slice() {
        [Step::Field(list), Step::Index(place)] if list == "expectations" => {
            let before = scenario.expectations.get(*place);
            let before = before.ok_or_else(|| not_so_many(&steps, scenario.expectations.len()))?;
            let after = expectation(scenario, into, Some(before))
                .ok_or_else(|| unknown(forms::kinds("expectations")))?;
            next.expectations.splice(*place..=*place, [after]);
        }
        [Step::Field(list), Step::Index(place), Step::Field(of)]
            if list == "refunds" && of == "of" =>
        {
            let of =
                refund_of(scenario, into).ok_or_else(|| unknown(vec!["payment", "external"]))?;
            let refund = next.refunds.get_mut(*place);
            refund
                .ok_or_else(|| not_so_many(&steps, scenario.refunds.len()))?
                .of = of;
        }
        _ => return Err(no_such_place(path)),
    }
    Ok(next)
}

/// An entry out of its needed fields; the others are what they are when nobody says anything.
pub(super) fn made<C: Codec<Value = C>>(
    fields: impl IntoIterator<Item = (&'static str, impl AsRef<str>)>,
) -> Option<C> {
    let fields = fields
        .into_iter()
        .map(|(name, text)| (name.into(), Node::text(text.as_ref().to_owned())));
    C::take(&Node::Object(fields.collect()))
}

/// Seller and channel of the last route, or the first there are.
fn ends(scenario: &Scenario) -> (String, String) {
    if let Some(route) = scenario.routes.last() {
        return (route.seller.clone(), route.channel.clone());
    }
    let channels = of_kinds(scenario, &[PartyKind::Channel]);
    (
        first_or(sellers(scenario).first(), "merchant"),
        first_or(channels.first(), "channel"),
    )
}

/// Merchants before platforms.
pub(super) fn sellers(scenario: &Scenario) -> Vec<String> {
    let mut sellers = of_kinds(scenario, &[PartyKind::Merchant]);
    sellers.extend(of_kinds(scenario, &[PartyKind::Platform]));
    sellers
}

pub(super) fn of_kinds(scenario: &Scenario, kinds: &[PartyKind]) -> Vec<String> {
    let parties = scenario
        .parties
        .iter()
        .filter(|party| kinds.contains(&party.kind));
    parties.map(|party| party.id.clone()).collect()
}

fn first_or(found: Option<&String>, otherwise: &str) -> String {
    found.cloned().unwrap_or_else(|| otherwise.to_owned())
}

/// The word itself, or with the first number from 2 that makes it an id of its own.
fn free_id<'i>(base: &str, ids: impl Iterator<Item = &'i str>) -> String {
    let taken: Vec<&str> = ids.collect();
    let numbered = |number: u32| match number {
        1 => base.to_owned(),
        number => format!("{base}{number}"),
    };
    let mut free = (1..)
        .map(numbered)
        .filter(|id| !taken.contains(&id.as_str()));
    free.next().unwrap_or_default()
}
