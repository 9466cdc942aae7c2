//! 单表双余额: one row that answers today's balance and yesterday's closing without a day-end batch.
//!
//! The first posting of a new accounting date rolls the row once, however many days were idle. The row
//! carries the dates between which each balance is valid, so that an idle account is never misread.

use crate::base::date::AccountingDate;
use crate::base::money::{Money, MoneyRange};

/// Current and previous-day balance of one account, debit positive.
///
/// Invariant: `current` sums all postings dated up to `as_of`; `previous_day` is the closing balance of
/// every date from `previous_from` to the day before `as_of`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AccountBalance {
    current: Money,
    previous_day: Money,
    as_of: AccountingDate,
    previous_from: AccountingDate,
}

/// Why a posting was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostingRefused {
    /// Dated before yesterday: it needs an adjusting entry on an open date.
    TooOld,
    /// The balance would leave the money range.
    Range,
}

impl From<MoneyRange> for PostingRefused {
    fn from(_: MoneyRange) -> PostingRefused {
        PostingRefused::Range
    }
}

impl AccountBalance {
    /// An account opened with nothing on `date`.
    pub fn opened(date: AccountingDate) -> AccountBalance {
        AccountBalance {
            current: Money::ZERO,
            previous_day: Money::ZERO,
            as_of: date,
            previous_from: date.previous(),
        }
    }

    /// Posts a signed amount (debit positive) on an accounting date.
    pub(crate) fn post(
        &mut self,
        date: AccountingDate,
        signed: Money,
    ) -> Result<(), PostingRefused> {
        let current = self.current.plus(signed)?;
        if date > self.as_of {
            self.previous_from = self.as_of;
            self.previous_day = self.current;
            self.as_of = date;
        } else if date == self.as_of.previous() {
            // A late entry of yesterday changes both; older dates can no longer be answered.
            self.previous_day = self.previous_day.plus(signed)?;
            self.previous_from = date;
        } else if date < self.as_of {
            return Err(PostingRefused::TooOld);
        }
        self.current = current;
        Ok(())
    }

    /// Sum of all postings, debit positive.
    pub fn current(&self) -> Money {
        self.current
    }

    /// Closing balance of `date`, debit positive; `None` when the two balances cannot answer.
    pub fn closing(&self, date: AccountingDate) -> Option<Money> {
        if date >= self.as_of {
            Some(self.current)
        } else if date >= self.previous_from {
            Some(self.previous_day)
        } else {
            None
        }
    }

    /// The stored row: current, previous, date of the last posting, first date of the previous balance.
    pub fn row(&self) -> (Money, Money, AccountingDate, AccountingDate) {
        (
            self.current,
            self.previous_day,
            self.as_of,
            self.previous_from,
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const T: AccountingDate = AccountingDate::of_days(17_800);

    fn money(minor: i64) -> Money {
        Money::of_minor(minor).unwrap()
    }

    fn row(current: i64, previous: i64, as_of: AccountingDate) -> AccountBalance {
        AccountBalance {
            current: money(current),
            previous_day: money(previous),
            as_of,
            previous_from: as_of.previous(),
        }
    }

    /// T-C1: the first posting of a new date rolls the row.
    #[test]
    fn the_first_posting_of_a_day_rolls_the_row() {
        let mut account = row(100, 90, T);
        account.post(T.next(), money(10)).unwrap();
        assert_eq!(account.row(), (money(110), money(100), T.next(), T));
        assert_eq!(account.closing(T), Some(money(100)));
        assert_eq!(account.closing(T.next()), Some(money(110)));
    }

    /// T-C2: an idle account closes with its current balance, not the stored previous one.
    #[test]
    fn an_idle_account_is_not_misread() {
        let mut account = row(100, 90, T);
        let later = T.next().next();
        assert_eq!(account.closing(later), Some(money(100)));
        account.post(later.next(), money(5)).unwrap();
        assert_eq!(account.closing(later), Some(money(100)));
        assert_eq!(account.closing(T.next()), Some(money(100)));
    }

    /// T-C3 and T-C4: an entry of yesterday changes both balances, an older one is refused.
    #[test]
    fn a_late_entry_of_yesterday_changes_both_and_an_older_one_is_refused() {
        let mut account = row(100, 90, T);
        account.post(T.next(), money(10)).unwrap();
        account.post(T, money(1)).unwrap();
        assert_eq!(account.row(), (money(111), money(101), T.next(), T));
        let before = account;
        assert_eq!(
            account.post(T.previous(), money(1)),
            Err(PostingRefused::TooOld)
        );
        assert_eq!(account, before);
    }

    /// T-C5 and T-C6: read through `closing`, a trial balance holds on every date; read blindly it does not.
    #[test]
    fn the_trial_balance_needs_the_dates() {
        let (mut a, mut b, mut c) = (
            AccountBalance::opened(T),
            AccountBalance::opened(T),
            AccountBalance::opened(T),
        );
        let (d1, d2) = (T.next(), T.next().next());
        a.post(d1, money(70)).unwrap();
        b.post(d1, money(-70)).unwrap();
        a.post(d2, money(30)).unwrap();
        c.post(d2, money(-30)).unwrap();
        for date in [d1, d2] {
            let closings = [a, b, c].map(|account| account.closing(date).unwrap().minor());
            assert_eq!(closings.iter().sum::<i64>(), 0);
        }
        let blindly = [a, b, c].map(|account| account.row().1.minor());
        assert_ne!(blindly.iter().sum::<i64>(), 0);
    }

    proptest! {
        /// L4: the row equals two sums over the journal, and yesterday is always answerable.
        #[test]
        fn the_row_equals_the_sums_over_the_journal(
            steps in prop::collection::vec((0_i32..4, Just(()), -1000_i64..1000), 1..40),
        ) {
            let mut account = AccountBalance::opened(T);
            let mut journal: Vec<(AccountingDate, i64)> = Vec::new();
            let mut today = T;
            for (idle, _, amount) in steps {
                // Move on some days, or post an entry of yesterday when idle is 3.
                let date = if idle == 3 { today.previous() } else {
                    today = AccountingDate::of_days(today.days() + idle);
                    today
                };
                let late_ok = date >= account.row().2.previous();
                match account.post(date, money(amount)) {
                    Ok(()) => journal.push((date, amount)),
                    Err(_) => prop_assert!(!late_ok),
                }
                let sum = |until: AccountingDate| -> i64 {
                    journal.iter().filter(|(date, _)| *date <= until).map(|(_, a)| a).sum()
                };
                prop_assert_eq!(account.current().minor(), sum(AccountingDate::of_days(i32::MAX)));
                for back in 0..6 {
                    let date = AccountingDate::of_days(today.days() - back);
                    if let Some(closing) = account.closing(date) {
                        prop_assert_eq!(closing.minor(), sum(date));
                    } else {
                        prop_assert!(back > 1);
                    }
                }
            }
        }
    }
}
