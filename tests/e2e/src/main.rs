//! Journeys through the built page in a real Chromium.

fn main() {}
