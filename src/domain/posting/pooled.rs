//! Posting rules of a platform that collects for sellers (大商户): whose money it is stands only in its own
//! book, and in that of a seller that keeps one.

use super::{Keeper, Meaning, Role, Row, Term, row};

/// Learnt by a platform that collects for a seller, `pooled`: A 1122/2241.01 · F 2241.01/1122 · C 2241.01/6001.
/// In the seller's own book, as its claim on the platform: A 1122/6002 · F 6603/1122 · C 6603/1122.
pub const NOTIFIED_POOLED: &[Row] = &[
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::SellerPending,
        Term::Amount,
        Meaning::Payment,
    ),
    row(
        Keeper::Owner,
        Role::SellerPending,
        Role::Receivable,
        Term::Fee,
        Meaning::ChannelFee,
    ),
    row(
        Keeper::Owner,
        Role::SellerPending,
        Role::CommissionIncome,
        Term::Share(0),
        Meaning::Commission,
    ),
    row(
        Keeper::Seller,
        Role::Receivable,
        Role::SalesIncome,
        Term::Amount,
        Meaning::Sale,
    ),
    row(
        Keeper::Seller,
        Role::FeeExpense,
        Role::Receivable,
        Term::Fee,
        Meaning::ChannelFee,
    ),
    row(
        Keeper::Seller,
        Role::FeeExpense,
        Role::Receivable,
        Term::Share(0),
        Meaning::Share,
    ),
];

/// Refunded, `pooled`: the channel's and the bank's rows as in other modes; the platform takes B from the
/// seller's claim and gives it f, whether or not the claim covers it.
pub const REFUNDED_POOLED: &[Row] = &[
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
        Role::FeeIncome,
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
        Role::SalesIncome,
        Role::Receivable,
        Term::Amount,
        Meaning::Refund,
    ),
    row(
        Keeper::Seller,
        Role::Receivable,
        Role::FeeExpense,
        Term::Fee,
        Meaning::FeeReturned,
    ),
];

/// A platform gives back its commission c to the seller: 6001/2241.01 · in the seller's book 1122/6603.
pub const COMMISSION_RETURNED: &[Row] = &[
    row(
        Keeper::Owner,
        Role::CommissionIncome,
        Role::SellerPending,
        Term::Amount,
        Meaning::ShareReturned,
    ),
    row(
        Keeper::Seller,
        Role::Receivable,
        Role::FeeExpense,
        Term::Amount,
        Meaning::ShareReturned,
    ),
];

/// A platform pays a seller: N 2011/2011 in the bank's book, N 2241.02/1001 in its own,
/// N 1001/1122 in the seller's.
/// With two banks the money passes both banks' 1003.
pub const fn transferred(one_bank: bool) -> &'static [Row] {
    if one_bank {
        TRANSFERRED
    } else {
        TRANSFERRED_BETWEEN_BANKS
    }
}

const TRANSFERRED: &[Row] = &[
    row(
        Keeper::PayoutBank,
        Role::PayerDeposit,
        Role::Deposit,
        Term::Amount,
        Meaning::Transferred,
    ),
    row(
        Keeper::Channel,
        Role::Available,
        Role::OwnBank,
        Term::Amount,
        Meaning::Transferred,
    ),
    row(
        Keeper::Owner,
        Role::OwnBank,
        Role::Receivable,
        Term::Amount,
        Meaning::Transferred,
    ),
];

const TRANSFERRED_BETWEEN_BANKS: &[Row] = &[
    row(
        Keeper::PayerBank,
        Role::PayerDeposit,
        Role::Boundary,
        Term::Amount,
        Meaning::Transferred,
    ),
    row(
        Keeper::PayoutBank,
        Role::Boundary,
        Role::Deposit,
        Term::Amount,
        Meaning::Transferred,
    ),
    row(
        Keeper::Channel,
        Role::Available,
        Role::OwnBank,
        Term::Amount,
        Meaning::Transferred,
    ),
    row(
        Keeper::Owner,
        Role::OwnBank,
        Role::Receivable,
        Term::Amount,
        Meaning::Transferred,
    ),
];
