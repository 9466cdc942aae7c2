//! The façade on a terminal.

fn main() {}
