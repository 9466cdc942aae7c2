//! Posting rules for what is older than the scenario: opening balances, refunds of payments of that time, and what
//! must lie in a channel's reserve so that it can give back the fees of that time.

use super::{Keeper, Meaning, Role, Row, Term, row};

/// Opening balance of a deposit: A 1003/2011 · in the owner's own book A 1001/4001.
pub const OPENED: &[Row] = &[
    row(
        Keeper::PayoutBank,
        Role::Boundary,
        Role::Deposit,
        Term::Amount,
        Meaning::Opening,
    ),
    row(
        Keeper::Owner,
        Role::OwnBank,
        Role::Equity,
        Term::Amount,
        Meaning::Opening,
    ),
];

/// Refunded, the payment being older than the scenario: income of that time stands in opening equity.
pub const REFUNDED_EXTERNAL: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::ReserveDeposit,
        Role::Boundary,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::Pending,
        Role::Reserve,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::Equity,
        Role::Pending,
        Term::Fee,
        Meaning::FeeReturned,
    ),
    row(
        Keeper::Owner,
        Role::Equity,
        Role::Receivable,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::Equity,
        Term::Fee,
        Meaning::FeeReturned,
    ),
];

/// Refunded, `pooled`, the payment being older than the scenario.
pub const REFUNDED_EXTERNAL_POOLED: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::ReserveDeposit,
        Role::Boundary,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::Pending,
        Role::Reserve,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Channel,
        Role::Equity,
        Role::Pending,
        Term::Fee,
        Meaning::FeeReturned,
    ),
    row(
        Keeper::Owner,
        Role::SellerPending,
        Role::Receivable,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::SellerPending,
        Term::Fee,
        Meaning::FeeReturned,
    ),
    row(
        Keeper::Seller,
        Role::Equity,
        Role::Receivable,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Seller,
        Role::Receivable,
        Role::Equity,
        Term::Fee,
        Meaning::FeeReturned,
    ),
];

/// A receiver gives back c of a payment older than the scenario: income and expense of that time stand
/// in opening equity.
pub const fn external_share_returned(place: usize) -> [Row; 3] {
    let (amount, meaning) = (Term::Amount, Meaning::ShareReturned);
    [
        row(
            Keeper::Channel,
            Role::ReceiverPending(place),
            Role::Pending,
            amount,
            meaning,
        ),
        row(
            Keeper::Receiver(place),
            Role::Equity,
            Role::Receivable,
            amount,
            meaning,
        ),
        row(
            Keeper::Owner,
            Role::Receivable,
            Role::Equity,
            amount,
            meaning,
        ),
    ]
}

/// A platform gives back its commission c of a payment older than the scenario: 4001/2241.01 · in the
/// seller's book 1122/4001.
pub const EXTERNAL_COMMISSION_RETURNED: &[Row] = &[
    row(
        Keeper::Owner,
        Role::Equity,
        Role::SellerPending,
        Term::Amount,
        Meaning::ShareReturned,
    ),
    row(
        Keeper::Seller,
        Role::Receivable,
        Role::Equity,
        Term::Amount,
        Meaning::ShareReturned,
    ),
];

/// Fees taken before the scenario, which refunds of payments of that time may give back:
/// F 1003/2012.01 · F 1002/4001.
pub const OPENED_RESERVE: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::Boundary,
        Role::ReserveDeposit,
        Term::Amount,
        Meaning::Opening,
    ),
    row(
        Keeper::Channel,
        Role::Reserve,
        Role::Equity,
        Term::Amount,
        Meaning::Opening,
    ),
];
