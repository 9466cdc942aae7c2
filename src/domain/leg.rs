//! Legs and journal entries: the primary record of every book.
//!
//! A leg debits one account and credits another with the same amount, so an unbalanced entry cannot
//! be written down. Postings, one-sided, are derived for journals and exports.

use crate::base::date::AccountingDate;
use crate::base::id::{AccountId, BookId, FlowId};
use crate::base::money::Money;

use super::account::Side;
use super::posting::{Meaning, Term};

/// One amount, debited here and credited there, inside one book. The amount is above zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leg {
    /// Debited account.
    pub debit: AccountId,
    /// Credited account.
    pub credit: AccountId,
    /// How much.
    pub amount: Money,
    /// What it means.
    pub meaning: Meaning,
    /// Under which flow it is counted.
    pub flow: FlowId,
}

/// A line of a posting rule with its accounts resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LegRule {
    /// The book of both accounts.
    pub book: BookId,
    /// Debited account.
    pub debit: AccountId,
    /// Credited account.
    pub credit: AccountId,
    /// Which of the event's amounts.
    pub term: Term,
    /// What it means.
    pub meaning: Meaning,
    /// Under which flow it is counted.
    pub flow: FlowId,
}

/// A kind of movement from one account to another in one book, over the whole run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Flow {
    /// The book.
    pub book: BookId,
    /// Debited account.
    pub debit: AccountId,
    /// Credited account.
    pub credit: AccountId,
    /// What it means.
    pub meaning: Meaning,
}

/// Legs of one accounting date in one book with one cause. Debits equal credits by construction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalEntry {
    /// The event that made it, counted from 0.
    pub event: u32,
    /// The book.
    pub book: BookId,
    /// Accounting date in that book.
    pub date: AccountingDate,
    /// At least one leg.
    pub legs: Vec<Leg>,
}

/// One side of a leg.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Posting {
    /// The account.
    pub account: AccountId,
    /// Debit or credit.
    pub side: Side,
    /// Above zero.
    pub amount: Money,
}

impl Leg {
    /// The two postings of the leg, debit first.
    pub fn postings(&self) -> [Posting; 2] {
        [
            Posting {
                account: self.debit,
                side: Side::Debit,
                amount: self.amount,
            },
            Posting {
                account: self.credit,
                side: Side::Credit,
                amount: self.amount,
            },
        ]
    }
}
