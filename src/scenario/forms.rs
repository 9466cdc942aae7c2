//! The scenario as forms: every field of every entry, with what it holds now and what may stand there.
//!
//! Made from the tables that the reader checks against, so that no form can lack a field, offer one that
//! does not exist, or know a limit of its own. A shell decides how a form looks and what is said of it.

use std::borrow::Cow;

pub use self::behind::behind;
use super::document::check::LANGUAGES;
use super::document::codec::{self, Codec};
use super::document::form as texts;
use super::document::shape::{self, Kind, Need};
use super::document::tree::Node;
use super::document::whole::DOCUMENT;
use super::edit::{Step, steps};
use super::problem::Noun;
use super::v1::{PartyKind as Is, Scenario, Words};

mod behind;

/// One entry of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Its place: `contracts[0]`.
    pub path: String,
    /// Its fields, in the order of the document.
    pub fields: Vec<Field>,
}

/// A field of a form.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// Its place: `contracts[0].fee_plan`.
    pub path: String,
    /// What it belongs to: `Contract`.
    pub of: &'static str,
    /// Its key: `fee_plan`.
    pub name: Cow<'static, str>,
    /// Whether it must be there.
    pub is_needed: bool,
    /// Whether leaving it open means something of its own, for which no value stands.
    pub is_open: bool,
    /// Whether the author wrote it.
    pub is_written: bool,
    /// What it holds.
    pub holds: Holds,
}

/// What a field holds; a blank text where nothing is written and nothing usual is meant.
#[derive(Clone, PartialEq, Debug)]
pub enum Holds {
    /// A text with a form.
    Typed(Typed, String),
    /// A name or story in each language.
    Words {
        /// Chinese.
        zh: String,
        /// English.
        en: String,
        /// Whether it may be longer than a line.
        is_long: bool,
    },
    /// One of some words.
    Word(String, &'static [&'static str]),
    /// The id of something else.
    Name(String, Noun),
    /// An object, or nothing.
    Object(Option<Vec<Field>>),
    /// An object of one of several kinds, told apart by a word.
    Variant {
        /// The word.
        word: &'static str,
        /// All words.
        words: Vec<&'static str>,
        /// The fields of this kind.
        fields: Vec<Field>,
    },
    /// A list of entries.
    Entries {
        /// The entries.
        entries: Vec<Entry>,
        /// Fewest and most.
        range: (usize, usize),
    },
}

/// Forms of a typed text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// An id of its own.
    Id,
    /// An account, by id or as `keeper:code.owner`.
    Account,
    /// Any text.
    Text,
    /// An amount.
    Amount,
    /// A rate.
    Rate,
    /// A moment.
    Moment,
    /// A date.
    Date,
    /// A time of day.
    TimeOfDay,
    /// `T+1`.
    Cycle,
    /// A whole number.
    Whole,
    /// Dates, one behind the other.
    Dates,
}

/// The lists of a document, in its order.
pub fn lists() -> impl Iterator<Item = &'static str> {
    let fields = DOCUMENT_FIELDS.fields.iter();
    let lists = fields.filter(|field| matches!(field.kind, Kind::List { .. }));
    lists.map(|field| field.name)
}

/// The words of the kinds that entries of a list can have; none where all are alike.
pub fn kinds(list: &str) -> Vec<&'static str> {
    let kind = DOCUMENT_FIELDS.field(list).map(|field| field.kind);
    match kind.as_ref().and_then(item) {
        Some(Kind::Tagged { variants, .. }) => variants.iter().map(|(word, _)| *word).collect(),
        Some(Kind::Object(shape)) => match shape.field("kind").map(|field| field.kind) {
            Some(Kind::OneOf(words)) => words.to_vec(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

const DOCUMENT_FIELDS: &shape::Shape = codec::shape_of(&<Scenario as Codec>::KIND);

/// What the document says of itself: title, story, time.
pub fn head(scenario: &Scenario) -> Vec<Field> {
    let head = Scenario {
        title: scenario.title.clone(),
        story: scenario.story.clone(),
        starts: scenario.starts,
        days: scenario.days,
        seed: scenario.seed,
        ..Scenario::default()
    };
    let node = Scenario::give(&head);
    let fields = DOCUMENT_FIELDS.fields.iter();
    fields
        .filter(|field| !matches!(field.kind, Kind::List { .. }))
        .map(|one| field("", DOCUMENT_FIELDS.name, one, Some(&node)))
        .collect()
}

/// Entries of one list of the document, from a place on.
pub fn entries(scenario: &Scenario, list: &str, from: usize, len: usize) -> Vec<Entry> {
    let Some(Kind::List { of, .. }) = DOCUMENT_FIELDS.field(list).map(|field| field.kind) else {
        return Vec::new();
    };
    let range = (from, len);
    let node = match list {
        "calendars" => some(&scenario.calendars, range),
        "parties" => some(&scenario.parties, range),
        "accounts" => some(&scenario.accounts, range),
        "fee_plans" => some(&scenario.fee_plans, range),
        "settlement_rules" => some(&scenario.settlement_rules, range),
        "contracts" => some(&scenario.contracts, range),
        "agreements" => some(&scenario.agreements, range),
        "routes" => some(&scenario.routes, range),
        "payments" => some(&scenario.payments, range),
        "refunds" => some(&scenario.refunds, range),
        "traffic" => some(&scenario.traffic, range),
        "expectations" => some(&scenario.expectations, range),
        "storyboard" => some(&scenario.storyboard, range),
        "outflows" => some(&scenario.outflows, range),
        _ => return Vec::new(),
    };
    listed(list, of, node.items().unwrap_or_default(), from)
}

fn some<C: Codec<Value = C>>(all: &[C], (from, len): (usize, usize)) -> Node<'_> {
    let end = from.saturating_add(len).min(all.len());
    codec::items::<C>(all.get(from..end).unwrap_or_default())
}

fn listed(path: &str, of: &Kind, items: &[Node<'_>], from: usize) -> Vec<Entry> {
    let items = items.iter().enumerate();
    let entry = |(place, item): (usize, &Node<'_>)| {
        let path = format!("{path}[{}]", place.saturating_add(from));
        let fields = match of {
            Kind::Tagged { tag, .. } => vec![variant_field(&path, tag, of, item)],
            of => of
                .shape(Some(item))
                .map(|shape| fields(&path, shape, Some(item)))
                .unwrap_or_default(),
        };
        Entry { path, fields }
    };
    items.map(entry).collect()
}

fn fields(path: &str, shape: &'static shape::Shape, node: Option<&Node<'_>>) -> Vec<Field> {
    let fields = shape.fields.iter();
    fields
        .map(|one| field(path, shape.name, one, node))
        .collect()
}

fn field(
    path: &str,
    of: &'static str,
    field: &'static shape::Field,
    node: Option<&Node<'_>>,
) -> Field {
    let value = node.and_then(|node| node.field(field.name));
    let path = match path {
        "" => field.name.to_owned(),
        path => format!("{path}.{}", field.name),
    };
    let usual = match field.need {
        Need::Usual(text) => text,
        Need::Needed | Need::Optional => "",
    };
    let holds = holds(&path, &field.kind, value, usual);
    Field {
        path,
        of,
        name: Cow::Borrowed(field.name),
        is_needed: field.need == Need::Needed,
        is_open: field.need == Need::Optional,
        is_written: value.is_some(),
        holds,
    }
}

fn holds(path: &str, kind: &Kind, value: Option<&Node<'_>>, usual: &str) -> Holds {
    let text = || {
        let written = value.and_then(|node| node.as_text().or(node.as_number()));
        written.unwrap_or(usual).to_owned()
    };
    let typed = |form| Holds::Typed(form, text());
    match kind {
        Kind::Id => typed(Typed::Id),
        Kind::AccountName => typed(Typed::Account),
        Kind::Text { .. } => typed(Typed::Text),
        Kind::Amount { .. } => typed(Typed::Amount),
        Kind::Moment => typed(Typed::Moment),
        Kind::Date => typed(Typed::Date),
        Kind::TimeOfDay => typed(Typed::TimeOfDay),
        Kind::Cycle => typed(Typed::Cycle),
        Kind::Whole { .. } => typed(Typed::Whole),
        Kind::Rate => {
            let percent = texts::rate(&text()).map(|rate| rate.percent());
            Holds::Typed(Typed::Rate, percent.unwrap_or_default())
        }
        Kind::Reference(noun) => Holds::Name(text(), *noun),
        Kind::OneOf(words) => Holds::Word(text(), words),
        Kind::Words { max } => words(value, *max),
        Kind::TextMap { .. } => Holds::Object(value.map(|node| pairs(path, node))),
        Kind::Object(shape) => Holds::Object(value.map(|node| fields(path, shape, Some(node)))),
        Kind::List { of, min, max } => {
            let items = value.and_then(Node::items).unwrap_or_default();
            match of {
                Kind::Date => {
                    let dates: Vec<&str> = items.iter().filter_map(Node::as_text).collect();
                    Holds::Typed(Typed::Dates, dates.join(" "))
                }
                of => Holds::Entries {
                    entries: listed(path, of, items, 0),
                    range: (*min, *max),
                },
            }
        }
        Kind::Tagged { .. } | Kind::Either { .. } => variant(path, kind, value),
    }
}

fn words(value: Option<&Node<'_>>, max: usize) -> Holds {
    let [zh, en] = LANGUAGES.map(|language| {
        let one = value.and_then(|node| node.field(language).or(Some(node))?.as_text());
        one.unwrap_or_default().to_owned()
    });
    let is_long = max > super::limits::NAME_CHARS_MAX;
    Holds::Words { zh, en, is_long }
}

fn pairs(path: &str, node: &Node<'_>) -> Vec<Field> {
    let Node::Object(fields) = node else {
        return Vec::new();
    };
    let fields = fields.iter().map(|(key, value)| Field {
        path: format!("{path}[\"{key}\"]"),
        of: "TextMap",
        name: Cow::Owned(key.to_string()),
        is_needed: true,
        is_open: false,
        is_written: true,
        holds: Holds::Typed(Typed::Text, value.as_text().unwrap_or_default().to_owned()),
    });
    fields.collect()
}

/// The whole entry as one field, for entries that differ by a word.
fn variant_field(path: &str, tag: &'static str, kind: &Kind, node: &Node<'_>) -> Field {
    Field {
        path: path.to_owned(),
        of: "Expectation",
        name: Cow::Borrowed(tag),
        is_needed: true,
        is_open: false,
        is_written: true,
        holds: variant(path, kind, Some(node)),
    }
}

fn variant(path: &str, kind: &Kind, value: Option<&Node<'_>>) -> Holds {
    let shape = kind.shape(value);
    let (words, word) = match kind {
        Kind::Tagged { variants, .. } => {
            let is_it = |one: &&(&'static str, &'static shape::Shape)| {
                shape.is_some_and(|shape| shape.name == one.1.name)
            };
            let word = variants.iter().find(is_it).map(|(word, _)| *word);
            (variants.iter().map(|(word, _)| *word).collect(), word)
        }
        Kind::Either { objects, .. } => {
            let first = |shape: &&'static shape::Shape| shape.names().next().unwrap_or_default();
            (
                objects.iter().map(first).collect(),
                shape.as_ref().map(first),
            )
        }
        _ => (Vec::new(), None),
    };
    // The short form, a text, is the first field of the first object.
    let long = match (value, word) {
        (Some(Node::Text(text)), Some(word)) => {
            Some(Node::Object(vec![(word.into(), Node::Text(text.clone()))]))
        }
        _ => None,
    };
    let fields = shape.map(|shape| fields(path, shape, long.as_ref().or(value)));
    Holds::Variant {
        word: word.unwrap_or_default(),
        words,
        fields: fields.unwrap_or_default(),
    }
}

/// Somebody or something that a field may name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// Its name, if it has one besides the id.
    pub name: Option<Words>,
}

/// Everything that a field of this kind may name now, in the author's order.
pub fn candidates(scenario: &Scenario, noun: Noun) -> Vec<Candidate> {
    let parties = |kinds: &[Is]| {
        let chosen = scenario
            .parties
            .iter()
            .filter(|party| kinds.contains(&party.kind));
        let chosen = chosen.map(|party| Candidate {
            id: party.id.clone(),
            name: Some(party.name.clone()),
        });
        chosen.collect()
    };
    match noun {
        Noun::Party => parties(&[Is::Merchant, Is::Platform, Is::Channel, Is::Bank]),
        Noun::Channel => parties(&[Is::Channel]),
        Noun::Bank => parties(&[Is::Bank]),
        Noun::Platform => parties(&[Is::Platform]),
        Noun::Seller => parties(&[Is::Merchant, Is::Platform]),
        Noun::Account | Noun::DepositAccount => ids(scenario.accounts.iter().map(|one| &one.id)),
        Noun::Calendar => {
            let mut calendars = ["cn", "weekdays"].map(str::to_owned).to_vec();
            calendars.extend(scenario.calendars.iter().map(|one| one.id.clone()));
            ids(calendars.iter())
        }
        Noun::FeePlan => ids(scenario.fee_plans.iter().map(|one| &one.id)),
        Noun::SettlementRule => ids(scenario.settlement_rules.iter().map(|one| &one.id)),
        Noun::Contract => ids(scenario.contracts.iter().map(|one| &one.id)),
        Noun::Payment => ids(scenario.payments.iter().map(|one| &one.id)),
    }
}

fn ids<'s>(ids: impl Iterator<Item = &'s String>) -> Vec<Candidate> {
    ids.map(|id| Candidate {
        id: id.clone(),
        name: None,
    })
    .collect()
}

/// What a path leads to, without asking a scenario: what the field belongs to and its key. A path that ends
/// at an entry names the list.
pub fn named(path: &str) -> Option<(&'static str, String)> {
    let mut found = None;
    let mut kinds = vec![DOCUMENT];
    for step in steps(path)? {
        let Step::Field(name) = step else {
            kinds = kinds.iter().filter_map(item).collect();
            continue;
        };
        let shapes = kinds.iter().flat_map(shapes);
        let fields = shapes.filter_map(|shape| Some((shape.name, shape.field(&name)?)));
        let fields: Vec<(&'static str, &'static shape::Field)> = fields.collect();
        match fields.first() {
            Some((of, field)) => found = Some((*of, field.name.to_owned())),
            // One language of a name, or a column of a bill.
            None => return found,
        }
        kinds = fields.iter().map(|(_, field)| field.kind).collect();
    }
    found
}

fn item(kind: &Kind) -> Option<Kind> {
    match kind {
        Kind::List { of, .. } => Some(**of),
        _ => None,
    }
}

fn shapes(kind: &Kind) -> Vec<&'static shape::Shape> {
    match kind {
        Kind::Object(shape) => vec![shape],
        Kind::Tagged { variants, .. } => variants.iter().map(|(_, shape)| *shape).collect(),
        Kind::Either { objects, .. } => objects.to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
