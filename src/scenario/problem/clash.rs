//! The ways in which two places of a document contradict each other: each is one pair that cannot both be true.
//!
//! The pairs are found by `scenario::contradictions`, told by `text::problems::clashes`, and each has an input
//! in `tests/contradictions`.

use serde::{Deserialize, Serialize};

/// What two places contradict each other in.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// A calendar of the author's has the name of a built-in one.
    BuiltInCalendar,
    /// A day is a holiday and a workday of one calendar.
    HolidayAndWorkday,
    /// A party that is no channel has a reserve bank.
    ReserveOfNoChannel,
    /// The least fee is above the greatest.
    FloorAboveCap,
    /// A contract splits to one receiver twice.
    ReceiverTwice,
    /// Two agreements of the same platform and seller.
    AgreementTwice,
    /// A platform agrees with itself.
    AgreementWithItself,
    /// The least amount is above the greatest.
    AmountsReversed,
    /// The end is not after the beginning.
    TimesReversed,
    /// A payment has two lines of one seller.
    SellerTwice,
    /// A payment is known of before it was paid.
    KnownBeforePaid,
    /// A payment made before the scenario was paid inside it.
    PaidInside,
    /// A payment made before the scenario has the number of a payment in it.
    ExternalIsPayment,
    /// One payment made before the scenario is described in two ways.
    ExternalDiffers,
    /// An account pays itself.
    PaysItself,
}
