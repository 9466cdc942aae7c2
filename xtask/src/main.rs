//! The project's one command: build, serve, test, bench.

fn main() {}
