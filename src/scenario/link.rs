//! A whole scenario inside a link, and back: `s1.` and then the packed, deflated document with a checksum.
//!
//! A link is input from strangers: its length is limited before and after inflating, its checksum is
//! compared before anything is believed, and what comes out goes through the same reader as any text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::document::whole::DOCUMENT;
use super::document::{self, parse};
use super::limits::{LINK_CHARS_MAX, LINK_INFLATED_MAX, TEXT_BYTES_MAX};
use super::problem::{LinkFlaw, Problem, ProblemKind};
use super::v1::Scenario;
use super::writer;

mod pack;
mod squeeze;

/// A scenario packed by the tables of version 1.
pub const KIND: &str = "s1.";

/// A scenario does not fit into a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkTooLong {
    /// Characters that the link would have; 0 when the document itself is beyond the limit.
    pub found: usize,
    /// Characters allowed.
    pub max: usize,
}

/// The link of a scenario: what stands behind `#` or `?s=`.
pub fn encode(scenario: &Scenario) -> Result<String, LinkTooLong> {
    let too_long = |found| LinkTooLong {
        found,
        max: LINK_CHARS_MAX,
    };
    let text = writer::compact(&pack::pack(&writer::tree(scenario), &DOCUMENT));
    if text.len() > LINK_INFLATED_MAX {
        return Err(too_long(0));
    }
    let mut bytes = squeeze::squeeze(&text).ok_or(too_long(0))?;
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    let link = format!("{KIND}{}", URL_SAFE_NO_PAD.encode(bytes));
    if link.len() > LINK_CHARS_MAX {
        return Err(too_long(link.len()));
    }
    Ok(link)
}

/// The scenario of a link: a whole address, its fragment or query, or the bare link.
pub fn decode(text: &str) -> Result<Scenario, Vec<Problem>> {
    let flawed = |reason| {
        vec![Problem {
            path: String::new(),
            kind: ProblemKind::BadLink { reason },
        }]
    };
    let packed = find(text).and_then(released).map_err(flawed)?;
    // The checksum held, so a document that cannot be parsed was never packed by us.
    let tree = parse::text(&packed).map_err(|_| flawed(LinkFlaw::Damaged))?;
    let tree = pack::unpack(&tree, &DOCUMENT).map_err(flawed)?;
    document::read(&tree)
}

/// The link inside an address. Chat applications add parameters of their own on either side.
fn find(text: &str) -> Result<&str, LinkFlaw> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(LinkFlaw::TooLong);
    }
    let is_mark =
        |character: char| matches!(character, '#' | '?' | '&' | '/') || character.is_whitespace();
    let mut flaw = LinkFlaw::NotALink;
    for part in text.split(is_mark) {
        let part = part.strip_prefix("s=").unwrap_or(part);
        if part.starts_with(KIND) {
            return Ok(part);
        }
        if is_newer(part) {
            flaw = LinkFlaw::Newer;
        }
    }
    Err(flaw)
}

/// `s2.…`, `s10.…`: a scenario packed by tables that this build does not have.
fn is_newer(part: &str) -> bool {
    let version = part.strip_prefix('s').and_then(|rest| rest.split_once('.'));
    version.is_some_and(|(number, _)| number.parse::<u16>().is_ok_and(|number| number > 1))
}

/// Checksum and inflation.
fn released(link: &str) -> Result<String, LinkFlaw> {
    if link.len() > LINK_CHARS_MAX {
        return Err(LinkFlaw::TooLong);
    }
    let payload = link.strip_prefix(KIND).unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD
        .decode(payload)
        .map_err(|_| LinkFlaw::Damaged)?;
    let (deflated, checksum) = bytes.split_last_chunk::<4>().ok_or(LinkFlaw::Damaged)?;
    if crc32fast::hash(deflated).to_be_bytes() != *checksum {
        return Err(LinkFlaw::Damaged);
    }
    squeeze::release(deflated)
}

#[cfg(test)]
mod tests;
