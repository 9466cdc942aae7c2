//! Tables on a terminal: columns as wide as their widest cell, figures to the right, names to the left.

/// A table with a heading row.
pub struct Columns {
    /// Number of columns of words, on the left; all others are figures.
    words: usize,
    rows: Vec<Vec<String>>,
}

impl Columns {
    /// A table of these columns, of which the first so many hold words.
    pub fn of(words: usize, heads: Vec<String>) -> Columns {
        Columns {
            words,
            rows: vec![heads],
        }
    }

    /// Adds a row.
    pub fn add(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether nothing stands under the heading row.
    pub fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// All rows, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut widths: Vec<usize> = Vec::new();
        for row in &self.rows {
            for (place, cell) in row.iter().enumerate() {
                match widths.get_mut(place) {
                    Some(width) => *width = (*width).max(columns(cell)),
                    None => widths.push(columns(cell)),
                }
            }
        }
        let rows = self.rows.iter();
        rows.map(|row| self.line(row, &widths)).collect()
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (place, (cell, width)) in row.iter().zip(widths).enumerate() {
            let blanks = " ".repeat(width.saturating_sub(columns(cell)));
            let (before, after) = match place < self.words {
                true => ("", blanks.as_str()),
                false => (blanks.as_str(), ""),
            };
            line.push_str("  ");
            line.push_str(before);
            line.push_str(cell);
            line.push_str(after);
        }
        line.trim_end().to_owned()
    }
}

/// Columns that a text takes on a terminal: Chinese characters and full-width signs take two.
fn columns(text: &str) -> usize {
    text.chars()
        .map(|character| match character {
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff60}'
            | '\u{ffe0}'..='\u{ffe6}'
            | '\u{20000}'..='\u{3fffd}' => 2,
            _ => 1,
        })
        .sum()
}
