//! Fees and shares of a payment, and what of them a refund gives back.
//!
//! Source: channels round per order, half up to whole fen (two independent descriptions and published
//! bills agree); what is given back is rounded cumulatively so that the last refund returns the rest.

use serde::{Deserialize, Serialize};

use crate::base::allocate::{Remainder, allocate};
use crate::base::money::{Money, MoneyRange};
use crate::base::rate::{PPM, Rate, Rounding, portion};

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

/// Who gets the fen that a split leaves over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitRemainder {
    /// Each share is rounded by itself; the collector keeps what is left over.
    #[default]
    Collector,
    /// Together the receivers get their rates of the payment, rounded down once: each its own share rounded down,
    /// and the fen left over go to the shares whose fraction was cut most, one each.
    Largest,
    /// The same, but the fen left over go to the receivers from the first on, one each.
    First,
    /// The same, but the fen left over go to the receivers from the last on, one each.
    Last,
}

/// The receivers' shares of a payment in their order, and what is left for the collector.
pub(crate) fn divide(
    amount: Money,
    fee: Money,
    shares: &[Share],
    remainder: SplitRemainder,
) -> Result<(Vec<Money>, Money), MoneyRange> {
    let mut parts = Vec::new();
    let rest = divide_into(amount, fee, shares, remainder, &mut parts)?;
    Ok((parts, rest))
}

/// Puts the receivers' shares of a payment into `parts`, in their order; answers what is left for the collector.
///
/// Shares never take more than what is left after the fee.
pub(crate) fn divide_into(
    amount: Money,
    fee: Money,
    shares: &[Share],
    remainder: SplitRemainder,
    parts: &mut Vec<Money>,
) -> Result<Money, MoneyRange> {
    parts.clear();
    let leftover_to = match remainder {
        SplitRemainder::Collector => return divide_each(amount, fee, shares, parts),
        SplitRemainder::Largest => Remainder::Largest,
        SplitRemainder::First => Remainder::First,
        SplitRemainder::Last => Remainder::Last,
    };
    let net = amount.minus(fee)?;
    let weights: Vec<u32> = shares.iter().map(|share| share.rate.ppm()).collect();
    parts.extend(allocate(amount, net, &weights, PPM, leftover_to)?);
    parts.iter().try_fold(net, |rest, part| rest.minus(*part))
}

/// Each share by itself, never more than what is left after the fee and the shares before it.
fn divide_each(
    amount: Money,
    fee: Money,
    shares: &[Share],
    parts: &mut Vec<Money>,
) -> Result<Money, MoneyRange> {
    let mut rest = amount.minus(fee)?;
    for share in shares {
        let part = share.rate.of(amount, share.rounding)?.min(rest);
        rest = rest.minus(part)?;
        parts.push(part);
    }
    Ok(rest)
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
        let (parts, rest) = divide(
            money("35.80"),
            money("0.21"),
            &[two],
            SplitRemainder::Collector,
        )
        .unwrap();
        assert_eq!((parts, rest), (vec![money("0.71")], money("34.88")));
        let all = Share {
            rate: Rate::parse("1").unwrap(),
            ..two
        };
        let (parts, rest) = divide(
            money("10.00"),
            money("0.06"),
            &[two, all],
            SplitRemainder::Collector,
        )
        .unwrap();
        assert_eq!(
            (parts, rest),
            (vec![money("0.20"), money("9.74")], Money::ZERO)
        );
    }

    #[test]
    fn the_remainder_policy_names_who_gets_the_last_fen_of_a_split() {
        let share = |rate: &str| Share {
            rate: Rate::parse(rate).unwrap(),
            rounding: Rounding::Down,
            returned_on_refund: false,
        };
        // 10 % of 0.19 is 1.9 fen: alone each of two receivers at 5 % gets nothing.
        let shares = [share("0.05"), share("0.05")];
        let parts = |remainder| {
            let (parts, rest) = divide(money("0.19"), Money::ZERO, &shares, remainder).unwrap();
            (
                parts.iter().map(|part| part.minor()).collect::<Vec<_>>(),
                rest.minor(),
            )
        };
        assert_eq!(parts(SplitRemainder::Collector), (vec![0, 0], 19));
        assert_eq!(parts(SplitRemainder::Largest), (vec![1, 0], 18));
        assert_eq!(parts(SplitRemainder::First), (vec![1, 0], 18));
        assert_eq!(parts(SplitRemainder::Last), (vec![0, 1], 18));
        // With a fee of 0.15 only 0.04 are there to be shared.
        let large = [share("0.15"), share("0.15"), share("0.15")];
        let (fee, first) = (money("0.15"), SplitRemainder::First);
        let (parts, rest) = divide(money("0.19"), fee, &large, first).unwrap();
        let parts: Vec<i64> = parts.iter().map(|part| part.minor()).collect();
        assert_eq!((parts, rest.minor()), (vec![2, 2, 0], 0));
    }
}
