//! Files as WeChat Pay writes them: trade bills of three types, and the fund bill.
//!
//! What all of them share is in `text`: a byte order mark, CRLF after every line, a backtick before every
//! data field. Numbers that no engine computes are made up in `numbers`.

pub(super) mod bill;
pub(super) mod fund;
mod layout;
mod numbers;
mod row;
mod text;

#[cfg(test)]
mod tests;
