//! A list whose places are named by one kind of id, so that a book's place is never used for an account.

use std::marker::PhantomData;

/// An id that names a place.
pub trait Key: Copy {
    /// The place.
    fn place(self) -> usize;
    /// The id of a place.
    fn at(place: usize) -> Self;
}

/// Rows named by ids of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table<K, T> {
    rows: Vec<T>,
    key: PhantomData<K>,
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Table<K, T> {
        Table {
            rows: Vec::new(),
            key: PhantomData,
        }
    }
}

impl<K: Key, T> Table<K, T> {
    /// Adds a row and names it.
    pub(crate) fn push(&mut self, row: T) -> K {
        self.rows.push(row);
        K::at(self.rows.len() - 1)
    }

    /// The row of this id.
    pub(crate) fn get(&self, key: K) -> Option<&T> {
        self.rows.get(key.place())
    }

    /// The row of this id, to change it.
    pub(crate) fn get_mut(&mut self, key: K) -> Option<&mut T> {
        self.rows.get_mut(key.place())
    }

    /// All rows with their ids, in order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &T)> + ExactSizeIterator {
        self.rows
            .iter()
            .enumerate()
            .map(|(place, row)| (K::at(place), row))
    }

    /// All rows in order.
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

impl<K, T> FromIterator<T> for Table<K, T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Table<K, T> {
        Table {
            rows: rows.into_iter().collect(),
            key: PhantomData,
        }
    }
}
