//! Taking several shares of one amount, so that no fen of what they promise together is lost or invented.
//!
//! Two receivers with 5 % each of 0.19 are promised 1.9 fen together, but 0.95 fen each: rounded down one by one
//! they would get nothing. Here everybody gets its own share rounded down, and the fen by which the rounded sum of
//! all shares is greater, fewer than there are receivers, are handed out one by one.
//! Rates never reach this module: shares are integer weights of a whole.

use super::money::{Money, MoneyRange};

/// Who takes the fen that rounding down leaves over, one fen each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remainder {
    /// The shares whose fraction was cut most; ties by position.
    Largest,
    /// The shares from the first on.
    First,
    /// The shares from the last on, backwards.
    Last,
}

/// The shares of `amount`, each its weight in `whole` and rounded down, and the leftover fen where `remainder` says.
///
/// Together they are the rounded-down sum of all shares, and never more than `most`: if that is too little, whoever
/// stands first is served first. A weight of zero gets nothing.
pub(crate) fn allocate(
    amount: Money,
    most: Money,
    weights: &[u32],
    whole: i64,
    remainder: Remainder,
) -> Result<Vec<Money>, MoneyRange> {
    let fen = |money: Money| u128::try_from(money.minor()).map_err(|_| MoneyRange);
    let (amount, most) = (fen(amount)?, fen(most)?);
    let whole = u128::try_from(whole.max(1)).map_err(|_| MoneyRange)?;
    let weighed = |weight: u32| amount * u128::from(weight);
    let promised: u128 = weights.iter().map(|weight| weighed(*weight)).sum();
    let mut left = (promised / whole).min(most);
    let mut shares = Vec::with_capacity(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        let fen = (weighed(*weight) / whole).min(left);
        left -= fen;
        shares.push(Portion {
            place,
            weight: *weight,
            fen,
            cut: weighed(*weight) % whole,
        });
    }
    hand_out(&mut shares, left, remainder);
    shares.sort_by_key(|share| share.place);
    let money = |share: Portion| {
        let minor = i64::try_from(share.fen).map_err(|_| MoneyRange)?;
        Money::of_minor(minor)
    };
    shares.into_iter().map(money).collect()
}

struct Portion {
    place: usize,
    weight: u32,
    fen: u128,
    cut: u128,
}

/// Gives the `left` fen, one each; there are fewer of them than shares with a weight.
fn hand_out(shares: &mut [Portion], left: u128, remainder: Remainder) {
    match remainder {
        Remainder::Largest => shares.sort_by(|a, b| b.cut.cmp(&a.cut).then(a.place.cmp(&b.place))),
        Remainder::First => {}
        Remainder::Last => shares.reverse(),
    }
    let takers = shares.iter_mut().filter(|share| share.weight > 0);
    for (share, _) in takers.zip(0..left) {
        share.fen += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Remainder; 3] = [Remainder::Largest, Remainder::First, Remainder::Last];

    fn shares(minor: i64, most: i64, weights: &[u32], remainder: Remainder) -> Vec<i64> {
        let (amount, most) = (
            Money::of_minor(minor).unwrap(),
            Money::of_minor(most).unwrap(),
        );
        allocate(amount, most, weights, 1_000_000, remainder)
            .unwrap()
            .into_iter()
            .map(Money::minor)
            .collect()
    }

    #[test]
    fn the_policy_names_who_takes_the_fen_left_over() {
        // 1.00 at 33.33, 33.34 and 33.33 %: 0.33 each, and one fen.
        let three = [333_300, 333_400, 333_300];
        assert_eq!(shares(100, 100, &three, Remainder::Largest), [33, 34, 33]);
        assert_eq!(shares(100, 100, &three, Remainder::First), [34, 33, 33]);
        assert_eq!(shares(100, 100, &three, Remainder::Last), [33, 33, 34]);
        // Two fen are left over: 0.8, 0.6 and 0.6 of a fen.
        let four = [8_000, 6_000, 6_000, 0];
        assert_eq!(shares(100, 100, &four, Remainder::Largest), [1, 1, 0, 0]);
        assert_eq!(shares(100, 100, &four, Remainder::Last), [0, 1, 1, 0]);
    }

    #[test]
    fn where_nothing_is_left_over_the_policy_says_nothing() {
        // 35.80 at 2 % and 15 %: 0.716 and 5.37, together 6.086.
        for remainder in ALL {
            assert_eq!(
                shares(3_580, 3_580, &[20_000, 150_000], remainder),
                [71, 537]
            );
        }
    }

    #[test]
    fn with_too_little_whoever_stands_first_is_served_first() {
        for remainder in ALL {
            assert_eq!(shares(100, 70, &[500_000, 500_000], remainder), [50, 20]);
        }
        let none = allocate(Money::ZERO, Money::ZERO, &[0, 0], 1, Remainder::First);
        assert_eq!(none, Ok(vec![Money::ZERO; 2]));
    }

    proptest! {
        /// Together the shares are the rounded-down sum; nobody gets less than its own share rounded down, nor more
        /// than one fen above it, and who is promised nothing gets nothing.
        #[test]
        fn nothing_is_lost_or_invented(
            minor in 0_i64..=1_000_000_000,
            weights in prop::collection::vec(0_u32..=80_000, 1..12),
        ) {
            let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
            let pool = i128::from(minor) * sum / 1_000_000;
            for remainder in ALL {
                let parts = shares(minor, minor, &weights, remainder);
                prop_assert_eq!(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), pool);
                for (part, weight) in parts.iter().zip(&weights) {
                    let floor = i128::from(minor) * i128::from(*weight) / 1_000_000;
                    prop_assert!((floor..=floor + 1).contains(&i128::from(*part)));
                    prop_assert!(*weight > 0 || *part == 0);
                }
            }
        }
    }
}
