//! A run as data: its summary, and every event with its journal entries, for other programs.
//!
//! Amounts are whole fen. Books and accounts go by name, so that a reader needs no table of numbers; each
//! event stands on a line of its own, so that two runs can be compared line by line.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::analysis::report;
use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::AccountId;
use crate::base::money::Money;
use crate::domain::leg::JournalEntry;
use crate::domain::posting::{EventKind, Meaning};
use crate::engine::event::Happening;
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::names;
use super::offered::offered;
use super::stems::Stems;

const UNIT: &str = "fen";

#[derive(Serialize)]
struct EventLine<'a> {
    event: u32,
    at: WallClock,
    kind: EventKind,
    cause: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes: Option<AccountingDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entries: Vec<EntryLine<'a>>,
}

#[derive(Serialize)]
struct EntryLine<'a> {
    book: &'a str,
    date: AccountingDate,
    legs: Vec<LegLine<'a>>,
}

#[derive(Serialize)]
struct LegLine<'a> {
    debit: &'a str,
    credit: &'a str,
    amount: Money,
    meaning: Meaning,
}

const SUMMARY: &str = "daycut-summary/1";
const FILES: &str = "files";
const FILE_NAMES: &str = "file_names";

/// The summary alone: it also says which files the run gives, and which ids have another name in those of the files.
pub(super) fn summary(run: &Run) -> Result<String, Fault> {
    let mut fields = summary_fields(run, SUMMARY)?;
    let files = offered(run, |_| true)?;
    let files = files
        .into_iter()
        .map(|one| Value::from(one.offer.file_name));
    fields.insert(FILES.to_owned(), files.collect());
    let stems = Stems::of(run.plan());
    let changed = stems.changed(run.plan());
    let changed: Map<String, Value> = changed
        .map(|(id, name)| (id.to_owned(), Value::from(name)))
        .collect();
    if !changed.is_empty() {
        fields.insert(FILE_NAMES.to_owned(), Value::Object(changed));
    }
    let text = serde_json::to_string_pretty(&Value::Object(fields));
    let mut text = text.map_err(|error| unwritable(run, &error))?;
    text.push('\n');
    Ok(text)
}

/// The files that lie beside a summary; none when the text is no summary.
pub(crate) fn files_listed(summary: &str) -> Vec<String> {
    let Ok(Value::Object(fields)) = serde_json::from_str(summary) else {
        return Vec::new();
    };
    let files = fields.get(FILES).and_then(Value::as_array);
    let files = files.filter(|_| fields.get("format").and_then(Value::as_str) == Some(SUMMARY));
    let names = files.into_iter().flatten().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}

/// The summary and every event.
pub(super) fn run(run: &Run) -> Result<String, Fault> {
    let summary =
        serde_json::to_string_pretty(&Value::Object(summary_fields(run, "daycut-run/1")?));
    let summary = summary.map_err(|error| unwritable(run, &error))?;
    // The summary is an object; the events become its last field.
    let mut text = summary.trim_end_matches(['}', '\n']).to_owned();
    text.push_str(",\n  \"log\": [");
    for place in 0..run.event_count() {
        let line = serde_json::to_string(&event_line(run, place)?);
        text.push_str(if place == 0 { "\n    " } else { ",\n    " });
        text.push_str(&line.map_err(|error| unwritable(run, &error))?);
    }
    text.push_str("\n  ]\n}\n");
    Ok(text)
}

fn summary_fields(run: &Run, format: &str) -> Result<Map<String, Value>, Fault> {
    let mut fields = Map::new();
    fields.insert("format".to_owned(), Value::from(format));
    fields.insert("unit".to_owned(), Value::from(UNIT));
    let summary = serde_json::to_value(report::summary(run)?);
    match summary.map_err(|error| unwritable(run, &error))? {
        Value::Object(summary) => fields.extend(summary),
        other => {
            fields.insert("summary".to_owned(), other);
        }
    }
    Ok(fields)
}

fn unwritable(run: &Run, error: &serde_json::Error) -> Fault {
    FaultKind::Export(error.to_string().into()).after(run.event_count())
}

fn event_line(run: &Run, place: u32) -> Result<EventLine<'_>, Fault> {
    let event = run.event(place)?;
    let entries = run.entries(place)?;
    let line = || -> Result<EventLine<'_>, FaultKind> {
        let lines = entries.iter().map(|entry| entry_line(run.plan(), entry));
        Ok(EventLine {
            event: place.saturating_add(1),
            at: event.at,
            kind: event.what.kind(),
            cause: report::cause(run, &event)?,
            amount: event.what.amount(),
            closes: match event.what {
                Happening::DayCut { closes, .. } => Some(closes),
                _ => None,
            },
            entries: lines.collect::<Result<_, Missing>>()?,
        })
    };
    line().map_err(|kind| kind.after(place))
}

fn entry_line<'a>(plan: &'a Plan, entry: &JournalEntry) -> Result<EntryLine<'a>, Missing> {
    let name = |id: AccountId| {
        let account = plan.accounts().get(id).ok_or(Missing::Account)?;
        Ok::<_, Missing>(account.name.as_str())
    };
    let legs = entry.legs.iter().map(|leg| {
        Ok(LegLine {
            debit: name(leg.debit)?,
            credit: name(leg.credit)?,
            amount: leg.amount,
            meaning: leg.meaning,
        })
    });
    Ok(EntryLine {
        book: &names::keeper(plan, entry.book)?.key,
        date: entry.date,
        legs: legs.collect::<Result<_, Missing>>()?,
    })
}
