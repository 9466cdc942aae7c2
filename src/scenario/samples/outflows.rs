//! Payments that no settlement asks for, in any scenario that the reader accepts.

use proptest::prelude::*;

use super::{amount, id, moment, of, one};
use crate::scenario::v1::{Outflow, Purpose};

prop_compose! {
    pub(super) fn outflow()(id in id(), from in id(), at in moment(), amount in amount(1), to in of(id()),
                 purpose in one(&[Purpose::Costs, Purpose::Loan, Purpose::Investment, Purpose::Advance,
                                  Purpose::Onward])) -> Outflow {
        Outflow { id, from, at, amount, purpose, to }
    }
}
