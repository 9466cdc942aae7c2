//! New payments, refunds, traffic and expectations.

use std::collections::BTreeSet;

use super::people::in_tongue;
use super::{USUAL_AMOUNT, ends, first_or, made, of_kinds};
use crate::base::money::Money;
use crate::scenario::document::codec::Codec;
use crate::scenario::document::tree::Node;
use crate::scenario::edit::Tongue;
use crate::scenario::v1::{
    BillNote, Expectation, Line, NamedMoment, Op, Outflow, PartyKind, Payment, Purpose, Refund,
    RefundOf, Scenario, Severity, Traffic, Which,
};

const HOUR_MS: i64 = 3_600_000;
/// The first payment is made at ten in the morning of the first day.
const OPENING_HOURS: i64 = 10;
const NOON: i64 = 12;

/// A payment like the last one, or by the first route.
pub(super) fn payment(scenario: &mut Scenario) -> Option<()> {
    let last = scenario.payments.last();
    let ends =
        last.and_then(|last| Some((last.lines.first()?.seller.clone(), last.channel.clone())));
    let (seller, channel) = ends.unwrap_or_else(|| self::ends(scenario));
    let opening = scenario
        .starts
        .plus_millis(HOUR_MS.saturating_mul(OPENING_HOURS));
    let at = last.map_or(opening, |last| last.at);
    let line = made::<Line>([("seller", seller.as_str()), ("amount", USUAL_AMOUNT)])?;
    scenario.payments.push(Payment {
        id: free_number("P", scenario.payments.iter().map(|one| one.id.as_str())),
        at,
        known_at: None,
        channel,
        lines: vec![line],
        bill: None,
    });
    Some(())
}

/// A whole refund, an hour later, of the last payment that has none.
pub(super) fn refund(scenario: &mut Scenario) -> Option<()> {
    let of = |refund: &Refund| match &refund.of {
        RefundOf::Payment { payment, .. } => Some(payment.clone()),
        RefundOf::External { .. } => None,
    };
    let refunded: Vec<String> = scenario.refunds.iter().filter_map(of).collect();
    let mut payments = scenario.payments.iter().rev();
    let payment = payments
        .find(|payment| !refunded.contains(&payment.id))
        .or(scenario.payments.last());
    let line = payment.and_then(|payment| payment.lines.first());
    let several = payment.is_some_and(|payment| payment.lines.len() > 1);
    let refund = Refund {
        id: free_number("R", scenario.refunds.iter().map(|one| one.id.as_str())),
        of: RefundOf::Payment {
            payment: first_or(payment.map(|payment| &payment.id), "P1"),
            seller: line.filter(|_| several).map(|line| line.seller.clone()),
        },
        at: payment
            .map_or(scenario.starts, |payment| payment.at)
            .plus_millis(HOUR_MS),
        amount: line.map_or_else(usual_amount, |line| line.amount),
        bill: None,
    };
    scenario.refunds.push(refund);
    Some(())
}

/// A named moment: the last one's day later, the first in the morning of the second day.
pub(super) fn named_moment(scenario: &mut Scenario, tongue: Tongue) {
    let before = scenario
        .storyboard
        .last()
        .map_or(scenario.starts, |last| last.at);
    let number = scenario.storyboard.len().saturating_add(1);
    scenario.storyboard.push(NamedMoment {
        at: before.plus_days(1),
        title: in_tongue(format!("时刻 {number}"), format!("Moment {number}"), tongue),
    });
}

/// Own costs, paid at noon of the first day out of the first platform's account, or out of any.
pub(super) fn outflow(scenario: &mut Scenario) -> Option<()> {
    let platforms = of_kinds(scenario, &[PartyKind::Platform]);
    let mut accounts = scenario.accounts.iter();
    let platform = accounts.find(|account| platforms.contains(&account.owner));
    let account = platform.or(scenario.accounts.first());
    let noon = scenario.starts.plus_millis(HOUR_MS.saturating_mul(NOON));
    let outflow = Outflow {
        id: free_number("X", scenario.outflows.iter().map(|one| one.id.as_str())),
        from: first_or(account.map(|account| &account.id), "platform.bank"),
        at: scenario.outflows.last().map_or(noon, |last| last.at),
        amount: usual_amount(),
        purpose: Purpose::Costs,
        to: None,
    };
    scenario.outflows.push(outflow);
    Some(())
}

pub(super) fn refund_of(scenario: &Scenario, word: &str) -> Option<RefundOf> {
    let (seller, channel) = ends(scenario);
    match word {
        "payment" => Some(RefundOf::Payment {
            payment: first_or(scenario.payments.last().map(|one| &one.id), "P1"),
            seller: None,
        }),
        "external" => Some(RefundOf::External {
            external: "0001".to_owned(),
            seller,
            channel,
            paid_at: scenario.starts.plus_days(-1),
            amount: usual_amount(),
            contract: None,
        }),
        _ => None,
    }
}

pub(in crate::scenario::edit) fn traffic(
    scenario: &mut Scenario,
    seller: &str,
    channel: &str,
) -> Option<()> {
    let amount = Node::Object(vec![
        ("from".into(), Node::text("10.00")),
        ("to".into(), Node::text("90.00")),
    ]);
    let text = |text: &str| Node::text(text.to_owned());
    let traffic = Traffic::take(&Node::Object(vec![
        ("seller".into(), text(seller)),
        ("channel".into(), text(channel)),
        ("per_day".into(), Node::whole(20)),
        ("amount".into(), amount),
        ("hours".into(), text("retail")),
    ]))?;
    scenario.traffic.push(traffic);
    Some(())
}

/// An expectation of a kind, with the comparison and the amount of the one that it replaces.
pub(super) fn expectation(
    scenario: &Scenario,
    word: &str,
    before: Option<&Expectation>,
) -> Option<Expectation> {
    use Expectation as E;
    let (op, value) = match before {
        Some(
            E::Balance { op, value, .. }
            | E::Arrival { op, value, .. }
            | E::TotalFee { op, value, .. }
            | E::Inflow { op, value, .. }
            | E::Commission { op, value, .. }
            | E::Held { op, value, .. },
        ) => (*op, *value),
        Some(E::Refused { op, .. } | E::Findings { op, .. }) => (*op, Money::ZERO),
        None => (Op::AtLeast, Money::ZERO),
    };
    let account = first_or(
        scenario.accounts.first().map(|one| &one.id),
        "merchant.bank",
    );
    let end = scenario.starts.plus_days(scenario.days.into());
    Some(match word {
        "balance" => E::Balance {
            account,
            at: end,
            which: Which::Current,
            op,
            value,
        },
        "arrival" => E::Arrival {
            account,
            by: end.day(),
            op,
            value,
        },
        "total_fee" => E::TotalFee {
            channel: ends(scenario).1,
            op,
            value,
        },
        "refused" => E::Refused { op, count: 0 },
        "inflow" => E::Inflow {
            party: ends(scenario).0,
            from: None,
            by: end.day(),
            op,
            value,
        },
        "commission" => E::Commission {
            party: with_a_book(scenario),
            op,
            value,
        },
        "held" => E::Held {
            party: with_a_book(scenario),
            op,
            value,
        },
        "findings" => E::Findings {
            at_least: Severity::High,
            op,
            count: 0,
        },
        _ => return None,
    })
}

/// Who is likely to earn commission or to hold others' money: the first platform that keeps a book, or
/// else whoever keeps one.
fn with_a_book(scenario: &Scenario) -> String {
    let mut keepers = scenario.parties.iter().filter(|one| {
        let licensed = matches!(one.kind, PartyKind::Channel | PartyKind::Bank);
        licensed || one.book.is_some()
    });
    let mut platforms = keepers.clone();
    let platform = platforms.find(|one| one.kind == PartyKind::Platform);
    first_or(platform.or(keepers.next()).map(|one| &one.id), "platform")
}

/// Refunds of a payment that had a single seller say so before it gets another.
pub(super) fn say_whose(scenario: &mut Scenario, place: usize) {
    let Some(paid) = scenario.payments.get(place) else {
        return;
    };
    let only = paid.lines.first().map(|line| line.seller.clone());
    for refund in &mut scenario.refunds {
        if let RefundOf::Payment { payment, seller } = &mut refund.of
            && *payment == paid.id
            && seller.is_none()
        {
            seller.clone_from(&only);
        }
    }
}

/// A note of the first row, with no columns yet.
pub(super) const fn bill_note() -> BillNote {
    BillNote {
        place: 1,
        fields: Vec::new(),
    }
}

fn usual_amount() -> Money {
    Money::parse(USUAL_AMOUNT).unwrap_or_default()
}

/// A letter and a number that no other entry has, from the number of entries on.
fn free_number<'i>(letter: &str, ids: impl Iterator<Item = &'i str>) -> String {
    let taken: BTreeSet<&str> = ids.collect();
    let mut ids = (taken.len().saturating_add(1)..).map(|number| format!("{letter}{number}"));
    ids.find(|id| !taken.contains(id.as_str()))
        .unwrap_or_default()
}
