//! Refunds: each refers to one payment line (or to a payment before the scenario) and never exceeds it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::WallClock;
use crate::base::id::LineId;
use crate::base::money::Money;
use crate::scenario::limits;
use crate::scenario::plan::{LineSource, PaymentLine, PlannedRefund, RefundedPayment};
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{Payment, Refund, RefundOf, Scenario};

use super::agreements::Deals;
use super::payments::{Order, within};
use super::postings::OldFees;
use super::problems::{Names, Problems};
use super::routing::Router;

struct Planner<'a> {
    scenario: &'a Scenario,
    router: &'a Router<'a>,
    order: &'a Order,
    payments: Names,
    /// Line of (payment, place).
    lines: BTreeMap<(u32, u16), LineId>,
}

/// All refunds in time order.
pub(super) fn planned(
    scenario: &Scenario,
    router: &Router<'_>,
    order: &Order,
    ends: WallClock,
    problems: &mut Problems,
) -> Vec<PlannedRefund> {
    let found = u64::try_from(scenario.refunds.len()).unwrap_or(u64::MAX);
    problems.limit(
        "refunds",
        found,
        u64::try_from(limits::REFUNDS_MAX).unwrap_or(u64::MAX),
    );
    let ids = scenario.refunds.iter().map(|refund| refund.id.as_str());
    Names::read("refunds", Noun::Payment, ids, problems);
    let ids = scenario.payments.iter().map(|payment| payment.id.as_str());
    // Twice-used ids were reported with the payments.
    let payments = Names::read("payments", Noun::Payment, ids, &mut Problems::default());
    let authored = order
        .lines
        .iter()
        .filter_map(|(id, line)| match line.source {
            LineSource::Authored { payment, line } => Some(((payment, line), id)),
            LineSource::Drawn { .. } => None,
        });
    let planner = Planner {
        scenario,
        router,
        order,
        payments,
        lines: authored.collect(),
    };
    let mut refunds = Vec::new();
    let mut described: BTreeMap<&str, &RefundOf> = BTreeMap::new();
    for (place, refund) in scenario.refunds.iter().enumerate() {
        let path = format!("refunds[{place}]");
        let at = format!("{path}.at");
        let is_in_time = within(&at, refund.at, scenario.starts, ends, problems);
        if let RefundOf::External { external, .. } = &refund.of {
            // Two descriptions of one payment are a contradiction, told as such.
            let of = *described.entry(external).or_insert(&refund.of);
            if *of != refund.of {
                continue;
            }
        }
        if let Some(planned) = planner.refund(&path, refund, problems) {
            // Of a moment that is itself a mistake nothing is said twice.
            let was_in_time = match planned.of {
                RefundedPayment::External(_) => planned.paid_at < scenario.starts,
                RefundedPayment::Line(_) => (scenario.starts..ends).contains(&planned.paid_at),
            };
            if is_in_time && was_in_time && refund.at < planned.paid_at {
                let paid_at = planned.paid_at.to_string();
                problems.at(at, ProblemKind::RefundBeforePayment { paid_at });
                continue;
            }
            refunds.push((place, planned));
        }
    }
    never_exceed(&refunds, problems);
    let placed = |(place, refund)| PlannedRefund {
        place: u32::try_from(place).unwrap_or(u32::MAX),
        ..refund
    };
    let mut refunds: Vec<PlannedRefund> = refunds.into_iter().map(placed).collect();
    refunds.sort_by_key(|refund| refund.at);
    refunds
}

impl Planner<'_> {
    /// The refund with its payment resolved.
    fn refund(
        &self,
        path: &str,
        refund: &Refund,
        problems: &mut Problems,
    ) -> Option<PlannedRefund> {
        let (of, contract, paid, paid_at) = match &refund.of {
            RefundOf::Payment { payment, seller } => {
                let id = self.line(path, payment, seller.as_deref(), problems)?;
                let line: &PaymentLine = self.order.lines.get(id)?;
                (
                    RefundedPayment::Line(id),
                    line.contract,
                    line.amount,
                    line.at,
                )
            }
            RefundOf::External {
                external,
                seller,
                channel,
                paid_at,
                amount,
                contract,
            } => {
                let at = format!("{path}.of");
                let ends = self.router.ends(&at, seller, channel, problems)?;
                let named = (at.as_str(), contract.as_deref());
                let contract = self
                    .router
                    .chosen(named, ends, *amount, *paid_at, problems)?;
                (
                    RefundedPayment::External(external.clone()),
                    contract,
                    *amount,
                    *paid_at,
                )
            }
        };
        Some(PlannedRefund {
            key: refund.id.clone(),
            at: refund.at,
            amount: refund.amount,
            contract,
            paid,
            place: 0,
            paid_at,
            of,
            bill: refund.bill.clone(),
        })
    }

    /// The line of a payment of this scenario that is refunded.
    fn line(
        &self,
        path: &str,
        payment: &str,
        seller: Option<&str>,
        problems: &mut Problems,
    ) -> Option<LineId> {
        let mut at = format!("{path}.of");
        let mut named = at.clone();
        if let Some(seller) = seller {
            // Written as an object: each name is told where it stands.
            self.router.seller(&at, seller, problems)?;
            named.push_str(".payment");
            at.push_str(".seller");
        }
        let place = problems.resolve(named, &self.payments, payment)?;
        let authored: &Payment = self.scenario.payments.get(place)?;
        // A line whose seller nobody knows, or that stands twice, may be the one that is meant.
        let mut sellers = BTreeSet::new();
        let all_are_clear = authored
            .lines
            .iter()
            .all(|line| self.router.is_seller(&line.seller) && sellers.insert(&line.seller));
        if !all_are_clear {
            return None;
        }
        let mut lines = authored.lines.iter().enumerate();
        let line = match (seller, authored.lines.as_slice()) {
            (None, [_]) => Some(0),
            (None, _) => None,
            (Some(seller), _) => lines
                .find(|(_, line)| line.seller == seller)
                .map(|(at, _)| at),
        };
        let Some(line) = line else {
            let sellers = authored
                .lines
                .iter()
                .map(|line| line.seller.clone())
                .collect();
            let kind = ProblemKind::RefundNeedsSeller {
                payment: payment.to_owned(),
                found: seller.unwrap_or_default().to_owned(),
                sellers,
            };
            problems.at(at, kind);
            return None;
        };
        let key = (u32::try_from(place).ok()?, u16::try_from(line).ok()?);
        self.lines.get(&key).copied()
    }
}

/// What each channel took as fees of the payments before the scenario that are refunded in it.
/// A channel whose fees are not given back is listed too, with nothing.
pub(super) fn old_fees(refunds: &[PlannedRefund], deals: &Deals) -> OldFees {
    let mut fees = OldFees::new();
    let mut known: BTreeSet<&RefundedPayment> = BTreeSet::new();
    for refund in refunds {
        if matches!(refund.of, RefundedPayment::Line(_)) || !known.insert(&refund.of) {
            continue;
        }
        let deal = deals.contracts.get(refund.contract.index());
        let Some(Some(deal)) = deal else {
            continue;
        };
        let fee = deal.fee.fee(refund.paid).unwrap_or_default();
        let returned = if deal.fee.returned_on_refund {
            fee
        } else {
            Money::ZERO
        };
        let sum = fees.entry(deal.channel).or_default();
        *sum = sum.plus(returned).unwrap_or(*sum);
    }
    fees
}

/// M4: all refunds of one payment together never exceed it.
fn never_exceed(refunds: &[(usize, PlannedRefund)], problems: &mut Problems) {
    let mut sums: BTreeMap<&RefundedPayment, Money> = BTreeMap::new();
    for (place, refund) in refunds {
        let sum = sums.entry(&refund.of).or_default();
        *sum = sum.plus(refund.amount).unwrap_or(Money::MAX);
        if *sum > refund.paid {
            let kind = ProblemKind::RefundsExceedPayment {
                refunded: *sum,
                paid: refund.paid,
            };
            problems.at(format!("refunds[{place}].amount"), kind);
        }
    }
}
