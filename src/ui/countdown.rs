//! The minutes of a lesson running down on the projector. A clock that was started counts by the time of day, so
//! that a page in the background loses nothing.

const DAY_SECONDS: u32 = 86_400;

/// A clock that runs down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Countdown {
    /// Seconds that were left when it was last started or held.
    left: u32,
    /// The second of the day at which it was started, while it runs.
    since: Option<u32>,
}

impl Countdown {
    /// A clock that was not started yet.
    pub fn of_minutes(minutes: u32) -> Countdown {
        Countdown {
            left: minutes.saturating_mul(60),
            since: None,
        }
    }

    /// Seconds left at a second of the day; midnight may lie in between.
    pub fn left(&self, now: u32) -> u32 {
        let gone = self.since.map_or(0, |since| {
            let later = now.saturating_add(DAY_SECONDS).saturating_sub(since);
            later.checked_rem(DAY_SECONDS).unwrap_or_default()
        });
        self.left.saturating_sub(gone)
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Started, or held where it runs.
    pub fn toggled(&self, now: u32) -> Countdown {
        Countdown {
            left: self.left(now),
            since: if self.runs() { None } else { Some(now) },
        }
    }
}

/// Minutes and seconds as a clock shows them: `06:00`.
pub fn shown(seconds: u32) -> String {
    let minutes = seconds.checked_div(60).unwrap_or_default();
    let rest = seconds.checked_rem(60).unwrap_or_default();
    format!("{minutes:02}:{rest:02}")
}
