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
use super::limits::{LINK_CHARS_MAX, LINK_INFLATED_MAX, TEXT_BYTES_MAX};
use super::problem::{LinkFlaw, Problem, ProblemKind};
use super::v1::Scenario;
use super::writer;

use pack::Memory;

pub use pair::{decode as decode_pair, encode as encode_pair};

mod pack;
mod pair;
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
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(akin.as_bytes());
    hasher.update(bytes);
    hasher.finalize().to_be_bytes()
}

/// The scenario of a link: a whole address, its fragment or query, or the bare link.
pub fn decode(text: &str) -> Result<Scenario, Vec<Problem>> {
    let link = find(text).and_then(|link| match link.starts_with(PAIR) {
        true => Err(LinkFlaw::TwoScenarios),
        false => Ok(link),
    });
    let (packed, mut memory) = link.and_then(released).map_err(flawed)?;
    // The checksum held, so a document that cannot be parsed was never packed by us.
    let tree = parse::text(&packed).map_err(|_| flawed(LinkFlaw::Damaged))?;
    let tree = memory.unpack(&tree, &DOCUMENT).map_err(flawed)?;
    document::read(&tree)
}

fn flawed(reason: LinkFlaw) -> Vec<Problem> {
    vec![Problem {
        path: String::new(),
        kind: ProblemKind::BadLink { reason },
    }]
}

/// The link inside an address, of whichever kind. Chat applications add parameters of their own on either side.
fn find(text: &str) -> Result<&str, LinkFlaw> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(LinkFlaw::TooLong);
    }
    let is_mark =
        |character: char| matches!(character, '#' | '?' | '&' | '/') || character.is_whitespace();
    let mut flaw = LinkFlaw::NotALink;
    for part in text.split(is_mark) {
        let part = part.strip_prefix("s=").unwrap_or(part);
        let kinds = [WHOLE, FROM_TEMPLATE, PAIR];
        if kinds.iter().any(|kind| part.starts_with(kind)) {
            return Ok(part);
        }
        if is_newer(part) {
            flaw = LinkFlaw::Newer;
        }
    }
    Err(flaw)
}

/// `s2.…`, `t10.…`: a scenario packed by tables that this build does not have.
fn is_newer(part: &str) -> bool {
    let version = part
        .strip_prefix(['s', 't', 'p'])
        .and_then(|rest| rest.split_once('.'));
    version.is_some_and(|(number, _)| number.parse::<u16>().is_ok_and(|number| number > 1))
}

/// Checksum and inflation: the packed text, and the names known before it.
fn released(link: &str) -> Result<(String, Memory), LinkFlaw> {
    let (payload, leans) = match link.strip_prefix(FROM_TEMPLATE) {
        Some(payload) => (payload, true),
        None => (link.strip_prefix(WHOLE).unwrap_or_default(), false),
    };
    let (bytes, sum) = bytes_of(link, payload)?;
    if !leans {
        let packed = unsealed(&bytes, &bytes, sum, "")?;
        return Ok((packed, Memory::default()));
    }
    let (number, deflated) = bytes.split_first().ok_or(LinkFlaw::Damaged)?;
    let template = templates::numbered(*number).ok_or(LinkFlaw::Newer)?;
    let packed = unsealed(&bytes, deflated, sum, &template.packed)?;
    Ok((packed, template.memory))
}

/// The bytes of a link that is not too long, and the checksum behind them.
fn bytes_of(link: &str, payload: &str) -> Result<(Vec<u8>, [u8; 4]), LinkFlaw> {
    if link.len() > LINK_CHARS_MAX {
        return Err(LinkFlaw::TooLong);
    }
    let mut bytes = URL_SAFE_NO_PAD
        .decode(payload)
        .map_err(|_| LinkFlaw::Damaged)?;
    let (_, sum) = bytes.split_last_chunk::<4>().ok_or(LinkFlaw::Damaged)?;
    let sum = *sum;
    bytes.truncate(bytes.len().saturating_sub(sum.len()));
    Ok((bytes, sum))
}

fn unsealed(bytes: &[u8], deflated: &[u8], sum: [u8; 4], akin: &str) -> Result<String, LinkFlaw> {
    if checksum(akin, bytes) != sum {
        return Err(LinkFlaw::Damaged);
    }
    squeeze::release(deflated, akin)
}

#[cfg(test)]
mod tests;
