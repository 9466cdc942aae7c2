//! Scenarios that every build knows, so that a link need only say what differs from one of them.
//!
//! A template never changes, because links lean on it: when a scenario of the gallery is told better, its former
//! words are kept in `former.rs` and the new text becomes a template with the next number.

use super::former::{self, Former};
use super::pack::Memory;
use crate::scenario::document::tree::Node;
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::gallery::GALLERY;
use crate::scenario::v1::Scenario;
use crate::scenario::{document, writer};

/// Where the text of a template is.
enum Source {
    /// As the gallery shows it today.
    Gallery(&'static str),
    /// As the gallery told it once.
    Once(&'static str, &'static Former),
}

/// All templates. Their places are their numbers in links, and they never move or go.
const TEMPLATES: &[Source] = &[
    Source::Gallery("cut-off-night"),
    Source::Gallery("national-day-2018"),
    Source::Gallery("mall-sub-merchants"),
    Source::Once("mall-pooled", &former::MALL_POOLED),
    Source::Gallery("refunds-over-cut"),
    Source::Gallery("published-bill"),
    Source::Once("mall-direct", &former::MALL_DIRECT),
    Source::Once("batch-payout", &former::BATCH_PAYOUT),
    Source::Once("mall-cashier", &former::MALL_CASHIER),
    Source::Gallery("split-everything"),
    Source::Once("refund-from-another", &former::REFUND_FROM_ANOTHER),
    Source::Gallery("mall-pooled"),
    Source::Gallery("refund-from-another"),
    Source::Gallery("mall-direct"),
    Source::Gallery("mall-cashier"),
    Source::Gallery("batch-payout"),
];

/// A template, ready to lean on.
pub(crate) struct Template {
    /// Its number in links.
    pub number: u8,
    /// Its names, which both sides know from the start.
    pub memory: Memory,
    /// Its packed text.
    pub packed: String,
}

impl Source {
    fn id(&self) -> &'static str {
        match self {
            Self::Gallery(id) | Self::Once(id, _) => id,
        }
    }

    fn scenario(&self) -> Option<Scenario> {
        let item = GALLERY.iter().find(|item| item.id == self.id())?;
        let today = document::read_text(item.text).ok()?;
        Some(match self {
            Self::Gallery(_) => today,
            Self::Once(_, former) => former.told(today),
        })
    }
}

/// The template of a number, if this build knows it.
pub(crate) fn numbered(number: u8) -> Option<Template> {
    let scenario = read(number)?;
    let tree = writer::tree(&scenario);
    let memory = names_of(&tree);
    let packed = writer::compact(&memory.clone().pack(&tree, &DOCUMENT));
    Some(Template {
        number,
        memory,
        packed,
    })
}

fn read(number: u8) -> Option<Scenario> {
    TEMPLATES.get(usize::from(number))?.scenario()
}

/// The template that shares the most ids with a document, at least half of its own; of equals the one with
/// more of the document's fields word for word, then the first.
pub(crate) fn nearest(tree: &Node<'_>) -> Option<Template> {
    let names = names_of(tree);
    let mut nearest: Option<((usize, usize), u8)> = None;
    for number in 0..u8::try_from(TEMPLATES.len()).ok()? {
        let scenario = read(number)?;
        let known = writer::tree(&scenario);
        let template = names_of(&known);
        let shared = template.ids_shared_with(&names);
        let is_akin = shared.saturating_mul(2) >= template.ids();
        let likeness = (shared, fields_shared(tree, &known));
        if is_akin && nearest.as_ref().is_none_or(|(most, _)| likeness > *most) {
            nearest = Some((likeness, number));
        }
    }
    nearest.and_then(|(_, number)| numbered(number))
}

/// How many fields of two documents are the same word for word.
fn fields_shared(one: &Node<'_>, other: &Node<'_>) -> usize {
    let Node::Object(fields) = one else { return 0 };
    let same = |key: &str, node: &Node<'_>| other.field(key) == Some(node);
    fields.iter().filter(|(key, node)| same(key, node)).count()
}

fn names_of(tree: &Node<'_>) -> Memory {
    let mut memory = Memory::default();
    memory.pack(tree, &DOCUMENT);
    memory.of_names()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    /// Links already sent lean on these texts. A line may be added; a changed line breaks links: keep the
    /// former text as described at the top of this file.
    #[test]
    fn templates_are_frozen() {
        let mut lines = String::new();
        for (number, source) in TEMPLATES.iter().enumerate() {
            let name = source.id();
            let template = numbered(u8::try_from(number).unwrap()).unwrap();
            let checksum = crc32fast::hash(template.packed.as_bytes());
            lines.push_str(&format!("{number} {name} {checksum:08x}\n"));
        }
        expect![[r#"
            0 cut-off-night 53cae7ec
            1 national-day-2018 9f2ceb94
            2 mall-sub-merchants 694d998d
            3 mall-pooled 1bf555d5
            4 refunds-over-cut d5470fdb
            5 published-bill 99794644
            6 mall-direct 730416cc
            7 batch-payout d783b9a6
            8 mall-cashier 2fb14fc7
            9 split-everything 64cc0f8a
            10 refund-from-another 6a8d9206
            11 mall-pooled 92d2c402
            12 refund-from-another 4c21293d
            13 mall-direct 1758d5ae
            14 mall-cashier 81ab8bec
            15 batch-payout 05530edf
        "#]]
        .assert_eq(&lines);
    }

    #[test]
    fn every_scenario_of_the_gallery_is_a_template() {
        for item in GALLERY {
            let is_kept = |source: &Source| matches!(source, Source::Gallery(id) if *id == item.id);
            assert!(TEMPLATES.iter().any(is_kept), "{}", item.id);
        }
    }
}
