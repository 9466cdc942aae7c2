//! Splitting an amount into shares without losing or inventing a fen.
//!
//! Rates never reach this module: shares are integer weights.

use serde::{Deserialize, Serialize};

use super::money::{Money, MoneyRange};

/// Who takes the fen that the division leaves over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remainder {
    /// The shares whose fraction was cut most, one fen each; ties by position.
    #[default]
    Largest,
    /// The first shares of weight above zero, one fen each.
    First,
    /// All of it to the last share of weight above zero.
    Last,
}

/// Divides `amount` by `weights`; the shares sum to `amount` exactly.
///
/// A weight of zero gets nothing. Fails when no weight is above zero (and the amount is not zero).
pub(crate) fn allocate(
    amount: Money,
    weights: &[u32],
    remainder: Remainder,
) -> Result<Vec<Money>, MoneyRange> {
    let total: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    if total == 0 {
        return if amount.is_zero() {
            Ok(vec![Money::ZERO; weights.len()])
        } else {
            Err(MoneyRange)
        };
    }
    let negative = amount.is_negative();
    let magnitude = u128::from(amount.minor().unsigned_abs());
    let mut shares = Vec::with_capacity(weights.len());
    let mut left = magnitude;
    for (place, weight) in weights.iter().enumerate() {
        let exact = magnitude * u128::from(*weight);
        left -= exact / total;
        shares.push(Portion {
            place,
            weight: *weight,
            whole: exact / total,
            cut: exact % total,
        });
    }
    hand_out(&mut shares, left, remainder);
    shares.sort_by_key(|share| share.place);
    shares
        .into_iter()
        .map(|share| {
            let minor = i64::try_from(share.whole).map_err(|_| MoneyRange)?;
            Money::of_minor(if negative { -minor } else { minor })
        })
        .collect()
}

struct Portion {
    place: usize,
    weight: u32,
    whole: u128,
    cut: u128,
}

/// Gives the `left` fen to the shares that the policy names; `left` is below the number of them.
fn hand_out(shares: &mut [Portion], left: u128, remainder: Remainder) {
    match remainder {
        Remainder::Largest => shares.sort_by(|a, b| b.cut.cmp(&a.cut).then(a.place.cmp(&b.place))),
        Remainder::First => {}
        Remainder::Last => {
            if let Some(last) = shares.iter_mut().rev().find(|share| share.weight > 0) {
                last.whole += left;
            }
            return;
        }
    }
    let takers = shares.iter_mut().filter(|share| share.weight > 0);
    for (share, _) in takers.zip(0..left) {
        share.whole += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shares(minor: i64, weights: &[u32], remainder: Remainder) -> Vec<i64> {
        let amount = Money::of_minor(minor).unwrap();
        allocate(amount, weights, remainder)
            .unwrap()
            .into_iter()
            .map(Money::minor)
            .collect()
    }

    #[test]
    fn the_policy_names_who_takes_the_last_fen() {
        assert_eq!(shares(15, &[80, 8, 12], Remainder::Largest), [12, 1, 2]);
        assert_eq!(shares(15, &[80, 8, 12], Remainder::First), [13, 1, 1]);
        assert_eq!(shares(100, &[1, 1, 1], Remainder::Last), [33, 33, 34]);
        assert_eq!(
            shares(-100, &[1, 1, 1], Remainder::Largest),
            [-34, -33, -33]
        );
        assert_eq!(shares(5, &[0, 1, 0], Remainder::Last), [0, 5, 0]);
    }

    #[test]
    fn no_weight_takes_nothing_only() {
        assert_eq!(
            allocate(Money::MAX, &[0, 0], Remainder::First),
            Err(MoneyRange)
        );
        assert_eq!(shares(0, &[0, 0], Remainder::First), [0, 0]);
    }

    proptest! {
        /// M2: shares sum exactly, stay within one fen, and weight 0 gets 0.
        #[test]
        fn nothing_is_lost_or_invented(
            minor in -1_000_000_000_i64..=1_000_000_000,
            weights in prop::collection::vec(0_u32..=1_000_000, 1..12),
        ) {
            prop_assume!(weights.iter().any(|w| *w > 0));
            let total: i64 = weights.iter().map(|w| i64::from(*w)).sum();
            for remainder in [Remainder::Largest, Remainder::First] {
                let parts = shares(minor, &weights, remainder);
                prop_assert_eq!(parts.iter().sum::<i64>(), minor);
                for (part, weight) in parts.iter().zip(&weights) {
                    let exact = i128::from(minor) * i128::from(*weight);
                    let distance = (i128::from(*part) * i128::from(total) - exact).abs();
                    prop_assert!(distance < i128::from(total));
                    prop_assert!(*weight > 0 || *part == 0);
                }
            }
            prop_assert_eq!(shares(minor, &weights, Remainder::Last).iter().sum::<i64>(), minor);
        }
    }
}
