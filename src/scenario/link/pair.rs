//! Two scenarios in one link, so that a colleague sees the same comparison: `p1.`.
//!
//! The second is packed right behind the first, with the first one's names known, in one deflated stream: what
//! both have in common costs a few bytes, so that the second is little more than its difference.

use crate::scenario::document::tree::Node;
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::document::{self, parse};
use crate::scenario::limits::{LINK_CHARS_MAX, LINK_INFLATED_MAX};
use crate::scenario::problem::{LinkFlaw, Problem};
use crate::scenario::v1::Scenario;
use crate::scenario::writer;

use super::found::{Found, Kind, found};
use super::templates::Template;
use super::{LinkTooLong, PAIR, flawed, sealed, templates, too_long};

/// The first byte of a pair that leans on no template; any other is the template's number and one.
const BY_ITSELF: u8 = 0;

/// The link of two scenarios, the shortest that there is.
pub fn encode(a: &Scenario, b: &Scenario) -> Result<String, LinkTooLong> {
    let trees = (writer::tree(a), writer::tree(b));
    let mut link = leaning(&trees, None)?;
    if let Some(template) = templates::nearest(&trees.0) {
        let other = leaning(&trees, Some(&template))?;
        if other.len() < link.len() {
            link = other;
        }
    }
    if link.len() > LINK_CHARS_MAX {
        return Err(too_long(link.len()));
    }
    Ok(link)
}

fn leaning(
    (a, b): &(Node<'_>, Node<'_>),
    template: Option<&Template>,
) -> Result<String, LinkTooLong> {
    let mut memory = template
        .map(|known| known.memory.clone())
        .unwrap_or_default();
    let first = memory.pack(a, &DOCUMENT);
    let second = memory.of_names().pack(b, &DOCUMENT);
    let packed = writer::compact(&Node::List(vec![first, second]));
    if packed.len() > LINK_INFLATED_MAX {
        return Err(too_long(0));
    }
    let (lead, akin) = match template {
        Some(known) => (known.number.saturating_add(1), known.packed.as_str()),
        None => (BY_ITSELF, ""),
    };
    sealed(PAIR, Some(lead), &packed, akin).ok_or(too_long(0))
}

/// The two scenarios of a link, given bare or as a whole address.
pub fn decode(text: &str) -> Result<(Scenario, Scenario), Vec<Problem>> {
    let found = found(text).map_err(flawed)?;
    match found.kind {
        Kind::Pair => read(found),
        Kind::Whole | Kind::FromTemplate => Err(flawed(LinkFlaw::OneScenario)),
    }
}

/// The two scenarios of a link that was found.
pub(super) fn read(found: Found) -> Result<(Scenario, Scenario), Vec<Problem>> {
    let (a, b) = unpacked(found).map_err(flawed)?;
    Ok((document::read(&a)?, document::read(&b)?))
}

fn unpacked(found: Found) -> Result<(Node<'static>, Node<'static>), LinkFlaw> {
    let mut memory = found.memory;
    let tree = parse::text(&found.packed).map_err(|_| LinkFlaw::Damaged)?;
    let [first, second] = tree.items().unwrap_or_default() else {
        return Err(LinkFlaw::Damaged);
    };
    let a = memory.unpack(first, &DOCUMENT)?;
    let b = memory.of_names().unpack(second, &DOCUMENT)?;
    Ok((a, b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scenario::document::read_text;
    use crate::scenario::gallery::GALLERY;
    use crate::scenario::problem::ProblemKind;
    use crate::scenario::samples::scenarios;

    fn gallery(id: &str) -> Scenario {
        let item = GALLERY.iter().find(|item| item.id == id).unwrap();
        read_text(item.text).unwrap()
    }

    fn flaw<T: std::fmt::Debug>(answer: Result<T, Vec<Problem>>) -> Option<LinkFlaw> {
        match answer.unwrap_err().as_slice() {
            [one] => match one.kind {
                ProblemKind::BadLink { reason } => Some(reason),
                _ => None,
            },
            _ => None,
        }
    }

    #[test]
    fn a_second_that_differs_in_a_word_costs_a_few_characters() {
        let first = gallery("national-day-2018");
        let mut second = first.clone();
        second.contracts[0].settlement_rule = "d1".to_owned();
        let link = encode(&first, &second).unwrap();
        assert!(link.len() <= 80, "{} characters: {link}", link.len());
        assert_eq!(decode(&link), Ok((first.clone(), second.clone())));
        let turned = encode(&second, &first).unwrap();
        assert_eq!(decode(&turned), Ok((second, first)));
    }

    #[test]
    fn one_scenario_and_two_are_told_apart() {
        let mall = gallery("mall-pooled");
        let pair = encode(&mall, &mall).unwrap();
        let single = super::super::encode(&mall).unwrap();
        assert_eq!(
            flaw(super::super::decode(&pair)),
            Some(LinkFlaw::TwoScenarios)
        );
        assert_eq!(flaw(decode(&single)), Some(LinkFlaw::OneScenario));
        for (text, expected) in [
            ("", LinkFlaw::NotALink),
            ("https://example.org/#p2.abc", LinkFlaw::Newer),
            ("p1.", LinkFlaw::Damaged),
            ("p1.AAAA", LinkFlaw::Damaged),
            ("p1.yAAAAAAA", LinkFlaw::Newer),
            ("p1.!", LinkFlaw::Damaged),
        ] {
            assert_eq!(flaw(decode(text)), Some(expected), "{text}");
        }
        let long = format!("p1.{}", "A".repeat(LINK_CHARS_MAX));
        assert_eq!(flaw(decode(&long)), Some(LinkFlaw::TooLong));
    }

    #[test]
    fn a_pair_made_by_hand_is_read_like_any_document() {
        let made = |packed: &str| decode(&sealed(PAIR, Some(BY_ITSELF), packed, "").unwrap());
        for packed in [
            "",
            "{}",
            "[]",
            "[[0,\"t\",0,1]]",
            "[[0,\"t\",0,1],[],[]]",
            "[1,2]",
        ] {
            assert_eq!(flaw(made(packed)), Some(LinkFlaw::Damaged), "{packed}");
        }
        let problems = made("[[0,\"t\",0,1],[0,\"t\",0,401,null,9]]").unwrap_err();
        assert_eq!(problems[0].path, "days");
    }

    #[test]
    fn a_damaged_pair_never_becomes_another() {
        let (first, second) = (gallery("mall-pooled"), gallery("mall-sub-merchants"));
        let link = encode(&first, &second).unwrap();
        for place in 0..link.len() {
            for put in ["A", "B", "z", "0", "_", "-", ".", ""] {
                let changed = format!("{}{put}{}", &link[..place], &link[place + 1..]);
                match decode(&changed) {
                    Ok(read) => assert_eq!(read, (first.clone(), second.clone()), "{changed}"),
                    Err(told) => assert!(flaw::<()>(Err(told)).is_some(), "{changed}"),
                }
            }
            assert!(decode(&link[..place]).is_err(), "cut at {place}");
        }
    }

    proptest! {
        #[test]
        fn two_scenarios_come_out_as_they_went_in(a in scenarios(), b in scenarios()) {
            let link = encode(&a, &b).unwrap();
            prop_assert_eq!(decode(&link), Ok((a, b)));
        }
    }
}
