//! Posting rules: for every happening, which book debits and credits what. Each table reads like an
//! accountant's list; `compile` resolves the roles to accounts once for each contract and payee.
//!
//! Letters follow the worked example: A payment amount, F fee, C share of a receiver, B refund,
//! f fee returned, c share returned, N net paid out, S gap topped up.

use serde::{Deserialize, Serialize};

mod event_kind;
pub mod frozen;
pub mod older;
pub mod outflow;
pub mod pooled;

pub use event_kind::{EventKind, event_code};

/// What one leg means for the people who own the accounts.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Opening balance.
    Opening,
    /// A payer pays.
    Payment,
    /// The channel takes its fee.
    ChannelFee,
    /// A receiver's share leaves the frozen money (分账).
    Share,
    /// The rest is unfrozen to the collector.
    Unfreeze,
    /// A share becomes the receiver's income.
    Commission,
    /// A collector's own sale.
    Sale,
    /// The collector tops up its pending money for a refund.
    TopUp,
    /// Money goes back to the payer.
    Refund,
    /// The channel gives back its fee.
    FeeReturned,
    /// A receiver gives back its share.
    ShareReturned,
    /// Pending money becomes available.
    Cleared,
    /// A payout is sent to the bank.
    PayoutSent,
    /// A payout arrived.
    PaidOut,
    /// A platform pays a seller out of its own deposit.
    Transferred,
    /// A deposit is spent on its owner's own ends.
    Spent,
    /// A seller is paid before the channel's money has arrived.
    Advanced,
    /// Somebody is paid onward.
    PaidOnward,
}

/// The part of an event's amounts that a leg moves.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// The event's main amount: A, B, N, S or c.
    Amount,
    /// Its fee: F of a payment, f of a refund.
    Fee,
    /// C: the share of one receiver, by its place among the contract's splits.
    Share(usize),
    /// A − F − ΣC: what is unfrozen to the collector.
    Rest,
}

/// Whose book a leg stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeper {
    /// The bank that keeps the channel's reserve.
    ReserveBank,
    /// The bank that keeps the payee's deposit.
    PayoutBank,
    /// The bank that keeps the deposit of the platform that pays.
    PayerBank,
    /// The channel; for what a platform owes a seller, the platform.
    Channel,
    /// The payee itself, if it keeps a book.
    Owner,
    /// The receiver of a split, by its place, if it keeps a book.
    Receiver(usize),
    /// The seller for whom a platform collects, if it keeps a book.
    Seller,
}

/// Which account in that book.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// 1003 of the bank.
    Boundary,
    /// 2012.01 of the channel.
    ReserveDeposit,
    /// 2011 of the payee.
    Deposit,
    /// 1002 of the channel.
    Reserve,
    /// 2241.01 of the payee.
    Pending,
    /// 2241.01 of the receiver at this place.
    ReceiverPending(usize),
    /// 2241.01 of the seller, in the book of the platform that collected for it.
    SellerPending,
    /// 2011 of the platform that pays.
    PayerDeposit,
    /// 2241.02 of the payee.
    Available,
    /// 2241.03 of the collector.
    Frozen,
    /// 2242 of the payee.
    InTransit,
    /// 6001 of the channel.
    FeeIncome,
    /// 1001 of the keeper.
    OwnBank,
    /// 1122 of the keeper.
    Receivable,
    /// 6001 of the keeper, a receiver of splits.
    CommissionIncome,
    /// 6002 of the keeper.
    SalesIncome,
    /// 6603 of the keeper.
    FeeExpense,
    /// 4001 of the keeper.
    Equity,
    /// 6602 of the keeper.
    OwnCosts,
    /// 1221 of the keeper.
    LoanGiven,
    /// 1511 of the keeper.
    Investment,
}

/// One line of a posting rule: in whose book, debit, credit, which amount, what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Whose book.
    pub keeper: Keeper,
    /// Debited account.
    pub debit: Role,
    /// Credited account.
    pub credit: Role,
    /// Which amount.
    pub term: Term,
    /// What it means.
    pub meaning: Meaning,
}

const fn row(keeper: Keeper, debit: Role, credit: Role, term: Term, meaning: Meaning) -> Row {
    Row {
        keeper,
        debit,
        credit,
        term,
        meaning,
    }
}

/// Captured, `direct`: A 1003/2012.01 · A 1002/2241.01 · F 2241.01/6001.
pub const CAPTURED_DIRECT: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::Boundary,
        Role::ReserveDeposit,
        Term::Amount,
        Meaning::Payment,
    ),
    row(
        Keeper::Channel,
        Role::Reserve,
        Role::Pending,
        Term::Amount,
        Meaning::Payment,
    ),
    row(
        Keeper::Channel,
        Role::Pending,
        Role::FeeIncome,
        Term::Fee,
        Meaning::ChannelFee,
    ),
];

/// Captured, `sub_merchant`: as direct, but the payment lands in frozen money until it is split.
pub const CAPTURED_SUB_MERCHANT: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::Boundary,
        Role::ReserveDeposit,
        Term::Amount,
        Meaning::Payment,
    ),
    row(
        Keeper::Channel,
        Role::Reserve,
        Role::Frozen,
        Term::Amount,
        Meaning::Payment,
    ),
    row(
        Keeper::Channel,
        Role::Frozen,
        Role::FeeIncome,
        Term::Fee,
        Meaning::ChannelFee,
    ),
];

/// Learnt by a collector that keeps a book: A 1122/6002 · F 6603/1122.
pub const NOTIFIED: &[Row] = &[
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::SalesIncome,
        Term::Amount,
        Meaning::Sale,
    ),
    row(
        Keeper::Owner,
        Role::FeeExpense,
        Role::Receivable,
        Term::Fee,
        Meaning::ChannelFee,
    ),
];

/// Split, the share of the receiver at `place`: C 2241.03/2241.01 of the receiver · in its own book C 1122/6001.
/// A collector with a book of its own pays it as an expense.
pub const fn split_share(place: usize) -> [Row; 3] {
    let share = Term::Share(place);
    [
        row(
            Keeper::Channel,
            Role::Frozen,
            Role::ReceiverPending(place),
            share,
            Meaning::Share,
        ),
        row(
            Keeper::Receiver(place),
            Role::Receivable,
            Role::CommissionIncome,
            share,
            Meaning::Commission,
        ),
        row(
            Keeper::Owner,
            Role::FeeExpense,
            Role::Receivable,
            share,
            Meaning::Share,
        ),
    ]
}

/// Split, the rest: A − F − ΣC 2241.03/2241.01.
pub const SPLIT_REST: &[Row] = &[row(
    Keeper::Channel,
    Role::Frozen,
    Role::Pending,
    Term::Rest,
    Meaning::Unfreeze,
)];

/// Refunded: B 2012.01/1003 · B 2241.01/1002 · f 6001/2241.01; in a collector's own book the reverse of its sale.
pub const REFUNDED: &[Row] = &[
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

/// A receiver gives back c: 2241.01 of the receiver/2241.01 · in its own book 6001/1122.
pub const fn share_returned(place: usize) -> [Row; 3] {
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
            Role::CommissionIncome,
            Role::Receivable,
            amount,
            meaning,
        ),
        row(
            Keeper::Owner,
            Role::Receivable,
            Role::FeeExpense,
            amount,
            meaning,
        ),
    ]
}

/// Topped up by the payee: S 2011/2012.01 · S 1002/2241.01 · in its own book S 1122/1001.
/// With two banks the money passes both banks' 1003.
pub const fn topped_up(one_bank: bool) -> &'static [Row] {
    if one_bank {
        TOPPED_UP
    } else {
        TOPPED_UP_BETWEEN_BANKS
    }
}

const TOPPED_UP: &[Row] = &[
    row(
        Keeper::PayoutBank,
        Role::Deposit,
        Role::ReserveDeposit,
        Term::Amount,
        Meaning::TopUp,
    ),
    row(
        Keeper::Channel,
        Role::Reserve,
        Role::Pending,
        Term::Amount,
        Meaning::TopUp,
    ),
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::OwnBank,
        Term::Amount,
        Meaning::TopUp,
    ),
];

const TOPPED_UP_BETWEEN_BANKS: &[Row] = &[
    row(
        Keeper::PayoutBank,
        Role::Deposit,
        Role::Boundary,
        Term::Amount,
        Meaning::TopUp,
    ),
    row(
        Keeper::ReserveBank,
        Role::Boundary,
        Role::ReserveDeposit,
        Term::Amount,
        Meaning::TopUp,
    ),
    row(
        Keeper::Channel,
        Role::Reserve,
        Role::Pending,
        Term::Amount,
        Meaning::TopUp,
    ),
    row(
        Keeper::Owner,
        Role::Receivable,
        Role::OwnBank,
        Term::Amount,
        Meaning::TopUp,
    ),
];

/// Settled: N 2241.01/2241.02.
pub const SETTLED: &[Row] = &[row(
    Keeper::Channel,
    Role::Pending,
    Role::Available,
    Term::Amount,
    Meaning::Cleared,
)];

/// Payout sent: N 2241.02/2242.
pub const PAYOUT_SENT: &[Row] = &[row(
    Keeper::Channel,
    Role::Available,
    Role::InTransit,
    Term::Amount,
    Meaning::PayoutSent,
)];

/// Payout arrived: N 2012.01/2011 · N 2242/1002 · in the payee's own book N 1001/1122.
pub const fn payout_succeeded(one_bank: bool) -> &'static [Row] {
    if one_bank {
        PAYOUT_SUCCEEDED
    } else {
        PAYOUT_SUCCEEDED_BETWEEN_BANKS
    }
}

const PAYOUT_SUCCEEDED: &[Row] = &[
    row(
        Keeper::PayoutBank,
        Role::ReserveDeposit,
        Role::Deposit,
        Term::Amount,
        Meaning::PaidOut,
    ),
    row(
        Keeper::Channel,
        Role::InTransit,
        Role::Reserve,
        Term::Amount,
        Meaning::PaidOut,
    ),
    row(
        Keeper::Owner,
        Role::OwnBank,
        Role::Receivable,
        Term::Amount,
        Meaning::PaidOut,
    ),
];

const PAYOUT_SUCCEEDED_BETWEEN_BANKS: &[Row] = &[
    row(
        Keeper::ReserveBank,
        Role::ReserveDeposit,
        Role::Boundary,
        Term::Amount,
        Meaning::PaidOut,
    ),
    row(
        Keeper::PayoutBank,
        Role::Boundary,
        Role::Deposit,
        Term::Amount,
        Meaning::PaidOut,
    ),
    row(
        Keeper::Channel,
        Role::InTransit,
        Role::Reserve,
        Term::Amount,
        Meaning::PaidOut,
    ),
    row(
        Keeper::Owner,
        Role::OwnBank,
        Role::Receivable,
        Term::Amount,
        Meaning::PaidOut,
    ),
];
