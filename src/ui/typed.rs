//! What is typed in fields and not taken yet, as it is kept beside a work: the field, the value in force when it was
//! typed, the text. It comes back into a field only while the value in force is still that one.

use std::collections::BTreeMap;

/// Longer texts are no drafts of a field.
const CHARS_MAX: usize = 100_000;

/// Texts by the id of their field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed(BTreeMap<String, (String, String)>);

impl Typed {
    /// Something was typed; whether that changed anything.
    pub fn typed(&mut self, field: &str, value: &str, text: &str) -> bool {
        if text == value || text.chars().count() > CHARS_MAX {
            return self.taken(field);
        }
        let entry = (value.to_owned(), text.to_owned());
        self.0.insert(field.to_owned(), entry.clone()) != Some(entry)
    }

    /// What was typed has been taken, or given up.
    pub fn taken(&mut self, field: &str) -> bool {
        self.0.remove(field).is_some()
    }

    /// What was typed in a field that has this value.
    pub fn of(&self, field: &str, value: &str) -> Option<&str> {
        let (before, text) = self.0.get(field)?;
        (before == value).then_some(text)
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a text of one line a field.
    pub fn written(&self) -> String {
        let lines = self.0.iter().map(|(field, (value, text))| {
            format!(
                "{}\t{}\t{}",
                one_line(field),
                one_line(value),
                one_line(text)
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Reads it again; a line that cannot be read is left out.
    pub fn read(text: &str) -> Typed {
        let entries = text.lines().filter_map(|line| {
            let mut parts = line.split('\t').map(many_lines);
            let (field, value, text) = (parts.next()?, parts.next()?, parts.next()?);
            Some((field, (value, text)))
        });
        Typed(entries.collect())
    }
}

fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn many_lines(text: &str) -> String {
    let mut read = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('t') => read.push('\t'),
                Some('n') => read.push('\n'),
                Some('r') => read.push('\r'),
                Some(other) => read.push(other),
                None => {}
            },
            letter => read.push(letter),
        }
    }
    read
}
