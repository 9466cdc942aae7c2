//! Day cut: a book turns to its next accounting date. Business goes on; only the date changes.

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::BookId;
use crate::engine::event::{Event, Happening};

pub(super) fn decide(at: WallClock, book: BookId, closes: AccountingDate) -> Event {
    Event {
        at,
        what: Happening::DayCut { book, closes },
    }
}
