//! Signs that nobody sees: a name that holds one looks like another name and is not the same.
//!
//! Control characters, direction marks, everything that Unicode lets a program leave out when it draws
//! (`Default_Ignorable_Code_Point`: joiners, soft hyphens, variation selectors, tags, fillers), separators of
//! lines, and the braille blank. White space is seen as a gap and is not meant here.
//!
//! Two of them stand inside emoji that everybody types on a phone: a joiner between two pictures (a family, a
//! cook) and a selector behind one (`☕️`, `1️⃣`). There they make one picture of several signs and hide nothing.

/// Whether a sign is not seen where it stands by itself.
pub(crate) fn is_invisible(character: char) -> bool {
    is_control(character)
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Control characters, and those that turn the direction of what follows: no text needs them.
pub(crate) fn is_control(character: char) -> bool {
    matches!(
        character,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// The first sign of a text that nobody sees and that belongs to no picture.
pub(crate) fn first_invisible(text: &str) -> Option<char> {
    // Most texts are plain letters, of which none is meant.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        if is_invisible(character) && !is_of_a_picture(before, character, after) {
            return Some(character);
        }
        // A picture stays the same picture behind its selector.
        if !matches!(character, SHOWN_AS_TEXT | SHOWN_AS_PICTURE) {
            before = Some(character);
        }
    }
    None
}

const JOINER: char = '\u{200d}';
const SHOWN_AS_TEXT: char = '\u{fe0e}';
const SHOWN_AS_PICTURE: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';

fn is_of_a_picture(before: Option<char>, character: char, after: Option<char>) -> bool {
    let behind = before.is_some_and(is_picture);
    match character {
        JOINER => behind && after.is_some_and(is_picture),
        SHOWN_AS_TEXT | SHOWN_AS_PICTURE => {
            let key = |sign: char| sign.is_ascii_digit() || matches!(sign, '#' | '*');
            let selects_twice = matches!(after, Some(SHOWN_AS_TEXT | SHOWN_AS_PICTURE));
            (behind && !selects_twice) || (before.is_some_and(key) && after == Some(KEYCAP))
        }
        _ => false,
    }
}

/// Blocks in which pictures and nothing like letters stand.
fn is_picture(character: char) -> bool {
    matches!(
        character,
        '\u{a9}'
            | '\u{ae}'
            | '\u{203c}'
            | '\u{2049}'
            | '\u{2122}'
            | '\u{2139}'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{24c2}'
            | '\u{25a0}'..='\u{27bf}'
            | '\u{2934}'..='\u{2935}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{3030}'
            | '\u{303d}'
            | '\u{3297}'
            | '\u{3299}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_nobody_sees_is_found() {
        for code in [
            0x00ad, 0x034f, 0x061c, 0x115f, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
            0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2061, 0x2066, 0x2069, 0x206f, 0x2800, 0x3164,
            0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe0100,
            0x00, 0x1b, 0x7f, 0x85,
        ] {
            let sign = char::from_u32(code).unwrap();
            for text in [
                format!("{sign}茶馆"),
                format!("茶{sign}馆"),
                format!("茶馆{sign}"),
                format!("a{sign}"),
            ] {
                assert_eq!(first_invisible(&text), Some(sign), "{code:x}");
            }
        }
    }

    #[test]
    fn what_is_seen_may_stand_and_so_may_emoji_of_several_signs() {
        for text in [
            "",
            "Café",
            "茶馆（总店）·№1",
            "咖啡店 ☕",
            "咖啡店 ☕\u{fe0f}",
            "👨\u{200d}👩\u{200d}👧",
            "👩🏽\u{200d}🍳",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}号店",
            "🇨🇳",
            "한글",
            "a\u{a0}b\u{3000}c",
        ] {
            assert_eq!(first_invisible(text), None, "{text}");
        }
    }

    #[test]
    fn signs_of_emoji_elsewhere_are_as_hidden_as_the_others() {
        for text in [
            "👨\u{200d}",
            "\u{200d}👧",
            "茶\u{200d}馆",
            "茶馆\u{fe0f}",
            "1\u{fe0f}",
            "☕\u{fe0f}\u{fe0f}",
            "☕\u{200d}\u{200d}☕",
        ] {
            assert!(first_invisible(text).is_some(), "{text:?}");
        }
    }
}
