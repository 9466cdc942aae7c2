//! Where edges change height beside a band: each at an x of its own, so that no two lie on one
//! another, in an order with few crossings.

use crate::base::order::InOrder;

/// A change of height, seen from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) from: i32,
    pub(super) to: i32,
}

/// Free height between two steps that share an x.
const CLEAR: i32 = 10;

impl Step {
    fn low(self) -> i32 {
        self.from.min(self.to)
    }

    fn high(self) -> i32 {
        self.from.max(self.to)
    }

    fn touches(self, y: i32) -> bool {
        (self.low()..=self.high()).contains(&y)
    }

    fn is_near(self, other: Self) -> bool {
        self.low() < other.high() + CLEAR && other.low() < self.high() + CLEAR
    }

    /// Crossings of the two if `self` turns left of `other`.
    fn crossings_before(self, other: Self) -> i32 {
        i32::from(other.touches(self.to)) + i32::from(self.touches(other.from))
    }
}

/// For each step the number of its x from left to right, none for level ones; and how many
/// different x there are.
pub(super) fn slots(steps: &[Step]) -> (Vec<Option<i32>>, i32) {
    let mut order: Vec<(usize, Step)> = steps
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, step)| step.from != step.to)
        .collect();
    // Falling lines turn the sooner the lower they are, rising ones the sooner the higher.
    order.order_by_key(|(_, step)| {
        if step.from < step.to {
            (0, -step.from, -step.to)
        } else {
            (1, step.from, step.to)
        }
    });
    improve(&mut order);
    let mut slots: Vec<Option<i32>> = vec![None; steps.len()];
    let mut placed: Vec<(Step, i32)> = Vec::new();
    for &(index, step) in &order {
        let slot = placed
            .iter()
            .filter(|(other, _)| step.is_near(*other))
            .map(|(_, slot)| slot + 1)
            .max()
            .unwrap_or_default();
        placed.push((step, slot));
        if let Some(place) = slots.get_mut(index) {
            *place = Some(slot);
        }
    }
    let count = placed
        .iter()
        .map(|(_, slot)| slot + 1)
        .max()
        .unwrap_or_default();
    (slots, count)
}

/// Moves each step to the place in the order where it causes the fewest crossings.
fn improve(order: &mut Vec<(usize, Step)>) {
    for _ in 0..3 {
        let mut moved = false;
        for place in 0..order.len() {
            let Some(&(_, step)) = order.get(place) else {
                continue;
            };
            let others: Vec<Step> = order
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != place)
                .map(|(_, (_, other))| *other)
                .collect();
            let cost = |at: usize| -> i32 {
                others
                    .iter()
                    .enumerate()
                    .map(|(index, other)| {
                        if index < at {
                            other.crossings_before(step)
                        } else {
                            step.crossings_before(*other)
                        }
                    })
                    .sum()
            };
            let best = (0..=others.len()).min_by_key(|&at| (cost(at), at.abs_diff(place)));
            if let Some(best) = best.filter(|best| *best != place) {
                let item = order.remove(place);
                order.insert(best, item);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
}
