//! Posting rules of orders that are refunded before they are split: their money still lies frozen, and it is this
//! money that goes back. What is split later is the rest.

use super::{Keeper, Meaning, Role, Row, Term, row};

/// Refunded before the split: B 2012.01/1003 · B 2241.03/1002 · f 6001/2241.03; in a collector's own book the
/// reverse of its sale, as after the split.
pub const REFUNDED_FROZEN: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::ReserveDeposit,
        Role::Boundary,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::Frozen,
        Role::Reserve,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::FeeIncome,
        Role::Frozen,
        Term::Fee,
        Meaning::FeeReturned,
    ),
    row(
        Keeper::Owner,
        Role::SalesIncome,
        Role::Receivable,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::FeeExpense,
        Term::Fee,
        Meaning::FeeReturned,
    ),
];

/// Unfrozen without a split, when a refund needs more than the order's frozen money: A 2241.03/2241.01.
pub const UNFROZEN: &[Row] = &[row(
    Keeper::Channel,
    Role::Frozen,
    Role::Pending,
    Term::Amount,
    Meaning::Unfreeze,
)];
