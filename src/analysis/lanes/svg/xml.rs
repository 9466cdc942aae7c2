//! Free texts on their way into SVG, which is XML, and into HTML, where the same signs mean the same.

/// Text that means itself in XML; characters XML forbids become a replacement character.
pub(in crate::analysis) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_free_text_becomes_an_element() {
        assert_eq!(
            escape("</text><script>alert('1&\"2')</script>\u{1}\n]]>"),
            "&lt;/text&gt;&lt;script&gt;alert(&#39;1&amp;&quot;2&#39;)&lt;/script&gt;\u{fffd} ]]&gt;"
        );
    }
}
