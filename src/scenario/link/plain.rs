//! A text as it reads to the eye: percent signs decoded, signs that nobody sees taken out.

/// An address inside an address inside an address is still read.
const ROUNDS: usize = 3;

/// The text without percent signs and without what is not seen.
pub(super) fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        match decoded(&text) {
            Some(other) => text = other,
            None => break,
        }
    }
    text.retain(|sign| !is_unseen(sign));
    text
}

/// Signs of no width: joiners, marks of direction, soft hyphens, marks of byte order.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// Decodes what is percent-encoded; nothing when nothing is.
fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    let mut is_changed = false;
    for part in parts {
        let digits = part
            .get(..2)
            .filter(|two| two.bytes().all(|one| one.is_ascii_hexdigit()));
        match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                is_changed = true;
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => {
                bytes.push(b'%');
                bytes.extend(part.bytes());
            }
        }
    }
    is_changed.then(|| String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_decoded_and_nothing_else() {
        for (text, expected) in [
            ("t1%2EAb-_", "t1.Ab-_"),
            ("%2523t1%252e", "#t1."),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%E3%80%82。", "。。"),
            ("a\u{200b}b\u{feff}c\u{202e}", "abc"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
