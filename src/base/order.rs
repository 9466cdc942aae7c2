//! Putting rows in order.
//!
//! The sort of the standard library is compiled anew for every kind of row, some kilobytes each, and a visitor
//! downloads them all. Rows of documents, reports and pictures, of which there are never many, go through one
//! sort of their places. Lists that can be long, payments above all, keep the standard sort.

use std::cmp::Ordering;

/// Rows that can be put in order; equal ones stay as they were.
pub(crate) trait InOrder<T> {
    /// Puts rows in the order of their keys.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// Puts rows in the order in which they compare.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);
}

impl<T> InOrder<T> for [T] {
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|one, two| key(one).cmp(&key(two)));
    }

    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let rows = &*self;
        let places = places_in_order(
            rows.len(),
            &|one, two| match (rows.get(one), rows.get(two)) {
                (Some(one), Some(two)) => compare(one, two),
                _ => Ordering::Equal,
            },
        );
        for (here, there) in swaps(&places) {
            self.swap(here, there);
        }
    }
}

/// Where the first row stands now, the second, and so on.
fn places_in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, two| compare(*one, *two));
    places
}

/// Swaps, one after the other, that bring to every place the row that belongs there.
fn swaps(places: &[usize]) -> Vec<(usize, usize)> {
    let mut row_at: Vec<usize> = (0..places.len()).collect();
    let mut place_of = row_at.clone();
    let mut swaps = Vec::new();
    for (here, row) in places.iter().enumerate() {
        let there = place_of.get(*row).copied().unwrap_or(here);
        if there == here {
            continue;
        }
        let moved = row_at.get(here).copied();
        if let Some(place) = moved.and_then(|moved| place_of.get_mut(moved)) {
            *place = there;
        }
        row_at.swap(here, there);
        swaps.push((here, there));
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_stand_as_the_standard_sort_puts_them(rows in prop::collection::vec((0_u8..6, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (rows.clone(), rows);
            ours.order_by_key(|row| row.0);
            theirs.sort_by_key(|row| row.0);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by(|one, two| two.1.cmp(&one.1));
            theirs.sort_by_key(|row| std::cmp::Reverse(row.1));
            prop_assert_eq!(ours, theirs);
        }
    }
}
