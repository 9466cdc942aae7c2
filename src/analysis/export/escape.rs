//! Free texts on their way into a file: one module for each format, so that a name never becomes syntax.
//!
//! | format | what happens to a free text |
//! | --- | --- |
//! | CSV | `csv`: quoted after RFC 4180; what a spreadsheet would compute gets an apostrophe, which can be taken off again |
//! | hledger, ledger | `hledger`: signs that these programs read as their own are written wide |
//! | beancount | `beancount`: quotation marks and backslashes are written wide |
//! | WeChat bills | `wechat/text.rs`: as WeChat does it, with `\ ` and `\n` |
//! | JSON | `serde_json`, which writes every text as a JSON string |
//! | SVG, HTML | `lanes/svg/xml.rs`: entities of XML |
//!
//! Control and direction characters cannot stand in a name at all: the reader of documents and bills
//! refuses them.

pub(super) mod beancount;
pub(super) mod csv;
pub(super) mod hledger;

/// White space is single, and there is none at the ends: a text for one line.
fn single_line(characters: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    for character in characters {
        if !(character.is_whitespace() || character.is_control()) {
            line.push(character);
        } else if !(line.is_empty() || line.ends_with(' ')) {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}
