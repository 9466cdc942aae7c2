//! What must hold in every scenario that an author can write: random scenarios are played through the
//! facade and their books, settlements and amounts are checked against rules stated here anew.

mod books;
mod compare;
mod document;
mod draft;
mod drawing;
mod files;
mod happenings;
mod metamorphic;
mod money;
mod order;
mod pool;
mod pooled;
mod replay;
mod settlement;
mod world;
