//! The lessons that ship with the program, in the order in which they are best taken.

/// A lesson that ships.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShelfItem {
    /// Its id in links and file names.
    pub id: &'static str,
    /// The document.
    pub text: &'static str,
}

/// All lessons.
pub const SHELF: &[ShelfItem] = &[
    ShelfItem {
        id: "K6",
        text: include_str!("../../../www/lessons/K6.json"),
    },
    ShelfItem {
        id: "K5",
        text: include_str!("../../../www/lessons/K5.json"),
    },
];
