//! Fees and shares of a payment, and what of them a refund gives back.
//!
//! Source: channels round per order, half up to whole fen (two independent descriptions and published
//! bills agree); what is given back is rounded cumulatively so that the last refund returns the rest.

use crate::base::money::{Money, MoneyRange};
use crate::base::rate::{Rate, Rounding, portion};

/// What the channel charges for a payment line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FeePlan {
    /// Rate of the amount.
    pub rate: Rate,
    /// Rounding of each fee.
    pub rounding: Rounding,
    /// Least fee, never above the amount.
    pub floor: Option<Money>,
    /// Greatest fee.
    pub cap: Option<Money>,
    /// Whether a refund gives the fee back in proportion.
    pub returned_on_refund: bool,
}

impl FeePlan {
    /// The fee of one payment line.
    pub(crate) fn fee(&self, amount: Money) -> Result<Money, MoneyRange> {
        let mut fee = self.rate.of(amount, self.rounding)?;
        if let Some(cap) = self.cap {
            fee = fee.min(cap);
        }
        if let Some(floor) = self.floor {
            fee = fee.max(floor);
        }
        Ok(fee.min(amount))
    }
}

/// One receiver's part of a payment (分账).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// Rate of the payment amount.
    pub rate: Rate,
    /// Rounding of each share.
    pub rounding: Rounding,
    /// Whether a refund takes the share back in proportion.
    pub returned_on_refund: bool,
}

/// The receivers' shares of a payment in their order, and what is left for the collector.
///
/// A share never takes more than what is left after the fee and the shares before it.
pub(crate) fn divide(
    amount: Money,
    fee: Money,
    shares: &[Share],
) -> Result<(Vec<Money>, Money), MoneyRange> {
    let mut rest = amount.minus(fee)?;
    let mut parts = Vec::with_capacity(shares.len());
    for share in shares {
        let part = share.rate.of(amount, share.rounding)?.min(rest);
        rest = rest.minus(part)?;
        parts.push(part);
    }
    Ok((parts, rest))
}

/// What the next refund gives back of `whole` (a fee or a share), cumulatively rounded half up.
///
/// `refunded` counts this refund and all before it, of a payment of `paid`; `already` was given back before.
pub(crate) fn given_back(
    whole: Money,
    paid: Money,
    refunded: Money,
    already: Money,
) -> Result<Money, MoneyRange> {
    let total = if refunded >= paid {
        whole
    } else {
        portion(whole, refunded.minor(), paid.minor(), Rounding::HalfUp)?
    };
    total.minus(already)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    #[test]
    fn the_fee_given_back_is_rounded_over_all_refunds() {
        let back = |whole, paid, refunded, already| {
            given_back(money(whole), money(paid), money(refunded), money(already))
                .unwrap()
                .plain()
        };
        assert_eq!(back("1.20", "200.00", "50.00", "0.00"), "0.30");
        // Tells the rules apart: "fee of the refund" would give back 0.02 in all.
        assert_eq!(back("0.01", "2.49", "1.24", "0.00"), "0.00");
        assert_eq!(back("0.01", "2.49", "2.49", "0.00"), "0.01");
    }

    #[test]
    fn floor_and_cap_hold_but_never_more_than_the_amount() {
        let mut plan = FeePlan {
            rate: Rate::parse("0.006").unwrap(),
            rounding: Rounding::HalfUp,
            floor: Some(money("0.10")),
            cap: Some(money("5.00")),
            returned_on_refund: true,
        };
        assert_eq!(plan.fee(money("1.00")), Ok(money("0.10")));
        assert_eq!(plan.fee(money("0.05")), Ok(money("0.05")));
        assert_eq!(plan.fee(money("9000.00")), Ok(money("5.00")));
        plan.cap = None;
        assert_eq!(plan.fee(money("9000.00")), Ok(money("54.00")));
    }

    #[test]
    fn shares_and_rest_make_up_the_payment() {
        let two = Share {
            rate: Rate::parse("0.02").unwrap(),
            rounding: Rounding::Down,
            returned_on_refund: false,
        };
        let (parts, rest) = divide(money("35.80"), money("0.21"), &[two]).unwrap();
        assert_eq!((parts, rest), (vec![money("0.71")], money("34.88")));
        let all = Share {
            rate: Rate::parse("1").unwrap(),
            ..two
        };
        let (parts, rest) = divide(money("10.00"), money("0.06"), &[two, all]).unwrap();
        assert_eq!(
            (parts, rest),
            (vec![money("0.20"), money("9.74")], Money::ZERO)
        );
    }
}
