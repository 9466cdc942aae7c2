//! A book as a journal that beancount reads, without any tolerance.
//!
//! Beancount's `balance` speaks of the start of a day, so the balances of a date closed are asserted on
//! the day after.

use std::fmt::Write;

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::BookId;
use crate::base::money::Money;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::escape::beancount::harmless;
use super::journal::{self, Entry, Head, Style};

/// The journal of a book.
pub(super) fn file(run: &Run, book: BookId) -> Result<String, Fault> {
    let mut journal = Journal(String::new());
    journal::write(run, book, &mut journal)?;
    Ok(journal.0)
}

struct Journal(String);

impl Journal {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(line);
        self.0.push('\n');
    }
}

impl Style for Journal {
    fn head(&mut self, head: &Head) {
        self.line(format_args!(
            "; 账套 book {} 日切 cut-off {}",
            harmless(&head.keeper),
            head.cut_off
        ));
        self.line(format_args!(
            "option \"title\" \"Daycut {}\"",
            harmless(&head.title)
        ));
        self.line(format_args!("option \"operating_currency\" \"CNY\""));
        self.line(format_args!("option \"tolerance_multiplier\" \"0\""));
        self.line(format_args!(""));
        for account in &head.accounts {
            self.line(format_args!("{} open {account} CNY", head.opens));
        }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let Entry {
            date, payee, kind, ..
        } = entry;
        self.line(format_args!(""));
        self.line(format_args!("{date} * \"{}\" \"{kind}\"", harmless(payee)));
        self.line(format_args!("  code: \"{}\"", entry.code));
        self.line(format_args!("  event: {}", entry.event));
        self.line(format_args!("  time: \"{}\"", entry.time));
        if let Some(paid) = entry.paid {
            self.line(format_args!("  paid: \"{paid}\""));
        }
        for (account, amount) in entry.postings {
            self.line(format_args!("  {account}  {amount} CNY"));
        }
    }

    fn closing(&mut self, date: AccountingDate, _: WallClock, balances: &[(String, Money)]) {
        let morning = date.next();
        self.line(format_args!(""));
        for (account, amount) in balances {
            self.line(format_args!("{morning} balance {account}  {amount} CNY"));
        }
    }
}
