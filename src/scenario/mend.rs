//! Gestures that mend what a rule saw: each is a list of ordinary edits, so that it can be looked at, applied and
//! taken back like anything that a person typed.
//!
//! The edits are worked out on a copy, one after the other, and offered only when the scenario that they end in
//! has no problem. They change what was agreed, never what was paid.

mod draft;
mod names;
mod onward;
mod outflows;
mod sub_merchants;
mod terms;

pub(crate) use names::{same_name, show_seller};
pub(crate) use onward::{PaidOnward, split_onward};
pub(crate) use outflows::drop_outflows;
pub(crate) use sub_merchants::sub_merchants;
pub(crate) use terms::{finish_onboarding, lower_splits, settle_sooner};
