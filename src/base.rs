//! Words without accounting: money, rates, dates, calendars. Depends on nothing of ours.
//!
//! The only place where amounts are added, multiplied or divided with operators.

pub mod allocate;
pub mod amount_time;
pub mod calendar;
pub mod date;
pub mod id;
pub mod money;
pub(crate) mod order;
pub mod prng;
pub mod rate;
pub mod table;
pub(crate) mod visible;
