//! What a scenario document is made of, as tables: every object with its fields, forms and limits.
//!
//! The reader checks against these tables, the schema and `docs/scenario.md` are printed from them, and
//! share links number their fields by them. So the four cannot disagree.

use super::tree::Node;
use crate::scenario::problem::{Form, Noun};

/// An object of the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Its name in the schema and in the documentation.
    pub(crate) name: &'static str,
    /// Its fields, in the order in which they are written.
    pub(crate) fields: &'static [Field],
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its key.
    pub(crate) name: &'static str,
    /// Whether it must be there.
    pub(crate) need: Need,
    /// What it holds.
    pub(crate) kind: Kind,
    /// One sentence about it.
    pub(crate) about: &'static str,
}

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Need {
    /// It must.
    Needed,
    /// It may be absent, which means something of its own (said in `about`).
    Optional,
    /// When absent it is this.
    Usual(&'static str),
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// The id that an entry gives itself.
    Id,
    /// The id of another entry of this kind; for calendars also a built-in one.
    Reference(Noun),
    /// An account: an id, or `keeper:code.owner`.
    AccountName,
    /// A text for people.
    Text {
        /// Characters.
        max: usize,
        /// Whether it may be blank.
        may_be_blank: bool,
    },
    /// One text for both languages, or `{ "zh", "en" }`.
    Words {
        /// Characters of each.
        max: usize,
    },
    /// An amount as text.
    Amount {
        /// Least, in fen.
        min: i64,
        /// Greatest, in fen.
        max: i64,
    },
    /// A rate as text.
    Rate,
    /// A moment as text.
    Moment,
    /// A date as text.
    Date,
    /// A time of day as text.
    TimeOfDay,
    /// `T+n` or `D+n`.
    Cycle,
    /// A whole number.
    Whole {
        /// Least.
        min: u32,
        /// Greatest.
        max: u32,
    },
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// An object of texts with keys of the author's choice.
    TextMap {
        /// Entries.
        max: usize,
    },
    /// An object.
    Object(&'static Shape),
    /// A list.
    List {
        /// Of what.
        of: &'static Kind,
        /// Least number of items.
        min: usize,
        /// Greatest number of items.
        max: usize,
    },
    /// An object whose fields depend on the word in one of them.
    Tagged {
        /// The field with the word.
        tag: &'static str,
        /// The words and what goes with them.
        variants: &'static [(&'static str, &'static Shape)],
    },
    /// A text, or one of several objects, told apart by their first field.
    Either {
        /// What the text is.
        text: &'static Kind,
        /// The objects.
        objects: &'static [&'static Shape],
    },
}

impl Shape {
    /// A field by its key.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The names of all fields.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }
}

impl Kind {
    /// The table of an object that is, or would be, here: by its word, its first field, or the only one.
    pub(crate) fn shape(&self, node: Option<&Node<'_>>) -> Option<&'static Shape> {
        match self {
            Kind::Object(shape) => Some(shape),
            Kind::Tagged { tag, variants } => {
                let word = node?.field(tag)?.as_text()?;
                let found = variants.iter().find(|(name, _)| *name == word);
                found.map(|(_, shape)| *shape)
            }
            Kind::Either { objects, .. } => {
                let is_here = |shape: &&&Shape| {
                    let first = shape.names().next().unwrap_or_default();
                    node.is_some_and(|node| node.field(first).is_some())
                };
                objects.iter().find(is_here).or(objects.first()).copied()
            }
            _ => None,
        }
    }

    /// The JSON type, in the words of a problem.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Kind::Id
            | Kind::Reference(_)
            | Kind::AccountName
            | Kind::Text { .. }
            | Kind::Amount { .. }
            | Kind::Rate
            | Kind::Moment
            | Kind::Date
            | Kind::TimeOfDay
            | Kind::Cycle
            | Kind::OneOf(_) => "text",
            Kind::Whole { .. } => "number",
            Kind::Words { .. } | Kind::Either { .. } => "text or object",
            Kind::TextMap { .. } | Kind::Object(_) | Kind::Tagged { .. } => "object",
            Kind::List { .. } => "list",
        }
    }

    /// The form in which a text or number is written here.
    pub(crate) fn form(&self) -> Option<Form> {
        match self {
            Kind::Id | Kind::Reference(_) => Some(Form::Id),
            Kind::AccountName => Some(Form::AccountName),
            Kind::Text { .. } | Kind::Words { .. } => Some(Form::Name),
            Kind::Amount { .. } => Some(Form::Amount),
            Kind::Rate => Some(Form::Rate),
            Kind::Moment => Some(Form::Moment),
            Kind::Date => Some(Form::Date),
            Kind::TimeOfDay => Some(Form::TimeOfDay),
            Kind::Cycle => Some(Form::Cycle),
            Kind::Whole { .. } => Some(Form::WholeNumber),
            Kind::Either { text, .. } => text.form(),
            Kind::OneOf(_)
            | Kind::TextMap { .. }
            | Kind::Object(_)
            | Kind::Tagged { .. }
            | Kind::List { .. } => None,
        }
    }
}
