//! Why a balance is what it is, and why something happened, as a tree that ends in the scenario.

use daycut::facade::view::{
    BalanceEntry, BalanceWhy, EventWhy, JournalRow, LegWhy, Reason, Summary,
};
use daycut::facade::{self, AccountId, Money, Run, Scenario, Side, WallClock, report, words};
use serde::Serialize;

use super::arguments::Explained;
use super::scenario;
use super::speech::{Complaint, Ending, Speech};
use super::tree::Tree;
use super::usage::Unread;

/// Characters of a scenario's line that are shown.
const EXCERPT_CHARS: usize = 120;

/// A balance with the events that made it, for other programs.
#[derive(Serialize)]
struct Told<'a> {
    balance: &'a BalanceWhy,
    events: &'a [EventWhy],
}

/// Explains a balance or an event.
pub fn explain(wanted: &Explained, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = scenario::read(&wanted.file, speech)?;
    let run = scenario::simulate(&scenario, speech)?;
    let summary = report::summary(&run)?;
    let teller = Teller {
        speech,
        scenario: &scenario,
        summary: &summary,
    };
    match (&wanted.account, wanted.event) {
        (Some(account), _) => teller.account(&run, wanted, account),
        (None, Some(event)) => teller.event(&run, event),
        (None, None) => Ok(Ending::Misused),
    }
}

struct Teller<'a> {
    speech: &'a Speech,
    scenario: &'a Scenario,
    summary: &'a Summary,
}

impl Teller<'_> {
    fn account(&self, run: &Run, wanted: &Explained, name: &str) -> Result<Ending, Complaint> {
        let account = self.found(name)?;
        let events = match wanted.at {
            Some(at) => report::event_at(run, at),
            None => run.event_count(),
        };
        let why = report::why_balance(run, account, events, wanted.previous_day, wanted.last)?;
        let mut numbers: Vec<u32> = why.entries.rows.iter().map(|one| one.row.event).collect();
        numbers.dedup();
        let events = numbers.iter().map(|event| report::why_event(run, *event));
        let events = events.collect::<Result<Vec<_>, _>>()?;
        if self.speech.json {
            let told = Told {
                balance: &why,
                events: &events,
            };
            self.speech.say(&facade::json(&told))?;
        } else {
            self.speech.say(&self.balance(&why, &events).drawn())?;
        }
        Ok(Ending::Good)
    }

    fn event(&self, run: &Run, event: u32) -> Result<Ending, Complaint> {
        if event == 0 || event > run.event_count() {
            let said = self.speech.text().terminal.no_event;
            return Err(Complaint::Nothing(said(event, run.event_count())));
        }
        let why = report::why_event(run, event)?;
        if self.speech.json {
            self.speech.say(&facade::json(&why))?;
        } else {
            let mut tree = Tree::of(self.heading(&why));
            if why.legs.is_empty() {
                tree.add(Tree::of(self.speech.text().why.posts_nothing));
            }
            for leg in &why.legs {
                tree.add(Tree::of(self.leg(&why, leg)));
            }
            self.reasons(&why, &mut tree);
            self.speech.say(&tree.drawn())?;
        }
        Ok(Ending::Good)
    }

    /// The account of this name: the author's own, or `keeper:code.owner`.
    fn found(&self, name: &str) -> Result<AccountId, Complaint> {
        let is = |row: &&daycut::facade::view::AccountRow| {
            row.name == name || row.alias.as_deref() == Some(name)
        };
        let accounts = self.summary.accounts.iter().zip(0_u32..);
        for (row, place) in accounts.clone() {
            if is(&row) {
                return Ok(AccountId(place));
            }
        }
        let used = accounts.filter(|(row, _)| row.used);
        let names: Vec<&str> = used
            .map(|(row, _)| row.alias.as_deref().unwrap_or(&row.name))
            .collect();
        let said = self.speech.text().terminal.no_account;
        Err(Complaint::Nothing(said(name, &names)))
    }

    fn title(&self, account: AccountId) -> String {
        words::account_title(account, self.summary, self.speech.lang)
    }

    fn balance(&self, why: &BalanceWhy, events: &[EventWhy]) -> Tree {
        let text = self.speech.text().why;
        let row = self.summary.accounts.get(why.account.index());
        let name = row.map(|row| row.name.as_str()).unwrap_or_default();
        let title = format!("{} ({name})", self.title(why.account));
        let counted = (text.counted)(&why.counted_to.to_string(), why.previous_day);
        let mut tree = Tree::of((text.balance)(&title, &why.balance.grouped()));
        tree.add(Tree::of(format!(
            "{} · {counted}",
            moment(&why.at.to_string())
        )));
        if why.entries.total == 0 {
            tree.add(Tree::of(text.no_entries));
            return tree;
        }
        tree.add(Tree::of((text.before)(
            why.entries.from,
            &why.before.grouped(),
        )));
        for event in events {
            let mut branch = Tree::of(self.heading(event));
            let entries = why.entries.rows.iter();
            for entry in entries.filter(|entry| entry.row.event == event.event.event) {
                branch.add(Tree::of(self.entry(why.account, event, entry)));
            }
            self.reasons(event, &mut branch);
            tree.add(branch);
        }
        tree
    }

    /// `2018-09-28 10:00:00 · 支付 O1 · 第 5 个事件`.
    fn heading(&self, why: &EventWhy) -> String {
        let text = self.speech.text();
        format!(
            "{} · {} {} · {}",
            moment(&why.event.at.to_string()),
            (text.accounts.event)(why.event.kind),
            why.event.cause,
            (text.why.event)(why.event.event)
        )
    }

    /// An entry of one account: change, balance after it, the other account, rule and meaning.
    fn entry(&self, account: AccountId, why: &EventWhy, entry: &BalanceEntry) -> String {
        let text = self.speech.text();
        let row = &entry.row;
        let (side, other) = if row.debit == account {
            (Side::Debit, row.credit)
        } else {
            (Side::Credit, row.debit)
        };
        let leg = why.legs.iter().find(|leg| leg.row == *row);
        let told = leg.map(|leg| self.told(why, leg)).unwrap_or_default();
        format!(
            "{} → {} {} · {} · {told}",
            signed(entry.change),
            text.why.after,
            entry.after.grouped(),
            (text.why.against)(side, &self.title(other)),
        )
    }

    /// A leg of an event: book, date, both accounts, amount, rule and meaning.
    fn leg(&self, why: &EventWhy, leg: &LegWhy) -> String {
        let text = self.speech.text();
        let JournalRow {
            book,
            date,
            debit,
            credit,
            amount,
            ..
        } = leg.row;
        format!(
            "{} {date} · {} {} / {} {} · {} · {}",
            words::book_name(book, self.summary, self.speech.lang),
            (text.accounts.side)(Side::Debit),
            self.title(debit),
            (text.accounts.side)(Side::Credit),
            self.title(credit),
            amount.grouped(),
            self.told(why, leg)
        )
    }

    /// The posting rule, its line, and what the line means.
    fn told(&self, why: &EventWhy, leg: &LegWhy) -> String {
        let text = self.speech.text().why;
        let kind = |account: AccountId| {
            self.summary
                .accounts
                .get(account.index())
                .map(|row| row.kind)
        };
        let (Some(debit), Some(credit)) = (kind(leg.row.debit), kind(leg.row.credit)) else {
            return String::new();
        };
        let rule = why.rule.as_ref().map(|rule| (text.rule)(rule));
        format!(
            "{} {} · {}",
            rule.unwrap_or_default(),
            (text.line)(leg.line, leg.term),
            (text.leg)(leg.row.meaning, debit, credit)
        )
    }

    fn reasons(&self, why: &EventWhy, tree: &mut Tree) {
        let text = self.speech.text().why;
        for reason in &why.reasons {
            let owner = match reason {
                Reason::Batches { owner, .. } => {
                    words::party_name(*owner, self.summary, self.speech.lang)
                }
                _ => "",
            };
            let mut branch = Tree::of(format!("← {}", (text.reason)(reason, owner)));
            if let Reason::Batches { of, .. } = reason {
                for batch in of {
                    branch.add(Tree::of((text.batch)(batch)));
                }
            }
            if let Some(path) = reason.path() {
                let written = (text.written_at)(&words::place(self.speech.lang, path));
                let original = facade::excerpt(self.scenario, path).map(|excerpt| {
                    let excerpt = shortened(&excerpt);
                    format!(" · {} {path}: {excerpt}", text.original)
                });
                branch.add(Tree::of(written + &original.unwrap_or_default()));
            }
            tree.add(branch);
        }
    }
}

fn moment(at: &str) -> String {
    at.replacen('T', " ", 1)
}

fn signed(amount: Money) -> String {
    let sign = if amount.is_negative() { "" } else { "+" };
    format!("{sign}{}", amount.grouped())
}

fn shortened(excerpt: &str) -> String {
    match excerpt.char_indices().nth(EXCERPT_CHARS) {
        Some((end, _)) => format!("{}…", excerpt.get(..end).unwrap_or(excerpt)),
        None => excerpt.to_owned(),
    }
}

/// A moment as a person types it: with a blank or a `T`, seconds may be left out.
pub fn typed_moment(text: &str) -> Result<WallClock, Unread> {
    let moment = text.trim().replacen(' ', "T", 1);
    let moment = match moment.len() {
        10 => format!("{moment}T23:59:59.999"),
        16 => format!("{moment}:00"),
        _ => moment,
    };
    WallClock::parse(&moment).ok_or_else(|| {
        Unread::of(
            "时刻写成 2018-09-30T22:00:00 这样",
            "moments look like 2018-09-30T22:00:00",
        )
    })
}
