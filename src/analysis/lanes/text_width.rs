//! How wide a piece of text will be, the same on every machine.
//!
//! The table errs to the wide side of the fonts in the page's font stack, so that a text which
//! fits here fits there. It does not know kerning or ligatures and does not need to.

/// Width of `text` in pixels at a font size in pixels.
#[must_use]
pub fn text_width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text.chars().map(em_hundredths).sum();
    (hundredths * size + 99) / 100
}

/// The text itself, or as much of its beginning as fits with an ellipsis; nothing if not
/// even that fits.
#[must_use]
pub fn fit(text: &str, size: i32, width: i32) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let room = width - text_width("…", size);
    if room < 0 {
        return String::new();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if text_width(&kept, size) > room {
            kept.pop();
            break;
        }
    }
    let mut fitted = kept.trim_end().to_owned();
    fitted.push('…');
    fitted
}

/// Like [`fit`], but the last word stays whole if it fits at all: in a label that is the amount,
/// and half an amount is a wrong amount.
#[must_use]
pub fn fit_with_amount(text: &str, size: i32, width: i32) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let Some((words, amount)) = text.rsplit_once(' ') else {
        return fit(text, size, width);
    };
    let amount = format!(" {amount}");
    let words = fit(words, size, width - text_width(&amount, size));
    if words.is_empty() {
        return fit(amount.trim_start(), size, width);
    }
    words + &amount
}

/// Advance width of one character in hundredths of the font size.
fn em_hundredths(character: char) -> i32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' => 29,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'I' => 32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\\' | '-' | '`' | '"' => 41,
        'm' | 'M' | 'W' | '@' | '%' => 95,
        'w' | 'O' | 'Q' | 'G' | 'N' | 'D' | 'H' | 'U' | '&' => 80,
        '0'..='9' => 62,
        'A'..='Z' | '+' | '=' | '<' | '>' | '~' | '#' => 68,
        ' '..='~' => 60,
        '\u{0300}'..='\u{036f}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' => 0,
        '·' | '‘' | '’' | '“' | '”' | '–' | '−' => 60,
        '\u{1f000}'..='\u{1ffff}' => 140,
        '\u{0080}'..='\u{1fff}' => 75,
        _ => 100,
    }
}
