//! A document without its field names: objects become lists in the order of the tables, words become
//! their numbers, ids already seen become their places, moments become distances from the one before.
//!
//! What comes out is JSON again, so that unpacking ends in the same tree that text becomes. The order of
//! fields and words is a promise: tables may grow at their end and nowhere else.

use std::collections::BTreeMap;

use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::rate::Rate;
use crate::scenario::document::check::LANGUAGES;
use crate::scenario::document::form;
use crate::scenario::document::shape::{Field, Kind, Need, Shape};
use crate::scenario::document::tree::Node;
use crate::scenario::limits::{MOMENT_END_DAY, MOMENT_FIRST_DAY};
use crate::scenario::problem::LinkFlaw;

/// What both sides remember of the values so far.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    ids: Names,
    keys: Names,
    /// The last moment, in milliseconds.
    moment: i64,
    /// The last day.
    day: i32,
}

/// Texts by the order in which they first came.
#[derive(Clone, Default)]
struct Names {
    places: BTreeMap<String, usize>,
    texts: Vec<String>,
}

impl Names {
    fn add(&mut self, text: &str) {
        if !self.places.contains_key(text) {
            self.places.insert(text.to_owned(), self.texts.len());
            self.texts.push(text.to_owned());
        }
    }
}

/// Fields in the order of links: those that must be there first, so that absent ones trail and are cut.
fn fields(shape: &Shape) -> impl Iterator<Item = &'static Field> {
    let needed = |field: &&Field| field.need == Need::Needed;
    let first = shape.fields.iter().filter(needed);
    first.chain(shape.fields.iter().filter(move |field| !needed(field)))
}

/// The order of fields and words as links number them, one table a line.
#[cfg(test)]
pub(crate) fn order(kind: &Kind, found: &mut String) {
    let mut below: Vec<&Kind> = Vec::new();
    let mut add = |line: String| {
        let is_new = !found.contains(&line);
        if is_new {
            found.push_str(&line);
        }
        is_new
    };
    match kind {
        Kind::Object(shape) => {
            let names: Vec<&str> = fields(shape).map(|field| field.name).collect();
            if add(format!("{}: {}\n", shape.name, names.join(" "))) {
                below.extend(fields(shape).map(|field| &field.kind));
            }
        }
        Kind::OneOf(words) => {
            add(format!("  {}\n", words.join(" | ")));
        }
        Kind::List { of, .. } => below.push(of),
        Kind::Tagged { tag, variants } => {
            let words: Vec<&str> = variants.iter().map(|(word, _)| *word).collect();
            add(format!("{tag} = {}\n", words.join(" | ")));
            for (_, shape) in *variants {
                order(&Kind::Object(shape), found);
            }
        }
        Kind::Either { objects, .. } => {
            for shape in *objects {
                order(&Kind::Object(shape), found);
            }
        }
        _ => {}
    }
    for kind in below {
        order(kind, found);
    }
}

impl Memory {
    /// The same names, and no moment yet: where a document begins that both sides know to be akin.
    pub(crate) fn of_names(self) -> Self {
        Self {
            ids: self.ids,
            keys: self.keys,
            ..Self::default()
        }
    }

    /// How many ids are remembered.
    pub(crate) fn ids(&self) -> usize {
        self.ids.texts.len()
    }

    /// How many of the ids are among those of `other`.
    pub(crate) fn ids_shared_with(&self, other: &Self) -> usize {
        let known = |text: &&String| other.ids.places.contains_key(text.as_str());
        self.ids.texts.iter().filter(known).count()
    }

    /// The packed form of a checked tree.
    pub(crate) fn pack(&mut self, node: &Node<'_>, kind: &Kind) -> Node<'static> {
        match (kind, node) {
            (Kind::Object(shape), _) => Node::List(self.pack_fields(node, shape)),
            (Kind::List { of, .. }, Node::List(items)) => {
                Node::List(items.iter().map(|item| self.pack(item, of)).collect())
            }
            (Kind::Tagged { tag, variants }, _) => {
                let word = node.field(tag).and_then(Node::as_text);
                let chosen = variants.iter().position(|(name, _)| word == Some(name));
                self.pack_variant(node, chosen, |place| {
                    variants.get(place).map(|(_, shape)| *shape)
                })
            }
            (Kind::Either { text, .. }, Node::Text(_)) => self.pack(node, text),
            (Kind::Either { objects, .. }, _) => {
                let has_first = |shape: &&Shape| {
                    shape
                        .names()
                        .next()
                        .is_some_and(|name| node.field(name).is_some())
                };
                let chosen = objects.iter().position(has_first);
                self.pack_variant(node, chosen, |place| objects.get(place).copied())
            }
            (Kind::Words { .. }, Node::Object(_)) => {
                let texts = LANGUAGES.iter().filter_map(|name| node.field(name));
                Node::List(texts.map(owned).collect())
            }
            (Kind::TextMap { .. }, Node::Object(entries)) => {
                let mut flat = Vec::new();
                for (key, text) in entries {
                    flat.push(self.keys.pack(key));
                    self.keys.add(key);
                    flat.push(owned(text));
                }
                Node::List(flat)
            }
            (kind, Node::Text(text)) => self.pack_text(text, kind),
            _ => owned(node),
        }
    }

    fn pack_fields(&mut self, node: &Node<'_>, shape: &Shape) -> Vec<Node<'static>> {
        let mut values = Vec::new();
        for field in fields(shape) {
            values.push(match node.field(field.name) {
                Some(value) => self.pack(value, &field.kind),
                None => Node::Null,
            });
        }
        while values.last() == Some(&Node::Null) {
            values.pop();
        }
        values
    }

    fn pack_variant(
        &mut self,
        node: &Node<'_>,
        chosen: Option<usize>,
        shape: impl Fn(usize) -> Option<&'static Shape>,
    ) -> Node<'static> {
        let place = chosen.unwrap_or_default();
        let mut values = vec![Node::whole(place)];
        if let Some(shape) = shape(place) {
            values.extend(self.pack_fields(node, shape));
        }
        Node::List(values)
    }

    fn pack_text(&mut self, text: &str, kind: &Kind) -> Node<'static> {
        let number = match kind {
            Kind::Id => {
                self.ids.add(text);
                None
            }
            Kind::Reference(_) | Kind::AccountName => return self.ids.pack(text),
            Kind::Amount { min, max } => form::amount(text, *min, *max)
                .ok()
                .map(|amount| amount.minor()),
            Kind::Rate => form::rate(text).ok().map(|rate| i64::from(rate.ppm())),
            Kind::Moment => return self.pack_moment(text),
            Kind::Date => form::date(text).ok().map(|date| {
                let distance = date.days().saturating_sub(self.day);
                self.day = date.days();
                i64::from(distance)
            }),
            Kind::TimeOfDay => form::time_of_day(text).ok().map(seconds),
            Kind::OneOf(words) => words
                .iter()
                .position(|word| *word == text)
                .and_then(|place| i64::try_from(place).ok()),
            _ => None,
        };
        number.map_or_else(|| Node::text(text.to_owned()), Node::whole)
    }

    /// Seconds since the moment before, with decimals only where there are any.
    fn pack_moment(&mut self, text: &str) -> Node<'static> {
        let Ok(moment) = form::moment(text) else {
            return Node::text(text.to_owned());
        };
        let distance = moment.millis().saturating_sub(self.moment);
        self.remember(moment);
        let size = distance.unsigned_abs();
        let sign = if distance < 0 { "-" } else { "" };
        let (whole, rest) = (size.div_euclid(1000), size.rem_euclid(1000));
        match rest {
            0 => Node::whole(format!("{sign}{whole}")),
            rest => Node::whole(format!("{sign}{whole}.{rest:03}")),
        }
    }

    fn remember(&mut self, moment: WallClock) {
        self.moment = moment.millis();
        self.day = moment.day().days();
    }

    /// The tree of a packed form. Total: whatever does not fit the tables is a damaged or a newer link.
    pub(crate) fn unpack(
        &mut self,
        node: &Node<'_>,
        kind: &Kind,
    ) -> Result<Node<'static>, LinkFlaw> {
        match (kind, node) {
            (Kind::Object(shape), Node::List(values)) => {
                self.unpack_fields(values, shape, Vec::new())
            }
            (Kind::List { of, .. }, Node::List(items)) => {
                let items = items.iter().map(|item| self.unpack(item, of));
                Ok(Node::List(items.collect::<Result<_, _>>()?))
            }
            (Kind::Tagged { tag, variants }, Node::List(values)) => {
                let (place, values) = variant(values)?;
                let (word, shape) = variants.get(place).ok_or(LinkFlaw::Newer)?;
                self.unpack_fields(values, shape, vec![((*tag).into(), Node::text(*word))])
            }
            (Kind::Either { objects, .. }, Node::List(values)) => {
                let (place, values) = variant(values)?;
                let shape = objects.get(place).ok_or(LinkFlaw::Newer)?;
                self.unpack_fields(values, shape, Vec::new())
            }
            (Kind::Either { text, .. }, node) => self.unpack(node, text),
            (Kind::Words { .. }, Node::List(texts)) => {
                let named = LANGUAGES.iter().zip(texts);
                Ok(Node::Object(
                    named
                        .map(|(name, text)| ((*name).into(), owned(text)))
                        .collect(),
                ))
            }
            (Kind::TextMap { .. }, Node::List(flat)) => self.unpack_map(flat),
            (Kind::Id, Node::Text(text)) => {
                self.ids.add(text);
                Ok(owned(node))
            }
            (Kind::Reference(_) | Kind::AccountName, node) => self.ids.unpack(node),
            (Kind::Cycle | Kind::Text { .. } | Kind::Words { .. }, Node::Text(_)) => {
                Ok(owned(node))
            }
            (_, Node::Number(number)) => self.unpack_number(number, kind),
            _ => Err(LinkFlaw::Damaged),
        }
    }

    fn unpack_fields(
        &mut self,
        values: &[Node<'_>],
        shape: &Shape,
        mut found: Vec<(std::borrow::Cow<'static, str>, Node<'static>)>,
    ) -> Result<Node<'static>, LinkFlaw> {
        if values.len() > shape.fields.len() {
            return Err(LinkFlaw::Newer);
        }
        for (field, value) in fields(shape).zip(values) {
            if *value != Node::Null {
                found.push((field.name.into(), self.unpack(value, &field.kind)?));
            }
        }
        Ok(Node::Object(found))
    }

    fn unpack_map(&mut self, flat: &[Node<'_>]) -> Result<Node<'static>, LinkFlaw> {
        let mut entries = Vec::new();
        let mut rest = flat.iter();
        while let Some(key) = rest.next() {
            let key = self.keys.unpack(key)?;
            let key = key.as_text().ok_or(LinkFlaw::Damaged)?.to_owned();
            self.keys.add(&key);
            entries.push((key.into(), owned(rest.next().ok_or(LinkFlaw::Damaged)?)));
        }
        Ok(Node::Object(entries))
    }

    fn unpack_number(&mut self, text: &str, kind: &Kind) -> Result<Node<'static>, LinkFlaw> {
        if matches!(kind, Kind::Moment) {
            return self.unpack_moment(text);
        }
        let number: i64 = text.parse().map_err(|_| LinkFlaw::Damaged)?;
        let unpacked = match kind {
            Kind::Whole { .. } => Some(Node::whole(number)),
            Kind::Amount { .. } => Money::of_minor(number)
                .ok()
                .map(|amount| Node::text(amount.plain())),
            Kind::Rate => u32::try_from(number)
                .ok()
                .and_then(Rate::of_ppm)
                .map(|rate| Node::text(rate.plain())),
            Kind::Date => i32::try_from(number).ok().and_then(|distance| {
                let date = CivilDate::of_days(self.day.checked_add(distance)?);
                self.day = date.days();
                is_in_years(date).then(|| Node::text(date.to_string()))
            }),
            Kind::TimeOfDay => time_of_seconds(number).map(|time| Node::text(time.to_string())),
            Kind::OneOf(words) => {
                let word = usize::try_from(number)
                    .ok()
                    .and_then(|place| words.get(place));
                return word.map(|word| Node::text(*word)).ok_or(LinkFlaw::Newer);
            }
            _ => None,
        };
        unpacked.ok_or(LinkFlaw::Damaged)
    }

    fn unpack_moment(&mut self, text: &str) -> Result<Node<'static>, LinkFlaw> {
        let (whole, rest) = text.split_once('.').unwrap_or((text, "000"));
        let shaped = rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
        // Without its point the number counts milliseconds, sign included.
        let distance: i64 = format!("{whole}{rest}")
            .parse()
            .map_err(|_| LinkFlaw::Damaged)?;
        let millis = self.moment.checked_add(distance).filter(|_| shaped);
        let moment = WallClock::of_millis(millis.ok_or(LinkFlaw::Damaged)?);
        if !is_in_years(moment.day()) {
            return Err(LinkFlaw::Damaged);
        }
        self.remember(moment);
        Ok(Node::text(moment.to_string()))
    }
}

impl Names {
    fn pack(&self, text: &str) -> Node<'static> {
        match self.places.get(text) {
            Some(place) => Node::whole(place),
            None => Node::text(text.to_owned()),
        }
    }

    fn unpack(&self, node: &Node<'_>) -> Result<Node<'static>, LinkFlaw> {
        let Some(number) = node.as_number() else {
            return node.as_text().map(|_| owned(node)).ok_or(LinkFlaw::Damaged);
        };
        let text = number
            .parse()
            .ok()
            .and_then(|place: usize| self.texts.get(place));
        text.map(|text| Node::text(text.clone()))
            .ok_or(LinkFlaw::Damaged)
    }
}

fn variant<'a, 'n>(values: &'a [Node<'n>]) -> Result<(usize, &'a [Node<'n>]), LinkFlaw> {
    let (first, rest) = values.split_first().ok_or(LinkFlaw::Damaged)?;
    let place = first.as_number().and_then(|number| number.parse().ok());
    Ok((place.ok_or(LinkFlaw::Damaged)?, rest))
}

fn is_in_years(date: CivilDate) -> bool {
    (MOMENT_FIRST_DAY..MOMENT_END_DAY).contains(&date.days())
}

fn seconds(time: TimeOfDay) -> i64 {
    i64::from(time.millis().div_euclid(1000))
}

fn time_of_seconds(seconds: i64) -> Option<TimeOfDay> {
    let is_time = (0..86_400).contains(&seconds);
    is_time.then(|| WallClock::of_millis(seconds.saturating_mul(1000)).time())
}

/// The same leaf, holding its own text. Packed forms hold no objects, and nothing nests below a leaf.
fn owned(node: &Node<'_>) -> Node<'static> {
    match node {
        Node::Text(text) => Node::text(text.clone().into_owned()),
        Node::Number(text) => Node::whole(text),
        Node::Truth(truth) => Node::Truth(*truth),
        Node::Null | Node::List(_) | Node::Object(_) => Node::Null,
    }
}
