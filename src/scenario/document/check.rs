//! The one pass that compares a document with the tables and collects every problem, each with its path.

use std::collections::BTreeSet;
use std::fmt;

use super::form;
use super::shape::{Kind, Need, Shape};
use super::tree::Node;
use crate::scenario::limits::{NAME_CHARS_MAX, PROBLEMS_MAX};
use crate::scenario::problem::{Form, Problem, ProblemKind, sort};

/// Everything that is wrong with `node` as a `kind`, sorted by path.
pub(crate) fn check(node: &Node<'_>, kind: &Kind) -> Vec<Problem> {
    let mut check = Check {
        problems: Vec::new(),
    };
    check.value(node, kind, &Path::ROOT);
    sort(&mut check.problems);
    check.problems
}

/// Where we are in the document.
#[derive(Clone, Copy)]
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Field(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Root,
    };

    fn field(&'p self, name: &'p str) -> Path<'p> {
        Path {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    fn index(&'p self, index: usize) -> Path<'p> {
        Path {
            parent: Some(self),
            step: Step::Index(index),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nested = self.parent.is_some_and(|parent| parent.parent.is_some());
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Field(name) if is_plain(name) && !nested => f.write_str(name),
            Step::Field(name) => f.write_str(&below(name)),
        }
    }
}

/// A field of the author's own naming in a path, behind the object that has it.
pub(crate) fn below(name: &str) -> String {
    match is_plain(name) {
        true => format!(".{name}"),
        false => format!("[{:?}]", form::shown(name)),
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= NAME_CHARS_MAX
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn report(&mut self, path: &Path<'_>, kind: ProblemKind) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Problem {
                path: path.to_string(),
                kind,
            });
        }
    }

    fn value(&mut self, node: &Node<'_>, kind: &Kind, path: &Path<'_>) {
        match (kind, node) {
            (Kind::Object(shape), Node::Object(fields)) => {
                self.object(fields, shape.fields, None, path);
                self.missing(node, shape, path);
            }
            (Kind::List { of, min, max }, Node::List(items)) => {
                self.list(items, of, (*min, *max), path);
            }
            (Kind::Tagged { tag, variants }, Node::Object(_)) => {
                self.tagged(node, tag, variants, path);
            }
            (Kind::Either { text, .. }, Node::Text(_)) => self.value(node, text, path),
            (Kind::Either { .. }, Node::Object(_)) => {
                if let Some(shape) = kind.shape(Some(node)) {
                    self.value(node, &Kind::Object(shape), path);
                }
            }
            (Kind::Words { max }, Node::Object(fields)) => self.words(node, fields, *max, path),
            (Kind::TextMap { max }, Node::Object(fields)) => self.text_map(fields, *max, path),
            (Kind::Whole { min, max }, Node::Number(text)) => {
                self.leaf(form::whole(text, *min, *max).map(drop), path);
            }
            (kind, Node::Text(text)) => match text_leaf(text, kind) {
                Some(result) => self.leaf(result, path),
                None => self.report(path, node.wrong_type(kind.type_name(), kind.form())),
            },
            _ => self.report(path, node.wrong_type(kind.type_name(), kind.form())),
        }
    }

    fn leaf(&mut self, result: Result<(), ProblemKind>, path: &Path<'_>) {
        if let Err(kind) = result {
            self.report(path, kind);
        }
    }

    /// Fields that repeat, fields nobody knows, and what the known ones hold.
    fn object(
        &mut self,
        found: &[(std::borrow::Cow<'_, str>, Node<'_>)],
        known: &[super::shape::Field],
        tag: Option<&str>,
        path: &Path<'_>,
    ) {
        let mut seen = BTreeSet::new();
        for (key, node) in found {
            let path = path.field(key);
            if !seen.insert(key.as_ref()) {
                self.report(
                    &path,
                    ProblemKind::DuplicateKey {
                        key: form::shown(key),
                    },
                );
            } else if let Some(field) = known.iter().find(|field| field.name == key) {
                self.value(node, &field.kind, &path);
            } else if tag != Some(key.as_ref()) {
                let names = tag.into_iter().chain(known.iter().map(|field| field.name));
                let allowed = names.map(str::to_owned).collect();
                let found = form::shown(key);
                self.report(&path, ProblemKind::UnknownField { found, allowed });
            }
        }
    }

    fn missing(&mut self, node: &Node<'_>, shape: &Shape, path: &Path<'_>) {
        let needed = shape
            .fields
            .iter()
            .filter(|field| field.need == Need::Needed);
        for field in needed.filter(|field| node.field(field.name).is_none()) {
            let field = field.name.to_owned();
            self.report(path, ProblemKind::MissingField { field });
        }
    }

    fn list(&mut self, items: &[Node<'_>], of: &Kind, range: (usize, usize), path: &Path<'_>) {
        let (min, max) = range;
        let wide = |count| u64::try_from(count).unwrap_or(u64::MAX);
        if items.len() > max {
            let (found, max) = (wide(items.len()), wide(max));
            return self.report(path, ProblemKind::TooMany { found, max });
        }
        if items.len() < min {
            let (found, min) = (wide(items.len()), wide(min));
            return self.report(path, ProblemKind::TooFew { found, min });
        }
        for (index, item) in items.iter().enumerate() {
            self.value(item, of, &path.index(index));
        }
    }

    fn tagged(
        &mut self,
        node: &Node<'_>,
        tag: &str,
        variants: &[(&'static str, &'static Shape)],
        path: &Path<'_>,
    ) {
        let Some(word) = node.field(tag) else {
            let field = tag.to_owned();
            return self.report(path, ProblemKind::MissingField { field });
        };
        let place = path.field(tag);
        let Some(text) = word.as_text() else {
            return self.report(&place, word.wrong_type("text", None));
        };
        match (variants.iter().find(|(name, _)| *name == text), node) {
            (Some((_, shape)), Node::Object(fields)) => {
                self.object(fields, shape.fields, Some(tag), path);
                self.missing(node, shape, path);
            }
            _ => self.report(
                &place,
                unknown_word(text, variants.iter().map(|(name, _)| *name)),
            ),
        }
    }

    fn words(
        &mut self,
        node: &Node<'_>,
        fields: &[(std::borrow::Cow<'_, str>, Node<'_>)],
        max: usize,
        path: &Path<'_>,
    ) {
        let kind = Kind::Text {
            max,
            may_be_blank: false,
        };
        let known = LANGUAGES.map(|name| super::shape::Field {
            name,
            need: Need::Needed,
            kind,
            about: "",
        });
        self.object(fields, &known, None, path);
        for name in LANGUAGES.iter().filter(|name| node.field(name).is_none()) {
            let field = (*name).to_owned();
            self.report(path, ProblemKind::MissingField { field });
        }
    }

    fn text_map(
        &mut self,
        fields: &[(std::borrow::Cow<'_, str>, Node<'_>)],
        max: usize,
        path: &Path<'_>,
    ) {
        if fields.len() > max {
            let found = u64::try_from(fields.len()).unwrap_or(u64::MAX);
            let max = u64::try_from(max).unwrap_or(u64::MAX);
            return self.report(path, ProblemKind::TooMany { found, max });
        }
        let mut seen = BTreeSet::new();
        for (key, node) in fields {
            let path = path.field(key);
            if !seen.insert(key.as_ref()) {
                self.report(
                    &path,
                    ProblemKind::DuplicateKey {
                        key: form::shown(key),
                    },
                );
                continue;
            }
            self.leaf(form::name(key, NAME_CHARS_MAX, false).map(drop), &path);
            match node.as_text() {
                Some(text) => self.leaf(form::name(text, NAME_CHARS_MAX, true).map(drop), &path),
                None => self.report(&path, node.wrong_type("text", Some(Form::Name))),
            }
        }
    }
}

/// The languages of [`Kind::Words`].
pub(crate) const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Whether a text is a leaf of this kind; `None` when the kind is no text at all.
pub(crate) fn text_leaf(text: &str, kind: &Kind) -> Option<Result<(), ProblemKind>> {
    Some(match kind {
        Kind::Id | Kind::Reference(_) => form::id(text).map(drop),
        Kind::AccountName => form::account_name(text).map(drop),
        Kind::Text { max, may_be_blank } => form::name(text, *max, *may_be_blank).map(drop),
        Kind::Words { max } => form::name(text, *max, false).map(drop),
        Kind::Amount { min, max } => form::amount(text, *min, *max).map(drop),
        Kind::Rate => form::rate(text).map(drop),
        Kind::Moment => form::moment(text).map(drop),
        Kind::Date => form::date(text).map(drop),
        Kind::TimeOfDay => form::time_of_day(text).map(drop),
        Kind::Cycle => form::cycle(text).map(drop),
        Kind::OneOf(words) if words.contains(&text) => Ok(()),
        Kind::OneOf(words) => Err(unknown_word(text, words.iter().copied())),
        Kind::Whole { .. }
        | Kind::TextMap { .. }
        | Kind::Object(_)
        | Kind::List { .. }
        | Kind::Tagged { .. }
        | Kind::Either { .. } => return None,
    })
}

fn unknown_word(text: &str, allowed: impl Iterator<Item = &'static str>) -> ProblemKind {
    ProblemKind::UnknownValue {
        found: form::shown(text),
        allowed: allowed.map(str::to_owned).collect(),
    }
}
