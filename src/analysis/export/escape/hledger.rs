//! Free texts in journals for hledger and ledger, which share one grammar.

use super::single_line;

/// A free text for one line: signs that a journal could read as its own are written wide.
pub(in crate::analysis::export) fn harmless(text: &str) -> String {
    single_line(text.chars().map(|character| match character {
        ';' => '；',
        '|' => '｜',
        '"' => '＂',
        '\\' => '＼',
        '(' => '（',
        ')' => '）',
        '[' => '［',
        ']' => '］',
        '{' => '｛',
        '}' => '｝',
        '=' => '＝',
        '#' => '＃',
        '*' => '＊',
        '!' => '！',
        '%' => '％',
        ':' => '：',
        other => other,
    }))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_free_text_becomes_syntax() {
        assert_eq!(
            harmless("  a;b  \"c\"\n(d)\u{2028}| "),
            "a；b ＂c＂ （d） ｜"
        );
        assert_eq!(harmless(" \t\n"), "");
        assert_eq!(
            harmless("x\ninclude /etc/passwd\n2018-01-01 * y"),
            "x include /etc/passwd 2018-01-01 ＊ y"
        );
    }
}
