//! Read-only views of a finished run: reports, lanes, files.

pub mod lanes;
pub mod view;
