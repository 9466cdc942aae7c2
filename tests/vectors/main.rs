//! Named cases with figures that can be worked out by hand: each is a small scenario and what its books,
//! batches and payouts must say.

mod bills;
mod channels;
mod dates;
mod frozen;
mod mistakes;
mod payouts;
mod pooled;
mod refunds;
mod shop;
mod traffic;
