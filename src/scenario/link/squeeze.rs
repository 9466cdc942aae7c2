//! Text made small enough for a link: deflate that starts from a dictionary of common words.
//!
//! The dictionary is part of the link format and never changes; another one would be another kind of link.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use crate::scenario::limits::LINK_INFLATED_MAX;
use crate::scenario::problem::LinkFlaw;

/// Words that scenarios often hold, the most frequent last. Frozen.
const DICTIONARY: &[u8] = include_bytes!("dictionary-1.txt");

/// What both sides have in hand before the first byte: the common words, then `akin`, a text like the one to come.
///
/// Deflate looks back 32 KiB; of more, the end counts.
fn beforehand(akin: &str) -> Vec<u8> {
    [DICTIONARY, akin.as_bytes()].concat()
}

/// Deflates a text, of which much may stand in `akin`.
pub(crate) fn squeeze(text: &str, akin: &str) -> Option<Vec<u8>> {
    let mut stream = Compress::new(Compression::best(), false);
    stream.set_dictionary(&beforehand(akin)).ok()?;
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    loop {
        out.reserve(STEP);
        let before = stream.total_in();
        let status = stream.compress_vec(rest, &mut out, FlushCompress::Finish);
        let read = usize::try_from(stream.total_in().saturating_sub(before)).ok()?;
        rest = rest.get(read..)?;
        if status.ok()? == Status::StreamEnd {
            return Some(out);
        }
    }
}

const STEP: usize = 16 * 1024;

/// Inflates a text, never to more than [`LINK_INFLATED_MAX`] bytes.
pub(crate) fn release(bytes: &[u8], akin: &str) -> Result<String, LinkFlaw> {
    let mut stream = Decompress::new(false);
    stream
        .set_dictionary(&beforehand(akin))
        .map_err(|_| LinkFlaw::Damaged)?;
    let mut out = Vec::with_capacity(LINK_INFLATED_MAX.saturating_add(1));
    let status = stream.decompress_vec(bytes, &mut out, FlushDecompress::Finish);
    if out.len() > LINK_INFLATED_MAX {
        return Err(LinkFlaw::TooLarge);
    }
    let whole = u64::try_from(bytes.len()).is_ok_and(|length| stream.total_in() == length);
    match status {
        Ok(Status::StreamEnd) if whole => String::from_utf8(out).map_err(|_| LinkFlaw::Damaged),
        _ => Err(LinkFlaw::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_refused_at_the_limit() {
        let at_limit = " ".repeat(LINK_INFLATED_MAX);
        assert_eq!(
            release(&squeeze(&at_limit, "").unwrap(), ""),
            Ok(at_limit.clone())
        );
        let bomb = squeeze(&at_limit.repeat(40), "").unwrap();
        assert!(bomb.len() < 20_000);
        assert_eq!(release(&bomb, ""), Err(LinkFlaw::TooLarge));
    }

    #[test]
    fn a_stream_that_ends_early_or_late_is_damaged() {
        let whole = squeeze("[1,2,3]", "").unwrap();
        assert_eq!(
            release(&whole[..whole.len() - 1], ""),
            Err(LinkFlaw::Damaged)
        );
        assert_eq!(
            release(&[whole.as_slice(), b"x"].concat(), ""),
            Err(LinkFlaw::Damaged)
        );
        assert_eq!(release(b"", ""), Err(LinkFlaw::Damaged));
    }

    /// Links already sent are read with this dictionary; a change here would break them all.
    #[test]
    fn the_dictionary_is_frozen() {
        assert_eq!(crc32fast::hash(DICTIONARY), 3_215_717_186);
    }
}
