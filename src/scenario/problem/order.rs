//! The order in which problems and notices are told: that of their places in the document.

use super::Problem;
use crate::base::order::InOrder;

/// Puts problems in the order of their paths; `payments[2]` comes before `payments[10]`.
pub fn sort(problems: &mut [Problem]) {
    sort_by_path(problems, |problem| &problem.path);
}

/// The same for whatever has a path.
pub(crate) fn sort_by_path<T>(told: &mut [T], path: impl Fn(&T) -> &str) {
    told.order_by(|a, b| natural(path(a)).cmp(natural(path(b))));
}

/// A path as its names and its numbers, so that numbers compare as numbers.
fn natural(path: &str) -> impl Iterator<Item = (u64, &str)> {
    path.split_inclusive(['[', ']', '.'])
        .map(|part| match part.trim_end_matches(']').parse() {
            Ok(number) => (number, ""),
            Err(_) => (0, part),
        })
}
