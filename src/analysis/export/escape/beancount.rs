//! Free texts in journals for beancount, where they stand in quotation marks or behind a semicolon.

use super::single_line;

/// A free text for one line: what would end the quotation is written wide.
pub(in crate::analysis::export) fn harmless(text: &str) -> String {
    single_line(text.chars().map(|character| match character {
        '"' => '＂',
        '\\' => '＼',
        other => other,
    }))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_free_text_ends_its_quotation() {
        assert_eq!(
            harmless("a\"\nplugin \"os\"\\ (b)"),
            "a＂ plugin ＂os＂＼ (b)"
        );
    }
}
