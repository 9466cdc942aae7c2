//! Payments as the plan holds them: one line a seller, in time order, each with its contract.

use crate::base::date::WallClock;
use crate::base::id::{ContractId, LineId, PartyId};
use crate::base::table::Table;
use crate::domain::contract::Mode;
use crate::scenario::limits;
use crate::scenario::plan::{AuthoredPayment, LineSource, PaymentLine};
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{Payment, RefundOf, Scenario};

use super::agreements::Deals;
use super::problems::{Names, Problems};
use super::routing::Router;

/// Authored payments and all lines, not yet ordered.
#[derive(Default)]
pub(super) struct Paid {
    pub(super) payments: Vec<AuthoredPayment>,
    pub(super) lines: Vec<PaymentLine>,
    pub(super) openings: i128,
    /// Sum of all lines and refunds, in fen.
    pub(super) turnover: i128,
}

/// All lines in time order, and the orders in which they are learnt of and split.
pub(super) struct Order {
    pub(super) payments: Vec<AuthoredPayment>,
    pub(super) lines: Table<LineId, PaymentLine>,
    pub(super) notified: Vec<LineId>,
    pub(super) split: Vec<LineId>,
}

impl Order {
    pub(super) fn known_at(&self, line: LineId) -> Option<WallClock> {
        let line = self.lines.get(line)?;
        Some(line.at.plus_millis(i64::from(line.known_after_ms)))
    }

    pub(super) fn split_at(&self, line: LineId, deals: &Deals) -> Option<WallClock> {
        let contract = self.lines.get(line)?.contract;
        let deal = deals.contracts.get(contract.index())?.as_ref()?;
        Some(
            self.known_at(line)?
                .plus_millis(i64::from(deal.split_delay_ms)),
        )
    }
}

pub(super) fn authored(
    scenario: &Scenario,
    router: &Router<'_>,
    ends: WallClock,
    problems: &mut Problems,
) -> Paid {
    let many = |list: usize| u64::try_from(list).unwrap_or(u64::MAX);
    problems.limit(
        "payments",
        many(scenario.payments.len()),
        many(limits::PAYMENTS_MAX),
    );
    let ids = scenario.payments.iter().map(|payment| payment.id.as_str());
    Names::read("payments", Noun::Payment, ids, problems);
    let openings = scenario
        .accounts
        .iter()
        .map(|account| i128::from(account.opening.minor()));
    let mut paid = Paid {
        openings: openings.sum(),
        ..Paid::default()
    };
    for (place, payment) in scenario.payments.iter().enumerate() {
        let path = format!("payments[{place}]");
        within(
            &format!("{path}.at"),
            payment.at,
            scenario.starts,
            ends,
            problems,
        );
        problems.limit(
            &format!("{path}.lines"),
            many(payment.lines.len()),
            many(limits::LINES_MAX),
        );
        for line in 0..payment.lines.len() {
            if let Some(line) = authored_line(&path, (place, payment), line, router, problems) {
                paid.turnover = paid
                    .turnover
                    .saturating_add(i128::from(line.amount.minor()));
                paid.lines.push(line);
            }
        }
        paid.payments.push(AuthoredPayment {
            key: payment.id.clone(),
            lines: u32::try_from(payment.lines.len()).unwrap_or(u32::MAX),
            own_contracts: own_contracts(payment),
            bill: payment.bill.clone(),
        });
    }
    let refunds = scenario
        .refunds
        .iter()
        .map(|refund| i128::from(refund.amount.minor()));
    paid.turnover = paid.turnover.saturating_add(refunds.sum());
    // Fees taken before the scenario lie in reserves at its beginning; they are below what was paid.
    let before = scenario.refunds.iter().map(|refund| match &refund.of {
        RefundOf::Payment { .. } => 0,
        RefundOf::External { amount, .. } => i128::from(amount.minor()),
    });
    paid.openings = paid.openings.saturating_add(before.sum());
    paid
}

/// Places of the lines that name their contract themselves.
fn own_contracts(payment: &Payment) -> Vec<u16> {
    let lines = payment.lines.iter().zip(0_u16..);
    let own = lines.filter(|(line, _)| line.contract.is_some());
    own.map(|(_, place)| place).collect()
}

fn authored_line(
    path: &str,
    (place, payment): (usize, &Payment),
    line: usize,
    router: &Router<'_>,
    problems: &mut Problems,
) -> Option<PaymentLine> {
    let authored = payment.lines.get(line)?;
    let at = format!("{path}.lines[{line}]");
    let ends = line_ends(
        path,
        &at,
        &authored.seller,
        &payment.channel,
        router,
        problems,
    )?;
    let named = authored.contract.as_deref();
    let contract = router.chosen((&at, named), ends, authored.amount, payment.at, problems)?;
    let deal = router.deal(contract)?;
    let known_after_ms = match payment.known_at {
        None => deal.notification_delay_ms,
        Some(known_at) => known_after(&format!("{path}.known_at"), payment.at, known_at, problems)?,
    };
    Some(PaymentLine {
        at: payment.at,
        amount: authored.amount,
        known_after_ms,
        contract,
        source: LineSource::Authored {
            payment: u32::try_from(place).unwrap_or(u32::MAX),
            line: u16::try_from(line).unwrap_or(u16::MAX),
        },
    })
}

/// The channel stands at the payment, the seller at the line; each is reported where it stands.
fn line_ends(
    payment: &str,
    line: &str,
    seller: &str,
    channel: &str,
    router: &Router<'_>,
    problems: &mut Problems,
) -> Option<(PartyId, PartyId)> {
    let seller = router.seller(line, seller, problems);
    let channel = router.channel(payment, channel, problems);
    seller.zip(channel)
}

fn known_after(
    path: &str,
    at: WallClock,
    known_at: WallClock,
    problems: &mut Problems,
) -> Option<u32> {
    let delay_max = i64::from(limits::DELAY_SECONDS_MAX).saturating_mul(1000);
    let delay = known_at.millis().saturating_sub(at.millis());
    if delay > delay_max {
        problems.at(
            path,
            ProblemKind::OutOfRange {
                found: known_at.to_string(),
                min: at.to_string(),
                max: at.plus_millis(delay_max).to_string(),
            },
        );
        return None;
    }
    // Known before it was paid: a contradiction, told as such.
    u32::try_from(delay).ok()
}

/// A moment must lie in `[from, until)`; answers whether it does.
pub(super) fn within(
    path: &str,
    at: WallClock,
    from: WallClock,
    until: WallClock,
    problems: &mut Problems,
) -> bool {
    let is_within = at >= from && at < until;
    if !is_within {
        problems.at(
            path,
            ProblemKind::OutsideScenario {
                found: at.to_string(),
                from: from.to_string(),
                until: until.to_string(),
            },
        );
    }
    is_within
}

/// Orders the lines by time (authored before drawn, then as written) and derives the other two orders.
pub(super) fn order(mut paid: Paid, deals: &Deals) -> Order {
    paid.lines
        .sort_by_key(|line| (line.at, matches!(line.source, LineSource::Drawn { .. })));
    let mut number = 0_u32;
    for line in &mut paid.lines {
        if let LineSource::Drawn { number: drawn, .. } = &mut line.source {
            number = number.saturating_add(1);
            *drawn = number;
        }
    }
    let lines: Table<LineId, PaymentLine> = paid.lines.into_iter().collect();
    let deal = |contract: ContractId| {
        deals
            .contracts
            .get(contract.index())
            .and_then(|deal| deal.as_ref())
    };
    let of = |wanted: &dyn Fn(&super::agreements::Deal) -> bool| -> Vec<LineId> {
        let lines = lines
            .iter()
            .filter(|(_, line)| deal(line.contract).is_some_and(wanted));
        lines.map(|(id, _)| id).collect()
    };
    let notified = of(&|deal| deal.notifies);
    let split = of(&|deal| deal.mode == Mode::SubMerchant);
    let mut order = Order {
        payments: paid.payments,
        lines,
        notified: Vec::new(),
        split: Vec::new(),
    };
    // Both are almost sorted already; a stable sort keeps lines of one moment in their order.
    order.notified = sorted(notified, |line| order.known_at(line));
    order.split = sorted(split, |line| order.split_at(line, deals));
    order
}

fn sorted(mut lines: Vec<LineId>, at: impl Fn(LineId) -> Option<WallClock>) -> Vec<LineId> {
    lines.sort_by_key(|line| at(*line));
    lines
}
