//! Posting rules of payments that no settlement asks for: who pays does so out of its own deposit, and writes down
//! what for in its own book, if it keeps one.

use super::{Keeper, Meaning, Role, Row, Term, row};
use crate::domain::outflow::Purpose;

/// Paid out: A 2011/1003, or 2011/2011 of whoever is paid; in the payer's book what for, against A 1001.
/// With two banks the money passes both banks' 1003.
pub const fn paid(purpose: Purpose, one_bank: bool) -> &'static [Row] {
    match (purpose, one_bank) {
        (Purpose::Costs, _) => COSTS,
        (Purpose::Loan, _) => LOAN,
        (Purpose::Investment, _) => INVESTMENT,
        (Purpose::Advance, true) => ADVANCE,
        (Purpose::Advance, false) => ADVANCE_BETWEEN_BANKS,
        (Purpose::Onward, true) => ONWARD,
        (Purpose::Onward, false) => ONWARD_BETWEEN_BANKS,
    }
}

const fn out_of_sight(what_for: Role) -> [Row; 2] {
    [
        row(
            Keeper::PayerBank,
            Role::PayerDeposit,
            Role::Boundary,
            Term::Amount,
            Meaning::Spent,
        ),
        row(
            Keeper::Channel,
            what_for,
            Role::OwnBank,
            Term::Amount,
            Meaning::Spent,
        ),
    ]
}

/// 6602 业务及管理费.
const COSTS: &[Row] = &out_of_sight(Role::OwnCosts);
/// 1221 其他应收款.
const LOAN: &[Row] = &out_of_sight(Role::LoanGiven);
/// 1511 长期股权投资.
const INVESTMENT: &[Row] = &out_of_sight(Role::Investment);

const fn within_bank(meaning: Meaning) -> Row {
    row(
        Keeper::PayoutBank,
        Role::PayerDeposit,
        Role::Deposit,
        Term::Amount,
        meaning,
    )
}

const fn out_of_bank(meaning: Meaning) -> Row {
    row(
        Keeper::PayerBank,
        Role::PayerDeposit,
        Role::Boundary,
        Term::Amount,
        meaning,
    )
}

const fn into_bank(meaning: Meaning) -> Row {
    row(
        Keeper::PayoutBank,
        Role::Boundary,
        Role::Deposit,
        Term::Amount,
        meaning,
    )
}

/// An advance settles beforehand what the payer owes: A 2241.01/1001, in the seller's book A 1001/1122.
const OWED: Row = row(
    Keeper::Channel,
    Role::Pending,
    Role::OwnBank,
    Term::Amount,
    Meaning::Advanced,
);
const RECEIVED: Row = row(
    Keeper::Owner,
    Role::OwnBank,
    Role::Receivable,
    Term::Amount,
    Meaning::Advanced,
);
const ADVANCE: &[Row] = &[within_bank(Meaning::Advanced), OWED, RECEIVED];
const ADVANCE_BETWEEN_BANKS: &[Row] = &[
    out_of_bank(Meaning::Advanced),
    into_bank(Meaning::Advanced),
    OWED,
    RECEIVED,
];

/// Paid onward: the payer's cost A 6602/1001, the income of whoever is paid A 1001/6002.
const COST: Row = row(
    Keeper::Channel,
    Role::OwnCosts,
    Role::OwnBank,
    Term::Amount,
    Meaning::PaidOnward,
);
const INCOME: Row = row(
    Keeper::Owner,
    Role::OwnBank,
    Role::SalesIncome,
    Term::Amount,
    Meaning::PaidOnward,
);
const ONWARD: &[Row] = &[within_bank(Meaning::PaidOnward), COST, INCOME];
const ONWARD_BETWEEN_BANKS: &[Row] = &[
    out_of_bank(Meaning::PaidOnward),
    into_bank(Meaning::PaidOnward),
    COST,
    INCOME,
];
