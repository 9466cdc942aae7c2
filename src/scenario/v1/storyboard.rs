//! The storyboard: moments to which the author gives a name, so that a run can be shown to others step by step.

use super::Words;
use crate::base::date::WallClock;

/// `storyboard[]`: a moment that is shown, and what it is called there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedMoment {
    /// `at`: after everything that happens at or before this moment.
    pub at: WallClock,
    /// `title`.
    pub title: Words,
}
