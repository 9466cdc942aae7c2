//! What must hold while a plan is played, each a function named by what holds. Ids are those of
//! `ARCHITECTURE.md`. A violation is a fault of ours and stops the run.

use crate::base::date::AccountingDate;
use crate::base::id::{AccountId, BookId};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::domain::account::{AccountKind, Side};
use crate::scenario::plan::Plan;

use super::fault::{BrokenInvariant, FaultKind, Missing};
use super::ledger::{Ledger, PostedLeg};

/// Counts the checks that held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checks {
    held: u64,
    /// The normal side of each account that may not be overdrawn, side by side for the check of every leg.
    floors: Table<AccountId, Option<Side>>,
}

impl Checks {
    pub(crate) fn of(plan: &Plan) -> Checks {
        let accounts = plan.accounts().rows().iter();
        let floors = accounts.map(|account| account.never_negative.then(|| account.kind.normal()));
        Checks {
            held: 0,
            floors: floors.collect(),
        }
    }

    /// How many held so far.
    pub(crate) fn count(&self) -> u64 {
        self.held
    }

    fn held(&mut self, checks: usize) {
        self.held = self.held.saturating_add(u64::try_from(checks).unwrap_or(0));
    }

    /// After every event: what its legs touched.
    pub(crate) fn after_event(&mut self, plan: &Plan, ledger: &Ledger) -> Result<(), FaultKind> {
        let legs = ledger.last_legs();
        for posted in legs {
            t2_an_entry_is_dated_by_the_open_date_of_its_book(plan, ledger, posted)?;
            self.l7_no_account_is_overdrawn(plan, ledger, posted.leg.debit)?;
            self.l7_no_account_is_overdrawn(plan, ledger, posted.leg.credit)?;
        }
        self.held(legs.len().saturating_mul(3));
        Ok(())
    }

    /// At the cut of a book that closed `date`.
    pub(crate) fn at_cut(
        &mut self,
        plan: &Plan,
        ledger: &Ledger,
        book: BookId,
        date: AccountingDate,
    ) -> Result<(), FaultKind> {
        l2_balances_of_a_book_sum_to_zero(plan, ledger, book)?;
        l3_closings_of_a_book_sum_to_zero(plan, ledger, book, date)?;
        m2_reserves_mirror_each_other(plan, ledger)?;
        self.held(3);
        Ok(())
    }

    /// L7: an account that may not be overdrawn is not below zero after any event.
    fn l7_no_account_is_overdrawn(
        &self,
        plan: &Plan,
        ledger: &Ledger,
        id: AccountId,
    ) -> Result<(), FaultKind> {
        let Some(normal) = *self.floors.get(id).ok_or(Missing::Account)? else {
            return Ok(());
        };
        let current = ledger.balance(id)?.current();
        let overdrawn = match normal {
            Side::Debit => current.is_negative(),
            Side::Credit => current.is_positive(),
        };
        if overdrawn {
            let account = plan.accounts().get(id).ok_or(Missing::Account)?;
            Err(broken("L7", &account.name))
        } else {
            Ok(())
        }
    }
}

fn broken(id: &str, subject: &str) -> FaultKind {
    FaultKind::Invariant(Box::new(BrokenInvariant {
        id: id.to_owned(),
        subject: subject.to_owned(),
    }))
}

fn book_name(plan: &Plan, book: BookId) -> String {
    let keeper = plan
        .books()
        .get(book)
        .and_then(|book| plan.parties().get(book.keeper));
    keeper.map(|party| party.key.clone()).unwrap_or_default()
}

/// L2: debits equal credits in every book at every moment.
fn l2_balances_of_a_book_sum_to_zero(
    plan: &Plan,
    ledger: &Ledger,
    book: BookId,
) -> Result<(), FaultKind> {
    let own = plan
        .accounts()
        .iter()
        .filter(|(_, account)| account.book == book);
    let mut sum = 0_i128;
    for (id, _) in own {
        sum = sum.saturating_add(i128::from(ledger.balance(id)?.current().minor()));
    }
    if sum == 0 {
        Ok(())
    } else {
        Err(broken("L2", &book_name(plan, book)))
    }
}

/// L3: closings of a date sum to zero too, read through the double-balance rows.
fn l3_closings_of_a_book_sum_to_zero(
    plan: &Plan,
    ledger: &Ledger,
    book: BookId,
    date: AccountingDate,
) -> Result<(), FaultKind> {
    let own = plan
        .accounts()
        .iter()
        .filter(|(_, account)| account.book == book);
    let mut sum = 0_i128;
    for (id, account) in own {
        let closing = ledger.balance(id)?.closing(date);
        // L4: yesterday is always answerable.
        let closing = closing.ok_or_else(|| broken("L4", &account.name))?;
        sum = sum.saturating_add(i128::from(closing.minor()));
    }
    if sum == 0 {
        Ok(())
    } else {
        Err(broken("L3", &book_name(plan, book)))
    }
}

/// T2: the date that the cut-off gives is the date that the book's last cut opened.
fn t2_an_entry_is_dated_by_the_open_date_of_its_book(
    plan: &Plan,
    ledger: &Ledger,
    posted: &PostedLeg,
) -> Result<(), FaultKind> {
    if ledger.open_date(posted.book)? == posted.date {
        Ok(())
    } else {
        Err(broken("T2", &book_name(plan, posted.book)))
    }
}

/// M2 of the worked example: what channels call their reserve is what banks owe them, at every moment.
fn m2_reserves_mirror_each_other(plan: &Plan, ledger: &Ledger) -> Result<(), FaultKind> {
    let mut sum = Money::ZERO;
    for (id, account) in plan.accounts().iter() {
        if matches!(
            account.kind,
            AccountKind::Reserve | AccountKind::ReserveDeposit
        ) {
            sum = sum.plus(ledger.balance(id)?.current())?;
        }
    }
    if sum.is_zero() {
        Ok(())
    } else {
        Err(broken("M2", "reserve"))
    }
}
