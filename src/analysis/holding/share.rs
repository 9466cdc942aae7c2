//! Sharing out an amount that may be too small: everybody gets the same part of what is due, to the fen.

use crate::base::money::{Money, MoneyRange};
use crate::base::rate::{Rounding, portion};

/// Parts of `amount` in proportion to what is due to each; they sum to it exactly.
///
/// `amount` is at most the sum of `due`, of which none is below zero, so that nobody gets more than is due.
pub(super) fn shared_out(amount: Money, due: &[Money]) -> Result<Vec<Money>, MoneyRange> {
    let all = due
        .iter()
        .try_fold(Money::ZERO, |sum, one| sum.plus(*one))?;
    if amount >= all {
        return Ok(due.to_vec());
    }
    if amount.is_zero() {
        return Ok(vec![Money::ZERO; due.len()]);
    }
    let mut parts = Vec::with_capacity(due.len());
    let (mut so_far, mut given) = (Money::ZERO, Money::ZERO);
    for one in due {
        // Rounded sums, not rounded parts: what one loses to rounding the next one gets.
        so_far = so_far.plus(*one)?;
        let until_here = portion(amount, so_far.minor(), all.minor(), Rounding::HalfUp)?;
        parts.push(until_here.minus(given)?);
        given = until_here;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(amount: i64, due: &[i64]) -> Vec<i64> {
        let money = |minor| Money::of_minor(minor).unwrap();
        let due: Vec<Money> = due.iter().copied().map(money).collect();
        let parts = shared_out(money(amount), &due).unwrap();
        parts.into_iter().map(Money::minor).collect()
    }

    #[test]
    fn enough_gives_everybody_what_is_due_and_too_little_the_same_part_of_it() {
        assert_eq!(parts(30, &[10, 0, 20]), [10, 0, 20]);
        assert_eq!(parts(15, &[10, 0, 20]), [5, 0, 10]);
        assert_eq!(parts(0, &[10, 0, 20]), [0, 0, 0]);
        assert_eq!(parts(1, &[1, 1, 1]).iter().sum::<i64>(), 1);
        assert_eq!(parts(2, &[1, 1, 1]).iter().sum::<i64>(), 2);
        assert_eq!(parts(0, &[]), [0; 0]);
    }
}
