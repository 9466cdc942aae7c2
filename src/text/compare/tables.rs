//! A comparison as tables in words of one language, ready to be shown: each with its heading, its columns and its
//! figures for A, for B and their difference.

use serde::{Deserialize, Serialize};

use super::{CompareText, headlines, is_same_day, signed, signed_count, signed_days};
use crate::analysis::view::{
    ArrivalsCompared, Compared, ComparedSide, Comparison, Counted, PartyBalances, PartyCompared,
};
use crate::text::{Lang, places};

/// Accounts and places of the document that are listed; the others are counted.
const ROWS_SHOWN: usize = 40;

/// A comparison in words.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ToldComparison {
    /// A and B, each in a line.
    pub sides: [String; 2],
    /// What a difference is, or that there is none.
    pub note: String,
    /// The differences that matter most, a sentence each.
    pub headlines: Vec<String>,
    /// The tables; none when both are the same.
    pub tables: Vec<ToldTable>,
}

/// A table.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ToldTable {
    /// Its heading.
    pub title: String,
    /// What one has to know to read it, or what stands in its place.
    pub note: String,
    /// How many columns from the left are words; the others are figures.
    pub words: u32,
    /// The columns.
    pub columns: Vec<String>,
    /// The rows, a cell a column.
    pub rows: Vec<Vec<String>>,
}

/// The whole comparison in words.
pub fn told(all: &Comparison, lang: Lang) -> ToldComparison {
    let teller = Teller {
        all,
        lang,
        text: lang.compare(),
    };
    let sides = [teller.side("A", &all.a), teller.side("B", &all.b)];
    if all.is_same {
        return ToldComparison {
            sides,
            note: teller.text.same.to_owned(),
            headlines: Vec::new(),
            tables: Vec::new(),
        };
    }
    let mut tables = vec![teller.totals(), teller.document()];
    tables.extend(all.arrivals.iter().map(|one| teller.arrivals(one)));
    tables.extend([
        teller.held(),
        teller.findings(),
        teller.transit(),
        teller.fees(),
        teller.refused(),
    ]);
    tables.extend(all.parties.iter().filter_map(|one| teller.party_days(one)));
    tables.push(teller.accounts());
    ToldComparison {
        sides,
        note: teller.text.difference_is.to_owned(),
        headlines: headlines(all, lang),
        tables,
    }
}

struct Teller<'a> {
    all: &'a Comparison,
    lang: Lang,
    text: &'static CompareText,
}

fn three(amount: &Compared) -> [String; 3] {
    let difference = signed(amount.difference);
    [amount.a.grouped(), amount.b.grouped(), difference]
}

fn three_counts(count: &Counted) -> [String; 3] {
    let difference = signed_count(count.difference);
    [count.a.to_string(), count.b.to_string(), difference]
}

fn row<const N: usize>(names: &[&str], figures: [String; N]) -> Vec<String> {
    let names = names.iter().map(|name| (*name).to_owned());
    names.chain(figures).collect()
}

impl Teller<'_> {
    fn side(&self, letter: &str, side: &ComparedSide) -> String {
        (self.text.side)(
            letter,
            self.lang.of(&side.title),
            &side.starts.day().to_string(),
            &side.ends.day().to_string(),
            side.events,
        )
    }

    fn party(&self, id: &str) -> &str {
        let mut parties = self.all.parties.iter();
        let row = parties.find(|row| row.id == id);
        row.map_or("", |row| self.lang.of(&row.name))
    }

    /// A table with columns of words, then A, B and their difference once or several times.
    fn table(&self, title: &str, names: &[&str], figures: Vec<String>) -> ToldTable {
        let words = names.iter().map(|name| (*name).to_owned());
        ToldTable {
            title: title.to_owned(),
            note: String::new(),
            words: u32::try_from(names.len()).unwrap_or(0),
            columns: words.chain(figures).collect(),
            rows: Vec::new(),
        }
    }

    fn heads(&self) -> Vec<String> {
        vec![
            "A".to_owned(),
            "B".to_owned(),
            self.text.difference.to_owned(),
        ]
    }

    /// The table, or that nothing differs.
    fn or_nothing(&self, mut table: ToldTable) -> ToldTable {
        if table.rows.is_empty() {
            table.note = self.text.no_difference.to_owned();
        }
        table
    }

    fn totals(&self) -> ToldTable {
        let (text, totals) = (self.text, &self.all.totals);
        let mut table = self.table(text.totals, &[""], self.heads());
        for (name, amount) in [
            (text.paid_in, totals.paid_in),
            (text.refunded, totals.refunded),
            (text.fees_total, totals.fees),
            (text.paid_out, totals.paid_out),
        ] {
            table.rows.push(row(&[name], three(&amount)));
        }
        for (name, count) in [
            (text.refused_count, totals.refused),
            (text.findings_count, totals.findings),
        ] {
            table.rows.push(row(&[name], three_counts(&count)));
        }
        table
    }

    fn arrivals(&self, one: &ArrivalsCompared) -> ToldTable {
        let text = self.text;
        let owner = self.party(&one.owner);
        let figures = vec![
            (text.arrived)("A"),
            (text.arrived)("B"),
            (text.so_far)("A"),
            (text.so_far)("B"),
            text.so_far_difference.to_owned(),
        ];
        let title = format!("{} · {owner}", text.arrivals);
        let mut table = self.table(&title, &[text.date], figures);
        let widest = one
            .most_on
            .and_then(|day| one.days.iter().find(|row| row.date == day));
        let Some(widest) = widest else {
            table.note = (text.arrivals_same)(owner);
            return table;
        };
        let [a, b, difference] = three(&widest.so_far);
        table.note = (text.arrivals_most)(owner, &widest.date.to_string(), &a, &b, &difference);
        for day in &one.days {
            let [a, b, difference] = three(&day.so_far);
            let (arrived_a, arrived_b) = (day.arrived.a.grouped(), day.arrived.b.grouped());
            let figures = [arrived_a, arrived_b, a, b, difference];
            table.rows.push(row(&[&day.date.to_string()], figures));
        }
        table
    }

    fn transit(&self) -> ToldTable {
        let text = self.text;
        let figures = vec![
            (text.yuan_days)("A"),
            (text.yuan_days)("B"),
            text.difference.to_owned(),
        ];
        let mut table = self.table(text.transit, &[text.owner], figures);
        table.note = text.transit_is.to_owned();
        for one in &self.all.transit.of {
            let difference = signed_days(one.transit.difference);
            let days = [
                one.transit.a.yuan_days(),
                one.transit.b.yuan_days(),
                difference,
            ];
            table.rows.push(row(&[self.party(&one.owner)], days));
        }
        table
    }

    fn held(&self) -> ToldTable {
        let text = self.text;
        let figures = vec![
            (text.most)("A"),
            (text.most)("B"),
            text.difference.to_owned(),
            (text.yuan_days)("A"),
            (text.yuan_days)("B"),
            text.difference.to_owned(),
        ];
        let mut table = self.table(text.held, &[text.holder], figures);
        for one in &self.all.held {
            let mut cells = row(&[self.party(&one.holder)], three(&one.maximum));
            let difference = signed_days(one.held.difference);
            cells.extend([one.held.a.yuan_days(), one.held.b.yuan_days(), difference]);
            table.rows.push(cells);
        }
        self.or_nothing(table)
    }

    fn fees(&self) -> ToldTable {
        let text = self.text;
        let names = [text.what, text.bearer, text.to];
        let mut table = self.table(text.fees, &names, self.heads());
        for one in &self.all.fees {
            let (bearer, to) = (self.party(&one.bearer), self.party(&one.to));
            let names = [(text.fee_kind)(one.kind), bearer, to];
            table.rows.push(row(&names, three(&one.amount)));
        }
        self.or_nothing(table)
    }

    fn findings(&self) -> ToldTable {
        let (text, said) = (self.text, self.lang.findings());
        let names = [text.findings, text.owner, ""];
        let mut table = self.table(text.findings, &names, self.heads());
        table.note = said.disclaimer.to_owned();
        for one in &self.all.findings {
            let severity = one.a.map(|found| found.severity);
            let severity = severity.max(one.b.map(|found| found.severity));
            let severity = severity.map(said.severity).unwrap_or_default();
            let title = (said.rule)(one.rule).title;
            let heading = (said.found)(severity, one.rule.code(), title);
            let place = (text.found_in)(one.a.is_some(), one.b.is_some());
            let names = [heading.as_str(), self.party(&one.subject), place];
            table.rows.push(row(&names, three(&one.amount)));
        }
        self.or_nothing(table)
    }

    fn refused(&self) -> ToldTable {
        let text = self.text;
        let mut figures = vec![(text.times)("A"), (text.times)("B")];
        figures.extend(self.heads());
        let mut table = self.table(text.refused, &[text.what, ""], figures);
        for one in &self.all.refused {
            let [a, b, _] = three_counts(&one.count);
            let event = (self.lang.text().accounts.event)(one.kind);
            let mut cells = row(&[event, &one.cause], [a, b]);
            cells.extend(three(&one.amount));
            table.rows.push(cells);
        }
        self.or_nothing(table)
    }

    /// A party's money at the ends of the days on which something differs; `None` where nothing ever does.
    fn party_days(&self, one: &PartyCompared) -> Option<ToldTable> {
        one.most_on?;
        let text = self.text;
        type Figure = fn(&PartyBalances) -> &Compared;
        let kinds: [(&str, Figure); 3] = [
            (text.at_banks, |day| &day.at_banks),
            (text.in_transit, |day| &day.in_transit),
            (text.holds, |day| &day.holds),
        ];
        let differs = |of: &Figure| one.days.iter().any(|day| !of(day).is_same());
        let kinds: Vec<_> = kinds.iter().filter(|(_, of)| differs(of)).collect();
        let mut figures = Vec::new();
        for (name, _) in &kinds {
            let difference = text.difference.to_owned();
            figures.extend([format!("{name} A"), format!("{name} B"), difference]);
        }
        let title = format!("{} · {}", text.balances, self.lang.of(&one.name));
        let mut table = self.table(&title, &[text.date], figures);
        for (date, day) in self.all.days.iter().zip(&one.days) {
            if !is_same_day(day) {
                let mut cells = vec![date.to_string()];
                cells.extend(kinds.iter().flat_map(|(_, of)| three(of(day))));
                table.rows.push(cells);
            }
        }
        Some(table)
    }

    fn accounts(&self) -> ToldTable {
        let text = self.text;
        let names = [text.account, text.most_on];
        let mut table = self.table(text.accounts, &names, self.heads());
        let differing = self.all.accounts.iter().filter(|row| row.most_on.is_some());
        let more = differing.clone().count().saturating_sub(ROWS_SHOWN);
        for one in differing.take(ROWS_SHOWN) {
            let day = one.most_on.map(|day| day.to_string()).unwrap_or_default();
            table.rows.push(row(&[&one.name, &day], three(&one.most)));
        }
        if more > 0 {
            table.note = (text.more)(more);
        }
        self.or_nothing(table)
    }

    fn document(&self) -> ToldTable {
        let text = self.text;
        let names = ["", text.document, "A", "B"];
        let mut table = self.table(text.document, &names, Vec::new());
        table.note = (text.places)(self.all.document.total);
        for change in self.all.document.rows.iter().take(ROWS_SHOWN) {
            let path = change.path_a.as_ref().or(change.path_b.as_ref());
            let path = places::place(self.lang, path.map(String::as_str).unwrap_or_default());
            let place = match &change.entry {
                Some(entry) => format!("{path} ({entry})"),
                None => path,
            };
            let side =
                |value: &Option<String>| value.clone().unwrap_or_else(|| text.left_out.to_owned());
            let kind = (text.change)(change.kind);
            table
                .rows
                .push(row(&[kind, &place], [side(&change.a), side(&change.b)]));
        }
        table
    }
}
