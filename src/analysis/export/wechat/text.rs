//! How a text stands in a file of WeChat Pay, and the one place where such a text is made harmless.
//!
//! There are no quotes: a backtick before every data field keeps spreadsheets from reading a formula or
//! rounding a number, a comma inside a field is written `\ ` and a line end `\n`.

use crate::base::date::WallClock;
use crate::base::money::Money;

/// An empty file.
pub(super) fn file() -> String {
    String::from("\u{feff}")
}

/// Adds a line.
pub(super) fn line(file: &mut String, text: &str) {
    file.push_str(text);
    file.push_str("\r\n");
}

/// Adds a header: names without backticks.
pub(super) fn header(file: &mut String, columns: &[&str]) {
    line(file, &columns.join(","));
}

/// Adds a line of data fields.
pub(super) fn data(file: &mut String, fields: &[impl AsRef<str>]) {
    let fields: Vec<String> = fields
        .iter()
        .map(|field| format!("`{}", field.as_ref()))
        .collect();
    line(file, &fields.join(","));
}

/// A text of the author's, as WeChat writes it into a bill.
pub(super) fn escaped(text: &str) -> String {
    text.replace(',', "\\ ")
        .replace('\r', "")
        .replace('\n', "\\n")
}

/// A field of an imported bill, kept from ending itself.
pub(super) fn kept(text: &str) -> String {
    text.replace(",`", "\\ `").replace(['\r', '\n'], " ")
}

/// Fees have five decimals, of which the last three are always zero.
pub(super) fn five_decimals(fee: Money) -> String {
    format!("{fee}000")
}

/// `2018-09-30 22:59:50`; milliseconds are not shown.
pub(super) fn moment(at: WallClock) -> String {
    at.to_string()
        .chars()
        .take(19)
        .collect::<String>()
        .replace('T', " ")
}
