//! The one reader of links: what stands in an address, in a message, or in whatever was copied along with it.
//!
//! Messengers, mail programs and people glue things onto links: a full stop, a bracket, a word, a tracking
//! parameter, a line break in the middle. A link carries a checksum, so nothing has to be guessed: whatever is
//! left out, only what the checksum proves whole is a link. Two different ones are refused, because nobody can
//! know which was meant.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::pack::Memory;
use super::plain::plain;
use super::{FROM_TEMPLATE, PAIR, WHOLE, checksum_of, squeeze, templates};
use crate::scenario::limits::{LINK_CHARS_MAX, TEXT_BYTES_MAX};
use crate::scenario::problem::LinkFlaw;

/// Beginnings of links that are tried in one text: more than any message has.
const MARKS_MAX: usize = 64;
/// Fewer characters behind a beginning are a word like any other, if there is a whole link besides.
const WORD_CHARS_MAX: usize = 15;
/// Bytes of the checksum.
const SUM: usize = 4;

/// What a link carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// One scenario.
    Whole,
    /// One scenario that leans on a template.
    FromTemplate,
    /// Two scenarios to be compared.
    Pair,
}

impl Kind {
    const ALL: [(Kind, &'static str); 3] = [
        (Kind::Whole, WHOLE),
        (Kind::FromTemplate, FROM_TEMPLATE),
        (Kind::Pair, PAIR),
    ];
}

/// A link that its checksum proves whole, unpacked as far as text.
pub(super) struct Found {
    /// What it carries.
    pub kind: Kind,
    /// The link as it was made, without anything around it.
    pub link: String,
    /// The packed document, or the two.
    pub packed: String,
    /// The names known before it.
    pub memory: Memory,
}

/// Where something begins that looks like a link: its kind (none: a newer one) and what stands behind the dot.
struct Mark<'a> {
    kind: Option<(Kind, &'static str)>,
    /// Whether it stands by itself; inside a word only a whole link counts.
    apart: bool,
    behind: &'a str,
}

/// Whether a text holds anything that looks like a link, whole or not.
pub fn looks_like_one(text: &str) -> bool {
    let is_one = |mark: &Mark<'_>| mark.apart || run(mark.behind).len() > WORD_CHARS_MAX;
    text.len() <= TEXT_BYTES_MAX && marks(&plain(text)).iter().any(is_one)
}

/// The one link of a text, of whichever kind.
pub(super) fn found(text: &str) -> Result<Found, LinkFlaw> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(LinkFlaw::TooLong);
    }
    let text = plain(text);
    let mut whole: Option<Found> = None;
    let mut broken: Vec<(LinkFlaw, &str)> = Vec::new();
    for mark in marks(&text) {
        let run = run(mark.behind);
        let Some((kind, prefix)) = mark.kind else {
            if mark.apart {
                broken.push((LinkFlaw::Newer, run));
            }
            continue;
        };
        match (proven(kind, prefix, mark.behind), &whole) {
            (Ok(one), None) => whole = Some(one),
            (Ok(one), Some(known)) if one.link == known.link => {}
            (Ok(_), Some(_)) => return Err(LinkFlaw::SeveralLinks),
            (Err(flaw), _) if mark.apart => broken.push((flaw, run)),
            (Err(_), _) => {}
        }
    }
    let Some(whole) = whole else {
        let newest = |flaw: &LinkFlaw| *flaw == LinkFlaw::Newer;
        let mut flaws = broken.iter().map(|(flaw, _)| *flaw);
        let first = flaws.clone().find(|flaw| !newest(flaw));
        return Err(first.or(flaws.next()).unwrap_or(LinkFlaw::NotALink));
    };
    // A preview often shows the beginning of the link that it leads to.
    let is_another = |run: &str| run.len() > WORD_CHARS_MAX && !whole.link.contains(run);
    if broken.iter().any(|(_, run)| is_another(run)) {
        return Err(LinkFlaw::SeveralLinks);
    }
    Ok(whole)
}

/// All beginnings of links, in their order.
fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut before = ' ';
    for (place, letter) in text.char_indices() {
        let apart = !before.is_ascii_alphanumeric();
        before = letter;
        let letter = letter.to_ascii_lowercase();
        let rest = text.get(place..).unwrap_or_default();
        let Some((version, behind)) = versioned(rest) else {
            continue;
        };
        let kind = Kind::ALL
            .into_iter()
            .find(|(_, prefix)| version == 1 && prefix.starts_with(letter));
        marks.push(Mark {
            kind,
            apart,
            behind,
        });
        if marks.len() == MARKS_MAX {
            break;
        }
    }
    marks
}

/// `s1.`, `T1。`: the version, and what stands behind the dot. Chinese keyboards have a dot of their own.
fn versioned(text: &str) -> Option<(u16, &str)> {
    let rest = text.strip_prefix(['s', 't', 'p', 'S', 'T', 'P'])?;
    let end = rest.find(|sign: char| !sign.is_ascii_digit())?;
    let (number, rest) = rest.split_at_checked(end)?;
    if number.starts_with('0') {
        return None;
    }
    let behind = rest.strip_prefix(['.', '。', '．', '｡'])?;
    Some((number.parse().ok()?, behind))
}

fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '-' || sign == '_'
}

/// The letters that stand behind a beginning without anything between them.
fn run(behind: &str) -> &str {
    let end = behind.find(|sign| !is_letter(sign)).unwrap_or(behind.len());
    behind.get(..end).unwrap_or_default()
}

/// The shortest link behind a beginning that its checksum proves whole, whatever else stands between or behind.
fn proven(kind: Kind, prefix: &str, behind: &str) -> Result<Found, LinkFlaw> {
    let room = LINK_CHARS_MAX.saturating_sub(prefix.len());
    let is_long = run(behind).len() > room;
    let failed = match is_long {
        true => LinkFlaw::TooLong,
        false => LinkFlaw::Damaged,
    };
    let looked_at = behind.chars().take(LINK_CHARS_MAX.saturating_mul(4));
    let letters: String = looked_at
        .filter(|sign| is_letter(*sign))
        .take(room)
        .collect();
    let bytes = decoded(&letters);
    let template = leaning_on(kind, &bytes)?;
    let akin = template.as_ref().map_or("", |known| known.packed.as_str());
    let lead = usize::from(kind != Kind::Whole);
    let mut sum = checksum_of(akin);
    let mut flaw = failed;
    for (place, byte) in bytes.iter().enumerate() {
        let end = place.saturating_add(SUM);
        let Some(stated) = bytes.get(place..end) else {
            break;
        };
        if place >= lead && sum.clone().finalize().to_be_bytes() == *stated {
            let text = bytes.get(lead..place).unwrap_or_default();
            match (squeeze::release(text, akin), letters_of(&letters, end)) {
                (Ok(packed), Some(letters)) => {
                    return Ok(Found {
                        kind,
                        link: format!("{prefix}{letters}"),
                        packed,
                        memory: template.map_or_else(Memory::default, |known| known.memory),
                    });
                }
                (Err(LinkFlaw::TooLarge), Some(_)) => flaw = LinkFlaw::TooLarge,
                _ => {}
            }
        }
        sum.update(&[*byte]);
    }
    Err(flaw)
}

/// The template that a link names in its first byte.
fn leaning_on(kind: Kind, bytes: &[u8]) -> Result<Option<templates::Template>, LinkFlaw> {
    let Some(first) = bytes.first() else {
        return Err(LinkFlaw::Damaged);
    };
    let number = match kind {
        Kind::Whole => None,
        Kind::FromTemplate => Some(*first),
        Kind::Pair => first.checked_sub(1),
    };
    match number {
        None => Ok(None),
        Some(number) => templates::numbered(number).map(Some).ok_or(LinkFlaw::Newer),
    }
}

/// As many bytes as the letters hold; what is left of the last letter is looked at by [`letters_of`].
fn decoded(letters: &str) -> Vec<u8> {
    let whole = letters.len().saturating_sub(letters.len() % 4);
    let (even, rest) = letters.split_at_checked(whole).unwrap_or_default();
    let mut bytes = URL_SAFE_NO_PAD.decode(even).unwrap_or_default();
    let filled = format!("{rest:A<4}");
    let last = URL_SAFE_NO_PAD.decode(filled).unwrap_or_default();
    // Two letters hold one byte, three letters two, one letter none.
    bytes.extend(last.iter().take(rest.len().saturating_sub(1)));
    bytes
}

/// The letters that hold so many bytes, if the last of them holds nothing besides.
fn letters_of(letters: &str, bytes: usize) -> Option<&str> {
    let count = bytes.saturating_mul(4).div_ceil(3);
    let letters = letters.get(..count)?;
    let read = URL_SAFE_NO_PAD.decode(letters).ok()?;
    (read.len() == bytes).then_some(letters)
}

#[cfg(test)]
mod tests;
