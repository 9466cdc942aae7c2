//! The money of a printed report: days, parties, accounts, batches, fees.

use crate::analysis::export::html::{Part, Table};
use crate::analysis::printed::{Day, DayEnd, Printed};
use crate::analysis::view::{BatchState, DayRow, PartyRow};
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::text::Lang;
use crate::text::lanes::{account_title, book_name, party_name};

/// Rows of a table that are printed.
const ROWS_MAX: usize = 300;
/// Parties that are shown day by day.
const PARTIES_MAX: usize = 12;

/// One of the figures of a party at a day's end.
type Figure = fn(&DayEnd) -> Money;

/// The facts, and the language in which they are told.
pub(super) struct Teller<'r> {
    pub(super) facts: &'r Printed,
    pub(super) lang: Lang,
}

fn columns<const W: usize, const F: usize>(
    words: [&str; W],
    figures: [&str; F],
) -> Vec<(String, bool)> {
    let words = words.iter().map(|head| ((*head).to_owned(), false));
    let figures = figures.iter().map(|head| ((*head).to_owned(), true));
    words.chain(figures).collect()
}

/// A moment without seconds that are zero.
fn minute(at: WallClock) -> String {
    let text = at.to_string().replacen('T', " ", 1);
    text.strip_suffix(":00").map(str::to_owned).unwrap_or(text)
}

impl Teller<'_> {
    /// The first rows of a table, and how many there are more and in which file.
    fn cut(&self, mut table: Table, file: &str) -> Vec<Part> {
        let all = table.rows.len();
        table.rows.truncate(ROWS_MAX);
        let mut parts = vec![Part::Table(table)];
        if all > ROWS_MAX {
            let more = all.saturating_sub(ROWS_MAX);
            parts.push(Part::Note((self.lang.printed().more)(more, file)));
        }
        parts
    }

    fn weekday(&self, day: &DayRow) -> String {
        let text = self.lang.text().timeline;
        let place = usize::try_from(day.date.weekday()).unwrap_or_default();
        let name = text.weekdays.get(place).copied().unwrap_or_default();
        let mark = match (day.working, day.made_up) {
            (_, true) => text.made_up,
            (Some(false), _) => text.off,
            _ => "",
        };
        format!("{name} {mark}").trim_end().to_owned()
    }

    /// What happened on each natural day.
    pub(super) fn days(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let has_transfers = self.facts.days.iter().any(|day| !day.transferred.is_zero());
        let figures = |day: [String; 7]| {
            let [
                payments,
                paid_in,
                refunded,
                fees,
                paid_out,
                transferred,
                transit,
            ] = day;
            let mut cells = vec![payments, paid_in, refunded, fees, paid_out];
            cells.extend(has_transfers.then_some(transferred));
            cells.push(transit);
            cells
        };
        let heads = figures([
            text.payments.to_owned(),
            text.paid_in.to_owned(),
            text.refunded.to_owned(),
            text.fees.to_owned(),
            text.paid_out.to_owned(),
            text.transferred.to_owned(),
            text.in_transit.to_owned(),
        ]);
        let mut columns = columns([text.date, text.weekday], []);
        columns.extend(heads.into_iter().map(|head| (head, true)));
        let rows = self.facts.days.iter().map(|day| {
            let mut cells = vec![day.day.date.to_string(), self.weekday(&day.day)];
            cells.extend(figures(of_day(day)));
            cells
        });
        let summary = &self.facts.summary;
        let mut sum = vec![text.sum.to_owned(), String::new()];
        sum.extend(figures([
            summary.payments.to_string(),
            summary.paid_in.grouped(),
            summary.refunded.grouped(),
            summary.fees.grouped(),
            summary.paid_out.grouped(),
            self.facts.transferred.grouped(),
            String::new(),
        ]));
        let table = Table {
            columns,
            rows: rows.collect(),
            sum,
            ..Table::default()
        };
        let mut parts = vec![Part::Note(text.days_are.to_owned())];
        parts.extend(self.cut(table, "events"));
        parts
    }

    /// Each party at the end of each day that changed something.
    pub(super) fn parties(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let mut parts = vec![
            Part::Section(text.parties.to_owned()),
            Part::Note(text.parties_are.to_owned()),
        ];
        let parties = self.facts.summary.parties.iter();
        let changed = parties.zip(&self.facts.parties);
        let changed: Vec<_> = changed.filter(|(_, days)| !days.is_empty()).collect();
        let left_out = changed.len().saturating_sub(PARTIES_MAX);
        let mut tables = Vec::new();
        let mut notes = Vec::new();
        for (party, days) in changed.into_iter().take(PARTIES_MAX) {
            for part in self.cut(self.party(party, days), "closings") {
                match part {
                    Part::Table(table) => tables.push(table),
                    note => notes.push(note),
                }
            }
        }
        parts.push(Part::Beside(tables));
        parts.extend(notes);
        if left_out > 0 {
            parts.push(Part::Note((text.more_parties)(left_out)));
        }
        parts
    }

    /// Figures that are always nothing have no column.
    fn party(&self, party: &PartyRow, days: &[DayEnd]) -> Table {
        let words = self.lang.compare();
        let of: [(&str, Figure); 3] = [
            (words.at_banks, |day| day.at_banks),
            (words.in_transit, |day| day.in_transit),
            (words.holds, |day| day.holds),
        ];
        let is_said = |of: &Figure| days.iter().any(|day| !of(day).is_zero());
        let of: Vec<_> = of.iter().filter(|(_, of)| is_said(of)).collect();
        let mut columns = columns([self.lang.printed().date], []);
        columns.extend(of.iter().map(|(head, _)| ((*head).to_owned(), true)));
        let rows = days.iter().map(|day| {
            let mut cells = vec![day.date.to_string()];
            cells.extend(of.iter().map(|(_, of)| of(day).grouped()));
            cells
        });
        Table {
            caption: self.lang.of(&party.name).to_owned(),
            columns,
            rows: rows.collect(),
            ..Table::default()
        }
    }

    /// Both balances of every account that was used, at the end.
    pub(super) fn accounts(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let summary = &self.facts.summary;
        let accounts = summary
            .accounts
            .iter()
            .zip(&self.facts.balances)
            .zip(0_u32..);
        let used = accounts.filter(|((account, _), _)| account.used);
        let rows = used.map(|((account, balance), place)| {
            let id = crate::base::id::AccountId(place);
            vec![
                book_name(account.book, summary, self.lang).to_owned(),
                account_title(id, summary, self.lang),
                account.code.clone(),
                (self.lang.text().accounts.side)(account.normal).to_owned(),
                balance.current.grouped(),
                balance.previous_day.grouped(),
            ]
        });
        let table = Table {
            columns: columns(
                [text.book, text.account, text.code, text.side],
                [text.current, text.previous_day],
            ),
            rows: rows.collect(),
            ..Table::default()
        };
        let mut parts = vec![Part::Section(text.accounts.to_owned())];
        parts.extend(self.cut(table, "balances"));
        parts
    }

    /// Every batch: trade date, due date, when it was closed.
    pub(super) fn batches(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let words = self.lang.text().settlement;
        if self.facts.batches.is_empty() {
            return vec![Part::Note(words.no_batches.to_owned())];
        }
        let summary = &self.facts.summary;
        let rows = self.facts.batches.iter().map(|settled| {
            let batch = &settled.batch;
            let state = (words.batch_state)(batch.state);
            vec![
                party_name(batch.channel, summary, self.lang).to_owned(),
                party_name(batch.owner, summary, self.lang).to_owned(),
                batch.channel_date.to_string(),
                batch.cycle.clone(),
                batch.due.to_string(),
                match (settled.at, batch.state) {
                    (Some(at), BatchState::Paid) => minute(at),
                    (Some(at), _) => format!("{} {state}", minute(at)),
                    (None, _) => state.to_owned(),
                },
                batch.items.to_string(),
                batch.amount.grouped(),
            ]
        });
        let table = Table {
            columns: columns(
                [
                    words.channel,
                    words.payee,
                    words.channel_date,
                    words.cycle,
                    words.due,
                    text.paid,
                ],
                [words.items, text.amount],
            ),
            rows: rows.collect(),
            ..Table::default()
        };
        let mut parts = vec![Part::Note(text.settlement_is.to_owned())];
        parts.extend(self.cut(table, "batches"));
        parts
    }

    /// What is taken off sales, who bears it, who gets it.
    pub(super) fn fees(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let words = self.lang.compare();
        if self.facts.fees.is_empty() {
            return vec![Part::Note(text.no_fees.to_owned())];
        }
        let name = |id: &str| {
            let mut parties = self.facts.summary.parties.iter();
            let party = parties.find(|party| party.id == id);
            party.map_or_else(String::new, |party| self.lang.of(&party.name).to_owned())
        };
        let rows = self.facts.fees.iter().map(|row| {
            vec![
                (words.fee_kind)(row.kind).to_owned(),
                name(&row.bearer),
                name(&row.to),
                row.amount.grouped(),
            ]
        });
        let table = Table {
            columns: columns([words.what, words.bearer, words.to], [text.amount]),
            rows: rows.collect(),
            ..Table::default()
        };
        self.cut(table, "payments")
    }
}

/// Figures of a day, in the order of the columns.
fn of_day(day: &Day) -> [String; 7] {
    [
        day.payments.to_string(),
        day.paid_in.grouped(),
        day.refunded.grouped(),
        day.fees.grouped(),
        day.paid_out.grouped(),
        day.transferred.grouped(),
        day.in_transit.grouped(),
    ]
}
