//! Links: a damaged one is refused or is what it was; one that is sealed right holds a document like any other.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daycut::facade::{self, Problem, Scenario};
use flate2::{Compress, Compression, FlushCompress, Status};

use crate::Outcome;
use crate::dice::Dice;
use crate::{mutate, scenarios};

/// The words that every link leans on; part of the format.
const DICTIONARY: &[u8] = include_bytes!("../../src/scenario/link/dictionary-1.txt");

/// What messengers and people put around a link.
const AROUND: [(&str, &str); 12] = [
    ("", ""),
    ("https://example.org/daycut/#", ""),
    ("https://example.org/?s=", ""),
    ("https://example.org/?utm=1&s=", "&from=timeline"),
    ("看看 ", ""),
    ("", " 很有意思"),
    ("「", "」"),
    ("", "。"),
    ("", "\u{200b}"),
    ("https://example.org/#/", "#top"),
    ("<", ">"),
    ("s1.", ""),
];

/// A damaged or a wrapped link, or a link sealed around a damaged document.
pub fn input(links: &[String], dice: &mut Dice) -> String {
    let link = dice.one(links);
    let (before, after) = dice.one(&AROUND);
    let link = match dice.below(4) {
        0 => link.clone(),
        1 => mutate::text(link, links, dice),
        2 => {
            let mut bytes = link.as_bytes().to_vec();
            let place = dice.below(bytes.len());
            bytes[place] = *dice.one(b"ABCxyz019-_.=");
            String::from_utf8_lossy(&bytes).into_owned()
        }
        _ => sealed(link, dice).unwrap_or_else(|| link.clone()),
    };
    format!("{before}{link}{after}")
}

/// A link with a right checksum around a packed text that nobody packed.
fn sealed(link: &str, dice: &mut Dice) -> Option<String> {
    let scenario = facade::open_link(link).ok()?;
    // Opened and packed anew by itself, so that the text can be seen without a template.
    let payload = facade::link(&scenario).ok()?;
    let bytes = URL_SAFE_NO_PAD.decode(payload.strip_prefix("s1.")?).ok()?;
    let packed = inflated(bytes.get(..bytes.len().checked_sub(4)?)?)?;
    let packed = mutate::text(&packed, std::slice::from_ref(&packed), dice);
    let pair = dice.once_in(4);
    let (kind, lead, packed) = match pair {
        true => ("p1.", vec![0], format!("[{packed},{packed}]")),
        false => ("s1.", Vec::new(), packed),
    };
    let mut bytes = lead;
    bytes.extend(deflated(&packed)?);
    let sum = crc32fast::hash(&bytes).to_be_bytes();
    bytes.extend(sum);
    Some(format!("{kind}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

fn inflated(bytes: &[u8]) -> Option<String> {
    let mut stream = flate2::Decompress::new(false);
    stream.set_dictionary(DICTIONARY).ok()?;
    let mut out = Vec::with_capacity(256 * 1024);
    stream
        .decompress_vec(bytes, &mut out, flate2::FlushDecompress::Finish)
        .ok()?;
    String::from_utf8(out).ok()
}

fn deflated(text: &str) -> Option<Vec<u8>> {
    let mut stream = Compress::new(Compression::best(), false);
    stream.set_dictionary(DICTIONARY).ok()?;
    let mut out = Vec::with_capacity(text.len() + 1024);
    let status = stream
        .compress_vec(text.as_bytes(), &mut out, FlushCompress::Finish)
        .ok()?;
    (status == Status::StreamEnd).then_some(out)
}

/// Everything that must hold of a text that is taken for a link.
pub fn holds(link: &str) -> Outcome {
    match facade::open_link(link) {
        Ok(scenario) => scenarios::stands(&scenario)?,
        Err(problems) => refused(&problems)?,
    }
    match facade::open_pair_link(link) {
        Ok((a, b)) => {
            scenarios::stands(&a)?;
            scenarios::stands(&b)?;
            paired(&a, &b)?;
        }
        Err(problems) => refused(&problems)?,
    }
    // As a code for phones, whatever it says.
    let _ = facade::qr(link);
    Ok(())
}

fn paired(a: &Scenario, b: &Scenario) -> Outcome {
    if let Ok(link) = facade::pair_link(a, b) {
        let again =
            facade::open_pair_link(&link).map_err(|told| format!("a pair again: {told:?}"))?;
        if (&again.0, &again.1) != (a, b) {
            return Err("as a pair they are other scenarios".into());
        }
    }
    Ok(())
}

fn refused(problems: &[Problem]) -> Outcome {
    scenarios::told(problems, None)
}
