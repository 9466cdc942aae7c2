//! Whether the rows of a trade bill agree with each other: no number twice, refunds no larger and no earlier
//! than their payments, the fees that they give back, and a span that a scenario can have.
//!
//! A bill that was downloaded twice and put together has totals that agree with its rows; only the
//! numbers tell.

use std::collections::BTreeMap;

use super::super::flaws::{Flaw, Flaws};
use super::entry::{Entry, FEE, PAID_AT, REFUNDED};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::base::rate::Rounding;
use crate::domain::fee::given_back;
use crate::scenario::limits::{AMOUNT_MAX, DAYS_MAX, PAYMENTS_MAX, REFUNDS_MAX};
use crate::scenario::problem::FileFlaw;

/// Notes everything in which rows disagree.
pub(super) fn check(entries: &[Entry<'_>], flaws: &mut Flaws) {
    limits(entries, flaws);
    duplicates(entries, flaws);
    // Sums of rows that stand twice would be too large for that reason alone.
    if flaws.is_empty() {
        orders(entries, flaws);
    }
}

fn limits(entries: &[Entry<'_>], flaws: &mut Flaws) {
    for (is_refund, most) in [(false, PAYMENTS_MAX), (true, REFUNDS_MAX)] {
        let rows = || entries.iter().filter(|entry| entry.is_refund == is_refund);
        if let Some(first) = rows().nth(most) {
            let flaw = Flaw::new(FileFlaw::TooManyRows, most.to_string());
            flaws.add(first.line, flaw, &rows().count().to_string());
        }
    }
    let first = entries.iter().min_by_key(|entry| entry.at);
    let last = entries.iter().max_by_key(|entry| entry.at);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let days = last.at.day().days().saturating_sub(first.at.day().days());
    let days = u32::try_from(days).unwrap_or(u32::MAX).saturating_add(1);
    if days > DAYS_MAX {
        let flaw = Flaw::new(FileFlaw::SpanTooLong, DAYS_MAX.to_string());
        flaws.add_in(last.line, last.numbers.at, flaw, &days.to_string());
    }
}

/// Whose number it is, in which column, and the number.
type Number<'a> = (&'static str, &'a str, Option<&'a str>, &'a str);

/// The numbers that no other row may have. Those that the shop gave are its own; no number is written `0`.
fn numbers<'a>(entry: &Entry<'a>) -> Vec<Number<'a>> {
    let own = |column, number| (column, entry.merchant, entry.sub_merchant, number);
    let channels = |column, number| (column, "", None, number);
    let all = match (entry.is_refund, entry.numbers.is_revoked) {
        (false, _) => vec![
            channels("微信订单号", entry.order),
            own("商户订单号", entry.numbers.own_order),
        ],
        (true, is_revoked) => vec![
            // An order is taken back once.
            channels("微信订单号", if is_revoked { entry.order } else { "" }),
            channels("微信退款单号", entry.numbers.refund),
            own("商户退款单号", entry.numbers.own_refund),
        ],
    };
    let is_one = |(_, _, _, number): &Number<'a>| !matches!(*number, "" | "0");
    all.into_iter().filter(is_one).collect()
}

fn duplicates(entries: &[Entry<'_>], flaws: &mut Flaws) {
    let (mut payments, mut refunds) = (BTreeMap::new(), BTreeMap::new());
    let paid = entries.iter().filter(|entry| !entry.is_refund);
    let paid: BTreeMap<&str, u32> = paid.map(|entry| (entry.order, entry.line)).collect();
    for entry in entries {
        let lines = if entry.is_refund {
            &mut refunds
        } else {
            &mut payments
        };
        // One is enough: of a row that stands twice all numbers do.
        let mut told = false;
        for number in numbers(entry) {
            let first = *lines.entry(number).or_insert(entry.line);
            if first != entry.line && !told {
                let payment = paid.get(entry.order).filter(|_| entry.is_refund).copied();
                let lines = std::iter::once(first).chain(payment);
                let flaw = Flaw::new(FileFlaw::DuplicateNumber, "").about(lines);
                flaws.add_in(entry.line, number.0, flaw, number.3);
                told = true;
            }
        }
    }
}

/// The rows of one order: its payment, where the file has it, and its refunds.
#[derive(Default)]
struct Order<'e, 'a> {
    payment: Option<&'e Entry<'a>>,
    refunds: Vec<&'e Entry<'a>>,
}

fn orders(entries: &[Entry<'_>], flaws: &mut Flaws) {
    let mut orders: BTreeMap<&str, Order<'_, '_>> = BTreeMap::new();
    for entry in entries {
        let order = orders.entry(entry.order).or_default();
        match entry.is_refund {
            true => order.refunds.push(entry),
            false => order.payment = Some(entry),
        }
    }
    for order in orders.values_mut() {
        // As the engine plays them: by time, else as they stand.
        order.refunds.sort_by_key(|refund| refund.at);
        if order.is_of_one(flaws) {
            order.refunds_fit(flaws);
        }
    }
}

impl<'e, 'a> Order<'e, 'a> {
    /// Whether all rows of an order say the same of it.
    fn is_of_one(&self, flaws: &mut Flaws) -> bool {
        let mut agrees = true;
        let mut rows: Vec<&Entry<'_>> = self
            .payment
            .into_iter()
            .chain(self.refunds.iter().copied())
            .collect();
        rows.sort_by_key(|row| (row.is_refund, row.line));
        let Some((first, rows)) = rows.split_first() else {
            return true;
        };
        for row in rows {
            if let Some((column, found)) = difference(first, row) {
                let flaw = Flaw::new(FileFlaw::DiffersFromLine, "").about([first.line]);
                flaws.add_in(row.line, column, flaw, &found);
                agrees = false;
            }
        }
        agrees
    }

    /// When and of how much the payment was. Of one before the file is known what its refunds add up to.
    fn paid(&self) -> (Option<WallClock>, Money) {
        match self.payment {
            Some(payment) => (Some(payment.at), payment.amount),
            None => {
                let amounts = self.refunds.iter().map(|refund| refund.amount);
                let sum = amounts.fold(Money::ZERO, |sum, amount| {
                    sum.plus(amount).unwrap_or(Money::MAX)
                });
                (None, sum)
            }
        }
    }

    fn refunds_fit(&self, flaws: &mut Flaws) {
        let (paid_at, paid) = self.paid();
        let line = self.payment.map(|payment| payment.line);
        if let (true, Some(last)) = (paid > AMOUNT_MAX, self.refunds.last()) {
            let flaw = Flaw::new(FileFlaw::OutOfRange, AMOUNT_MAX.plain());
            flaws.add_in(last.line, REFUNDED, flaw, &paid.plain());
            return;
        }
        let (mut refunded, mut fees) = (Money::ZERO, Money::ZERO);
        for refund in &self.refunds {
            if let Some(paid_at) = paid_at.or(refund.paid_at).filter(|at| refund.at < *at) {
                let flaw = Flaw::new(FileFlaw::RefundTooEarly, shown(paid_at)).about(line);
                flaws.add_in(refund.line, refund.numbers.at, flaw, &shown(refund.at));
                return;
            }
            let left = paid.minus(refunded).unwrap_or_default();
            if refund.amount > left {
                let flaw = Flaw::new(FileFlaw::RefundTooLarge, left.plain()).about(line);
                flaws.add_in(refund.line, REFUNDED, flaw, &refund.amount.plain());
                return;
            }
            refunded = refunded.plus(refund.amount).unwrap_or(Money::MAX);
            // What all refunds so far give back is rounded together, as the engine does it.
            let taken = refund.rate.of(paid, Rounding::HalfUp);
            let due = taken.and_then(|taken| given_back(taken, paid, refunded, fees));
            let due = due.unwrap_or(Money::MAX);
            if refund.fee != due.negated() {
                let flaw = Flaw::new(FileFlaw::FeeDiffers, due.negated().plain());
                flaws.add_in(
                    refund.line,
                    FEE,
                    flaw,
                    &format!("{}000", refund.fee.plain()),
                );
                return;
            }
            fees = fees.plus(due).unwrap_or(Money::MAX);
        }
    }
}

/// A column in which a row says something else of an order than the first row of it, and what.
fn difference(first: &Entry<'_>, row: &Entry<'_>) -> Option<(&'static str, String)> {
    let (own, also) = (first.numbers.own_order, row.numbers.own_order);
    if first.merchant != row.merchant {
        Some(("商户号", row.merchant.to_owned()))
    } else if first.sub_merchant != row.sub_merchant {
        let found = row.sub_merchant.unwrap_or("0");
        Some(("特约商户号", found.to_owned()))
    } else if own != also && !own.is_empty() && !also.is_empty() {
        Some(("商户订单号", also.to_owned()))
    } else if first.rate != row.rate {
        Some(("费率", format!("{}%", row.rate.percent())))
    } else if let (Some(told), Some(also)) = (first.paid_at, row.paid_at)
        && told != also
    {
        Some((PAID_AT, shown(also)))
    } else {
        None
    }
}

fn shown(at: WallClock) -> String {
    at.to_string().replace('T', " ")
}
