//! A whole scenario inside a link, and back: `s1.` and then the packed, deflated document with a checksum.
//! A scenario akin to one of the gallery leans on it, which makes the link shorter by far: `t1.`. Two scenarios
//! to be compared travel together: `p1.`.
//!
//! A link is input from strangers: its length is limited before and after inflating, its checksum is
//! compared before anything is believed, and what comes out goes through the same reader as any text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::document::whole::DOCUMENT;
use super::document::{self, parse};
use super::limits::{LINK_CHARS_MAX, LINK_INFLATED_MAX};
use super::problem::{LinkFlaw, Problem, ProblemKind};
use super::v1::Scenario;
use super::writer;

use found::{Found, Kind, found};
use pack::Memory;

pub use found::looks_like_one;
pub use pair::{decode as decode_pair, encode as encode_pair};

mod former;
mod found;
mod pack;
mod pair;
mod plain;
pub mod qr;
mod squeeze;
mod templates;

/// A scenario packed by the tables of version 1.
pub const WHOLE: &str = "s1.";

/// The same, leaning on a template that every build knows.
pub const FROM_TEMPLATE: &str = "t1.";

/// Two scenarios to be compared.
pub const PAIR: &str = "p1.";

/// A scenario does not fit into a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkTooLong {
    /// Characters that the link would have; 0 when the document itself is beyond the limit.
    pub found: usize,
    /// Characters allowed.
    pub max: usize,
}

/// The link of a scenario, the shortest that there is: what stands behind `#` or `?s=`.
pub fn encode(scenario: &Scenario) -> Result<String, LinkTooLong> {
    let tree = writer::tree(scenario);
    let packed = writer::compact(&Memory::default().pack(&tree, &DOCUMENT));
    if packed.len() > LINK_INFLATED_MAX {
        return Err(too_long(0));
    }
    let mut link = sealed(WHOLE, None, &packed, "").ok_or(too_long(0))?;
    if let Some(template) = templates::nearest(&tree) {
        let packed = writer::compact(&template.memory.clone().pack(&tree, &DOCUMENT));
        let lead = Some(template.number);
        let leaning = sealed(FROM_TEMPLATE, lead, &packed, &template.packed);
        let leaning = leaning.ok_or(too_long(0))?;
        if leaning.len() < link.len() {
            link = leaning;
        }
    }
    if link.len() > LINK_CHARS_MAX {
        return Err(too_long(link.len()));
    }
    Ok(link)
}

const fn too_long(found: usize) -> LinkTooLong {
    LinkTooLong {
        found,
        max: LINK_CHARS_MAX,
    }
}

/// What names the template, the deflated text, the checksum; all of it in letters.
fn sealed(kind: &str, lead: Option<u8>, packed: &str, akin: &str) -> Option<String> {
    let mut bytes: Vec<u8> = lead.into_iter().collect();
    bytes.extend(squeeze::squeeze(packed, akin)?);
    bytes.extend(checksum(akin, &bytes));
    Some(format!("{kind}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

/// Covers the template as well: a link that leans on another text than it was made with is not believed.
fn checksum(akin: &str, bytes: &[u8]) -> [u8; 4] {
    let mut hasher = checksum_of(akin);
    hasher.update(bytes);
    hasher.finalize().to_be_bytes()
}

/// The checksum as far as the template.
fn checksum_of(akin: &str) -> crc32fast::Hasher {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(akin.as_bytes());
    hasher
}

/// What a link carried.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    /// The link as it was made, without what stood around it.
    pub link: String,
    /// The scenario; of two the second, on which one goes on working.
    pub scenario: Scenario,
    /// Of two the first, with which the other is compared.
    pub beside: Option<Scenario>,
}

/// Opens the link in a text, whether it carries one scenario or two.
pub fn open(text: &str) -> Result<Opened, Vec<Problem>> {
    let found = found(text).map_err(flawed)?;
    let link = found.link.clone();
    if found.kind == Kind::Pair {
        let (first, second) = pair::read(found)?;
        return Ok(Opened {
            link,
            scenario: second,
            beside: Some(first),
        });
    }
    Ok(Opened {
        link,
        scenario: read(found)?,
        beside: None,
    })
}

/// The scenario of a link: a whole address, its fragment or query, a message, or the bare link.
pub fn decode(text: &str) -> Result<Scenario, Vec<Problem>> {
    let found = found(text).map_err(flawed)?;
    match found.kind {
        Kind::Pair => Err(flawed(LinkFlaw::TwoScenarios)),
        Kind::Whole | Kind::FromTemplate => read(found),
    }
}

fn read(found: Found) -> Result<Scenario, Vec<Problem>> {
    let mut memory = found.memory;
    // The checksum held, so a document that cannot be parsed was never packed by us.
    let tree = parse::text(&found.packed).map_err(|_| flawed(LinkFlaw::Damaged))?;
    let tree = memory.unpack(&tree, &DOCUMENT).map_err(flawed)?;
    document::read(&tree)
}

fn flawed(reason: LinkFlaw) -> Vec<Problem> {
    vec![Problem {
        path: String::new(),
        kind: ProblemKind::BadLink { reason },
    }]
}

#[cfg(test)]
mod tests;
