//! What was assumed, as tables: every entry of the scenario with every field that says something, made from the
//! same forms that the page shows, so that nothing that can be written is missing here.

use crate::analysis::export::html::{Part, Table};
use crate::scenario::edit::{Step, steps};
use crate::scenario::forms::{self, Entry, Field, Holds, Typed};
use crate::scenario::problem::Noun;
use crate::scenario::v1::Scenario;
use crate::text::Lang;
use crate::text::fields::{answer, label, list};

/// Entries of a list that are printed.
const ENTRIES_MAX: usize = 60;
/// Columns of a table on upright paper; what has more is written as one sentence an entry.
const COLUMNS_MAX: usize = 7;

/// The lists that the report shows elsewhere.
const ELSEWHERE: &str = "expectations";

/// A section for each list that has entries.
pub(super) fn parts(scenario: &Scenario, lang: Lang) -> Vec<Part> {
    let text = lang.printed();
    let starts = scenario.starts.to_string().replacen('T', " ", 1);
    let span = (text.span)(&starts, scenario.days, scenario.seed);
    let mut parts = vec![Part::Note(span)];
    for name in forms::lists().filter(|name| *name != ELSEWHERE) {
        let entries = forms::entries(scenario, name, 0, ENTRIES_MAX);
        if entries.is_empty() {
            continue;
        }
        parts.push(Part::Section(list(lang, name).0.to_owned()));
        let reader = Reader { scenario, lang };
        parts.push(Part::Table(reader.table(&entries)));
        let all = forms::entries(scenario, name, ENTRIES_MAX, usize::MAX).len();
        if all > 0 {
            parts.push(Part::Note((text.more_entries)(all)));
        }
    }
    parts
}

struct Reader<'s> {
    scenario: &'s Scenario,
    lang: Lang,
}

impl Reader<'_> {
    /// A column for every field that says something in some entry, or a sentence for each entry.
    fn table(&self, entries: &[Entry]) -> Table {
        let rows: Vec<Vec<String>> = entries
            .iter()
            .map(|entry| entry.fields.iter().map(|field| self.told(field)).collect())
            .collect();
        let says = |column: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(column));
            cells.any(|cell| !cell.is_empty())
        };
        let fields = entries.first().map(|entry| entry.fields.as_slice());
        let fields = fields.unwrap_or_default();
        let kept: Vec<usize> = (0..fields.len()).filter(|column| says(*column)).collect();
        if kept.len() > COLUMNS_MAX {
            return self.sentences(entries);
        }
        let head = |column: &usize| {
            let field = fields.get(*column);
            field.map_or_else(String::new, |field| self.label(field).to_owned())
        };
        let is_figure = |column: &usize| fields.get(*column).is_some_and(is_amount);
        let columns = kept.iter().map(|column| (head(column), is_figure(column)));
        let cells = |row: &Vec<String>| {
            let cells = kept.iter().map(|column| row.get(*column).cloned());
            cells.map(Option::unwrap_or_default).collect()
        };
        Table {
            columns: columns.collect(),
            rows: rows.iter().map(cells).collect(),
            ..Table::default()
        }
    }

    /// The entry's id on the left, everything that it says on the right.
    fn sentences(&self, entries: &[Entry]) -> Table {
        let text = self.lang.printed();
        let rows = entries.iter().map(|entry| {
            let (own, others): (Vec<&Field>, Vec<&Field>) =
                entry.fields.iter().partition(|field| field.name == "id");
            let name = own.first().map(|field| self.told(field));
            vec![name.unwrap_or_default(), self.sentence(others.into_iter())]
        });
        Table {
            columns: vec![
                (text.entry.to_owned(), false),
                (text.says.to_owned(), false),
            ],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn sentence<'f>(&self, fields: impl Iterator<Item = &'f Field>) -> String {
        let told = fields.map(|field| (self.label(field), self.told(field)));
        let told = told.filter(|(_, value)| !value.is_empty());
        let told: Vec<String> = told
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        told.join(self.between())
    }

    fn between(&self) -> &'static str {
        match self.lang {
            Lang::ZhCn => "；",
            Lang::En => "; ",
        }
    }

    fn label<'f>(&self, field: &'f Field) -> &'f str {
        label(self.lang, field.of, &field.name)
    }

    /// What a field says; nothing where the author left it open. A licence is always said: much hangs on it.
    fn told(&self, field: &Field) -> String {
        if !field.is_written && (field.of, field.name.as_ref()) == ("Party", "licence") {
            return self.licence(&field.path);
        }
        if !field.is_written && field.is_open {
            return String::new();
        }
        match &field.holds {
            Holds::Typed(Typed::Rate, text) if !text.is_empty() => format!("{text}%"),
            Holds::Typed(Typed::Moment, text) => text.replacen('T', " ", 1),
            Holds::Typed(_, text) => text.clone(),
            Holds::Words { zh, en, .. } => match self.lang {
                Lang::ZhCn => zh.clone(),
                Lang::En => en.clone(),
            },
            Holds::Word(word, _) => answer(self.lang, &field.name, word).to_owned(),
            Holds::Name(id, noun) => self.named(&field.name, id, *noun),
            Holds::Object(fields) => {
                let fields = fields.as_deref().unwrap_or_default();
                self.sentence(fields.iter())
            }
            Holds::Variant { word, fields, .. } => {
                let word = answer(self.lang, &field.name, word);
                match fields.as_slice() {
                    // The word says already what its one field holds.
                    [only] => format!("{word} {}", self.told(only)),
                    fields => format!("{word} {}", self.sentence(fields.iter())),
                }
            }
            Holds::Entries { entries, .. } => {
                let told = entries.iter().map(|entry| {
                    let values = entry.fields.iter().map(|field| self.told(field));
                    let values: Vec<String> = values.filter(|one| !one.is_empty()).collect();
                    values.join(" ")
                });
                told.collect::<Vec<_>>().join(self.between())
            }
        }
    }

    /// The licence that a party has by its kind.
    fn licence(&self, path: &str) -> String {
        let place = steps(path).and_then(|steps| match steps.get(1) {
            Some(Step::Index(place)) => Some(*place),
            _ => None,
        });
        let party = place.and_then(|place| self.scenario.parties.get(place));
        let licence = party.map(|party| (self.lang.text().accounts.licence)(party.licence));
        licence.unwrap_or_default().to_owned()
    }

    /// A party by its name, a calendar by what it is, anything else by its id.
    fn named(&self, field: &str, id: &str, noun: Noun) -> String {
        match noun {
            Noun::Party | Noun::Channel | Noun::Bank | Noun::Platform | Noun::Seller => {
                let mut parties = self.scenario.parties.iter();
                let party = parties.find(|party| party.id == id);
                party.map_or_else(
                    || answer(self.lang, field, id).to_owned(),
                    |party| self.lang.of(&party.name).to_owned(),
                )
            }
            Noun::Calendar => answer(self.lang, "calendar", id).to_owned(),
            Noun::Account
            | Noun::DepositAccount
            | Noun::FeePlan
            | Noun::SettlementRule
            | Noun::Contract
            | Noun::Payment => answer(self.lang, field, id).to_owned(),
        }
    }
}

fn is_amount(field: &Field) -> bool {
    matches!(field.holds, Holds::Typed(Typed::Amount | Typed::Rate, _))
}
