//! Where two documents differ: every place that was changed, added, taken away or moved, by its path.
//!
//! Entries with an id are compared with the entry of the same id, wherever it stands; other lists are compared
//! place by place between what both begin and end with. What is compared is the canonical form, so there is a
//! difference if and only if the two are written differently.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::form::shown;
use super::document::tree::Node;
use super::limits::DOCUMENT_CHANGES_MAX;
use super::v1::Scenario;
use super::writer;

/// How a place differs.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Another value.
    Changed,
    /// Only the first document has it.
    OnlyA,
    /// Only the second has it.
    OnlyB,
    /// The same entries in another order.
    Order,
}

/// A place in which two documents differ.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DocumentChange {
    /// How.
    pub kind: ChangeKind,
    /// The id of the entry that it belongs to, where that has one.
    pub entry: Option<String>,
    /// Its path in the first document, such as `settlement_rules[0].cycle`.
    pub path_a: Option<String>,
    /// Its path in the second, which may count otherwise.
    pub path_b: Option<String>,
    /// What the first has there, at most eighty characters; nothing where it leaves it out.
    pub a: Option<String>,
    /// What the second has there.
    pub b: Option<String>,
}

/// How many places differ, and the first of them.
pub(crate) fn difference(a: &Scenario, b: &Scenario) -> (u32, Vec<DocumentChange>) {
    let mut found = Found::default();
    let place = Place::default();
    found.compare(&writer::tree(a), &writer::tree(b), &place);
    (found.total, found.rows)
}

#[derive(Default)]
struct Found {
    total: u32,
    rows: Vec<DocumentChange>,
}

/// Where the two are being compared.
#[derive(Clone, Default)]
struct Place {
    a: String,
    b: String,
    entry: Option<String>,
}

impl Place {
    fn field(&self, name: &str) -> Place {
        let below = |path: &str| match path {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        Place {
            a: below(&self.a),
            b: below(&self.b),
            entry: self.entry.clone(),
        }
    }

    /// An item of a list; an id is told where it is the same on both sides, or there on one only.
    fn item(&self, in_a: usize, in_b: usize, id: Option<&str>) -> Place {
        Place {
            a: format!("{}[{in_a}]", self.a),
            b: format!("{}[{in_b}]", self.b),
            entry: id.map(str::to_owned).or_else(|| self.entry.clone()),
        }
    }
}

fn id<'n>(item: &'n Node<'_>) -> Option<&'n str> {
    item.field("id").and_then(Node::as_text)
}

/// Places of entries by their ids, if every entry has one of its own.
fn by_id<'n>(items: &'n [Node<'_>]) -> Option<BTreeMap<&'n str, usize>> {
    let mut places = BTreeMap::new();
    for (place, item) in items.iter().enumerate() {
        if places.insert(id(item)?, place).is_some() {
            return None;
        }
    }
    Some(places)
}

fn told(node: &Node<'_>) -> String {
    match node.as_text() {
        Some(text) => shown(text),
        None => shown(&writer::one_line(node)),
    }
}

impl Found {
    fn add(&mut self, kind: ChangeKind, place: &Place, a: Option<String>, b: Option<String>) {
        self.total = self.total.saturating_add(1);
        if self.rows.len() < DOCUMENT_CHANGES_MAX {
            let has = |side: ChangeKind, path: &str| (kind != side).then(|| path.to_owned());
            self.rows.push(DocumentChange {
                kind,
                entry: place.entry.clone(),
                path_a: has(ChangeKind::OnlyB, &place.a),
                path_b: has(ChangeKind::OnlyA, &place.b),
                a,
                b,
            });
        }
    }

    fn only_a(&mut self, place: &Place, node: &Node<'_>) {
        self.add(ChangeKind::OnlyA, place, Some(told(node)), None);
    }

    fn only_b(&mut self, place: &Place, node: &Node<'_>) {
        self.add(ChangeKind::OnlyB, place, None, Some(told(node)));
    }

    fn compare(&mut self, a: &Node<'_>, b: &Node<'_>, place: &Place) {
        if a == b {
            return;
        }
        let before = self.total;
        match (a, b) {
            (Node::Object(_), Node::Object(_)) => self.compare_fields(a, b, place),
            (Node::List(in_a), Node::List(in_b)) => match (by_id(in_a), by_id(in_b)) {
                (Some(ids_a), Some(ids_b)) => {
                    self.compare_entries((in_a, &ids_a), (in_b, &ids_b), place);
                }
                _ => self.compare_places(in_a, in_b, place),
            },
            _ => {}
        }
        // Whatever differs is said, if nothing below it could say it better.
        if self.total == before {
            self.add(ChangeKind::Changed, place, Some(told(a)), Some(told(b)));
        }
    }

    fn compare_fields(&mut self, a: &Node<'_>, b: &Node<'_>, place: &Place) {
        let mut names: Vec<&str> = field_names(a);
        names.extend(
            field_names(b)
                .into_iter()
                .filter(|name| a.field(name).is_none()),
        );
        for name in names {
            let place = place.field(name);
            match (a.field(name), b.field(name)) {
                (Some(in_a), Some(in_b)) => self.compare(in_a, in_b, &place),
                (Some(in_a), None) => self.only_a(&place, in_a),
                (None, Some(in_b)) => self.only_b(&place, in_b),
                (None, None) => {}
            }
        }
    }

    fn compare_entries(
        &mut self,
        (in_a, ids_a): (&[Node<'_>], &BTreeMap<&str, usize>),
        (in_b, ids_b): (&[Node<'_>], &BTreeMap<&str, usize>),
        place: &Place,
    ) {
        for (at_a, item) in in_a.iter().enumerate() {
            let at_b = id(item).and_then(|id| ids_b.get(id)).copied();
            match at_b.and_then(|at_b| Some((at_b, in_b.get(at_b)?))) {
                Some((at_b, other)) => self.compare(item, other, &place.item(at_a, at_b, id(item))),
                None => self.only_a(&place.item(at_a, at_a, id(item)), item),
            }
        }
        let is_in_a =
            |item: &&(usize, &Node<'_>)| id(item.1).is_some_and(|id| ids_a.contains_key(id));
        for (at_b, item) in in_b.iter().enumerate().filter(|item| !is_in_a(&item)) {
            self.only_b(&place.item(at_b, at_b, id(item)), item);
        }
        let (order_a, order_b) = (common(in_a, ids_b), common(in_b, ids_a));
        if order_a != order_b {
            let told = |order: &[&str]| Some(shown(&order.join(" ")));
            self.add(ChangeKind::Order, place, told(&order_a), told(&order_b));
        }
    }

    /// What both begin with and what both end with is the same; between, place by place.
    fn compare_places(&mut self, in_a: &[Node<'_>], in_b: &[Node<'_>], place: &Place) {
        let same = |(a, b): &(&Node<'_>, &Node<'_>)| a == b;
        let begin = in_a.iter().zip(in_b).take_while(same).count();
        let (rest_a, rest_b) = (
            in_a.get(begin..).unwrap_or_default(),
            in_b.get(begin..).unwrap_or_default(),
        );
        let both = rest_a.iter().rev().zip(rest_b.iter().rev());
        let end = both.take_while(same).count();
        let middle_a = rest_a.len().saturating_sub(end);
        let middle_b = rest_b.len().saturating_sub(end);
        for step in 0..middle_a.max(middle_b) {
            let at = begin.saturating_add(step);
            let item_a = rest_a.get(step).filter(|_| step < middle_a);
            let item_b = rest_b.get(step).filter(|_| step < middle_b);
            match (item_a, item_b) {
                (Some(a), Some(b)) => {
                    let same = id(a).filter(|own| id(b) == Some(own));
                    self.compare(a, b, &place.item(at, at, same));
                }
                (Some(a), None) => self.only_a(&place.item(at, at, id(a)), a),
                (None, Some(b)) => self.only_b(&place.item(at, at, id(b)), b),
                (None, None) => {}
            }
        }
    }
}

fn field_names<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    match node {
        Node::Object(fields) => fields.iter().map(|(name, _)| name.as_ref()).collect(),
        _ => Vec::new(),
    }
}

/// The ids of entries that the other list has as well, in order.
fn common<'n>(items: &'n [Node<'_>], others: &BTreeMap<&str, usize>) -> Vec<&'n str> {
    let ids = items.iter().filter_map(|item| id(item));
    ids.filter(|id| others.contains_key(id)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::scenario::samples::scenarios;

    /// How, where in both, what in both.
    fn rows(a: &Scenario, b: &Scenario) -> Vec<String> {
        let (_, rows) = difference(a, b);
        let dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        rows.iter()
            .map(|row| {
                format!(
                    "{:?} {} | {} | {} | {}",
                    row.kind,
                    dash(&row.path_a),
                    dash(&row.path_b),
                    dash(&row.a),
                    dash(&row.b)
                )
            })
            .collect()
    }

    fn gallery(id: &str) -> Scenario {
        let item = crate::scenario::gallery::GALLERY.iter();
        let item = item.clone().find(|item| item.id == id).unwrap();
        crate::scenario::document::read_text(item.text).unwrap()
    }

    #[test]
    fn each_change_is_told_at_its_place() {
        let mall = gallery("mall-sub-merchants");
        let mut other = mall.clone();
        other.settlement_rules[0].cycle =
            crate::domain::cycle::SettlementCycle::parse("D+1").unwrap();
        other.payments.remove(0);
        other.parties.swap(0, 1);
        other.routes.pop();
        let told = rows(&mall, &other);
        assert_eq!(
            told,
            [
                "Order parties | parties | wx hs mall cafe book | hs wx mall cafe book",
                "Changed settlement_rules[0].cycle | settlement_rules[0].cycle | T+1 | D+1",
                "OnlyA routes[1] | - | {\"seller\": \"book\", \"channel\": \"wx\", \"contract\": \"book-wx\"} | -",
                "OnlyA payments[0] | - | {\"id\": \"O1\", \"at\": \"2018-09-28T10:00:00\", \"channel\": \"wx\", \"lines\": [{\"seller\": … | -",
            ]
        );
        let (_, all) = difference(&mall, &other);
        assert_eq!(all[1].entry.as_deref(), Some("t1"));
    }

    #[test]
    fn what_is_one_place_further_on_is_no_change() {
        let mall = gallery("mall-sub-merchants");
        let mut other = mall.clone();
        let first = other.expectations[0].clone();
        other.expectations.insert(1, first);
        assert_eq!(rows(&mall, &other).len(), 1);
        assert!(rows(&mall, &other)[0].starts_with("OnlyB - | expectations[1] | - | {"));
    }

    /// Sides turned.
    fn turned(row: &DocumentChange) -> DocumentChange {
        DocumentChange {
            kind: match row.kind {
                ChangeKind::OnlyA => ChangeKind::OnlyB,
                ChangeKind::OnlyB => ChangeKind::OnlyA,
                kind => kind,
            },
            entry: row.entry.clone(),
            path_a: row.path_b.clone(),
            path_b: row.path_a.clone(),
            a: row.b.clone(),
            b: row.a.clone(),
        }
    }

    proptest! {
        #[test]
        fn there_is_a_difference_if_and_only_if_they_are_written_differently(
            a in scenarios(), b in scenarios(),
        ) {
            let (total, rows) = difference(&a, &b);
            prop_assert_eq!(total == 0, writer::write(&a) == writer::write(&b));
            prop_assert_eq!(rows.is_empty(), total == 0);
            prop_assert_eq!(difference(&a, &a), (0, Vec::new()));
        }

        #[test]
        fn the_other_way_round_it_is_the_same_with_sides_turned(a in scenarios(), b in scenarios()) {
            let (total, rows) = difference(&a, &b);
            let (back, other) = difference(&b, &a);
            prop_assert_eq!(total, back);
            let texts = |rows: &[DocumentChange]| {
                rows.iter().map(|row| format!("{row:?}")).collect::<BTreeSet<_>>()
            };
            // A cut list may end elsewhere: the order of what only one has follows the sides.
            if rows.len() < DOCUMENT_CHANGES_MAX {
                let turned: Vec<_> = other.iter().map(turned).collect();
                prop_assert_eq!(texts(&rows), texts(&turned));
            }
        }
    }
}
