//! The page's crate root.

fn main() {}
