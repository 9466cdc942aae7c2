//! A book as a journal that hledger and ledger read, strictly.
//!
//! `commodity CNY` stands bare, so that a program takes its precision from the amounts themselves; the
//! date of an entry is its accounting date, other times are tags; a separate entry at each cut asserts
//! every account, because an assertion on the day's last entry would miss one moved over the cut.

use std::fmt::Write;

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::BookId;
use crate::base::money::Money;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

use super::escape::hledger::harmless;
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
        self.line(format_args!("; Daycut {}", harmless(&head.title)));
        self.line(format_args!(
            "; 账套 book {} 日切 cut-off {}",
            harmless(&head.keeper),
            head.cut_off
        ));
        self.line(format_args!(""));
        self.line(format_args!("commodity CNY"));
        self.line(format_args!(""));
        for account in &head.accounts {
            self.line(format_args!("account {account}"));
        }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let Entry {
            date,
            code,
            payee,
            kind,
            ..
        } = entry;
        self.line(format_args!(""));
        self.line(format_args!(
            "{date} * ({code}) {} | {kind}",
            harmless(payee)
        ));
        match entry.paid {
            None => self.line(format_args!(
                "    ; event: {}, time: {}",
                entry.event, entry.time
            )),
            Some(paid) => self.line(format_args!(
                "    ; event: {}, time: {}, paid: {paid}",
                entry.event, entry.time
            )),
        }
        for (account, amount) in entry.postings {
            self.line(format_args!("    {account}  CNY {amount}"));
        }
    }

    fn closing(&mut self, date: AccountingDate, at: WallClock, balances: &[(String, Money)]) {
        self.line(format_args!(""));
        self.line(format_args!("{date} * (CUT) 日切余额 balances at the cut"));
        self.line(format_args!("    ; time: {at}"));
        for (account, amount) in balances {
            self.line(format_args!("    {account}  CNY 0.00 = CNY {amount}"));
        }
    }
}
